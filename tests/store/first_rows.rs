//! The first rows of a long list are those of the whole list.

use chrono::{FixedOffset, NaiveDate, TimeDelta};
use posylka::domain::advice::Thresholds;
use posylka::domain::current_silence::StalenessLimits;
use posylka::domain::{
    Afterwards, Change, Deadline, ListCounts, ListFacts, NewParcel, Order, ParcelEdit, ParcelId, ReportedFacts,
    SortKey, StalenessContext, State, Status, Storage, SubStatus, parcel_sorting,
};
use posylka::store::{ArchiveFilter, Database};

use super::support::{at, db, event, facts, known, line, now, number, record};

const STATES: [State; 7] = [
    State::only(Status::InfoReceived),
    State::new(Status::InTransit, SubStatus::Departure),
    State::only(Status::AvailableForPickup),
    State::only(Status::OutForDelivery),
    State::only(Status::Delivered),
    State::only(Status::Exception),
    State::only(Status::NotFound),
];

fn date(day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, day).unwrap()
}

fn gauge() -> StalenessContext {
    let limits = StalenessLimits { usual: 7, no_number: 3 };
    StalenessContext {
        now: now() - TimeDelta::days(2),
        offset: FixedOffset::east_opt(0).unwrap(),
        limits,
        normal: Thresholds::default(),
    }
}

/// 140 parcels that differ in everything on which the order depends.
fn full() -> Database {
    let mut db = db();
    for i in 0..140_u32 {
        let order = Order {
            ordered_on: (i % 2 == 0).then(|| date(1 + i % 9)),
            shipped_on: (i % 3 == 0).then(|| date(2 + i % 11)),
            protection: (i % 10 == 0).then(|| Deadline { until: date(10 + i % 17), preset: None }),
            received_on: (i % 45 == 0).then(|| date(12)),
            ..Order::from(line(&format!("81500000{i:08}")))
        };
        let parcel = NewParcel {
            numbers: if i % 7 == 3 { Vec::new() } else { vec![number(&format!("RX{i:09}CN"))] },
            orders: if i % 7 == 3 || i % 5 == 0 { vec![order] } else { Vec::new() },
            protection: (i % 8 == 0).then(|| Deadline { until: date(14 + i % 13), preset: None }),
            ..NewParcel::default()
        };
        let id = db.add(&parcel, at(i.into())).unwrap().id();
        if i % 7 != 3 && i % 6 != 5 {
            tell(&mut db, i);
        }
        change(&mut db, id, i);
    }
    db
}

fn tell(db: &mut Database, i: u32) {
    let state = STATES[i as usize % STATES.len()];
    let storage = Storage { until: date(17 + i % 4), then: Afterwards::Costs };
    let said = ReportedFacts { storage: (i.is_multiple_of(4)).then_some(storage), ..facts(state) };
    let number = format!("RX{i:09}CN");
    let events = if i % 9 == 4 { Vec::new() } else { vec![event(&number, i % 24, "Scan", Some(state))] };
    record(db, "cainiao", &number, i.into(), known(said, events));
}

fn change(db: &mut Database, id: ParcelId, i: u32) {
    let edit = ParcelEdit {
        stale_after_days: if i % 12 == 1 { Change::Set(20) } else { Change::Keep },
        snooze: if i % 11 == 2 { Change::Set(date(20 + i % 9)) } else { Change::Keep },
        closed: (i % 19 == 7).then_some(true),
        missing: (i % 14 == 4).then_some(true),
        ..ParcelEdit::default()
    };
    db.edit(id, &edit, at(10_000)).unwrap();
    if i % 13 == 6 {
        db.archive(id, now()).unwrap();
    }
    if i % 23 == 9 {
        db.remove(id, now()).unwrap();
    }
}

#[test]
fn the_first_rows_and_the_counts_are_those_of_the_whole_list() {
    let (db, gauge) = (full(), gauge());
    let all = db.parcels(ArchiveFilter::All).unwrap();
    let mut places: Vec<usize> = (0..all.len()).filter(|i| all[*i].archived_at.is_none()).collect();
    parcel_sorting::sort(&mut places, &all, SortKey::Urgency, &gauge);
    for most in [1, 24, 100] {
        let first = db.first_rows(&gauge, most).unwrap().unwrap();
        let whole: Vec<_> = places[..most].iter().map(|i| &all[*i]).collect();
        assert_eq!(first.parcels.iter().collect::<Vec<_>>(), whole);
        assert_eq!(first.counts, ListCounts::of(all.iter().map(ListFacts::of), &gauge));
    }
    let counts = db.first_rows(&gauge, 1).unwrap().unwrap().counts;
    let kinds = [counts.on_the_way, counts.waiting, counts.ready, counts.stuck, counts.finished, counts.archived];
    assert!(kinds.iter().all(|n| *n > 0), "{counts:?}");
}

#[test]
fn a_list_that_is_not_longer_has_no_first_rows() {
    let (db, gauge) = (full(), gauge());
    let listed = db.parcels(ArchiveFilter::Active).unwrap().len();
    assert!(db.first_rows(&gauge, listed).unwrap().is_none());
    assert!(db.first_rows(&gauge, 200).unwrap().is_none());
    assert_eq!(db.first_rows(&gauge, listed - 1).unwrap().unwrap().parcels.len(), listed - 1);
}
