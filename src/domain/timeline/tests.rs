use chrono::{FixedOffset, NaiveDate, TimeDelta};
use proptest::prelude::*;

use super::*;
use crate::domain::{CleanText, Event, EventTime, Precision, State, Status, SubStatus};

fn day(n: i64) -> chrono::NaiveDateTime {
    NaiveDate::from_ymd_opt(2026, 11, 1).unwrap().and_hms_opt(12, 0, 0).unwrap() + TimeDelta::days(n)
}

fn number(text: &str) -> TrackingNumber {
    TrackingNumber::parse(text).unwrap()
}

fn sighting(source: &str, rank: u32, time: EventTime, text: &str, state: Option<State>) -> Sighting {
    Sighting {
        source: source.into(),
        event: Event { time: Some(time), state, ..Event::new(number("RB123456785CN"), CleanText::line(text)) },
        rank,
        first_seen: day(20).and_utc(),
        withdrawn_at: None,
    }
}

fn hours(h: i32) -> Option<FixedOffset> {
    FixedOffset::east_opt(h * 3600)
}

fn texts(timeline: &Timeline) -> Vec<&str> {
    timeline.entries.iter().map(|e| &*e.event().text).collect()
}

#[test]
fn the_same_instant_told_twice_is_one_entry_with_two_names() {
    let arrived = Some(State::new(Status::InTransit, SubStatus::Arrival));
    let a = sighting("cainiao", 0, EventTime::at(day(3), hours(8)), "Arrived", arrived);
    let b = sighting("17track", 0, EventTime::at(day(3) - TimeDelta::hours(5), hours(3)), "Прибыло", arrived);
    let merged = Timeline::merge(vec![a, b]);
    assert_eq!(merged.entries.len(), 1);
    assert_eq!(merged.entries[0].sources().len(), 2);
}

#[test]
fn a_missing_zone_folds_by_wall_time_and_the_known_zone_leads() {
    let arrived = Some(State::new(Status::InTransit, SubStatus::Arrival));
    let a = sighting("17track", 0, EventTime::at(day(3), None), "Arrived", arrived);
    let b = sighting("cainiao", 0, EventTime::at(day(3), hours(8)), "Arrived at port", arrived);
    let merged = Timeline::merge(vec![a, b]);
    assert_eq!(merged.entries.len(), 1);
    assert_eq!(merged.entries[0].lead.source.as_str(), "cainiao");
}

#[test]
fn scans_a_minute_apart_stay_two() {
    let arrived = Some(State::new(Status::InTransit, SubStatus::Arrival));
    let a = sighting("cainiao", 0, EventTime::at(day(3), hours(8)), "Arrived", arrived);
    let b = sighting("17track", 0, EventTime::at(day(3) + TimeDelta::minutes(1), hours(8)), "Arrived", arrived);
    assert_eq!(Timeline::merge(vec![a, b]).entries.len(), 2);
}

#[test]
fn two_lines_of_one_source_stay_two_and_pair_up_with_two_of_another() {
    let at = EventTime::at(day(3), hours(8));
    let released = Some(State::new(Status::InTransit, SubStatus::CustomsReleased));
    let merged = Timeline::merge(vec![
        sighting("cainiao", 0, at, "Import customs clearance complete", released),
        sighting("cainiao", 1, at, "Departed from customs", Some(State::UNDERWAY)),
        sighting("17track", 0, at, "Released", released),
        sighting("17track", 1, at, "departed from customs", Some(State::UNDERWAY)),
    ]);
    assert_eq!(merged.entries.len(), 2);
    assert!(merged.entries.iter().all(|e| e.sources().len() == 2));
}

#[test]
fn contradictory_states_stay_apart() {
    let at = EventTime::at(day(3), hours(8));
    let merged = Timeline::merge(vec![
        sighting("cainiao", 0, at, "Delivered", Some(State::new(Status::Delivered, SubStatus::Other))),
        sighting("17track", 0, at, "Failed", Some(State::new(Status::DeliveryFailure, SubStatus::Other))),
    ]);
    assert_eq!(merged.entries.len(), 2);
}

#[test]
fn a_source_s_own_order_beats_its_clocks() {
    let merged = Timeline::merge(vec![
        sighting("cainiao", 1, EventTime::at(day(3), hours(-3)), "older by list, newer by clock", None),
        sighting("cainiao", 0, EventTime::at(day(3), hours(8)), "newer by list", None),
    ]);
    assert_eq!(texts(&merged), ["newer by list", "older by list, newer by clock"]);
}

