//! What the plan is made from: every number of an active parcel, and where the sources stand on it.

use std::collections::BTreeMap;

use rusqlite::types::ValueRef;
use rusqlite::{Connection, Row, Rows};

use super::standings;
use crate::domain::{Country, ParcelId, SourceId, State, TrackingNumber};
use crate::store::database::column_values::{event_time, instant, instant_or_1970, role, state, whole, word};
use crate::store::database::unreadable::readable;
use crate::store::parcels::tags_and_chosen_sources;
use crate::store::parcels::tags_and_chosen_sources::Set;
use crate::store::{Database, Result, WatchedNumber};

/// The columns that [`from_row`] reads, of a parcel `p` and one of its numbers `n`.
const COLUMNS: &str = "p.id, n.number, n.position, n.role, n.added_at, p.closed_at, p.finished_at, p.status,
    p.sub_status, p.event_local, p.event_offset, p.event_precision, p.changed_at, p.event_country, p.stale_after_days,
    (SELECT count(*) > 0 AND count(*) = count(o.received_on) FROM parcel_order l
     JOIN shop_order o ON o.id = l.order_id WHERE l.parcel_id = p.id)";
/// Where the columns of [`standings::COLUMNS`] begin after those.
const STANDING: usize = 16;

impl Database {
    /// Every number of every parcel that is neither removed nor archived, finished ones included.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn watched(&self) -> Result<Vec<WatchedNumber>> {
        let db = self.connection.unchecked_transaction()?;
        let pinned = by_parcel(&db, Set::Pinned)?;
        let excluded = by_parcel(&db, Set::Excluded)?;
        // In the order of the tables' keys, and sorted here: SQLite would copy every row into a sorter first.
        let sql = format!(
            "SELECT {COLUMNS}, {} FROM parcel p CROSS JOIN track_number n ON n.parcel_id = p.id
             LEFT JOIN standing s ON s.number = n.number
             WHERE p.removed_at IS NULL AND p.archived_at IS NULL ORDER BY p.id",
            standings::COLUMNS
        );
        let mut query = db.prepare_cached(&sql)?;
        let mut watched = in_order(query.query([])?)?;
        for it in &mut watched {
            it.pinned = pinned.get(&it.parcel).cloned().unwrap_or_default();
            it.excluded = excluded.get(&it.parcel).cloned().unwrap_or_default();
        }
        Ok(watched)
    }

    /// The same of some numbers only: reads what belongs to them, however many others there are.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn watched_among(&self, numbers: &[TrackingNumber]) -> Result<Vec<WatchedNumber>> {
        let db = self.connection.unchecked_transaction()?;
        let sql = format!(
            "SELECT {COLUMNS}, {} FROM track_number n CROSS JOIN parcel p ON p.id = n.parcel_id
             LEFT JOIN standing s ON s.number = n.number
             WHERE n.number = ?1 AND p.removed_at IS NULL AND p.archived_at IS NULL",
            standings::COLUMNS
        );
        let mut query = db.prepare_cached(&sql)?;
        let mut watched = Vec::with_capacity(numbers.len());
        for number in numbers {
            watched.extend(in_order(query.query([number])?)?);
        }
        for it in &mut watched {
            it.pinned = tags_and_chosen_sources::of_parcel(&db, Set::Pinned, it.parcel)?;
            it.excluded = tags_and_chosen_sources::of_parcel(&db, Set::Excluded, it.parcel)?;
        }
        Ok(watched)
    }
}

/// Numbers from rows of one standing each (or none), those of a number one after the other; by parcel, then by their
/// place in it.
fn in_order(mut rows: Rows<'_>) -> Result<Vec<WatchedNumber>> {
    let mut watched: Vec<(i64, WatchedNumber)> = Vec::new();
    while let Some(row) = rows.next()? {
        let parcel: ParcelId = row.get(0)?;
        let number = row.get_ref(1)?.as_str().unwrap_or_default();
        if watched.last().is_none_or(|(_, last)| last.parcel != parcel || last.number.as_str() != number) {
            let Some(new) = readable(from_row(row))? else { continue };
            watched.push((row.get(2)?, new));
        }
        let is_asked = !matches!(row.get_ref(STANDING)?, ValueRef::Null);
        if let Some((_, last)) = watched.last_mut().filter(|_| is_asked) {
            last.standings.extend(readable(standings::from_columns(row, STANDING))?);
        }
    }
    watched.sort_by_key(|(position, it)| (it.parcel, *position));
    Ok(watched.into_iter().map(|(_, it)| it).collect())
}

fn from_row(row: &Row<'_>) -> rusqlite::Result<WatchedNumber> {
    let closed_at = instant(row, 5)?;
    let state = state(row, 7)?;
    let is_final = state.is_some_and(State::is_final);
    Ok(WatchedNumber {
        parcel: row.get(0)?,
        number: row.get(1)?,
        role: role(row, 3)?,
        added_at: instant_or_1970(row, 4)?,
        pinned: Vec::new(),
        excluded: Vec::new(),
        stale_after_days: whole(row, 14)?,
        state,
        finished: closed_at.is_some() || is_final || row.get(15)?,
        finished_at: [closed_at, instant(row, 6)?].into_iter().flatten().min(),
        last_event_at: event_time(row, 9)?.map(|t| t.approximate()),
        last_event_country: word(row, 13, Country::parse)?,
        changed_at: instant(row, 12)?,
        standings: Vec::new(),
    })
}

fn by_parcel(db: &Connection, set: Set) -> Result<BTreeMap<ParcelId, Vec<SourceId>>> {
    let mut by_parcel: BTreeMap<_, Vec<_>> = BTreeMap::new();
    for (id, source) in tags_and_chosen_sources::of_all(db, set)? {
        by_parcel.entry(id).or_default().push(source);
    }
    Ok(by_parcel)
}
