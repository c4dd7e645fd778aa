//! Everything out of one database and into another: what the user said, what the sources said, and the answers.
//!
//! [`carry`](super::Database::carry) reads it out item by item; [`take_in`](super::Database::take_in) opens an [`Uptake`] that takes such items, all
//! or nothing. What is there already stays: nothing is overwritten, nothing comes twice, and the same items a second
//! time change nothing. Answers are appended to the chain with their own dates.

mod parcel_types;
mod parcels;
mod read;
mod said;
mod types;
mod uptake;
mod values;
mod words;

pub use parcel_types::{CarriedMessage, CarriedNumber, CarriedOrder, CarriedParcel};
pub use types::{Carried, CarriedAnswer, CarriedCheck, CarriedEvent, CarriedStanding, CarriedWord};
pub use uptake::{Uptake, UptakeReport};
pub use values::Flaw;
