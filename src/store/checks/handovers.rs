//! Further numbers that a source tells of.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use rusqlite::Connection;

use crate::domain::{Finding, NumberRole, ParcelId, Report, TrackingNumber};
use crate::store::Result;
use crate::store::parcels::numbers;

/// Joins the numbers that a report names to every parcel that has the number asked about; gives those that came to
/// any parcel just now.
pub(in crate::store) fn join(
    db: &Connection,
    asked: &TrackingNumber,
    report: &Report,
    at: DateTime<Utc>,
) -> Result<Vec<TrackingNumber>> {
    let Finding::Known(facts) = &report.finding else { return Ok(Vec::new()) };
    if facts.handovers.is_empty() {
        return Ok(Vec::new());
    }
    let parcels = numbers::holders(db, asked)?;
    let mut joined = Vec::new();
    for number in &facts.handovers {
        if join_one(db, &parcels, number, at)? {
            joined.push(number.clone());
        }
    }
    Ok(joined)
}

fn join_one(db: &Connection, parcels: &[ParcelId], number: &TrackingNumber, at: DateTime<Utc>) -> Result<bool> {
    let mut any = false;
    for &id in parcels {
        any |= numbers::join(db, id, number, NumberRole::Handover, at)?;
    }
    Ok(any)
}

/// Every parcel that has one of the numbers, each once, in the order of their ids.
pub(in crate::store) fn concerned<'a>(
    db: &Connection,
    asked: impl Iterator<Item = &'a TrackingNumber>,
) -> Result<BTreeSet<ParcelId>> {
    let mut ids = BTreeSet::new();
    for number in asked {
        ids.extend(numbers::holders(db, number)?);
    }
    Ok(ids)
}
