//! Errors around the screen: its terminal, the reader's text editor, threads, a panic.

use chrono::{DateTime, Local, Utc};

use super::error_message::ErrorMessage;
use crate::t;
use crate::texts::Texts;

/// Why the reader's text editor gave no text back.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum EditorError {
    /// The environment names none.
    #[error("no editor set")]
    NotSet,
    /// The file that it is given cannot be written or read, in the system's words.
    #[error("file for the editor: {0}")]
    File(String),
    /// It could not be started, or ended with an error.
    #[error("{command}: {why}")]
    Failed {
        /// Its command.
        command: String,
        /// The system's words, or the exit code.
        why: String,
    },
}

pub(super) fn editor(texts: &Texts, error: &EditorError) -> ErrorMessage {
    let what = match error {
        EditorError::NotSet => t!(texts, "letter-no-editor"),
        EditorError::File(why) => t!(texts, "letter-file-failed", why = why.as_str()),
        EditorError::Failed { command, why } => {
            t!(texts, "letter-editor-failed", editor = command.as_str(), why = why.as_str())
        }
    };
    ErrorMessage::failed(&what, None)
}

pub(super) fn terminal(texts: &Texts, why: &str) -> ErrorMessage {
    ErrorMessage::failed(&t!(texts, "error-terminal", why = why), Some(&t!(texts, "error-no-screen-hint")))
}

pub(super) fn runtime(texts: &Texts, why: &str) -> ErrorMessage {
    ErrorMessage::failed(&t!(texts, "error-runtime", why = why), None)
}

pub(super) fn panic(texts: &Texts) -> ErrorMessage {
    ErrorMessage::failed(&t!(texts, "error-panic"), Some(&t!(texts, "error-panic-hint")))
}

pub(super) fn watcher_overdue(texts: &Texts, at: DateTime<Utc>) -> ErrorMessage {
    let at = at.with_timezone(&Local).format("%Y-%m-%d %H:%M").to_string();
    ErrorMessage::failed(&t!(texts, "doctor-watcher-overdue", at = at), Some(&t!(texts, "doctor-watcher-overdue-hint")))
}
