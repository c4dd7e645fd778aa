//! Who tells a parcel's newest event and since when: kept beside it, so that a list needs no event.

use chrono::{DateTime, Utc};
use rusqlite::{Connection, Row};

use super::dossier;
use crate::domain::{Entry, Parcel, SourceId, Standing, Timeline};
use crate::store::checks::standings;
use crate::store::database::column_values::instant;
use crate::store::{Database, Result};

/// Of the newest entry that is still listed: its sources, each once, the leading one first, and when it was first seen.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct NewestTold {
    /// The sources that tell it.
    pub sources: Vec<SourceId>,
    /// When it was first heard of.
    pub first_seen: DateTime<Utc>,
}

/// What a list tells of a parcel besides its row.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ListedDetails {
    /// Where each source stands on each of its numbers.
    pub standings: Vec<Standing>,
    /// Of its newest event; `None`: it has none.
    pub newest: Option<NewestTold>,
}

impl NewestTold {
    /// Of an entry of the timeline.
    #[must_use]
    pub fn of(entry: &Entry) -> Self {
        Self { sources: entry.sources().into_iter().cloned().collect(), first_seen: entry.first_seen() }
    }

    /// The sources as they are kept: no id holds a space.
    pub(in crate::store) fn sources_text(&self) -> String {
        self.sources.iter().map(SourceId::as_str).collect::<Vec<_>>().join(" ")
    }

    fn from_row(row: &Row<'_>) -> rusqlite::Result<Option<Self>> {
        let sources: Option<String> = row.get(0)?;
        let known = sources.zip(instant(row, 1)?);
        Ok(known
            .map(|(sources, first_seen)| Self { sources: sources.split(' ').map(SourceId::new).collect(), first_seen }))
    }
}

impl Database {
    /// What a list tells of a parcel besides its row. Events are read only where its summary was computed by a program
    /// that did not keep this yet.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn listed_details(&self, parcel: &Parcel) -> Result<ListedDetails> {
        let mut all = Vec::new();
        for held in &parcel.numbers {
            all.extend(standings::of_number(&self.connection, &held.number)?);
        }
        Ok(ListedDetails { standings: all, newest: newest(&self.connection, parcel)? })
    }
}

fn newest(db: &Connection, parcel: &Parcel) -> Result<Option<NewestTold>> {
    if parcel.summary.last_event.is_none() {
        return Ok(None);
    }
    let mut query = db.prepare_cached("SELECT event_sources, event_first_seen FROM parcel WHERE id = ?1")?;
    if let Some(kept) = query.query_row([parcel.id], NewestTold::from_row)? {
        return Ok(Some(kept));
    }
    let (_, sightings) = dossier::gather(db, &parcel.numbers)?;
    Ok(Timeline::merge(sightings).newest().map(NewestTold::of))
}
