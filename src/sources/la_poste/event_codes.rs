//! La Poste's event codes (the official table).

use crate::domain::{State, Status, SubStatus};

/// The state that a code shows; one that is not in the table shows none, and hides nothing that is known.
pub(super) fn state(code: &str) -> Option<State> {
    use SubStatus as S;
    let (status, sub) = match code.trim().to_ascii_uppercase().as_str() {
        // Announced by the sender, not in La Poste's hands.
        "DR1" => return Some(State::only(Status::InfoReceived)),
        "PC1" | "PC2" => (Status::InTransit, S::PickedUp),
        "DO1" | "DO3" => (Status::InTransit, S::CustomsProcessing),
        "DO2" => (Status::InTransit, S::CustomsReleased),
        "PB1" => (Status::Exception, S::Other),
        "MD2" => (Status::OutForDelivery, S::Other),
        "ND1" => (Status::DeliveryFailure, S::Other),
        "AG1" => (Status::AvailableForPickup, S::Other),
        "RE1" => (Status::Exception, S::Returning),
        "DI1" => (Status::Delivered, S::Other),
        // Delivered, but to its sender.
        "DI2" => (Status::Exception, S::Returned),
        // Under way; the last is a problem solved.
        "ET1" | "ET2" | "ET3" | "ET4" | "EP1" | "PB2" => return Some(State::UNDERWAY),
        _ => return None,
    };
    Some(State::new(status, sub))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_code_delivers() {
        let is = |code: &str, status| state(code).is_some_and(|state| state.status == status);
        let letters = || 'A'..='Z';
        let codes = letters().flat_map(|a| letters().flat_map(move |b| (0..10).map(move |n| format!("{a}{b}{n}"))));
        let delivering: Vec<_> = codes.filter(|code| is(code, Status::Delivered)).collect();
        assert_eq!(delivering, ["DI1"]);
        assert_eq!(state("DI2"), Some(State::new(Status::Exception, SubStatus::Returned)));
        assert!(is(" ag1 ", Status::AvailableForPickup));
        assert_eq!(state("EP1"), Some(State::UNDERWAY));
        assert_eq!(state(""), None);
    }
}
