//! Letters: those that went out, which nobody can change any more, and those that were begun.

use chrono::{DateTime, TimeDelta, Utc};
use rusqlite::{Connection, Row, params};

use crate::domain::message::{Addressee, How, Language, MessageChoice, SentMessage, Situation, UnsentMessage};
use crate::domain::{CleanText, ParcelId};
use crate::store::database::column_values::{Instant, instant_or_1970, word};
use crate::store::database::unreadable::readable_rows;
use crate::store::{Database, Result};

/// A letter that is copied once more within this time was not sent twice.
const TAKEN_AGAIN: TimeDelta = TimeDelta::hours(1);

impl Database {
    /// Keeps a letter in a parcel's log for good; what was begun of it is done with. `false`: the last one that was
    /// kept says the same and is not an hour old, so that it was only taken once more.
    ///
    /// # Errors
    /// When the database cannot be written, or there never was such a parcel.
    pub fn keep_message(&mut self, id: ParcelId, message: &SentMessage) -> Result<bool> {
        let tx = self.change()?;
        forget(&tx, id, message.choice)?;
        let last = kept(&tx, id)?.into_iter().next();
        let same = |last: &SentMessage| (last.choice, &last.text) == (message.choice, &message.text);
        let new = !last.is_some_and(|last| same(&last) && message.at - last.at < TAKEN_AGAIN);
        if new {
            insert(&tx, id, message)?;
        }
        tx.commit()?;
        Ok(new)
    }

    /// The letters in a parcel's log, newest first.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn messages(&self, id: ParcelId) -> Result<Vec<SentMessage>> {
        kept(&self.connection, id)
    }

    /// Keeps what was begun of a letter, or forgets it where the text is `None`. It takes the place of what was there
    /// about the same.
    ///
    /// # Errors
    /// When the database cannot be written, or there never was such a parcel.
    pub fn save_unsent(
        &mut self,
        id: ParcelId,
        choice: MessageChoice,
        text: Option<&CleanText>,
        now: DateTime<Utc>,
    ) -> Result<()> {
        let tx = self.change()?;
        forget(&tx, id, choice)?;
        if let Some(text) = text {
            begin(&tx, id, &UnsentMessage { at: now, choice, text: text.clone() })?;
        }
        tx.commit()?;
        Ok(())
    }

    /// The letters about a parcel that were begun and not sent, the one that was changed last first.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn unsent(&self, id: ParcelId) -> Result<Vec<UnsentMessage>> {
        unsent(&self.connection, id)
    }
}

/// Keeps a letter that went out.
pub(in crate::store) fn insert(db: &Connection, id: ParcelId, message: &SentMessage) -> Result<()> {
    let sql = "INSERT INTO message (parcel_id, at, addressee, situation, language, how, text)
               VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)";
    let MessageChoice { situation, to, language } = message.choice;
    db.prepare_cached(sql)?.execute(params![
        id,
        Instant(message.at),
        to.as_str(),
        situation.as_str(),
        language.as_str(),
        message.how.as_str(),
        message.text,
    ])?;
    Ok(())
}

/// Keeps a letter that was begun, unless there is one about the same; tells whether there was none.
pub(in crate::store) fn begin(db: &Connection, id: ParcelId, letter: &UnsentMessage) -> Result<bool> {
    let sql = "INSERT OR IGNORE INTO message_draft (parcel_id, addressee, situation, language, at, text)
               VALUES (?1, ?2, ?3, ?4, ?5, ?6)";
    let MessageChoice { situation, to, language } = letter.choice;
    let values = params![id, to.as_str(), situation.as_str(), language.as_str(), Instant(letter.at), letter.text];
    Ok(db.prepare_cached(sql)?.execute(values)? > 0)
}

/// Newest first. A row that a newer version wrote and this one does not understand is passed over.
pub(in crate::store) fn kept(db: &Connection, id: ParcelId) -> Result<Vec<SentMessage>> {
    let sql = "SELECT addressee, situation, language, at, text, how FROM message WHERE parcel_id = ?1 ORDER BY id DESC";
    let mut query = db.prepare_cached(sql)?;
    let rows = query.query_map([id], |row| {
        let how = word(row, 5, How::parse)?;
        let at = instant_or_1970(row, 3)?;
        let text = row.get(4)?;
        Ok(choice(row)?.zip(how).map(|(choice, how)| SentMessage { at, choice, how, text }))
    })?;
    Ok(readable_rows(rows.filter_map(rusqlite::Result::transpose))?)
}

/// The one that was changed last first.
pub(in crate::store) fn unsent(db: &Connection, id: ParcelId) -> Result<Vec<UnsentMessage>> {
    let sql = "SELECT addressee, situation, language, at, text FROM message_draft WHERE parcel_id = ?1
               ORDER BY at DESC, addressee, situation, language";
    let mut query = db.prepare_cached(sql)?;
    let rows = query.query_map([id], |row| {
        let (at, text) = (instant_or_1970(row, 3)?, row.get(4)?);
        Ok(choice(row)?.map(|choice| UnsentMessage { at, choice, text }))
    })?;
    Ok(readable_rows(rows.filter_map(rusqlite::Result::transpose))?)
}

/// What a letter is about, from the first three columns.
fn choice(row: &Row<'_>) -> rusqlite::Result<Option<MessageChoice>> {
    let to = word(row, 0, Addressee::parse)?;
    let situation = word(row, 1, Situation::parse)?;
    let language = word(row, 2, Language::parse)?;
    Ok(to.zip(situation).zip(language).map(|((to, situation), language)| MessageChoice { situation, to, language }))
}

fn forget(db: &Connection, id: ParcelId, choice: MessageChoice) -> Result<()> {
    let sql = "DELETE FROM message_draft
               WHERE parcel_id = ?1 AND addressee = ?2 AND situation = ?3 AND language = ?4";
    let MessageChoice { situation, to, language } = choice;
    db.prepare_cached(sql)?.execute(params![id, to.as_str(), situation.as_str(), language.as_str()])?;
    Ok(())
}
