//! What follows from a list of events as a whole.

use chrono::{DateTime, Utc};

use crate::domain::{Event, State};

/// The event whose word the state is: the newest one that says something, else the newest one. A vague scan does
/// not hide what is known.
pub(super) fn telling(events: &[Event]) -> Option<&Event> {
    let says = |event: &&Event| event.state.is_some_and(|state| state != State::UNDERWAY);
    events.iter().find(says).or(events.first())
}

/// The list, newest first, whichever end came first; the source's own order of neighbours stays.
pub(super) fn newest_first(mut events: Vec<Event>) -> Vec<Event> {
    let mut times = events.iter().filter_map(when);
    if let (Some(first), Some(last)) = (times.next(), times.next_back())
        && first < last
    {
        events.reverse();
    }
    events
}

fn when(event: &Event) -> Option<DateTime<Utc>> {
    Some(event.time?.approximate())
}
