//! Events are added, marked and never lost.

use posylka::domain::{Event, Sighting, State, Status, SubStatus};
use posylka::store::{Database, Recorded, Recording};

use crate::support::*;

fn told(db: &mut Database, minute: i64, events: Vec<Event>) -> Recorded {
    record(db, "a", LP, minute, known(facts(State::UNDERWAY), events))
}

fn sightings(db: &Database) -> Vec<Sighting> {
    let id = db.find(LP).unwrap().unwrap().id;
    let timeline = db.dossier(id).unwrap().unwrap().timeline;
    timeline.entries.iter().flat_map(|e| e.sightings().cloned()).collect()
}

fn by_text(db: &Database, text: &str) -> Sighting {
    sightings(db).into_iter().find(|s| &*s.event.text == text).unwrap()
}

#[test]
fn an_event_that_is_listed_no_more_is_marked_and_unmarked_when_it_is_back() {
    let mut db = db();
    add(&mut db, LP);
    let (one, two) = (event(LP, 9, "One", None), event(LP, 10, "Two", None));
    told(&mut db, 1, vec![two.clone(), one.clone()]);
    told(&mut db, 2, vec![one.clone()]);
    assert_eq!(by_text(&db, "Two").withdrawn_at, Some(at(2)));
    told(&mut db, 3, vec![one.clone()]);
    assert_eq!(by_text(&db, "Two").withdrawn_at, Some(at(2)), "the date is when it went");
    told(&mut db, 4, vec![]);
    assert_eq!(by_text(&db, "One").withdrawn_at, None, "an empty list takes nothing back");
    told(&mut db, 5, vec![two, one]);
    let back = by_text(&db, "Two");
    assert_eq!((back.withdrawn_at, back.first_seen), (None, at(1)));
}

#[test]
fn rank_and_reading_follow_the_last_list() {
    let mut db = db();
    add(&mut db, LP);
    told(&mut db, 1, vec![event(LP, 9, "One", None)]);
    let read = State::new(Status::InTransit, SubStatus::Departure);
    told(&mut db, 2, vec![event(LP, 11, "New", None), event(LP, 9, "One", Some(read))]);
    let one = by_text(&db, "One");
    assert_eq!((one.rank, one.event.state), (1, Some(read)));
    assert_eq!(sightings(&db).len(), 2);
}

#[test]
fn sources_do_not_touch_each_other_s_events() {
    let mut db = db();
    add(&mut db, LP);
    told(&mut db, 1, vec![event(LP, 9, "One", None)]);
    record(&mut db, "b", LP, 2, known(facts(State::UNDERWAY), vec![event(LP, 15, "Other", None)]));
    assert!(sightings(&db).iter().all(|s| s.withdrawn_at.is_none()));
    assert_eq!(sightings(&db).len(), 2);
}

#[test]
fn times_come_back_as_they_were_said() {
    use chrono::{FixedOffset, NaiveDate};
    use posylka::domain::{EventTime, Precision};
    let mut db = db();
    add(&mut db, LP);
    let date = NaiveDate::from_ymd_opt(2026, 11, 9).unwrap();
    let wall = date.and_hms_milli_opt(23, 59, 58, 250).unwrap();
    let west = FixedOffset::west_opt(5 * 3600 + 1800);
    let times = [
        None,
        Some(EventTime::day(date)),
        Some(EventTime::at(wall, None)),
        Some(EventTime::at(wall, west)),
        Some(EventTime::new(date.and_hms_opt(7, 5, 0).unwrap(), west, Precision::Minute)),
    ];
    let listed = times
        .iter()
        .enumerate()
        .map(|(n, time)| Event { time: *time, ..Event::new(number(LP), line(&format!("event {n}"))) });
    let listed: Vec<Event> = listed.collect();
    told(&mut db, 1, listed.clone());
    for event in listed {
        assert_eq!(by_text(&db, &event.text).event, event);
    }
}

#[test]
fn an_event_under_two_asked_numbers_counts_once() {
    let mut db = db();
    let both = posylka::domain::NewParcel { numbers: vec![number(LP), number(RA)], ..Default::default() };
    let id = db.add(&both, now()).unwrap().id();
    let shared = event(RA, 9, "At the post", None);
    for (about, minute) in [(LP, 1), (RA, 2)] {
        record(&mut db, "a", about, minute, known(facts(State::UNDERWAY), vec![shared.clone()]));
    }
    let seen = || {
        let timeline = db.dossier(id).unwrap().unwrap().timeline;
        timeline.entries.iter().flat_map(|e| e.sightings().cloned()).collect::<Vec<_>>()
    };
    assert_eq!(seen().len(), 1);
    assert_eq!((seen()[0].first_seen, seen()[0].withdrawn_at), (at(1), None));
}

