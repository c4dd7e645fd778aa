//! Saying that something in the database cannot be read any more, and of which parcels.

use std::collections::BTreeSet;

use crate::domain::ParcelId;
use crate::error_messages::Failure;
use crate::store::{Database, StoreError, unreadable_was_met};

/// What is to be said where this program has met something in the database that it could not read.
#[must_use]
pub fn met(db: &Database) -> Option<Failure> {
    if !unreadable_was_met() {
        return None;
    }
    all(db).unwrap_or_else(|error| Some(error.into()))
}

/// What is to be said about everything in the database that cannot be read.
///
/// # Errors
/// When the database cannot be read at all.
pub fn all(db: &Database) -> Result<Option<Failure>, StoreError> {
    let values = db.unreadable_values()?;
    if values.is_empty() {
        return Ok(None);
    }
    let ids: BTreeSet<ParcelId> = values.iter().flat_map(|value| value.parcels.iter().copied()).collect();
    let mut parcels = Vec::new();
    for id in ids {
        let number = db.parcel(id)?.and_then(|parcel| parcel.number().map(ToString::to_string));
        parcels.push(number.map_or_else(|| id.to_string(), |number| format!("{id} ({number})")));
    }
    let mut places: Vec<String> = values.iter().map(|value| format!("{}.{}", value.table, value.column)).collect();
    places.dedup();
    Ok(Some(Failure::Unreadable { parcels, places }))
}
