//! Budgets and gaps, shared by all who share the database.

use std::time::Duration;

use chrono::{TimeDelta, TimeZone, Utc};
use posylka::store::{Database, Permit};

use crate::support::*;

const NO_GAP: Duration = Duration::ZERO;

#[test]
fn a_day_has_its_budget_and_the_next_day_has_it_again() {
    let mut db = db();
    let a = source("a");
    for _ in 0..3 {
        assert_eq!(db.spend(&a, now(), 3, NO_GAP).unwrap(), Permit::Go);
    }
    let midnight = Utc.with_ymd_and_hms(2026, 11, 21, 0, 0, 0).unwrap();
    assert_eq!(db.spend(&a, at(600), 3, NO_GAP).unwrap(), Permit::Spent(midnight));
    assert_eq!(db.source_states().unwrap()[0].spent, 3, "a refusal costs nothing");
    assert_eq!(db.spend(&source("b"), now(), 3, NO_GAP).unwrap(), Permit::Go);
    assert_eq!(db.spend(&a, midnight, 3, NO_GAP).unwrap(), Permit::Go);
    assert_eq!(db.source_states().unwrap()[0].spent, 1);
    assert_eq!(db.spend(&source("c"), now(), 0, NO_GAP).unwrap(), Permit::Spent(midnight));
}

#[test]
fn between_two_requests_is_the_gap() {
    let mut db = db();
    let a = source("a");
    let gap = Duration::from_secs(90);
    assert_eq!(db.spend(&a, at(0), u32::MAX, gap).unwrap(), Permit::Go);
    let next = now() + TimeDelta::seconds(90);
    assert_eq!(db.spend(&a, at(1), u32::MAX, gap).unwrap(), Permit::Wait(next));
    assert_eq!(db.spend(&a, next, u32::MAX, gap).unwrap(), Permit::Go);
    assert_eq!(db.source_states().unwrap()[0].spent, 2);
}

#[test]
fn a_clock_that_was_put_back_holds_nobody_up() {
    let mut db = db();
    let a = source("a");
    let gap = Duration::from_secs(90);
    assert_eq!(db.spend(&a, now() + TimeDelta::days(400), 1, gap).unwrap(), Permit::Go);
    assert_eq!(db.spend(&a, now(), 1, gap).unwrap(), Permit::Go);
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
                    let mut ask = || db.spend(&source("a"), now(), 50, NO_GAP).unwrap();
                    (0..40).filter(|_| ask() == Permit::Go).count()
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
    assert_eq!(db.spend(&source("a"), now(), 10, gap).unwrap(), Permit::Go);
    let before = db.source_states().unwrap()[0].next_allowed_at;
    db.count(&source("a"), 3, now()).unwrap();
    db.count(&source("a"), 0, at(1)).unwrap();
    let state = &db.source_states().unwrap()[0];
    assert_eq!((state.spent, state.next_allowed_at), (4, before));
    db.count(&source("a"), u32::MAX, at(1)).unwrap();
    assert!(matches!(db.spend(&source("a"), at(2), 10, gap).unwrap(), Permit::Spent(_)));
    db.count(&source("a"), 2, at(24 * 60)).unwrap();
    assert_eq!(db.source_states().unwrap()[0].spent, 2, "a new day");
    db.count(&source("new"), 2, now()).unwrap();
    assert_eq!(db.source_states().unwrap()[1].spent, 2);
}
