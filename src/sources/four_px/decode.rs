//! From an answer to reports. Pure, and survives any bytes.

use serde_json::Value;

use super::codes;
use super::wire::{Entry, Envelope, Scan};
use crate::domain::{
    CleanText, Country, Event, EventTime, Finding, Reply, Report, ReportedFacts, State, TrackingNumber, Trouble,
};
use crate::sources::lenient_json::{Whole, Words, raw, said, something_read};
use crate::sources::response_class;
use crate::sources::response_class::{Access, not_understood};
use crate::sources::wall_time::{offset, wall_time};
use crate::sources::whole_list_checks::telling;
use crate::sources::{MOST_EVENTS, complete};

/// The entry's status of an unknown number.
const UNKNOWN: i64 = 7;

/// Reads an answer about the asked numbers: one reply for each.
///
/// # Errors
/// The trouble that concerns all of them: refused, out of order, or not understood.
pub fn decode(asked: &[TrackingNumber], status: u16, body: &[u8]) -> Result<Vec<Reply>, Trouble> {
    if let Some(trouble) = response_class::refusal(Access::Keyless, status, body) {
        return Err(trouble);
    }
    let tree = response_class::json(body)?;
    if let Some(trouble) = failure(&tree) {
        return Err(trouble);
    }
    let envelope: Envelope = response_class::shape(tree)?;
    if envelope.data.is_empty() {
        return Ok(asked.iter().map(unknown).collect());
    }
    let mut replies: Vec<Reply> = Vec::with_capacity(asked.len());
    for (index, entry) in envelope.data.into_iter().enumerate() {
        let Ok(entry) = serde_json::from_value::<Entry>(entry) else { continue };
        let Some(number) = answered(&entry, asked) else { continue };
        if !replies.iter().any(|reply| reply.number == *number) {
            replies.push(Reply { number: number.clone(), result: report(number, &entry, index) });
        }
    }
    Ok(complete(replies, asked, "data"))
}

fn unknown(number: &TrackingNumber) -> Reply {
    Reply { number: number.clone(), result: Ok(Report { finding: Finding::Unknown, events: Vec::new() }) }
}

/// What another `result` than 1 means. None was ever recorded.
fn failure(tree: &Value) -> Option<Trouble> {
    let result: Whole = serde_json::from_value(tree.get("result")?.clone()).ok()?;
    let message = tree.get("message").and_then(Value::as_str).unwrap_or_default();
    (result.0 != 1).then(|| not_understood(&format!("result {}: {message}", result.0)))
}

/// The asked number that an entry names: never another, whatever the order.
fn answered<'a>(entry: &Entry, asked: &'a [TrackingNumber]) -> Option<&'a TrackingNumber> {
    let named = TrackingNumber::parse(raw(entry.query_code.as_ref())).ok()?;
    asked.iter().find(|number| **number == named)
}

/// What an entry says about its number.
fn report(number: &TrackingNumber, entry: &Entry, index: usize) -> Result<Report, Trouble> {
    let scans = scans(&entry.tracks, index)?;
    let events: Vec<Event> = scans.iter().filter_map(|scan| event(number, scan)).collect();
    let handovers: Vec<TrackingNumber> = handover(number, entry).into_iter().collect();
    something_read(&format!("data[{index}].tracks"), entry.tracks.as_array().map_or(0, Vec::len), events.len())?;
    if scans.is_empty() && handovers.is_empty() {
        return match entry.status {
            Some(Whole(UNKNOWN)) | None => Ok(Report { finding: Finding::Unknown, events }),
            Some(_) => Ok(Report { finding: Finding::Known(Box::default()), events }),
        };
    }
    let newest = telling(&events);
    let facts = ReportedFacts {
        state: newest.and_then(|event| event.state),
        status_text: newest.map(|event| event.text.clone()),
        origin: Country::parse(raw(entry.ct_start_code.as_ref())),
        destination: Country::parse(raw(entry.ct_end_code.as_ref())),
        handovers,
        ..ReportedFacts::default()
    };
    Ok(Report { finding: Finding::Known(Box::new(facts)), events })
}

/// The scans as sent; a list that is none is not silently taken for an empty one.
fn scans(list: &Value, index: usize) -> Result<Vec<Scan>, Trouble> {
    match list {
        Value::Null => Ok(Vec::new()),
        Value::Array(list) => {
            let scan = |item: &Value| serde_json::from_value(item.clone()).ok();
            Ok(list.iter().take(MOST_EVENTS).filter_map(scan).collect())
        }
        _ => Err(not_understood(&format!("data[{index}].tracks: not a list"))),
    }
}

/// One scan. One that has neither words nor a code is passed over.
fn event(number: &TrackingNumber, scan: &Scan) -> Option<Event> {
    let raw_code = said(scan.code.as_ref());
    let words = said(scan.words.as_ref());
    let text = words.clone().or_else(|| raw_code.clone())?;
    let code = raw_code.as_deref().unwrap_or_default().to_ascii_uppercase();
    // English was asked for; what is not translated stays Chinese.
    let is_english = words.is_some_and(|words| words.is_ascii());
    Some(Event {
        time: time(scan),
        place: said(scan.place.as_ref()),
        country: None,
        state: Some(codes::says(&code, &text).unwrap_or(State::UNDERWAY)),
        text,
        text_lang: is_english.then(|| CleanText::line("en")),
        translation: None,
        raw_code,
        number: number.clone(),
    })
}

/// The wall time in its own zone (certain); without a zone it stays a wall time.
fn time(scan: &Scan) -> Option<EventTime> {
    let (local, precision) = wall_time(raw(scan.wall_time.as_ref()))?;
    Some(EventTime::new(local, offset(raw(scan.zone.as_ref())), precision))
}

/// The number under which another carrier goes on.
fn handover(number: &TrackingNumber, entry: &Entry) -> Option<TrackingNumber> {
    let code = raw(entry.server_code.as_ref().filter(|code: &&Words| code.raw() != "null"));
    let other = TrackingNumber::parse(code).ok()?;
    let other = TrackingNumber::parse(without_zip(other.as_str())).ok()?;
    (other != *number).then_some(other)
}

/// A USPS label's number is led by 420 and the addressee's ZIP code (Publication 199): where somebody lives is no
/// part of the number.
fn without_zip(code: &str) -> &str {
    let number = match code.len() {
        30 => code.get(8..),
        34 => code.get(12..),
        _ => None,
    };
    let is_label = code.starts_with("420") && code.bytes().all(|b| b.is_ascii_digit());
    number.filter(|number| is_label && number.starts_with('9')).unwrap_or(code)
}
