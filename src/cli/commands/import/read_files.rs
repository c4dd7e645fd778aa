//! Which files are meant, and their bytes, as far as they may go.

use std::fs::{self, File};
use std::io::{self, BufRead, Read};
use std::path::{Path, PathBuf};

/// A file is not read where it is larger, in bytes.
pub(super) const LARGEST: u64 = 256 << 20;
/// Folders are looked into so deep.
const DEEPEST: usize = 6;
/// A folder is looked through up to so many files.
pub(super) const MOST_FILES: usize = 50_000;
/// What the files of a folder are called that are read; in a maildir all are.
const ENDINGS: [&str; 6] = ["eml", "mbox", "csv", "tsv", "txt", "emlx"];

/// The files that a path means: itself, or those in a folder, in the order of their names.
pub(super) fn files(path: &Path) -> io::Result<Vec<PathBuf>> {
    if path.as_os_str() == "-" || !fs::metadata(path)?.is_dir() {
        return Ok(vec![path.to_owned()]);
    }
    let mut found = Vec::new();
    look_into(path, 0, &mut found)?;
    Ok(found)
}

fn look_into(folder: &Path, depth: usize, found: &mut Vec<PathBuf>) -> io::Result<()> {
    let mut entries: Vec<fs::DirEntry> = fs::read_dir(folder)?.collect::<Result<_, _>>()?;
    entries.sort_by_key(fs::DirEntry::file_name);
    let in_maildir = matches!(folder.file_name().and_then(|name| name.to_str()), Some("cur" | "new"));
    for entry in entries {
        let (path, kind) = (entry.path(), entry.file_type()?);
        if found.len() >= MOST_FILES {
            return Ok(());
        }
        // A link may lead anywhere, also back.
        if kind.is_dir() && depth < DEEPEST && is_worth_it(&path) {
            look_into(&path, depth + 1, found)?;
        } else if kind.is_file() && (in_maildir || has_ending(&path)) {
            found.push(path);
        }
    }
    Ok(())
}

/// What is half delivered is no mail yet; hidden folders are a maildir's or nobody's business.
fn is_worth_it(folder: &Path) -> bool {
    let name = folder.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    name != "tmp" && (!name.starts_with('.') || folder.join("cur").is_dir())
}

fn has_ending(path: &Path) -> bool {
    let ending = path.extension().map(|ending| ending.to_string_lossy().to_lowercase());
    ending.is_some_and(|ending| ENDINGS.contains(&ending.as_str()))
}

/// A file's bytes, or those of standard input; `begun`: where its reading has begun already.
///
/// # Errors
/// It cannot be read, or is too large ([`io::ErrorKind::FileTooLarge`]).
pub(super) fn bytes(path: &Path, begun: Option<Box<dyn BufRead>>) -> io::Result<Vec<u8>> {
    let from: Box<dyn Read> = match begun {
        Some(begun) => Box::new(begun),
        None if path.as_os_str() == "-" => Box::new(io::stdin().lock()),
        None => Box::new(File::open(path)?),
    };
    let mut bytes = Vec::new();
    from.take(LARGEST + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > LARGEST { Err(io::ErrorKind::FileTooLarge.into()) } else { Ok(bytes) }
}
