//! What is wrong with the configuration, and where. The reader's words are in `error_messages`.

use std::path::PathBuf;

use super::schema::ValueKind;

/// A mistake in the configuration.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
#[error("{place:?}: {problem:?}")]
pub struct ConfigError {
    /// Where it stands.
    pub place: ConfigLocation,
    /// What it is.
    pub problem: Problem,
}

/// Where a setting stands.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum ConfigLocation {
    /// In a file, at a line counted from 1; 0: the file as a whole.
    File(PathBuf, usize),
    /// In a variable of the environment.
    Variable(String),
}

/// What is wrong.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Problem {
    /// The file cannot be read.
    Unreadable(String),
    /// The file is not TOML.
    Syntax(String),
    /// There is no such key.
    UnknownKey {
        /// The key with its section.
        key: String,
        /// The key that was probably meant.
        nearest: Option<String>,
    },
    /// There is no such source.
    UnknownSource {
        /// The id as written.
        id: String,
        /// The source that was probably meant.
        nearest: Option<&'static str>,
    },
    /// A source of the user's own has a name that is none.
    WrongName {
        /// The name as written.
        id: String,
    },
    /// A section of a source of the user's own says things, but not which program to run.
    NoCommand {
        /// The section.
        section: String,
    },
    /// A value has the wrong kind or is out of bounds.
    WrongValue {
        /// The key with its section, or the variable.
        key: String,
        /// The value as written; `None` for a secret.
        value: Option<String>,
        /// What it has to be.
        wanted: ExpectedValue,
        /// The word that was probably meant.
        nearest: Option<&'static str>,
    },
    /// There is no such theme.
    UnknownTheme {
        /// The name as written.
        name: String,
        /// The theme that was probably meant.
        nearest: Option<String>,
        /// All there are.
        known: Vec<String>,
    },
    /// A channel has a name that is none.
    WrongChannelName {
        /// The name as written.
        id: String,
    },
    /// Something that cannot be done without is not said.
    MissingKey {
        /// The key with its section.
        key: String,
        /// What it has to be.
        wanted: ValueKind,
    },
    /// A secret is given in two ways.
    TwoWays {
        /// The section and the two keys.
        first: String,
        /// The other one.
        second: String,
    },
    /// There is neither `HOME` nor an XDG directory.
    NoHome,
}

/// What a value has to be.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ExpectedValue {
    /// As the table of keys says.
    Kind(ValueKind),
    /// A section with keys.
    Table,
    /// `0` or `1`.
    Bit,
    /// A time, RFC 3339.
    Time,
}

impl ConfigError {
    /// A mistake in a variable.
    #[must_use]
    pub fn variable(name: &str, value: &str, wanted: ExpectedValue) -> Self {
        let problem =
            Problem::WrongValue { key: name.to_owned(), value: Some(value.to_owned()), wanted, nearest: None };
        Self { place: ConfigLocation::Variable(name.to_owned()), problem }
    }
}