/// What a source that knows only the newest step said at a minute.
fn snapshot(db: &mut Database, minute: i64, event: Event) -> Recorded {
    let partial =
        Recording { partial_history: true, ..recording("a", LP, minute, known(facts(State::UNDERWAY), vec![event])) };
    db.record(&partial).unwrap()
}

#[test]
fn a_source_that_tells_only_the_newest_step_takes_nothing_back() {
    let mut db = db();
    add(&mut db, LP);
    let steps = ["One", "Two", "Three", "Four", "Five"];
    for (minute, text) in (1..).zip(steps) {
        // One clock reading for all of them: only the order in which they were told can sort them.
        snapshot(&mut db, minute, event(LP, 9, text, None));
    }
    assert!(snapshot(&mut db, 9, event(LP, 9, "Five", None)).changed.is_empty(), "the same again");
    let texts: Vec<_> = sightings(&db).iter().map(|s| s.event.text.to_string()).collect();
    assert_eq!(texts, ["Five", "Four", "Three", "Two", "One"]);
    assert!(sightings(&db).iter().all(|s| s.withdrawn_at.is_none()));
    snapshot(&mut db, 10, event(LP, 9, "Three", None));
    assert_eq!((by_text(&db, "Three").rank, by_text(&db, "Five").rank), (0, 1));
}

#[test]
fn a_newest_step_that_arrives_late_is_an_older_one() {
    let mut db = db();
    add(&mut db, LP);
    snapshot(&mut db, 5, event(LP, 9, "Later", None));
    snapshot(&mut db, 2, event(LP, 9, "Earlier", None));
    assert_eq!(by_text(&db, "Later").rank, 0);
    assert!(by_text(&db, "Earlier").rank > 0);
    assert_eq!(by_text(&db, "Earlier").withdrawn_at, None);
    snapshot(&mut db, 6, event(LP, 10, "Latest", None));
    assert_eq!(["Latest", "Later", "Earlier"].map(|text| by_text(&db, text).rank), [0, 1, 2]);
}

/// The same scan in Russian and in English.
fn in_two_languages() -> (Event, Event) {
    let english = Event { translation: None, ..event(LP, 9, "Arrived at the delivery office", None) };
    let russian = Event {
        text: line("Прибыло в место вручения"), text_lang: Some(line("ru")), ..english.clone()
    };
    (russian, english)
}

#[test]
fn the_same_scan_in_another_language_is_a_translation_and_no_second_event() {
    let mut db = db();
    add(&mut db, LP);
    let (russian, english) = in_two_languages();
    told(&mut db, 1, vec![russian.clone()]);
    let listed = told(&mut db, 2, vec![english.clone()]);
    assert!(listed.changed.is_empty(), "another language is no news");
    let only = by_text(&db, &russian.text);
    assert_eq!((sightings(&db).len(), only.withdrawn_at, only.first_seen), (1, None, at(1)));
    assert_eq!(only.event.translation, Some(english.text));
    assert_eq!(only.event.text_lang, russian.text_lang);
    told(&mut db, 3, vec![russian.clone()]);
    assert_eq!(by_text(&db, &russian.text).event, russian, "back to the first language");
    let summary = db.parcels(posylka::store::ArchiveFilter::All).unwrap().remove(0).summary;
    assert_eq!(summary.last_event, Some(russian));
}

#[test]
fn two_lines_of_one_list_are_two_whatever_their_languages() {
    let mut db = db();
    add(&mut db, LP);
    let (russian, english) = in_two_languages();
    told(&mut db, 1, vec![russian.clone(), english.clone()]);
    told(&mut db, 2, vec![english.clone(), russian.clone()]);
    assert_eq!(sightings(&db).len(), 2);
    // Two scans of one moment, told anew in a third language, stay two.
    let german = |text: &str| Event { text: line(text), text_lang: Some(line("de")), ..english.clone() };
    told(&mut db, 3, vec![german("Angekommen"), german("Bereit")]);
    let sightings = sightings(&db);
    let translated = sightings.iter().filter(|s| s.event.translation.is_some() && s.withdrawn_at.is_none());
    assert_eq!((sightings.len(), translated.count()), (2, 2));
}

#[test]
fn without_a_code_or_a_language_other_words_are_another_event() {
    for strip in [|event: &mut Event| event.raw_code = None, |event: &mut Event| event.text_lang = None] {
        let mut db = db();
        add(&mut db, LP);
        let (mut russian, mut english) = in_two_languages();
        strip(&mut russian);
        strip(&mut english);
        told(&mut db, 1, vec![russian.clone()]);
        told(&mut db, 2, vec![english]);
        assert_eq!(sightings(&db).len(), 2);
        assert_eq!(by_text(&db, &russian.text).withdrawn_at, Some(at(2)), "what is rewritten leaves a trace");
    }
}
