//! Everything out of one database and into another: what the user said, what the sources said, and the answers.
//!
//! [`carry`](super::Database::carry) reads it out item by item; [`take_in`](super::Database::take_in) opens an [`Uptake`] that takes such items, all
//! or nothing. What is there already stays: nothing is overwritten, nothing comes twice, and the same items a second
//! time change nothing. Answers are appended to the chain with their own dates.

mod export;
mod import;
mod items;
mod parcel_items;

pub use import::parse_values::Flaw;
pub use import::session::{Uptake, UptakeReport};
pub use items::{Carried, CarriedAnswer, CarriedCheck, CarriedEvent, CarriedStanding, CarriedWord};
pub use parcel_items::{CarriedMessage, CarriedNumber, CarriedOrder, CarriedParcel};
