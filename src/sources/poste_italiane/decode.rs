//! From an answer to a report. Pure, and survives any bytes.

use chrono::{DateTime, FixedOffset};
use serde::Deserialize;
use serde_json::Value;

use super::movement_phrases;
use crate::domain::{
    CleanText, Event, EventTime, Reply, Report, ReportedFacts, State, Status, SubStatus, TrackingNumber, Trouble,
};
use crate::sources::decoding::central_european_time;
use crate::sources::decoding::event_order_and_state::{ListOrder, ToldJourney, follow, newest_elements, newest_first};
use crate::sources::decoding::json_body;
use crate::sources::decoding::lenient_json::{
    LenientInteger, LenientText, check_any_read, clean_text, lenient, raw_text,
};
use crate::sources::decoding::refusal::{self, Access};
use crate::sources::decoding::replies::{complete, named_or_only};
use crate::sources::decoding::report::{expected_days, known, unknown};
use crate::sources::decoding::wall_time::plausible;
use crate::sources::decoding::worded_troubles::not_understood;

/// The shipment's state when it is delivered; no other one is known.
const DELIVERED: i64 = 5;

/// What is said about the number.
#[derive(Deserialize, Default)]
#[serde(rename_all = "camelCase", default)]
struct Entry {
    /// 1 and 2: unknown; 3: known (certain).
    #[serde(deserialize_with = "lenient")]
    esito_ricerca: Option<LenientInteger>,
    #[serde(deserialize_with = "lenient")]
    id_tracciatura: Option<LenientText>,
    #[serde(deserialize_with = "lenient")]
    tipo_prodotto: Option<LenientText>,
    #[serde(deserialize_with = "lenient")]
    stato: Option<LenientInteger>,
    /// It is on its way back.
    #[serde(deserialize_with = "lenient")]
    flag_ritorno: Option<bool>,
    /// A sentence with a date in it.
    #[serde(deserialize_with = "lenient")]
    data_prevista_consegna: Option<LenientText>,
    lista_movimenti: Value,
}

/// One movement, in Italian.
#[derive(Deserialize, Default)]
#[serde(rename_all = "camelCase", default)]
struct Movement {
    #[serde(deserialize_with = "lenient")]
    stato_lavorazione: Option<LenientText>,
    /// Epoch milliseconds.
    #[serde(deserialize_with = "lenient")]
    data_ora: Option<LenientInteger>,
    #[serde(deserialize_with = "lenient")]
    luogo: Option<LenientText>,
}

/// Reads an answer about the asked numbers: one reply for each. An answer is about one number only.
///
/// # Errors
/// The trouble that concerns all of them: refused, out of order, or not understood.
pub fn decode(asked: &[TrackingNumber], status: u16, body: &[u8]) -> Result<Vec<Reply>, Trouble> {
    refusal::check(Access::Keyless, status, body)?;
    let tree = json_body::json(body)?;
    if !tree.is_object() {
        return Err(not_understood("not an object"));
    }
    let entry: Entry = json_body::shape(tree)?;
    let number = named_or_only(asked, clean_text(entry.id_tracciatura.as_ref()).as_deref());
    let reply = number.map(|number| Reply { number: number.clone(), result: report(number, &entry) });
    Ok(complete(reply.into_iter().collect(), asked, "idTracciatura"))
}

fn report(number: &TrackingNumber, entry: &Entry) -> Result<Report, Trouble> {
    let mut events = events(number, &entry.lista_movimenti)?;
    match entry.esito_ricerca {
        _ if !events.is_empty() => {}
        Some(LenientInteger(3)) => {}
        Some(LenientInteger(1 | 2)) => return Ok(unknown()),
        Some(LenientInteger(other)) => return Err(not_understood(&format!("esitoRicerca: {other}"))),
        None => return Err(not_understood("esitoRicerca: missing, and no movements")),
    }
    let told = follow(&mut events, |event| movement_phrases::step(&event.text));
    let goes_back = told.claim(None).is_some_and(|state| state.status == Status::Exception);
    let day = movement_phrases::expected(raw_text(entry.data_prevista_consegna.as_ref()));
    let facts = ReportedFacts {
        state: claimed(entry, &told),
        status_text: told.text(),
        service: clean_text(entry.tipo_prodotto.as_ref()),
        eta: expected_days(day.filter(|_| !goes_back), None),
        ..ReportedFacts::default()
    };
    Ok(known(facts, events))
}

/// The state now: what the shipment as a whole says, unless it goes back or waits somewhere.
fn claimed(entry: &Entry, told: &ToldJourney) -> Option<State> {
    let is_delivered = entry.stato == Some(LenientInteger(DELIVERED));
    if entry.flag_ritorno == Some(true) {
        let sub = if is_delivered { SubStatus::Returned } else { SubStatus::Returning };
        return Some(State::new(Status::Exception, sub));
    }
    let elsewhere = [Status::Exception, Status::AvailableForPickup, Status::DeliveryFailure];
    match told.state() {
        Some(state) if is_delivered && elsewhere.contains(&state.status) => Some(state),
        _ if is_delivered => told.claim(Some(State::new(Status::Delivered, SubStatus::Other))),
        other => other,
    }
}

/// The events, newest first; they come oldest first (seen once).
fn events(number: &TrackingNumber, list: &Value) -> Result<Vec<Event>, Trouble> {
    let movements: Vec<Movement> = newest_elements(list, ListOrder::OldestFirst, "listaMovimenti")?;
    let events = newest_first(movements.iter().filter_map(|movement| event(number, movement)).collect());
    check_any_read("listaMovimenti", list.as_array().map_or(0, Vec::len), events.len()).map(|()| events)
}

/// One movement. One without words is passed over.
fn event(number: &TrackingNumber, movement: &Movement) -> Option<Event> {
    let text = clean_text(movement.stato_lavorazione.as_ref())?;
    Some(Event {
        time: movement.data_ora.and_then(|millis| time(millis.0)),
        place: clean_text(movement.luogo.as_ref()),
        country: None,
        state: Some(movement_phrases::state(&text).unwrap_or(State::UNDERWAY)),
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
