//! From a program's answer to reports. Pure, and survives any bytes.

use chrono::NaiveDate;
use serde_json::Value;

use super::wire::{Answer, EventEntry, ReportEntry, TimeEntry, VERSION};
use crate::domain::{
    Afterwards, CleanText, Country, Event, EventTime, Precision, Reply, Report, ReportedFacts, State, Status, Step,
    Storage, SubStatus, TrackingNumber, Trouble,
};
use crate::sources::decoding::event_order_and_state::{ListOrder, ToldJourney, follow, newest_elements, newest_first};
use crate::sources::decoding::json_body;
use crate::sources::decoding::lenient_json::{LenientInteger, LenientText, clean_text, raw_text};
use crate::sources::decoding::replies::{complete, from_entries, named};
use crate::sources::decoding::report::{known, other_numbers, unknown};
use crate::sources::decoding::wall_time::{offset, wall_time};
use crate::sources::decoding::worded_troubles::not_understood;

/// How many further numbers are read about one number.
const MOST_HANDOVERS: usize = 20;
/// The longest pause a program may ask for, in seconds: a week.
const LONGEST_PAUSE: u64 = 7 * 24 * 60 * 60;

/// Reads an answer about the asked numbers: one reply for each.
///
/// # Errors
/// The trouble that concerns all of them: another version, not understood, or a trouble that every report names and
/// that is the source's, not the number's.
pub fn decode(asked: &[TrackingNumber], body: &[u8]) -> Result<Vec<Reply>, Trouble> {
    let tree = json_body::json(body)?;
    if !tree.is_object() {
        return Err(not_understood("the answer is not an object"));
    }
    let answer: Answer = json_body::shape(tree)?;
    match answer.version {
        Some(LenientInteger(VERSION)) => {}
        Some(LenientInteger(other)) => {
            return Err(not_understood(&format!("version: {other}, only {VERSION} is known")));
        }
        None => return Err(not_understood("version: missing")),
    }
    let Value::Array(reports) = answer.reports else { return Err(not_understood("reports: not a list")) };
    let number = |entry: &ReportEntry| named(asked, raw_text(entry.number.as_ref()));
    let replies = complete(from_entries(reports, number, result), asked, "reports");
    match of_the_source(&replies) {
        Some(trouble) => Err(trouble),
        None => Ok(replies),
    }
}

/// The trouble of the source as a whole: where no number was answered, and none for its own sake.
fn of_the_source(replies: &[Reply]) -> Option<Trouble> {
    let is_the_sources = |trouble: &Trouble| {
        use Trouble as T;
        matches!(trouble, T::Blocked | T::RateLimited { .. } | T::BudgetSpent | T::BadKey | T::Temporary { .. })
    };
    let all = replies.iter().all(|reply| reply.result.as_ref().is_err_and(is_the_sources));
    let first = replies.first()?.result.as_ref().err()?;
    all.then(|| first.clone())
}

fn result(number: &TrackingNumber, entry: &ReportEntry, index: usize) -> Result<Report, Trouble> {
    if let Some(word) = clean_text(entry.trouble.as_ref()) {
        return Err(trouble(&word, entry, index));
    }
    let mut events = events(number, &entry.events, index)?;
    match entry.known {
        Some(false) => return Ok(unknown()),
        None if events.is_empty() && entry.status.is_none() => {
            return Err(not_understood(&format!("reports[{index}].known: missing, and neither status nor events")));
        }
        _ => {}
    }
    // A program may leave the status of an event out: then the event says nothing about it.
    let told = follow(&mut events, |event| event.state.map_or(Step::Vague, Step::Reached));
    let facts = facts(number, entry, &told);
    Ok(known(facts, events))
}

