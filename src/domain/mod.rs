//! Pure facts about parcels: track numbers, events and their times, statuses, merged timelines, staleness.
//!
//! No IO, no async, no clock: `now` is always an argument. Imports nothing from the other rooms.

pub mod advice;
pub mod country;
pub mod day;
pub mod deadline;
pub mod event;
pub mod message;
pub mod number;
pub mod order;
pub mod parcel;
pub mod period;
pub mod report;
pub mod snooze;
pub mod sort;
pub mod source_id;
pub mod staleness;
pub mod status;
pub mod storage;
pub mod summary;
pub mod text;
pub mod time;
pub mod timeline;

pub use country::Country;
pub use event::{Event, Sighting};
pub use number::TrackingNumber;
pub use order::{Order, OrderId};
pub use parcel::{Guard, NumberRole, Parcel, ParcelId, ParcelNumber};
pub use report::{Eta, Facts, Finding, Outcome, Reply, Report, Standing, Trouble};
pub use snooze::{Rest, Snooze};
pub use sort::{SortKey, Urgency};
pub use source_id::SourceId;
pub use staleness::Gauge;
pub use status::{State, Status, SubStatus};
pub use storage::{Afterwards, Storage};
pub use summary::Summary;
pub use text::Clean;
pub use time::{EventTime, Precision};
pub use timeline::{Entry, Timeline};
