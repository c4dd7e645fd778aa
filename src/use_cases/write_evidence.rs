//! The evidence of a parcel: a pack that is put together and written to a file.

use std::io;
use std::path::{Path, PathBuf};

use chrono::{DateTime, Local, Utc};

use super::atomic_write;
use crate::domain::{Parcel, ParcelId, SourceId};
use crate::error_messages::{Failure, FileError};
use crate::evidence::{self, EvidenceInput, Pack};
use crate::sources::profiles;
use crate::store::{ChainCheck, Database, History, StoreError};
use crate::texts::Texts;

/// How many packs of one parcel and day get a name of their own.
const MOST: u32 = 999;

/// What the store has for the evidence of a parcel.
pub struct KeptEvidence {
    /// Everything about the parcel.
    pub history: History,
    /// Whether the answers in the whole database are as they came.
    pub chain: ChainCheck,
}

impl KeptEvidence {
    /// Reads it; `None`: there is no such parcel.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn read(db: &Database, id: ParcelId) -> Result<Option<Self>, StoreError> {
        let chain = db.verify_chain()?;
        Ok(db.history(id)?.map(|history| Self { history, chain }))
    }

    /// The first answer that is not as it came.
    #[must_use]
    pub fn broken_at(&self) -> Option<i64> {
        match self.chain {
            ChainCheck::Whole(_) => None,
            ChainCheck::Broken(id) => Some(id),
        }
    }

    /// Puts the pack together as of `now`; `full`: names, phone numbers and addresses stay in.
    ///
    /// # Errors
    /// A part is too large for a zip.
    pub fn pack(&self, texts: &Texts, now: DateTime<Utc>, full: bool) -> Result<Pack, Failure> {
        let (history, chain) = (&self.history, self.chain);
        let input = EvidenceInput { history, chain, source_name: &source_name, texts, now, full };
        evidence::pack(&input).map_err(|error| Failure::Evidence(error.to_string()))
    }

    /// Puts the pack together and writes it under a name that no file has yet, into the first folder that takes it.
    /// Gives the file's path.
    ///
    /// # Errors
    /// It cannot be made, or no folder takes it.
    pub fn write(&self, folders: &EvidenceFolders, texts: &Texts, now: DateTime<Utc>) -> Result<PathBuf, Failure> {
        let pack = self.pack(texts, now, false)?;
        let stem = stem(&self.history.dossier.parcel, now);
        let put = |folder: &Path| write_in(folder, &stem, &pack.bytes);
        if let Some(path) = folders.here.as_deref().and_then(|here| put(here).ok()) {
            return Ok(path);
        }
        put(&folders.data).map_err(|error| FileError::write(&folders.data.join(format!("{stem}.zip")), &error).into())
    }
}

/// Where a pack goes that nobody has named a file for.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct EvidenceFolders {
    /// Where the program was started, if that is known.
    pub here: Option<PathBuf>,
    /// Where it goes if that folder does not take it.
    pub data: PathBuf,
}

fn source_name(id: &SourceId) -> String {
    profiles().into_iter().find(|p| p.id == id.as_str()).map_or_else(|| id.to_string(), |p| p.name.to_owned())
}

fn write_in(folder: &Path, stem: &str, bytes: &[u8]) -> io::Result<PathBuf> {
    for count in 1..=MOST {
        let more = if count == 1 { String::new() } else { format!("-{count}") };
        let path = folder.join(format!("{stem}{more}.zip"));
        match atomic_write::write(&path, bytes, false) {
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
            done => return done.map(|()| path),
        }
    }
    Err(io::ErrorKind::AlreadyExists.into())
}

/// `posylka-NUMBER-DATE`; of a parcel without a number its id.
fn stem(parcel: &Parcel, now: DateTime<Utc>) -> String {
    let number = parcel.number().map_or_else(|| parcel.id.to_string(), ToString::to_string);
    let safe: String = number.chars().filter(|c| c.is_ascii_alphanumeric() || *c == '-').collect();
    format!("posylka-{safe}-{}", now.with_timezone(&Local).format("%Y-%m-%d"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{CleanText, NewParcel};
    use crate::store::Database;

    #[test]
    fn a_parcel_without_a_number_is_called_by_its_id_and_no_name_is_taken_twice() {
        let now: DateTime<Utc> = "2026-11-26T12:00:00Z".parse().unwrap();
        let mut db = Database::in_memory(now).unwrap();
        let orders = vec![CleanText::line("8190000000000001").into()];
        let id = db.add(&NewParcel { orders, ..NewParcel::default() }, now).unwrap().id();
        let kept = KeptEvidence::read(&db, id).unwrap().unwrap();
        let home = tempfile::tempdir().unwrap();
        let (here, data) = (Some(home.path().join("gone")), home.path().to_path_buf());
        let (folders, texts) = (EvidenceFolders { here, data }, Texts::new(crate::texts::Language::En));
        let day = now.with_timezone(&Local).format("%Y-%m-%d");
        for name in [format!("posylka-{id}-{day}.zip"), format!("posylka-{id}-{day}-2.zip")] {
            let path = kept.write(&folders, &texts, now).unwrap();
            assert_eq!(path, home.path().join(name));
            assert!(crate::evidence::verify(&atomic_write::read(&path).unwrap()).is_ok());
        }
    }
}
