//! What does not change while the screen is open.

use chrono::{DateTime, FixedOffset, NaiveDate, Offset, Utc};

use crate::domain::advice::AdviceSettings;
use crate::domain::message;
use crate::domain::{Country, SourceId, StalenessContext, TrackingNumber};
use crate::texts::Language;
use crate::themes::{BuiltIn, Depth, Ground, Looks, Theme};

/// What the configuration and the terminal decided.
#[derive(Clone, Debug)]
pub struct Settings {
    /// What advice depends on.
    pub rules: AdviceSettings,
    /// The reader's language.
    pub language: Language,
    /// Only ASCII frames and marks.
    pub ascii: bool,
    /// The colours.
    pub theme: Theme,
    /// How many of them the terminal has.
    pub depth: Depth,
    /// What is known of its background before it is asked.
    pub ground: Ground,
    /// The longest text that the way to the clipboard holds, in bytes; 0: there is none.
    pub clipboard_holds: usize,
    /// The parcels are made up and the answers replayed.
    pub demo: bool,
    /// Nobody is asked.
    pub offline: bool,
    /// The reader's offset from UTC.
    pub utc_offset: FixedOffset,
    /// The reader's country: ranks what a number may be.
    pub home: Option<Country>,
    /// What the sources are called, and where people look a number up.
    pub sources: Vec<SourceLabel>,
}

/// A source as people know it.
#[derive(Clone, Debug)]
pub struct SourceLabel {
    /// Which one.
    pub id: SourceId,
    /// Its name.
    pub name: String,
    /// The page for people; `{number}` stands for the number.
    pub page: String,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            rules: AdviceSettings::default(),
            language: Language::default(),
            ascii: false,
            theme: Theme::of(BuiltIn::Dark),
            depth: Depth::default(),
            ground: Ground::default(),
            clipboard_holds: usize::MAX,
            demo: false,
            offline: false,
            utc_offset: Utc.fix(),
            home: None,
            sources: Vec::new(),
        }
    }
}

impl Settings {
    /// How everything looks on a terminal with that background.
    #[must_use]
    pub fn looks(&self, ground: Ground) -> Looks {
        self.theme.looks(ground, self.depth)
    }

    /// Whether the terminal is to be asked for its colours: a console of sixteen would not answer.
    #[must_use]
    pub fn asks_colours(&self) -> bool {
        self.theme.base.follows_terminal() && self.depth != Depth::Sixteen
    }

    /// Whether nothing is to have a colour.
    #[must_use]
    pub fn is_mono(&self) -> bool {
        self.theme == Theme::of(BuiltIn::Mono)
    }

    /// The reader's language, as a language of messages.
    #[must_use]
    pub fn message_language(&self) -> message::Language {
        message::Language::parse(self.language.code()).unwrap_or(message::Language::English)
    }

    /// What to call a source: its name, or its id where nothing better is known.
    #[must_use]
    pub fn source_name<'a>(&'a self, id: &'a SourceId) -> &'a str {
        self.sources.iter().find(|s| s.id == *id).map_or(id.as_str(), |s| s.name.as_str())
    }

    /// The page where a person can look the number up at that source.
    #[must_use]
    pub fn page(&self, id: &SourceId, number: &TrackingNumber) -> Option<String> {
        let label = self.sources.iter().find(|s| s.id == *id && !s.page.is_empty())?;
        Some(label.page.replace("{number}", number.as_str()))
    }

    /// What parcels are measured by now.
    #[must_use]
    pub fn gauge(&self, now: DateTime<Utc>) -> StalenessContext {
        StalenessContext { now, offset: self.utc_offset, limits: self.rules.limits(), normal: self.rules.thresholds }
    }

    /// The reader's date at that instant.
    #[must_use]
    pub fn date(&self, at: DateTime<Utc>) -> NaiveDate {
        at.with_timezone(&self.utc_offset).date_naive()
    }
}
