//! What was asked and what came back about one parcel, from the first check on: read only, for evidence.

use rusqlite::{Connection, OptionalExtension};

use super::hash_chain;
use crate::domain::{Outcome, ParcelId, SourceId, TrackingNumber};
use crate::store::database::column_values::{Instant, whole, word};
use crate::store::database::unreadable::{readable, readable_rows};
use crate::store::parcels::parcel_details;
use crate::store::{Database, ParcelDetails, Result, StoredAnswer};
use chrono::{DateTime, Utc};

/// Everything that is kept about one parcel, as it was at one moment.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct History {
    /// The parcel, its timeline, standings and letters.
    pub dossier: ParcelDetails,
    /// Every check of its numbers, oldest first.
    pub checks: Vec<Check>,
    /// Every answer that one of these checks brought, oldest first.
    pub answers: Vec<LinkedAnswer>,
    /// The chain over all answers in the database, of this parcel and of others.
    pub chain: ChainEnds,
}

/// One question to one source about one number, and how it ended.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Check {
    /// Who was asked.
    pub source: SourceId,
    /// About what.
    pub number: TrackingNumber,
    /// When.
    pub asked_at: DateTime<Utc>,
    /// How it ended; `None`: in a way this version does not know.
    pub outcome: Option<Outcome>,
}

/// An answer with its place in the chain.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct LinkedAnswer {
    /// The answer.
    pub answer: StoredAnswer,
    /// The chain value before it; zeros before the first.
    pub previous: [u8; 32],
}

/// Where the chain of answers begins and ends.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct ChainEnds {
    /// How many answers there are.
    pub answers: u32,
    /// The chain value of the first.
    pub first: Option<[u8; 32]>,
    /// The chain value of the last.
    pub last: Option<[u8; 32]>,
}

impl StoredAnswer {
    /// The chain value that this answer must have where it follows the one with the chain value `previous`; of the
    /// body only [`StoredAnswer::body_hash`] counts.
    #[must_use]
    pub fn link_after(&self, previous: &[u8; 32]) -> [u8; 32] {
        hash_chain::link(previous, self)
    }
}

impl Database {
    /// Everything that is kept about a parcel, read in one transaction.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn history(&self, id: ParcelId) -> Result<Option<History>> {
        let db = self.connection.unchecked_transaction()?;
        let Some(dossier) = parcel_details::load(&db, id)? else { return Ok(None) };
        let answers = self.answers(id)?.into_iter().map(|answer| linked(&db, answer)).collect::<Result<_>>()?;
        Ok(Some(History { dossier, checks: checks(&db, id)?, answers, chain: ends(&db)? }))
    }
}

fn checks(db: &Connection, id: ParcelId) -> Result<Vec<Check>> {
    let sql = "SELECT c.source, c.number, c.asked_at, c.outcome FROM track_number n
               JOIN checks c ON c.number = n.number WHERE n.parcel_id = ?1 ORDER BY c.asked_at, c.id";
    let mut query = db.prepare_cached(sql)?;
    let rows = query.query_map([id], |row| {
        Ok(Check {
            source: row.get(0)?,
            number: row.get(1)?,
            asked_at: row.get::<_, Instant>(2)?.0,
            outcome: word(row, 3, Outcome::parse)?,
        })
    })?;
    Ok(readable_rows(rows)?)
}

fn linked(db: &Connection, answer: StoredAnswer) -> Result<LinkedAnswer> {
    let sql = "SELECT chain FROM answer WHERE id < ?1 ORDER BY id DESC LIMIT 1";
    let previous = readable(db.prepare_cached(sql)?.query_row([answer.id], |row| row.get(0)).optional())?;
    Ok(LinkedAnswer { answer, previous: previous.flatten().unwrap_or([0; 32]) })
}

fn ends(db: &Connection) -> Result<ChainEnds> {
    let sql = "SELECT (SELECT count(*) FROM answer), (SELECT chain FROM answer ORDER BY id LIMIT 1),
               (SELECT chain FROM answer ORDER BY id DESC LIMIT 1)";
    let read =
        |row: &rusqlite::Row<'_>| Ok(ChainEnds { answers: row.get(0)?, first: whole(row, 1)?, last: whole(row, 2)? });
    Ok(db.prepare_cached(sql)?.query_row([], read)?)
}
