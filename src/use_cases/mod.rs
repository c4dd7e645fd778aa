//! What the screen and the commands both do, written once for both.
//!
//! Nothing here reads arguments, draws or prints: that is left to the two front ends.

pub mod add;
pub mod atomic_write;
pub mod backups;
pub mod clipboard;
pub mod database_writes;
mod look_after;
pub mod named_days;
pub mod undo;
pub mod unreadable_parcels;
mod write_evidence;

pub use look_after::{Caretaker, WATCHER_BEAT, is_watcher_overdue};
pub use write_evidence::{EvidenceFolders, KeptEvidence};
