//! Nova Poshta's status codes (the official table, as far as it is known).

use crate::domain::{State, Status, SubStatus};

/// What a code says, and where the parcel is by it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct CodeMeaning {
    pub(super) state: State,
    pub(super) at: At,
}

/// Which of the places of an answer a status speaks of.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum At {
    /// Between two places, or unknown.
    Nowhere,
    /// The sender's city.
    Sender,
    /// The recipient's city.
    Recipient,
    /// The branch or locker in the recipient's city.
    Branch,
}

/// The code of a number that Nova Poshta does not know (certain).
pub(super) const NOT_FOUND: &str = "3";

/// At customs, in one of their steps.
const AT_CUSTOMS: [&str; 14] =
    ["30", "31", "114", "115", "119", "122", "125", "126", "127", "128", "134", "197", "198", "199"];
/// The addressee has to answer: papers are missing, or data are wrong.
const CUSTOMS_ASKS: [&str; 3] = ["123", "133", "138"];

fn is_one_of(code: &str, codes: &[&str]) -> bool {
    codes.contains(&code)
}

const fn transit(sub: SubStatus) -> State {
    State::new(Status::InTransit, sub)
}

/// What a code says. One that is not in the table means no more than that there is a parcel.
pub(super) fn meaning(code: &str) -> CodeMeaning {
    let exception = |sub| State::new(Status::Exception, sub);
    let (state, at) = match code {
        // Created by the sender, not handed over; being packed by Nova Poshta.
        "1" | "12" => (State::only(Status::InfoReceived), At::Sender),
        "2" => (exception(SubStatus::Cancel), At::Nowhere),
        "4" | "41" => (State::UNDERWAY, At::Sender),
        "6" => (State::new(Status::InTransit, SubStatus::Arrival), At::Recipient),
        "7" | "8" => (State::new(Status::AvailableForPickup, SubStatus::Other), At::Branch),
        // Received; 10 and 11 speak of the money on its way back, 106 of a document on its way back.
        "9" | "10" | "11" | "106" => (State::new(Status::Delivered, SubStatus::Other), At::Recipient),
        "101" => (State::new(Status::OutForDelivery, SubStatus::Other), At::Recipient),
        // Refused, and on the way back.
        "102" | "103" | "131" | "132" => (exception(SubStatus::Returning), At::Recipient),
        // Storage is stopped, or its time is over; kept for disposal.
        "105" | "113" | "141" | "144" | "155" => (exception(SubStatus::Other), At::Recipient),
        // The attempt failed; a locker cannot take it.
        "111" | "99" => (State::new(Status::DeliveryFailure, SubStatus::Other), At::Recipient),
        "117" => (exception(SubStatus::Lost), At::Nowhere),
        // Refused by the broker, forbidden goods, import prohibited.
        "116" | "118" | "130" => (exception(SubStatus::Security), At::Nowhere),
        _ if is_one_of(code, &CUSTOMS_ASKS) => (transit(SubStatus::CustomsRequiringInformation), At::Nowhere),
        _ if is_one_of(code, &AT_CUSTOMS) => (transit(SubStatus::CustomsProcessing), At::Nowhere),
        "120" => (transit(SubStatus::CustomsReleased), At::Nowhere),
        // 5: on its way to the city; 104: to another address; 112: on another day, as the recipient wished.
        _ => (State::UNDERWAY, At::Nowhere),
    };
    CodeMeaning { state, at }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_was_received_is_delivered() {
        let delivered: Vec<u32> =
            (0..1_000).filter(|code| meaning(&code.to_string()).state.status == Status::Delivered).collect();
        assert_eq!(delivered, [9, 10, 11, 106]);
        for code in ["7", "8"] {
            assert_eq!(meaning(code).state.status, Status::AvailableForPickup);
        }
        assert_eq!(meaning("777").state, State::UNDERWAY);
        assert_eq!(meaning("").state, State::UNDERWAY);
    }
}
