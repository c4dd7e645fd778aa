//! From a program's answer to reports. Pure, and survives any bytes.

use chrono::NaiveDate;
use serde_json::Value;

use super::wire::{Answer, Days, Line, Said, VERSION, When};
use crate::domain::{
    Afterwards, CleanText, Country, Eta, Event, EventTime, Finding, Precision, Reply, Report, ReportedFacts, State,
    Status, Storage, SubStatus, TrackingNumber, Trouble,
};
use crate::sources::lenient_json::{Whole, Words, raw, said};
use crate::sources::response_class;
use crate::sources::response_class::not_understood;
use crate::sources::wall_time::{offset, wall_time};
use crate::sources::whole_list_checks::{newest_first, telling};
use crate::sources::{MOST_EVENTS, complete};

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
    let tree = response_class::json(body)?;
    if !tree.is_object() {
        return Err(not_understood("the answer is not an object"));
    }
    let answer: Answer = response_class::shape(tree)?;
    match answer.version {
        Some(Whole(VERSION)) => {}
        Some(Whole(other)) => return Err(not_understood(&format!("version: {other}, only {VERSION} is known"))),
        None => return Err(not_understood("version: missing")),
    }
    let Value::Array(reports) = answer.reports else { return Err(not_understood("reports: not a list")) };
    let mut replies: Vec<Reply> = Vec::with_capacity(asked.len());
    for (index, entry) in reports.into_iter().enumerate() {
        let Ok(entry) = serde_json::from_value::<Said>(entry) else { continue };
        let Ok(named) = TrackingNumber::parse(raw(entry.number.as_ref())) else { continue };
        let is_asked = asked.contains(&named);
        if is_asked && !replies.iter().any(|reply| reply.number == named) {
            let result = result(&named, &entry, index);
            replies.push(Reply { number: named, result });
        }
    }
    let replies = complete(replies, asked, "reports");
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

fn result(number: &TrackingNumber, entry: &Said, index: usize) -> Result<Report, Trouble> {
    if let Some(word) = said(entry.trouble.as_ref()) {
        return Err(trouble(&word, entry, index));
    }
    let events = events(number, &entry.events, index)?;
    match entry.known {
        Some(false) => return Ok(Report { finding: Finding::Unknown, events: Vec::new() }),
        None if events.is_empty() && entry.status.is_none() => {
            return Err(not_understood(&format!("reports[{index}].known: missing, and neither status nor events")));
        }
        _ => {}
    }
    let facts = facts(number, entry, &events);
    Ok(Report { finding: Finding::Known(Box::new(facts)), events })
}

/// The trouble with that word: the outcomes' own words.
fn trouble(word: &str, entry: &Said, index: usize) -> Trouble {
    let detail = said(entry.detail.as_ref()).unwrap_or_else(|| CleanText::line("the program does not say why"));
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

fn facts(number: &TrackingNumber, entry: &Said, events: &[Event]) -> ReportedFacts {
    let newest = telling(events);
    let claimed = match said(entry.status.as_ref()) {
        Some(word) => state(&word, entry.sub_status.as_ref()).or_else(|| newest.map(|_| State::UNDERWAY)),
        None => newest.and_then(|event| event.state),
    };
    let country = |words: &Option<Words>| Country::parse(raw(words.as_ref()));
    ReportedFacts {
        state: claimed,
        status_text: said(entry.status_text.as_ref()).or_else(|| newest.map(|event| event.text.clone())),
        origin: country(&entry.origin),
        destination: country(&entry.destination),
        carrier: said(entry.carrier.as_ref()),
        eta: entry.eta.as_ref().and_then(eta),
        storage: day(entry.pickup_until.as_ref()).map(|until| Storage { until, then: Afterwards::SentBack }),
        handovers: handovers(number, &entry.handovers),
        ..ReportedFacts::default()
    }
}

/// A state by its words. A word that is none of ours is no state.
fn state(status: &str, sub: Option<&Words>) -> Option<State> {
    let status = Status::parse(status)?;
    match status {
        // Whether the number is known is said by `known`.
        Status::NotFound => None,
        Status::InfoReceived => Some(State::only(status)),
        _ => Some(State::new(status, SubStatus::parse(raw(sub).trim()).unwrap_or(SubStatus::Other))),
    }
}

fn day(words: Option<&Words>) -> Option<NaiveDate> {
    NaiveDate::parse_from_str(raw(words).trim(), "%Y-%m-%d").ok()
}

/// The expected days, in whichever order the ends came.
fn eta(days: &Days) -> Option<Eta> {
    let (from, to) = (day(days.from.as_ref()), day(days.to.as_ref()));
    let (a, b) = (from.or(to)?, to.or(from)?);
    Some(Eta { from: a.min(b), to: a.max(b) })
}

fn handovers(number: &TrackingNumber, named: &[Words]) -> Vec<TrackingNumber> {
    let mut numbers: Vec<TrackingNumber> = Vec::new();
    for other in named.iter().filter_map(|words| TrackingNumber::parse(words.raw()).ok()) {
        if other != *number && !numbers.contains(&other) && numbers.len() < MOST_HANDOVERS {
            numbers.push(other);
        }
    }
    numbers
}

fn events(number: &TrackingNumber, list: &Value, index: usize) -> Result<Vec<Event>, Trouble> {
    let list = match list {
        Value::Null => return Ok(Vec::new()),
        Value::Array(list) => list,
        _ => return Err(not_understood(&format!("reports[{index}].events: not a list"))),
    };
    let lines = list.iter().take(MOST_EVENTS).filter_map(|line| serde_json::from_value::<Line>(line.clone()).ok());
    Ok(newest_first(lines.filter_map(|line| event(number, &line)).collect()))
}

/// One event. One that has neither words nor a code is passed over.
fn event(number: &TrackingNumber, line: &Line) -> Option<Event> {
    let raw_code = said(line.raw_code.as_ref());
    let is_language = |code: &CleanText| (2..=3).contains(&code.len()) && code.bytes().all(|b| b.is_ascii_lowercase());
    let status = said(line.status.as_ref());
    Some(Event {
        time: line.time.as_ref().and_then(time),
        place: said(line.place.as_ref()),
        country: Country::parse(raw(line.country.as_ref())),
        text: said(line.text.as_ref()).or_else(|| raw_code.clone())?,
        text_lang: said(line.text_lang.as_ref()).filter(is_language),
        translation: None,
        state: status.map(|word| state(&word, line.sub_status.as_ref()).unwrap_or(State::UNDERWAY)),
        raw_code,
        number: number.clone(),
    })
}

/// A time as it is said. It may be called less exact than it is written, never more.
fn time(when: &When) -> Option<EventTime> {
    let (local, written) = wall_time(raw(when.local.as_ref()))?;
    let called = Precision::parse(raw(when.precision.as_ref()).trim()).unwrap_or(written);
    Some(EventTime::new(local, offset(raw(when.offset.as_ref())), written.max(called)))
}
