//! `--lang`: of the screen and the commands, and of a message.

use crate::domain::message;
use crate::texts::Language;

/// A language, or the locale's. Of a message it is the same type, because both are the one flag `--lang`.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum LanguageArg {
    /// The locale's.
    Auto,
    /// English.
    En,
    /// Russian.
    Ru,
    /// Chinese: of messages only.
    Zh,
}

impl LanguageArg {
    /// The one with that word of the command line.
    #[must_use]
    pub fn of(word: &str) -> Self {
        match word {
            "en" => Self::En,
            "ru" => Self::Ru,
            "zh" => Self::Zh,
            _ => Self::Auto,
        }
    }

    /// The language of screen and messages.
    #[must_use]
    pub fn reader_language(self) -> Option<Language> {
        match self {
            Self::En => Some(Language::En),
            Self::Ru => Some(Language::Ru),
            Self::Zh | Self::Auto => None,
        }
    }

    /// The language of a message.
    #[must_use]
    pub fn message_language(self) -> Option<message::Language> {
        match self {
            Self::En => Some(message::Language::English),
            Self::Ru => Some(message::Language::Russian),
            Self::Zh => Some(message::Language::Chinese),
            Self::Auto => None,
        }
    }
}
