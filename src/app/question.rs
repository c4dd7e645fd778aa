//! Questions that are answered by yes or no.

use chrono::NaiveDate;

use super::input::PendingUndo;
use crate::domain::{CleanText, ParcelId};

/// What is asked before it is done.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Question {
    /// Whether to remove a parcel.
    Remove {
        /// Which parcel.
        id: ParcelId,
        /// What it is called.
        name: CleanText,
    },
    /// Whether to take back a change that was made before the screen was opened, or takes away what sources have told.
    Undo(PendingUndo),
    /// Whether to put away a parcel that is still protected.
    Archive {
        /// Which parcel.
        id: ParcelId,
        /// What it is called.
        name: CleanText,
        /// The last day of its protection.
        until: NaiveDate,
    },
}
