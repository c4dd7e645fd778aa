//! Pure facts about parcels: track numbers, events and their times, statuses, merged timelines, staleness.
//!
//! No IO, no async, no clock: `now` is always an argument. Imports nothing from the other rooms.

pub mod advice;
pub mod country;
pub mod event;
pub mod message;
pub mod number;
pub mod order;
pub mod parcel;
pub mod report;
pub mod source_id;
pub mod staleness;
pub mod status;
pub mod summary;
pub mod text;
pub mod time;
pub mod timeline;

pub use country::Country;
pub use event::{Event, Sighting};
pub use number::TrackingNumber;
pub use order::{Order, Urgency};
pub use parcel::{NumberRole, Parcel, ParcelId, ParcelNumber};
pub use report::{Eta, Facts, Finding, Outcome, Reply, Report, Standing, Trouble};
pub use source_id::SourceId;
pub use status::{State, Status, SubStatus};
pub use summary::Summary;
pub use text::Clean;
pub use time::{EventTime, Precision};
pub use timeline::{Entry, Timeline};
