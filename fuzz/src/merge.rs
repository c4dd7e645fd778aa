//! Sightings out of bytes, and what must hold of every merge.

use std::collections::BTreeSet;

use chrono::{DateTime, FixedOffset, NaiveDateTime, TimeDelta, Utc};
use libfuzzer_sys::arbitrary::{Result, Unstructured};
use posylka::domain::summary::claims;
use posylka::domain::{
    CleanText, Country, Event, EventTime, ReportedFacts, Outcome, Precision, Sighting, SourceId, Standing, State, Status,
    SubStatus, Summary, Timeline, TrackingNumber,
};

/// How many sightings are merged at most: as many as a parcel with five talkative sources has.
const MOST: usize = 300;
const SOURCES: [&str; 5] = ["cainiao", "17track", "russian-post", "track24", "user"];
const NUMBERS: [&str; 3] = ["LP00620966542870", "RA123456785RU", "20450000000017"];
/// Words and places that are the same in some spelling or language, or only nearly.
const WORDS: [&str; 8] =
    ["Arrived", "arrived", "[Moscow] Arrived", "Прибыло", "到达", "Delivered", "Вручение: адресату", ""];
const PLACES: [&str; 8] = ["Moscow", "г. Москва", "Внуково", "Vnukovo, Russia", "广州", "Guangzhou City", "Львів", ""];
/// Zones in minutes: usual ones, and the widest.
const ZONES: [i32; 6] = [0, 180, 480, 345, -720, 840];

/// Has whatever the bytes stand for merged and summed up, and asserts that neither order nor repetition matters and
/// that nothing is lost.
pub fn merge(bytes: &[u8]) {
    let mut bytes = Unstructured::new(bytes);
    let Ok((sightings, standings)) = parcel(&mut bytes) else { return };
    let timeline = Timeline::merge(sightings.clone());
    let summary = Summary::of(&standings, &timeline);
    nothing_is_lost(&sightings, &timeline);

    let mut others = sightings.clone();
    others.reverse();
    others.rotate_left(sightings.len() / 3);
    assert_eq!(Timeline::merge(others.clone()), timeline, "another order of arrival");
    others.extend(sightings);
    assert_eq!(Timeline::merge(others), timeline, "everything twice");
    let merged = timeline.entries.iter().flat_map(|entry| entry.sightings()).cloned().collect();
    let again = Timeline::merge(merged);
    assert_eq!(again, timeline, "what is merged, once more");

    assert_eq!(Summary::of(&standings, &again), summary);
    let says_so = claims(&standings, &timeline).iter().any(|word| summary.state == Some(word.state));
    let goes_back = summary.state.is_some_and(State::is_return)
        && timeline.entries.iter().any(|entry| entry.sightings().any(|s| s.event.state.is_some_and(State::is_return)));
    assert!(says_so || goes_back || summary.state.is_none(), "a state that nobody claims");
}

/// Each distinct sighting stands under exactly one entry, and no entry is made of nothing.
pub fn nothing_is_lost(sightings: &[Sighting], timeline: &Timeline) {
    let print = |sighting: &Sighting| sighting.event.fingerprint(&sighting.source);
    let given: BTreeSet<_> = sightings.iter().map(print).collect();
    let kept: Vec<_> = timeline.entries.iter().flat_map(|entry| entry.sightings()).map(print).collect();
    assert_eq!(kept.len(), given.len(), "as many sightings as were given");
    assert_eq!(kept.into_iter().collect::<BTreeSet<_>>(), given);
}

/// A source's list as the store would keep it.
pub fn sightings(source: &SourceId, events: Vec<Event>) -> Vec<Sighting> {
    let listed = (0..).zip(events);
    listed
        .map(|(rank, event)| Sighting { source: source.clone(), event, rank, first_seen: start(), withdrawn_at: None })
        .collect()
}

fn start() -> DateTime<Utc> {
    DateTime::UNIX_EPOCH + TimeDelta::days(20_000)
}

fn parcel(bytes: &mut Unstructured) -> Result<(Vec<Sighting>, Vec<Standing>)> {
    let mut standings = Vec::new();
    for _ in 0..bytes.int_in_range(0..=6)? {
        standings.push(standing(bytes)?);
    }
    let mut sightings = Vec::new();
    while !bytes.is_empty() && sightings.len() < MOST {
        sightings.push(sighting(bytes)?);
    }
    Ok((sightings, standings))
}

