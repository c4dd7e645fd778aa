//! The folder of copies beside the database: one a day while the screen is open, the last few kept.

use std::fs;
use std::path::{Path, PathBuf};

use chrono::{DateTime, NaiveDateTime, TimeDelta, Utc};

use crate::store::{Database, StoreError};

/// How long a copy is fresh.
const DAILY: TimeDelta = TimeDelta::hours(24);
const PREFIX: &str = "posylka-";
const SUFFIX: &str = ".db";
const STAMP: &str = "%Y%m%d-%H%M%S";

/// Where the copies of a data directory are.
#[must_use]
pub fn folder(data_dir: &Path) -> PathBuf {
    data_dir.join("backups")
}

/// Makes a copy in the folder and takes away the oldest ones until `keep` are left. Gives its name, and how many parcels
/// are in it.
///
/// # Errors
/// As [`Database::back_up`]; no copy is taken away then.
pub fn make(db: &Database, data_dir: &Path, keep: u32, now: DateTime<Utc>) -> Result<(PathBuf, usize), StoreError> {
    let folder = folder(data_dir);
    let path = folder.join(format!("{PREFIX}{}{SUFFIX}", now.format(STAMP)));
    let parcels = db.back_up(&path)?;
    let mut made = made_at(&folder);
    made.retain(|(_, other)| *other != path);
    let spare = made.len().saturating_sub(usize::try_from(keep).unwrap_or(usize::MAX).saturating_sub(1));
    for (_, old) in made.into_iter().take(spare) {
        if let Err(error) = fs::remove_file(&old) {
            tracing::warn!("an old copy stays: {}: {error}", old.display());
        }
    }
    Ok((path, parcels))
}

/// Makes a copy where the newest one is a day old. Nothing is kept where `keep` is 0.
///
/// # Errors
/// As [`make`].
pub fn make_daily(db: &Database, data_dir: &Path, keep: u32, now: DateTime<Utc>) -> Result<(), StoreError> {
    // A copy of tomorrow was made before the clock was put back.
    let is_fresh = |made: &DateTime<Utc>| *made <= now && now - *made < DAILY;
    if keep == 0 || made_at(&folder(data_dir)).iter().any(|(made, _)| is_fresh(made)) {
        return Ok(());
    }
    make(db, data_dir, keep, now).map(drop)
}

/// The copies in the folder and when they were made, the oldest first.
fn made_at(folder: &Path) -> Vec<(DateTime<Utc>, PathBuf)> {
    let files = fs::read_dir(folder).into_iter().flatten().flatten().map(|file| file.path());
    let mut made: Vec<_> = files.filter_map(|path| Some((stamp(&path)?, path))).collect();
    made.sort_unstable();
    made
}

fn stamp(path: &Path) -> Option<DateTime<Utc>> {
    let stamp = path.file_name()?.to_str()?.strip_prefix(PREFIX)?.strip_suffix(SUFFIX)?;
    NaiveDateTime::parse_from_str(stamp, STAMP).ok().map(|made| made.and_utc())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_copy_a_day_and_the_last_few_stay() {
        let folder = tempfile::tempdir().unwrap();
        let start = DateTime::from_timestamp(1_790_000_000, 0).unwrap();
        let db = Database::open(&folder.path().join("posylka.db"), start).unwrap();
        let names = || {
            let made = made_at(&super::folder(folder.path()));
            made.into_iter().map(|(at, _)| (at - start).num_hours()).collect::<Vec<_>>()
        };
        for hours in [0, 5, 23, 24, 30, 48, 72] {
            make_daily(&db, folder.path(), 3, start + TimeDelta::hours(hours)).unwrap();
        }
        assert_eq!(names(), [24, 48, 72]);
        fs::write(super::folder(folder.path()).join("mine.db"), b"x").unwrap();
        make(&db, folder.path(), 1, start + TimeDelta::hours(73)).unwrap();
        assert_eq!(names(), [73]);
        assert_eq!(fs::read_dir(super::folder(folder.path())).unwrap().count(), 2, "what is not ours stays");
        make_daily(&db, folder.path(), 0, start + TimeDelta::days(9)).unwrap();
        assert_eq!(names(), [73]);
    }
}
