//! From an answer to a report. Pure, and survives any bytes.

use chrono::{NaiveDate, NaiveTime};
use serde::Deserialize;
use serde_json::Value;

use super::summary_phrases;
use crate::domain::{
    CleanText, Event, EventTime, Precision, Reply, Report, ReportedFacts, State, TrackingNumber, Trouble,
};
use crate::sources::decoding::central_european_time;
use crate::sources::decoding::event_order_and_state::{ListOrder, follow, newest_elements, newest_first};
use crate::sources::decoding::json_body;
use crate::sources::decoding::lenient_json::{LenientText, check_any_read, clean_text, lenient, raw_text};
use crate::sources::decoding::refusal::{self, Access};
use crate::sources::decoding::replies::{complete, from_entries, named_or_only};
use crate::sources::decoding::report::{known, known_by_events, unknown};
use crate::sources::decoding::status_phrases::{holds, plain};
use crate::sources::decoding::wall_time::plausible;
use crate::sources::decoding::worded_troubles::{not_understood, temporary};

/// What is said about a number. The names of sender and office, and whatever else it holds, are not even read.
#[derive(Deserialize, Default)]
#[serde(default)]
struct Entry {
    #[serde(rename = "codEnvio", deserialize_with = "lenient")]
    number: Option<LenientText>,
    #[serde(deserialize_with = "lenient")]
    error: Option<Fault>,
    eventos: Value,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Fault {
    /// `0`: none.
    #[serde(rename = "codError", deserialize_with = "lenient")]
    code: Option<LenientText>,
    #[serde(rename = "desError", deserialize_with = "lenient")]
    text: Option<LenientText>,
}

/// One event, in Spanish. The longer text (`desTextoAmpliado`) may name people and is left out.
#[derive(Deserialize, Default)]
#[serde(default)]
struct Scan {
    #[serde(rename = "codEvento", deserialize_with = "lenient")]
    code: Option<LenientText>,
    /// `dd/MM/yyyy`
    #[serde(rename = "fecEvento", deserialize_with = "lenient")]
    date: Option<LenientText>,
    /// `HH:mm:ss`
    #[serde(rename = "horEvento", deserialize_with = "lenient")]
    time: Option<LenientText>,
    #[serde(rename = "desTextoResumen", deserialize_with = "lenient")]
    summary: Option<LenientText>,
}

/// Reads an answer about the asked numbers: one reply for each.
///
/// # Errors
/// The trouble that concerns all of them: refused, out of order, or not understood.
pub fn decode(asked: &[TrackingNumber], status: u16, body: &[u8]) -> Result<Vec<Reply>, Trouble> {
    refusal::check(Access::Keyless, status, body)?;
    let entries = match json_body::json(body)? {
        Value::Array(entries) => entries,
        entry @ Value::Object(_) => vec![entry],
        _ => return Err(not_understood("neither a list nor an entry")),
    };
    let number = |entry: &Entry| named_or_only(asked, clean_text(entry.number.as_ref()).as_deref());
    let replies = from_entries(entries, number, |number, entry, _| report(number, entry));
    Ok(complete(replies, asked, "[]"))
}

fn report(number: &TrackingNumber, entry: &Entry) -> Result<Report, Trouble> {
    let mut events = events(number, &entry.eventos)?;
    let fault = entry.error.as_ref();
    let code = fault.and_then(|fault| clean_text(fault.code.as_ref()));
    if events.is_empty() {
        return without_events(code.as_deref(), fault);
    }
    let told = follow(&mut events, |event| summary_phrases::step(&event.text));
    Ok(known_by_events(ReportedFacts::default(), &told, events))
}

/// Any error but 0 was seen to mean "no such number" (3, for one), unless its words speak of the service.
fn without_events(code: Option<&str>, fault: Option<&Fault>) -> Result<Report, Trouble> {
    match code {
        None => Err(not_understood("error.codError: missing, and no events")),
        Some("0") => Ok(known(ReportedFacts::default(), Vec::new())),
        Some(code) => {
            let text = raw_text(fault.and_then(|fault| fault.text.as_ref()));
            if holds(&plain(text), &["no disponible", "intentelo", "mas tarde", "interno", "servicio", "timeout"]) {
                return Err(temporary(&format!("error {code}: {text}")));
            }
            Ok(unknown())
        }
    }
}

/// The events, newest first; they come oldest first (seen once).
fn events(number: &TrackingNumber, list: &Value) -> Result<Vec<Event>, Trouble> {
    let scans: Vec<Scan> = newest_elements(list, ListOrder::OldestFirst, "[0].eventos")?;
    let events = newest_first(scans.iter().filter_map(|scan| event(number, scan)).collect());
    check_any_read("[0].eventos", list.as_array().map_or(0, Vec::len), events.len()).map(|()| events)
}

/// One event. One that has neither words nor a code is passed over.
fn event(number: &TrackingNumber, scan: &Scan) -> Option<Event> {
    let raw_code = clean_text(scan.code.as_ref());
    let summary = clean_text(scan.summary.as_ref());
    let text_lang = summary.as_ref().map(|_| CleanText::line("es"));
    let state = summary.as_deref().and_then(summary_phrases::state).unwrap_or(State::UNDERWAY);
    Some(Event {
        time: time(raw_text(scan.date.as_ref()), raw_text(scan.time.as_ref())),
        place: None,
        country: None,
        text: summary.or_else(|| raw_code.clone())?,
        text_lang,
        translation: None,
        state: Some(state),
        raw_code,
        number: number.clone(),
    })
}

/// Date and time of day in Madrid, with or without seconds; without a time of day it stays a date.
fn time(date: &str, time: &str) -> Option<EventTime> {
    let date = NaiveDate::parse_from_str(date.trim(), "%d/%m/%Y").ok()?;
    plausible(date.into())?;
    let to_the = |format: &str| NaiveTime::parse_from_str(time.trim(), format).ok();
    let exact = to_the("%H:%M:%S").map(|time| (time, Precision::Second));
    let Some((time, precision)) = exact.or_else(|| Some((to_the("%H:%M")?, Precision::Minute))) else {
        return Some(EventTime::day(date));
    };
    let local = plausible(date.and_time(time))?;
    Some(EventTime::new(local, central_european_time::offset_of(local), precision))
}
