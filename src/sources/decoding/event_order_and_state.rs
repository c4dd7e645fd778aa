//! What follows from a list of events as a whole: its order, and the journey that it tells.

use serde::de::DeserializeOwned;
use serde_json::Value;

use super::worded_troubles::not_understood;
use crate::domain::{CleanText, Event, Journey, State, Step, Trouble};

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

/// What a source's events come to: where the parcel is, and the text of the event that says so.
pub(in crate::sources) struct ToldJourney {
    journey: Journey,
    text: Option<CleanText>,
}

impl ToldJourney {
    /// Where the parcel is by its events; `None` where none of them says anything.
    pub(in crate::sources) fn state(&self) -> Option<State> {
        self.journey.state()
    }

    /// The text of the event that the state comes from.
    pub(in crate::sources) fn text(&self) -> Option<CleanText> {
        self.text.clone()
    }

    /// The state by the source's own summary, read in the light of the events; by the events where there is none.
    pub(in crate::sources) fn claim(&self, summary: Option<State>) -> Option<State> {
        summary.map(|state| self.journey.claim(state)).or(self.state())
    }
}

/// Follows the events, which are newest first: each gets the state that it shows in its place ("delivered" on the way
/// back is "returned"). `step` tells what an event says by itself.
pub(in crate::sources) fn follow(events: &mut [Event], step: impl Fn(&Event) -> Step) -> ToldJourney {
    let steps: Vec<Step> = events.iter().map(step).collect();
    follow_steps(events, &steps)
}

/// The same for steps that are known already: one for each event, in their order.
pub(in crate::sources) fn follow_steps(events: &mut [Event], steps: &[Step]) -> ToldJourney {
    let mut journey = Journey::default();
    for (event, step) in events.iter_mut().zip(steps).rev() {
        let shown = journey.take(*step);
        event.state = shown.or(event.state);
    }
    let told_by = journey.told_by().and_then(|place| events.iter().rev().nth(place));
    let text = told_by.or(events.first()).map(|event| event.text.clone());
    ToldJourney { journey, text }
}

/// What an event says by the state that was read from it; without one its code or words are not known.
pub(in crate::sources) fn step_by_state(event: &Event) -> Step {
    event.state.map_or(Step::Unread, Step::Reached)
}