#[test]
fn a_withdrawn_event_stays_where_it_was_and_never_is_the_newest() {
    let mut gone = sighting("cainiao", 0, EventTime::at(day(9), hours(8)), "gone", None);
    gone.withdrawn_at = Some(day(10).and_utc());
    let merged = Timeline::merge(vec![gone, sighting("cainiao", 0, EventTime::at(day(3), hours(8)), "here", None)]);
    assert_eq!(texts(&merged), ["gone", "here"]);
    assert_eq!(&*merged.newest().unwrap().event().text, "here");
    assert_eq!(merged.entries[0].withdrawn_at(), Some(day(10).and_utc()));
    assert_eq!(merged.entries[1].withdrawn_at(), None);
}

#[test]
fn an_event_of_the_future_or_without_a_time_leads_only_where_there_is_no_other() {
    let happened = sighting("cainiao", 2, EventTime::at(day(3), hours(8)), "happened", None);
    let future = sighting("cainiao", 1, EventTime::at(day(400), hours(8)), "a wrong year", None);
    let mut undated = sighting("cainiao", 0, EventTime::at(day(3), hours(8)), "some time", None);
    undated.event.time = None;
    let newest = |sightings: &[&Sighting]| {
        let merged = Timeline::merge(sightings.iter().copied().cloned().collect());
        merged.newest().unwrap().event().text.to_string()
    };
    assert_eq!(newest(&[&happened, &future, &undated]), "happened");
    assert_eq!(newest(&[&future, &undated]), newest(&[&undated, &future]));
    assert_eq!(newest(&[&undated]), "some time");
    // A wall time without its zone may lie up to a day ahead.
    let tomorrow = sighting("cainiao", 0, EventTime::at(day(20) + TimeDelta::hours(14), None), "ahead", None);
    assert_eq!(newest(&[&happened, &tomorrow]), "ahead");
}

fn any_sighting() -> impl Strategy<Value = Sighting> {
    let source = prop::sample::select(vec!["cainiao", "17track", "track24"]);
    let state = prop::sample::select(vec![
        None,
        Some(State::UNDERWAY),
        Some(State::new(Status::InTransit, SubStatus::Arrival)),
        Some(State::new(Status::Delivered, SubStatus::Other)),
    ]);
    let offset = prop::sample::select(vec![None, hours(8), hours(3)]);
    let text = prop::sample::select(vec!["Arrived", "Прибыло", "到达", "Delivered"]);
    (source, state, offset, text, 0..4_i64, 0..3_i64, 0..5_u32, any::<bool>(), any::<bool>()).prop_map(
        |(source, state, offset, text, days, minutes, rank, bare, withdrawn)| {
            let local = day(days) + TimeDelta::minutes(minutes);
            let time = if bare { EventTime::day(local.date()) } else { EventTime::at(local, offset) };
            let mut sighting = sighting(source, rank, time, text, state);
            sighting.withdrawn_at = withdrawn.then(|| day(30).and_utc());
            sighting
        },
    )
}

/// A line of some source: wall time, offset in minutes, place, words, state.
type Line<'a> = (&'a str, &'a str, Option<i32>, &'a str, &'a str, Option<State>);

fn line((source, local, offset, place, text, state): Line) -> Sighting {
    let wall = |text: String| {
        EventTime::new(
            text.parse().unwrap(),
            offset.and_then(|m| FixedOffset::east_opt(m * 60)),
            if local.len() == 16 { Precision::Minute } else { Precision::Second },
        )
    };
    let seconds = if local.len() == 16 { ":00" } else { "" };
    let time = if local.len() == 10 {
        EventTime::day(local.parse().unwrap())
    } else {
        wall(format!("{}{seconds}", local.replace(' ', "T")))
    };
    let mut sighting = sighting(source, 0, time, text, state);
    sighting.event.place = CleanText::some_line(place);
    sighting
}

