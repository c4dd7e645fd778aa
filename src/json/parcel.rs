//! A parcel in JSON.

use chrono::{DateTime, Utc};
use serde::Serialize;

use super::advice::SilenceJson;
use super::order::{OrderJson, ProtectionJson, WindowJson};
use super::standing::{StandingJson, status};
use super::{AdviceJson, EventJson, ForecastJson, MessageJson, NamedDaysJson, day, instant, number};
use crate::domain::current_silence::StalenessLimits;
use crate::domain::forecast::Forecasts;
use crate::domain::{
    Eta, Parcel, ParcelNumber, SourceId, Standing, Storage, SubStatus, Timeline, advice, current_silence, snooze,
};
use crate::store::{ListedDetails, ParcelDetails};

/// A parcel in short.
#[derive(Serialize, Debug)]
#[expect(clippy::struct_excessive_bools, reason = "independent answers for scripts, not a state")]
pub struct ParcelJson {
    /// Its identity; stays the same.
    pub id: i64,
    /// The user's name for it.
    pub title: Option<String>,
    /// The first number.
    pub number: Option<String>,
    /// All numbers, in the order they came.
    pub numbers: Vec<NumberJson>,
    /// The shop's orders.
    pub orders: Vec<String>,
    /// The shop.
    pub shop: Option<String>,
    /// The user's tags.
    pub tags: Vec<String>,
    /// The user's note.
    pub note: Option<String>,
    /// The status; `null` before the first answer.
    pub status: Option<&'static str>,
    /// The finer status.
    pub sub_status: Option<&'static str>,
    /// The carrier's words for the status.
    pub status_text: Option<String>,
    /// Whose claim the status is.
    pub status_source: Option<String>,
    /// Where it comes from.
    pub origin: Option<String>,
    /// Where it goes.
    pub destination: Option<String>,
    /// Who carries it.
    pub carrier: Option<String>,
    /// The newest event.
    pub last_event: Option<EventJson>,
    /// When something material changed last.
    pub changed_at: Option<String>,
    /// When it was last asked about.
    pub checked_at: Option<String>,
    /// When it will be asked about next.
    pub next_check_at: Option<String>,
    /// Full days since the newest event, or since it was added.
    pub silent_days: u32,
    /// Silent for too long, and not finished.
    pub stale: bool,
    /// How long is too long.
    pub stale_after_days: u32,
    /// How long silence is normal where it is; `null` where it is finished.
    pub silence: Option<SilenceJson>,
    /// Left alone until then, because the user said so; `null` where it is not.
    pub snoozed_until: Option<String>,
    /// Nothing more is to come.
    pub finished: bool,
    /// Put away.
    pub archived: bool,
    /// When it is expected.
    pub eta: Option<EtaJson>,
    /// What the user's own parcels tell of its arrival; `null` where it is not under way.
    pub forecast: Option<ForecastJson>,
    /// How long it is kept where it waits to be collected; `null` where no source tells.
    pub storage: Option<StorageJson>,
    /// The last day to open a dispute.
    pub protected_until: Option<String>,
    /// The same with what follows from it.
    pub protection: Option<ProtectionJson>,
    /// How long after the delivery a dispute can be opened.
    pub after_delivery: Option<WindowJson>,
    /// What is known of the orders.
    pub order_details: Vec<OrderJson>,
    /// The user says that it never came.
    pub not_received: bool,
    /// What every source that was asked says.
    pub sources: Vec<StandingJson>,
    /// What to do about it.
    pub advice: Option<AdviceJson>,
}

/// A parcel with its timeline.
#[derive(Serialize, Debug)]
pub struct ShownJson {
    /// The parcel.
    #[serde(flatten)]
    pub parcel: ParcelJson,
    /// Its events, newest first.
    pub events: Vec<EventJson>,
    /// Every span of days that a source named for its arrival, the earliest said first.
    pub named_days: Vec<NamedDaysJson>,
    /// The letters that were written about it, newest first.
    pub messages: Vec<MessageJson>,
}

/// A number of a parcel.
#[derive(Serialize, Debug)]
pub struct NumberJson {
    /// The number.
    pub number: String,
    /// `first` or `handover`.
    pub role: &'static str,
    /// What it can be, likeliest first.
    pub formats: Vec<&'static str>,
}

/// An expected delivery.
#[derive(Serialize, Debug)]
pub struct EtaJson {
    /// The first day.
    pub from: String,
    /// The last day.
    pub to: String,
    /// Who said so.
    pub source: String,
}

/// How long a parcel is kept where it waits to be collected.
#[derive(Serialize, Debug)]
pub struct StorageJson {
    /// The last day.
    pub until: String,
    /// What comes then: `sent_back` or `costs`.
    pub then: &'static str,
    /// Who said so.
    pub source: String,
}

