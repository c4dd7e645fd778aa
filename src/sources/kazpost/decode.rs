//! From an answer to a report. Pure, and survives any bytes.

use std::cmp::Reverse;

use chrono::{FixedOffset, NaiveDate, NaiveTime};
use serde::Deserialize;
use serde_json::Value;

use super::event_codes;
use crate::domain::{CleanText, Event, EventTime, Reply, Report, ReportedFacts, Step, TrackingNumber, Trouble};
use crate::sources::decoding::event_order_and_state::{MOST_EVENTS, follow_steps};
use crate::sources::decoding::json_body;
use crate::sources::decoding::lenient_json::{
    LenientList, LenientText, clean_text, lenient, raw_text, readable_elements,
};
use crate::sources::decoding::refusal::{self, Access};
use crate::sources::decoding::replies::about_first;
use crate::sources::decoding::report::{joined, known_by_events, unknown};
use crate::sources::decoding::upu_codes;
use crate::sources::decoding::wall_time::dotted_time;
use crate::sources::decoding::worded_troubles::not_understood;

/// Kazakhstan's offset since [`ONE_ZONE`], in seconds. Before, there were two.
const KAZAKHSTAN: i32 = 5 * 3600;
/// When the whole country came to keep one time.
const ONE_ZONE: (i32, u32, u32) = (2024, 3, 1);

#[derive(Deserialize, Default)]
#[serde(default)]
struct Answer {
    #[serde(rename = "trackid", deserialize_with = "lenient")]
    number: Option<LenientText>,
    /// Newest first (certain).
    events: LenientList<Day>,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Day {
    #[serde(deserialize_with = "lenient")]
    date: Option<LenientText>,
    #[serde(deserialize_with = "readable_elements")]
    activity: Vec<Activity>,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Activity {
    #[serde(deserialize_with = "lenient")]
    time: Option<LenientText>,
    #[serde(deserialize_with = "lenient")]
    city: Option<LenientText>,
    /// The office.
    #[serde(deserialize_with = "lenient")]
    name: Option<LenientText>,
    /// Codes; one in every recorded answer.
    #[serde(deserialize_with = "readable_elements")]
    status: Vec<LenientText>,
}

/// Reads an answer about the first asked number.
///
/// # Errors
/// The trouble that it tells of: refused, out of order, or not understood.
pub fn decode(asked: &[TrackingNumber], status: u16, body: &[u8]) -> Result<Vec<Reply>, Trouble> {
    let Some(number) = asked.first() else { return Ok(Vec::new()) };
    refusal::check(Access::Keyless, refusal::read_as(status, &[404]), body)?;
    let tree = json_body::json(body)?;
    if let Some(error) = tree.get("error").filter(|error| !error.is_null()) {
        return not_found(error).map(|()| about_first(asked, Ok(unknown())));
    }
    if status == 404 || !tree.get("events").is_some_and(Value::is_array) {
        return Err(not_understood(&format!("HTTP {status}, events: no list")));
    }
    let answer: Answer = json_body::shape(tree)?;
    let named = raw_text(answer.number.as_ref());
    if !named.is_empty() && TrackingNumber::parse(named).as_ref() != Ok(number) {
        return Err(not_understood("trackid: another number"));
    }
    let (mut events, steps) = events(number, &answer.events);
    answer.events.check_understood("events", events.len())?;
    let told = follow_steps(&mut events, &steps);
    let report: Report =
        if events.is_empty() { unknown() } else { known_by_events(ReportedFacts::default(), &told, events) };
    Ok(about_first(asked, Ok(report)))
}

/// Whether an error says that the number is unknown (certain: "… не найдена …").
fn not_found(error: &Value) -> Result<(), Trouble> {
    let words = error.as_str().unwrap_or_default();
    let lower = words.to_lowercase();
    if ["не найден", "табылмады", "not found"].iter().any(|mark| lower.contains(mark)) {
        return Ok(());
    }
    Err(not_understood(&format!("error: {words}")))
}

/// The events with their steps, newest first.
fn events(number: &TrackingNumber, days: &[Day]) -> (Vec<Event>, Vec<Step>) {
    let rows =
        days.iter().flat_map(|day| rows_newest_first(&day.activity).into_iter().map(move |activity| (day, activity)));
    let rows: Vec<_> = rows.take(MOST_EVENTS).collect();
    let mut coded: Vec<CodedEvent> =
        rows.into_iter().filter_map(|(day, activity)| coded_event(number, day, activity)).collect();
    coded.reverse();
    apply_cancellations(&mut coded);
    coded.reverse();
    coded.into_iter().map(|coded| (coded.event, coded.step)).unzip()
}

/// The rows of a day: the days come newest first, and nothing promises it of the rows. Those of one minute, and
/// those of a day with a row without a time, stay as sent.
fn rows_newest_first(rows: &[Activity]) -> Vec<&Activity> {
    let time = |row: &Activity| NaiveTime::parse_from_str(raw_text(row.time.as_ref()).trim(), "%H:%M").ok();
    let mut rows: Vec<&Activity> = rows.iter().collect();
    if rows.iter().all(|row| time(row).is_some()) {
        rows.sort_by_key(|row| Reverse(time(row)));
    }
    rows
}

/// Lets a row that takes another one back silence it: the last one before it with that code, else the last one.
fn apply_cancellations(coded: &mut [CodedEvent]) {
    for at in 0..coded.len() {
        let Some((before, [cancelling, ..])) = coded.split_at_mut_checked(at) else { continue };
        let Some(undone) = event_codes::undone(&cancelling.code) else { continue };
        let place = before.iter().rposition(|coded| coded.code == undone && coded.event.state.is_some());
        if let Some(cancelled) = before.get_mut(place.unwrap_or(at.saturating_sub(1))) {
            cancelled.event.state = None;
            cancelled.step = Step::Notice;
        }
    }
}

/// An event with its code and what the code says.
struct CodedEvent {
    code: String,
    event: Event,
    step: Step,
}

/// One row. One that has no code is passed over.
fn coded_event(number: &TrackingNumber, day: &Day, activity: &Activity) -> Option<CodedEvent> {
    let code = clean_text(activity.status.first())?.to_ascii_uppercase();
    let event = Event {
        time: event_time(&code, raw_text(day.date.as_ref()), raw_text(activity.time.as_ref())),
        place: joined([activity.city.as_ref(), activity.name.as_ref()]),
        country: None,
        text: CleanText::some_line(&event_codes::words(&code))?,
        text_lang: Some(CleanText::line("ru")),
        translation: None,
        state: event_codes::state(&code),
        raw_code: Some(CleanText::line(&code)),
        number: number.clone(),
    };
    let step = event_codes::step(&code);
    Some(CodedEvent { code, event, step })
}

/// A wall time in Kazakhstan; in another country, or in one of two zones, its offset is not known.
fn event_time(code: &str, date: &str, time: &str) -> Option<EventTime> {
    let (local, precision) = dotted_time(&format!("{date} {time}")).or_else(|| dotted_time(date))?;
    let (year, month, day) = ONE_ZONE;
    let one_zone = NaiveDate::from_ymd_opt(year, month, day).is_some_and(|from| local.date() >= from);
    let offset = FixedOffset::east_opt(KAZAKHSTAN).filter(|_| one_zone && !upu_codes::is_abroad(code));
    Some(EventTime::new(local, offset, precision))
}
