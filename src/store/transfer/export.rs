//! Reading out everything that belongs to the parcels that are there, one item after the other.

use std::collections::BTreeSet;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use chrono::{DateTime, Utc};
use rusqlite::{Connection, OptionalExtension};

use super::{
    AnswerItem, CheckItem, EventItem, ExportItem, MessageItem, NamedDaysItem, NumberItem, OrderItem, ParcelItem,
    SourceReportItem, StandingItem,
};
use crate::domain::message::{How, MessageChoice};
use crate::domain::{
    CleanText, Deadline, Event, Order, Parcel, ParcelId, Precision, Sighting, SourceId, TrackingNumber,
};
use crate::store::checks::{answers, events, expected_days, hash_chain, standings};
use crate::store::database::column_values::{Instant, instant, local_text, role};
use crate::store::database::json_columns;
use crate::store::database::unreadable::{self, readable, readable_rows};
use crate::store::parcels::{list_parcels, messages};
use crate::store::{Database, Result, StoreError, StoredAnswer};

impl Database {
    /// Hands out everything that the user said and the sources said of the parcels that are there, archived ones too:
    /// answers, then words, then parcels, each always in the same order. All of one moment.
    ///
    /// # Errors
    /// When the database cannot be read, or whatever `give` says.
    pub fn carry<E: From<StoreError>>(
        &self,
        with_answers: bool,
        mut give: impl FnMut(ExportItem) -> std::result::Result<(), E>,
    ) -> std::result::Result<(), E> {
        let db = self.connection.unchecked_transaction().map_err(StoreError::from)?;
        // What cannot be read any more cannot be taken in anywhere: the checks that it came of name it no longer.
        let mut given = BTreeSet::new();
        if with_answers {
            for id in answer_ids(&db)? {
                if let Some(answer) = answer(&db, id)? {
                    give(ExportItem::Answer(Box::new(answer)))?;
                    given.insert(id);
                }
            }
        }
        for number in numbers(&db)? {
            for source in sources(&db, &number)? {
                give(ExportItem::Word(Box::new(word(&db, &number, &source, &given)?)))?;
            }
        }
        for id in parcel_ids(&db)? {
            if let Some(parcel) = list_parcels::load(&db, id)? {
                give(ExportItem::Parcel(Box::new(one_parcel(&db, &parcel)?)))?;
            }
        }
        Ok(())
    }
}

/// The numbers of all parcels that are not removed.
const HELD: &str = "SELECT n.number FROM track_number n JOIN parcel p ON p.id = n.parcel_id WHERE p.removed_at IS NULL";

fn answer_ids(db: &Connection) -> Result<Vec<i64>> {
    let sql = format!(
        "SELECT DISTINCT a.answer_id FROM checks c JOIN check_answer a ON a.check_id = c.id
         WHERE c.number IN ({HELD}) ORDER BY a.answer_id"
    );
    let mut query = db.prepare_cached(&sql)?;
    let rows = query.query_map([], |r| r.get(0))?;
    Ok(readable_rows(rows)?)
}

/// An answer; `None` where it cannot be read, or is not what came.
fn answer(db: &Connection, id: i64) -> Result<Option<AnswerItem>> {
    let sql = format!("SELECT {} FROM answer WHERE id = ?1", answers::COLUMNS);
    let found = readable(db.prepare_cached(&sql)?.query_row([id], answers::from_row))?;
    let Some(found) = found.filter(|found| hash_chain::hash(&found.body) == found.body_hash) else {
        unreadable::note();
        return Ok(None);
    };
    let StoredAnswer { id, source, question, asked_at, answered_at, http_status, body, body_hash, .. } = found;
    let (body, body_base64) = match String::from_utf8(body) {
        Ok(text) => (Some(text), None),
        Err(bytes) => (None, Some(STANDARD.encode(bytes.as_bytes()))),
    };
    let source = source.to_string();
    let sha256 = hash_chain::hex(&body_hash);
    Ok(Some(AnswerItem { id, source, question, asked_at, answered_at, http_status, sha256, body, body_base64 }))
}

fn numbers(db: &Connection) -> Result<BTreeSet<TrackingNumber>> {
    let mut query = db.prepare_cached(HELD)?;
    let rows = query.query_map([], |r| r.get(0))?;
    Ok(readable_rows(rows)?)
}

