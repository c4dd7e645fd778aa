//! Any error that a reader is told of.

use chrono::{DateTime, Utc};

use super::error_message::ErrorMessage;
use super::file_error::{self, FileError};
use super::terminal_error;
use super::terminal_error::EditorError;
use super::{config_error, store_error};
use crate::config::ConfigError;
use crate::store::StoreError;
use crate::texts::Texts;

/// An error on its way to the place that shows it.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum Failure {
    /// Of the database.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// Values in the database that cannot be read any more; everything else was.
    #[error("unreadable in the database: {}", places.join(", "))]
    Unreadable {
        /// The parcels that they are part of, by id and number.
        parcels: Vec<String>,
        /// The tables' columns.
        places: Vec<String>,
    },
    /// Of the configuration.
    #[error(transparent)]
    Config(#[from] ConfigError),
    /// Of a file that is read or written.
    #[error(transparent)]
    File(#[from] FileError),
    /// Of the evidence, which could not be put together.
    #[error("evidence: {0}")]
    Evidence(String),
    /// Of the reader's text editor.
    #[error(transparent)]
    Editor(#[from] EditorError),
    /// Of the terminal, in the system's words.
    #[error("terminal: {0}")]
    Terminal(String),
    /// The watcher has not been heard of since then, although it is meant to run.
    #[error("the watcher was last heard of {0}")]
    WatcherOverdue(DateTime<Utc>),
    /// The system gives no threads or timers, in its words.
    #[error("runtime: {0}")]
    Runtime(String),
    /// A part of the program has panicked.
    #[error("panicked")]
    Panic,
}

impl Failure {
    /// What the reader is told.
    #[must_use]
    pub fn message(&self, texts: &Texts) -> ErrorMessage {
        match self {
            Self::Store(error) => store_error::message(texts, error),
            Self::Unreadable { parcels, places } => store_error::unreadable(texts, parcels, places),
            Self::Config(error) => config_error::message(texts, error),
            Self::File(error) => file_error::message(texts, error),
            Self::Evidence(why) => file_error::evidence(texts, why),
            Self::Editor(error) => terminal_error::editor(texts, error),
            Self::Terminal(why) => terminal_error::terminal(texts, why),
            Self::WatcherOverdue(at) => terminal_error::watcher_overdue(texts, *at),
            Self::Runtime(why) => terminal_error::runtime(texts, why),
            Self::Panic => terminal_error::panic(texts),
        }
    }
}
