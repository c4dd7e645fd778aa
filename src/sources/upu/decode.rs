//! From an answer to a report. Pure, and survives any bytes.

use chrono::{DateTime, NaiveDateTime, TimeDelta};
use serde::Deserialize;
use serde_json::Value;

use crate::domain::{
    CleanText, Country, Event, EventTime, Reply, ReportedFacts, Status, Step, TrackingNumber, Trouble,
};
use crate::sources::decoding::event_order_and_state::{MOST_EVENTS, follow, step_by_state};
use crate::sources::decoding::json_body;
use crate::sources::decoding::lenient_json::{LenientList, LenientText, clean_text, lenient, raw_text};
use crate::sources::decoding::refusal::{self, Access};
use crate::sources::decoding::replies::{about_first, named};
use crate::sources::decoding::report::{known_by_events, unknown};
use crate::sources::decoding::upu_codes;
use crate::sources::decoding::wall_time::{offset, plausible};
use crate::sources::decoding::worded_troubles::not_understood;

/// The code of a row that is a forecast and no event (certain: "Estimated delivery").
const FORECAST: &str = "DLV";

#[derive(Deserialize, Default)]
#[serde(default)]
struct Item {
    #[serde(rename = "ID", deserialize_with = "lenient")]
    id: Option<LenientText>,
    #[serde(rename = "Events")]
    events: LenientList<Scan>,
    #[serde(rename = "OriginCountryCd", deserialize_with = "lenient")]
    origin: Option<LenientText>,
    #[serde(rename = "DestinationCountryCd", deserialize_with = "lenient")]
    destination: Option<LenientText>,
}

/// One event. Signatures are not read.
#[derive(Deserialize, Default)]
#[serde(default)]
struct Scan {
    #[serde(rename = "EventCd", deserialize_with = "lenient")]
    code: Option<LenientText>,
    #[serde(rename = "EventNm", deserialize_with = "lenient")]
    name: Option<LenientText>,
    #[serde(rename = "EventDT", deserialize_with = "lenient")]
    time: Option<LenientText>,
    #[serde(rename = "EventLocation", deserialize_with = "lenient")]
    location: Option<LenientText>,
    /// The country comes as a code, as a name, or as both; which of them is there was seen to differ.
    #[serde(rename = "EventCountryCd", deserialize_with = "lenient")]
    country_code: Option<LenientText>,
    #[serde(rename = "EventCountry", deserialize_with = "lenient")]
    country: Option<LenientText>,
    #[serde(rename = "EventCountryNm", deserialize_with = "lenient")]
    country_name: Option<LenientText>,
}

/// Reads an answer about the first asked number.
///
/// # Errors
/// The trouble that it tells of: refused, out of order, or not understood.
pub fn decode(asked: &[TrackingNumber], status: u16, body: &[u8]) -> Result<Vec<Reply>, Trouble> {
    let Some(number) = asked.first() else { return Ok(Vec::new()) };
    refusal::check(Access::Keyless, status, body)?;
    // An unknown number has an empty answer (certain).
    if body.trim_ascii().is_empty() {
        return Ok(about_first(asked, Ok(unknown())));
    }
    let Value::Array(items) = json_body::json(body)? else { return Err(not_understood("no list")) };
    if items.is_empty() {
        return Ok(about_first(asked, Ok(unknown())));
    }
    let items = items.iter().filter_map(|item| Item::deserialize(item).ok());
    let ours = |item: &Item| named(asked, raw_text(item.id.as_ref())) == Some(number);
    let Some(item) = items.into_iter().find(ours) else { return Err(not_understood("ID: another number")) };
    let named = item
        .events
        .iter()
        .filter(|scan| clean_text(scan.code.as_ref()).or_else(|| clean_text(scan.name.as_ref())).is_some());
    item.events.check_understood("[].Events", named.count())?;
    let destination = country(item.destination.as_ref());
    let mut events = events(number, &item, destination);
    let told = follow(&mut events, step);
    let facts = ReportedFacts { origin: country(item.origin.as_ref()), destination, ..ReportedFacts::default() };
    Ok(about_first(asked, Ok(known_by_events(facts, &told, events))))
}

