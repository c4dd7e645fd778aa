//! Copies of a database while it is in use, and putting one back.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use chrono::{DateTime, Utc};
use rusqlite::backup::Backup;
use rusqlite::{Connection, OpenFlags};

use crate::store::database::data_dir::{create, make_folder_of, remove_if_there, restrict, sibling};
use crate::store::{ArchiveFilter, ChainCheck, Database, Result, StoreError};

/// Pages that are copied in one go, and the rest in between for whoever writes.
const STEP: i32 = 256;
const REST: Duration = Duration::from_millis(2);
/// What belongs to a database file.
const SUFFIXES: [&str; 3] = ["", "-wal", "-shm"];

impl Database {
    /// Copies the database as it is at this moment into a new file of its own, readable by its owner only, while others
    /// go on writing; a file of that name is replaced. Every page, row and kept answer of the copy is read before it gets
    /// its name. Gives the number of parcels in it.
    ///
    /// # Errors
    /// When the database is damaged, or the copy cannot be written; there is none then.
    pub fn back_up(&self, to: &Path) -> Result<usize> {
        make_folder_of(to)?;
        let half = sibling(to, ".part");
        let copied = self.copy(&half).and_then(|()| check(&half));
        let done = copied.and_then(|parcels| {
            let written = fs::File::open(&half).and_then(|file| file.sync_all());
            written.and_then(|()| fs::rename(&half, to)).map_err(|error| StoreError::io(to, &error))?;
            Ok(parcels)
        });
        if done.is_err() {
            for suffix in ["", "-journal", "-wal", "-shm"] {
                let _ = remove_if_there(&sibling(&half, suffix));
            }
        }
        done
    }

    fn copy(&self, to: &Path) -> Result<()> {
        remove_if_there(to)?;
        create(to)?;
        let mut copy = Connection::open(to)?;
        Backup::new(&self.connection, &mut copy)?.run_to_completion(STEP, REST, None)?;
        // One file, which can be read from any medium.
        copy.pragma_update(None, "journal_mode", "DELETE")?;
        Ok(())
    }

    /// Puts a copy in the place of the database, also under the hands of other programs, which go on with it. What was there is
    /// kept beside it; gives its name, where anything was there.
    ///
    /// # Errors
    /// When the copy is no whole database of ours or from a newer version, or the place cannot be written; nothing is
    /// changed then.
    pub fn put_back(copy: &Path, place: &Path, now: DateTime<Utc>) -> Result<Option<PathBuf>> {
        let source = Self::open_read_only(copy)?;
        sound(&source)?;
        make_folder_of(place)?;
        let kept = place.try_exists().unwrap_or(true).then(|| aside(place, now)).transpose()?;
        match over(&source, place) {
            Ok(()) => {}
            // What SQLite cannot open any more, nobody has open.
            Err(StoreError::NotADatabase | StoreError::Corrupt | StoreError::Io(_)) => in_place_of(&source, place)?,
            Err(error) => return Err(error),
        }
        drop(source);
        drop(Self::open(place, now)?);
        Ok(kept)
    }
}

/// Reads everything in a copy; gives the number of parcels.
fn check(copy: &Path) -> Result<usize> {
    sound(&Database::open_read_only(copy)?)
}

fn sound(database: &Database) -> Result<usize> {
    if database.integrity()? != "ok" {
        return Err(StoreError::Corrupt);
    }
    if let ChainCheck::Broken(id) = database.verify_chain()? {
        // It came so, and is the best there is; who looks at it is told.
        tracing::warn!("the kept answer {id} of the copy is not what came");
    }
    Ok(database.parcels(ArchiveFilter::All)?.len())
}

/// Keeps what is there under a name of its own, byte for byte where SQLite cannot read it.
fn aside(place: &Path, now: DateTime<Utc>) -> Result<PathBuf> {
    let stamp = now.format("%Y%m%d-%H%M%S");
    let names = (0..100).map(|nth| if nth == 0 { String::new() } else { format!("-{nth}") });
    let free = names.map(|nth| sibling(place, &format!(".replaced-{stamp}{nth}"))).find(|name| !name.exists());
    let kept = free.ok_or_else(|| StoreError::Io(place.display().to_string()))?;
    if Database::open_read_only(place).and_then(|old| old.back_up(&kept)).is_ok() {
        return Ok(kept);
    }
    for suffix in ["", "-wal"] {
        let (from, to) = (sibling(place, suffix), sibling(&kept, suffix));
        if from.exists() {
            create(&to)?;
            fs::copy(&from, &to).map_err(|error| StoreError::io(&to, &error))?;
            restrict(&to, 0o600)?;
        }
    }
    Ok(kept)
}

