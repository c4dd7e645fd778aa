//! What the settings say that advice depends on.

use std::fmt;
use std::sync::Arc;

use chrono::{DateTime, FixedOffset, NaiveDate, Utc};

use super::{LearnedSilence, Stage, Thresholds};
use crate::domain::current_silence::StalenessLimits;
use crate::domain::dispute_deadline;
use crate::domain::dispute_deadline::Preset;
use crate::domain::{Country, Parcel, SourceId, TrackingNumber};

/// Where a source's answers can be hoped for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum SourceReach {
    /// Anywhere.
    Anywhere,
    /// Parcels to these countries (ISO 3166-1 alpha-2).
    Countries(&'static [&'static str]),
}

/// Whether a source may know a number, as far as the number tells.
#[derive(Clone)]
pub struct OwnershipTest(Arc<dyn Fn(&TrackingNumber) -> bool + Send + Sync>);

/// A source that the program knows, and whether it is asked.
#[derive(Clone, Debug)]
pub struct SourceSwitch {
    /// Which one.
    pub id: SourceId,
    /// Its name.
    pub name: String,
    /// Whether it is asked; not: switched off, or without its key.
    pub on: bool,
    /// Whether it is asked only when nobody else knows the number.
    pub last_resort: bool,
    /// The page for people; `{number}` stands for the number. Empty: there is none.
    pub page: String,
    /// Where it may know something.
    pub reach: SourceReach,
    /// Which numbers it may know.
    pub fits: OwnershipTest,
    /// Which of them are its own: it is asked about these wherever the parcel goes.
    pub owns: OwnershipTest,
}

/// The settings that advice depends on.
#[derive(Clone, Debug)]
pub struct AdviceSettings {
    /// Full days of silence after which an unfinished parcel is stale.
    pub stale_after_days: u32,
    /// Full days of silence that are normal at each stage.
    pub thresholds: Thresholds,
    /// Days before the protection ends by which a dispute should be open.
    pub dispute_margin_days: u32,
    /// Days after a delivery, or its confirmation, for which a dispute can still be opened.
    pub after_delivery_days: u32,
    /// How long a protection may last, for the user to pick from.
    pub presets: Vec<Preset>,
    /// The reader's country: where a parcel goes of which nobody says so.
    pub home: Option<Country>,
    /// Every source, in the order in which they are recommended.
    pub sources: Vec<SourceSwitch>,
}

/// What advice depends on besides the parcel.
#[derive(Clone, Copy, Debug)]
pub struct AdviceContext<'a> {
    /// Now.
    pub now: DateTime<Utc>,
    /// The reader's offset from UTC: days are counted by the reader's calendar.
    pub offset: FixedOffset,
    /// The settings.
    pub rules: &'a AdviceSettings,
    /// What delivered parcels tell.
    pub experience: &'a LearnedSilence,
}

impl AdviceSettings {
    /// Days before the protection ends by which a dispute should be open, unless the user says otherwise.
    pub const DISPUTE_MARGIN_DAYS: u32 = 2;
    /// Days after a delivery for which a dispute can be opened, unless the user says otherwise.
    pub const AFTER_DELIVERY_DAYS: u32 = 15;

    /// The defaults around a number of days, with no sources.
    #[must_use]
    pub fn around(stale_after_days: u32) -> Self {
        Self {
            stale_after_days,
            thresholds: Thresholds::around(stale_after_days),
            dispute_margin_days: Self::DISPUTE_MARGIN_DAYS,
            after_delivery_days: Self::AFTER_DELIVERY_DAYS,
            presets: dispute_deadline::usual_presets(),
            home: None,
            sources: Vec::new(),
        }
    }

    /// When silence makes a parcel stale.
    #[must_use]
    pub fn limits(&self) -> StalenessLimits {
        StalenessLimits { usual: self.stale_after_days, no_number: self.thresholds.days(Stage::NoNumber) }
    }

    /// What to call a source: its name, or its id where nothing better is known.
    #[must_use]
    pub fn source_name<'a>(&'a self, id: &'a SourceId) -> &'a str {
        self.sources.iter().find(|s| s.id == *id).map_or(id.as_str(), |s| s.name.as_str())
    }
}

impl Default for AdviceSettings {
    fn default() -> Self {
        Self::around(7)
    }
}

impl OwnershipTest {
    /// As a function tells.
    #[must_use]
    pub fn by(fits: impl Fn(&TrackingNumber) -> bool + Send + Sync + 'static) -> Self {
        Self(Arc::new(fits))
    }

    /// Whatever the number.
    #[must_use]
    pub fn any() -> Self {
        Self::by(|_| true)
    }

    /// No number.
    #[must_use]
    pub fn none() -> Self {
        Self::by(|_| false)
    }
}

impl fmt::Debug for OwnershipTest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("OwnershipTest")
    }
}

impl SourceSwitch {
    /// Whether it may know one of a parcel's numbers.
    #[must_use]
    pub fn fits(&self, parcel: &Parcel) -> bool {
        parcel.numbers.iter().any(|n| (self.fits.0)(&n.number))
    }

    /// Whether one of a parcel's numbers is its own.
    #[must_use]
    pub fn owns(&self, parcel: &Parcel) -> bool {
        parcel.numbers.iter().any(|n| (self.owns.0)(&n.number))
    }

    /// Whether it is asked about a parcel that goes there, now or when its turn comes.
    #[must_use]
    pub fn can_be_asked(&self, parcel: &Parcel, destination: Option<Country>) -> bool {
        let is_pinned = parcel.pinned.contains(&self.id);
        let is_free =
            || parcel.pinned.is_empty() && (self.owns(parcel) || (self.fits(parcel) && self.reaches(destination)));
        self.on && !parcel.excluded.contains(&self.id) && (is_pinned || is_free())
    }

    /// Whether it may know a parcel that goes there; with no destination known, only one that knows any.
    #[must_use]
    pub fn reaches(&self, destination: Option<Country>) -> bool {
        match self.reach {
            SourceReach::Anywhere => true,
            SourceReach::Countries(_) => destination.is_some_and(|country| self.serves(country)),
        }
    }

    /// Whether it is that country's own.
    #[must_use]
    pub fn serves(&self, country: Country) -> bool {
        matches!(self.reach, SourceReach::Countries(list) if list.contains(&country.as_str()))
    }
}

impl AdviceContext<'_> {
    /// The reader's date now.
    #[must_use]
    pub fn today(&self) -> NaiveDate {
        self.date(self.now)
    }

    /// The reader's date of an instant.
    #[must_use]
    pub fn date(&self, at: DateTime<Utc>) -> NaiveDate {
        at.with_timezone(&self.offset).date_naive()
    }
}
