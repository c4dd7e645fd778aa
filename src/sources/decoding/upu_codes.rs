//! The UPU's event codes (EMSEVT), which posts report to each other and some print as they are.

use crate::domain::{State, Status, SubStatus};

const fn transit(sub: SubStatus) -> State {
    State::new(Status::InTransit, sub)
}

/// Each code with what it says. `EMI` is the final delivery; whether to the addressee, the caller has to weigh.
const CODES: [(&str, State); 24] = [
    ("EMA", transit(SubStatus::PickedUp)),
    ("EMB", State::UNDERWAY),
    ("EMC", transit(SubStatus::Departure)),
    ("EMD", transit(SubStatus::Arrival)),
    ("EME", transit(SubStatus::CustomsProcessing)),
    ("EMF", State::UNDERWAY),
    ("EMG", transit(SubStatus::Arrival)),
    ("EMH", State::new(Status::DeliveryFailure, SubStatus::Other)),
    ("EMI", State::new(Status::Delivered, SubStatus::Other)),
    ("EMJ", State::UNDERWAY),
    ("EMK", State::UNDERWAY),
    ("EXA", transit(SubStatus::CustomsProcessing)),
    ("EXB", transit(SubStatus::CustomsProcessing)),
    ("EXC", transit(SubStatus::CustomsReleased)),
    ("EXD", State::UNDERWAY),
    ("EXX", State::UNDERWAY),
    ("EDA", State::UNDERWAY),
    ("EDB", transit(SubStatus::CustomsProcessing)),
    ("EDC", transit(SubStatus::CustomsReleased)),
    ("EDD", State::UNDERWAY),
    ("EDE", State::UNDERWAY),
    ("EDF", transit(SubStatus::Arrival)),
    ("EDG", State::new(Status::OutForDelivery, SubStatus::Other)),
    ("EDH", State::new(Status::AvailableForPickup, SubStatus::Other)),
];

/// The state that a code shows; `None` where it is not known.
pub(in crate::sources) fn state(code: &str) -> Option<State> {
    CODES.iter().find(|(known, _)| *known == code).map(|(_, state)| *state)
}

/// Whether an event of that code happens before the parcel reaches its destination's country, so that its wall
/// time is another country's.
pub(in crate::sources) fn is_abroad(code: &str) -> bool {
    code.starts_with("EX") || matches!(code, "EMA" | "EMB" | "EMC" | "EMJ" | "EMK")
}