/// What is said about parcels besides the parcels: the clock and the settings.
#[derive(Clone, Copy, Debug)]
pub struct Frame<'a> {
    /// Now.
    pub now: DateTime<Utc>,
    /// What advice is given by.
    pub advice: advice::AdviceContext<'a>,
    /// What own parcels tell.
    pub forecasts: &'a Forecasts,
}

impl Frame<'_> {
    fn limits(&self) -> StalenessLimits {
        self.advice.rules.limits()
    }
}

impl ParcelJson {
    /// A parcel, with the newest event of its timeline and what each source says.
    #[must_use]
    pub fn of(parcel: &Parcel, standings: &[Standing], timeline: &Timeline, frame: Frame) -> Self {
        Self::with_event(parcel, standings, timeline.newest().map(EventJson::of), frame)
    }

    /// The same of a listed parcel: its newest event is the one that its row tells.
    #[must_use]
    pub fn listed(parcel: &Parcel, details: &ListedDetails, frame: Frame) -> Self {
        let event = parcel.summary.last_event.as_ref().zip(details.newest.as_ref());
        let event = event.map(|(event, told)| EventJson::newest(event, told));
        Self::with_event(parcel, &details.standings, event, frame)
    }

    fn with_event(parcel: &Parcel, standings: &[Standing], last_event: Option<EventJson>, frame: Frame) -> Self {
        let summary = &parcel.summary;
        Self {
            id: parcel.id.0,
            title: text(parcel.title.as_deref()),
            number: parcel.number().map(ToString::to_string),
            numbers: parcel.numbers.iter().map(NumberJson::of).collect(),
            orders: parcel.order_codes().map(ToString::to_string).collect(),
            shop: text(parcel.shop.as_deref()),
            tags: texts(&parcel.tags),
            note: text(parcel.note.as_deref()),
            status: status(summary.state),
            sub_status: summary.state.and_then(|s| s.sub).map(SubStatus::as_str),
            status_text: text(summary.status_text.as_deref()),
            status_source: summary.status_source.as_ref().map(ToString::to_string),
            origin: summary.origin.map(|c| c.to_string()),
            destination: summary.destination.map(|c| c.to_string()),
            carrier: text(summary.carrier.as_deref()),
            last_event,
            changed_at: summary.changed_at.map(instant),
            checked_at: summary.checked_at.map(instant),
            next_check_at: summary.next_check_at.map(instant),
            silent_days: current_silence::silent_days(parcel, frame.now),
            stale: current_silence::is_stale(parcel, frame.limits(), frame.now),
            stale_after_days: parcel.stale_after(frame.limits()),
            silence: advice::normal(parcel, standings, &frame.advice).as_ref().map(SilenceJson::of),
            snoozed_until: snooze::rest(parcel, frame.advice.today()).until().map(day),
            finished: parcel.is_finished(),
            archived: parcel.archived_at.is_some(),
            eta: summary.eta.as_ref().map(|(eta, source)| EtaJson::of(*eta, source)),
            forecast: frame.forecasts.of_parcel(parcel).as_ref().map(ForecastJson::of),
            storage: summary.storage.as_ref().map(|(storage, source)| StorageJson::of(*storage, source)),
            protected_until: parcel.protection().map(|guard| day(guard.deadline.until)),
            protection: ProtectionJson::of(parcel, &frame.advice),
            after_delivery: WindowJson::of(parcel, &frame.advice),
            order_details: parcel.orders.iter().map(OrderJson::of).collect(),
            not_received: parcel.missing_at.is_some(),
            sources: StandingJson::by_source(standings),
            advice: advice::advice(parcel, standings, &frame.advice).as_ref().map(AdviceJson::of),
        }
    }
}

impl ShownJson {
    /// A parcel, its whole timeline and its letters.
    #[must_use]
    pub fn of(dossier: &ParcelDetails, frame: Frame) -> Self {
        Self {
            parcel: ParcelJson::of(&dossier.parcel, &dossier.standings, &dossier.timeline, frame),
            events: dossier.timeline.entries.iter().map(EventJson::of).collect(),
            named_days: dossier.named_days.iter().map(NamedDaysJson::of).collect(),
            messages: dossier.messages.iter().map(MessageJson::of).collect(),
        }
    }
}

impl NumberJson {
    fn of(number: &ParcelNumber) -> Self {
        Self { number: number.number.to_string(), role: number.role.as_str(), formats: number::formats(&number.number) }
    }
}

impl EtaJson {
    fn of(eta: Eta, source: &SourceId) -> Self {
        Self { from: day(eta.from), to: day(eta.to), source: source.to_string() }
    }
}

impl StorageJson {
    fn of(storage: Storage, source: &SourceId) -> Self {
        Self { until: day(storage.until), then: storage.then.as_str(), source: source.to_string() }
    }
}

fn text(text: Option<&str>) -> Option<String> {
    text.map(str::to_owned)
}

fn texts(texts: &[crate::domain::CleanText]) -> Vec<String> {
    texts.iter().map(ToString::to_string).collect()
}
