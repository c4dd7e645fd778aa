//! Whether the kept answers are as they came.

use super::answers::{self, from_row};
use super::hash_chain::{hash, link};
use crate::store::{ChainCheck, Database, Result};

impl Database {
    /// Reads every kept answer and follows the chain.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn verify_chain(&self) -> Result<ChainCheck> {
        let db = self.connection.unchecked_transaction()?;
        let mut query = db.prepare(&format!("SELECT {} FROM answer ORDER BY id", answers::COLUMNS))?;
        let mut rows = query.query([])?;
        let mut previous = [0; 32];
        let mut count = 0_u64;
        let mut expected = 1;
        while let Some(row) = rows.next()? {
            let id: i64 = row.get(0)?;
            let Ok(answer) = from_row(row) else { return Ok(ChainCheck::Broken(id)) };
            let whole =
                id == expected && hash(&answer.body) == answer.body_hash && link(&previous, &answer) == answer.chain;
            if !whole {
                return Ok(ChainCheck::Broken(id));
            }
            previous = answer.chain;
            count += 1;
            expected += 1;
        }
        // The counter of ids only ever grows: an answer cut off at the end leaves it ahead.
        let given: i64 =
            db.query_row("SELECT coalesce((SELECT seq FROM sqlite_sequence WHERE name = 'answer'), 0)", [], |r| {
                r.get(0)
            })?;
        Ok(if given >= expected { ChainCheck::Broken(expected) } else { ChainCheck::Whole(count) })
    }
}