/// Writes the copy over the pages of the file, in one change that whoever has it open sees as any other.
fn over(source: &Database, place: &Path) -> Result<()> {
    create(place)?;
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_EXRESCODE;
    let mut target = Connection::open_with_flags(place, flags)?;
    target.busy_timeout(Duration::from_secs(10))?;
    Backup::new(&source.connection, &mut target)?.run_to_completion(i32::MAX, REST, None)?;
    Ok(())
}

/// Puts a new file in the place of one that is none.
fn in_place_of(source: &Database, place: &Path) -> Result<()> {
    let half = sibling(place, ".part");
    source.copy(&half)?;
    for suffix in SUFFIXES {
        remove_if_there(&sibling(place, suffix))?;
    }
    fs::rename(&half, place).map_err(|error| StoreError::io(place, &error))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{NewParcel, TrackingNumber};

    fn add(db: &mut Database, number: &str) {
        let numbers = vec![TrackingNumber::parse(number).unwrap()];
        db.add(&NewParcel { numbers, ..NewParcel::default() }, Utc::now()).unwrap();
    }

    #[test]
    fn a_copy_is_whole_and_comes_back_under_the_hands_of_who_has_the_file_open() {
        let folder = tempfile::tempdir().unwrap();
        let (place, copy) = (folder.path().join("posylka.db"), folder.path().join("copies/one.db"));
        let mut open = Database::open(&place, Utc::now()).unwrap();
        add(&mut open, "LP00620966542870");
        assert_eq!(open.back_up(&copy), Ok(1));
        add(&mut open, "RB382204916CN");
        let kept = Database::put_back(&copy, &place, Utc::now()).unwrap().unwrap();
        assert_eq!(open.parcels(ArchiveFilter::All).unwrap().len(), 1, "another connection sees it");
        add(&mut open, "RX000000014CN");
        assert_eq!(Database::open(&place, Utc::now()).unwrap().parcels(ArchiveFilter::All).unwrap().len(), 2);
        assert_eq!(Database::open_read_only(&kept).unwrap().parcels(ArchiveFilter::All).unwrap().len(), 2);
        let copies: Vec<_> = fs::read_dir(copy.parent().unwrap()).unwrap().collect();
        assert_eq!(copies.len(), 1, "nothing is left beside it");
    }

    #[test]
    fn a_damaged_file_is_kept_and_replaced_and_a_damaged_copy_is_refused() {
        let folder = tempfile::tempdir().unwrap();
        let (place, copy) = (folder.path().join("posylka.db"), folder.path().join("copy.db"));
        let mut db = Database::open(&place, Utc::now()).unwrap();
        add(&mut db, "LP00620966542870");
        db.back_up(&copy).unwrap();
        drop(db);
        fs::write(&place, b"not a database at all").unwrap();
        let kept = Database::put_back(&copy, &place, Utc::now()).unwrap().unwrap();
        assert_eq!(fs::read(&kept).unwrap(), b"not a database at all");
        assert_eq!(Database::open(&place, Utc::now()).unwrap().parcels(ArchiveFilter::All).unwrap().len(), 1);
        let mut bytes = fs::read(&copy).unwrap();
        bytes[8192..20_000].fill(0x55);
        fs::write(&copy, bytes).unwrap();
        let before = fs::read(&place).unwrap();
        assert!(Database::put_back(&copy, &place, Utc::now()).is_err());
        assert_eq!(fs::read(&place).unwrap(), before);
    }

    #[test]
    fn a_file_that_is_only_read_stays_as_it_is_with_what_its_log_holds() {
        let folder = tempfile::tempdir().unwrap();
        let (place, snapshot) = (folder.path().join("posylka.db"), folder.path().join("snapshot/posylka.db"));
        let mut open = Database::open(&place, Utc::now()).unwrap();
        add(&mut open, "LP00620966542870");
        fs::create_dir(snapshot.parent().unwrap()).unwrap();
        for suffix in ["", "-wal"] {
            fs::copy(sibling(&place, suffix), sibling(&snapshot, suffix)).unwrap();
        }
        let mut read = Database::open_read_only(&snapshot).unwrap();
        assert_eq!(read.parcels(ArchiveFilter::All).unwrap(), open.parcels(ArchiveFilter::All).unwrap());
        let numbers = vec![TrackingNumber::parse("RB382204916CN").unwrap()];
        let refused = read.add(&NewParcel { numbers, ..NewParcel::default() }, Utc::now());
        assert_eq!(refused.unwrap_err(), StoreError::ReadOnly);
        assert!(read.is_read_only() && !open.is_read_only());
    }
}
