//! What a code of Cainiao can mean.

use crate::domain::{State, Status, Step, SubStatus};

/// What a code says.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum CodeMeaning {
    /// This state.
    State(State),
    /// Import clearance has begun; before departure only a declaration in advance (certain: often early).
    ImportBegins,
    /// Arrived by line haul; before departure only a scan on the way to the airport (certain).
    LineHaulArrival,
    /// Something moves, and nothing more is said: in transit at most.
    Vague,
    /// The code is not known.
    Unknown,
    /// It was not collected in time.
    NotCollected,
    /// Paper only: the parcel need not have moved at all.
    Notice,
}

impl CodeMeaning {
    /// What it says about the journey, once the context is settled.
    pub(super) fn step(self) -> Step {
        match self {
            Self::State(state) => Step::Reached(state),
            Self::Vague => Step::Vague,
            Self::Unknown => Step::Unread,
            Self::NotCollected => Step::NotCollected,
            Self::Notice | Self::ImportBegins | Self::LineHaulArrival => Step::Notice,
        }
    }
}

pub(super) const INFO: CodeMeaning = CodeMeaning::State(State::only(Status::InfoReceived));
pub(super) const MOVING: CodeMeaning = CodeMeaning::State(State::UNDERWAY);
pub(super) const PICKED_UP: CodeMeaning = transit(SubStatus::PickedUp);
pub(super) const DEPARTED: CodeMeaning = transit(SubStatus::Departure);
pub(super) const AT_CUSTOMS: CodeMeaning = transit(SubStatus::CustomsProcessing);
pub(super) const CLEARED: CodeMeaning = transit(SubStatus::CustomsReleased);
pub(super) const CUSTOMS_ASKS: CodeMeaning = transit(SubStatus::CustomsRequiringInformation);
pub(super) const WITH_COURIER: CodeMeaning = other(Status::OutForDelivery);
pub(super) const TO_COLLECT: CodeMeaning = other(Status::AvailableForPickup);
pub(super) const DELIVERED: CodeMeaning = other(Status::Delivered);
pub(super) const ATTEMPT_FAILED: CodeMeaning = other(Status::DeliveryFailure);
pub(super) const REFUSED: CodeMeaning = CodeMeaning::State(State::new(Status::DeliveryFailure, SubStatus::Rejected));
pub(super) const TROUBLE: CodeMeaning = other(Status::Exception);
pub(super) const HELD: CodeMeaning = exception(SubStatus::Security);
pub(super) const RETURNING: CodeMeaning = exception(SubStatus::Returning);
pub(super) const RETURNED: CodeMeaning = exception(SubStatus::Returned);
pub(super) const DESTROYED: CodeMeaning = exception(SubStatus::Destroyed);

const fn transit(sub: SubStatus) -> CodeMeaning {
    CodeMeaning::State(State::new(Status::InTransit, sub))
}

const fn exception(sub: SubStatus) -> CodeMeaning {
    CodeMeaning::State(State::new(Status::Exception, sub))
}

const fn other(status: Status) -> CodeMeaning {
    CodeMeaning::State(State::new(status, SubStatus::Other))
}
