//! Keeping what was chosen.

use chrono::{DateTime, Utc};

use crate::domain::{CleanText, NewParcel, ParcelId};
use crate::store::{Added, Database, StoreError};

/// A parcel that was asked to be added.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct AddedParcel {
    /// Which parcel.
    pub id: ParcelId,
    /// Its number, or its order where it has none, as asked for.
    pub name: CleanText,
    /// Whether it was there before.
    pub already: bool,
}

/// Adds parcels in one change, which is one step to undo.
///
/// # Errors
/// When the database cannot be written; nothing is added then.
pub fn add_all(db: &mut Database, parcels: &[NewParcel], now: DateTime<Utc>) -> Result<Vec<AddedParcel>, StoreError> {
    let all = db.add_all(parcels, now)?;
    let told = |(parcel, added): (&NewParcel, Added)| AddedParcel {
        id: added.id(),
        name: parcel.number_or_order().unwrap_or_default(),
        already: matches!(added, Added::Already(_)),
    };
    Ok(parcels.iter().zip(all).map(told).collect())
}
