//! A pack for a dispute for whoever names no file: the screen.

use std::io;
use std::path::{Path, PathBuf};

use chrono::{DateTime, Local, Utc};

use super::errors::CliError;
use super::{evidence, file};
use crate::domain::{Clean, Parcel};
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
/// One sentence: it cannot be made, or neither folder takes it.
pub fn write(
    history: &History,
    chain: ChainCheck,
    folders: &Folders,
    (texts, now): (&Texts, DateTime<Utc>),
) -> Result<PathBuf, Clean> {
    let said = |error: CliError| Clean::line(&error.words(texts).0);
    let pack = evidence::pack(history, chain, false, (texts, now)).map_err(said)?;
    let stem = stem(&history.dossier.parcel, now);
    let put = |folder: &Path| write_in(folder, &stem, &pack.bytes);
    if let Some(path) = folders.here.as_deref().and_then(|here| put(here).ok()) {
        return Ok(path);
    }
    let unwritten = |error| said(file::unwritten(&folders.data.join(format!("{stem}.zip")), &error, texts));
    put(&folders.data).map_err(unwritten)
}

fn write_in(folder: &Path, stem: &str, bytes: &[u8]) -> io::Result<PathBuf> {
    for count in 1..=MOST {
        let more = if count == 1 { String::new() } else { format!("-{count}") };
        let path = folder.join(format!("{stem}{more}.zip"));
        match file::write(&path, bytes, false) {
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
