//! Steps out of bytes, and what must hold of every journey.

use posylka::domain::{Journey, State, Status, Step, SubStatus};

/// The states that a step may reach.
const STATES: [State; 16] = [
    State::only(Status::InfoReceived),
    State::new(Status::InTransit, SubStatus::PickedUp),
    State::UNDERWAY,
    State::new(Status::InTransit, SubStatus::Departure),
    State::new(Status::InTransit, SubStatus::Arrival),
    State::new(Status::InTransit, SubStatus::CustomsProcessing),
    State::new(Status::InTransit, SubStatus::CustomsReleased),
    State::only(Status::OutForDelivery),
    State::new(Status::AvailableForPickup, SubStatus::Other),
    State::new(Status::DeliveryFailure, SubStatus::NoBody),
    State::new(Status::Delivered, SubStatus::Other),
    State::RETURNING,
    State::RETURNED,
    State::new(Status::Exception, SubStatus::Lost),
    State::new(Status::Exception, SubStatus::Delayed),
    State::only(Status::Expired),
];

fn step(byte: u8) -> Step {
    match byte {
        0..=5 => Step::Vague,
        6..=15 => Step::Unread,
        16..=20 => Step::Notice,
        21..=28 => Step::HandOverRevoked,
        29..=36 => Step::TakenOver,
        37..=40 => Step::NotCollected,
        _ => Step::Reached(STATES[usize::from(byte) % STATES.len()]),
    }
}

/// Has whatever the bytes stand for followed, and asserts the rules of a journey after every step.
pub fn journey(bytes: &[u8]) {
    let mut journey = Journey::default();
    let mut goes_back = false;
    for (at, &byte) in bytes.iter().enumerate() {
        let (before, step) = (journey.state(), step(byte));
        let shown = journey.take(step);
        let after = journey.state();
        goes_back |= after.is_some_and(State::is_return);
        assert!(!goes_back || after.is_some_and(State::ends_a_return), "a return stays one: {after:?}");
        assert!(!goes_back || shown.is_none_or(|state| state.status != Status::Delivered), "delivered on the way back");
        assert!(step != Step::Notice || before == after, "a notice is no step");
        assert!(step != Step::Unread || never_better(before, after), "{before:?} became {after:?} unread");
        let was_moving = before.is_some_and(|state| state.status != Status::InfoReceived);
        let told = matches!(step, Step::Reached(state) if state.status == Status::InfoReceived);
        let is_announced = after.is_some_and(|state| state.status == Status::InfoReceived);
        assert!(!was_moving || told || !is_announced, "announced again by {step:?}");
        assert!(journey.told_by().is_none_or(|teller| teller <= at), "told by a step to come");
    }
    for claimed in STATES {
        let means = journey.claim(claimed);
        assert!(!goes_back || means.status != Status::Delivered, "a summary delivers what goes back");
    }
    assert_eq!(Journey::of(bytes.iter().map(|&byte| step(byte))), journey, "at once or step by step");
}

/// Whether what cannot be read leaves the state as it was, or in transit at most.
fn never_better(before: Option<State>, after: Option<State>) -> bool {
    before == after || after == Some(State::UNDERWAY)
}