fn sighting(bytes: &mut Unstructured) -> Result<Sighting> {
    let event = Event {
        time: time(bytes)?,
        place: CleanText::some_line(&words(bytes, &PLACES)?),
        country: if bytes.ratio(1, 4)? { Country::parse(bytes.choose(&["RU", "CN", "UA"])?) } else { None },
        text: CleanText::line(&words(bytes, &WORDS)?),
        text_lang: if bytes.ratio(1, 4)? { CleanText::some_line(bytes.choose(&["ru", "en"])?) } else { None },
        translation: None,
        state: state(bytes)?,
        raw_code: if bytes.ratio(1, 4)? { CleanText::some_line(bytes.choose(&["8", "GTMS_SIGNED"])?) } else { None },
        number: number(bytes)?,
    };
    Ok(Sighting {
        source: source(bytes)?,
        event,
        rank: bytes.int_in_range(0..=MOST as u32)?,
        first_seen: start() + TimeDelta::hours(bytes.int_in_range(0..=1_000)?),
        withdrawn_at: if bytes.ratio(1, 8)? {
            Some(start() + TimeDelta::days(bytes.int_in_range(0..=90)?))
        } else {
            None
        },
    })
}

fn standing(bytes: &mut Unstructured) -> Result<Standing> {
    let facts =
        ReportedFacts { state: state(bytes)?, status_text: CleanText::some_line(bytes.choose(&WORDS)?), ..ReportedFacts::default() };
    let at = Some(start() + TimeDelta::hours(bytes.int_in_range(0..=1_000)?));
    Ok(Standing {
        source: source(bytes)?,
        number: number(bytes)?,
        checked_at: at,
        outcome: Some(*bytes.choose(&Outcome::ALL)?),
        detail: None,
        answered_at: at.filter(|_| bytes.ratio(3, 4).unwrap_or(true)),
        changed_at: at,
        facts: if bytes.ratio(3, 4)? { Some(facts) } else { None },
        next_check_at: at.map(|at| at + TimeDelta::hours(4)),
        failures: 0,
    })
}

fn source(bytes: &mut Unstructured) -> Result<SourceId> {
    Ok(SourceId::new(bytes.choose(&SOURCES)?))
}

fn number(bytes: &mut Unstructured) -> Result<TrackingNumber> {
    let text = *bytes.choose(&NUMBERS)?;
    TrackingNumber::parse(text).map_err(|_| libfuzzer_sys::arbitrary::Error::IncorrectFormat)
}

/// One of these, or any words at all.
fn words(bytes: &mut Unstructured, usual: &[&str]) -> Result<String> {
    if bytes.ratio(7, 8)? {
        return Ok((*bytes.choose(usual)?).to_owned());
    }
    let length = bytes.int_in_range(0..=40)?;
    let length = length.min(bytes.len());
    Ok(String::from_utf8_lossy(bytes.bytes(length)?).into_owned())
}

/// Mostly within two days, where scans meet; also none at all, bare dates, and any year there is.
fn time(bytes: &mut Unstructured) -> Result<Option<EventTime>> {
    let local: NaiveDateTime = match bytes.int_in_range(0..=15)? {
        0 => return Ok(None),
        1 => DateTime::from_timestamp(bytes.int_in_range(-62_000_000_000..=250_000_000_000)?, 0)
            .unwrap_or_default()
            .naive_utc(),
        _ => (start()
            + TimeDelta::minutes(15 * bytes.int_in_range(0..=192)?)
            + TimeDelta::seconds(bytes.int_in_range(0..=3)? * 30))
        .naive_utc(),
    };
    let offset = if bytes.ratio(1, 2)? { FixedOffset::east_opt(*bytes.choose(&ZONES)? * 60) } else { None };
    let precision = *bytes.choose(&[Precision::Second, Precision::Second, Precision::Minute, Precision::Day])?;
    Ok(Some(EventTime::new(local, offset, precision)))
}

fn state(bytes: &mut Unstructured) -> Result<Option<State>> {
    if bytes.ratio(1, 4)? {
        return Ok(None);
    }
    Ok(Some(State::new(*bytes.choose(&Status::ALL)?, *bytes.choose(&SubStatus::ALL)?)))
}
