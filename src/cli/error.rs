//! What went wrong, said in one sentence with a hint, in the reader's language.

use std::io;

use super::error_messages::{config_error, store_error};
use super::exit_code::Exit;
use super::text_output::stdout::talk;
use crate::config::ConfigError;
use crate::domain::CleanText;
use crate::store::StoreError;
use crate::t;
use crate::texts::Texts;

/// Why a command ended early. Nothing was changed, unless the sentence says otherwise.
#[derive(Debug)]
pub enum CliError {
    /// The database.
    Store(StoreError),
    /// The configuration.
    Config(ConfigError),
    /// Standard output; a reader that went away is no failure.
    Output(io::Error),
    /// Anything else, already in the reader's words.
    Said {
        /// The exit code.
        exit: Exit,
        /// One sentence.
        what: String,
        /// What to do.
        hint: Option<String>,
    },
}

impl CliError {
    /// It failed.
    #[must_use]
    pub fn failed(what: String, hint: String) -> Self {
        Self::Said { exit: Exit::Failed, what, hint: Some(hint) }
    }

    /// It was asked for in a wrong way.
    #[must_use]
    pub fn usage(what: String, hint: String) -> Self {
        Self::Said { exit: Exit::Usage, what, hint: Some(hint) }
    }

    /// The exit code.
    #[must_use]
    pub fn exit(&self) -> Exit {
        match self {
            Self::Output(error) if error.kind() == io::ErrorKind::BrokenPipe => Exit::Done,
            Self::Store(_) | Self::Output(_) => Exit::Failed,
            Self::Config(_) => Exit::Usage,
            Self::Said { exit, .. } => *exit,
        }
    }

    /// Says it on standard error.
    pub fn tell(&self, texts: &Texts) {
        if self.exit() == Exit::Done {
            return;
        }
        let (what, hint) = self.words(texts);
        // A key of the file or an address may hold what a terminal takes for a command.
        let what = CleanText::line(&what).to_string();
        tracing::error!("{what}");
        talk(&t!(texts, "error-line", what = what));
        if let Some(hint) = hint {
            talk(&t!(texts, "error-hint", hint = hint));
        }
    }

    /// The sentence and the hint.
    #[must_use]
    pub fn words(&self, texts: &Texts) -> (String, Option<String>) {
        match self {
            Self::Store(error) => store_error::store(texts, error),
            Self::Config(error) => config_error::config(texts, error),
            Self::Output(error) => (t!(texts, "error-output", why = error.to_string()), None),
            Self::Said { what, hint, .. } => (what.clone(), hint.clone()),
        }
    }
}

impl From<StoreError> for CliError {
    fn from(error: StoreError) -> Self {
        Self::Store(error)
    }
}

impl From<ConfigError> for CliError {
    fn from(error: ConfigError) -> Self {
        Self::Config(error)
    }
}

impl From<io::Error> for CliError {
    fn from(error: io::Error) -> Self {
        Self::Output(error)
    }
}
