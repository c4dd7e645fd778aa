//! What was last told of a parcel: rows to values and back.

use rusqlite::{Connection, OptionalExtension, Row, named_params};

use crate::domain::advice::Situation;
use crate::domain::notice::{Told, Warned};
use crate::domain::{Eta, ParcelId};
use crate::store::Result;
use crate::store::database::column_values::{
    Day, Instant, day, event_time, instant, local_text, offset_seconds, state, whole, word,
};

/// What was told of a parcel; nothing where there is no row.
pub(super) fn load(db: &Connection, id: ParcelId) -> Result<Told> {
    let sql = "SELECT heard_at, first_notice, news_at, status, sub_status, event_local, event_offset, event_precision,
                   events_that_day, eta_from, eta_to, storage_until, looked_at, situation, storage_warned,
                   protection_warned, dispute_warned FROM told WHERE parcel_id = ?1";
    Ok(db.prepare_cached(sql)?.query_row([id], from_row).optional()?.unwrap_or_default())
}

fn from_row(row: &Row<'_>) -> rusqlite::Result<Told> {
    let warned = |at| {
        Ok::<_, rusqlite::Error>(Warned {
            at,
            situation: word(row, 13, Situation::parse)?,
            storage: day(row, 14)?,
            protection: day(row, 15)?,
            dispute: day(row, 16)?,
        })
    };
    Ok(Told {
        heard_at: instant(row, 0)?,
        first_notice: whole(row, 1)?,
        news_at: instant(row, 2)?,
        state: state(row, 3)?,
        event: event_time(row, 5)?,
        events_that_day: whole(row, 8)?.unwrap_or_default(),
        eta: day(row, 9)?.zip(day(row, 10)?).map(|(from, to)| Eta { from, to }),
        storage_until: day(row, 11)?,
        warned: instant(row, 12)?.map(warned).transpose()?,
    })
}

/// Keeps what counts as told of a parcel.
pub(super) fn save(db: &Connection, id: ParcelId, told: &Told) -> Result<()> {
    let sql = "INSERT OR REPLACE INTO told (parcel_id, heard_at, first_notice, news_at, status, sub_status, event_local,
                   event_offset, event_precision, events_that_day, eta_from, eta_to, storage_until, looked_at, situation,
                   storage_warned, protection_warned, dispute_warned)
               VALUES (:id, :heard_at, :first_notice, :news_at, :status, :sub_status, :event_local,
                   :event_offset, :event_precision, :events_that_day, :eta_from, :eta_to, :storage_until, :looked_at,
                   :situation, :storage_warned, :protection_warned, :dispute_warned)";
    let warned = told.warned.as_ref();
    db.prepare_cached(sql)?.execute(named_params! {
        ":id": id,
        ":heard_at": told.heard_at.map(Instant),
        ":first_notice": told.first_notice,
        ":news_at": told.news_at.map(Instant),
        ":status": told.state.map(|s| s.status),
        ":sub_status": told.state.and_then(|s| s.sub),
        ":event_local": told.event.as_ref().map(local_text),
        ":event_offset": told.event.as_ref().and_then(offset_seconds),
        ":event_precision": told.event.map(|t| t.precision()),
        ":events_that_day": told.events_that_day,
        ":eta_from": told.eta.map(|eta| Day(eta.from)),
        ":eta_to": told.eta.map(|eta| Day(eta.to)),
        ":storage_until": told.storage_until.map(Day),
        ":looked_at": warned.map(|w| Instant(w.at)),
        ":situation": warned.and_then(|w| w.situation).map(Situation::as_str),
        ":storage_warned": warned.and_then(|w| w.storage).map(Day),
        ":protection_warned": warned.and_then(|w| w.protection).map(Day),
        ":dispute_warned": warned.and_then(|w| w.dispute).map(Day),
    })?;
    Ok(())
}
