//! Everything out of one database and into another: what the user said, what the sources said, and the answers.
//!
//! [`carry`](super::Database::carry) reads it out item by item; [`take_in`](super::Database::take_in) opens an [`ImportSession`] that takes such items, all
//! or nothing. What is there already stays: nothing is overwritten, nothing comes twice, and the same items a second
//! time change nothing. Answers are appended to the chain with their own dates.

mod export;
mod export_items;
mod import;
mod parcel_items;

pub use export_items::{AnswerItem, CheckItem, EventItem, ExportItem, NamedDaysItem, SourceReportItem, StandingItem};
pub use import::parse_values::InvalidItem;
pub use import::take_items::{ImportReport, ImportSession};
pub use parcel_items::{MessageItem, NumberItem, OrderItem, ParcelItem};
