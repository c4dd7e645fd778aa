//! What the user said: parcels, their numbers, orders and messages, and undo.

pub(super) mod add;
mod backfill_statistics;
pub(super) mod bulk_import;
pub(super) mod edit_archive_remove;
pub(super) mod find;
pub(super) mod first_rows;
pub(super) mod journal;
pub(super) mod kept_forecasts;
mod last_edits;
pub(super) mod list_parcels;
pub(super) mod messages;
pub(super) mod milestones;
pub(super) mod newest_event_source;
pub(super) mod numbers;
pub(super) mod orders;
pub(super) mod parcel_details;
mod seen;
mod silence_statistics;
pub(super) mod summaries;
pub(super) mod tags_and_chosen_sources;
pub(super) mod types;
pub(super) mod undo;
pub(super) mod undo_snapshot;
