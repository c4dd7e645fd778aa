//! What the user said: parcels, their numbers, orders and messages, and undo.

pub(super) mod add;
pub(super) mod bulk_import;
pub(super) mod edit_archive_remove;
pub(super) mod find;
pub(super) mod first_rows;
pub(super) mod journal;
pub(super) mod list_parcels;
pub(super) mod messages;
pub(super) mod newest_told;
pub(super) mod numbers;
pub(super) mod orders;
pub(super) mod parcel_details;
mod remake_silences;
pub(super) mod silence_statistics;
pub(super) mod summaries;
pub(super) mod tags_and_pins;
pub(super) mod types;
pub(super) mod undo;
pub(super) mod undo_snapshot;
