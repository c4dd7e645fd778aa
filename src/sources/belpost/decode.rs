//! From an answer to a report. Pure, and survives any bytes.

use chrono::{DateTime, FixedOffset};
use serde::Deserialize;
use serde_json::Value;

use crate::domain::{CleanText, Event, EventTime, Precision, Reply, Report, ReportedFacts, TrackingNumber, Trouble};
use crate::sources::decoding::event_order_and_state::{MOST_EVENTS, follow};
use crate::sources::decoding::json_body;
use crate::sources::decoding::lenient_json::{LenientInteger, LenientList, LenientText, clean_text, lenient, raw_text};
use crate::sources::decoding::postal_phrases;
use crate::sources::decoding::refusal::{self, Access};
use crate::sources::decoding::replies::about_first;
use crate::sources::decoding::report::{known_by_events, unknown};
use crate::sources::decoding::wall_time::{plausible, wall_time};
use crate::sources::decoding::worded_troubles::not_understood;

/// Minsk's offset, in seconds; it has not changed since 2011.
const MINSK: i32 = 3 * 3600;

/// The entry about one number.
#[derive(Deserialize, Default)]
#[serde(default)]
struct Entry {
    #[serde(deserialize_with = "lenient")]
    number: Option<LenientText>,
    /// Newest first (certain).
    steps: LenientList<StepEntry>,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct StepEntry {
    /// Seconds since 1970.
    #[serde(deserialize_with = "lenient")]
    timestamp: Option<LenientInteger>,
    /// The same as a wall time in Minsk.
    #[serde(deserialize_with = "lenient")]
    created_at: Option<LenientText>,
    #[serde(deserialize_with = "lenient")]
    event: Option<LenientText>,
    #[serde(deserialize_with = "lenient")]
    place: Option<LenientText>,
    /// Not in every answer; a fraction at times.
    #[serde(deserialize_with = "lenient")]
    code: Option<LenientInteger>,
}

/// Reads an answer about the first asked number.
///
/// # Errors
/// The trouble that it tells of: refused, out of order, or not understood.
pub fn decode(asked: &[TrackingNumber], status: u16, body: &[u8]) -> Result<Vec<Reply>, Trouble> {
    let Some(number) = asked.first() else { return Ok(Vec::new()) };
    refusal::check(Access::Keyless, refusal::read_as(status, &[404, 422]), body)?;
    let tree = json_body::json(body)?;
    let result = match status {
        422 if tree.pointer("/errors/number").is_some() => Err(Trouble::MalformedNumber),
        404 if is_about_the_number(&tree) => Ok(unknown()),
        404 | 422 => return Err(not_understood(&format!("HTTP {status}"))),
        _ => Ok(report(number, &tree)?),
    };
    Ok(about_first(asked, result))
}

/// Whether a 404 is about the number, and not about an address that is no longer there.
fn is_about_the_number(tree: &Value) -> bool {
    tree.is_object() && !tree.get("message").and_then(Value::as_str).is_some_and(|words| words.contains("route"))
}

fn report(number: &TrackingNumber, tree: &Value) -> Result<Report, Trouble> {
    let Some(data) = tree.get("data").and_then(Value::as_array) else { return Err(not_understood("data: no list")) };
    if data.is_empty() {
        return Ok(unknown());
    }
    let entries = data.iter().filter_map(|entry| Entry::deserialize(entry).ok());
    let ours = entries.filter(|entry| TrackingNumber::parse(raw_text(entry.number.as_ref())).as_ref() == Ok(number));
    let Some(entry) = ours.into_iter().next() else { return Err(not_understood("data: another number")) };
    let mut events = events(number, &entry.steps);
    entry.steps.check_understood("data[].steps", events.len())?;
    if events.is_empty() {
        return Ok(unknown());
    }
    let told = follow(&mut events, |event| postal_phrases::step(&event.text));
    Ok(known_by_events(ReportedFacts::default(), &told, events))
}

/// The events, newest first.
fn events(number: &TrackingNumber, steps: &[StepEntry]) -> Vec<Event> {
    steps.iter().take(MOST_EVENTS).filter_map(|step| event(number, step)).collect()
}

/// One event; one without words is passed over.
fn event(number: &TrackingNumber, step: &StepEntry) -> Option<Event> {
    let text = clean_text(step.event.as_ref())?;
    Some(Event {
        time: event_time(step),
        place: clean_text(step.place.as_ref()),
        country: None,
        state: postal_phrases::state(&text),
        text,
        text_lang: Some(CleanText::line("ru")),
        translation: None,
        raw_code: step.code.map(|code| CleanText::line(&code.0.to_string())),
        number: number.clone(),
    })
}

/// When it happened: the instant, shown at Minsk's clock, which is how the post prints it.
fn event_time(step: &StepEntry) -> Option<EventTime> {
    let minsk = FixedOffset::east_opt(MINSK)?;
    let instant = step.timestamp.and_then(|seconds| DateTime::from_timestamp(seconds.0, 0));
    if let Some(local) = instant.and_then(|at| plausible(at.with_timezone(&minsk).naive_local())) {
        return Some(EventTime::new(local, Some(minsk), Precision::Second));
    }
    let (local, precision) = wall_time(raw_text(step.created_at.as_ref()))?;
    Some(EventTime::new(local, Some(minsk), precision))
}
