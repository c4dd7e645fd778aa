//! The journal of what the user did, and of what takes it back.

use chrono::{DateTime, Utc};
use rusqlite::Connection;
use serde::{Deserialize, Serialize};

use super::orders::OrderBefore;
use super::undo_snapshot::Fields;
use crate::domain::ParcelId;
use crate::store::database::column_values::Instant;
use crate::store::{JournalAction, Result};

/// What takes an action back.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(in crate::store) enum Inverse {
    Remove,
    Unremove,
    Archive,
    Unarchive,
    Fields(Box<Fields>),
    /// A parcel that is removed again, and orders of other parcels that it had filled.
    RemoveAnd(Vec<OrderBefore>),
    /// The reverse: the parcel is there again, and so is what those orders were filled with.
    UnremoveAnd(Vec<OrderBefore>),
    /// An event that the user told.
    Untell {
        number: String,
        print: [u8; 16],
    },
    /// The reverse: the event's row, as JSON.
    Retell {
        number: String,
        print: [u8; 16],
        row: String,
    },
}

impl JournalAction {
    pub(in crate::store) const ALL: [Self; 6] =
        [Self::Add, Self::Edit, Self::Archive, Self::Restore, Self::Remove, Self::Import];

    /// The word used in the database.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Add => "add",
            Self::Edit => "edit",
            Self::Archive => "archive",
            Self::Restore => "restore",
            Self::Remove => "remove",
            Self::Import => "import",
        }
    }
}

/// The newest entry there is.
pub(in crate::store) fn newest(db: &Connection) -> Result<i64> {
    Ok(db.prepare_cached("SELECT coalesce(max(id), 0) FROM journal")?.query_row([], |row| row.get(0))?)
}

/// Makes everything that was noted after an entry one step.
pub(in crate::store) fn join_since(db: &Connection, entry: i64, action: JournalAction) -> Result<()> {
    let sql = "UPDATE journal SET action = ?2, batch = ?1 + 1 WHERE id > ?1";
    db.prepare_cached(sql)?.execute((entry, action.as_str()))?;
    Ok(())
}

/// Notes what was done and what takes it back.
pub(in crate::store) fn note(
    db: &Connection,
    action: JournalAction,
    id: ParcelId,
    inverse: &Inverse,
    now: DateTime<Utc>,
) -> Result<()> {
    let json = to_json(inverse)?;
    // What was undone before cannot be made again on top of this.
    db.prepare_cached("UPDATE journal SET redo = NULL WHERE redo IS NOT NULL")?.execute(())?;
    let sql = "INSERT INTO journal (at, action, parcel_id, inverse) VALUES (?1, ?2, ?3, ?4)";
    db.prepare_cached(sql)?.execute((Instant(now), action.as_str(), id, json))?;
    Ok(())
}

/// As it is kept.
pub(in crate::store) fn to_json(inverse: &Inverse) -> Result<String> {
    Ok(serde_json::to_string(inverse).map_err(|e| rusqlite::Error::ToSqlConversionFailure(Box::new(e)))?)
}
