//! Taking back what was done, with a question first where that would surprise.

use chrono::{DateTime, Utc};

use crate::store::{Database, PendingUndo, StoreError, Undone};

/// What became of the wish to take back the last change.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum UndoOutcome {
    /// There is nothing to take back.
    Nothing,
    /// Nothing is done yet: it would take away what sources have told, or was done before the user sat down.
    Asks(PendingUndo),
    /// It is done.
    Done(Undone),
}

/// Takes the last change back, unless it was made before `since` or parcels would be gone of which sources have told.
///
/// # Errors
/// When the database cannot be written.
pub fn undo_or_ask(db: &mut Database, since: DateTime<Utc>, now: DateTime<Utc>) -> Result<UndoOutcome, StoreError> {
    match db.pending_undo(now)? {
        Some(pending) if pending.answered > 0 || pending.at < since => Ok(UndoOutcome::Asks(pending)),
        Some(_) => Ok(db.undo(now)?.map_or(UndoOutcome::Nothing, UndoOutcome::Done)),
        None => Ok(UndoOutcome::Nothing),
    }
}

/// Takes back what the user was asked about; asks again where something else was done meanwhile.
///
/// # Errors
/// When the database cannot be written.
pub fn undo_confirmed(db: &mut Database, entry: i64, now: DateTime<Utc>) -> Result<UndoOutcome, StoreError> {
    match db.pending_undo(now)? {
        Some(pending) if pending.entry != entry => Ok(UndoOutcome::Asks(pending)),
        Some(_) => Ok(db.undo(now)?.map_or(UndoOutcome::Nothing, UndoOutcome::Done)),
        None => Ok(UndoOutcome::Nothing),
    }
}
