//! When a number is asked again.

use std::time::Duration;

use chrono::TimeDelta;

use super::*;
use crate::domain::CleanText;

#[test]
fn intervals_follow_how_lively_the_parcel_is() {
    let transit = Some(State::UNDERWAY);
    let days = TimeDelta::days;
    let table: [(&str, Report, TimeDelta, f64); 12] = [
        ("moved yesterday", known(transit, Some(days(1))), days(10), 3.5),
        ("moved five days ago", known(transit, Some(days(5))), days(10), 6.0),
        ("quiet", known(transit, Some(days(8))), days(10), 10.0),
        ("silent", known(transit, Some(days(22))), days(40), 24.0),
        ("to collect", known(Some(State::only(Status::AvailableForPickup)), Some(days(1))), days(10), 2.5),
        ("with the courier", known(Some(State::only(Status::OutForDelivery)), Some(days(0))), days(10), 2.5),
        (
            "with the courier for weeks",
            known(Some(State::only(Status::OutForDelivery)), Some(days(30))),
            days(40),
            24.0,
        ),
        ("delivered", known(Some(State::only(Status::Delivered)), Some(days(1))), days(10), 30.0),
        ("known, nothing yet", known(transit, None), days(2), 6.0),
        ("known for long, nothing yet", known(transit, None), days(10), 10.0),
        ("unknown, young", unknown(), days(2), 6.0),
        ("unknown for long", unknown(), days(21), 24.0),
    ];
    for (what, result, age, hours) in table {
        let entry = WatchedNumber { added_at: now() - age, ..watched(1) };
        let next = next_check(&profile("a", 10, None), &entry, &Ok(result), &state("a"), now());
        let ratio = (next - now()).as_seconds_f64() / 3600.0 / hours;
        assert!((0.899..=1.101).contains(&ratio), "{what}: {} instead of {hours} h", next - now());
    }
}

#[test]
fn a_changed_claim_makes_a_quiet_parcel_lively() {
    let mut entry = watched(1);
    entry.standings.push(standing("a", 1, None));
    let next = next_check(
        &profile("a", 1, None),
        &entry,
        &Ok(known(Some(State::UNDERWAY), Some(TimeDelta::days(30)))),
        &state("a"),
        now(),
    );
    assert!(next - now() < TimeDelta::hours(4));
}

#[test]
fn troubles_of_a_number_wait_each_in_their_way() {
    let clean = || CleanText::line("x");
    let table = [
        (Trouble::Temporary { what: clean() }, 0, 5),
        (Trouble::Temporary { what: clean() }, 1, 10),
        (Trouble::Temporary { what: clean() }, 3, 40),
        (Trouble::Temporary { what: clean() }, 60, 360),
        (Trouble::NotUnderstood { path: clean() }, 9, 360),
        (Trouble::MalformedNumber, 0, 7 * 1440),
        (Trouble::MoreDataNeeded { what: clean() }, 0, 7 * 1440),
    ];
    for (trouble, failures, minutes) in table {
        let mut entry = watched(1);
        entry.standings.push(Standing { failures, ..standing("a", 1, None) });
        let mut patient = profile("a", 1, None);
        patient.min_interval = Duration::ZERO;
        let next = next_check(&patient, &entry, &Err(trouble.clone()), &state("a"), now());
        let ratio = (next - now()).as_seconds_f64() / 60.0 / f64::from(minutes);
        assert!((0.899..=1.101).contains(&ratio), "{trouble:?} after {failures}: {}", next - now());
        let slow = next_check(&profile("a", 1, None), &entry, &Err(trouble), &state("a"), now());
        assert!(slow - now() >= TimeDelta::minutes(10), "least interval");
    }
}

#[test]
fn while_a_source_fails_for_everybody_its_numbers_wait_only_for_it() {
    let mut entry = watched(1);
    entry.standings.push(Standing { failures: 9, ..standing("a", 1, None) });
    let mut failing = state("a");
    failing.paused_for = Some(Outcome::Temporary);
    failing.paused_until = Some(now() + TimeDelta::minutes(32));
    failing.failures = 5;
    let trouble = Trouble::Temporary { what: CleanText::line("no route") };
    let next = next_check(&profile("a", 1, None), &entry, &Err(trouble), &failing, now());
    assert_eq!(next - now(), TimeDelta::minutes(32));
}
