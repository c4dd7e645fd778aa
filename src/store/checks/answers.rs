//! Every answer as it came: compressed, hashed, chained, and never changed.

use std::io::{Read, Write};

use flate2::Compression;
use flate2::read::ZlibDecoder;
use flate2::write::ZlibEncoder;
use rusqlite::types::Type;
use rusqlite::{Connection, OptionalExtension, Row, params};

use super::hash_chain;
use crate::domain::{ParcelId, SourceId};
use crate::store::database::column_values::Instant;
use crate::store::database::unreadable::{readable, readable_rows};
use crate::store::{Database, KeptExchange, Recording, Result, StoredAnswer};

/// The largest body that is unpacked, in bytes: far above what is ever read from a source, and a bound on what a
/// damaged row can ask for.
const LARGEST: u64 = 64 << 20;

/// The columns that [`from_row`] reads, in its order.
pub(in crate::store) const COLUMNS: &str =
    "id, source, question, asked_at, answered_at, http_status, body, body_hash, chain";

impl Database {
    /// The newest answer of a source.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn last_answer(&self, source: &SourceId) -> Result<Option<StoredAnswer>> {
        let sql = format!("SELECT {COLUMNS} FROM answer WHERE id = (SELECT max(id) FROM answer WHERE source = ?1)");
        Ok(readable(self.connection.prepare_cached(&sql)?.query_row([source], from_row).optional())?.flatten())
    }

    /// Every answer that a check of one of the parcel's numbers brought, oldest first: the evidence.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn answers(&self, id: ParcelId) -> Result<Vec<StoredAnswer>> {
        let sql = format!(
            "SELECT {COLUMNS} FROM answer WHERE id IN (
                 SELECT a.answer_id FROM track_number n JOIN checks c ON c.number = n.number
                 JOIN check_answer a ON a.check_id = c.id WHERE n.parcel_id = ?1) ORDER BY id"
        );
        let mut query = self.connection.prepare_cached(&sql)?;
        let rows = query.query_map([id], from_row)?;
        Ok(readable_rows(rows)?)
    }
}

/// Keeps the bodies of a check; gives their ids, those of equal earlier ones included.
pub(in crate::store) fn keep(db: &Connection, recording: &Recording) -> Result<Vec<i64>> {
    recording.exchanges.iter().map(|exchange| keep_one(db, recording, exchange)).collect()
}

fn keep_one(db: &Connection, recording: &Recording, exchange: &KeptExchange) -> Result<i64> {
    let body_hash = hash_chain::hash(&exchange.body);
    if let Some(id) = same_as_last(db, recording, exchange, &body_hash)? {
        return Ok(id);
    }
    let answer = StoredAnswer {
        id: 0,
        source: recording.source.clone(),
        question: exchange.question.clone(),
        asked_at: recording.asked_at,
        answered_at: recording.answered_at,
        http_status: exchange.http_status,
        body: exchange.body.clone(),
        body_hash,
        chain: [0; 32],
    };
    append(db, answer)
}

/// Appends an answer to the chain; gives its id. Its own id and chain value do not matter.
pub(in crate::store) fn append(db: &Connection, mut answer: StoredAnswer) -> Result<i64> {
    answer.chain = hash_chain::link(&hash_chain::newest(db)?, &answer);
    insert(db, &answer)
}

/// The last answer to the same question, where it was the same.
fn same_as_last(
    db: &Connection,
    recording: &Recording,
    exchange: &KeptExchange,
    body_hash: &hash_chain::Hash,
) -> Result<Option<i64>> {
    let sql = "SELECT id, body_hash, http_status FROM answer WHERE source = ?1 AND question = ?2
               ORDER BY id DESC LIMIT 1";
    let read = |r: &Row<'_>| Ok((r.get(0)?, r.get(1)?, r.get(2)?));
    let last = db.prepare_cached(sql)?.query_row((&recording.source, &exchange.question), read).optional();
    let last = readable(last)?.flatten();
    let same = |(_, hash, status): &(i64, hash_chain::Hash, u16)| hash == body_hash && *status == exchange.http_status;
    Ok(last.filter(same).map(|(id, ..)| id))
}

fn insert(db: &Connection, answer: &StoredAnswer) -> Result<i64> {
    let sql = "INSERT INTO answer (source, question, asked_at, answered_at, http_status, body, body_hash, chain)
               VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)";
    db.prepare_cached(sql)?.execute(params![
        answer.source,
        answer.question,
        Instant(answer.asked_at),
        Instant(answer.answered_at),
        answer.http_status,
        pack(&answer.body)?,
        answer.body_hash,
        answer.chain,
    ])?;
    Ok(db.last_insert_rowid())
}

/// An answer from the columns [`COLUMNS`], unpacked.
pub(in crate::store) fn from_row(row: &Row<'_>) -> rusqlite::Result<StoredAnswer> {
    let packed: Vec<u8> = row.get(6)?;
    let body = unpack(&packed).map_err(|e| rusqlite::Error::FromSqlConversionFailure(6, Type::Blob, Box::new(e)))?;
    Ok(StoredAnswer {
        id: row.get(0)?,
        source: row.get(1)?,
        question: row.get(2)?,
        asked_at: row.get::<_, Instant>(3)?.0,
        answered_at: row.get::<_, Instant>(4)?.0,
        http_status: row.get(5)?,
        body,
        body_hash: row.get(7)?,
        chain: row.get(8)?,
    })
}

fn pack(body: &[u8]) -> Result<Vec<u8>> {
    let mut encoder = ZlibEncoder::new(Vec::new(), Compression::default());
    encoder
        .write_all(body)
        .and_then(|()| encoder.finish())
        .map_err(|e| rusqlite::Error::ToSqlConversionFailure(Box::new(e)).into())
}

/// Whether a body that was kept is whole: what it is packed with carries a check sum.
pub(in crate::store) fn can_be_unpacked(packed: &[u8]) -> bool {
    unpack(packed).is_ok()
}

fn unpack(packed: &[u8]) -> std::io::Result<Vec<u8>> {
    let mut body = Vec::new();
    ZlibDecoder::new(packed).take(LARGEST).read_to_end(&mut body)?;
    Ok(body)
}
