//! What follows from a list of events as a whole: its order, its newest state, a return.

use serde::de::DeserializeOwned;
use serde_json::Value;

use super::troubles::not_understood;
use crate::domain::{CleanText, Event, State, Status, SubStatus, Trouble};

/// How many events are read about one number, newest first. Real parcels have some thirty; a longer list than this
/// is a mistake or mischief.
pub(in crate::sources) const MOST_EVENTS: usize = 1_000;

/// At which end of a list as sent its newest element is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(in crate::sources) enum ListOrder {
    NewestFirst,
    OldestFirst,
}

/// The readable ones among the [`MOST_EVENTS`] newest elements of a list, newest first; a list that is null is empty.
///
/// # Errors
/// [`Trouble::NotUnderstood`] with the path of what is no list: that must not pass for an empty one.
pub(in crate::sources) fn newest_elements<T: DeserializeOwned>(
    list: &Value,
    order: ListOrder,
    path: &str,
) -> Result<Vec<T>, Trouble> {
    let list = match list {
        Value::Null => return Ok(Vec::new()),
        Value::Array(list) => list,
        _ => return Err(not_understood(&format!("{path}: not a list"))),
    };
    let read = |element: &Value| serde_json::from_value(element.clone()).ok();
    Ok(match order {
        ListOrder::NewestFirst => list.iter().take(MOST_EVENTS).filter_map(read).collect(),
        ListOrder::OldestFirst => list.iter().rev().take(MOST_EVENTS).filter_map(read).collect(),
    })
}

/// The list, newest first, whichever end came first; any other order is the source's own and stays.
pub(in crate::sources) fn newest_first(mut events: Vec<Event>) -> Vec<Event> {
    let mut times = events.iter().filter_map(|event| event.time).map(|time| time.approximate());
    if let (Some(first), Some(last)) = (times.next(), times.next_back())
        && first < last
    {
        events.reverse();
    }
    events
}

/// The state of the newest event that has one; where there are events and none has, in transit at most.
pub(in crate::sources) fn newest_state(events: &[Event]) -> Option<State> {
    newest_state_and_text(events).0
}

/// The state of the newest event that has one, and its text; where none has, in transit at most, with the text of the
/// newest event.
pub(in crate::sources) fn newest_state_and_text(events: &[Event]) -> (Option<State>, Option<CleanText>) {
    match events.iter().find_map(|event| Some((event.state?, event.text.clone()))) {
        Some((state, text)) => (Some(state), Some(text)),
        None => match events.first() {
            Some(newest) => (Some(State::UNDERWAY), Some(newest.text.clone())),
            None => (None, None),
        },
    }
}

/// The newest event whose state says more than "in transit", else the newest event: a vague scan does not hide what is
/// known.
pub(in crate::sources) fn newest_specific(events: &[Event]) -> Option<&Event> {
    let is_specific = |event: &&Event| event.state.is_some_and(|state| state != State::UNDERWAY);
    events.iter().find(is_specific).or(events.first())
}

/// What is delivered on the way back is delivered to its sender: from the first step back on, newest first, the
/// events and the claimed state say "returned" where they said "delivered".
pub(in crate::sources) fn no_delivery_after_return(events: &mut [Event], claimed: Option<State>) -> Option<State> {
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
