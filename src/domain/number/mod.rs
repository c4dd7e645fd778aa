//! Track numbers: normalising them, what is known of their formats, rescuing mistyped ones, and finding them in texts.
//!
//! Pure: no IO, no clock.

mod analyse_text;
mod candidate;
mod carrier_mentions;
mod check_digit;
pub mod correction;
pub mod find;
mod format;
mod format_index;
mod format_table;
mod identify;
mod identify_context;
mod match_formats;
mod near_miss;
mod normalise;
mod pattern;
#[cfg(test)]
pub(crate) mod random_numbers;
mod ranking;
pub mod s10_issuers;
pub mod s10_service_indicator;
mod shop_orders;
mod tracking_number;

pub use analyse_text::{NumberAnalysis, describe, order_shop, recognise};
pub use candidate::Candidate;
pub use check_digit::{Check, expected};
pub use correction::{Correction, CorrectionReason, rescue};
pub use find::{Findings, Found, look, numbers_in, readable};
pub use format::{CheckDigitPolicy, CheckDigitRule, EvidenceGrade, Format, TextConfidence, TrackedTo};
pub use format_table::{format, formats};
pub use identify::{identify, identify_into};
pub use identify_context::IdentifyContext;
pub use near_miss::{NearMiss, NearMissKind, near_miss};
pub use tracking_number::{NumberError, TrackingNumber};
