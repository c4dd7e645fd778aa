//! Answers that could not be written into the database: set aside in a small database of their own beside it, and taken
//! in when it is opened the next time. An answer has been paid for.

use std::fs;
use std::path::{Path, PathBuf};

use chrono::{DateTime, Utc};

use crate::domain::NewParcel;
use crate::store::database::data_dir::{remove_if_there, sibling};
use crate::store::{Database, ExportItem, InvalidItem, Recording, Result, StoreError};

const SUFFIX: &str = ".unsaved";
/// While it is being taken in.
const TAKING: &str = ".taking";

impl Database {
    /// Sets an answer aside beside the database, which need not be writable now.
    ///
    /// # Errors
    /// When nothing can be written beside it either, or it is in memory.
    pub fn set_aside(&self, recording: &Recording) -> Result<()> {
        let path = self.path().ok_or(StoreError::ReadOnly)?;
        let mut aside = Self::open_plainly(&sibling(&path, SUFFIX), recording.answered_at)?;
        for reply in &recording.replies {
            // Only what belongs to a parcel is carried over.
            let new = NewParcel { numbers: vec![reply.number.clone()], ..NewParcel::default() };
            aside.add(&new, recording.answered_at)?;
        }
        aside.record(recording).map(drop)
    }

    /// Takes in what was set aside; what cannot be taken in now stays for the next time.
    pub(in crate::store) fn take_in_what_was_set_aside(&mut self, path: &Path, now: DateTime<Utc>) {
        let (aside, taking) = (sibling(path, SUFFIX), sibling(path, &format!("{SUFFIX}{TAKING}")));
        if !aside.exists() && !taking.exists() {
            return;
        }
        // What a killed run has left comes first; whoever sets something aside meanwhile begins a new file.
        let moved = |()| if taking.exists() { Ok(()) } else { rename(&aside, &taking) };
        let taken = moved(()).and_then(|()| self.take_in_all(&taking, now)).and_then(|()| remove(&taking));
        match taken {
            Ok(()) => tracing::info!("took in the answers that had been set aside"),
            Err(error) => tracing::warn!("answers that were set aside stay so: {error}"),
        }
    }

    fn take_in_all(&mut self, from: &Path, now: DateTime<Utc>) -> Result<()> {
        let aside = Self::open_plainly(from, now)?;
        let mut session = self.take_in(now)?;
        let refused = |error: InvalidItem| match error {
            InvalidItem::Store(error) => error,
            error => StoreError::Io(error.to_string()),
        };
        aside.carry::<StoreError>(true, |item| match item {
            ExportItem::Parcel(_) => Ok(()),
            item => session.take(&item).map_err(refused),
        })?;
        session.finish().map(drop)
    }
}

fn rename(from: &Path, to: &Path) -> Result<()> {
    for suffix in ["-wal", "-shm", ""] {
        let (from, to): (PathBuf, PathBuf) = (sibling(from, suffix), sibling(to, suffix));
        if from.exists() {
            fs::rename(&from, &to).map_err(|error| StoreError::io(&from, &error))?;
        }
    }
    remove_if_there(&sibling(from, ".lock"))
}

fn remove(path: &Path) -> Result<()> {
    ["", "-wal", "-shm", ".lock"].iter().try_for_each(|suffix| remove_if_there(&sibling(path, suffix)))
}
