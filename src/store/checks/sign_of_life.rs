//! A file that a program holds locked while it has claims: the system lets the lock go however the program ends, so that
//! what a killed one had claimed is free at once.

use std::fs::{File, TryLockError};
use std::path::{Path, PathBuf};

use crate::store::Result;
use crate::store::database::data_dir;

/// Begins the name of an owner that gives a sign of life; a program that gives none is believed until its claims run out.
const SIGNED: char = 'L';
const SUFFIX: &str = ".alive";

/// A program's sign of life. It ends with the value.
#[derive(Debug)]
pub(in crate::store) struct SignOfLife {
    path: PathBuf,
    _locked: File,
}

impl SignOfLife {
    /// Gives a sign for an owner, who has that name then; `None` on a file system without locks.
    pub(in crate::store) fn give(database: &Path, owner: &str) -> Result<Option<(String, Self)>> {
        let owner = format!("{SIGNED}{owner}");
        clear_away(database);
        let path = path_of(database, &owner);
        data_dir::create(&path)?;
        let Ok(file) = File::open(&path) else { return Ok(None) };
        // Somebody who clears away may have come in between.
        if file.try_lock().is_err() || !path.exists() {
            data_dir::remove_if_there(&path)?;
            return Ok(None);
        }
        Ok(Some((owner, Self { path, _locked: file })))
    }
}

impl Drop for SignOfLife {
    fn drop(&mut self) {
        let _ = data_dir::remove_if_there(&self.path);
    }
}

/// Whether the owner of a claim has surely ended; takes away what it left.
pub(in crate::store) fn has_ended(database: &Path, owner: &str) -> bool {
    if !owner.starts_with(SIGNED) || !owner.chars().all(|letter| letter.is_ascii_alphanumeric()) {
        return false;
    }
    let path = path_of(database, owner);
    let Ok(file) = File::open(&path) else { return !path.exists() };
    match file.try_lock() {
        Ok(()) => {
            let _ = data_dir::remove_if_there(&path);
            true
        }
        Err(TryLockError::WouldBlock | TryLockError::Error(_)) => false,
    }
}

/// Takes away the signs of programs that have ended without claims.
fn clear_away(database: &Path) {
    let (Some(folder), Some(name)) = (database.parent(), database.file_name().and_then(|name| name.to_str())) else {
        return;
    };
    for file in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        let found = file.file_name();
        let owner = found.to_str().and_then(|found| found.strip_prefix(name)?.strip_prefix('.')?.strip_suffix(SUFFIX));
        if let Some(owner) = owner {
            has_ended(database, owner);
        }
    }
}

fn path_of(database: &Path, owner: &str) -> PathBuf {
    data_dir::sibling(database, &format!(".{owner}{SUFFIX}"))
}