/// Everybody who was asked about a number or told something of it.
fn sources(db: &Connection, number: &TrackingNumber) -> Result<BTreeSet<SourceId>> {
    let sql = "SELECT source FROM standing WHERE number = ?1 UNION SELECT source FROM event WHERE number = ?1
               UNION SELECT source FROM checks WHERE number = ?1";
    let mut query = db.prepare_cached(sql)?;
    let rows = query.query_map([number], |r| r.get(0))?;
    Ok(readable_rows(rows)?)
}

fn word(
    db: &Connection,
    number: &TrackingNumber,
    source: &SourceId,
    given: &BTreeSet<i64>,
) -> Result<SourceReportItem> {
    let told = events::of_number(db, number)?.into_iter().filter(|s| s.source == *source);
    Ok(SourceReportItem {
        number: number.to_string(),
        source: source.to_string(),
        standing: standing(db, number, source)?,
        events: told.map(|sighting| event(&sighting, number)).collect(),
        named_days: named_days(db, number, source)?,
        checks: checks(db, number, source, given)?,
    })
}

fn named_days(db: &Connection, number: &TrackingNumber, source: &SourceId) -> Result<Vec<NamedDaysItem>> {
    let named = expected_days::of_number(db, number)?.into_iter().filter(|named| named.source == *source);
    Ok(named.map(|it| NamedDaysItem { from: it.eta.from, to: it.eta.to, said_at: it.said_at }).collect())
}

fn standing(db: &Connection, number: &TrackingNumber, source: &SourceId) -> Result<Option<StandingItem>> {
    let Some(kept) = standings::find(db, source, number)? else { return Ok(None) };
    let it = kept.standing;
    Ok(Some(StandingItem {
        checked_at: it.checked_at,
        outcome: it.outcome.map(|o| o.as_str().to_owned()),
        detail: it.detail.map(|d| d.to_string()),
        failures: it.failures,
        next_check_at: it.next_check_at,
        answered_at: it.answered_at,
        changed_at: it.changed_at,
        listed_at: kept.listed_at,
        facts_at: kept.facts_at,
        facts: it.facts.as_ref().and_then(json_columns::to_value),
    }))
}

fn event(sighting: &Sighting, asked: &TrackingNumber) -> EventItem {
    let Event { time, place, country, text, text_lang, translation, state, raw_code, number } = &sighting.event;
    let text_of = |text: &Option<CleanText>| text.as_ref().map(ToString::to_string);
    EventItem {
        local: time.as_ref().map(|time| match time.precision() {
            Precision::Day => time.to_string(),
            Precision::Second | Precision::Minute => local_text(time),
        }),
        offset: time.and_then(|t| t.offset()).map(|o| o.to_string()),
        precision: time.map(|t| t.precision().as_str().to_owned()),
        place: text_of(place),
        country: country.map(|c| c.to_string()),
        text: text.to_string(),
        text_lang: text_of(text_lang),
        translation: text_of(translation),
        status: state.map(|s| s.status.as_str().to_owned()),
        sub_status: state.and_then(|s| s.sub).map(|s| s.as_str().to_owned()),
        raw_code: text_of(raw_code),
        number: (number != asked).then(|| number.to_string()),
        rank: sighting.rank,
        first_seen: sighting.first_seen,
        withdrawn_at: sighting.withdrawn_at,
    }
}

fn checks(
    db: &Connection,
    number: &TrackingNumber,
    source: &SourceId,
    given: &BTreeSet<i64>,
) -> Result<Vec<CheckItem>> {
    let sql = "SELECT id, asked_at, answered_at, outcome, detail FROM checks WHERE number = ?1 AND source = ?2
               ORDER BY asked_at, id";
    let mut query = db.prepare_cached(sql)?;
    let rows = query.query_map((number, source), |r| {
        let check = CheckItem {
            asked_at: r.get::<_, Instant>(1)?.0,
            answered_at: r.get::<_, Instant>(2)?.0,
            outcome: r.get::<_, CleanText>(3)?.to_string(),
            detail: r.get::<_, Option<CleanText>>(4)?.map(|detail| detail.to_string()),
            answers: Vec::new(),
        };
        Ok((r.get::<_, i64>(0)?, check))
    })?;
    let mut all = Vec::new();
    for row in rows {
        let Some((id, mut check)) = readable(row)? else { continue };
        if !given.is_empty() {
            let mut query =
                db.prepare_cached("SELECT answer_id FROM check_answer WHERE check_id = ?1 ORDER BY answer_id")?;
            let answers: Vec<i64> = readable_rows(query.query_map([id], |r| r.get(0))?)?;
            check.answers = answers.into_iter().filter(|answer| given.contains(answer)).collect();
        }
        all.push(check);
    }
    Ok(all)
}

