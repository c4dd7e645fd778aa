//! 17TRACK's statuses, which are also ours: nine main ones and thirty sub-statuses, plus the stages of events.

use crate::domain::{State, Status, SubStatus};

const MAIN: [(&str, Status); 9] = [
    ("NotFound", Status::NotFound),
    ("InfoReceived", Status::InfoReceived),
    ("InTransit", Status::InTransit),
    ("Expired", Status::Expired),
    ("AvailableForPickup", Status::AvailableForPickup),
    ("OutForDelivery", Status::OutForDelivery),
    ("DeliveryFailure", Status::DeliveryFailure),
    ("Delivered", Status::Delivered),
    ("Exception", Status::Exception),
];

/// The state behind a main status and a sub-status. An unknown sub-status is `other`; one that belongs to another
/// main status does not count; without a known main status there is no state.
pub(super) fn state(main: &str, sub: &str) -> Option<State> {
    let status = main_status(main)?;
    let (prefix, name) = sub.trim().split_once('_').unwrap_or_default();
    let name = if main_status(prefix) == Some(status) { name } else { "" };
    Some(match status {
        Status::InfoReceived => State::only(status),
        _ => State::new(status, sub_status(status, name)),
    })
}

/// The state that an event shows: by its sub-status, else by its stage.
pub(super) fn of_event(sub: &str, stage: &str) -> Option<State> {
    let main = sub.split('_').next().unwrap_or_default();
    state(main, sub).or_else(|| of_stage(stage.trim()))
}

fn of_stage(stage: &str) -> Option<State> {
    Some(match stage {
        "PickedUp" => State::new(Status::InTransit, SubStatus::PickedUp),
        "Departure" => State::new(Status::InTransit, SubStatus::Departure),
        "Arrival" => State::new(Status::InTransit, SubStatus::Arrival),
        "Returning" => State::new(Status::Exception, SubStatus::Returning),
        "Returned" => State::new(Status::Exception, SubStatus::Returned),
        main => return state(main, ""),
    })
}

fn main_status(word: &str) -> Option<Status> {
    let word = word.trim();
    MAIN.iter().find(|(name, _)| name.eq_ignore_ascii_case(word)).map(|(_, status)| *status)
}

/// The sub-status with that name, where the main status has such a one.
fn sub_status(status: Status, name: &str) -> SubStatus {
    use SubStatus as S;
    let own: &[(&str, S)] = match status {
        Status::NotFound => &[("InvalidCode", S::InvalidCode)],
        Status::InTransit => &[
            ("PickedUp", S::PickedUp),
            ("Departure", S::Departure),
            ("Arrival", S::Arrival),
            ("CustomsProcessing", S::CustomsProcessing),
            ("CustomsReleased", S::CustomsReleased),
            ("CustomsRequiringInformation", S::CustomsRequiringInformation),
        ],
        Status::DeliveryFailure => &[
            ("NoBody", S::NoBody),
            ("Security", S::Security),
            ("Rejected", S::Rejected),
            ("InvalidAddress", S::InvalidAddress),
        ],
        Status::Exception => &[
            ("Returning", S::Returning),
            ("Returned", S::Returned),
            ("NoBody", S::NoBody),
            ("Security", S::Security),
            ("Damage", S::Damage),
            ("Rejected", S::Rejected),
            ("Delayed", S::Delayed),
            ("Lost", S::Lost),
            ("Destroyed", S::Destroyed),
            ("Cancel", S::Cancel),
        ],
        _ => &[],
    };
    own.iter().find(|(own, _)| own.eq_ignore_ascii_case(name)).map_or(S::Other, |(_, sub)| *sub)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_pairs_are_read_and_unknown_subs_are_other() {
        let released = State::new(Status::InTransit, SubStatus::CustomsReleased);
        assert_eq!(state("InTransit", "InTransit_CustomsReleased"), Some(released));
        assert_eq!(state("InTransit", "InTransit_QuantumTunnelling"), Some(State::UNDERWAY));
        assert_eq!(state("InTransit", "Exception_Lost"), Some(State::UNDERWAY));
        assert_eq!(state("InTransit", "InTransit_Lost"), Some(State::UNDERWAY));
        assert_eq!(state("InfoReceived", "InfoReceived"), Some(State::only(Status::InfoReceived)));
        assert_eq!(state("Teleported", "Delivered_Other"), None);
    }

    #[test]
    fn an_event_is_read_by_its_sub_status_then_by_its_stage() {
        let returned = State::new(Status::Exception, SubStatus::Returned);
        assert_eq!(of_event("Exception_Returned", "Delivered"), Some(returned));
        assert_eq!(of_event("", "Returned"), Some(returned));
        assert_eq!(of_event("", "Delivered").map(|s| s.status), Some(Status::Delivered));
        assert_eq!(of_event("Vanished_Other", ""), None);
    }
}
