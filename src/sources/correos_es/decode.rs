//! From an answer to a report. Pure, and survives any bytes.

use chrono::{NaiveDate, NaiveTime};
use serde::Deserialize;
use serde_json::Value;

use super::words;
use crate::domain::{
    CleanText, Event, EventTime, Finding, Reply, Report, ReportedFacts, State, TrackingNumber, Trouble,
};
use crate::sources::lenient_json::{Words, lenient, raw, said, something_read};
use crate::sources::response_class;
use crate::sources::response_class::{Access, not_understood, temporary};
use crate::sources::status_phrases::{holds, plain};
use crate::sources::wall_time::plausible;
use crate::sources::whole_list_checks::{newest_first, telling};
use crate::sources::{MOST_EVENTS, central_european_time, complete};

/// What is said about a number. The names of sender and office, and whatever else it holds, are not even read.
#[derive(Deserialize, Default)]
#[serde(default)]
struct Entry {
    #[serde(rename = "codEnvio", deserialize_with = "lenient")]
    number: Option<Words>,
    #[serde(deserialize_with = "lenient")]
    error: Option<Fault>,
    eventos: Value,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Fault {
    /// `0`: none.
    #[serde(rename = "codError", deserialize_with = "lenient")]
    code: Option<Words>,
    #[serde(rename = "desError", deserialize_with = "lenient")]
    text: Option<Words>,
}

/// One event, in Spanish. The longer text (`desTextoAmpliado`) may name people and is left out.
#[derive(Deserialize, Default)]
#[serde(default)]
struct Scan {
    #[serde(rename = "codEvento", deserialize_with = "lenient")]
    code: Option<Words>,
    /// `dd/MM/yyyy`
    #[serde(rename = "fecEvento", deserialize_with = "lenient")]
    date: Option<Words>,
    /// `HH:mm:ss`
    #[serde(rename = "horEvento", deserialize_with = "lenient")]
    time: Option<Words>,
    #[serde(rename = "desTextoResumen", deserialize_with = "lenient")]
    summary: Option<Words>,
}

/// Reads an answer about the asked numbers: one reply for each.
///
/// # Errors
/// The trouble that concerns all of them: refused, out of order, or not understood.
pub fn decode(asked: &[TrackingNumber], status: u16, body: &[u8]) -> Result<Vec<Reply>, Trouble> {
    if let Some(trouble) = response_class::refusal(Access::Keyless, status, body) {
        return Err(trouble);
    }
    let entries = match response_class::json(body)? {
        Value::Array(entries) => entries,
        entry @ Value::Object(_) => vec![entry],
        _ => return Err(not_understood("neither a list nor an entry")),
    };
    let mut replies: Vec<Reply> = Vec::new();
    for entry in entries {
        let Ok(entry) = serde_json::from_value::<Entry>(entry) else { continue };
        let Some(number) = answered(&entry, asked) else { continue };
        if !replies.iter().any(|reply| reply.number == *number) {
            replies.push(Reply { number: number.clone(), result: report(number, &entry) });
        }
    }
    Ok(complete(replies, asked, "[]"))
}

/// The asked number that an entry is about: the one it names, or the only one where it names none.
fn answered<'a>(entry: &Entry, asked: &'a [TrackingNumber]) -> Option<&'a TrackingNumber> {
    match (said(entry.number.as_ref()), asked) {
        (None, [only]) => Some(only),
        (None, _) => None,
        (Some(named), _) => {
            let named = TrackingNumber::parse(&named).ok()?;
            asked.iter().find(|number| **number == named)
        }
    }
}

fn report(number: &TrackingNumber, entry: &Entry) -> Result<Report, Trouble> {
    let events = events(number, &entry.eventos)?;
    let fault = entry.error.as_ref();
    let code = fault.and_then(|fault| said(fault.code.as_ref()));
    if events.is_empty() {
        return without_events(code.as_deref(), fault);
    }
    let newest = telling(&events);
    let facts = ReportedFacts {
        state: newest.and_then(|event| event.state),
        status_text: newest.map(|event| event.text.clone()),
        ..ReportedFacts::default()
    };
    Ok(Report { finding: Finding::Known(Box::new(facts)), events })
}

/// Any error but 0 was seen to mean "no such number" (3, for one), unless its words speak of the service.
fn without_events(code: Option<&str>, fault: Option<&Fault>) -> Result<Report, Trouble> {
    let finding = match code {
        None => return Err(not_understood("error.codError: missing, and no events")),
        Some("0") => Finding::Known(Box::default()),
        Some(code) => {
            let text = raw(fault.and_then(|fault| fault.text.as_ref()));
            if holds(&plain(text), &["no disponible", "intentelo", "mas tarde", "interno", "servicio", "timeout"]) {
                return Err(temporary(&format!("error {code}: {text}")));
            }
            Finding::Unknown
        }
    };
    Ok(Report { finding, events: Vec::new() })
}

/// The events, newest first; they come oldest first (seen once).
fn events(number: &TrackingNumber, list: &Value) -> Result<Vec<Event>, Trouble> {
    let list = match list {
        Value::Null => return Ok(Vec::new()),
        Value::Array(list) => list,
        _ => return Err(not_understood("[0].eventos: not a list")),
    };
    let newest = list.iter().rev().take(MOST_EVENTS);
    let scans = newest.filter_map(|item| serde_json::from_value::<Scan>(item.clone()).ok());
    let events = newest_first(scans.filter_map(|scan| event(number, &scan)).collect());
    something_read("[0].eventos", list.len(), events.len()).map(|()| events)
}

/// One event. One that has neither words nor a code is passed over.
fn event(number: &TrackingNumber, scan: &Scan) -> Option<Event> {
    let raw_code = said(scan.code.as_ref());
    let summary = said(scan.summary.as_ref());
    let says = summary.as_deref().and_then(words::says);
    let text_lang = summary.as_ref().map(|_| CleanText::line("es"));
    Some(Event {
        time: time(raw(scan.date.as_ref()), raw(scan.time.as_ref())),
        place: None,
        country: None,
        text: summary.or_else(|| raw_code.clone())?,
        text_lang,
        translation: None,
        state: Some(says.unwrap_or(State::UNDERWAY)),
        raw_code,
        number: number.clone(),
    })
}

/// Date and time of day in Madrid; without a time of day it stays a date.
fn time(date: &str, time: &str) -> Option<EventTime> {
    let date = NaiveDate::parse_from_str(date.trim(), "%d/%m/%Y").ok()?;
    plausible(date.into())?;
    let Ok(time) = NaiveTime::parse_from_str(time.trim(), "%H:%M:%S") else { return Some(EventTime::day(date)) };
    let local = plausible(date.and_time(time))?;
    Some(EventTime::at(local, central_european_time::offset_of(local)))
}