fn country(named: Option<&LenientText>) -> Option<Country> {
    let named = raw_text(named);
    Country::parse(named).or_else(|| Country::from_english_name(named))
}

/// The events, newest first; forecasts are dropped.
fn events(number: &TrackingNumber, item: &Item, destination: Option<Country>) -> Vec<Event> {
    let mut events: Vec<Event> =
        item.events.iter().take(MOST_EVENTS).filter_map(|scan| event(number, scan, destination)).collect();
    let times: Vec<_> = events.iter().filter_map(|event| Some(event.time?.approximate())).collect();
    // Oldest first in what was recorded; nothing promises it.
    if times.first() <= times.last() {
        events.reverse();
    }
    events
}

/// What an event says: a known code without a state is the hand-over to the sender, of which nothing more is told.
fn step(event: &Event) -> Step {
    let is_known = event.raw_code.as_deref().is_some_and(|code| upu_codes::state(code).is_some());
    if event.state.is_none() && is_known { Step::Vague } else { step_by_state(event) }
}

fn event(number: &TrackingNumber, scan: &Scan, destination: Option<Country>) -> Option<Event> {
    let code = clean_text(scan.code.as_ref()).map(|code| code.to_ascii_uppercase()).unwrap_or_default();
    let name = clean_text(scan.name.as_ref());
    let text = name.clone().or_else(|| CleanText::some_line(&code))?;
    if code == FORECAST || text.to_lowercase().starts_with("estimated") {
        return None;
    }
    let named = [&scan.country_code, &scan.country, &scan.country_name];
    let country = named.iter().find_map(|named| country(named.as_ref()));
    // A final delivery in another country than the addressee's is the sender's.
    let elsewhere = destination.is_some() && country.is_some() && country != destination;
    let state = upu_codes::state(&code).filter(|state| !(elsewhere && state.status == Status::Delivered));
    Some(Event {
        time: event_time(raw_text(scan.time.as_ref())),
        place: clean_text(scan.location.as_ref()),
        country,
        text,
        text_lang: name.map(|_| CleanText::line("en")),
        translation: None,
        state,
        raw_code: CleanText::some_line(&code),
        number: number.clone(),
    })
}

/// Reads `/Date(milliseconds+zzzz)/`: the wall time that it stands for. Its offset is the server's, not the
/// event's, so the zone of the wall time is not known.
fn event_time(text: &str) -> Option<EventTime> {
    let inner = text.trim().strip_prefix("/Date(")?.strip_suffix(")/")?;
    // The first character may be the sign of the milliseconds.
    let zone = inner.get(1..)?.find(['+', '-']).map_or(inner.len(), |at| at + 1);
    let (millis, zone) = inner.split_at_checked(zone)?;
    Some(EventTime::at(wall(millis.parse().ok()?, zone)?, None))
}

fn wall(millis: i64, zone: &str) -> Option<NaiveDateTime> {
    let seconds = offset(zone).map_or(0, |offset| i64::from(offset.local_minus_utc()));
    let utc = DateTime::from_timestamp(millis.div_euclid(1000), 0)?.naive_utc();
    plausible(utc.checked_add_signed(TimeDelta::seconds(seconds))?)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str) -> Option<String> {
        event_time(text).map(|time| format!("{time} {:?}", time.offset()))
    }

    #[test]
    fn a_wall_time_comes_with_the_servers_offset() {
        assert_eq!(shown("/Date(1789202880000+0200)/").as_deref(), Some("2026-09-12T10:48:00 None"));
        assert_eq!(shown("/Date(1789202880000-0330)/").as_deref(), Some("2026-09-12T05:18:00 None"));
        assert_eq!(shown("/Date(1789202880000)/").as_deref(), Some("2026-09-12T08:48:00 None"));
    }

    #[test]
    fn what_is_no_date_is_none() {
        for text in
            ["", "/Date()/", "/Date(-62135596800000)/", "/Date(x+0200)/", "/Date(9223372036854775807+1400)/", "1"]
        {
            assert_eq!(shown(text), None, "{text}");
        }
        assert_eq!(shown("/Date(é+1)/"), None);
    }
}