const ARRIVED: Option<State> = Some(State::new(Status::InTransit, SubStatus::Arrival));
const LEFT: Option<State> = Some(State::new(Status::InTransit, SubStatus::Departure));
const DELIVERED: Option<State> = Some(State::new(Status::Delivered, SubStatus::Other));
const FAILED: Option<State> = Some(State::new(Status::DeliveryFailure, SubStatus::Other));
const MOVING: Option<State> = Some(State::UNDERWAY);

const CN: Option<i32> = Some(480);
const RU: Option<i32> = Some(180);

/// What it is, how many entries, two lines.
const PAIRS: &[(&str, usize, Line, Line)] = &[
    (
        "one instant, two zones, two languages, two alphabets",
        1,
        ("a", "2026-11-09 10:31", RU, "Vnukovo", "Arrived at customs", ARRIVED),
        ("b", "2026-11-09 15:31:20", CN, "Внуково", "Прибыло на таможню", ARRIVED),
    ),
    (
        "a town and its airport at one instant",
        1,
        ("a", "2026-11-09 10:31", RU, "Vnukovo", "Arrived", ARRIVED),
        ("b", "2026-11-09 10:31", RU, "Москва", "Прибыло", ARRIVED),
    ),
    (
        "Chinese cannot be compared: time and state decide",
        1,
        ("a", "2026-11-01 08:00", CN, "Guangzhou", "Departed", LEFT),
        ("b", "2026-11-01 08:00", None, "广州", "离开", LEFT),
    ),
    (
        "a minute apart",
        2,
        ("a", "2026-11-09 10:31", RU, "Moscow", "Arrived", ARRIVED),
        ("b", "2026-11-09 10:32", RU, "Moscow", "Arrived", ARRIVED),
    ),
    (
        "a minute apart without a zone",
        2,
        ("a", "2026-11-09 10:31", RU, "Moscow", "Arrived", ARRIVED),
        ("b", "2026-11-09 10:32", None, "Moscow", "Arrived", ARRIVED),
    ),
    (
        "other states at one instant",
        2,
        ("a", "2026-11-09 10:31", RU, "Moscow", "Arrived", ARRIVED),
        ("b", "2026-11-09 10:31", RU, "Moscow", "Departed", LEFT),
    ),
    (
        "contradictory ends, even in the same words",
        2,
        ("a", "2026-11-09 10:31", RU, "Moscow", "Handed over", DELIVERED),
        ("b", "2026-11-09 10:31", RU, "Moscow", "Handed over", FAILED),
    ),
    (
        "the same words, one of the readings is vague",
        1,
        ("a", "2026-11-09 10:31", RU, "Moscow", "Delivered", DELIVERED),
        ("b", "2026-11-09 10:31", RU, "Moscow", "[Moscow] delivered", MOVING),
    ),
    (
        "other words, one of the readings is vague, of another status",
        2,
        ("a", "2026-11-09 10:31", RU, "Moscow", "Delivered", DELIVERED),
        ("b", "2026-11-09 10:31", RU, "Moscow", "Sorted", MOVING),
    ),
    (
        "a vague reading in another town at what may be another moment",
        2,
        ("a", "2026-11-09 10:31", RU, "Moscow", "Arrived", ARRIVED),
        ("b", "2026-11-09 10:31", None, "Shenzhen", "Sorted", MOVING),
    ),
    (
        "no zone, a plausible offset, the same town",
        1,
        ("a", "2026-11-09 15:31", CN, "Moscow", "Arrived", ARRIVED),
        ("b", "2026-11-09 11:31", None, "Москва", "Прибыло", ARRIVED),
    ),
    (
        "no zone, no place, an offset that nobody on the way has",
        2,
        ("a", "2026-11-09 15:31", CN, "", "Arrived", ARRIVED),
        ("b", "2026-11-09 11:31", None, "", "Прибыло", ARRIVED),
    ),
    (
        "no zone, no place, the same words, an offset of whole hours that nobody on the way has",
        1,
        ("a", "2026-11-09 15:31", CN, "", "Arrived", ARRIVED),
        ("b", "2026-11-09 11:31", None, "", "Arrived", ARRIVED),
    ),
    (
        "no zone, no place, the same words, but an offset of four hours and a half",
        2,
        ("a", "2026-11-09 15:31", CN, "", "Arrived", ARRIVED),
        ("b", "2026-11-09 12:01", None, "", "Arrived", ARRIVED),
    ),
    (
        "no zone, the same words and the same town, an offset of four hours and a half",
        1,
        ("a", "2026-11-09 15:31", CN, "Moscow", "Arrived", ARRIVED),
        ("b", "2026-11-09 12:01", None, "Moscow", "Arrived", ARRIVED),
    ),
    (
        "no zone, no place, the same words, but an offset of five hours and three quarters",
        2,
        ("a", "2026-11-09 15:31", CN, "", "Arrived", ARRIVED),
        ("b", "2026-11-09 13:16", None, "", "Arrived", ARRIVED),
    ),
    (
        "no zone, the same town, and no offset that exists",
        2,
        ("a", "2026-11-09 15:31", CN, "Moscow", "Arrived", ARRIVED),
        ("b", "2026-11-09 11:38", None, "Moscow", "Arrived", ARRIVED),
    ),
    (
        "no zone, the same words, a plausible offset, but vague",
        2,
        ("a", "2026-11-09 15:31", CN, "Moscow", "Sorted", MOVING),
        ("b", "2026-11-09 10:31", None, "Moscow", "Sorted", MOVING),
    ),
    (
        "no zone, the same words, an hour's offset, but in another town",
        2,
        ("a", "2026-11-09 15:31", CN, "Shenzhen", "Arrived", ARRIVED),
        ("b", "2026-11-09 10:31", None, "Moscow", "Arrived", ARRIVED),
    ),
    (
        "a bare date of the same state",
        1,
        ("a", "2026-11-09", None, "", "Вручено", DELIVERED),
        ("b", "2026-11-09 10:31", RU, "Moscow", "Delivered", DELIVERED),
    ),
    (
        "a bare date in another town",
        2,
        ("a", "2026-11-09", None, "Shenzhen", "Departed", LEFT),
        ("b", "2026-11-09 10:31", RU, "Moscow", "Departed", LEFT),
    ),
    (
        "a bare date and nothing said",
        2,
        ("a", "2026-11-09", None, "", "In transit", MOVING),
        ("b", "2026-11-09 10:31", RU, "", "Sorted", MOVING),
    ),
];

