//! Budgets and gaps, shared by all who share the database.

use std::time::Duration;

use chrono::{TimeDelta, TimeZone, Utc};
use posylka::store::{Allowance, Database, RequestPermit};

use crate::support::*;

const NO_GAP: Duration = Duration::ZERO;
const ANY: Allowance = Allowance { daily: None, monthly: None };

fn a_day(requests: u32) -> Allowance {
    Allowance { daily: Some(requests), monthly: None }
}

#[test]
fn a_day_has_its_budget_and_the_next_day_has_it_again() {
    let mut db = db();
    let a = source("a");
    for _ in 0..3 {
        assert_eq!(db.spend(&a, now(), a_day(3), NO_GAP).unwrap(), RequestPermit::Go);
    }
    let midnight = Utc.with_ymd_and_hms(2026, 11, 21, 0, 0, 0).unwrap();
    assert_eq!(db.spend(&a, at(600), a_day(3), NO_GAP).unwrap(), RequestPermit::Spent(midnight));
    assert_eq!(db.source_states().unwrap()[0].spent, 3, "a refusal costs nothing");
    assert_eq!(db.spend(&source("b"), now(), a_day(3), NO_GAP).unwrap(), RequestPermit::Go);
    assert_eq!(db.spend(&a, midnight, a_day(3), NO_GAP).unwrap(), RequestPermit::Go);
    assert_eq!(db.source_states().unwrap()[0].spent, 1);
    assert_eq!(db.spend(&source("c"), now(), a_day(0), NO_GAP).unwrap(), RequestPermit::Spent(midnight));
}

#[test]
fn between_two_requests_is_the_gap() {
    let mut db = db();
    let a = source("a");
    let gap = Duration::from_secs(90);
    assert_eq!(db.spend(&a, at(0), ANY, gap).unwrap(), RequestPermit::Go);
    let next = now() + TimeDelta::seconds(90);
    assert_eq!(db.spend(&a, at(1), ANY, gap).unwrap(), RequestPermit::Wait(next));
    assert_eq!(db.spend(&a, next, ANY, gap).unwrap(), RequestPermit::Go);
    assert_eq!(db.source_states().unwrap()[0].spent, 2);
}

#[test]
fn a_clock_that_was_put_back_holds_nobody_up() {
    let mut db = db();
    let a = source("a");
    let gap = Duration::from_secs(90);
    assert_eq!(db.spend(&a, now() + TimeDelta::days(400), a_day(1), gap).unwrap(), RequestPermit::Go);
    assert_eq!(db.spend(&a, now(), a_day(1), gap).unwrap(), RequestPermit::Go);
}

#[test]
fn two_programs_share_one_budget() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("posylka.db");
    drop(Database::open(&path, now()).unwrap());
    let went: usize = std::thread::scope(|scope| {
        let workers: Vec<_> = (0..3)
            .map(|_| {
                scope.spawn(|| {
                    let mut db = Database::open(&path, now()).unwrap();
                    let mut ask = || db.spend(&source("a"), now(), a_day(50), NO_GAP).unwrap();
                    (0..40).filter(|_| ask() == RequestPermit::Go).count()
                })
            })
            .collect();
        workers.into_iter().map(|w| w.join().unwrap()).sum()
    });
    assert_eq!(went, 50);
}

#[test]
fn further_requests_of_a_question_count_too_and_leave_the_gap_alone() {
    let mut db = db();
    let gap = Duration::from_secs(5);
    assert_eq!(db.spend(&source("a"), now(), a_day(10), gap).unwrap(), RequestPermit::Go);
    let before = db.source_states().unwrap()[0].next_allowed_at;
    db.count(&source("a"), 3, now(), Duration::ZERO).unwrap();
    db.count(&source("a"), 0, at(1), Duration::ZERO).unwrap();
    let state = &db.source_states().unwrap()[0];
    assert_eq!((state.spent, state.next_allowed_at), (4, before));
    db.count(&source("a"), u32::MAX, at(1), Duration::ZERO).unwrap();
    assert!(matches!(db.spend(&source("a"), at(2), a_day(10), gap).unwrap(), RequestPermit::Spent(_)));
    db.count(&source("a"), 2, at(24 * 60), Duration::ZERO).unwrap();
    assert_eq!(db.source_states().unwrap()[0].spent, 2, "a new day");
    db.count(&source("new"), 2, now(), Duration::ZERO).unwrap();
    assert_eq!(db.source_states().unwrap()[1].spent, 2);
}

#[test]
fn a_month_has_its_budget_beside_the_day_s() {
    let mut db = db();
    let a = source("a");
    let allow = Allowance { daily: Some(2), monthly: Some(3) };
    let day = |d: u32| Utc.with_ymd_and_hms(2026, 11, d, 12, 0, 0).unwrap();
    let begins = |month: u32, d: u32| Utc.with_ymd_and_hms(2026, month, d, 0, 0, 0).unwrap();
    for _ in 0..2 {
        assert_eq!(db.spend(&a, day(20), allow, NO_GAP).unwrap(), RequestPermit::Go);
    }
    assert_eq!(db.spend(&a, day(20), allow, NO_GAP).unwrap(), RequestPermit::Spent(begins(11, 21)));
    assert_eq!(db.spend(&a, day(21), allow, NO_GAP).unwrap(), RequestPermit::Go);
    assert_eq!(
        db.spend(&a, day(21), allow, NO_GAP).unwrap(),
        RequestPermit::Spent(begins(12, 1)),
        "the month, not the day"
    );
    db.count(&a, 4, day(22), Duration::ZERO).unwrap();
    let state = db.source_states().unwrap().remove(0);
    assert_eq!((state.spent, state.spent_in_month, state.spent_month), (4, 7, Some(begins(11, 1).date_naive())));
    assert_eq!(db.spend(&a, begins(12, 1), allow, NO_GAP).unwrap(), RequestPermit::Go);
    let state = db.source_states().unwrap().remove(0);
    assert_eq!((state.spent, state.spent_in_month), (1, 1));
}
