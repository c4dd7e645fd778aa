//! Pure facts about parcels: track numbers, events and their times, statuses, merged timelines, staleness.
//!
//! No IO, no async, no clock: `now` is always an argument. Imports nothing from the other rooms.

pub mod advice;
pub mod budget_period;
pub mod change;
pub mod clean_text;
pub mod country;
pub mod deadline;
pub mod event;
pub mod event_time;
pub mod journey;
pub mod list_order;
pub mod message;
pub mod new_parcel;
pub mod number;
pub mod order;
pub mod parcel;
pub mod parcel_edit;
pub mod parse_date;
pub mod parse_deadline;
pub mod pickup_storage;
pub mod report;
pub mod snooze;
pub mod source_id;
pub mod staleness;
pub mod standing;
pub mod status;
mod string_enum;
pub mod summary;
pub mod time_zone;
pub mod timeline;

pub use change::Change;
pub use clean_text::CleanText;
pub use country::Country;
pub use deadline::Deadline;
pub use event::{Event, Sighting};
pub use event_time::{EventTime, Precision};
pub use journey::{Journey, Step};
pub use list_order::{SortKey, Urgency};
pub use new_parcel::NewParcel;
pub use number::TrackingNumber;
pub use order::{Order, OrderId};
pub use parcel::{NumberRole, Parcel, ParcelId, ParcelNumber, ProtectionEnd};
pub use parcel_edit::{OrderEdit, ParcelEdit};
pub use pickup_storage::{Afterwards, Storage};
pub use report::{Eta, Finding, Outcome, Reply, Report, ReportedFacts, Trouble};
pub use snooze::{Snooze, SnoozeState};
pub use source_id::SourceId;
pub use staleness::StalenessContext;
pub use standing::Standing;
pub use status::{State, Status, SubStatus};
pub use summary::Summary;
pub use timeline::{Entry, Timeline};
