//! Which events happened after the newest one that was told. Another wording, another order, another source for the
//! same scan are none.

use chrono::{DateTime, TimeDelta, Utc};

use super::{NoticeEvent, Told};
use crate::domain::{Entry, Event, EventTime, Precision, Timeline};

/// A wall time without zone may be so much ahead of the clock; what is later is an announcement.
const AHEAD: TimeDelta = TimeDelta::hours(14);

/// The events that a timeline has beyond what was told.
pub(super) struct EventNews {
    /// They, newest first.
    pub events: Vec<NoticeEvent>,
    /// When the newest one is that counts from now on.
    pub newest: Option<EventTime>,
    /// How many there are on its day.
    pub that_day: u32,
}

impl EventNews {
    pub fn of(told: &Told, timeline: &Timeline, now: DateTime<Utc>) -> Self {
        let dated: Vec<(EventTime, &Event)> = timeline.entries.iter().filter_map(|e| happened(e, now)).collect();
        let on_day_of = |time: &EventTime| dated.iter().filter(|(t, _)| t.date() == time.date()).count();
        let known = told.event.as_ref();
        // Where there is no time of day, a further line on the same day is a further event.
        let mut further = known.map_or(0, |then| on_day_of(then).saturating_sub(told.events_that_day as usize));
        let mut events = Vec::new();
        for (time, event) in &dated {
            let same_day_unclear = known.is_some_and(|then| is_unclear(time, then));
            let fresh = known.is_none_or(|then| is_later(time, then)) || (same_day_unclear && further > 0);
            if fresh {
                further = further.saturating_sub(usize::from(same_day_unclear));
                events.push(told_event(event));
            }
        }
        let newest = dated.iter().map(|(time, _)| *time).max_by_key(EventTime::approximate);
        let newest = match (newest, known) {
            (Some(new), Some(then)) if !is_later(&new, then) => Some(*then),
            (new, then) => new.or(then.copied()),
        };
        let same_day = |time: &EventTime| known.filter(|then| then.date() == time.date());
        let that_day = newest.as_ref().map_or(0, |time| {
            let count = u32::try_from(on_day_of(time)).unwrap_or(u32::MAX);
            same_day(time).map_or(count, |_| count.max(told.events_that_day))
        });
        Self { events, newest, that_day }
    }
}

fn happened(entry: &Entry, now: DateTime<Utc>) -> Option<(EventTime, &Event)> {
    let event = entry.event();
    let time = event.time.filter(|time| time.approximate() <= now + AHEAD)?;
    (!entry.is_withdrawn()).then_some((time, event))
}

/// Both on one day, and one has no time of day.
fn is_unclear(one: &EventTime, other: &EventTime) -> bool {
    (one.precision() == Precision::Day || other.precision() == Precision::Day) && one.date() == other.date()
}

/// Whether it is surely another and later moment. The same wall time is the same moment, whatever the zone is said to be.
fn is_later(one: &EventTime, then: &EventTime) -> bool {
    if one.precision() == Precision::Day || then.precision() == Precision::Day {
        return one.date() > then.date();
    }
    one.local() != then.local() && one.approximate() > then.approximate()
}

fn told_event(event: &Event) -> NoticeEvent {
    NoticeEvent { time: event.time, place: event.place.clone(), text: event.words().clone() }
}
