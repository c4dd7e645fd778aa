//! From an answer to reports. Pure, and survives any bytes.

use serde_json::Value;

use super::status::{self, At, CodeMeaning};
use super::wire::{Document, Envelope};
use super::{refused, time};
use crate::domain::{
    Afterwards, CleanText, Eta, Event, Reply, Report, ReportedFacts, Status, Storage, TrackingNumber, Trouble,
};
use crate::sources::lenient_json::{raw, said};
use crate::sources::response_class;
use crate::sources::response_class::{Access, not_understood};
use crate::sources::{complete, shared_decoding};

/// How many entries of an answer are read: a hundred numbers are asked about at most.
const MOST_ENTRIES: usize = 1_000;

/// Reads an answer about the asked numbers: one reply for each, each with the newest step only.
///
/// # Errors
/// The trouble that concerns all of them.
pub fn decode(asked: &[TrackingNumber], status: u16, body: &[u8]) -> Result<Vec<Reply>, Trouble> {
    if let Some(trouble) = response_class::refusal(Access::Keyless, status, body) {
        return Err(trouble);
    }
    let envelope: Envelope = response_class::shape(response_class::json(body)?)?;
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
            replies.extend(refused::replies(&envelope, &passed_over)?);
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
    let mut replies: Vec<Reply> = Vec::new();
    for (index, entry) in entries.iter().take(MOST_ENTRIES).enumerate() {
        let Ok(document) = serde_json::from_value::<Document>(entry.clone()) else { continue };
        let Ok(named) = TrackingNumber::parse(raw(document.number.as_ref())) else { continue };
        let Some(number) = asked.iter().find(|number| **number == named) else { continue };
        if !replies.iter().any(|reply| reply.number == *number) {
            replies.push(Reply { number: number.clone(), result: report(number, &document, index) });
        }
    }
    replies
}

fn report(number: &TrackingNumber, document: &Document, index: usize) -> Result<Report, Trouble> {
    let code = raw(document.status_code.as_ref()).trim();
    match code {
        "" => return Err(not_understood(&format!("data[{index}].StatusCode: missing"))),
        status::NOT_FOUND => return Ok(shared_decoding::unknown()),
        _ => {}
    }
    let says = status::says(code);
    let words = said(document.status.as_ref());
    let event = event(number, document, says, code, words.clone());
    let facts = ReportedFacts {
        state: Some(says.state),
        status_text: words,
        carrier: Some(CleanText::line("Nova Poshta")),
        eta: time::day(document.scheduled_delivery_date.as_ref()).map(|day| Eta { from: day, to: day }),
        storage: storage(document, says),
        ..ReportedFacts::default()
    };
    Ok(shared_decoding::known(facts, vec![event]))
}

/// How long the branch keeps it for nothing.
fn storage(document: &Document, says: CodeMeaning) -> Option<Storage> {
    let waits = says.state.status == Status::AvailableForPickup;
    let until = time::last_day_before(document.date_payed_keeping.as_ref()).filter(|_| waits)?;
    Some(Storage { until, then: Afterwards::Costs })
}

/// The one line that the answer is.
fn event(
    number: &TrackingNumber,
    document: &Document,
    says: CodeMeaning,
    code: &str,
    words: Option<CleanText>,
) -> Event {
    // A reason from before stays in the answer when the parcel has moved on.
    let failed = matches!(says.state.status, Status::Exception | Status::DeliveryFailure);
    let reason = said(document.undelivery_reasons_subtype_description.as_ref()).filter(|_| failed);
    let text = match (&words, reason) {
        (Some(words), Some(reason)) => CleanText::line(&format!("{words}: {reason}")),
        (Some(words), None) => words.clone(),
        (None, _) => CleanText::line(&format!("Status {code}")),
    };
    Event {
        time: time::event_time(document, says.state.status),
        place: place(document, says.at),
        country: None,
        text,
        text_lang: words.map(|_| CleanText::line("uk")),
        translation: None,
        state: Some(says.state),
        raw_code: CleanText::some_line(code),
        number: number.clone(),
    }
}

/// The city, and the branch where the parcel waits.
fn place(document: &Document, at: At) -> Option<CleanText> {
    let city = said(document.city_recipient.as_ref());
    match at {
        At::Nowhere => None,
        At::Sender => said(document.city_sender.as_ref()),
        At::Recipient => city,
        At::Branch => {
            let parts = [city, said(document.warehouse_recipient.as_ref())];
            let parts: Vec<String> = parts.into_iter().flatten().map(|part| part.to_string()).collect();
            CleanText::some_line(&parts.join(", "))
        }
    }
}
