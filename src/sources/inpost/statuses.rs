//! `InPost`'s statuses (the documented list, as far as public clients repeat it).

use crate::domain::{State, Status, SubStatus};

/// The state that a status shows; one that is not in the table shows none, and hides nothing that is known.
pub(super) fn state(code: &str) -> Option<State> {
    use SubStatus as S;
    let (status, sub) = match code {
        "created" | "offers_prepared" | "offer_selected" | "confirmed" => {
            return Some(State::only(Status::InfoReceived));
        }
        "dispatched_by_sender" | "dispatched_by_sender_to_pok" | "collected_from_sender" => {
            (Status::InTransit, S::PickedUp)
        }
        "adopted_at_target_branch" => (Status::InTransit, S::Arrival),
        "out_for_delivery" | "out_for_delivery_to_address" => (Status::OutForDelivery, S::Other),
        "delivered" => (Status::Delivered, S::Other),
        "returned_to_sender" => (Status::Exception, S::Returning),
        "return_pickup_confirmation_to_sender" => (Status::Exception, S::Returned),
        "canceled" | "cancelled" => (Status::Exception, S::Cancel),
        "delay_in_delivery" => (Status::Exception, S::Delayed),
        // A complaint was made about it; it was too large; it is not to be found.
        "claimed" | "oversized" | "missing" => (Status::Exception, S::Other),
        _ => return waiting(code).or_else(|| failed(code)).or_else(|| underway(code)),
    };
    Some(State::new(status, sub))
}

/// In a locker or at a counter: not with the addressee yet.
fn waiting(code: &str) -> Option<State> {
    let waits = matches!(
        code,
        "ready_to_pickup"
            | "ready_to_pickup_from_pok"
            | "ready_to_pickup_from_pok_registered"
            | "ready_to_pickup_from_branch"
            | "pickup_reminder_sent"
            | "stack_in_box_machine"
            | "stack_in_customer_service_point"
    );
    waits.then_some(State::new(Status::AvailableForPickup, SubStatus::Other))
}

fn failed(code: &str) -> Option<State> {
    let sub = match code {
        "rejected_by_receiver" => SubStatus::Rejected,
        "undelivered_wrong_address" | "undelivered_incomplete_address" | "undelivered_not_live_address" => {
            SubStatus::InvalidAddress
        }
        // Not fetched in time, or back at the branch with a notice.
        "avizo"
        | "courier_avizo_in_customer_service_point"
        | "pickup_time_expired"
        | "stack_parcel_pickup_time_expired"
        | "stack_parcel_in_box_machine_pickup_time_expired" => SubStatus::Other,
        _ if code.starts_with("undelivered") => SubStatus::Other,
        _ => return None,
    };
    Some(State::new(Status::DeliveryFailure, sub))
}

fn underway(code: &str) -> Option<State> {
    let moves = ["taken_by_courier", "adopted_at_", "sent_from_", "unstack_from_"];
    let turned =
        matches!(code, "redirect_to_box" | "canceled_redirect_to_box" | "readdressed" | "pickup_reminder_sent_address");
    (turned || moves.iter().any(|start| code.starts_with(start))).then_some(State::UNDERWAY)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_locker_is_not_a_delivery_and_an_unknown_status_nothing() {
        let status = |code: &str| state(code).map(|state| state.status);
        assert_eq!(status("delivered"), Some(Status::Delivered));
        for code in ["ready_to_pickup", "stack_in_box_machine", "pickup_reminder_sent", "ready_to_pickup_from_branch"] {
            assert_eq!(status(code), Some(Status::AvailableForPickup), "{code}");
        }
        for code in ["undelivered", "undelivered_no_mailbox", "avizo", "pickup_time_expired"] {
            assert_eq!(status(code), Some(Status::DeliveryFailure), "{code}");
        }
        for code in ["taken_by_courier_from_pok", "sent_from_sorting_center", "unstack_from_box_machine"] {
            assert_eq!(state(code), Some(State::UNDERWAY), "{code}");
        }
        for code in ["", "other", "delivered_to_somewhere", "teleported"] {
            assert_eq!(state(code), None, "{code}");
        }
    }
}
