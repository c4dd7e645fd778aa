//! A notice in JSON: for programs, webhooks and `watch --json`.

use serde::Serialize;

use super::event::TimeJson;
use super::{AdviceJson, day, instant};
use crate::domain::advice::{Advice, Situation};
use crate::domain::notice::{Notice, NoticeEvent};
use crate::domain::{Eta, Outcome, Parcel, State, SubStatus};

/// One thing that is worth telling.
#[derive(Serialize, Debug)]
pub struct NoticeJson {
    /// Its place in the outbox; the same wherever it is told.
    pub id: i64,
    /// When it was found.
    pub at: String,
    /// What it is about.
    pub kind: &'static str,
    /// Whether it passes quiet hours where no rule says otherwise.
    pub urgent: bool,
    /// What it says, in the reader's language.
    pub text: String,
    /// The parcel; `null`: it is about a source, or about everything.
    pub parcel: Option<NoticeParcelJson>,
    /// The source.
    pub source: Option<String>,
    /// The status now.
    pub status: Option<&'static str>,
    /// The finer status now.
    pub sub_status: Option<&'static str>,
    /// The status that was told before, where it is another.
    pub status_before: Option<&'static str>,
    /// What happened since, newest first.
    pub events: Vec<NoticeEventJson>,
    /// When it is expected.
    pub eta: Option<NoticeEtaJson>,
    /// When it was expected.
    pub eta_before: Option<NoticeEtaJson>,
    /// The last day: of the storage or of the protection.
    pub until: Option<String>,
    /// The last safe day to open a dispute.
    pub dispute_by: Option<String>,
    /// What the parcel is stuck in.
    pub situation: Option<&'static str>,
    /// Full days of silence: so far, or before the news.
    pub silent_days: Option<u32>,
    /// How the source failed.
    pub outcome: Option<&'static str>,
    /// Since when the source has failed.
    pub since: Option<String>,
    /// What to do.
    pub advice: Option<AdviceJson>,
}

/// The parcel of a notice.
#[derive(Serialize, Debug)]
pub struct NoticeParcelJson {
    /// Its identity.
    pub id: i64,
    /// The user's name for it.
    pub title: Option<String>,
    /// Its numbers.
    pub numbers: Vec<String>,
    /// What the shop calls its orders.
    pub orders: Vec<String>,
    /// The user's tags.
    pub tags: Vec<String>,
}

/// An event as a notice names it.
#[derive(Serialize, Debug)]
pub struct NoticeEventJson {
    /// When, as far as it was said.
    pub time: Option<TimeJson>,
    /// Where.
    pub place: Option<String>,
    /// What, in the words for the reader.
    pub text: String,
}

/// An expected delivery.
#[derive(Serialize, Debug)]
pub struct NoticeEtaJson {
    /// The first day.
    pub from: String,
    /// The last day.
    pub to: String,
}

impl NoticeJson {
    /// A notice with its words, its parcel as it is now, and what is advised about it.
    #[must_use]
    pub fn of(notice: &Notice, text: String, parcel: Option<&Parcel>, advice: Option<&Advice>) -> Self {
        let facts = &notice.facts;
        let status = |state: Option<State>| state.map(|s| s.status.as_str());
        Self {
            id: notice.id,
            at: instant(notice.at),
            kind: notice.kind.as_str(),
            urgent: notice.is_urgent(),
            text,
            parcel: parcel.map(NoticeParcelJson::of),
            source: notice.source.as_ref().map(ToString::to_string),
            status: status(facts.state),
            sub_status: facts.state.and_then(|s| s.sub).map(SubStatus::as_str),
            status_before: status(facts.state_before),
            events: facts.events.iter().map(NoticeEventJson::of).collect(),
            eta: facts.eta.map(NoticeEtaJson::of),
            eta_before: facts.eta_before.map(NoticeEtaJson::of),
            until: facts.until.map(day),
            dispute_by: facts.dispute_by.map(day),
            situation: facts.situation.map(Situation::as_str),
            silent_days: facts.silent_days,
            outcome: facts.outcome.map(Outcome::as_str),
            since: facts.since.map(instant),
            advice: advice.map(AdviceJson::of),
        }
    }
}

impl NoticeParcelJson {
    fn of(parcel: &Parcel) -> Self {
        Self {
            id: parcel.id.0,
            title: parcel.title.as_ref().map(ToString::to_string),
            numbers: parcel.numbers.iter().map(|held| held.number.to_string()).collect(),
            orders: parcel.order_codes().map(ToString::to_string).collect(),
            tags: parcel.tags.iter().map(ToString::to_string).collect(),
        }
    }
}

impl NoticeEventJson {
    fn of(event: &NoticeEvent) -> Self {
        Self {
            time: event.time.as_ref().map(TimeJson::of),
            place: event.place.as_ref().map(ToString::to_string),
            text: event.text.to_string(),
        }
    }
}

impl NoticeEtaJson {
    fn of(eta: Eta) -> Self {
        Self { from: day(eta.from), to: day(eta.to) }
    }
}
