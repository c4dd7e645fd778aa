//! Why a command ended early, told on standard error.

use std::io;

use super::exit_code::Exit;
use super::text_output::stdout_abilities::talk;
use crate::config::ConfigError;
use crate::error_messages::{ErrorKind, ErrorMessage, Failure, FileError};
use crate::store::StoreError;
use crate::t;
use crate::texts::Texts;

/// Why a command ended early. Nothing was changed, unless the sentence says otherwise.
#[derive(Debug)]
pub enum CliError {
    /// An error that the screen can meet as well.
    Failure(Failure),
    /// Standard output; a reader that went away is no failure.
    Output(io::Error),
    /// A mistake in the command line or in what it names, already in the reader's language.
    Message(ErrorMessage),
}

impl CliError {
    /// Something could not be done.
    #[must_use]
    #[expect(clippy::needless_pass_by_value, reason = "`t!` gives strings")]
    pub fn failed(what: String, hint: String) -> Self {
        Self::Message(ErrorMessage::failed(&what, Some(&hint)))
    }

    /// The command line is wrong.
    #[must_use]
    #[expect(clippy::needless_pass_by_value, reason = "`t!` gives strings")]
    pub fn usage(what: String, hint: String) -> Self {
        Self::Message(ErrorMessage::usage(&what, Some(&hint)))
    }

    /// Writes it to standard error and the log, and gives the exit code.
    pub fn tell(&self, texts: &Texts) -> Exit {
        if matches!(self, Self::Output(error) if error.kind() == io::ErrorKind::BrokenPipe) {
            return Exit::Done;
        }
        let ErrorMessage { kind, what, hint } = self.message(texts);
        tracing::error!("{what}");
        talk(&t!(texts, "error-line", what = what.as_str()));
        if let Some(hint) = hint {
            talk(&t!(texts, "error-hint", hint = hint.as_str()));
        }
        match kind {
            ErrorKind::Failed => Exit::Failed,
            ErrorKind::Usage => Exit::Usage,
        }
    }

    /// What the reader is told.
    #[must_use]
    pub fn message(&self, texts: &Texts) -> ErrorMessage {
        match self {
            Self::Failure(failure) => failure.message(texts),
            Self::Output(error) => ErrorMessage::failed(&t!(texts, "error-output", why = error.to_string()), None),
            Self::Message(message) => message.clone(),
        }
    }
}

impl From<Failure> for CliError {
    fn from(failure: Failure) -> Self {
        Self::Failure(failure)
    }
}

impl From<StoreError> for CliError {
    fn from(error: StoreError) -> Self {
        Self::Failure(error.into())
    }
}

impl From<ConfigError> for CliError {
    fn from(error: ConfigError) -> Self {
        Self::Failure(error.into())
    }
}

impl From<FileError> for CliError {
    fn from(error: FileError) -> Self {
        Self::Failure(error.into())
    }
}

impl From<io::Error> for CliError {
    fn from(error: io::Error) -> Self {
        Self::Output(error)
    }
}
