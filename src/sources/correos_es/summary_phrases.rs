//! What Correos' summaries say. Its codes are many and nowhere explained, so the words count, and only those that
//! cannot mean less than what they are taken for.

use crate::domain::{State, Status, Step, SubStatus};
use crate::sources::decoding::status_phrases::{holds, plain};

/// Where others than the addressee may have it.
const STATIONS: [&str; 5] = ["oficina", "citypaq", "punto", "buzon inteligente", "taquilla"];

/// What a summary says about the journey.
pub(super) fn step(summary: &str) -> Step {
    if plain(summary).starts_with("finalizado plazo") {
        return Step::NotCollected;
    }
    state(summary).map_or(Step::Unread, Step::Reached)
}

/// What a summary says; `None`: nothing that is known.
pub(super) fn state(summary: &str) -> Option<State> {
    let words = plain(summary);
    let other = |status| Some(State::new(status, SubStatus::Other));
    if holds(&words, &["devuelto", "devolucion", " al remitente"]) {
        return Some(State::new(Status::Exception, returned(&words)));
    }
    if holds(&words, &["no entregado", "entrega fallida", "intento de entrega", "ausente"]) {
        return other(Status::DeliveryFailure);
    }
    let to_collect = holds(&words, &["disponible", "pendiente de", "list"]) && holds(&words, &["recog"]);
    if to_collect || words.starts_with("disponible en") || words == "en oficina" {
        return other(Status::AvailableForPickup);
    }
    match words.as_str() {
        "entregado" | "entregada" | "entregado al destinatario" | "entregado en domicilio" | "entregado en buzon" => {
            other(Status::Delivered)
        }
        _ if words.starts_with("entregad") && holds(&words, &STATIONS) => other(Status::AvailableForPickup),
        _ if words.starts_with("en reparto") => other(Status::OutForDelivery),
        _ if words.starts_with("prerregistrad") || words.starts_with("pre-registrad") => {
            Some(State::only(Status::InfoReceived))
        }
        "admitido" | "admitida" => Some(State::new(Status::InTransit, SubStatus::PickedUp)),
        _ if words.contains("aduana") => Some(State::new(Status::InTransit, SubStatus::CustomsProcessing)),
        _ => None,
    }
}

/// Back with the sender only where the words say so in the past.
fn returned(words: &str) -> SubStatus {
    let is_over = words == "devuelto" || words.contains("entregado al remitente");
    if is_over { SubStatus::Returned } else { SubStatus::Returning }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_addressee_makes_it_delivered() {
        let status = |words| state(words).map(|state| state.status);
        assert_eq!(status("Entregado"), Some(Status::Delivered));
        assert_eq!(status("Entregado en Citypaq"), Some(Status::AvailableForPickup));
        assert_eq!(status("Entregado al remitente"), Some(Status::Exception));
        assert_eq!(status("No entregado"), Some(Status::DeliveryFailure));
        for waiting in ["Disponible para su recogida en oficina", "Disponible en oficina", "Pendiente de recogida"] {
            assert_eq!(status(waiting), Some(Status::AvailableForPickup), "{waiting}");
        }
        assert_eq!(status("Entregado a la red"), None);
        assert_eq!(status("Pendiente de ser entregado"), None);
    }

    #[test]
    fn a_return_under_way_is_not_over() {
        assert_eq!(state("En proceso de devolución").and_then(|s| s.sub), Some(SubStatus::Returning));
        assert_eq!(state("Entregado al remitente").and_then(|s| s.sub), Some(SubStatus::Returned));
    }
}