fn parcel_ids(db: &Connection) -> Result<Vec<ParcelId>> {
    let mut query = db.prepare_cached("SELECT id FROM parcel WHERE removed_at IS NULL ORDER BY id")?;
    let rows = query.query_map([], |r| r.get(0))?;
    Ok(readable_rows(rows)?)
}

fn one_parcel(db: &Connection, parcel: &Parcel) -> Result<ParcelItem> {
    let texts = |list: &[CleanText]| list.iter().map(ToString::to_string).collect();
    let text = |text: &Option<CleanText>| text.as_ref().map(ToString::to_string);
    let ids = |list: &[SourceId]| list.iter().map(ToString::to_string).collect();
    let sql = "SELECT finished_at FROM parcel WHERE id = ?1";
    let finished_at = db.prepare_cached(sql)?.query_row([parcel.id], |r| instant(r, 0)).optional()?.flatten();
    let kept = messages::kept(db, parcel.id)?;
    let (until, preset) = Deadline::parts(parcel.own_protection.as_ref());
    Ok(ParcelItem {
        id: Some(parcel.id.0),
        title: text(&parcel.title),
        numbers: held_numbers(db, parcel.id)?,
        orders: parcel.orders.iter().map(order).collect(),
        shop: text(&parcel.shop),
        tags: texts(&parcel.tags),
        note: text(&parcel.note),
        protected_until: until,
        preset: preset.map(ToString::to_string),
        stale_after_days: parcel.stale_after_days,
        snoozed_until: parcel.snooze.map(|s| s.until),
        snoozed_at: parcel.snooze.map(|s| s.since),
        pinned: ids(&parcel.pinned),
        excluded: ids(&parcel.excluded),
        added_at: Some(parcel.added_at),
        archived_at: parcel.archived_at,
        closed_at: parcel.closed_at,
        missing_at: parcel.missing_at,
        messages: kept.iter().rev().map(|it| letter(it.at, it.choice, Some(it.how), &it.text)).collect(),
        drafts: messages::unsent(db, parcel.id)?.iter().map(|it| letter(it.at, it.choice, None, &it.text)).collect(),
        changed_at: parcel.summary.changed_at,
        finished_at,
    })
}

fn letter(at: DateTime<Utc>, choice: MessageChoice, how: Option<How>, text: &CleanText) -> MessageItem {
    let MessageChoice { situation, to, language } = choice;
    MessageItem {
        at,
        to: to.as_str().to_owned(),
        about: situation.as_str().to_owned(),
        language: language.as_str().to_owned(),
        how: how.map(|how| how.as_str().to_owned()),
        text: text.to_string(),
    }
}

fn order(order: &Order) -> OrderItem {
    let text = |text: &Option<CleanText>| text.as_ref().map(ToString::to_string);
    let (until, preset) = Deadline::parts(order.protection.as_ref());
    OrderItem {
        id: Some(order.id.0),
        code: text(&order.code),
        shop: text(&order.shop),
        title: text(&order.title),
        ordered_on: order.ordered_on,
        shipped_on: order.shipped_on,
        protected_until: until,
        preset: preset.map(ToString::to_string),
        received_on: order.received_on,
        expected_on: order.expected_on,
    }
}

