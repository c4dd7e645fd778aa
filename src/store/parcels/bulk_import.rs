//! Adding many parcels at once: all or none, and one step to undo.

use chrono::{DateTime, Utc};

use super::{add, journal};
use crate::domain::{NewParcel, ParcelId};
use crate::store::{Added, Database, JournalAction, Result};

/// What became of one draft of many.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Imported {
    /// There is a new parcel.
    New(ParcelId),
    /// A parcel already there took over what it did not know.
    Filled(ParcelId),
    /// A parcel already there knew all of it.
    Known(ParcelId),
}

impl Imported {
    /// The parcel, new or old.
    #[must_use]
    pub fn id(self) -> ParcelId {
        match self {
            Self::New(id) | Self::Filled(id) | Self::Known(id) => id,
        }
    }
}

impl Database {
    /// Adds parcels as [`Database::add`] does, in one change that is undone in one step.
    ///
    /// # Errors
    /// As [`Database::add`]; nothing is kept then.
    pub fn add_all(&mut self, drafts: &[NewParcel], now: DateTime<Utc>) -> Result<Vec<Added>> {
        let tx = self.change()?;
        let before = journal::newest(&tx)?;
        let all = drafts.iter().map(|draft| add::add(&tx, draft, now)).collect::<Result<Vec<_>>>()?;
        let is_new = all.iter().any(|added| matches!(added, Added::New(_)));
        if journal::newest(&tx)? > before + 1 {
            journal::join_since(&tx, before, if is_new { JournalAction::Add } else { JournalAction::Edit })?;
        }
        tx.commit()?;
        Ok(all)
    }

    /// Adds parcels as [`Database::add`] does, in one change that is undone in one step. `rehearse`: everything is
    /// tried and nothing kept.
    ///
    /// # Errors
    /// As [`Database::add`]; nothing is kept then.
    pub fn import(&mut self, drafts: &[NewParcel], rehearse: bool, now: DateTime<Utc>) -> Result<Vec<Imported>> {
        let tx = self.change()?;
        let before = journal::newest(&tx)?;
        let mut all = Vec::with_capacity(drafts.len());
        for draft in drafts {
            let noted = journal::newest(&tx)?;
            all.push(match add::add(&tx, draft, now)? {
                Added::New(id) => Imported::New(id),
                Added::Already(id) if journal::newest(&tx)? > noted => Imported::Filled(id),
                Added::Already(id) => Imported::Known(id),
            });
        }
        journal::join_since(&tx, before, JournalAction::Import)?;
        if rehearse {
            tx.rollback()?;
        } else {
            tx.commit()?;
        }
        Ok(all)
    }
}
