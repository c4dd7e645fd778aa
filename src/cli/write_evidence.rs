//! A pack for a dispute for whoever names no file: the screen.

use std::io;
use std::path::{Path, PathBuf};

use chrono::{DateTime, Local, Utc};

use super::atomic_write;
use super::commands::evidence;
use crate::domain::Parcel;
use crate::error_messages::{Failure, FileError};
use crate::store::{ChainCheck, History};
use crate::texts::Texts;

/// So many packs of one parcel and day get a name of their own.
const MOST: u32 = 999;

/// Where a pack goes.
pub struct Folders {
    /// Where the program was started, as far as that is known.
    pub here: Option<PathBuf>,
    /// Where it goes if that folder does not take it.
    pub data: PathBuf,
}

/// Makes the pack of a parcel as `posylka evidence` does and writes it under a name that no file has yet; says where.
///
/// # Errors
/// It cannot be made, or neither folder takes it.
pub fn write(
    history: &History,
    chain: ChainCheck,
    folders: &Folders,
    (texts, now): (&Texts, DateTime<Utc>),
) -> Result<PathBuf, Failure> {
    let pack = evidence::pack(history, chain, false, (texts, now))?;
    let stem = stem(&history.dossier.parcel, now);
    let put = |folder: &Path| write_in(folder, &stem, &pack.bytes);
    if let Some(path) = folders.here.as_deref().and_then(|here| put(here).ok()) {
        return Ok(path);
    }
    put(&folders.data).map_err(|error| FileError::write(&folders.data.join(format!("{stem}.zip")), &error).into())
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
        let (history, chain) = (db.history(id).unwrap().unwrap(), db.verify_chain().unwrap());
        let home = tempfile::tempdir().unwrap();
        let (here, data) = (Some(home.path().join("gone")), home.path().to_path_buf());
        let (folders, texts) = (Folders { here, data }, Texts::new(crate::texts::Language::En));
        let day = now.with_timezone(&Local).format("%Y-%m-%d");
        for name in [format!("posylka-{id}-{day}.zip"), format!("posylka-{id}-{day}-2.zip")] {
            let path = write(&history, chain, &folders, (&texts, now)).unwrap();
            assert_eq!(path, home.path().join(name));
            assert!(crate::evidence::verify(&atomic_write::read(&path).unwrap()).is_ok());
        }
    }
}
