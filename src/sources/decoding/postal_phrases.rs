//! What posts' own phrases say where no code comes with them.
//!
//! Only whole beginnings are read, in Russian and English, as posts print them (the UPU's event names among them).
//! A phrase that is not here says nothing: "delivered" in the middle of a sentence is no delivery.

use super::status_phrases::holds;
use crate::domain::{State, Status, Step, SubStatus};

/// Words that turn every phrase around: whatever is done to the sender is a return.
const RETURN: [&str; 5] = ["возврат", "возвращ", "отправителю", "return", "to sender"];

/// What customs give back to the post is on its way on: "item returned from customs" is the UPU's own phrase.
const FROM_CUSTOMS: [&str; 5] = ["from customs", "by customs", "from the customs", "таможней", "с таможни"];

/// Beginnings that strike out what was told before.
const REVOKED: [&str; 5] = ["аннулирован", "отмена", "отменен", "отменён", "cancellation of"];

/// Words of a hand-over.
const HAND_OVER: [&str; 4] = ["вручен", "выдач", "delivery", "hand-over"];

/// Phrases that are whole: nothing may follow them.
const DELIVERED: [&str; 17] = [
    "вручено",
    "вручение",
    "вручен",
    "вручён",
    "вручена",
    "выдано",
    "выдан",
    "выдана",
    "получен",
    "получена",
    "посылка вручена",
    "посылка получена",
    "delivered",
    "item delivered",
    "final delivery",
    "получено",
    "item has been delivered",
];

/// Beginnings that name the addressee, so that more may follow.
const DELIVERED_TO: [&str; 10] = [
    "вручено адресату",
    "вручено получателю",
    "вручение адресату",
    "вручение получателю",
    "выдано адресату",
    "выдано получателю",
    "получено адресатом",
    "delivered to addressee",
    "delivered to the addressee",
    "delivered to recipient",
];

/// Other beginnings, the longer before the shorter.
const BEGINNINGS: [(&str, State); 42] = [
    ("неудачная попытка", FAILED),
    ("unsuccessful delivery", FAILED),
    ("unsuccessful (attempted) delivery", FAILED),
    ("attempted delivery", FAILED),
    ("прибыло в место вручения", TO_COLLECT),
    ("прибыло в пункт выдачи", TO_COLLECT),
    ("поступило в пункт выдачи", TO_COLLECT),
    ("доставлено в пункт выдачи", TO_COLLECT),
    ("готово к выдаче", TO_COLLECT),
    ("готов к выдаче", TO_COLLECT),
    ("готова к выдаче", TO_COLLECT),
    ("awaiting buyer", TO_COLLECT),
    ("ожидает адресата", TO_COLLECT),
    ("ожидает получателя", TO_COLLECT),
    ("awaiting collection", TO_COLLECT),
    ("ready for pickup", TO_COLLECT),
    ("ready for collection", TO_COLLECT),
    ("передано курьеру", WITH_COURIER),
    ("передано почтальону", WITH_COURIER),
    ("out for delivery", WITH_COURIER),
    ("завершение таможенного контроля", CLEARED),
    ("выпущено таможней", CLEARED),
    ("released by customs", CLEARED),
    ("released from customs", CLEARED),
    ("arrival at delivery office", ARRIVED),
    ("передано таможне", AT_CUSTOMS),
    ("передано на таможенный контроль", AT_CUSTOMS),
    ("прием на таможню", AT_CUSTOMS),
    ("приём на таможню", AT_CUSTOMS),
    ("таможенн", AT_CUSTOMS),
    ("handed over to customs", AT_CUSTOMS),
    ("направлено из страны", DEPARTED),
    ("экспорт международной почты", DEPARTED),
    ("импорт международной почты", ARRIVED),
    ("прибыло на территорию", ARRIVED),
    ("поступило в учреждение доставки", ARRIVED),
    ("принято от отправителя", PICKED_UP),
    ("прием", PICKED_UP),
    ("приём", PICKED_UP),
    ("accepted", PICKED_UP),
    ("posting/collection", PICKED_UP),
    ("присвоен", INFO),
];

/// Beginnings that say "on its way" and nothing more.
const MOVING: [&str; 11] = [
    "принято в обработку",
    "поступило в обработку",
    "направлено",
    "отправлено",
    "сортировка",
    "прибыло",
    "покинуло",
    "обработка",
    "in transit",
    "arrived at",
    "departed from",
];

