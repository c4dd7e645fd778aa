//! Ship24's milestones and the finer codes below them (official lists).

use crate::domain::{State, Status, SubStatus};

/// The state behind a milestone and a code. The code makes the milestone finer and never better; without a known
/// milestone the code counts alone. `pending` is no state.
pub(super) fn state(milestone: &str, code: &str) -> Option<State> {
    let (milestone, code) = (milestone.trim().to_ascii_lowercase(), code.trim().to_ascii_lowercase());
    let fine = of_code(&code);
    match (of_milestone(&milestone), fine) {
        // The worse of both: a refused or returned parcel is not delivered, whatever stands beside it.
        (Some(main), Some(fine)) if is_delivered(main) && !is_delivered(fine) => Some(fine),
        (Some(main), Some(fine)) if main.status == fine.status || fine.status == Status::Exception => Some(fine),
        (Some(main), _) => Some(main),
        // An unknown milestone may mean anything but an arrival.
        (None, Some(fine)) if is_delivered(fine) && !milestone.is_empty() => Some(State::UNDERWAY),
        (None, fine) => fine,
    }
}

fn is_delivered(state: State) -> bool {
    state.status == Status::Delivered
}

fn of_milestone(milestone: &str) -> Option<State> {
    let other = |status| Some(State::new(status, SubStatus::Other));
    match milestone {
        "info_received" => Some(State::only(Status::InfoReceived)),
        "in_transit" => Some(State::UNDERWAY),
        "out_for_delivery" => other(Status::OutForDelivery),
        "failed_attempt" => other(Status::DeliveryFailure),
        "available_for_pickup" => other(Status::AvailableForPickup),
        "delivered" => other(Status::Delivered),
        "exception" => other(Status::Exception),
        _ => None,
    }
}

fn of_code(code: &str) -> Option<State> {
    use SubStatus as S;
    let (status, sub) = match code {
        "data_order_created" => return Some(State::only(Status::InfoReceived)),
        "data_order_cancelled" => (Status::Exception, S::Cancel),
        "transit_handover" | "data_delivery_proposed" | "data_delivery_decided" => return Some(State::UNDERWAY),
        "transit_origin_country_departure" => (Status::InTransit, S::Departure),
        "destination_arrival" => (Status::InTransit, S::Arrival),
        "customs_received" => (Status::InTransit, S::CustomsProcessing),
        "customs_cleared" => (Status::InTransit, S::CustomsReleased),
        "customs_exception" | "customs_rejected" | "delivery_exception" => (Status::Exception, S::Other),
        "delivery_available_for_pickup" => (Status::AvailableForPickup, S::Other),
        "delivery_out_for_delivery" => (Status::OutForDelivery, S::Other),
        "delivery_attempted" => (Status::DeliveryFailure, S::Other),
        "delivery_refused" => (Status::DeliveryFailure, S::Rejected),
        "delivery_delivered" => (Status::Delivered, S::Other),
        "exception_return" => (Status::Exception, S::Returning),
        "exception_lost" => (Status::Exception, S::Lost),
        "exception_discarded" => (Status::Exception, S::Destroyed),
        _ => return None,
    };
    Some(State::new(status, sub))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_makes_a_milestone_finer_and_never_better() {
        let new = |status, sub| Some(State::new(status, sub));
        assert_eq!(state("in_transit", "customs_cleared"), new(Status::InTransit, SubStatus::CustomsReleased));
        assert_eq!(state("in_transit", "delivery_delivered"), Some(State::UNDERWAY));
        assert_eq!(state("delivered", "delivery_delivered"), new(Status::Delivered, SubStatus::Other));
        assert_eq!(state("delivered", ""), new(Status::Delivered, SubStatus::Other));
        assert_eq!(state("delivered", "exception_return"), new(Status::Exception, SubStatus::Returning));
        assert_eq!(
            state("delivered", "delivery_available_for_pickup").map(|s| s.status),
            Some(Status::AvailableForPickup)
        );
        assert_eq!(state("failed_attempt", "delivery_refused"), new(Status::DeliveryFailure, SubStatus::Rejected));
        assert_eq!(state("exception", "exception_lost"), new(Status::Exception, SubStatus::Lost));
        assert_eq!(state("", "delivery_delivered").map(|s| s.status), Some(Status::Delivered));
        assert_eq!(state("teleported", "delivery_delivered"), Some(State::UNDERWAY));
        assert_eq!(state("pending", ""), None);
        assert_eq!(state("teleported", "teleported"), None);
    }
}
