//! What 4PX's codes say. The first letter after `FPX_` is the stage: L and C in the country of origin, M on the way
//! between countries, I and Q at customs, D in the country of destination, S the end, O mixed (certain).

use crate::domain::{State, Status, Step, SubStatus};
use crate::sources::decoding::status_phrases::holds;

/// What a code and its words say about the journey.
pub(super) fn step(code: &str, words: &str) -> Step {
    state(code, words).map_or(Step::Unread, Step::Reached)
}

/// What a code and its words say; `None`: nothing that is known. Words count only where the code alone does not
/// tell.
pub(super) fn state(code: &str, words: &str) -> Option<State> {
    let words = words.to_lowercase();
    let in_transit = |sub| Some(State::new(Status::InTransit, sub));
    match code {
        "FPX_S_OK" => Some(at_the_end(&words)),
        "FPX_D_SD" => Some(State::new(Status::OutForDelivery, SubStatus::Other)),
        "FPX_D_FD" => Some(State::new(Status::DeliveryFailure, SubStatus::Other)),
        "FPX_L_RPIF" => Some(State::only(Status::InfoReceived)),
        "FPX_C_SPLS" | "FPX_C_SPQS" | "FPX_L_SC" => in_transit(SubStatus::PickedUp),
        "FPX_M_DFOA" => in_transit(SubStatus::Departure),
        "FPX_I_RCUK" => in_transit(SubStatus::CustomsReleased),
        "FPX_M_CRSD" => in_transit(SubStatus::CustomsProcessing),
        _ if code.starts_with("FPX_I_") || code.starts_with("FPX_Q_") => in_transit(SubStatus::CustomsProcessing),
        _ if code.starts_with("FPX_O_IR") => mixed(&words),
        _ => None,
    }
}

/// Handed over at the end: to the addressee, unless the words name another recipient.
fn at_the_end(words: &str) -> State {
    if holds(words, &["sender", "return"]) {
        return State::new(Status::Exception, SubStatus::Returned);
    }
    if holds(words, &["pickup", "pick-up", "pick up", "locker", "collection point", "parcel shop", "station", "agent"])
    {
        return State::new(Status::AvailableForPickup, SubStatus::Other);
    }
    State::new(Status::Delivered, SubStatus::Other)
}

/// A code for whatever went another way: only its words tell.
fn mixed(words: &str) -> Option<State> {
    if words.contains("return") {
        return Some(State::new(Status::Exception, SubStatus::Returning));
    }
    if holds(words, &["label created", "waybill generated", "information received", "advance notice"]) {
        return Some(State::only(Status::InfoReceived));
    }
    if words.contains("picked up") {
        return Some(State::new(Status::InTransit, SubStatus::PickedUp));
    }
    words.contains("customs").then_some(State::new(Status::InTransit, SubStatus::CustomsProcessing))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_end_is_delivery_only_where_the_addressee_has_it() {
        let status = |words| state("FPX_S_OK", words).map(|state| state.status);
        assert_eq!(status("Delivered, in/at mailbox"), Some(Status::Delivered));
        assert_eq!(status("Delivered, to original sender"), Some(Status::Exception));
        assert_eq!(status("Delivered to pickup point"), Some(Status::AvailableForPickup));
        assert_eq!(status("Delivered, parcel locker"), Some(Status::AvailableForPickup));
    }

    #[test]
    fn words_alone_say_nothing() {
        assert_eq!(state("FPX_D_HQ", "Delivered"), None);
        assert_eq!(state("", "Delivered"), None);
        assert_eq!(state("FPX_O_IR", "Return to sender").map(|s| s.status), Some(Status::Exception));
        assert_eq!(state("FPX_O_IRI", "Something"), None);
    }
}
