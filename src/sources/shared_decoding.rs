//! What sources of one carrier share: reading a time stamp, putting events in order, making reports.

use chrono::DateTime;

use super::wall_time::{plausible, wall_time};
use crate::domain::{Event, EventTime, Finding, Report, ReportedFacts, State, Status, SubStatus};

/// Reads an ISO 8601 stamp as it stands: with its offset where it has one, as a wall time of an unknown zone where
/// it has none, and as a bare date where it is one.
pub(super) fn stamp(text: &str) -> Option<EventTime> {
    let text = text.trim();
    let with_offset = DateTime::parse_from_rfc3339(text)
        .or_else(|_| DateTime::parse_from_str(text, "%Y-%m-%dT%H:%M:%S%.f%z"))
        .or_else(|_| DateTime::parse_from_str(text, "%Y-%m-%dT%H:%M%z"));
    if let Ok(time) = with_offset {
        return Some(EventTime::at(plausible(time.naive_local())?, Some(*time.offset())));
    }
    let (local, precision) = wall_time(text)?;
    Some(EventTime::new(local, None, precision))
}

/// Turns a list that came oldest first around; any other order is the source's own and stays.
pub(super) fn newest_first(events: &mut [Event]) {
    let mut times = events.iter().filter_map(|event| event.time).map(|time| time.approximate());
    if let (Some(first), Some(last)) = (times.next(), times.next_back())
        && first < last
    {
        events.reverse();
    }
}

/// The state that the newest telling event shows; where there are events and none tells, in transit at most.
pub(super) fn newest_state(events: &[Event]) -> Option<State> {
    events.iter().find_map(|event| event.state).or((!events.is_empty()).then_some(State::UNDERWAY))
}

/// What is delivered on the way back is delivered to its sender: from the first step back on, newest first, the
/// events and the claimed state say "returned" where they said "delivered".
pub(super) fn no_delivery_after_return(events: &mut [Event], claimed: Option<State>) -> Option<State> {
    let settled = |state: Option<State>, returns: bool| match state {
        Some(State { status: Status::Delivered, .. }) if returns => {
            Some(State::new(Status::Exception, SubStatus::Returned))
        }
        other => other,
    };
    let mut returns = false;
    for event in events.iter_mut().rev() {
        event.state = settled(event.state, returns);
        returns |= event.state.is_some_and(is_return);
    }
    settled(claimed, returns)
}

fn is_return(state: State) -> bool {
    let back = matches!(state.sub, Some(SubStatus::Returning | SubStatus::Returned));
    state.status == Status::Exception && back
}

/// The source does not know the number.
pub(super) fn unknown() -> Report {
    Report { finding: Finding::Unknown, events: Vec::new() }
}

/// The source knows the number.
pub(super) fn known(facts: ReportedFacts, events: Vec<Event>) -> Report {
    Report { finding: Finding::Known(Box::new(facts)), events }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str) -> Option<(String, Option<String>)> {
        stamp(text).map(|time| (time.to_string(), time.offset().map(|offset| offset.to_string())))
    }

    #[test]
    fn a_stamp_says_no_more_than_it_says() {
        let at = |time: &str, zone: Option<&str>| Some((time.to_owned(), zone.map(str::to_owned)));
        assert_eq!(shown("2026-11-04T10:00:00.000+02:00"), at("2026-11-04T10:00:00", Some("+02:00")));
        assert_eq!(shown("2026-11-04T10:00:00+0100"), at("2026-11-04T10:00:00", Some("+01:00")));
        assert_eq!(shown("2026-11-04T10:00:00Z"), at("2026-11-04T10:00:00", Some("+00:00")));
        assert_eq!(shown(" 2026-11-04T10:00:00"), at("2026-11-04T10:00:00", None));
        assert_eq!(shown("2026-11-04"), at("2026-11-04", None));
        for none in ["", "soon", "0001-01-01T00:00:00Z", "2026-13-04T10:00:00Z"] {
            assert_eq!(shown(none), None, "{none}");
        }
    }
}
