//! Russian Post's operations: a type and an attribute, by the published code list, and what each says.
//!
//! The list grows (attributes of type 8 alone are near eighty): an attribute that is not here is read by its type
//! where the type alone says enough, and says nothing where it does not.

use super::operation::{HANDED_OVER, Operation};
use crate::domain::{State, Status, Step, SubStatus};
use crate::sources::decoding::postal_phrases;
use crate::sources::decoding::status_phrases::holds;

/// The last type and the last attribute of [`HANDED_OVER`] that the published list has; what comes after them is
/// read by its name.
const LAST_KNOWN_KIND: u32 = 63;
/// "Cancelled": which operation, it does not say.
const CANCELLED: u32 = 26;
const LAST_KNOWN_HANDING_OVER: u32 = 31;

const INFO: Option<State> = Some(State::only(Status::InfoReceived));
const ACCEPTED: Option<State> = Some(transit(SubStatus::PickedUp));
const MOVING: Option<State> = Some(State::UNDERWAY);
const DEPARTED: Option<State> = Some(transit(SubStatus::Departure));
const ARRIVED: Option<State> = Some(transit(SubStatus::Arrival));
const AT_CUSTOMS: Option<State> = Some(transit(SubStatus::CustomsProcessing));
const CUSTOMS_ASKS: Option<State> = Some(transit(SubStatus::CustomsRequiringInformation));
const CLEARED: Option<State> = Some(transit(SubStatus::CustomsReleased));
const TO_COLLECT: Option<State> = Some(other(Status::AvailableForPickup));
const WITH_COURIER: Option<State> = Some(other(Status::OutForDelivery));
const DELIVERED: Option<State> = Some(other(Status::Delivered));
const FAILED: Option<State> = Some(other(Status::DeliveryFailure));
const NOBODY_THERE: Option<State> = Some(State::new(Status::DeliveryFailure, SubStatus::NoBody));
const REFUSED: Option<State> = Some(State::new(Status::DeliveryFailure, SubStatus::Rejected));
const BAD_ADDRESS: Option<State> = Some(State::new(Status::DeliveryFailure, SubStatus::InvalidAddress));
const RETURNING: Option<State> = Some(exception(SubStatus::Returning));
const RETURNED: Option<State> = Some(exception(SubStatus::Returned));
const TROUBLE: Option<State> = Some(exception(SubStatus::Other));
const HELD: Option<State> = Some(exception(SubStatus::Security));
const LOST: Option<State> = Some(exception(SubStatus::Lost));
const DESTROYED: Option<State> = Some(exception(SubStatus::Destroyed));
const DELAYED: Option<State> = Some(exception(SubStatus::Delayed));
const DAMAGED: Option<State> = Some(exception(SubStatus::Damage));
const NOTHING: Option<State> = None;

const fn transit(sub: SubStatus) -> State {
    State::new(Status::InTransit, sub)
}

const fn other(status: Status) -> State {
    State::new(status, SubStatus::Other)
}

const fn exception(sub: SubStatus) -> State {
    State::new(Status::Exception, sub)
}

/// Any attribute, also one that is not in the published list.
const ANY: &[u32] = &[];

