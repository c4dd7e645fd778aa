use chrono::{FixedOffset, NaiveDate, TimeDelta};
use proptest::prelude::*;

use super::*;
use crate::domain::{Clean, EventTime, State, Status, SubStatus};

fn day(n: i64) -> chrono::NaiveDateTime {
    NaiveDate::from_ymd_opt(2026, 11, 1).unwrap().and_hms_opt(12, 0, 0).unwrap() + TimeDelta::days(n)
}

fn number(text: &str) -> TrackingNumber {
    TrackingNumber::parse(text).unwrap()
}

fn sighting(source: &str, rank: u32, time: EventTime, text: &str, state: Option<State>) -> Sighting {
    Sighting {
        source: source.into(),
        event: Event {
            time: Some(time),
            place: None,
            country: None,
            text: Clean::line(text),
            text_lang: None,
            state,
            raw_code: None,
            number: number("RB123456785CN"),
        },
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

fn prints(timeline: &Timeline) -> std::collections::BTreeSet<[u8; 16]> {
    timeline.entries.iter().flat_map(Entry::sightings).map(|s| s.event.fingerprint(&s.source)).collect()
}

proptest! {
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
