//! The hash chain over the kept answers.
//!
//! `chain = SHA-256(previous chain || SHA-256 of the body || asked at || answered at || HTTP status || question)`,
//! where the first answer's previous chain is 32 zero bytes, times are unix milliseconds as 8 bytes, the status
//! is 2 bytes, both big-endian, and the question is UTF-8. Whoever changes an answer has to change all that
//! follow; whoever has noted one chain value can prove everything before it.

use std::fmt::Write as _;

use rusqlite::Connection;
use sha2::{Digest, Sha256};

use super::types::StoredAnswer;
use crate::store::Result;
use crate::store::database::unreadable::readable;

/// SHA-256.
pub(in crate::store) type Hash = [u8; 32];

/// SHA-256 of some bytes.
pub(in crate::store) fn hash(bytes: &[u8]) -> Hash {
    Sha256::digest(bytes).into()
}

/// Bytes in hexadecimal digits.
#[must_use]
pub fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::with_capacity(2 * bytes.len()), |mut out, byte| {
        let _ = write!(out, "{byte:02x}");
        out
    })
}

/// The chain value of an answer that follows the one with the chain value `previous`.
pub(in crate::store) fn link(previous: &Hash, answer: &StoredAnswer) -> Hash {
    let mut sum = Sha256::new();
    sum.update(previous);
    sum.update(answer.body_hash);
    sum.update(answer.asked_at.timestamp_millis().to_be_bytes());
    sum.update(answer.answered_at.timestamp_millis().to_be_bytes());
    sum.update(answer.http_status.to_be_bytes());
    sum.update(answer.question.as_bytes());
    sum.finalize().into()
}

/// The chain value of the newest answer; zeros before the first.
pub(in crate::store) fn newest(db: &Connection) -> Result<Hash> {
    let mut query = db.prepare_cached("SELECT chain FROM answer ORDER BY id DESC LIMIT 1")?;
    let mut rows = query.query([])?;
    let newest = rows.next()?.map(|r| readable(r.get(0))).transpose()?;
    Ok(newest.flatten().unwrap_or([0; 32]))
}
