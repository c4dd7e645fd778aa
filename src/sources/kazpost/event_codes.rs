//! Kazpost's event codes: its own and the UPU's. The answer holds no words, so each has the words that stand for it.

use crate::domain::{State, Status, Step, SubStatus};
use crate::sources::decoding::upu_codes;

const ACCEPTED: State = State::new(Status::InTransit, SubStatus::PickedUp);
const MOVING: State = State::UNDERWAY;
const AT_CUSTOMS: State = State::new(Status::InTransit, SubStatus::CustomsProcessing);
const CLEARED: State = State::new(Status::InTransit, SubStatus::CustomsReleased);
const TO_COLLECT: State = State::new(Status::AvailableForPickup, SubStatus::Other);
const FAILED: State = State::new(Status::DeliveryFailure, SubStatus::Other);
const DELIVERED: State = State::new(Status::Delivered, SubStatus::Other);
const RETURNING: State = State::new(Status::Exception, SubStatus::Returning);

/// Kazpost's own codes: what each says, and the words for it. The meaning of most was seen in several clients.
/// `TRNPST` and `STRPST` are a parcel locker.
const OWN: [(&str, Option<State>, &str); 46] = [
    ("RCP", Some(ACCEPTED), "Приём"),
    ("RCPOPS", Some(ACCEPTED), "Приём в отделении"),
    ("BAT", Some(ACCEPTED), "Партионный приём"),
    ("SRTRPOREG", Some(MOVING), "Сортировка"),
    ("SRTSND", Some(MOVING), "Отправка с участка сортировки"),
    ("SRTSNDB", Some(MOVING), "Отправка из сортировочного центра"),
    ("SRTSNDIM", Some(MOVING), "Отправка из сортировочного центра"),
    ("SND", Some(MOVING), "Отправка"),
    ("SNDZONE", Some(MOVING), "Поступление на участок сортировки"),
    ("TRANSITSND", Some(MOVING), "Отправка транзитом"),
    ("TRANSITRCV", Some(MOVING), "Прибытие транзитом"),
    ("TRNRPO", Some(MOVING), "Прибытие"),
    ("TRNSRT", Some(MOVING), "Прибытие в сортировочный центр"),
    ("AVIASND", Some(MOVING), "Отправка рейсом"),
    ("PRC", Some(MOVING), "Поступление"),
    ("RDR", Some(MOVING), "Досыл"),
    ("RDRSC", Some(MOVING), "Досыл"),
    ("RDRSCSTR", Some(MOVING), "Досыл"),
    ("SRT_CUSTOM", Some(AT_CUSTOMS), "Передано таможне"),
    ("RPODELAY", Some(AT_CUSTOMS), "Задержано таможней"),
    ("SNDZONE_T", Some(CLEARED), "Выпущено таможней"),
    ("CUSTSRT_SND", Some(CLEARED), "Выпущено таможней"),
    ("CUSTOM_RET", None, "Возврат с таможни"),
    ("CUSTSTR_RET", None, "Возврат с таможни"),
    ("DELAY_RET", None, "Возврат с таможни"),
    ("SNDDELAY", None, "Выпуск задержанного на возврат"),
    ("DLV", Some(TO_COLLECT), "Ожидает клиента"),
    ("DLV_POBOX", Some(TO_COLLECT), "Доставка в абонентский ящик"),
    ("STR", Some(TO_COLLECT), "Хранение"),
    ("TRNPST", Some(TO_COLLECT), "В постамате"),
    ("STRPST", Some(TO_COLLECT), "Хранение в постамате"),
    ("STRSC", None, "Возврат с хранения"),
    ("DEL_STR", None, "Снято с хранения"),
    ("NON", Some(FAILED), "Не выдано"),
    ("NON_S", Some(FAILED), "Не выдано"),
    ("NONDLV", Some(FAILED), "Не доставлено"),
    ("NONDLV_S", Some(FAILED), "Не доставлено, на хранении"),
    ("NONDLV_Z", Some(FAILED), "Не доставлено, ожидает клиента"),
    ("DPAY", Some(DELIVERED), "Вручено"),
    ("ISSPAY", Some(DELIVERED), "Вручено"),
    ("ISSSC", Some(DELIVERED), "Вручено"),
    ("S_ISS", Some(DELIVERED), "Вручено"),
    ("BOXISS", Some(DELIVERED), "Вручено из абонентского ящика"),
    ("RET", Some(RETURNING), "Возврат"),
    ("RETSC", Some(RETURNING), "Возврат"),
    ("RETSCSTR", Some(RETURNING), "Возврат"),
];

/// The words for the UPU's codes that are met most.
const UPU_WORDS: [(&str, &str); 14] = [
    ("EMA", "Принято от отправителя"),
    ("EMB", "Прибыло в место международного обмена страны отправления"),
    ("EMC", "Отправлено из страны отправления"),
    ("EMD", "Прибыло в место международного обмена"),
    ("EDB", "Передано таможне"),
    ("EME", "Задержано таможней"),
    ("EDC", "Выпущено таможней"),
    ("EMF", "Покинуло место международного обмена"),
    ("EMG", "Прибыло в отделение доставки"),
    ("EDG", "Выдано на доставку"),
    ("EDH", "Ожидает получения"),
    ("EMH", "Неудачная попытка вручения"),
    ("EMI", "Вручено"),
    ("EMJ", "Прибыло в страну транзита"),
];

/// What a code says, in upper case. Codes come in families: whatever begins with `NONDLV` is a failed delivery, with
/// `RET` a return.
pub(super) fn state(code: &str) -> Option<State> {
    match OWN.iter().find(|(known, ..)| *known == code) {
        Some((_, state, _)) => *state,
        None if undone(code).is_some() => None,
        None if code.starts_with("NONDLV") => Some(FAILED),
        None if code.starts_with("RET") => Some(RETURNING),
        None => upu_codes::state(code),
    }
}

/// What a code says about the journey.
pub(super) fn step(code: &str) -> Step {
    let is_known = OWN.iter().any(|(known, ..)| *known == code);
    match state(code) {
        Some(state) => Step::Reached(state),
        None if undone(code).is_some() => Step::Notice,
        None if is_known => Step::Vague,
        None => Step::Unread,
    }
}

/// The words for a code; the code itself where there are none.
pub(super) fn words(code: &str) -> String {
    if let Some(undone) = undone(code) {
        return format!("Отмена: {}", words(undone));
    }
    let own = OWN.iter().find(|(known, ..)| *known == code).map(|(.., words)| *words);
    let upu = || UPU_WORDS.iter().find(|(known, _)| *known == code).map(|(_, words)| *words);
    own.or_else(upu).unwrap_or(code).to_owned()
}

/// The code that a code takes back (certain: `…_UNDO`).
pub(super) fn undone(code: &str) -> Option<&str> {
    code.strip_suffix("_UNDO")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_known_once_and_unknown_ones_say_nothing() {
        let mut codes: Vec<_> = OWN.iter().map(|(code, ..)| *code).collect();
        codes.sort_unstable();
        codes.dedup();
        assert_eq!(codes.len(), OWN.len());
        assert_eq!((state("ISSPAY"), state("EMI")), (Some(DELIVERED), Some(DELIVERED)));
        assert_eq!((state("ISSPAY_UNDO"), state("NEWCODE")), (None, None));
        assert_eq!((words("ISSPAY_UNDO"), words("NEWCODE")), ("Отмена: Вручено".to_owned(), "NEWCODE".to_owned()));
    }
}
