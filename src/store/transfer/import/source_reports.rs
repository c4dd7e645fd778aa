//! Taking in what a source says of a number: its standing, its events, and every check.

use std::collections::HashMap;

use rusqlite::params;

use super::parse_values;
use super::parse_values::{InvalidItem, flaw, instant, maybe, maybe_instant, parsed, some_line};
use crate::domain::{CleanText, Eta, Outcome, SourceId, Standing, TrackingNumber};
use crate::store::StoreError;
use crate::store::checks::events;
use crate::store::checks::expected_days;
use crate::store::checks::source_event_list::{Listing, Told};
use crate::store::checks::standings;
use crate::store::checks::standings::StoredStanding;
use crate::store::checks::user_events;
use crate::store::database::column_values::Instant;
use crate::store::database::json_columns;
use crate::store::transfer::{CheckItem, EventItem, ImportSession, SourceReportItem, StandingItem};

/// A check as it is told apart from others: when asked, when answered, how it ended, the detail.
type Mark = (i64, i64, String, Option<String>);

impl ImportSession<'_> {
    pub(in crate::store::transfer) fn word(&mut self, carried: &SourceReportItem) -> Result<(), InvalidItem> {
        let number = parse_values::number(&carried.number)?;
        let source = parse_values::source(&carried.source)?;
        let here = standings::find(&self.tx, &source, &number)?;
        let there = carried.standing.as_ref().map(|it| standing(it, &source, &number)).transpose()?;
        let later = listed(there.as_ref()) > listed(here.as_ref());
        let mut changed = false;
        if let Some(there) = there {
            let merged = match &here {
                Some(here) => merged(here, there),
                None => there,
            };
            if here.as_ref().is_none_or(|here| !same(here, &merged)) {
                standings::save(&self.tx, &merged)?;
                changed = true;
            }
        }
        let (new, moved) = self.events(carried, &source, &number, later)?;
        self.report.events += new;
        if new > 0 && here.is_some() && source == SourceId::user() {
            user_events::settle(&self.tx, &number, self.now)?;
        }
        for named in &carried.named_days {
            let eta = Eta { from: named.from, to: named.to };
            expected_days::insert(&self.tx, &source, &number, eta, instant(named.said_at)?)?;
        }
        if changed || moved || new > 0 {
            self.touched.insert(number.clone());
        }
        self.checks(&carried.checks, &source, &number)
    }

    /// How many events are new, and whether any that was here is another now. `later`: the list there is newer than
    /// the one here, so that its order holds, and what it no longer lists is withdrawn.
    fn events(
        &self,
        carried: &SourceReportItem,
        source: &SourceId,
        number: &TrackingNumber,
        later: bool,
    ) -> Result<(usize, bool), InvalidItem> {
        let (mut new, mut moved) = (0, false);
        for it in &carried.events {
            let event = parse_values::event(it, number)?;
            let print = event.fingerprint(source);
            let (at, withdrawn_at) = (instant(it.first_seen)?, maybe_instant(it.withdrawn_at)?);
            let list = Listing { source, number, events: &[], partial: false, at, later: withdrawn_at };
            if events::insert(&self.tx, &list, &Told { event: &event, print, rank: it.rank })? {
                new += 1;
            } else {
                moved |= self.seen_again(&list, &print, it, later)?;
            }
        }
        Ok((new, moved))
    }

    fn seen_again(&self, list: &Listing<'_>, print: &[u8], it: &EventItem, later: bool) -> Result<bool, StoreError> {
        let sql = "UPDATE event SET first_seen = ?4
                   WHERE number = ?1 AND source = ?2 AND fingerprint = ?3 AND first_seen > ?4";
        let earlier =
            self.tx.prepare_cached(sql)?.execute(params![list.number, list.source, print, Instant(list.at)])? > 0;
        if !later {
            return Ok(earlier);
        }
        let sql = "UPDATE event SET rank = ?4, withdrawn_at = ?5 WHERE number = ?1 AND source = ?2
                   AND fingerprint = ?3 AND (rank, withdrawn_at) IS NOT (?4, ?5)";
        let values = params![list.number, list.source, print, it.rank, list.later.map(Instant)];
        Ok(self.tx.prepare_cached(sql)?.execute(values)? > 0 || earlier)
    }

    fn checks(&mut self, carried: &[CheckItem], source: &SourceId, number: &TrackingNumber) -> Result<(), InvalidItem> {
        let mut known = self.known_checks(source, number)?;
        for it in carried {
            let mark = mark(it)?;
            let id = if let Some(id) = known.get(&mark) {
                *id
            } else {
                let id = self.insert_check(source, number, &mark)?;
                known.insert(mark, id);
                self.report.checks += 1;
                id
            };
            for answer in &it.answers {
                let answer = *self.answers.get(answer).ok_or_else(|| flaw("answers", &answer.to_string()))?;
                let sql = "INSERT OR IGNORE INTO check_answer (check_id, answer_id) VALUES (?1, ?2)";
                self.tx.prepare_cached(sql)?.execute((id, answer))?;
            }
        }
        Ok(())
    }

    fn known_checks(&self, source: &SourceId, number: &TrackingNumber) -> Result<HashMap<Mark, i64>, StoreError> {
        let sql = "SELECT asked_at, answered_at, outcome, detail, id FROM checks WHERE number = ?1 AND source = ?2";
        let mut query = self.tx.prepare_cached(sql)?;
        let rows =
            query.query_map((number, source), |r| Ok(((r.get(0)?, r.get(1)?, r.get(2)?, r.get(3)?), r.get(4)?)))?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    fn insert_check(&self, source: &SourceId, number: &TrackingNumber, mark: &Mark) -> Result<i64, StoreError> {
        let (asked, answered, outcome, detail) = mark;
        let sql = "INSERT INTO checks (source, number, asked_at, answered_at, outcome, detail)
                   VALUES (?1, ?2, ?3, ?4, ?5, ?6)";
        self.tx.prepare_cached(sql)?.execute(params![source, number, asked, answered, outcome, detail])?;
        Ok(self.tx.last_insert_rowid())
    }
}

