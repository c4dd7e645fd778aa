//! The days that sources named, the landmarks of the ways, and the forecasts that were made.

use chrono::{FixedOffset, TimeDelta};
use posylka::domain::forecast::{Landmark, WayEnd};
use posylka::domain::{State, Status, SubStatus};

use crate::support::{add, at, db, eta, event, facts, known, record};

const NUMBER: &str = "LP00620966542870";
const PICKED_UP: State = State::new(Status::InTransit, SubStatus::PickedUp);

#[test]
fn every_day_that_a_source_named_is_kept_once_after_each_other() {
    let mut db = db();
    let id = add(&mut db, NUMBER);
    let named = |from: u32, to: u32| {
        let mut told = facts(PICKED_UP);
        told.eta = Some(eta(from, to));
        known(told, vec![event(NUMBER, 9, "Accepted", Some(PICKED_UP))])
    };
    for (minute, (from, to)) in [(3, 9), (3, 9), (5, 12), (3, 9)].into_iter().enumerate() {
        record(&mut db, "cainiao", NUMBER, i64::try_from(minute).unwrap(), named(from, to));
    }
    record(&mut db, "cainiao", NUMBER, 9, known(facts(PICKED_UP), Vec::new()));
    let days = db.dossier(id).unwrap().unwrap().named_days;
    let told: Vec<_> = days.iter().map(|named| (named.source.as_str(), named.eta)).collect();
    assert_eq!(told, [("cainiao", eta(3, 9)), ("cainiao", eta(5, 12)), ("cainiao", eta(3, 9))]);
    assert!(days.windows(2).all(|pair| pair[0].said_at < pair[1].said_at));
    assert_eq!(db.first_named_days().unwrap(), [], "not delivered");
}

#[test]
fn the_landmarks_are_kept_with_the_summary_and_end_where_the_user_ends_them() {
    let mut db = db();
    let id = add(&mut db, NUMBER);
    assert_eq!(db.milestones().unwrap(), []);
    record(&mut db, "cainiao", NUMBER, 1, known(facts(PICKED_UP), vec![event(NUMBER, 9, "Accepted", Some(PICKED_UP))]));
    let [(kept, way)] = db.milestones().unwrap()[..] else { panic!("one") };
    assert_eq!((kept, way.last().map(|(landmark, _)| landmark), way.end), (id, Some(Landmark::Shipped), None));
    db.archive(id, at(30)).unwrap();
    assert_eq!(db.milestones().unwrap()[0].1.end, Some(WayEnd::Stopped(at(30))));
    db.undo(at(31)).unwrap();
    assert_eq!(db.milestones().unwrap()[0].1.end, None);
    db.remove(id, at(32)).unwrap();
    assert_eq!(db.milestones().unwrap(), [], "removed");
}

#[test]
fn a_forecast_is_kept_when_its_days_change_and_counts_once_for_each_landmark() {
    let mut db = db();
    let delivered = State::only(Status::Delivered);
    for n in 0..10 {
        let number = format!("LP0062096654{n:04}");
        let asked = n == 9;
        add(&mut db, &number);
        let mut events = vec![event(&number, if asked { 18 } else { 1 }, "Accepted", Some(PICKED_UP))];
        if !asked {
            events.insert(0, event(&number, 8 + n, "Delivered", Some(delivered)));
        }
        let state = if asked { PICKED_UP } else { delivered };
        record(&mut db, "cainiao", &number, 1, known(facts(state), events));
    }
    let utc = FixedOffset::east_opt(0).unwrap();
    let (id, way) = *db.milestones().unwrap().last().unwrap();
    let accepted = way.last().unwrap().1;
    db.make_forecasts(accepted - TimeDelta::hours(3), utc).unwrap();
    assert_eq!(db.first_forecasts().unwrap(), [], "it had not been accepted then");
    for minutes in [5, 6] {
        db.make_forecasts(accepted + TimeDelta::minutes(minutes), utc).unwrap();
    }
    let [kept] = db.first_forecasts().unwrap()[..] else { panic!("one") };
    assert_eq!((kept.parcel, kept.landmark, kept.parcels), (id, Landmark::Shipped, 9));
    assert_eq!((kept.made_at, kept.delivered_at), (accepted + TimeDelta::minutes(5), None));
}
