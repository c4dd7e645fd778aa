//! Everything that is known of one parcel.

use std::collections::BTreeMap;

use rusqlite::Connection;

use super::{list_parcels, messages};
use crate::domain::{ParcelId, ParcelNumber, Sighting, SourceId, Standing, Timeline};
use crate::store::checks::{events, expected_days, standings};
use crate::store::{Database, ParcelDetails, Result};

impl Database {
    /// A parcel with its merged timeline and every source's standing on each of its numbers.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn dossier(&self, id: ParcelId) -> Result<Option<ParcelDetails>> {
        let db = self.connection.unchecked_transaction()?;
        load(&db, id)
    }
}

/// A parcel with everything that is known of it.
pub(in crate::store) fn load(db: &Connection, id: ParcelId) -> Result<Option<ParcelDetails>> {
    let Some(parcel) = list_parcels::load(db, id)? else { return Ok(None) };
    let (standings, sightings) = gather(db, &parcel.numbers)?;
    let timeline = Timeline::merge(sightings);
    let (messages, unsent) = (messages::kept(db, id)?, messages::unsent(db, id)?);
    let named_days = expected_days::of_parcel(db, id)?;
    Ok(Some(ParcelDetails { parcel, timeline, standings, named_days, messages, unsent }))
}

/// The standings and sightings of all of a parcel's numbers.
pub(in crate::store) fn gather(db: &Connection, numbers: &[ParcelNumber]) -> Result<(Vec<Standing>, Vec<Sighting>)> {
    let mut all_standings = Vec::new();
    let mut all_sightings = Vec::new();
    for held in numbers {
        all_standings.extend(standings::of_number(db, &held.number)?);
        all_sightings.extend(events::of_number(db, &held.number)?);
    }
    // Under one number each event is kept once.
    let sightings = if numbers.len() > 1 { without_echoes(all_sightings) } else { all_sightings };
    Ok((all_standings, sightings))
}

/// A source that was asked about two numbers of one parcel may list the same event under both: it counts once,
/// seen since the earlier date, and withdrawn only when both lists dropped it.
fn without_echoes(sightings: Vec<Sighting>) -> Vec<Sighting> {
    let mut place: BTreeMap<(SourceId, [u8; 16]), usize> = BTreeMap::new();
    let mut kept: Vec<Sighting> = Vec::with_capacity(sightings.len());
    for sighting in sightings {
        let key = (sighting.source.clone(), sighting.event.fingerprint(&sighting.source));
        let Some(&at) = place.get(&key) else {
            place.insert(key, kept.len());
            kept.push(sighting);
            continue;
        };
        let first = &mut kept[at];
        first.first_seen = first.first_seen.min(sighting.first_seen);
        first.withdrawn_at = first.withdrawn_at.zip(sighting.withdrawn_at).map(|(a, b)| a.max(b));
    }
    kept
}
