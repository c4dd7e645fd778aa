//! What a change is worth telling: a parcel as it is now against what was last told of it.

use chrono::{DateTime, Utc};

use super::event_news::EventNews;
use super::notice_facts::MOST_EVENTS;
use super::{NoticeFacts, NoticeKind, Told};
use crate::domain::{Eta, Parcel, State, Status, Timeline};

/// Whether anybody has told anything of the parcel: "unknown" is nothing.
#[must_use]
pub fn is_heard(parcel: &Parcel) -> bool {
    parcel.summary.state.is_some_and(|state| state.status != Status::NotFound) || parcel.summary.last_event.is_some()
}

/// What is to be told of a parcel of which something may have changed, and what counts as told from then on.
#[must_use]
pub fn after_change(
    told: &Told,
    parcel: &Parcel,
    timeline: &Timeline,
    now: DateTime<Utc>,
) -> (Vec<(NoticeKind, NoticeFacts)>, Told) {
    let events = EventNews::of(told, timeline, now);
    let mut next = Told { event: events.newest, events_that_day: events.that_day, ..told.clone() };
    let mut news = Vec::new();
    news.extend(way(told, parcel, &events));
    news.extend(expected(told, parcel));
    // What goes away is no news, and does not make its return one.
    next.state = known_state(parcel).or(told.state);
    next.eta = eta(parcel).or(told.eta);
    next.storage_until = storage_end(parcel);
    if is_heard(parcel) {
        next.heard_at = told.heard_at.or(Some(now));
    }
    if !news.is_empty() {
        next.news_at = Some(now);
    }
    (news, next)
}

/// The state, the storage and the events: one piece of news.
fn way(told: &Told, parcel: &Parcel, events: &EventNews) -> Option<(NoticeKind, NoticeFacts)> {
    let state = known_state(parcel);
    let before = told.state.filter(|before| state != Some(*before));
    let another = state.filter(|state| is_another(told.state, *state, !events.events.is_empty()));
    let longer = another.is_none() && storage_end(parcel).is_some() && storage_end(parcel) != told.storage_until;
    if another.is_none() && !longer && events.events.is_empty() {
        return None;
    }
    let of_state = another.or(state.filter(|_| longer)).map(NoticeKind::of_state);
    let silence = told.is_silence_told() && !events.events.is_empty();
    let kind = match of_state {
        Some(kind @ (NoticeKind::Ready | NoticeKind::Delivered | NoticeKind::Problem)) => kind,
        _ if silence => NoticeKind::SilenceBroken,
        Some(kind) => kind,
        None => NoticeKind::Event,
    };
    let silent_days = silence.then(|| gap(told, events)).flatten();
    let more = events.events.len().saturating_sub(MOST_EVENTS);
    let facts = NoticeFacts {
        state,
        state_before: before.filter(|_| another.is_some()),
        events: events.events.iter().take(MOST_EVENTS).cloned().collect(),
        more_events: u32::try_from(more).unwrap_or(u32::MAX),
        eta: eta(parcel),
        until: storage_end(parcel),
        silent_days,
        ..NoticeFacts::default()
    };
    Some((kind, facts))
}

/// Another status is news by itself; a finer state under the same one only with an event, since sources read old events
/// anew now and then.
fn is_another(told: Option<State>, state: State, has_events: bool) -> bool {
    told.is_none_or(|told| told.status != state.status || (told != state && has_events))
}

fn gap(told: &Told, events: &EventNews) -> Option<u32> {
    let days = (events.newest?.approximate() - told.event?.approximate()).num_days();
    u32::try_from(days).ok()
}

fn expected(told: &Told, parcel: &Parcel) -> Option<(NoticeKind, NoticeFacts)> {
    let eta = eta(parcel).filter(|eta| told.eta != Some(*eta))?;
    let facts = NoticeFacts {
        state: known_state(parcel),
        eta: Some(eta),
        eta_before: told.eta,
        until: parcel.protection().map(|end| end.deadline.until).filter(|until| eta.to > *until),
        ..NoticeFacts::default()
    };
    Some((NoticeKind::Eta, facts))
}

fn known_state(parcel: &Parcel) -> Option<State> {
    parcel.summary.state.filter(|state| state.status != Status::NotFound)
}

fn eta(parcel: &Parcel) -> Option<Eta> {
    parcel.summary.eta.as_ref().map(|(eta, _)| *eta)
}

fn storage_end(parcel: &Parcel) -> Option<chrono::NaiveDate> {
    parcel.summary.storage.as_ref().map(|(storage, _)| storage.until)
}
