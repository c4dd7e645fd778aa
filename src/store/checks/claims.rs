//! Claims: a question that one program is asking, no other program asks at the same time.

use std::path::Path;

use chrono::{DateTime, TimeDelta, Utc};
use rusqlite::{Connection, OptionalExtension, params};

use super::sign_of_life::{self, SignOfLife};
use crate::domain::{SourceId, TrackingNumber};
use crate::store::database::column_values::Instant;
use crate::store::database::unreadable::readable_rows;
use crate::store::{Database, Result};

/// Nobody asks for as long as that: such a claim was made before the clock was put back.
const LONGEST: TimeDelta = TimeDelta::days(1);

/// A question: whom, about which number.
type Question = (SourceId, TrackingNumber);

impl Database {
    /// Claims questions until a moment by which they will surely have been answered; gives those won, which are
    /// all that no other program holds. A claim that has run out is free, or whose program has ended, and one's own may be
    /// extended.
    ///
    /// # Errors
    /// When the database cannot be written.
    pub fn claim(&mut self, questions: &[Question], now: DateTime<Utc>, until: DateTime<Utc>) -> Result<Vec<Question>> {
        self.give_sign()?;
        let owner = self.owner.clone();
        let database = self.path();
        let tx = self.change()?;
        free_of_the_dead(&tx, database.as_deref(), &owner)?;
        let unbelievable = now.checked_add_signed(LONGEST).unwrap_or(DateTime::<Utc>::MAX_UTC);
        let mut won = Vec::new();
        for (source, number) in questions {
            let sql = "INSERT INTO claim (source, number, claimed_until, owner) VALUES (?1, ?2, ?3, ?4)
                       ON CONFLICT (source, number) DO UPDATE SET claimed_until = ?3, owner = ?4
                       WHERE owner = ?4 OR claimed_until <= ?5 OR claimed_until > ?6";
            let values = params![source, number, Instant(until), owner, Instant(now), Instant(unbelievable)];
            if tx.prepare_cached(sql)?.execute(values)? > 0 {
                won.push((source.clone(), number.clone()));
            }
        }
        tx.commit()?;
        Ok(won)
    }

    /// From the first claim on, others can see whether this program is still there.
    fn give_sign(&mut self) -> Result<()> {
        if let (None, Some(path)) = (&self.sign, self.path())
            && let Some((owner, sign)) = SignOfLife::give(&path, &self.owner)?
        {
            self.owner = owner;
            self.sign = Some(sign);
        }
        Ok(())
    }

    /// Until when somebody holds a question; `None` where nobody does.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn claimed_until(&self, (source, number): &Question) -> Result<Option<DateTime<Utc>>> {
        let sql = "SELECT claimed_until FROM claim WHERE source = ?1 AND number = ?2";
        let mut found = self.connection.prepare_cached(sql)?;
        let until: Option<Instant> = found.query_row(params![source, number], |row| row.get(0)).optional()?;
        Ok(until.map(|Instant(until)| until))
    }

    /// Lets claims of one's own go; those of others stay.
    ///
    /// # Errors
    /// When the database cannot be written.
    pub fn release(&mut self, claimed: &[Question]) -> Result<()> {
        if claimed.is_empty() {
            return Ok(());
        }
        let owner = self.owner.clone();
        let tx = self.change()?;
        for (source, number) in claimed {
            release_one(&tx, &owner, source, number)?;
        }
        tx.commit()?;
        Ok(())
    }
}

/// Takes away the claims of programs that have ended without letting them go.
fn free_of_the_dead(db: &Connection, database: Option<&Path>, own: &str) -> Result<()> {
    let Some(database) = database else { return Ok(()) };
    let mut query = db.prepare_cached("SELECT DISTINCT owner FROM claim WHERE owner <> ?1")?;
    let owners: Vec<String> = readable_rows(query.query_map([own], |row| row.get(0))?)?;
    for owner in owners.iter().filter(|owner| sign_of_life::has_ended(database, owner)) {
        db.prepare_cached("DELETE FROM claim WHERE owner = ?1")?.execute([owner])?;
    }
    Ok(())
}

/// Lets one claim go, where the owner holds it.
pub(in crate::store) fn release_one(
    db: &Connection,
    owner: &str,
    source: &SourceId,
    number: &TrackingNumber,
) -> Result<()> {
    let sql = "DELETE FROM claim WHERE source = ?1 AND number = ?2 AND owner = ?3";
    db.prepare_cached(sql)?.execute((source, number, owner))?;
    Ok(())
}
