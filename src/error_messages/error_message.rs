//! What the reader is told of an error.

use crate::domain::CleanText;

/// Whose mistake an error is; decides the exit code of a command.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ErrorKind {
    /// Something that was asked for could not be done: exit code 1.
    Failed,
    /// The request or the configuration is wrong: exit code 2.
    Usage,
}

/// One sentence about an error, and what to do.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ErrorMessage {
    /// Whose mistake it is.
    pub kind: ErrorKind,
    /// What went wrong: one line without control characters.
    pub what: CleanText,
    /// What to do, as one line.
    pub hint: Option<CleanText>,
}

impl ErrorMessage {
    /// Something could not be done.
    #[must_use]
    pub fn failed(what: &str, hint: Option<&str>) -> Self {
        Self::new(ErrorKind::Failed, what, hint)
    }

    /// The request or the configuration is wrong.
    #[must_use]
    pub fn usage(what: &str, hint: Option<&str>) -> Self {
        Self::new(ErrorKind::Usage, what, hint)
    }

    /// A path, a key of a file or a server's words may hold what a terminal takes for a command: both are cleaned.
    fn new(kind: ErrorKind, what: &str, hint: Option<&str>) -> Self {
        Self { kind, what: CleanText::line(what), hint: hint.map(CleanText::line) }
    }
}
