//! From an answer to a report. Pure, and survives any bytes.

use chrono::{DateTime, FixedOffset};
use serde::Deserialize;
use serde_json::Value;

use super::words;
use crate::domain::{
    CleanText, Eta, Event, EventTime, Finding, Reply, Report, ReportedFacts, State, Status, SubStatus, TrackingNumber,
    Trouble,
};
use crate::sources::lenient_json::{Whole, Words, lenient, raw, said, something_read};
use crate::sources::response_class;
use crate::sources::response_class::{Access, not_understood};
use crate::sources::wall_time::plausible;
use crate::sources::whole_list_checks::{newest_first, telling};
use crate::sources::{MOST_EVENTS, central_european_time, complete};

/// The shipment's state when it is delivered; no other one is known.
const DELIVERED: i64 = 5;

/// What is said about the number.
#[derive(Deserialize, Default)]
#[serde(rename_all = "camelCase", default)]
struct Entry {
    /// 1 and 2: unknown; 3: known (certain).
    #[serde(deserialize_with = "lenient")]
    esito_ricerca: Option<Whole>,
    #[serde(deserialize_with = "lenient")]
    id_tracciatura: Option<Words>,
    #[serde(deserialize_with = "lenient")]
    tipo_prodotto: Option<Words>,
    #[serde(deserialize_with = "lenient")]
    stato: Option<Whole>,
    /// It is on its way back.
    #[serde(deserialize_with = "lenient")]
    flag_ritorno: Option<bool>,
    /// A sentence with a date in it.
    #[serde(deserialize_with = "lenient")]
    data_prevista_consegna: Option<Words>,
    lista_movimenti: Value,
}

/// One movement, in Italian.
#[derive(Deserialize, Default)]
#[serde(rename_all = "camelCase", default)]
struct Movement {
    #[serde(deserialize_with = "lenient")]
    stato_lavorazione: Option<Words>,
    /// Epoch milliseconds.
    #[serde(deserialize_with = "lenient")]
    data_ora: Option<Whole>,
    #[serde(deserialize_with = "lenient")]
    luogo: Option<Words>,
}

/// Reads an answer about the asked numbers: one reply for each. An answer is about one number only.
///
/// # Errors
/// The trouble that concerns all of them: refused, out of order, or not understood.
pub fn decode(asked: &[TrackingNumber], status: u16, body: &[u8]) -> Result<Vec<Reply>, Trouble> {
    if let Some(trouble) = response_class::refusal(Access::Keyless, status, body) {
        return Err(trouble);
    }
    let tree = response_class::json(body)?;
    if !tree.is_object() {
        return Err(not_understood("not an object"));
    }
    let entry: Entry = response_class::shape(tree)?;
    let reply = answered(&entry, asked).map(|number| Reply { number: number.clone(), result: report(number, &entry) });
    Ok(complete(reply.into_iter().collect(), asked, "idTracciatura"))
}

/// The asked number that an answer is about: the one it names, or the only one where it names none.
fn answered<'a>(entry: &Entry, asked: &'a [TrackingNumber]) -> Option<&'a TrackingNumber> {
    match (said(entry.id_tracciatura.as_ref()), asked) {
        (None, [only]) => Some(only),
        (None, _) => None,
        (Some(named), _) => {
            let named = TrackingNumber::parse(&named).ok()?;
            asked.iter().find(|number| **number == named)
        }
    }
}

fn report(number: &TrackingNumber, entry: &Entry) -> Result<Report, Trouble> {
    let events = events(number, &entry.lista_movimenti)?;
    match entry.esito_ricerca {
        _ if !events.is_empty() => {}
        Some(Whole(3)) => {}
        Some(Whole(1 | 2)) => return Ok(Report { finding: Finding::Unknown, events }),
        Some(Whole(other)) => return Err(not_understood(&format!("esitoRicerca: {other}"))),
        None => return Err(not_understood("esitoRicerca: missing, and no movements")),
    }
    let newest = telling(&events);
    let said_by_movement = newest.and_then(|event| event.state);
    let day = words::expected(raw(entry.data_prevista_consegna.as_ref()));
    let facts = ReportedFacts {
        state: claimed(entry, said_by_movement),
        status_text: newest.map(|event| event.text.clone()),
        service: said(entry.tipo_prodotto.as_ref()),
        eta: day.map(|day| Eta { from: day, to: day }),
        ..ReportedFacts::default()
    };
    Ok(Report { finding: Finding::Known(Box::new(facts)), events })
}

/// The state now: what the shipment as a whole says, unless it goes back or waits somewhere.
fn claimed(entry: &Entry, by_movement: Option<State>) -> Option<State> {
    let is_delivered = entry.stato == Some(Whole(DELIVERED));
    if entry.flag_ritorno == Some(true) {
        let sub = if is_delivered { SubStatus::Returned } else { SubStatus::Returning };
        return Some(State::new(Status::Exception, sub));
    }
    let elsewhere = [Status::Exception, Status::AvailableForPickup, Status::DeliveryFailure];
    match by_movement {
        Some(state) if is_delivered && elsewhere.contains(&state.status) => Some(state),
        _ if is_delivered => Some(State::new(Status::Delivered, SubStatus::Other)),
        other => other,
    }
}

/// The events, newest first; they come oldest first (seen once).
fn events(number: &TrackingNumber, list: &Value) -> Result<Vec<Event>, Trouble> {
    let list = match list {
        Value::Null => return Ok(Vec::new()),
        Value::Array(list) => list,
        _ => return Err(not_understood("listaMovimenti: not a list")),
    };
    let newest = list.iter().rev().take(MOST_EVENTS);
    let movements = newest.filter_map(|item| serde_json::from_value::<Movement>(item.clone()).ok());
    let events = newest_first(movements.filter_map(|movement| event(number, &movement)).collect());
    something_read("listaMovimenti", list.len(), events.len()).map(|()| events)
}

/// One movement. One without words is passed over.
fn event(number: &TrackingNumber, movement: &Movement) -> Option<Event> {
    let text = said(movement.stato_lavorazione.as_ref())?;
    Some(Event {
        time: movement.data_ora.and_then(|millis| time(millis.0)),
        place: said(movement.luogo.as_ref()),
        country: None,
        state: Some(words::says(&text).unwrap_or(State::UNDERWAY)),
        text,
        text_lang: Some(CleanText::line("it")),
        translation: None,
        raw_code: None,
        number: number.clone(),
    })
}

/// An instant, on the clocks of Italy.
fn time(millis: i64) -> Option<EventTime> {
    let instant = DateTime::from_timestamp(millis.div_euclid(1000), 0)?;
    let offset: FixedOffset = central_european_time::offset_at(instant)?;
    let local = plausible(instant.with_timezone(&offset).naive_local())?;
    Some(EventTime::at(local, Some(offset)))
}