#[test]
fn pairs_that_are_one_scan_and_pairs_that_are_two() {
    for &(what, entries, one, other) in PAIRS {
        for pair in [[one, other], [other, one]] {
            let names = [("a", "z"), ("z", "a")];
            for (first, second) in names {
                let renamed = pair.map(|l| (if l.0 == "a" { first } else { second }, l.1, l.2, l.3, l.4, l.5));
                let merged = Timeline::merge(renamed.map(line).to_vec());
                assert_eq!(merged.entries.len(), entries, "{what}");
            }
        }
    }
}

#[test]
fn a_country_on_the_way_makes_an_offset_known() {
    let zoned = line(("a", "2026-11-09 15:31", Some(480), "", "Arrived", ARRIVED));
    let mut bare = line(("b", "2026-11-09 10:31", None, "", "Прибыло", ARRIVED));
    assert_eq!(Timeline::merge(vec![zoned.clone(), bare.clone()]).entries.len(), 2);
    // Russia's clocks differ: only the town tells which of them it was.
    bare.event.country = crate::domain::Country::parse("RU");
    assert_eq!(Timeline::merge(vec![zoned.clone(), bare.clone()]).entries.len(), 2);
    bare.event.place = CleanText::some_line("Москва");
    assert_eq!(Timeline::merge(vec![zoned.clone(), bare.clone()]).entries.len(), 1);
    bare.event.place = None;
    bare.event.country = crate::domain::Country::parse("BY");
    let merged = Timeline::merge(vec![zoned.clone(), bare.clone()]);
    assert_eq!(merged.entries.len(), 1);
    assert_eq!(merged.entries[0].event(), &zoned.event, "who knows the instant leads");
    bare.event.country = None;
    let stated = line(("c", "2026-11-01 08:00", Some(180), "", "Departed", LEFT));
    assert_eq!(Timeline::merge(vec![zoned, bare, stated]).entries.len(), 2);
}