fn held_numbers(db: &Connection, id: ParcelId) -> Result<Vec<NumberItem>> {
    let sql = "SELECT number, role, added_at FROM track_number WHERE parcel_id = ?1 ORDER BY position";
    let mut query = db.prepare_cached(sql)?;
    let rows = query.query_map([id], |r| {
        Ok(NumberItem {
            number: r.get::<_, TrackingNumber>(0)?.to_string(),
            role: Some(role(r, 1)?.as_str().to_owned()),
            added_at: instant(r, 2)?,
        })
    })?;
    Ok(readable_rows(rows)?)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;

    /// Every column of the database, and by what it is carried or why it is not. A new one belongs in here, after it
    /// has been carried too, or it is lost to everybody who moves.
    const COLUMNS: [(&str, &str); 28] = [
        // What the user says; then the summary, which is computed anew but for its dates.
        (
            "parcel",
            "id title shop note protected_until added_at archived_at closed_at removed_at status sub_status status_text \
             status_source origin destination carrier event_fingerprint event_number event_local event_offset \
             event_precision event_place event_country event_text event_text_lang event_status event_sub_status \
             event_raw_code eta_from eta_to eta_source changed_at answered_at checked_at next_check_at finished_at \
             disagreement troubles stale_after_days snoozed_until snoozed_at preset missing_at event_translation \
             storage_until storage_then storage_source event_sources event_first_seen \
             seen_at seen_status seen_sub_status to_border",
        ),
        ("track_number", "parcel_id number role position added_at"),
        ("parcel_order", "parcel_id order_id position"),
        ("shop_order", "id code shop title ordered_on shipped_on protected_until preset received_on expected_on"),
        ("tag", "parcel_id tag position"),
        ("pinned_source", "parcel_id source position"),
        ("excluded_source", "parcel_id source position"),
        ("message", "id parcel_id at addressee situation language how text"),
        ("message_draft", "parcel_id addressee situation language at text"),
        // What the sources said.
        (
            "event",
            "id source number fingerprint listed_under local offset precision place country text text_lang status \
             sub_status raw_code rank first_seen withdrawn_at translation",
        ),
        (
            "standing",
            "number source checked_at outcome detail answered_at changed_at listed_at facts_at facts next_check_at failures",
        ),
        ("answer", "id source question asked_at answered_at http_status body body_hash chain"),
        ("checks", "id source number asked_at answered_at outcome detail"),
        ("check_answer", "check_id answer_id"),
        // Made anew from what is carried.
        ("silence", "parcel_id stage days origin destination"),
        // Of this machine: how the sources fare, who is asking, what can be undone.
        (
            "source_state",
            "source paused_until paused_for failures last_success trouble_at trouble_outcome trouble_detail spent \
             spent_day next_allowed_at spent_in_month spent_month",
        ),
        ("claim", "source number claimed_until owner"),
        ("journal", "id at action parcel_id inverse undone_at batch redo"),
        ("meta", "key value"),
        // What was told here, and by which ways: another machine tells its own reader.
        (
            "told",
            "parcel_id heard_at first_notice news_at status sub_status event_local event_offset event_precision \
             events_that_day eta_from eta_to storage_until looked_at situation storage_warned protection_warned \
             dispute_warned",
        ),
        ("notice", "id at kind parcel_id source facts"),
        (
            "channel",
            "name not_before failures last_sent_at trouble trouble_at batch claimed_until claimed_by claimed_pid",
        ),
        ("delivery", "channel notice_id state batch at"),
        ("failing_source", "source since told"),
        ("expected_day", "number source said_at from_day to_day"),
        // Made from the events, and what this program once made of them.
        ("milestone", "parcel_id shipped_at left_at arrived_at delivered_at stopped_at"),
        ("forecast", "parcel_id landmark made_at from_day to_day parcels"),
        ("sqlite_sequence", "name seq"),
    ];

    #[test]
    fn every_column_is_carried_or_left_for_a_reason() {
        let db = Database::in_memory(Utc::now()).unwrap();
        let mut query = db.connection.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").unwrap();
        let tables: Vec<String> = query.query_map([], |r| r.get(0)).unwrap().map(std::result::Result::unwrap).collect();
        let found = tables.into_iter().map(|table| {
            let mut query = db.connection.prepare("SELECT name FROM pragma_table_info(?1)").unwrap();
            let columns = query.query_map([&table], |r| r.get(0)).unwrap().map(std::result::Result::unwrap);
            let columns: BTreeSet<String> = columns.collect();
            (table, columns)
        });
        let words = |text: &str| text.split_whitespace().map(str::to_owned).collect();
        let known = COLUMNS.into_iter().map(|(table, columns)| (table.to_owned(), words(columns)));
        let (found, known): (BTreeMap<_, _>, BTreeMap<_, BTreeSet<String>>) = (found.collect(), known.collect());
        assert_eq!(found, known, "does the export carry it?");
    }
}
