//! What the movements of Poste Italiane say; there are no codes, only sentences.

use chrono::NaiveDate;

use crate::domain::{State, Status, Step, SubStatus};
use crate::sources::decoding::status_phrases::{holds, plain};

const MONTHS: [&str; 12] = [
    "gennaio",
    "febbraio",
    "marzo",
    "aprile",
    "maggio",
    "giugno",
    "luglio",
    "agosto",
    "settembre",
    "ottobre",
    "novembre",
    "dicembre",
];

/// What a movement says about the journey.
pub(super) fn step(movement: &str) -> Step {
    state(movement).map_or(Step::Unread, Step::Reached)
}

/// What a movement says; `None`: nothing that is known.
pub(super) fn state(movement: &str) -> Option<State> {
    let words = plain(movement);
    let other = |status| Some(State::new(status, SubStatus::Other));
    let in_transit = |sub| Some(State::new(Status::InTransit, sub));
    if holds(&words, &[" al mittente", "restitui"]) {
        let is_over = holds(&words, &["consegnata al mittente", "consegnato al mittente", "restituita al mittente"]);
        let sub = if is_over { SubStatus::Returned } else { SubStatus::Returning };
        return Some(State::new(Status::Exception, sub));
    }
    if holds(&words, &["non e stat", "non consegnat", "mancata consegna", "tentativo", "non andata a buon fine"]) {
        return other(Status::DeliveryFailure);
    }
    if holds(&words, &["contatta assistenza", "in corso delle verifiche"]) {
        return other(Status::Exception);
    }
    if holds(&words, &["giacenza", "per il ritiro", "essere ritirat", "disponibile presso"]) {
        return other(Status::AvailableForPickup);
    }
    let is_cleared = words.starts_with("completat") && words.contains("svincolo");
    if is_cleared || holds(&words, &["sdoganat", "svincolat"]) {
        return in_transit(SubStatus::CustomsReleased);
    }
    if words.contains("dogan") {
        return in_transit(SubStatus::CustomsProcessing);
    }
    if words.contains("in consegna") {
        return other(Status::OutForDelivery);
    }
    if words.contains("presa in carico") || words.contains("preso in carico") {
        return in_transit(SubStatus::PickedUp);
    }
    let is_delivered = ["e stata consegnata", "e stato consegnato", "consegnata", "consegnato"].iter().any(|end| {
        words == *end || words.strip_suffix(" al destinatario").unwrap_or(&words).ends_with(&format!("pedizione {end}"))
    });
    is_delivered.then(|| State::new(Status::Delivered, SubStatus::Other))
}

/// The day of "Consegna prevista entro Venerdì 2 Gennaio 2026".
pub(super) fn expected(sentence: &str) -> Option<NaiveDate> {
    let sentence = plain(sentence);
    let words: Vec<&str> = sentence.split(' ').collect();
    words.windows(3).find_map(|three| {
        let [day, month, year] = three else { return None };
        let month = MONTHS.iter().position(|name| name == month)?;
        let year = year.parse().ok().filter(|year| (2000..2100).contains(year))?;
        NaiveDate::from_ymd_opt(year, u32::try_from(month).ok()? + 1, day.parse().ok()?)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_addressee_makes_it_delivered() {
        let status = |words| state(words).map(|state| state.status);
        for words in
            ["la spedizione è stata consegnata", "Consegnata", "La spedizione è stata consegnata al destinatario"]
        {
            assert_eq!(status(words), Some(Status::Delivered), "{words}");
        }
        assert_eq!(status("la spedizione è in consegna"), Some(Status::OutForDelivery));
        assert_eq!(status("la spedizione non è stata consegnata"), Some(Status::DeliveryFailure));
        assert_eq!(status("la spedizione è stata consegnata al mittente"), Some(Status::Exception));
        assert_eq!(status("la spedizione è stata consegnata al centro operativo"), None);
        assert_eq!(status("la spedizione sarà consegnata"), None);
        assert_eq!(status("presa in carico dal mittente"), Some(Status::InTransit));
        assert_eq!(status("disponibile per il ritiro presso l'ufficio postale"), Some(Status::AvailableForPickup));
    }

    #[test]
    fn the_expected_day_is_read_from_its_sentence() {
        let day = |text| expected(text).map(|day| day.to_string());
        assert_eq!(day("Consegna prevista entro Venerdì 2 Gennaio 2026").as_deref(), Some("2026-01-02"));
        assert_eq!(day("Consegna prevista entro Venerdì 32 Gennaio 2026"), None);
        assert_eq!(day("2 Gennaio"), None);
    }
}
