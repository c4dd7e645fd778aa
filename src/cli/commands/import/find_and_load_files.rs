//! Which files are meant, and their bytes, as far as they may go.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{self, BufRead, Read};
use std::path::{Path, PathBuf};

use crate::import;

/// A file is not read where it is larger, in bytes.
pub(super) const LARGEST: u64 = 256 << 20;
/// Folders are looked into so deep: Apple Mail keeps its files eleven folders down.
const DEEPEST: usize = 16;
/// A folder is looked through up to so many files.
const MOST_FILES: usize = 50_000;
/// What the files of a folder are called that are read; in a maildir all are. Others are where they begin as a mail.
const ENDINGS: [&str; 8] = ["eml", "mbox", "csv", "tsv", "txt", "emlx", "xlsx", "ods"];
/// A mail is told by so many first bytes.
const HEAD: u64 = 16 << 10;

/// What a file is that was not opened.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) enum FileKind {
    /// A file with this ending, in lower case.
    Ending(String),
    /// A file whose name has no ending.
    NoEnding,
    /// A symbolic link: it may lead anywhere, also back.
    Link,
    /// A hidden folder, or one that is too deep.
    Folder,
    /// A socket, a pipe or a device.
    Other,
}

/// The files that a path means.
#[derive(Default, Debug)]
pub(super) struct Files {
    /// Those that are read, in the order of their names.
    pub paths: Vec<PathBuf>,
    /// How many of a folder are not, by their kind.
    pub unopened: BTreeMap<FileKind, usize>,
}

/// The files that a path means: itself, or those in a folder.
///
/// # Errors
/// A folder cannot be listed.
pub(super) fn files(path: &Path) -> io::Result<Files> {
    let mut files = Files::default();
    if path.as_os_str() == "-" || !fs::metadata(path)?.is_dir() {
        files.paths.push(path.to_owned());
    } else {
        files.look_into(path, 0)?;
    }
    Ok(files)
}

impl Files {
    fn look_into(&mut self, folder: &Path, depth: usize) -> io::Result<()> {
        let mut entries: Vec<fs::DirEntry> = fs::read_dir(folder)?.collect::<Result<_, _>>()?;
        entries.sort_by_key(fs::DirEntry::file_name);
        let in_maildir = matches!(folder.file_name().and_then(|name| name.to_str()), Some("cur" | "new"));
        for entry in entries {
            let (path, kind) = (entry.path(), entry.file_type()?);
            if kind.is_dir() && is_half_delivered(&path) {
                continue;
            }
            if kind.is_dir() && depth < DEEPEST && !is_hidden(&path) {
                self.look_into(&path, depth + 1)?;
            } else if kind.is_file()
                && self.paths.len() < MOST_FILES
                && (in_maildir || has_ending(&path) || holds_mail(&path))
            {
                self.paths.push(path);
            } else {
                *self.unopened.entry(file_kind(&path, kind)).or_default() += 1;
            }
        }
        Ok(())
    }
}

/// What is half delivered in a maildir is no mail yet.
fn is_half_delivered(folder: &Path) -> bool {
    folder.file_name().is_some_and(|name| name == "tmp") && folder.with_file_name("cur").is_dir()
}

/// Hidden folders are a maildir's or nobody's business.
fn is_hidden(folder: &Path) -> bool {
    let name = folder.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    name.starts_with('.') && !folder.join("cur").is_dir()
}

fn ending(path: &Path) -> Option<String> {
    path.extension().map(|ending| ending.to_string_lossy().to_lowercase())
}

fn has_ending(path: &Path) -> bool {
    ending(path).is_some_and(|ending| ENDINGS.contains(&ending.as_str()))
}

/// Whether a file begins as a mail or a mailbox, whatever it is called: `Inbox`, `Sent`, `42`. One that cannot be opened
/// is reported where it is read.
fn holds_mail(path: &Path) -> bool {
    let mut head = Vec::new();
    File::open(path).and_then(|file| file.take(HEAD).read_to_end(&mut head)).is_err() || import::holds_mail(&head)
}

fn file_kind(path: &Path, kind: fs::FileType) -> FileKind {
    match () {
        () if kind.is_symlink() => FileKind::Link,
        () if kind.is_dir() => FileKind::Folder,
        () if !kind.is_file() => FileKind::Other,
        () => ending(path).map_or(FileKind::NoEnding, FileKind::Ending),
    }
}

/// A file's bytes, or those of standard input; `opened`: the reader if it has been opened already.
///
/// # Errors
/// It cannot be read, or is too large ([`io::ErrorKind::FileTooLarge`]).
pub(super) fn bytes(path: &Path, opened: Option<Box<dyn BufRead>>) -> io::Result<Vec<u8>> {
    let from: Box<dyn Read> = match opened {
        Some(opened) => Box::new(opened),
        None if path.as_os_str() == "-" => Box::new(io::stdin().lock()),
        None => Box::new(File::open(path)?),
    };
    let mut bytes = Vec::new();
    from.take(LARGEST + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > LARGEST { Err(io::ErrorKind::FileTooLarge.into()) } else { Ok(bytes) }
}
