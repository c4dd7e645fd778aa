//! To whom a parcel was handed over, by the words beside an aggregator's "delivered".

use crate::domain::{Event, State, Status, Step, SubStatus};

/// Words that name the sender.
const SENDER: [&str; 7] =
    ["to sender", "to the sender", "to shipper", "to the shipper", "returned to", "отправителю", "an den absender"];
/// Words that name where it waits to be collected.
const PICKUP_POINT: [&str; 12] = [
    "awaiting collection",
    "awaiting pickup",
    "ready for collection",
    "ready for pickup",
    "to be collected",
    "parcel locker",
    "pickup point",
    "pick-up point",
    "collection point",
    "parcel shop",
    "packstation",
    "в пункт выдачи",
];
/// Words that the addressee has fetched it from there.
const FETCHED: [&str; 5] =
    ["collected by", "picked up by", "has been collected", "from parcel locker", "from the locker"];

/// A source's summary, as far as the newest of its events lets it count: "delivered" does not, where that event tells
/// of a delivery to another than the addressee.
pub(in crate::sources) fn summary_to_addressee(events: &[Event], summary: Option<State>) -> Option<State> {
    let is_delivery = |state: State| state.status == Status::Delivered;
    let newest = events.first().filter(|event| event.state.is_some_and(is_delivery));
    let is_elsewhere = newest.is_some_and(|event| handed_over(&event.text).is_some());
    summary.filter(|state| !(is_elsewhere && is_delivery(*state)))
}

/// What an event of an aggregator says: its "delivered" is one to the addressee unless its words name another.
pub(in crate::sources) fn step_by_recipient(event: &Event) -> Step {
    let Some(state) = event.state else { return Step::Unread };
    Step::Reached(if state.status == Status::Delivered { handed_over(&event.text).unwrap_or(state) } else { state })
}

/// The state after a hand-over to another than the addressee; `None` where the words name no other.
fn handed_over(words: &str) -> Option<State> {
    let words = words.to_lowercase();
    let names = |marks: &[&str]| marks.iter().any(|mark| words.contains(mark));
    if names(&SENDER) {
        return Some(State::new(Status::Exception, SubStatus::Returned));
    }
    (names(&PICKUP_POINT) && !names(&FETCHED)).then(|| State::new(Status::AvailableForPickup, SubStatus::Other))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_addressee_makes_it_delivered() {
        let status = |words: &str| handed_over(words).map(|state| state.status);
        for words in
            ["Delivered", "Delivered, in/at mailbox", "Delivered to the addressee", "Collected from parcel locker"]
        {
            assert_eq!(status(words), None, "{words}");
        }
        assert_eq!(status("Delivered to sender"), Some(Status::Exception));
        assert_eq!(status("Returned to sender, delivered"), Some(Status::Exception));
        assert_eq!(status("Delivered to parcel locker, awaiting collection"), Some(Status::AvailableForPickup));
    }
}
