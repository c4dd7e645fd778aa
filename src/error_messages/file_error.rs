//! Files that could not be read or written.

use std::io;
use std::path::{Path, PathBuf};

use super::error_message::ErrorMessage;
use crate::domain::CleanText;
use crate::t;
use crate::texts::Texts;

/// An error of one file.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
#[error("{}: {problem}", path.display())]
pub struct FileError {
    /// Which file.
    pub path: PathBuf,
    /// What is wrong.
    pub problem: FileProblem,
}

/// What can be wrong with a file.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum FileProblem {
    /// It is there already, and may not be replaced.
    #[error("already there")]
    Exists,
    /// It cannot be written, in the system's words.
    #[error("not written: {0}")]
    Write(String),
    /// It cannot be read, in the system's words.
    #[error("not read: {0}")]
    Read(String),
}

impl FileError {
    /// The file is there already.
    #[must_use]
    pub fn exists(path: &Path) -> Self {
        Self { path: path.to_owned(), problem: FileProblem::Exists }
    }

    /// The file could not be written.
    #[must_use]
    pub fn write(path: &Path, error: &io::Error) -> Self {
        if error.kind() == io::ErrorKind::AlreadyExists {
            return Self::exists(path);
        }
        Self { path: path.to_owned(), problem: FileProblem::Write(error.to_string()) }
    }

    /// The file could not be read.
    #[must_use]
    pub fn read(path: &Path, error: &io::Error) -> Self {
        Self { path: path.to_owned(), problem: FileProblem::Read(error.to_string()) }
    }
}

pub(super) fn message(texts: &Texts, error: &FileError) -> ErrorMessage {
    let file = shown_path(&error.path);
    match &error.problem {
        FileProblem::Exists => {
            let what = t!(texts, "error-file-exists", file = file);
            ErrorMessage::failed(&what, Some(&t!(texts, "error-file-exists-hint")))
        }
        FileProblem::Write(why) => {
            let what = t!(texts, "error-file-write", file = file, why = why.as_str());
            ErrorMessage::failed(&what, Some(&t!(texts, "error-file-write-hint")))
        }
        FileProblem::Read(why) => {
            ErrorMessage::failed(&t!(texts, "error-file-read", file = file, why = why.as_str()), None)
        }
    }
}

/// A pack of evidence that could not be put together.
pub(super) fn evidence(texts: &Texts, why: &str) -> ErrorMessage {
    let what = t!(texts, "error-evidence-pack", why = why);
    ErrorMessage::failed(&what, Some(&t!(texts, "error-evidence-pack-hint")))
}

/// A path as it can be shown: one line without control characters.
#[must_use]
pub fn shown_path(path: &Path) -> String {
    CleanText::line(&path.display().to_string()).to_string()
}
