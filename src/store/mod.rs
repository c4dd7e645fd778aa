//! SQLite: rows to domain values and back, the SQL beside its mapping; nothing that a source said is ever deleted.
//!
//! [`Database`] is blocking and owns the one connection; [`Store`] is the handle that the
//! rest of the program uses: it sends jobs to the writer thread, so that nobody else waits for the disk.
//!
//! Events, standings and answers are kept by (source, number), never by parcel: an answer cannot land on a wrong
//! parcel, and history outlives the removal of a parcel. A parcel's timeline is the union over its numbers.

mod checks;
mod database;
mod notices;
mod parcels;
mod rescue;
mod transfer;

pub use checks::audit_log::{ChainEnds, Check, History, LinkedAnswer};
pub use checks::hash_chain::hex;
pub use checks::types::{
    Allowance, ChainCheck, KeptExchange, NamedDays, Recorded, RecordedReply, Recording, RequestPermit, SourceState,
    StoredAnswer,
};
pub use database::error::StoreError;
pub use database::open::Database;
pub use database::unreadable::was_met as unreadable_was_met;
pub use database::writer_thread::Store;
pub use notices::look::LookContext;
pub use notices::queue::QueueContext;
pub use notices::types::{Batch, ChannelState, LoopMarks, NextBatch, SendOutcome};
pub use parcels::bulk_import::Imported;
pub use parcels::first_rows::FirstRows;
pub use parcels::kept_forecasts::KeptForecast;
pub use parcels::newest_event_source::{ListedDetails, NewestTold};
pub use parcels::types::{Added, ArchiveFilter, JournalAction, ParcelDetails, PendingUndo, Undone, WatchedNumber};
pub use rescue::salvage::SalvageReport;
pub use rescue::unreadable_values::UnreadableValue;
pub use transfer::{
    AnswerItem, CheckItem, EventItem, ExportItem, ImportReport, ImportSession, InvalidItem, MessageItem, NamedDaysItem,
    NumberItem, OrderItem, ParcelItem, SourceReportItem, StandingItem,
};

/// What every store function gives.
pub type Result<T> = std::result::Result<T, StoreError>;
