//! DHL's five status codes, and what the words beside them make clearer. Words never make a state better than the
//! code says, except that a parcel under way may be at customs or with the courier.

use crate::domain::{State, Status, SubStatus};
use crate::sources::decoding::status_phrases::holds;

/// Words that say it goes, or went, back.
const RETURN: [&str; 11] = [
    "return to sender",
    "return to the sender",
    "returned to sender",
    "returned to the sender",
    "return to shipper",
    "returned to shipper",
    "back to sender",
    "back to the sender",
    "return shipment",
    "rücksendung",
    "an den absender",
];
/// Words that say that a delivered parcel is with its sender.
const SENDER: [&str; 4] = ["to sender", "to the sender", "to shipper", "to the shipper"];
/// Words that say it lies where it is to be collected.
const PICKUP: [&str; 17] = [
    "for collection",
    "for pick",
    "to be collected",
    "awaiting collection",
    "packstation",
    "servicepoint",
    "service point",
    "parcelshop",
    "parcel shop",
    "pickup point",
    "pick-up point",
    "access point",
    "post office",
    "locker",
    "filiale",
    "zur abholung",
    "paketshop",
];
/// Words that say that the addressee has fetched it from there.
const FETCHED: [&str; 6] =
    ["collected by", "picked up by", "picked-up by", "has been collected", "has picked up", "abgeholt"];
/// Words of a courier's round.
const ROUND: [&str; 4] =
    ["out for delivery", "with delivery courier", "loaded onto the delivery vehicle", "in das zustellfahrzeug geladen"];
/// Words of a failed attempt.
const ATTEMPT: [&str; 4] = ["attempted", "delivery attempt", "not home", "nicht angetroffen"];
/// Words of customs having let it go.
const RELEASED: [&str; 7] = [
    "clearance completed",
    "clearance is complete",
    "clearance processing complete",
    "clearance complete",
    "customs clearance complete",
    "released by customs",
    "cleared customs",
];
/// Words of customs.
const CUSTOMS: [&str; 3] = ["customs", "clearance", "verzoll"];

/// The state behind a code; `words` is everything said beside it. No state where DHL itself says "unknown".
pub(super) fn state(code: &str, words: &str) -> Option<State> {
    let words = words.to_lowercase();
    let waits = holds(&words, &PICKUP) && !holds(&words, &FETCHED);
    let (status, sub) = match code.trim().to_ascii_lowercase().as_str() {
        "pre-transit" => return Some(State::only(Status::InfoReceived)),
        "delivered" if holds(&words, &RETURN) || holds(&words, &SENDER) => (Status::Exception, SubStatus::Returned),
        "delivered" if waits => (Status::AvailableForPickup, SubStatus::Other),
        "delivered" => (Status::Delivered, SubStatus::Other),
        "failure" | "transit" if holds(&words, &RETURN) => (Status::Exception, SubStatus::Returning),
        "failure" if holds(&words, &ATTEMPT) => (Status::DeliveryFailure, SubStatus::Other),
        "failure" => (Status::Exception, SubStatus::Other),
        "transit" if holds(&words, &ROUND) => (Status::OutForDelivery, SubStatus::Other),
        "transit" if holds(&words, &RELEASED) => (Status::InTransit, SubStatus::CustomsReleased),
        "transit" if holds(&words, &CUSTOMS) => (Status::InTransit, SubStatus::CustomsProcessing),
        "transit" => return Some(State::UNDERWAY),
        _ => return None,
    };
    Some(State::new(status, sub))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn status(code: &str, words: &str) -> Option<(Status, Option<SubStatus>)> {
        state(code, words).map(|state| (state.status, state.sub))
    }

    #[test]
    fn only_the_addressee_s_having_it_is_delivered() {
        let other = |status| Some((status, Some(SubStatus::Other)));
        assert_eq!(status("delivered", "Delivered"), other(Status::Delivered));
        assert_eq!(status("delivered", "Delivered to a DHL ServicePoint"), other(Status::AvailableForPickup));
        let fetched = "Der Empfänger hat die Sendung aus der PACKSTATION abgeholt.";
        assert_eq!(status("delivered", fetched), other(Status::Delivered));
        let returned = Some((Status::Exception, Some(SubStatus::Returned)));
        assert_eq!(status("delivered", "The shipment was returned to the sender"), returned);
        assert_eq!(status("pre-transit", "DELIVERED"), Some((Status::InfoReceived, None)));
        assert_eq!(status("transit", "Delivered"), other(Status::InTransit));
        assert_eq!(status("unknown", "Delivered"), None);
        assert_eq!(status("teleported", "Delivered"), None);
    }

    #[test]
    fn words_tell_customs_and_the_courier_s_round() {
        let transit = |sub| Some((Status::InTransit, Some(sub)));
        assert_eq!(status("transit", "577 DEPARTED FROM LOCAL DISTRIBUTION CENTER"), transit(SubStatus::Other));
        assert_eq!(status("transit", "447 ARRIVED AT CUSTOMS"), transit(SubStatus::CustomsProcessing));
        assert_eq!(status("transit", "Clearance completed"), transit(SubStatus::CustomsReleased));
        assert_eq!(status("transit", "Clearance processing complete at LEIPZIG"), transit(SubStatus::CustomsReleased));
        assert_eq!(status("transit", "OUT FOR DELIVERY").map(|s| s.0), Some(Status::OutForDelivery));
        assert_eq!(
            status("failure", "Delivery attempted; recipient not home").map(|s| s.0),
            Some(Status::DeliveryFailure)
        );
        assert_eq!(status("failure", "Damaged").map(|s| s.0), Some(Status::Exception));
    }
}