/// A row: the type, the attributes it holds for, and what they say. The first that applies counts.
type Row = (u32, &'static [u32], Option<State>);

const ROWS: &[Row] = &[
    (1, ANY, ACCEPTED),
    // To the addressee: in person, by locker, courier, postman, signature, robot or QR code. 14 is a scan for
    // e-mail, and an attribute that is not here may be the sender's.
    (2, &[0, 1, 3, 5, 6, 8, 10, 11, 12, 13, 15, 17, 18, 19, 21, 23, 25, 26, 27], DELIVERED),
    (2, &[2, 4, 7, 9, 16, 20, 22, 24, 28, 29, 30, 31], RETURNED),
    (3, ANY, RETURNING),
    (4, ANY, MOVING),
    (5, &[1], LOST),
    (5, &[2, 8], HELD),
    (5, ANY, TROUBLE),
    (6, ANY, TO_COLLECT),
    (7, &[3, 4], HELD),
    (7, ANY, TROUBLE),
    // Waits at the office, at a pickup point, or in a locker; storage that runs out.
    (8, &[2, 9, 14, 39, 60, 62, 74], TO_COLLECT),
    (8, &[10, 27, 28, 33, 35, 42, 43, 56, 57, 58, 59], TO_COLLECT),
    // With courier or postman; 68 and 69 are on their way to a locker or a pickup point with one.
    (8, &[15, 18, 68, 69], WITH_COURIER),
    (8, &[13, 22], ARRIVED),
    (8, &[29, 65], TROUBLE),
    (8, &[47], HELD),
    (8, &[36, 41], RETURNING),
    (8, &[51], AT_CUSTOMS),
    // Notices, requests, bookings, permissions: the parcel does not move by them.
    (8, &[21, 23, 24, 25, 34, 37, 38, 40, 45, 46, 48, 50, 52, 53, 54, 55, 61, 63, 66, 67, 78], NOTHING),
    (8, ANY, MOVING),
    (9, ANY, ARRIVED),
    (10, ANY, DEPARTED),
    (11, ANY, AT_CUSTOMS),
    (12, ANY, FAILED),
    (13, ANY, INFO),
    (14, &[1, 13, 16, 26], CLEARED),
    // 2 and 22: back from customs, or let back; the parcel is not on its way back yet.
    (14, &[5, 6, 14, 15, 18, 20, 21], CUSTOMS_ASKS),
    (14, ANY, AT_CUSTOMS),
    (15, ANY, TROUBLE),
    (16, ANY, DESTROYED),
    (17, ANY, TROUBLE),
    (18, ANY, LOST),
    (19, ANY, AT_CUSTOMS),
    (20, ANY, INFO),
    (21, &[1, 2, 3], DELIVERED),
    (22, &[1, 2, 3, 4, 7, 8], BAD_ADDRESS),
    (22, &[5], REFUSED),
    (22, ANY, FAILED),
    (23, ANY, TROUBLE),
    (24, ANY, CUSTOMS_ASKS),
    // Whatever was cancelled: it is not over, and nothing moved by it.
    (26, ANY, NOTHING),
    (27, ANY, INFO),
    (28, ANY, INFO),
    (29, ANY, MOVING),
    // The carrier between two posts: its "delivered" (21) is an aeroplane's.
    (31, ANY, MOVING),
    (33, ANY, MOVING),
    (35, ANY, FAILED),
    (37, ANY, INFO),
    (38, ANY, DELAYED),
    // Declared in advance, before the parcel itself comes.
    (39, &[1, 7], INFO),
    (39, ANY, AT_CUSTOMS),
    (40, ANY, AT_CUSTOMS),
    (41, ANY, AT_CUSTOMS),
    (42, ANY, FAILED),
    (44, ANY, TROUBLE),
    (46, ANY, INFO),
    (47, ANY, INFO),
    (50, ANY, FAILED),
    (51, ANY, FAILED),
    (56, ANY, MOVING),
    (61, ANY, MOVING),
    (62, ANY, RETURNING),
    (1027, ANY, TROUBLE),
];

/// Why an attempt (types 12 and 42) failed, where that says more than that it did.
const ATTEMPTS: &[(&[u32], Option<State>)] = &[
    (&[1, 10, 21], NOBODY_THERE),
    (&[6], REFUSED),
    (&[3, 4, 5, 16], BAD_ADDRESS),
    (&[14], DAMAGED),
    (&[23, 24], HELD),
    (&[28], LOST),
];

/// What an operation says about the journey. Cancelled ([`CANCELLED`]) is what was told before it: that matters where
/// it was a hand-over.
pub(super) fn step(operation: &Operation) -> Step {
    match state(operation) {
        Some(state) => Step::Reached(state),
        None if operation.kind == CANCELLED => Step::HandOverRevoked,
        None if operation.kind > LAST_KNOWN_KIND => Step::Unread,
        None => Step::Notice,
    }
}

/// The state that an operation shows; `None` where it shows none, or is not known.
pub(super) fn state(operation: &Operation) -> Option<State> {
    // No attribute is attribute 0: types without any are sent either way.
    let attribute = operation.attribute.unwrap_or(0);
    let attempt = || ATTEMPTS.iter().find(|(attributes, _)| attributes.contains(&attribute)).map(|(_, state)| *state);
    if matches!(operation.kind, 12 | 42)
        && let Some(state) = attempt()
    {
        return state;
    }
    let applies = |row: &&Row| row.0 == operation.kind && (row.1.is_empty() || row.1.contains(&attribute));
    match ROWS.iter().find(applies) {
        Some((.., state)) => *state,
        None if operation.kind == HANDED_OVER && attribute > LAST_KNOWN_HANDING_OVER => handed_over(operation),
        // A new type may be anything, so no words make it a delivery.
        None if operation.kind > LAST_KNOWN_KIND => {
            postal_phrases::state(&operation.words()).filter(|state| state.status != Status::Delivered)
        }
        None => NOTHING,
    }
}

/// To whom a way of handing over that is not in the list goes: its name says so.
fn handed_over(operation: &Operation) -> Option<State> {
    let name = operation.attribute_name.to_lowercase();
    let to_addressee = holds(&name, &["адресат", "получател", "addressee", "recipient"]);
    match (holds(&name, &["отправител", "sender"]), to_addressee) {
        (true, _) => RETURNED,
        (false, true) => DELIVERED,
        (false, false) => NOTHING,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn state_of(kind: u32, attribute: u32) -> Option<State> {
        let names = (String::new(), String::new());
        state(&Operation { kind, attribute: Some(attribute), kind_name: names.0, attribute_name: names.1 })
    }

    #[test]
    fn only_the_addressee_makes_a_delivery() {
        let delivered: Vec<(u32, u32)> = (0..1100)
            .flat_map(|kind| (0..120).map(move |attribute| (kind, attribute)))
            .filter(|&(kind, attribute)| state_of(kind, attribute).is_some_and(|s| s.status == Status::Delivered))
            .collect();
        assert_eq!(delivered.len(), 22, "{delivered:?}");
        assert!(delivered.iter().all(|(kind, _)| matches!(kind, 2 | 21)));
        assert_eq!((state_of(2, 2), state_of(2, 14), state_of(2, 32)), (RETURNED, NOTHING, NOTHING));
    }

    #[test]
    fn what_the_list_does_not_have_yet_is_read_by_its_name() {
        let state_of = |kind, attribute, kind_name: &str, attribute_name: &str| {
            let (kind_name, attribute_name) = (kind_name.to_owned(), attribute_name.to_owned());
            state(&Operation { kind, attribute: Some(attribute), kind_name, attribute_name })
        };
        assert_eq!(state_of(2, 32, "Вручение", "Адресату по биометрии"), DELIVERED);
        assert_eq!(state_of(2, 33, "Вручение", "Отправителю по биометрии"), RETURNED);
        assert_eq!(state_of(2, 34, "Handing over", "To the addressee by drone"), DELIVERED);
        assert_eq!(state_of(2, 14, "Вручение", "Адресату для передачи на оцифровку"), NOTHING);
        assert_eq!(state_of(70, 0, "Передано курьеру", ""), WITH_COURIER);
        assert_eq!(state_of(71, 0, "Уведомление прочитано", ""), NOTHING);
        assert_eq!(state_of(43, 0, "Вручение", ""), NOTHING, "a permission");
    }

    #[test]
    fn unknown_attributes_are_read_by_their_type_and_unknown_types_say_nothing() {
        assert_eq!((state_of(8, 99), state_of(3, 99), state_of(12, 99)), (MOVING, RETURNING, FAILED));
        assert_eq!((state_of(8, 25), state_of(8, 69), state_of(31, 21)), (NOTHING, WITH_COURIER, MOVING));
        assert_eq!(
            (state_of(14, 2), state_of(26, 1), state_of(39, 7), state_of(39, 2)),
            (AT_CUSTOMS, NOTHING, INFO, AT_CUSTOMS)
        );
        assert_eq!((state_of(42, 6), state_of(12, 28)), (REFUSED, LOST));
        assert_eq!((state_of(999, 1), state_of(0, 0), state_of(48, 0)), (NOTHING, NOTHING, NOTHING));
    }
}
