//! Recording is order-independent and idempotent, and loses nothing.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Utc};
use posylka::domain::{Entry, State};
use posylka::store::Database;
use proptest::prelude::*;

use crate::support::*;

/// A source's list at a minute: which of eight events it holds.
type List = (u8, BTreeSet<u32>);

fn play<'a>(lists: impl Iterator<Item = (usize, &'a List)>) -> Database {
    let mut db = db();
    add(&mut db, LP);
    for (minute, (who, events)) in lists {
        let listed = events.iter().rev().map(|n| event(LP, *n, &format!("event {n}"), None)).collect();
        let minute = i64::try_from(minute).unwrap();
        record(&mut db, &format!("source-{who}"), LP, minute, known(facts(State::UNDERWAY), listed));
    }
    db
}

/// Each sighting: whether it is listed now, and since when it is known.
fn seen(db: &Database) -> BTreeMap<(String, String), (bool, DateTime<Utc>)> {
    let id = db.find(LP).unwrap().unwrap().id;
    let timeline = db.dossier(id).unwrap().unwrap().timeline;
    let sightings = timeline.entries.iter().flat_map(Entry::sightings);
    sightings
        .map(|s| ((s.source.to_string(), s.event.text.to_string()), (s.withdrawn_at.is_none(), s.first_seen)))
        .collect()
}

/// What should be seen: all that was ever listed; listed is what the source's last list with anything in it held.
fn expected(lists: &[List]) -> BTreeMap<(String, String), (bool, DateTime<Utc>)> {
    let mut all = BTreeMap::new();
    for (minute, (who, events)) in lists.iter().enumerate().filter(|(_, (_, events))| !events.is_empty()) {
        let name = format!("source-{who}");
        for (_, (listed, _)) in all.iter_mut().filter(|((source, _), _)| *source == name) {
            *listed = false;
        }
        for n in events {
            let since = at(i64::try_from(minute).unwrap());
            all.entry((name.clone(), format!("event {n}"))).or_insert((true, since)).0 = true;
        }
    }
    all
}

fn lists() -> impl Strategy<Value = Vec<List>> {
    prop::collection::vec((0..3_u8, prop::collection::btree_set(0..8_u32, 0..6)), 1..8)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn in_whichever_order_and_however_often(
        (lists, order) in lists().prop_flat_map(|lists| {
            let twice: Vec<usize> = (0..lists.len()).chain(0..lists.len()).collect();
            (Just(lists), Just(twice).prop_shuffle())
        })
    ) {
        let wanted = expected(&lists);
        prop_assert_eq!(&seen(&play(lists.iter().enumerate())), &wanted);
        prop_assert_eq!(&seen(&play(order.iter().map(|n| (*n, &lists[*n])))), &wanted);
    }
}
