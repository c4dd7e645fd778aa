//! The first rows of the list by urgency, found without reading every parcel whole.

use rusqlite::{Connection, Row};

use super::{list_parcels, orders};
use crate::domain::{
    Afterwards, AttentionCounts, Country, Deadline, Eta, ListCounts, ListFacts, NumberRole, Order, Parcel, ParcelId,
    ParcelNumber, Snooze, StalenessContext, Storage, Summary, current_silence,
};
use crate::store::database::column_values::{day, event_time, instant, instant_or_1970, state, whole, word};
use crate::store::{Database, Result};

/// What [`ListFacts`] depends on, of the parcels of `$which`. The number only matters where no event or no status is
/// known.
macro_rules! facts_of {
    ($which:literal) => {
        concat!(
            "SELECT id, status, sub_status, archived_at, closed_at, missing_at, protected_until, storage_until,
                storage_then, changed_at, stale_after_days, snoozed_until, snoozed_at, event_local, event_offset,
                event_precision, added_at,
                CASE WHEN event_local IS NULL OR status IS NULL THEN
                    (SELECT number FROM track_number n WHERE n.parcel_id = parcel.id ORDER BY position LIMIT 1) END,
                seen_at, seen_status, seen_sub_status, to_border, origin, destination, event_country, eta_to
            FROM parcel WHERE removed_at IS NULL ",
            $which,
            " ORDER BY id"
        )
    };
}

const FACTS: &str = facts_of!("");

/// Those alone that may need the reader.
const OPEN_FACTS: &str =
    facts_of!("AND archived_at IS NULL AND closed_at IS NULL AND (finished_at IS NULL OR missing_at IS NOT NULL)");

/// The first rows of a long list.
#[derive(Debug)]
pub struct FirstRows {
    /// The parcels that come first by urgency, archived ones aside, in that order.
    pub parcels: Vec<Parcel>,
    /// How many parcels of which kind there are in all.
    pub counts: ListCounts,
}

impl Database {
    /// The first `most` parcels by urgency, in that order; `None`: there are no more than that, so that the whole list
    /// is as quickly read.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn first_rows(&self, gauge: &StalenessContext, most: usize) -> Result<Option<FirstRows>> {
        let db = self.connection.unchecked_transaction()?;
        if !db
            .prepare_cached("SELECT 1 FROM parcel LIMIT 1 OFFSET ?1")?
            .exists([i64::try_from(most).unwrap_or(i64::MAX)])?
        {
            return Ok(None);
        }
        let facts = all_facts(&db, FACTS)?;
        let counts = ListCounts::of(facts.iter().map(|(_, facts)| *facts), gauge);
        let listed = facts.iter().filter(|(_, facts)| !facts.is_archived);
        let mut keys: Vec<_> = listed.map(|(id, facts)| (facts.urgency_key(gauge), *id)).collect();
        if keys.len() <= most {
            return Ok(None);
        }
        keys.select_nth_unstable(most);
        keys.truncate(most);
        keys.sort_unstable();
        let parcels = keys.iter().map(|(_, id)| list_parcels::load(&db, *id));
        let parcels: Vec<Option<Parcel>> = parcels.collect::<Result<_>>()?;
        Ok(Some(FirstRows { parcels: parcels.into_iter().flatten().collect(), counts }))
    }
}

impl Database {
    /// How many parcels are how, for bars and prompts. No text of a parcel is read.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn attention(&self, gauge: &StalenessContext) -> Result<AttentionCounts> {
        let db = self.connection.unchecked_transaction()?;
        let facts = all_facts(&db, OPEN_FACTS)?;
        Ok(AttentionCounts::of(facts.into_iter().map(|(_, facts)| facts), gauge))
    }
}

fn all_facts(db: &Connection, sql: &str) -> Result<Vec<(ParcelId, ListFacts)>> {
    let orders = orders::of_all(db)?;
    let mut orders = orders.as_slice();
    let mut query = db.prepare_cached(sql)?;
    let mut rows = query.query([])?;
    let mut all = Vec::new();
    while let Some(row) = rows.next()? {
        let id: ParcelId = row.get(0)?;
        // Both are in the order of the parcels; removed ones are passed over.
        orders = &orders[orders.partition_point(|(parcel, _)| *parcel < id)..];
        let own = orders.iter().take_while(|(parcel, _)| *parcel == id).map(|(_, order)| order.clone());
        all.push((id, facts(row, id, own.collect())?));
    }
    Ok(all)
}

fn facts(row: &Row<'_>, id: ParcelId, orders: Vec<Order>) -> rusqlite::Result<ListFacts> {
    let parcel = bare_parcel(row, id, orders)?;
    let here = word(row, 24, Country::parse)?;
    let mut facts = ListFacts { stage: ListFacts::stage(&parcel, here), ..ListFacts::of(&parcel) };
    if let Some(heard) = event_time(row, 13)? {
        facts.heard_at = current_silence::heard_of(heard, instant(row, 9)?);
    }
    Ok(facts)
}

/// A parcel of which only that is filled in on which its facts depend, its newest event aside.
fn bare_parcel(row: &Row<'_>, id: ParcelId, orders: Vec<Order>) -> rusqlite::Result<Parcel> {
    let number = whole(row, 17)?.map(|number| ParcelNumber { number, role: NumberRole::First });
    let storage = day(row, 7)?.zip(word(row, 8, Afterwards::parse)?);
    let summary = Summary {
        state: state(row, 1)?,
        // Who says so does not matter here.
        storage: storage.map(|(until, then)| (Storage { until, then }, crate::domain::SourceId::user())),
        changed_at: instant(row, 9)?,
        to_border: row.get(21)?,
        origin: word(row, 22, Country::parse)?,
        destination: word(row, 23, Country::parse)?,
        eta: day(row, 25)?.map(|to| (Eta { from: to, to }, crate::domain::SourceId::user())),
        ..Summary::default()
    };
    Ok(Parcel {
        id,
        title: None,
        numbers: number.into_iter().collect(),
        orders,
        shop: None,
        tags: Vec::new(),
        note: None,
        added_at: instant_or_1970(row, 16)?,
        archived_at: instant(row, 3)?,
        closed_at: instant(row, 4)?,
        missing_at: instant(row, 5)?,
        own_protection: day(row, 6)?.map(|until| Deadline { until, preset: None }),
        stale_after_days: whole(row, 10)?,
        snooze: day(row, 11)?.zip(instant(row, 12)?).map(|(until, since)| Snooze { until, since }),
        pinned: Vec::new(),
        excluded: Vec::new(),
        seen: list_parcels::seen(row, 18)?,
        summary,
    })
}
