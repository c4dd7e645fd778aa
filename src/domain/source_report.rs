//! What a source answered about one number.

use chrono::NaiveDate;

use super::outcome::Outcome;
use super::trouble::Trouble;
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

impl From<&Report> for Outcome {
    fn from(report: &Report) -> Self {
        match report.finding {
            Finding::Unknown => Self::UnknownNumber,
            Finding::Known(_) if report.events.is_empty() => Self::NoNews,
            Finding::Known(_) => Self::Answered,
        }
    }
}
