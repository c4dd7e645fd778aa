//! Letters in JSON.

use serde::Serialize;

use super::instant;
use crate::domain::message::{Language, MessageChoice, SentMessage};

/// A letter that was drafted.
#[derive(Serialize, Debug)]
pub struct DraftedMessageJson {
    /// `seller` or `carrier`.
    pub to: &'static str,
    /// What it is about.
    pub situation: &'static str,
    /// Its language, ISO 639.
    pub lang: &'static str,
    /// The text; several lines.
    pub text: String,
    /// The same in the user's own language; `null`: it is in that already.
    pub beside: Option<BesideJson>,
    /// Whether it went into the parcel's log just now.
    pub logged: bool,
}

/// A letter in the user's own language.
#[derive(Serialize, Debug)]
pub struct BesideJson {
    /// Which language, ISO 639.
    pub lang: &'static str,
    /// The text.
    pub text: String,
}

/// A letter in a parcel's log.
#[derive(Serialize, Debug)]
pub struct MessageJson {
    /// When it was kept.
    pub at: String,
    /// `seller` or `carrier`.
    pub to: &'static str,
    /// What it is about.
    pub situation: &'static str,
    /// Its language, ISO 639.
    pub lang: &'static str,
    /// `copied`, `noted` or `printed`.
    pub how: &'static str,
    /// The text; several lines.
    pub text: String,
}

impl DraftedMessageJson {
    /// A letter; `beside` is the reader's own language and the same in it.
    #[must_use]
    pub fn of(letter: &SentMessage, beside: Option<(Language, &str)>, logged: bool) -> Self {
        let MessageChoice { situation, to, language } = letter.choice;
        Self {
            to: to.as_str(),
            situation: situation.as_str(),
            lang: language.as_str(),
            text: letter.text.to_string(),
            beside: beside.map(|(language, text)| BesideJson { lang: language.as_str(), text: text.to_owned() }),
            logged,
        }
    }
}

impl MessageJson {
    /// A kept letter.
    #[must_use]
    pub fn of(kept: &SentMessage) -> Self {
        Self {
            at: instant(kept.at),
            to: kept.choice.to.as_str(),
            situation: kept.choice.situation.as_str(),
            lang: kept.choice.language.as_str(),
            how: kept.how.as_str(),
            text: kept.text.to_string(),
        }
    }
}
