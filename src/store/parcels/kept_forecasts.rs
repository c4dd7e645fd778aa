//! Every forecast that was made, so that it can be held against the delivery.

use chrono::{DateTime, FixedOffset, Utc};
use rusqlite::{OptionalExtension, params};

use crate::domain::forecast::{Earlier, Forecast, Forecasts, Landmark};
use crate::domain::{Eta, ParcelId};
use crate::store::database::column_values::{Day, Instant, day, word};
use crate::store::database::unreadable::readable_rows;
use crate::store::{Database, Result};

/// A forecast that was made, and the delivery, where there has been one.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct KeptForecast {
    /// Of which parcel.
    pub parcel: ParcelId,
    /// From which landmark.
    pub landmark: Landmark,
    /// When it was made.
    pub made_at: DateTime<Utc>,
    /// The days within which 8 of 10 such parcels were said to arrive.
    pub window: Eta,
    /// How many delivered parcels told so.
    pub parcels: u32,
    /// When it was delivered.
    pub delivered_at: Option<DateTime<Utc>>,
}

impl Database {
    /// What own parcels tell of those that are under way.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn forecasts(&self, now: DateTime<Utc>, offset: FixedOffset) -> Result<Forecasts> {
        let told = self.first_forecasts()?;
        let earlier: Earlier = told
            .iter()
            .filter_map(|f| Some((f.landmark, f.window, f.delivered_at?.with_timezone(&offset).date_naive())))
            .collect();
        Ok(Forecasts::of(self.milestones()?, &earlier, now, offset))
    }

    /// Makes the forecasts of all parcels that are under way, and keeps them.
    ///
    /// # Errors
    /// When the database cannot be read or written.
    pub fn make_forecasts(&mut self, now: DateTime<Utc>, offset: FixedOffset) -> Result<()> {
        let made: Vec<(ParcelId, Forecast)> = self.forecasts(now, offset)?.all().collect();
        if made.iter().all(|(_, forecast)| forecast.window.is_none()) {
            return Ok(());
        }
        self.keep_forecasts(&made, now)
    }

    /// Keeps the forecasts that name a window, where it is another than the last one from the same landmark; all or
    /// nothing.
    ///
    /// # Errors
    /// When the database cannot be written.
    pub fn keep_forecasts(&mut self, forecasts: &[(ParcelId, Forecast)], made_at: DateTime<Utc>) -> Result<()> {
        let tx = self.change()?;
        {
            let mut last = tx.prepare_cached(
                "SELECT from_day, to_day FROM forecast WHERE parcel_id = ?1 AND landmark = ?2
                 ORDER BY made_at DESC LIMIT 1",
            )?;
            let mut insert = tx.prepare_cached(
                "INSERT OR IGNORE INTO forecast (parcel_id, landmark, made_at, from_day, to_day, parcels)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
            )?;
            for (id, forecast) in forecasts {
                let Some(window) = forecast.window else { continue };
                let landmark = forecast.landmark.as_str();
                let before =
                    last.query_row(params![id, landmark], |row| Ok(day(row, 0)?.zip(day(row, 1)?))).optional()?;
                if before.flatten() != Some((window.from, window.to)) {
                    let days = (Day(window.from), Day(window.to));
                    insert.execute(params![id, landmark, Instant(made_at), days.0, days.1, forecast.parcels])?;
                }
            }
        }
        Ok(tx.commit()?)
    }

    /// The first forecast of each parcel from each landmark, the earliest delivered first, those not delivered last.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn first_forecasts(&self) -> Result<Vec<KeptForecast>> {
        let sql = "SELECT f.parcel_id, f.landmark, min(f.made_at), f.from_day, f.to_day, f.parcels,
                   CASE WHEN p.missing_at IS NULL THEN m.delivered_at END AS delivered
                   FROM forecast f JOIN parcel p ON p.id = f.parcel_id
                   LEFT JOIN milestone m ON m.parcel_id = f.parcel_id
                   WHERE p.removed_at IS NULL GROUP BY f.parcel_id, f.landmark ORDER BY delivered IS NULL, delivered";
        let mut query = self.connection.prepare_cached(sql)?;
        let rows = query.query_map([], |row| {
            let (landmark, span) = (word(row, 1, Landmark::parse)?, day(row, 3)?.zip(day(row, 4)?));
            let Some((landmark, (from, to))) = landmark.zip(span) else { return Ok(None) };
            Ok(Some(KeptForecast {
                parcel: row.get(0)?,
                landmark,
                made_at: row.get::<_, Instant>(2)?.0,
                window: Eta { from, to },
                parcels: row.get(5)?,
                delivered_at: row.get::<_, Option<Instant>>(6)?.map(|at| at.0),
            }))
        })?;
        Ok(readable_rows::<_, Vec<Option<_>>>(rows)?.into_iter().flatten().collect())
    }
}
