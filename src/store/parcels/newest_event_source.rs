//! Who tells a parcel's newest event and since when: kept beside it, so that a list needs no event.

use chrono::{DateTime, Utc};
use rusqlite::{Connection, Row};

use super::parcel_details;
use crate::domain::{CleanText, Entry, Parcel, SourceId, Standing, Timeline};
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
        let sources: Option<CleanText> = row.get(0)?;
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
    let (_, sightings) = parcel_details::gather(db, &parcel.numbers)?;
    Ok(Timeline::merge(sightings).newest().map(NewestTold::of))
}

#[cfg(test)]
mod tests {
    use chrono::TimeDelta;

    use super::*;
    use crate::domain::{Event, EventTime, Finding, NewParcel, Report, ReportedFacts, State, Status, TrackingNumber};
    use crate::store::{ArchiveFilter, RecordedReply, Recording, SourceState};

    fn event(number: &TrackingNumber, text: &str) -> Event {
        Event {
            time: Some(EventTime::at("2026-11-10T09:00:00".parse().unwrap(), None)),
            place: None,
            country: None,
            text: CleanText::line(text),
            text_lang: None,
            translation: None,
            state: Some(State::only(Status::Delivered)),
            raw_code: None,
            number: number.clone(),
        }
    }

    fn answered(db: &mut Database, source: &str, number: &TrackingNumber, text: &str, at: DateTime<Utc>) {
        let finding = Finding::Known(Box::<ReportedFacts>::default());
        let result = Ok(Report { finding, events: vec![event(number, text)] });
        let reply = RecordedReply { number: number.clone(), result, next_check_at: at };
        let source = SourceId::new(source);
        db.record(&Recording {
            source: source.clone(),
            partial_history: false,
            asked_at: at,
            answered_at: at,
            exchanges: Vec::new(),
            replies: vec![reply],
            state: SourceState::new(source),
        })
        .unwrap();
    }

    #[test]
    fn a_row_tells_what_the_events_tell_also_one_of_an_older_program() {
        let now = DateTime::from_timestamp(1_790_000_000, 0).unwrap();
        let mut db = Database::in_memory(now).unwrap();
        for text in ["LP00620966542870", "RB382204916CN"] {
            let number = TrackingNumber::parse(text).unwrap();
            db.add(&NewParcel { numbers: vec![number], ..NewParcel::default() }, now).unwrap();
        }
        let number = TrackingNumber::parse("LP00620966542870").unwrap();
        answered(&mut db, "b", &number, "Delivered", now + TimeDelta::minutes(2));
        answered(&mut db, "a", &number, "Delivered", now + TimeDelta::minutes(1));
        let parcels = db.parcels(ArchiveFilter::All).unwrap();
        let told = |db: &Database| parcels.iter().map(|p| db.listed_details(p).unwrap()).collect::<Vec<_>>();
        let kept = told(&db);
        for (parcel, details) in parcels.iter().zip(&kept) {
            let dossier = db.dossier(parcel.id).unwrap().unwrap();
            assert_eq!(details.standings, dossier.standings);
            assert_eq!(details.newest, dossier.timeline.newest().map(NewestTold::of));
        }
        let newest = kept[0].newest.as_ref().unwrap();
        assert_eq!((newest.sources.len(), newest.first_seen), (2, now + TimeDelta::minutes(1)));
        assert_eq!(kept[1].newest, None);
        db.connection.execute("UPDATE parcel SET event_sources = NULL, event_first_seen = NULL", []).unwrap();
        assert_eq!(told(&db), kept);
    }
}
