//! The state Cainiao claims now: the newest code that says something; the entry's `status` where none does.

use super::code_meaning::CodeMeaning;
use crate::domain::{CleanText, State, Status, Step, SubStatus};
use crate::sources::decoding::event_order_and_state::ToldJourney;

/// The state and, where an event says it, that event's words.
pub(super) fn claimed(
    meanings: &[CodeMeaning],
    told: &ToldJourney,
    status: &str,
) -> (Option<State>, Option<CleanText>) {
    let entry_state = by_status(status, !meanings.is_empty());
    let says_something = |meaning: &CodeMeaning| !matches!(meaning.step(), Step::Notice | Step::Vague);
    match told.state().filter(|_| meanings.iter().any(says_something)) {
        // `DELIVERED` is trustworthy (certain) and may come before the scan that goes with it, but a parcel that
        // waits at a station, or is on its way back, is not delivered whatever the entry says.
        Some(state) if entry_state.is_some_and(is_delivered) && may_be_behind(state) => (told.claim(entry_state), None),
        Some(state) => (Some(state), told.text()),
        // Under the words "on its way" there may be nothing but paper yet (certain).
        None if entry_state == Some(State::UNDERWAY) && !meanings.is_empty() => (Some(at_most(meanings)), None),
        None => (Some(entry_state.unwrap_or_else(|| at_most(meanings))), None),
    }
}

fn is_delivered(state: State) -> bool {
    state.status == Status::Delivered
}

/// Whether delivery may have followed without a scan.
fn may_be_behind(state: State) -> bool {
    matches!(state.status, Status::InfoReceived | Status::InTransit | Status::OutForDelivery)
}

/// What can be said where neither codes nor status say anything: paper only, or in transit at most.
fn at_most(meanings: &[CodeMeaning]) -> State {
    let moves = meanings.iter().any(|meaning| matches!(meaning, CodeMeaning::Vague | CodeMeaning::Unknown));
    if moves { State::UNDERWAY } else { State::only(Status::InfoReceived) }
}

/// The entry's own status. `DELIVERING` is the whole time under way (certain), never "out for delivery".
fn by_status(status: &str, has_events: bool) -> Option<State> {
    let exception = |sub| Some(State::new(Status::Exception, sub));
    match status {
        "SELLER_PREPARING" | "WAIT_ACCEPT" | "WAIT_SELLER_SEND_GOODS" | "SELLER_SEND_GOODS" => {
            Some(State::only(Status::InfoReceived))
        }
        "DELIVERING" | "ACCEPTED" | "TRANSITING" | "WAIT_BUYER_ACCEPT_GOODS" | "SIGN" => Some(State::UNDERWAY),
        "CLEAR_CUSTOMS" => Some(State::new(Status::InTransit, SubStatus::CustomsProcessing)),
        "DELIVERED" => Some(State::new(Status::Delivered, SubStatus::Other)),
        "FAILED" => Some(State::new(Status::DeliveryFailure, SubStatus::Other)),
        "RETURN" => exception(SubStatus::Returning),
        "RETURNED" => exception(SubStatus::Returned),
        "EXCEPTION" => exception(SubStatus::Other),
        "" => None,
        _ => has_events.then_some(State::UNDERWAY),
    }
}

#[cfg(test)]
mod tests {
    use super::super::events::interpret;
    use super::super::wire::Detail;
    use super::*;
    use crate::domain::TrackingNumber;
    use crate::sources::decoding::event_order_and_state::follow_steps;

    /// The state that follows from codes, newest first, and a status.
    fn state(codes: &[&str], status: &str) -> Option<State> {
        let number = TrackingNumber::parse("AE010000001").expect("a number");
        let details: Vec<Detail> = codes
            .iter()
            .map(|code| serde_json::from_value(serde_json::json!({ "actionCode": code })).expect("a detail"))
            .collect();
        let (mut events, meanings) = interpret(&number, &details);
        let told = follow_steps(&mut events, &meanings.iter().map(|meaning| meaning.step()).collect::<Vec<_>>());
        claimed(&meanings, &told, status).0
    }

    const DELIVERED: State = State::new(Status::Delivered, SubStatus::Other);
    const INFO: State = State::only(Status::InfoReceived);

    #[test]
    fn delivering_is_in_transit() {
        assert_eq!(state(&["NEVER_SEEN"], "DELIVERING"), Some(State::UNDERWAY));
        assert_eq!(state(&[], "DELIVERING"), Some(State::UNDERWAY));
    }

    #[test]
    fn the_status_delivered_counts_unless_a_scan_says_otherwise() {
        assert_eq!(state(&["GTMS_DO_DEPART"], "DELIVERED"), Some(DELIVERED));
        assert_eq!(state(&["NEVER_SEEN"], "DELIVERED"), Some(DELIVERED));
        assert_eq!(state(&["GTMS_STA_SIGNED"], "DELIVERED").map(|s| s.status), Some(Status::AvailableForPickup));
        assert_eq!(state(&["RT_INBOUND"], "DELIVERED").map(|s| s.status), Some(Status::Exception));
    }

    #[test]
    fn notices_do_not_move_the_parcel() {
        assert_eq!(state(&["GTMS_ASN", "GWMS_ACCEPT"], "DELIVERING"), Some(INFO));
        assert_eq!(state(&["CC_IM_START", "GWMS_ACCEPT"], ""), Some(INFO));
        assert_eq!(state(&["GTMS_ASN"], ""), Some(INFO));
        assert_eq!(state(&["LAST_MILE_ASN_NOTIFY"], "DELIVERING"), Some(INFO));
    }

    #[test]
    fn import_clearance_counts_after_departure() {
        let processing = State::new(Status::InTransit, SubStatus::CustomsProcessing);
        assert_eq!(state(&["CC_IM_START", "LH_DEPART"], ""), Some(processing));
        assert_eq!(state(&["LH_ARRIVE", "SC_OUTBOUND_SUCCESS"], ""), Some(State::UNDERWAY));
    }

    #[test]
    fn a_vague_scan_does_not_hide_what_is_known() {
        let waiting = State::new(Status::AvailableForPickup, SubStatus::Other);
        assert_eq!(state(&["GTMS_OTHER", "GSTA_INBOUND"], "DELIVERING"), Some(waiting));
        assert_eq!(state(&["COMMON_INTRANSIT"], ""), Some(State::UNDERWAY));
    }
}