const FAILED: State = State::new(Status::DeliveryFailure, SubStatus::Other);
const TO_COLLECT: State = State::new(Status::AvailableForPickup, SubStatus::Other);
const WITH_COURIER: State = State::new(Status::OutForDelivery, SubStatus::Other);
const CLEARED: State = transit(SubStatus::CustomsReleased);
const AT_CUSTOMS: State = transit(SubStatus::CustomsProcessing);
const DEPARTED: State = transit(SubStatus::Departure);
const ARRIVED: State = transit(SubStatus::Arrival);
const PICKED_UP: State = transit(SubStatus::PickedUp);
const INFO: State = State::only(Status::InfoReceived);
const RETURNING: State = State::new(Status::Exception, SubStatus::Returning);
const RETURNED: State = State::new(Status::Exception, SubStatus::Returned);

const fn transit(sub: SubStatus) -> State {
    State::new(Status::InTransit, sub)
}

/// What a phrase says; `None` where it says nothing that is known.
pub(in crate::sources) fn state(phrase: &str) -> Option<State> {
    let phrase = phrase.trim().trim_end_matches(['.', '!']).to_lowercase();
    if holds(&phrase, &RETURN) && holds(&phrase, &FROM_CUSTOMS) && !holds(&phrase, &["отправител", "sender"])
    {
        return Some(CLEARED);
    }
    if holds(&phrase, &RETURN) {
        let handed_over = [
            "вручен",
            "выдан",
            "возвращено отправителю",
            "почтовое отправление возвращено отправителю",
            "returned to sender",
        ]
        .iter()
        .any(|start| phrase.starts_with(start));
        return Some(if handed_over { RETURNED } else { RETURNING });
    }
    if DELIVERED.contains(&phrase.as_str()) || DELIVERED_TO.iter().any(|start| phrase.starts_with(start)) {
        return Some(State::new(Status::Delivered, SubStatus::Other));
    }
    let known = BEGINNINGS.iter().find(|(start, _)| phrase.starts_with(start)).map(|(_, state)| *state);
    known.or_else(|| MOVING.iter().any(|start| phrase.starts_with(start)).then_some(State::UNDERWAY))
}

/// What a phrase says about the journey.
pub(in crate::sources) fn step(phrase: &str) -> Step {
    let lower = phrase.to_lowercase();
    let is_revoked =
        REVOKED.iter().any(|word| lower.starts_with(word)) && HAND_OVER.iter().any(|word| lower.contains(word));
    if is_revoked { Step::HandOverRevoked } else { state(phrase).map_or(Step::Unread, Step::Reached) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_the_addressee_has_is_delivered() {
        let delivered = |phrase| state(phrase).is_some_and(|s| s.status == Status::Delivered);
        for phrase in [
            "Вручено",
            "Посылка вручена",
            "Получен",
            "Вручено адресату почтальоном",
            "Delivered.",
            " вручение адресату",
        ] {
            assert!(delivered(phrase), "{phrase}");
        }
        for phrase in [
            "Вручено отправителю",
            "Вручение отправителю почтальоном",
            "Не вручено",
            "Вручено почтальону",
            "Delivered to pickup point",
            "Delivered to sender",
            "Will be delivered",
            "Доставлено извещение",
            "Выдано курьеру",
        ] {
            assert!(!delivered(phrase), "{phrase}");
        }
    }

    #[test]
    fn phrases_of_posts_are_read_by_their_beginning() {
        assert_eq!(state("Направлено из страны по назначению"), Some(DEPARTED));
        assert_eq!(state("Направлено по назначению"), Some(State::UNDERWAY));
        assert_eq!(state("Вручено отправителю"), Some(RETURNED));
        assert_eq!(state("Возврат: истёк срок хранения"), Some(RETURNING));
        assert_eq!(state("Прибыло в место вручения"), Some(TO_COLLECT));
        assert_eq!(state("Прибыло в сортировочный центр"), Some(State::UNDERWAY));
        assert_eq!(state("Принято от отправителя"), Some(PICKED_UP));
        for phrase in ["Item returned from customs (Inb)", "Возвращено таможней", "Возврат с таможни"]
        {
            assert_eq!(state(phrase), Some(CLEARED), "{phrase}");
        }
        assert_eq!(state("Возвращено таможней отправителю"), Some(RETURNING));
        assert_eq!(state("Прибыло в пункт выдачи заказов"), Some(TO_COLLECT));
        assert_eq!(state("Готов к выдаче"), Some(TO_COLLECT));
        assert_eq!(state("Nobody knows"), None);
        assert_eq!(state(""), None);
    }
}
