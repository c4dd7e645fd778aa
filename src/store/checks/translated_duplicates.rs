//! The same scan in another language is no other scan.

use std::collections::BTreeSet;

use rusqlite::{Connection, params};

use super::events::Listing;
use crate::domain::Event;
use crate::store::Result;
use crate::store::database::column_values::local_text;

/// The event under the words that it is known by, with the new ones as its translation: where the source told it
/// before in another language, at the same time and place and with the same code. `None`: it is to be kept as it is.
///
/// What another line of the same list stands for (`taken`) is another scan, whatever the language: a source that
/// lists two lines means two.
pub(in crate::store) fn of_a_known_one(
    db: &Connection,
    list: &Listing<'_>,
    event: &Event,
    taken: &BTreeSet<[u8; 16]>,
) -> Result<Option<Event>> {
    let (Some(code), Some(lang)) = (&event.raw_code, &event.text_lang) else { return Ok(None) };
    let sql = "SELECT fingerprint, text, text_lang FROM event
               WHERE number = ?1 AND source = ?2 AND local IS ?4 AND place IS ?5 AND raw_code = ?6
               AND text_lang <> ?7 AND listed_under = ?8
               AND NOT EXISTS (SELECT 1 FROM event WHERE number = ?1 AND source = ?2 AND fingerprint = ?3)
               ORDER BY id";
    let mut query = db.prepare_cached(sql)?;
    let print = event.fingerprint(list.source);
    let local = event.time.as_ref().map(local_text);
    let asked = params![list.number, list.source, print, local, event.place, code, lang, event.number];
    let rows = query.query_map(asked, |r| Ok((r.get(0)?, r.get(1)?, r.get(2)?)))?;
    let known: Vec<([u8; 16], _, _)> = rows.collect::<rusqlite::Result<_>>()?;
    let known = known.into_iter().find(|(print, ..)| !taken.contains(print));
    Ok(known.map(|(_, text, text_lang)| {
        let translation = Some(event.words().clone());
        Event { text, text_lang, translation, ..event.clone() }
    }))
}
