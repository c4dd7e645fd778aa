//! SQLite: rows to domain values and back, the SQL beside its mapping; nothing that a source said is ever deleted.
//!
//! Imports `domain` only. [`Database`] is blocking and owns the one connection; [`Store`] is the handle that the
//! rest of the program uses: it sends jobs to the writer thread, so that nobody else waits for the disk.
//!
//! Events, standings and answers are kept by (source, number), never by parcel: an answer cannot land on a wrong
//! parcel, and history outlives the removal of a parcel. A parcel's timeline is the union over its numbers.

mod add;
mod answers;
mod budgets;
mod carry;
mod chain;
mod checking;
mod checks;
mod claims;
mod dossier;
mod edit;
mod error;
mod events;
mod facts;
mod fields;
mod files;
mod find;
mod handle;
mod handovers;
mod history;
mod import;
mod manual;
mod messages;
mod migrations;
mod numbers;
mod open;
mod orders;
mod parcels;
mod record;
mod rows;
mod sets;
mod silences;
mod standings;
mod summaries;
mod translation;
mod types;
mod undo;

pub use carry::{
    Carried, CarriedAnswer, CarriedCheck, CarriedEvent, CarriedMessage, CarriedNumber, CarriedOrder, CarriedParcel,
    CarriedStanding, CarriedWord, Flaw, Uptake, UptakeReport,
};
pub use chain::hex;
pub use checks::{
    Allowance, ChainCheck, KeptExchange, Permit, Recorded, RecordedReply, Recording, SourceState, StoredAnswer,
};
pub use error::StoreError;
pub use handle::Store;
pub use history::{ChainEnds, Check, History, LinkedAnswer};
pub use import::Imported;
pub use open::Database;
pub use types::{Action, Added, Dossier, Draft, Edit, OrderEdit, Undone, Watched, Which};

/// What every store function gives.
pub type Result<T> = std::result::Result<T, StoreError>;