fn mark(it: &CheckItem) -> Result<Mark, InvalidItem> {
    let outcome = parsed("outcome", &it.outcome, Outcome::parse)?.as_str().to_owned();
    let detail = it.detail.as_deref().map(|text| CleanText::note(text).to_string());
    let millis = |at| Ok::<_, InvalidItem>(instant(at)?.timestamp_millis());
    Ok((millis(it.asked_at)?, millis(it.answered_at)?, outcome, detail))
}

fn listed(kept: Option<&StoredStanding>) -> Option<chrono::DateTime<chrono::Utc>> {
    kept.and_then(|kept| kept.listed_at)
}

fn standing(it: &StandingItem, source: &SourceId, number: &TrackingNumber) -> Result<StoredStanding, InvalidItem> {
    let facts = it.facts.as_ref().map(|facts| json_columns::from_json(&facts.to_string()));
    let standing = Standing {
        source: source.clone(),
        number: number.clone(),
        checked_at: maybe_instant(it.checked_at)?,
        outcome: maybe("outcome", it.outcome.as_ref(), Outcome::parse)?,
        detail: some_line(it.detail.as_ref()),
        answered_at: maybe_instant(it.answered_at)?,
        changed_at: maybe_instant(it.changed_at)?,
        facts,
        next_check_at: maybe_instant(it.next_check_at)?,
        failures: it.failures,
    };
    Ok(StoredStanding { standing, listed_at: maybe_instant(it.listed_at)?, facts_at: maybe_instant(it.facts_at)? })
}

/// What is known from both: of the check, of the facts and of the list each the later.
fn merged(here: &StoredStanding, there: StoredStanding) -> StoredStanding {
    let (a, b) = (&here.standing, there.standing);
    let checked = if b.checked_at > a.checked_at { &b } else { a };
    let facts = if there.facts_at > here.facts_at { &b } else { a };
    let standing = Standing {
        source: a.source.clone(),
        number: a.number.clone(),
        checked_at: checked.checked_at,
        outcome: checked.outcome,
        detail: checked.detail.clone(),
        next_check_at: checked.next_check_at,
        failures: checked.failures,
        facts: facts.facts.clone(),
        answered_at: a.answered_at.max(b.answered_at),
        changed_at: a.changed_at.max(b.changed_at),
    };
    StoredStanding {
        standing,
        listed_at: here.listed_at.max(there.listed_at),
        facts_at: here.facts_at.max(there.facts_at),
    }
}

fn same(a: &StoredStanding, b: &StoredStanding) -> bool {
    (&a.standing, a.listed_at, a.facts_at) == (&b.standing, b.listed_at, b.facts_at)
}