#[test]
fn one_source_under_both_numbers_repeats_itself() {
    let under = |text: &str, words: &str, local: &str| {
        let mut sighting = line(("cainiao", local, Some(480), "Moscow", words, ARRIVED));
        sighting.event.number = number(text);
        sighting
    };
    let (first, next) = ("LP00620966542870", "RA123456785RU");
    let merged = Timeline::merge(vec![
        under(first, "Arrived", "2026-11-09 15:31"),
        under(next, "Arrived", "2026-11-09 15:31"),
        under(first, "Sorted", "2026-11-09 16:31"),
        under(next, "Packed", "2026-11-09 16:31"),
        under(next, "Arrived", "2026-11-09 18:31"),
    ]);
    assert_eq!(texts(&merged), ["Arrived", "Sorted", "Packed", "Arrived"]);
    assert_eq!((merged.entries[3].others.len(), merged.entries[3].sources().len()), (1, 1));
}

#[test]
fn the_surest_pair_folds_first() {
    // Both lines of the zoneless source could be the zoned one's by some offset; only one has the same wall time.
    let merged = Timeline::merge(vec![
        line(("a", "2026-11-09 13:31", Some(180), "Moscow", "Arrived", ARRIVED)),
        line(("b", "2026-11-09 10:31", None, "Moscow", "Arrived", ARRIVED)),
        line(("b", "2026-11-09 13:31", None, "Moscow", "Arrived", ARRIVED)),
    ]);
    assert_eq!(merged.entries.len(), 2);
    let shared = merged.entries.iter().find(|e| e.sources().len() == 2).unwrap();
    assert!(shared.sightings().all(|s| s.event.time.unwrap().local() == shared.event().time.unwrap().local()));
}

#[test]
fn nothing_vague_brings_contradictory_ends_together() {
    let merged = Timeline::merge(vec![
        line(("a", "2026-11-09 10:31", Some(180), "", "Done", DELIVERED)),
        line(("b", "2026-11-09 10:31", Some(180), "", "Done", None)),
        line(("c", "2026-11-09 10:31", Some(180), "", "Done", FAILED)),
    ]);
    assert_eq!(merged.entries.len(), 2);
}

fn prints(timeline: &Timeline) -> std::collections::BTreeSet<[u8; 16]> {
    timeline.entries.iter().flat_map(Entry::sightings).map(|s| s.event.fingerprint(&s.source)).collect()
}

proptest! {
    #[test]
    fn no_entry_contradicts_itself(sightings in prop::collection::vec(any_sighting(), 0..30)) {
        for entry in Timeline::merge(sightings).entries {
            let fine: std::collections::BTreeSet<Status> =
                entry.sightings().filter_map(|s| s.event.state).filter(|s| *s != State::UNDERWAY).map(|s| s.status).collect();
            prop_assert!(fine.len() <= 1);
            let streams: std::collections::BTreeSet<_> = entry.sightings().map(|s| (&s.source, &s.event.number)).collect();
            prop_assert_eq!(streams.len(), entry.sightings().count(), "two lines of one list");
        }
    }

    #[test]
    fn order_of_arrival_does_not_matter(
        (sightings, shuffled) in prop::collection::vec(any_sighting(), 0..20)
            .prop_flat_map(|v| (Just(v.clone()), Just(v).prop_shuffle()))
    ) {
        prop_assert_eq!(Timeline::merge(sightings), Timeline::merge(shuffled));
    }

    #[test]
    fn merging_twice_changes_nothing(sightings in prop::collection::vec(any_sighting(), 0..20)) {
        let once = Timeline::merge(sightings.clone());
        let doubled = sightings.iter().chain(&sightings).cloned().collect();
        prop_assert_eq!(&Timeline::merge(doubled), &once);
        let again = once.entries.iter().flat_map(|e| e.sightings().cloned()).collect();
        prop_assert_eq!(&Timeline::merge(again), &once);
    }

    #[test]
    fn nothing_disappears(sightings in prop::collection::vec(any_sighting(), 0..20)) {
        let expected: std::collections::BTreeSet<_> =
            sightings.iter().map(|s| s.event.fingerprint(&s.source)).collect();
        let merged = Timeline::merge(sightings);
        prop_assert_eq!(prints(&merged), expected);
        let total: usize = merged.entries.iter().map(|e| e.sightings().count()).sum();
        prop_assert_eq!(total, prints(&merged).len());
    }

    #[test]
    fn newest_comes_first(sightings in prop::collection::vec(any_sighting(), 0..20)) {
        let merged = Timeline::merge(sightings);
        prop_assert!(merged.entries.is_sorted_by_key(|e| std::cmp::Reverse(e.order)));
    }
}