/// The trouble with that word: the outcomes' own words.
fn trouble(word: &str, entry: &ReportEntry, index: usize) -> Trouble {
    let detail = clean_text(entry.detail.as_ref()).unwrap_or_else(|| CleanText::line("the program does not say why"));
    match word {
        "blocked" => Trouble::Blocked,
        "rate_limited" => {
            let wait = entry.retry_after.and_then(|seconds| u64::try_from(seconds.0).ok());
            Trouble::RateLimited { retry_after: wait.map(|seconds| seconds.min(LONGEST_PAUSE)) }
        }
        "budget_spent" => Trouble::BudgetSpent,
        "bad_key" => Trouble::BadKey,
        "malformed_number" => Trouble::MalformedNumber,
        "more_data_needed" => Trouble::MoreDataNeeded { what: detail },
        "too_large" => Trouble::TooLarge,
        "temporary" => Trouble::Temporary { what: detail },
        "not_understood" => Trouble::NotUnderstood { path: detail },
        other => not_understood(&format!("reports[{index}].trouble: \"{other}\", {detail}")),
    }
}

fn facts(number: &TrackingNumber, entry: &ReportEntry, told: &ToldJourney) -> ReportedFacts {
    let newest = told.text();
    let claimed = match clean_text(entry.status.as_ref()) {
        Some(word) => state(&word, entry.sub_status.as_ref()).or_else(|| newest.as_ref().map(|_| State::UNDERWAY)),
        None => None,
    };
    let country = |words: &Option<LenientText>| Country::parse(raw_text(words.as_ref()));
    ReportedFacts {
        state: told.claim(claimed),
        status_text: clean_text(entry.status_text.as_ref()).or(newest),
        origin: country(&entry.origin),
        destination: country(&entry.destination),
        carrier: clean_text(entry.carrier.as_ref()),
        eta: entry.eta.as_ref().and_then(|span| span.expected_days(day)),
        storage: day(raw_text(entry.pickup_until.as_ref())).map(|until| Storage { until, then: Afterwards::SentBack }),
        handovers: other_numbers(number, entry.handovers.iter().map(LenientText::as_str), MOST_HANDOVERS),
        ..ReportedFacts::default()
    }
}

/// A state by its words. A word that is none of ours is no state.
fn state(status: &str, sub: Option<&LenientText>) -> Option<State> {
    let status = Status::parse(status)?;
    match status {
        // Whether the number is known is said by `known`.
        Status::NotFound => None,
        Status::InfoReceived => Some(State::only(status)),
        _ => Some(State::new(status, SubStatus::parse(raw_text(sub).trim()).unwrap_or(SubStatus::Other))),
    }
}

fn day(text: &str) -> Option<NaiveDate> {
    NaiveDate::parse_from_str(text.trim(), "%Y-%m-%d").ok()
}

fn events(number: &TrackingNumber, list: &Value, index: usize) -> Result<Vec<Event>, Trouble> {
    let path = format!("reports[{index}].events");
    let entries: Vec<EventEntry> = newest_elements(list, ListOrder::NewestFirst, &path)?;
    Ok(newest_first(entries.iter().filter_map(|entry| event(number, entry)).collect()))
}

/// One event. One that has neither words nor a code is passed over.
fn event(number: &TrackingNumber, entry: &EventEntry) -> Option<Event> {
    let raw_code = clean_text(entry.raw_code.as_ref());
    let is_language = |code: &CleanText| (2..=3).contains(&code.len()) && code.bytes().all(|b| b.is_ascii_lowercase());
    let status = clean_text(entry.status.as_ref());
    Some(Event {
        time: entry.time.as_ref().and_then(time),
        place: clean_text(entry.place.as_ref()),
        country: Country::parse(raw_text(entry.country.as_ref())),
        text: clean_text(entry.text.as_ref()).or_else(|| raw_code.clone())?,
        text_lang: clean_text(entry.text_lang.as_ref()).filter(is_language),
        translation: None,
        state: status.map(|word| state(&word, entry.sub_status.as_ref()).unwrap_or(State::UNDERWAY)),
        raw_code,
        number: number.clone(),
    })
}

/// A time as it is said. It may be called less exact than it is written, never more.
fn time(entry: &TimeEntry) -> Option<EventTime> {
    let (local, written) = wall_time(raw_text(entry.local.as_ref()))?;
    let called = Precision::parse(raw_text(entry.precision.as_ref()).trim()).unwrap_or(written);
    Some(EventTime::new(local, offset(raw_text(entry.offset.as_ref())), written.max(called)))
}
