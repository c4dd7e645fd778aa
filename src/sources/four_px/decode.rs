//! From an answer to reports. Pure, and survives any bytes.

use serde_json::Value;

use super::event_codes;
use super::wire::{Entry, Envelope, Scan};
use crate::domain::{
    CleanText, Country, Event, EventTime, Finding, Reply, Report, ReportedFacts, State, TrackingNumber, Trouble,
};
use crate::sources::decoding::event_order_and_state::{ListOrder, follow, newest_elements};
use crate::sources::decoding::json_body;
use crate::sources::decoding::lenient_json::{LenientInteger, LenientText, check_any_read, clean_text, raw_text};
use crate::sources::decoding::refusal::{self, Access};
use crate::sources::decoding::replies::{complete, from_entries, named, same_for_all};
use crate::sources::decoding::report::{known, unknown};
use crate::sources::decoding::wall_time::{offset, wall_time};
use crate::sources::decoding::worded_troubles::not_understood;

/// The entry's status of an unknown number.
const UNKNOWN: i64 = 7;

/// Reads an answer about the asked numbers: one reply for each.
///
/// # Errors
/// The trouble that concerns all of them: refused, out of order, or not understood.
pub fn decode(asked: &[TrackingNumber], status: u16, body: &[u8]) -> Result<Vec<Reply>, Trouble> {
    refusal::check(Access::Keyless, status, body)?;
    let tree = json_body::json(body)?;
    check_failure(&tree)?;
    let envelope: Envelope = json_body::shape(tree)?;
    if envelope.data.is_empty() {
        return Ok(same_for_all(asked, &Ok(unknown())));
    }
    let number = |entry: &Entry| named(asked, raw_text(entry.query_code.as_ref()));
    Ok(complete(from_entries(envelope.data, number, report), asked, "data"))
}

/// What another `result` than 1 means. None was ever recorded.
fn check_failure(tree: &Value) -> Result<(), Trouble> {
    let result = tree.get("result").and_then(|result| serde_json::from_value::<LenientInteger>(result.clone()).ok());
    let message = tree.get("message").and_then(Value::as_str).unwrap_or_default();
    match result {
        Some(LenientInteger(other)) if other != 1 => Err(not_understood(&format!("result {other}: {message}"))),
        _ => Ok(()),
    }
}

/// What an entry says about its number.
fn report(number: &TrackingNumber, entry: &Entry, index: usize) -> Result<Report, Trouble> {
    let path = format!("data[{index}].tracks");
    let scans: Vec<Scan> = newest_elements(&entry.tracks, ListOrder::NewestFirst, &path)?;
    let mut events: Vec<Event> = scans.iter().filter_map(|scan| event(number, scan)).collect();
    let handovers: Vec<TrackingNumber> = handover(number, entry).into_iter().collect();
    check_any_read(&path, entry.tracks.as_array().map_or(0, Vec::len), events.len())?;
    if scans.is_empty() && handovers.is_empty() {
        return match entry.status {
            Some(LenientInteger(UNKNOWN)) | None => Ok(Report { finding: Finding::Unknown, events }),
            Some(_) => Ok(known(ReportedFacts::default(), events)),
        };
    }
    let told = follow(&mut events, |event| {
        event_codes::step(&event.raw_code.as_deref().unwrap_or_default().to_ascii_uppercase(), &event.text)
    });
    let facts = ReportedFacts {
        state: told.state(),
        status_text: told.text(),
        origin: Country::parse(raw_text(entry.ct_start_code.as_ref())),
        destination: Country::parse(raw_text(entry.ct_end_code.as_ref())),
        handovers,
        ..ReportedFacts::default()
    };
    Ok(known(facts, events))
}

/// One scan. One that has neither words nor a code is passed over.
fn event(number: &TrackingNumber, scan: &Scan) -> Option<Event> {
    let raw_code = clean_text(scan.code.as_ref());
    let words = clean_text(scan.words.as_ref());
    let text = words.clone().or_else(|| raw_code.clone())?;
    let code = raw_code.as_deref().unwrap_or_default().to_ascii_uppercase();
    // English was asked for; what is not translated stays Chinese.
    let is_english = words.is_some_and(|words| words.is_ascii());
    Some(Event {
        time: time(scan),
        place: clean_text(scan.place.as_ref()),
        country: None,
        state: Some(event_codes::state(&code, &text).unwrap_or(State::UNDERWAY)),
        text,
        text_lang: is_english.then(|| CleanText::line("en")),
        translation: None,
        raw_code,
        number: number.clone(),
    })
}

/// The wall time in its own zone (certain); without a zone it stays a wall time.
fn time(scan: &Scan) -> Option<EventTime> {
    let (local, precision) = wall_time(raw_text(scan.wall_time.as_ref()))?;
    Some(EventTime::new(local, offset(raw_text(scan.zone.as_ref())), precision))
}

/// The number under which another carrier goes on.
fn handover(number: &TrackingNumber, entry: &Entry) -> Option<TrackingNumber> {
    let code = raw_text(entry.server_code.as_ref().filter(|code: &&LenientText| code.as_str() != "null"));
    let other = TrackingNumber::parse(code).ok()?;
    let other = TrackingNumber::parse(without_zip(other.as_str())).ok()?;
    (other != *number).then_some(other)
}

/// A USPS label's number is led by 420 and the addressee's ZIP code (Publication 199): the ZIP code is personal,
/// and no part of the number.
fn without_zip(code: &str) -> &str {
    let number = match code.len() {
        30 => code.get(8..),
        34 => code.get(12..),
        _ => None,
    };
    let is_label = code.starts_with("420") && code.bytes().all(|b| b.is_ascii_digit());
    number.filter(|number| is_label && number.starts_with('9')).unwrap_or(code)
}
