//! What a source is: data, not code.

use std::fmt;
use std::time::Duration;

use super::ownership::ownership_rule::{Ownership, OwnershipRule};
use crate::domain::{SourceId, TrackingNumber};

/// What kind of source it is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Role {
    /// Knows the first leg of parcels from abroad.
    FirstLeg,
    /// A post or courier that delivers in these countries (ISO 3166-1 alpha-2).
    Local(&'static [&'static str]),
    /// Knows many carriers.
    Aggregator,
    /// Asked when no other source knows the number.
    LastResort,
}

/// How much of a parcel's history an answer holds.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum History {
    /// All events: one that an answer does not list any more was taken back.
    LenientInteger,
    /// The newest steps only: what an answer leaves out was not taken back.
    NewestOnly,
}

/// What a source is.
pub struct Profile {
    /// The id used in configuration, JSON and the database.
    pub id: &'static str,
    /// The name shown to people.
    pub name: &'static str,
    /// How it relates to a number.
    pub ownership: OwnershipRule,
    /// What kind of source it is, which decides when it is asked.
    pub role: Role,
    /// How much of the history an answer holds.
    pub history: History,
    /// Names of the secrets it needs before it can be asked; empty: it works at once.
    pub secrets: &'static [&'static str],
    /// The most numbers in one question.
    pub batch: usize,
    /// The most questions under way at once.
    pub parallel: usize,
    /// Least time between the starts of two questions.
    pub gap: Duration,
    /// The most requests a day; `None`: no limit.
    pub daily_budget: Option<u32>,
    /// The most requests a month; `None`: no limit.
    pub monthly_budget: Option<u32>,
    /// Least time between two checks of the same number, also when the user insists.
    pub min_interval: Duration,
    /// Where it answers, unless the configuration says otherwise.
    pub base_url: &'static str,
    /// The page for people; `{number}` stands for the number. Empty: there is none.
    pub page: &'static str,
    /// How to get a key, in one line; empty where none is needed.
    pub key_hint: &'static str,
}

impl Profile {
    /// The rest of a profile that states only what is special: no key, one number a question, one question at a
    /// time, no budget, whole histories, any number possible.
    pub const DEFAULT: Self = Self {
        id: "",
        name: "",
        ownership: &|_| Ownership::Possible,
        role: Role::FirstLeg,
        history: History::LenientInteger,
        secrets: &[],
        batch: 1,
        parallel: 1,
        gap: Duration::ZERO,
        daily_budget: None,
        monthly_budget: None,
        min_interval: Duration::ZERO,
        base_url: "",
        page: "",
        key_hint: "",
    };

    /// The id as a domain value.
    #[must_use]
    pub fn source_id(&self) -> SourceId {
        SourceId::new(self.id)
    }

    /// How it relates to a number.
    #[must_use]
    pub fn ownership_of(&self, number: &TrackingNumber) -> Ownership {
        (self.ownership)(number)
    }

    /// The page where a person can look the number up.
    #[must_use]
    pub fn page_for(&self, number: &TrackingNumber) -> String {
        self.page.replace("{number}", number.as_str())
    }
}

impl fmt::Debug for Profile {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Profile").field("id", &self.id).finish_non_exhaustive()
    }
}
