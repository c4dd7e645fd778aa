//! From an answer to a report. Pure, and survives any bytes.

use serde::Deserialize;

use crate::domain::{
    CleanText, Event, Reply, Report, ReportedFacts, State, Status, SubStatus, TrackingNumber, Trouble,
};
use crate::sources::decoding::event_order_and_state::{MOST_EVENTS, newest_first};
use crate::sources::decoding::json_body;
use crate::sources::decoding::lenient_json::{LenientList, LenientText, clean_text, lenient, raw_text};
use crate::sources::decoding::refusal::{self, Access};
use crate::sources::decoding::replies::{complete, named};
use crate::sources::decoding::report::{known_by_states, unknown};
use crate::sources::decoding::wall_time::iso_8601;

/// What is said about one number. Every field may be missing, null or of another type.
#[derive(Deserialize, Default)]
#[serde(default)]
struct Answer {
    #[serde(deserialize_with = "lenient")]
    number: Option<LenientText>,
    events: LenientList<Scan>,
}

/// One event.
#[derive(Deserialize, Default)]
#[serde(default)]
struct Scan {
    /// ISO 8601 with offset.
    #[serde(deserialize_with = "lenient")]
    time: Option<LenientText>,
    #[serde(deserialize_with = "lenient")]
    place: Option<LenientText>,
    #[serde(deserialize_with = "lenient")]
    code: Option<LenientText>,
    #[serde(deserialize_with = "lenient")]
    text: Option<LenientText>,
}

/// Reads an answer about the asked numbers: one reply for each. An answer is about one number only.
///
/// # Errors
/// The trouble that concerns all of them: refused, out of order, or not understood.
pub fn decode(asked: &[TrackingNumber], status: u16, body: &[u8]) -> Result<Vec<Reply>, Trouble> {
    refusal::check(Access::Keyless, refusal::read_as(status, &[404]), body)?;
    let answer: Answer = json_body::shape(json_body::json(body)?)?;
    let number = named(asked, raw_text(answer.number.as_ref()));
    let reply = number.map(|number| Reply { number: number.clone(), result: report(number, &answer) });
    Ok(complete(reply.into_iter().collect(), asked, "number"))
}

fn report(number: &TrackingNumber, answer: &Answer) -> Result<Report, Trouble> {
    let scans = answer.events.iter().take(MOST_EVENTS);
    let events = newest_first(scans.filter_map(|scan| event(number, scan)).collect());
    answer.events.check_understood("events", events.len())?;
    if events.is_empty() { Ok(unknown()) } else { Ok(known_by_states(ReportedFacts::default(), events)) }
}

/// One event; one that has neither text nor code is passed over.
fn event(number: &TrackingNumber, scan: &Scan) -> Option<Event> {
    let code = clean_text(scan.code.as_ref());
    Some(Event {
        time: iso_8601(raw_text(scan.time.as_ref())),
        place: clean_text(scan.place.as_ref()),
        country: None,
        text: clean_text(scan.text.as_ref()).or_else(|| code.clone())?,
        text_lang: Some(CleanText::line("en")),
        translation: None,
        state: code.as_deref().and_then(state),
        raw_code: code,
        number: number.clone(),
    })
}

/// The state that a code shows; an unknown code shows none, and hides nothing that is known.
fn state(code: &str) -> Option<State> {
    Some(match code {
        "ACCEPTED" => State::new(Status::InTransit, SubStatus::PickedUp),
        "SORTED" => State::UNDERWAY,
        "AT_OFFICE" => State::new(Status::AvailableForPickup, SubStatus::Other),
        "DELIVERED" => State::new(Status::Delivered, SubStatus::Other),
        _ => return None,
    })
}
