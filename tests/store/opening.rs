//! Opening files: ours, others', newer, broken, and who may read them.

use std::fs;
use std::path::{Path, PathBuf};

use posylka::store::{ArchiveFilter, Database, StoreError};

use crate::support::*;

fn place() -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("data").join("deep").join("posylka.db");
    (folder, path)
}

fn refused(path: &Path) -> StoreError {
    Database::open(path, now()).err().unwrap()
}

#[test]
fn what_is_written_is_there_after_opening_again() {
    let (_folder, path) = place();
    let mut db = Database::open(&path, now()).unwrap();
    assert_eq!(db.journal_mode(), "wal");
    assert_eq!(db.integrity().unwrap(), "ok");
    let id = add(&mut db, LP);
    db.set_meta("seen", "yes").unwrap();
    db.set_meta("seen", "twice").unwrap();
    drop(db);
    let db = Database::open(&path, at(60)).unwrap();
    assert_eq!(db.parcels(ArchiveFilter::All).unwrap()[0].id, id);
    assert_eq!(db.meta("seen").unwrap().as_deref(), Some("twice"));
    assert_eq!(db.meta("never").unwrap(), None);
    assert_eq!(db.meta("created_at").unwrap(), Some(now().to_rfc3339()));
    let names: Vec<_> = fs::read_dir(path.parent().unwrap()).unwrap().map(|e| e.unwrap().file_name()).collect();
    assert!(!names.iter().any(|n| n.to_string_lossy().contains("before")), "nothing was upgraded: {names:?}");
}

#[cfg(unix)]
#[test]
fn only_the_owner_may_look() {
    use std::os::unix::fs::PermissionsExt;
    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    let (_folder, path) = place();
    let mut db = Database::open(&path, now()).unwrap();
    add(&mut db, LP);
    assert_eq!(mode(path.parent().unwrap()), 0o700);
    assert_eq!(mode(path.parent().unwrap().parent().unwrap()), 0o700);
    for entry in fs::read_dir(path.parent().unwrap()).unwrap() {
        let file = entry.unwrap().path();
        assert_eq!(mode(&file), 0o600, "{}", file.display());
    }
    assert!(path.with_file_name("posylka.db-wal").exists());
    drop(db);
    fs::set_permissions(&path, fs::Permissions::from_mode(0o644)).unwrap();
    let _db = Database::open(&path, now()).unwrap();
    assert_eq!(mode(&path), 0o600, "a copy that came with wider permissions is closed again");
}

#[test]
fn a_newer_database_is_left_as_it_is() {
    let (_folder, path) = place();
    let mut db = Database::open(&path, now()).unwrap();
    add(&mut db, LP);
    drop(db);
    rusqlite::Connection::open(&path).unwrap().execute_batch("PRAGMA user_version = 99").unwrap();
    let before = fs::read(&path).unwrap();
    let error = refused(&path);
    let StoreError::Newer { found: 99, known } = error else { panic!("{error}") };
    assert_eq!(error.to_string(), format!("database version 99 is newer than {known}"));
    assert!(Database::open_read_only(&path).is_err());
    assert_eq!(fs::read(&path).unwrap(), before);
}

#[test]
fn a_newer_database_in_use_is_not_written_back() {
    let (_folder, path) = place();
    drop(Database::open(&path, now()).unwrap());
    let newer = rusqlite::Connection::open(&path).unwrap();
    newer.execute_batch("CREATE TABLE later (x); PRAGMA user_version = 99").unwrap();
    let wal = path.with_file_name("posylka.db-wal");
    // As after a crash of the newer program: the journal holds changes that are not in the file yet.
    let (main, journal) = (fs::read(&path).unwrap(), fs::read(&wal).unwrap());
    drop(newer);
    fs::write(&path, &main).unwrap();
    fs::write(&wal, &journal).unwrap();
    assert!(matches!(refused(&path), StoreError::Newer { found: 99, .. }));
    assert_eq!(fs::read(&path).unwrap(), main);
    assert_eq!(fs::read(&wal).unwrap(), journal);
}

