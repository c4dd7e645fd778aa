//! What a source answered about one number, and what it means for the next question.

use chrono::NaiveDate;

use super::{CleanText, Country, Event, State, Storage, TrackingNumber};

/// A source's answer about one number.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Reply {
    /// The number that was asked about.
    pub number: TrackingNumber,
    /// What the source said of it, or why it could not.
    pub result: Result<Report, Trouble>,
}

/// What a source said about one number.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Report {
    /// Known or not.
    pub finding: Finding,
    /// The events, newest first in the source's own order.
    pub events: Vec<Event>,
}

/// Whether the source knows the number.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Finding {
    /// The source knows the number; there may be no event yet.
    Known(Box<ReportedFacts>),
    /// The source does not know the number: a result, not a failure.
    Unknown,
}

/// What a source says about a parcel besides its events.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct ReportedFacts {
    /// The state the source claims now, read by the source's own rules.
    pub state: Option<State>,
    /// The carrier's words for that state.
    pub status_text: Option<CleanText>,
    /// Where the parcel comes from.
    pub origin: Option<Country>,
    /// Where it goes.
    pub destination: Option<Country>,
    /// Who carries it, as the source names them.
    pub carrier: Option<CleanText>,
    /// The kind of service, in the source's words ("Economy").
    pub service: Option<CleanText>,
    /// The last-mile carrier as the source describes it: name, phone, site.
    pub last_mile: Option<CleanText>,
    /// When it is expected.
    pub eta: Option<Eta>,
    /// How long it is kept where it waits to be collected.
    pub storage: Option<Storage>,
    /// Further numbers under which the parcel travels.
    pub handovers: Vec<TrackingNumber>,
}

/// An expected delivery, as a span of days; both ends may be equal.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Eta {
    /// The first day.
    pub from: NaiveDate,
    /// The last day.
    pub to: NaiveDate,
}

impl Eta {
    /// Whether a day lies within the span.
    #[must_use]
    pub fn contains(self, day: NaiveDate) -> bool {
        self.from <= day && day <= self.to
    }
}

/// Why a source gave no result. Never a parcel's status.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Trouble {
    /// Refused: a captcha, a block page, HTTP 403. Back off for hours.
    Blocked,
    /// Too many requests; the source may have said for how long.
    RateLimited {
        /// Seconds to wait, from Retry-After, where given.
        retry_after: Option<u64>,
    },
    /// The account's or our own quota is used up.
    BudgetSpent,
    /// The key is missing, wrong or not authorised: the user must act.
    BadKey,
    /// The source refuses the number's shape: the user must act.
    MalformedNumber,
    /// The source wants more (a postcode, a phone number): the user must act.
    MoreDataNeeded {
        /// What is wanted, in the source's words.
        what: CleanText,
    },
    /// The answer was larger than what is read.
    TooLarge,
    /// The network, a server error, a timeout: will pass.
    Temporary {
        /// What happened, without secrets.
        what: CleanText,
    },
    /// The answer has a shape that nobody knows.
    NotUnderstood {
        /// Where: a JSON or XML path and what was found there.
        path: CleanText,
    },
}

/// The outcome of a check in one word.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Outcome {
    /// Events came.
    Answered,
    /// Known, but nothing to tell yet.
    NoNews,
    /// The source does not know the number.
    UnknownNumber,
    /// See [`Trouble::Blocked`].
    Blocked,
    /// See [`Trouble::RateLimited`].
    RateLimited,
    /// See [`Trouble::BudgetSpent`].
    BudgetSpent,
    /// See [`Trouble::BadKey`].
    BadKey,
    /// See [`Trouble::MalformedNumber`].
    MalformedNumber,
    /// See [`Trouble::MoreDataNeeded`].
    MoreDataNeeded,
    /// See [`Trouble::TooLarge`].
    TooLarge,
    /// See [`Trouble::Temporary`].
    Temporary,
    /// See [`Trouble::NotUnderstood`].
    NotUnderstood,
}

impl Outcome {
    /// Every outcome.
    pub const ALL: [Self; 12] = [
        Self::Answered,
        Self::NoNews,
        Self::UnknownNumber,
        Self::Blocked,
        Self::RateLimited,
        Self::BudgetSpent,
        Self::BadKey,
        Self::MalformedNumber,
        Self::MoreDataNeeded,
        Self::TooLarge,
        Self::Temporary,
        Self::NotUnderstood,
    ];

    /// The word used in JSON and in the database.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Answered => "answered",
            Self::NoNews => "no_news",
            Self::UnknownNumber => "unknown_number",
            Self::Blocked => "blocked",
            Self::RateLimited => "rate_limited",
            Self::BudgetSpent => "budget_spent",
            Self::BadKey => "bad_key",
            Self::MalformedNumber => "malformed_number",
            Self::MoreDataNeeded => "more_data_needed",
            Self::TooLarge => "too_large",
            Self::Temporary => "temporary",
            Self::NotUnderstood => "not_understood",
        }
    }

    /// The outcome with that word.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|o| o.as_str() == word)
    }

    /// Whether the source failed, as opposed to having answered (also "I do not know this number").
    #[must_use]
    pub fn is_trouble(self) -> bool {
        !matches!(self, Self::Answered | Self::NoNews | Self::UnknownNumber)
    }
}

impl From<&Report> for Outcome {
    fn from(report: &Report) -> Self {
        match report.finding {
            Finding::Unknown => Self::UnknownNumber,
            Finding::Known(_) if report.events.is_empty() => Self::NoNews,
            Finding::Known(_) => Self::Answered,
        }
    }
}

impl From<&Trouble> for Outcome {
    fn from(trouble: &Trouble) -> Self {
        match trouble {
            Trouble::Blocked => Self::Blocked,
            Trouble::RateLimited { .. } => Self::RateLimited,
            Trouble::BudgetSpent => Self::BudgetSpent,
            Trouble::BadKey => Self::BadKey,
            Trouble::MalformedNumber => Self::MalformedNumber,
            Trouble::MoreDataNeeded { .. } => Self::MoreDataNeeded,
            Trouble::TooLarge => Self::TooLarge,
            Trouble::Temporary { .. } => Self::Temporary,
            Trouble::NotUnderstood { .. } => Self::NotUnderstood,
        }
    }
}

impl Trouble {
    /// The detail that goes beside the outcome's word: a path, a reason, what is wanted.
    #[must_use]
    pub fn detail(&self) -> Option<&CleanText> {
        match self {
            Self::MoreDataNeeded { what } | Self::Temporary { what } => Some(what),
            Self::NotUnderstood { path } => Some(path),
            _ => None,
        }
    }
}
