//! Finding the parcel that a person means.

use super::{list_parcels, numbers, orders};
use crate::domain::{CleanText, Order, Parcel, ParcelId, TrackingNumber};
use crate::store::{Database, Result};

impl Database {
    /// The parcel with that number, in any spelling [`TrackingNumber::parse`] accepts; or else with that id. Where
    /// a number is on several parcels, the one where the user entered it, active before archived, newest first. Or else
    /// the only parcel of the order with that number.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn find(&self, key: &str) -> Result<Option<Parcel>> {
        let db = self.connection.unchecked_transaction()?;
        if let Ok(number) = TrackingNumber::parse(key)
            && let Some(&id) = numbers::holders(&db, &number)?.first()
        {
            return list_parcels::load(&db, id);
        }
        if let Ok(id) = key.trim().parse()
            && let Some(parcel) = list_parcels::load(&db, ParcelId(id))?
        {
            return Ok(Some(parcel));
        }
        match orders::holders(&db, &Order::from(CleanText::line(key)))?[..] {
            [only] => list_parcels::load(&db, only),
            _ => Ok(None),
        }
    }
}
