//! From an answer to a report. Pure, and survives any bytes.

use std::cmp::Reverse;

use chrono::{FixedOffset, NaiveDate, NaiveTime};
use serde::Deserialize;
use serde_json::Value;

use super::codes;
use crate::domain::{
    CleanText, Event, EventTime, Reply, Report, ReportedFacts, State, Status, SubStatus, TrackingNumber, Trouble,
};
use crate::sources::lenient_json::{List, Words, lenient, raw, readable, said};
use crate::sources::response_class;
use crate::sources::response_class::{Access, not_understood};
use crate::sources::single_request::{about_first, known, read_as, unknown};
use crate::sources::wall_time::dotted_time;
use crate::sources::{MOST_EVENTS, upu_codes};

/// Kazakhstan's offset since [`ONE_ZONE`], in seconds. Before, there were two.
const KAZAKHSTAN: i32 = 5 * 3600;
/// When the whole country came to keep one time.
const ONE_ZONE: (i32, u32, u32) = (2024, 3, 1);

#[derive(Deserialize, Default)]
#[serde(default)]
struct Answer {
    #[serde(rename = "trackid", deserialize_with = "lenient")]
    number: Option<Words>,
    /// Newest first (certain).
    events: List<Day>,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Day {
    #[serde(deserialize_with = "lenient")]
    date: Option<Words>,
    #[serde(deserialize_with = "readable")]
    activity: Vec<Activity>,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Activity {
    #[serde(deserialize_with = "lenient")]
    time: Option<Words>,
    #[serde(deserialize_with = "lenient")]
    city: Option<Words>,
    /// The office.
    #[serde(deserialize_with = "lenient")]
    name: Option<Words>,
    /// Codes; one in every recorded answer.
    #[serde(deserialize_with = "readable")]
    status: Vec<Words>,
}

/// Reads an answer about the first asked number.
///
/// # Errors
/// The trouble that it tells of: refused, out of order, or not understood.
pub fn decode(asked: &[TrackingNumber], status: u16, body: &[u8]) -> Result<Vec<Reply>, Trouble> {
    let Some(number) = asked.first() else { return Ok(Vec::new()) };
    if let Some(trouble) = response_class::refusal(Access::Keyless, read_as(status, &[404]), body) {
        return Err(trouble);
    }
    let tree = response_class::json(body)?;
    if let Some(error) = tree.get("error").filter(|error| !error.is_null()) {
        return not_found(error).map(|()| about_first(asked, Ok(unknown())));
    }
    if status == 404 || !tree.get("events").is_some_and(Value::is_array) {
        return Err(not_understood(&format!("HTTP {status}, events: no list")));
    }
    let answer: Answer = response_class::shape(tree)?;
    let named = raw(answer.number.as_ref());
    if !named.is_empty() && TrackingNumber::parse(named).as_ref() != Ok(number) {
        return Err(not_understood("trackid: another number"));
    }
    let events = events(number, &answer.events);
    answer.events.understood("events", events.len())?;
    let report: Report = if events.is_empty() { unknown() } else { known(events, ReportedFacts::default()) };
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

/// The events, newest first.
fn events(number: &TrackingNumber, days: &[Day]) -> Vec<Event> {
    let rows = days.iter().flat_map(|day| newest_first(&day.activity).into_iter().map(move |activity| (day, activity)));
    let rows: Vec<_> = rows.take(MOST_EVENTS).collect();
    let mut told: Vec<(String, Event)> =
        rows.into_iter().filter_map(|(day, activity)| event(number, day, activity)).collect();
    told.reverse();
    take_back(&mut told);
    turn_around(&mut told);
    told.reverse();
    told.into_iter().map(|(_, event)| event).collect()
}

/// The rows of a day: the days come newest first, and nothing promises it of the rows. Those of one minute, and
/// those of a day with a row without a time, stay as sent.
fn newest_first(rows: &[Activity]) -> Vec<&Activity> {
    let time = |row: &Activity| NaiveTime::parse_from_str(raw(row.time.as_ref()).trim(), "%H:%M").ok();
    let mut rows: Vec<&Activity> = rows.iter().collect();
    if rows.iter().all(|row| time(row).is_some()) {
        rows.sort_by_key(|row| Reverse(time(row)));
    }
    rows
}

/// Lets a row that takes another one back silence it: the last one before it with that code, else the last one.
fn take_back(told: &mut [(String, Event)]) {
    for at in 0..told.len() {
        let Some((before, [(code, _), ..])) = told.split_at_mut_checked(at) else { continue };
        let Some(undone) = codes::undone(code) else { continue };
        let place = before.iter().rposition(|(code, event)| code == undone && event.state.is_some());
        if let Some((_, event)) = before.get_mut(place.unwrap_or(at.saturating_sub(1))) {
            event.state = None;
        }
    }
}

/// A handing over that follows a return is one to the sender.
fn turn_around(told: &mut [(String, Event)]) {
    let mut returning = false;
    for (_, event) in told {
        let Some(state) = event.state else { continue };
        returning |= state.sub == Some(SubStatus::Returning);
        if returning && state.status == Status::Delivered {
            event.state = Some(State::new(Status::Exception, SubStatus::Returned));
        }
    }
}

/// An event with its code. One that has none is passed over.
fn event(number: &TrackingNumber, day: &Day, activity: &Activity) -> Option<(String, Event)> {
    let code = said(activity.status.first())?.to_ascii_uppercase();
    let parts: Vec<_> = [&activity.city, &activity.name].iter().filter_map(|part| said(part.as_ref())).collect();
    let place = CleanText::some_line(&parts.iter().map(|part| &**part).collect::<Vec<_>>().join(", "));
    let event = Event {
        time: event_time(&code, raw(day.date.as_ref()), raw(activity.time.as_ref())),
        place,
        country: None,
        text: CleanText::some_line(&codes::words(&code))?,
        text_lang: Some(CleanText::line("ru")),
        translation: None,
        state: codes::state(&code),
        raw_code: Some(CleanText::line(&code)),
        number: number.clone(),
    };
    Some((code, event))
}

/// A wall time in Kazakhstan; in another country, or in one of two zones, its offset is not known.
fn event_time(code: &str, date: &str, time: &str) -> Option<EventTime> {
    let (local, precision) = dotted_time(&format!("{date} {time}")).or_else(|| dotted_time(date))?;
    let (year, month, day) = ONE_ZONE;
    let one_zone = NaiveDate::from_ymd_opt(year, month, day).is_some_and(|from| local.date() >= from);
    let offset = FixedOffset::east_opt(KAZAKHSTAN).filter(|_| one_zone && !upu_codes::is_abroad(code));
    Some(EventTime::new(local, offset, precision))
}
