//! From an answer to reports. Pure, and survives any bytes.

use serde_json::Value;

use super::status_codes::{self, At, CodeMeaning};
use super::wire::{Document, Envelope};
use super::{error_codes, event_time};
use crate::domain::{
    Afterwards, CleanText, Event, Reply, Report, ReportedFacts, Status, Storage, TrackingNumber, Trouble,
};
use crate::sources::decoding::json_body;
use crate::sources::decoding::lenient_json::{clean_text, raw_text};
use crate::sources::decoding::refusal::{self, Access};
use crate::sources::decoding::replies::{complete, from_entries, named};
use crate::sources::decoding::report::{expected_days, joined, known, other_numbers, unknown};
use crate::sources::decoding::worded_troubles::not_understood;

/// How many entries of an answer are read: a hundred numbers are asked about at most.
const MOST_ENTRIES: usize = 1_000;

/// Reads an answer about the asked numbers: one reply for each, each with the newest step only.
///
/// # Errors
/// The trouble that concerns all of them.
pub fn decode(asked: &[TrackingNumber], status: u16, body: &[u8]) -> Result<Vec<Reply>, Trouble> {
    refusal::check(Access::Keyless, status, body)?;
    let envelope: Envelope = json_body::shape(json_body::json(body)?)?;
    let mut replies = match &envelope.data {
        Value::Array(entries) => documents(asked, entries),
        Value::Null => Vec::new(),
        _ => return Err(not_understood("data: not a list")),
    };
    let passed_over: Vec<&TrackingNumber> =
        asked.iter().filter(|number| !replies.iter().any(|reply| reply.number == **number)).collect();
    if passed_over.is_empty() {
        return Ok(replies);
    }
    match succeeded(&envelope.success) {
        Some(false) => {
            replies.extend(error_codes::replies(&envelope, &passed_over)?);
            Ok(replies)
        }
        None if replies.is_empty() => Err(not_understood("success: missing")),
        _ => Ok(complete(replies, asked, "data")),
    }
}

fn succeeded(value: &Value) -> Option<bool> {
    match value {
        Value::Bool(yes) => Some(*yes),
        Value::String(text) => text.trim().parse().ok(),
        _ => None,
    }
}

/// A reply for each asked number that the list names.
fn documents(asked: &[TrackingNumber], entries: &[Value]) -> Vec<Reply> {
    let number = |document: &Document| named(asked, raw_text(document.number.as_ref()));
    from_entries(entries.iter().take(MOST_ENTRIES).cloned(), number, report)
}

fn report(number: &TrackingNumber, document: &Document, index: usize) -> Result<Report, Trouble> {
    let code = raw_text(document.status_code.as_ref()).trim();
    match code {
        "" => return Err(not_understood(&format!("data[{index}].StatusCode: missing"))),
        status_codes::NOT_FOUND => return Ok(unknown()),
        _ => {}
    }
    let meaning = status_codes::meaning(code);
    let words = clean_text(document.status.as_ref());
    let event = event(number, document, meaning, code, words.clone());
    let facts = ReportedFacts {
        state: Some(meaning.state),
        status_text: words,
        carrier: Some(CleanText::line("Nova Poshta")),
        // A lost or returning parcel keeps the forecast of a day that no longer counts.
        eta: expected_days(event_time::day(document.scheduled_delivery_date.as_ref()), None)
            .filter(|_| meaning.state.status != Status::Exception),
        handovers: redirected_to(number, document),
        storage: storage(document, meaning),
        ..ReportedFacts::default()
    };
    Ok(known(facts, vec![event]))
}

/// The number under which a redirected parcel goes on.
fn redirected_to(number: &TrackingNumber, document: &Document) -> Vec<TrackingNumber> {
    let kind = raw_text(document.last_created_on_the_basis_document_type.as_ref()).trim();
    let named = raw_text(document.last_created_on_the_basis_number.as_ref());
    other_numbers(number, kind.eq_ignore_ascii_case("redirecting").then_some(named), 1)
}

/// How long the branch keeps it for nothing.
fn storage(document: &Document, meaning: CodeMeaning) -> Option<Storage> {
    let waits = meaning.state.status == Status::AvailableForPickup;
    let until = event_time::last_day_before(document.date_payed_keeping.as_ref()).filter(|_| waits)?;
    Some(Storage { until, then: Afterwards::Costs })
}

/// The one line that the answer is.
fn event(
    number: &TrackingNumber,
    document: &Document,
    meaning: CodeMeaning,
    code: &str,
    words: Option<CleanText>,
) -> Event {
    // A reason from before stays in the answer when the parcel has moved on.
    let failed = matches!(meaning.state.status, Status::Exception | Status::DeliveryFailure);
    let reason = clean_text(document.undelivery_reasons_subtype_description.as_ref()).filter(|_| failed);
    let text = match (&words, reason) {
        (Some(words), Some(reason)) => CleanText::line(&format!("{words}: {reason}")),
        (Some(words), None) => words.clone(),
        (None, _) => CleanText::line(&format!("Status {code}")),
    };
    Event {
        time: event_time::event_time(document, meaning.state.status),
        place: place(document, meaning.at),
        country: None,
        text,
        text_lang: words.map(|_| CleanText::line("uk")),
        translation: None,
        state: Some(meaning.state),
        raw_code: CleanText::some_line(code),
        number: number.clone(),
    }
}

/// The city, and the branch where the parcel waits.
fn place(document: &Document, at: At) -> Option<CleanText> {
    match at {
        At::Nowhere => None,
        At::Sender => clean_text(document.city_sender.as_ref()),
        At::Recipient => clean_text(document.city_recipient.as_ref()),
        At::Branch => joined([document.city_recipient.as_ref(), document.warehouse_recipient.as_ref()]),
    }
}
