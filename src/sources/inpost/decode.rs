//! From an answer to reports. Pure, and survives any bytes.

use serde_json::Value;

use super::codes;
use super::wire::{Answer, Attributes, Detail};
use crate::domain::{CleanText, Event, Reply, Report, ReportedFacts, State, Status, TrackingNumber, Trouble};
use crate::sources::lenient_json::{Words, raw, said, something_read};
use crate::sources::response_class;
use crate::sources::response_class::{Access, not_understood};
use crate::sources::{MOST_EVENTS, complete, shared_decoding};

/// Reads an answer about one number.
///
/// # Errors
/// The trouble that kept it from being answered.
pub fn decode(asked: &[TrackingNumber], status: u16, body: &[u8]) -> Result<Vec<Reply>, Trouble> {
    if status == 404 && is_unknown(body) {
        let reply = |number: &TrackingNumber| Reply { number: number.clone(), result: Ok(shared_decoding::unknown()) };
        return Ok(asked.iter().map(reply).collect());
    }
    if let Some(trouble) = response_class::refusal(Access::Keyless, status, body) {
        return Err(trouble);
    }
    let answer: Answer = response_class::shape(response_class::json(body)?)?;
    let Some(number) = answered(&answer, asked) else { return Ok(complete(Vec::new(), asked, "tracking_number")) };
    let reply = Reply { number: number.clone(), result: report(number, &answer) };
    Ok(complete(vec![reply], asked, "tracking_number"))
}

/// Whether a 404 is about the number rather than about the address that was asked at.
fn is_unknown(body: &[u8]) -> bool {
    let read = response_class::json(body).ok().and_then(|tree| serde_json::from_value::<Answer>(tree).ok());
    read.is_some_and(|answer| raw(answer.error.as_ref()).trim() == "resource_not_found")
}

/// The asked number that the answer names; an answer without a name is about the only one asked.
fn answered<'a>(answer: &Answer, asked: &'a [TrackingNumber]) -> Option<&'a TrackingNumber> {
    match (&answer.tracking_number, asked) {
        (Some(named), _) => {
            let named = TrackingNumber::parse(named.raw()).ok()?;
            asked.iter().find(|number| **number == named)
        }
        (None, [only]) => Some(only),
        (None, _) => None,
    }
}

fn report(number: &TrackingNumber, answer: &Answer) -> Result<Report, Trouble> {
    let details = match &answer.tracking_details {
        Value::Null => Vec::new(),
        Value::Array(details) => details.iter().take(MOST_EVENTS).filter_map(detail).collect(),
        _ => return Err(not_understood("tracking_details: not a list")),
    };
    let mut events: Vec<Event> = details.iter().filter_map(|detail| event(number, detail)).collect();
    shared_decoding::newest_first(&mut events);
    something_read("tracking_details", answer.tracking_details.as_array().map_or(0, Vec::len), events.len())?;
    let code = code(answer.status.as_ref());
    if events.is_empty() && code.is_empty() {
        return Err(not_understood("status: missing, and no events"));
    }
    let claimed = shared_decoding::no_delivery_after_return(&mut events, codes::state(&code));
    let state = claimed.or_else(|| shared_decoding::newest_state(&events));
    let facts = ReportedFacts {
        state,
        status_text: status_text(&code, state, answer.custom_attributes.as_ref()),
        carrier: Some(CleanText::line("InPost")),
        service: said(answer.service.as_ref()).map(|service| CleanText::line(&service.replace('_', " "))),
        ..ReportedFacts::default()
    };
    Ok(shared_decoding::known(facts, events))
}

fn detail(item: &Value) -> Option<Detail> {
    serde_json::from_value(item.clone()).ok()
}

/// One event; one without a status is passed over.
fn event(number: &TrackingNumber, detail: &Detail) -> Option<Event> {
    let code = code(detail.status.as_ref());
    Some(Event {
        time: shared_decoding::stamp(raw(detail.datetime.as_ref())),
        place: said(detail.agency.as_ref()),
        country: None,
        text: words(&code)?,
        text_lang: Some(CleanText::line("en")),
        translation: None,
        state: codes::state(&code),
        raw_code: CleanText::some_line(&code),
        number: number.clone(),
    })
}

/// The status as it is compared: lower case, which is how it usually comes.
fn code(words: Option<&Words>) -> String {
    said(words).map(|code| code.to_lowercase()).unwrap_or_default()
}

/// There are no words but the status's own name.
fn words(code: &str) -> Option<CleanText> {
    CleanText::some_line(&code.replace('_', " "))
}

/// The status in words, and the locker where the parcel waits. The locker is no part of the events: the parcel may
/// be put into another, and what happened stays what happened.
fn status_text(code: &str, state: Option<State>, attributes: Option<&Attributes>) -> Option<CleanText> {
    let waits = state.is_some_and(|state| state.status == Status::AvailableForPickup);
    let Some(attributes) = attributes.filter(|_| waits) else { return words(code) };
    let address = attributes.target_machine_detail.as_ref().and_then(|machine| machine.address.as_ref());
    let parts = [
        attributes.target_machine_id.as_ref(),
        address.and_then(|address| address.line1.as_ref()),
        address.and_then(|address| address.line2.as_ref()),
    ];
    let parts: Vec<String> = parts.into_iter().filter_map(said).map(|part| part.to_string()).collect();
    let words = words(code)?;
    if parts.is_empty() { Some(words) } else { Some(CleanText::line(&format!("{words}: {}", parts.join(", ")))) }
}
