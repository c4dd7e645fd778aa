//! When somebody last looked after the parcels, and whether the watcher is alive.

use chrono::{DateTime, Utc};

use super::types::LoopMarks;
use crate::store::{Database, Result};

const LOOKED_KEY: &str = "looked_at";
const WATCHER_KEY: &str = "watcher_at";

impl Database {
    /// When somebody last looked, and when the watcher last said that it is alive.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn loop_marks(&self) -> Result<LoopMarks> {
        let read = |key| Ok::<_, crate::store::StoreError>(self.meta(key)?.and_then(|text| text.parse().ok()));
        Ok(LoopMarks { looked_at: read(LOOKED_KEY)?, watcher_at: read(WATCHER_KEY)? })
    }

    /// Notes that somebody looks now; the watcher also that it is alive.
    ///
    /// # Errors
    /// When the database cannot be written.
    pub fn mark_look(&mut self, now: DateTime<Utc>, is_watcher: bool) -> Result<()> {
        self.set_meta(LOOKED_KEY, &now.to_rfc3339())?;
        if is_watcher { self.set_meta(WATCHER_KEY, &now.to_rfc3339()) } else { Ok(()) }
    }

    /// Notes that no watcher is meant to run: it ended in order, or was taken out of service.
    ///
    /// # Errors
    /// When the database cannot be written.
    pub fn unmark_watcher(&mut self) -> Result<()> {
        self.connection.execute("DELETE FROM meta WHERE key = ?1", [WATCHER_KEY])?;
        Ok(())
    }
}
