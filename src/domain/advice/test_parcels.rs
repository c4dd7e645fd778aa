//! Parcels for the tests.

use chrono::{DateTime, Days, FixedOffset, NaiveDate, Offset, TimeDelta, Utc};

use super::{AdviceContext, AdviceSettings, NO_EXPERIENCE};
use crate::domain::{
    CleanText, Country, Event, EventTime, NumberRole, Outcome, Parcel, ParcelId, ParcelNumber, ReportedFacts, Standing,
    State, Summary, TrackingNumber,
};

pub(crate) fn now() -> DateTime<Utc> {
    "2026-11-23T12:00:00Z".parse().unwrap()
}

pub(crate) fn today() -> NaiveDate {
    now().date_naive()
}

/// The day so many days from today.
pub(crate) fn day(after: i64) -> NaiveDate {
    today() + TimeDelta::days(after)
}

pub(crate) fn context(rules: &AdviceSettings) -> AdviceContext<'_> {
    let offset: FixedOffset = Utc.fix();
    AdviceContext { now: now(), offset, rules, experience: &NO_EXPERIENCE }
}

pub(crate) fn number(text: &str) -> ParcelNumber {
    ParcelNumber { number: TrackingNumber::parse(text).unwrap(), role: NumberRole::First }
}

/// An event so many days ago.
pub(crate) fn event(days: u32, country: Option<Country>) -> Event {
    let at = now().checked_sub_days(Days::new(days.into())).unwrap();
    Event {
        time: Some(EventTime::at(at.naive_utc(), Some(Utc.fix()))),
        country,
        ..Event::new(TrackingNumber::parse("RB123456785CN").unwrap(), CleanText::line("scan"))
    }
}

/// A parcel that was added, or last heard of where it has a state that needs an event, so many days ago.
pub(crate) fn parcel(text: &str, state: Option<State>, days: u32) -> Parcel {
    let heard = state.filter(|s| s.status != crate::domain::Status::NotFound).map(|_| event(days, None));
    Parcel {
        numbers: vec![number(text)],
        summary: Summary { state, last_event: heard, ..Summary::default() },
        ..Parcel::new(ParcelId(1), now().checked_sub_days(Days::new(days.into())).unwrap())
    }
}

pub(crate) fn standing(source: &str, outcome: Outcome, facts: Option<ReportedFacts>) -> Standing {
    let answered = (!outcome.is_trouble()).then(now);
    Standing {
        checked_at: Some(now()),
        outcome: Some(outcome),
        answered_at: answered,
        facts,
        next_check_at: Some(now() + TimeDelta::days(2)),
        ..Standing::new(source.into(), TrackingNumber::parse("RB123456785CN").unwrap())
    }
}