#[test]
fn other_files_are_refused_and_left_as_they_are() {
    let (_folder, path) = place();
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    let foreign = path.with_file_name("foreign.db");
    rusqlite::Connection::open(&foreign).unwrap().execute_batch("CREATE TABLE songs (title)").unwrap();
    let text = path.with_file_name("text.db");
    fs::write(&text, "this is my shopping list").unwrap();
    let noise = path.with_file_name("noise.db");
    fs::write(&noise, (0..40_000_u32).map(|n| u8::try_from(n * 7 % 251).unwrap()).collect::<Vec<_>>()).unwrap();
    for file in [foreign, text, noise] {
        let before = fs::read(&file).unwrap();
        let error = refused(&file);
        assert!(matches!(error, StoreError::NotADatabase), "{}: {error}", file.display());
        assert_eq!(fs::read(&file).unwrap(), before);
    }
}

#[test]
fn a_damaged_database_is_refused_and_left_as_it_is() {
    let (_folder, path) = place();
    let mut db = Database::open(&path, now()).unwrap();
    add(&mut db, LP);
    drop(db);
    let mut bytes = fs::read(&path).unwrap();
    bytes[100..4096].fill(0xa5);
    fs::write(&path, &bytes).unwrap();
    let error = refused(&path);
    assert!(matches!(error, StoreError::Corrupt), "{error:?}");
    assert_eq!(fs::read(&path).unwrap(), bytes);
}

#[test]
fn a_folder_that_cannot_be_written_is_named() {
    let (_folder, path) = place();
    fs::create_dir_all(path.parent().unwrap().parent().unwrap()).unwrap();
    fs::write(path.parent().unwrap(), "a file where the folder should be").unwrap();
    let error = refused(&path).to_string();
    assert!(error.contains(path.parent().unwrap().to_str().unwrap()), "{error}");
}

#[cfg(unix)]
#[test]
fn a_read_only_folder_is_a_clear_error() {
    use std::os::unix::fs::PermissionsExt;
    let folder = tempfile::tempdir().unwrap();
    fs::set_permissions(folder.path(), fs::Permissions::from_mode(0o500)).unwrap();
    let path = folder.path().join("posylka.db");
    // Root writes anywhere, except where the kernel itself refuses.
    let path = if fs::write(folder.path().join("probe"), "").is_ok() { "/sys/kernel/posylka.db".into() } else { path };
    if path.parent().is_some_and(Path::is_dir) {
        assert!(matches!(refused(&path), StoreError::ReadOnly));
    }
}

#[cfg(unix)]
#[test]
fn a_database_in_a_read_only_folder_is_a_clear_error() {
    use std::os::unix::fs::PermissionsExt;
    let (_folder, path) = place();
    let mut db = Database::open(&path, now()).unwrap();
    add(&mut db, LP);
    drop(db);
    let folder = path.parent().unwrap();
    let mode = |mode| fs::set_permissions(folder, fs::Permissions::from_mode(mode)).unwrap();
    mode(0o500);
    let root = fs::write(folder.join("probe"), "").is_ok();
    let opened = Database::open(&path, now());
    mode(0o700);
    if !root {
        assert!(matches!(opened, Err(StoreError::ReadOnly)), "{opened:?}");
    }
}

#[test]
fn reading_only_reads_and_refuses_to_write() {
    let (_folder, path) = place();
    let mut db = Database::open(&path, now()).unwrap();
    add(&mut db, LP);
    let mut reader = Database::open_read_only(&path).unwrap();
    assert_eq!(reader.parcels(ArchiveFilter::All).unwrap().len(), 1);
    assert!(matches!(reader.add(&draft(RA), now()), Err(StoreError::ReadOnly)));
    add(&mut db, RA);
    assert_eq!(reader.parcels(ArchiveFilter::All).unwrap().len(), 2);
    assert!(Database::open_read_only(&path.with_file_name("absent.db")).is_err());
    assert!(!path.with_file_name("absent.db").exists());
}
