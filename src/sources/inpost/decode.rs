//! From an answer to reports. Pure, and survives any bytes.

use super::statuses;
use super::wire::{Answer, Attributes, Detail};
use crate::domain::{CleanText, Event, Reply, Report, ReportedFacts, State, Status, TrackingNumber, Trouble};
use crate::sources::decoding::event_order_and_state::{
    ListOrder, follow, newest_elements, newest_first, step_by_state,
};
use crate::sources::decoding::json_body;
use crate::sources::decoding::lenient_json::{LenientText, check_any_read, clean_text, raw_text};
use crate::sources::decoding::refusal::{self, Access};
use crate::sources::decoding::replies::{complete, named_or_only, same_for_all};
use crate::sources::decoding::report::{joined, known, unknown};
use crate::sources::decoding::wall_time::iso_8601;
use crate::sources::decoding::worded_troubles::not_understood;

/// Reads an answer about one number.
///
/// # Errors
/// The trouble that kept it from being answered.
pub fn decode(asked: &[TrackingNumber], status: u16, body: &[u8]) -> Result<Vec<Reply>, Trouble> {
    if status == 404 && is_unknown(body) {
        return Ok(same_for_all(asked, &Ok(unknown())));
    }
    refusal::check(Access::Keyless, status, body)?;
    let answer: Answer = json_body::shape(json_body::json(body)?)?;
    let number = named_or_only(asked, answer.tracking_number.as_ref().map(LenientText::as_str));
    let reply = number.map(|number| Reply { number: number.clone(), result: report(number, &answer) });
    Ok(complete(reply.into_iter().collect(), asked, "tracking_number"))
}

/// Whether a 404 is about the number rather than about the address that was asked at.
fn is_unknown(body: &[u8]) -> bool {
    let read = json_body::json(body).ok().and_then(|tree| serde_json::from_value::<Answer>(tree).ok());
    read.is_some_and(|answer| raw_text(answer.error.as_ref()).trim() == "resource_not_found")
}

fn report(number: &TrackingNumber, answer: &Answer) -> Result<Report, Trouble> {
    let details: Vec<Detail> = newest_elements(&answer.tracking_details, ListOrder::NewestFirst, "tracking_details")?;
    let mut events = newest_first(details.iter().filter_map(|detail| event(number, detail)).collect());
    check_any_read("tracking_details", answer.tracking_details.as_array().map_or(0, Vec::len), events.len())?;
    let code = code(answer.status.as_ref());
    if events.is_empty() && code.is_empty() {
        return Err(not_understood("status: missing, and no events"));
    }
    let told = follow(&mut events, step_by_state);
    let state = told.claim(statuses::state(&code));
    let facts = ReportedFacts {
        state,
        status_text: status_text(&code, state, answer.custom_attributes.as_ref()),
        carrier: Some(CleanText::line("InPost")),
        service: clean_text(answer.service.as_ref()).map(|service| CleanText::line(&service.replace('_', " "))),
        ..ReportedFacts::default()
    };
    Ok(known(facts, events))
}

/// One event; one without a status is passed over.
fn event(number: &TrackingNumber, detail: &Detail) -> Option<Event> {
    let code = code(detail.status.as_ref());
    Some(Event {
        time: iso_8601(raw_text(detail.datetime.as_ref())),
        place: clean_text(detail.agency.as_ref()),
        country: None,
        text: words(&code)?,
        text_lang: Some(CleanText::line("en")),
        translation: None,
        state: statuses::state(&code),
        raw_code: CleanText::some_line(&code),
        number: number.clone(),
    })
}

/// The status as it is compared: lower case, which is how it usually comes.
fn code(words: Option<&LenientText>) -> String {
    clean_text(words).map(|code| code.to_lowercase()).unwrap_or_default()
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
    let words = words(code)?;
    let Some(locker) = joined(parts) else { return Some(words) };
    Some(CleanText::line(&format!("{words}: {locker}")))
}
