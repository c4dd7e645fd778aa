//! From an answer to a report. Pure, and survives any bytes.

use chrono::{DateTime, Utc};

use super::operation::Operation;
use super::operation_states;
use super::soap_fault::{self, Verdict};
use crate::domain::{
    CleanText, Country, Event, EventTime, Precision, Reply, Report, ReportedFacts, Step, TrackingNumber, Trouble,
};
use crate::sources::decoding::event_order_and_state::{MOST_EVENTS, follow_steps};
use crate::sources::decoding::refusal;
use crate::sources::decoding::refusal::{Access, refusal};
use crate::sources::decoding::replies::about_first;
use crate::sources::decoding::report::{known_by_events, other_numbers, unknown};
use crate::sources::decoding::wall_time::{plausible, wall_time};
use crate::sources::decoding::worded_troubles::not_understood;
use crate::sources::decoding::xml_tree::{self, Node};

/// How many further numbers of a parcel are read. A parcel is labelled anew once, at most.
const MOST_HANDOVERS: usize = 4;

/// Reads an answer about the first asked number.
///
/// # Errors
/// The trouble that it tells of: refused, out of order, limits used up, or not understood.
pub fn decode(asked: &[TrackingNumber], status: u16, body: &[u8]) -> Result<Vec<Reply>, Trouble> {
    let Some(number) = asked.first() else { return Ok(Vec::new()) };
    let root = match xml_tree::parse(body) {
        Ok(root) if root.name == "Envelope" => root,
        read => {
            let refused = refusal(Access::Keyed, status, body);
            let broken = read.err().unwrap_or_else(|| not_understood("no SOAP envelope"));
            return Err(refused.unwrap_or(broken));
        }
    };
    // A fault may come with HTTP 500.
    if let Some(fault) = root.at(&["Body", "Fault"]) {
        return match soap_fault::verdict(fault) {
            Verdict::Unknown => Ok(about_first(asked, Ok(unknown()))),
            Verdict::Malformed => Ok(about_first(asked, Err(Trouble::MalformedNumber))),
            Verdict::Trouble(trouble) => Err(trouble),
        };
    }
    refusal::check(Access::Keyed, status, b"")?;
    let Some(answer) = root.at(&["Body", "getOperationHistoryResponse"]) else {
        return Err(not_understood("Body: neither getOperationHistoryResponse nor Fault"));
    };
    // A number that is well formed and unknown has an empty history, or none (certain).
    let records = answer.child("OperationHistoryData").map_or(&[][..], |data| &data.children);
    let records: Vec<&Node> = records.iter().filter(|node| node.name == "historyRecord").collect();
    if records.is_empty() {
        return Ok(about_first(asked, Ok(unknown())));
    }
    let report = report(number, &records)?;
    Ok(about_first(asked, Ok(report)))
}

fn report(number: &TrackingNumber, records: &[&Node]) -> Result<Report, Trouble> {
    let records = &records[records.len().saturating_sub(MOST_EVENTS)..];
    let (mut events, steps) = events(number, records);
    if events.is_empty() {
        return Err(not_understood("historyRecord: no operation in any of them"));
    }
    let newest = |path: &[&str]| records.iter().rev().map(|r| r.text_at(path)).find(|text| !text.is_empty());
    let country = |path: &[&str]| newest(path).and_then(Country::parse);
    let facts = ReportedFacts {
        origin: country(&["AddressParameters", "CountryFrom", "Code2A"]),
        destination: country(&["AddressParameters", "MailDirect", "Code2A"]),
        service: newest(&["ItemParameters", "ComplexItemName"]).and_then(CleanText::some_line),
        handovers: handovers(number, records),
        ..ReportedFacts::default()
    };
    let told = follow_steps(&mut events, &steps);
    Ok(known_by_events(facts, &told, events))
}

/// The numbers under which it travels besides the asked one: an item may be labelled anew on its way.
fn handovers(number: &TrackingNumber, records: &[&Node]) -> Vec<TrackingNumber> {
    let named = records.iter().map(|record| record.text_at(&["ItemParameters", "Barcode"]));
    other_numbers(number, named, MOST_HANDOVERS)
}

/// The events with their steps, newest first. They come oldest first, but not always (certain); those of one moment stay as sent,
/// and one without a time stays behind the one before it.
fn events(number: &TrackingNumber, records: &[&Node]) -> (Vec<Event>, Vec<Step>) {
    let mut moment = DateTime::<Utc>::MIN_UTC;
    let mut entries: Vec<(DateTime<Utc>, Operation, Event)> = records
        .iter()
        .filter_map(|record| {
            let operation = Operation::of(record)?;
            let event = event(number, record, &operation)?;
            moment = event.time.map_or(moment, |time| time.approximate());
            Some((moment, operation, event))
        })
        .collect();
    entries.sort_by_key(|(moment, ..)| *moment);
    entries.into_iter().rev().map(|(_, operation, event)| (event, operation_states::step(&operation))).unzip()
}

fn event(number: &TrackingNumber, record: &Node, operation: &Operation) -> Option<Event> {
    let country = record.text_at(&["AddressParameters", "CountryOper", "Code2A"]);
    let text = CleanText::some_line(&operation.words())?;
    Some(Event {
        time: event_time(record.text_at(&["OperationParameters", "OperDate"])),
        place: place(record),
        country: Country::parse(country),
        text_lang: language(&text),
        text,
        translation: None,
        state: operation_states::state(operation),
        raw_code: Some(CleanText::line(&operation.code())),
        number: number.clone(),
    })
}

/// The language of the words: names that were never translated stay Russian in an English answer.
fn language(text: &str) -> Option<CleanText> {
    let is_cyrillic = |c: char| ('\u{400}'..='\u{4ff}').contains(&c);
    let russian = text.chars().any(is_cyrillic);
    (russian || text.chars().any(char::is_alphabetic)).then(|| CleanText::line(if russian { "ru" } else { "en" }))
}

/// Postcode and name; a foreign office has no postcode.
fn place(record: &Node) -> Option<CleanText> {
    let address = record.at(&["AddressParameters", "OperationAddress"])?;
    let (postcode, name) = (address.text_at(&["Index"]), address.text_at(&["Description"]));
    let postcode = if postcode.bytes().all(|b| b == b'0') { "" } else { postcode };
    if name.contains(postcode) {
        CleanText::some_line(name)
    } else {
        CleanText::some_line(&format!("{postcode} {name}"))
    }
}

/// The wall time at the place of the operation, with its offset.
fn event_time(text: &str) -> Option<EventTime> {
    if let Ok(time) = DateTime::parse_from_rfc3339(text) {
        return Some(EventTime::new(plausible(time.naive_local())?, Some(*time.offset()), Precision::Second));
    }
    let (local, precision) = wall_time(text)?;
    Some(EventTime::new(local, None, precision))
}
