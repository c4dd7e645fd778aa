//! Finding the parcel that a person means.

use super::{Database, Result, numbers, parcels};
use crate::domain::{Parcel, ParcelId, TrackingNumber};

impl Database {
    /// The parcel with that number, in any spelling [`TrackingNumber::parse`] accepts; or else with that id. Where
    /// a number is on several parcels, the one where the user entered it, active before archived, newest first.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn find(&self, key: &str) -> Result<Option<Parcel>> {
        let db = self.connection.unchecked_transaction()?;
        if let Ok(number) = TrackingNumber::parse(key)
            && let Some(&id) = numbers::holders(&db, &number)?.first()
        {
            return parcels::load(&db, id);
        }
        match key.trim().parse() {
            Ok(id) => parcels::load(&db, ParcelId(id)),
            Err(_) => Ok(None),
        }
    }
}
