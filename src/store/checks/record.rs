//! Recording an answer: one transaction from the bytes to the summaries.

use chrono::{DateTime, TimeDelta, Utc};
use rusqlite::{Connection, params};

use super::source_event_list::Listing;
use super::{answers, claims, events, expected_days, handovers, source_state, standings};
use crate::domain::{Finding, Outcome, Report, Trouble};
use crate::store::database::column_values::Instant;
use crate::store::notices::source_troubles;
use crate::store::parcels::summaries;
use crate::store::{Database, Recorded, RecordedReply, Recording, Result};

/// An answer may be held for some minutes before it is written down, and others come meanwhile.
pub(in crate::store) const SKEW: TimeDelta = TimeDelta::minutes(10);

impl Database {
    /// Records what a source answered, all or nothing: the bodies, the checks, the events, the standings, numbers
    /// told of, the summaries of every parcel that has a number asked about and what of them is to be told, and how the
    /// source fares; and lets
    /// the claims on the questions go.
    ///
    /// # Errors
    /// When the database cannot be written; nothing is kept then.
    pub fn record(&mut self, recording: &Recording) -> Result<Recorded> {
        let owner = self.owner.clone();
        let tx = self.change()?;
        let mut recorded = Recorded::default();
        let answers = answers::keep(&tx, recording)?;
        for reply in &recording.replies {
            if was_asked(reply) {
                keep_check(&tx, recording, reply, &answers)?;
            }
            keep_reply(&tx, recording, reply)?;
            if let Ok(report) = &reply.result {
                let joined = handovers::join(&tx, &reply.number, report, recording.answered_at)?;
                recorded.new_numbers.extend(joined);
            }
            claims::release_one(&tx, &owner, &recording.source, &reply.number)?;
        }
        let asked = recording.replies.iter().map(|r| &r.number);
        for id in handovers::concerned(&tx, asked)? {
            recorded.touched.push(id);
            if summaries::recompute_and_tell(&tx, id, recording.answered_at)? {
                recorded.changed.push(id);
            }
        }
        source_state::save_state(&tx, &recording.state)?;
        source_troubles::of_answer(&tx, &recording.state, recording.answered_at)?;
        tx.commit()?;
        Ok(recorded)
    }
}

/// Without its key a source was not asked: that is no check.
fn was_asked(reply: &RecordedReply) -> bool {
    !matches!(reply.result, Err(Trouble::SecretUnavailable { .. }))
}

fn keep_check(db: &Connection, recording: &Recording, reply: &RecordedReply, answers: &[i64]) -> Result<()> {
    let (outcome, detail) = match &reply.result {
        Ok(report) => (Outcome::from(report), None),
        Err(trouble) => (Outcome::from(trouble), trouble.detail()),
    };
    let sql = "INSERT INTO checks (source, number, asked_at, answered_at, outcome, detail)
               VALUES (?1, ?2, ?3, ?4, ?5, ?6)";
    db.prepare_cached(sql)?.execute(params![
        recording.source,
        reply.number,
        Instant(recording.asked_at),
        Instant(recording.answered_at),
        outcome,
        detail,
    ])?;
    let check = db.last_insert_rowid();
    let mut link = db.prepare_cached("INSERT OR IGNORE INTO check_answer (check_id, answer_id) VALUES (?1, ?2)")?;
    for answer in answers {
        link.execute((check, answer))?;
    }
    Ok(())
}

fn keep_reply(db: &Connection, recording: &Recording, reply: &RecordedReply) -> Result<()> {
    let mut kept = standings::load(db, &recording.source, &reply.number)?;
    // An answer that was overtaken by a later one does not speak of the last check.
    let checked_at = kept.standing.checked_at.filter(|at| is_believed(*at, recording));
    let last_word = checked_at.is_none_or(|at| at <= recording.asked_at);
    if last_word {
        if was_asked(reply) {
            kept.standing.checked_at = Some(recording.asked_at);
        }
        kept.standing.next_check_at = Some(reply.next_check_at);
        match &reply.result {
            Ok(report) => set_outcome(&mut kept, Outcome::from(report), None),
            Err(trouble) => set_outcome(&mut kept, Outcome::from(trouble), Some(trouble)),
        }
    }
    if let Ok(report) = &reply.result {
        take_report(db, recording, report, &mut kept)?;
    }
    standings::save(db, &kept)
}

/// Whether a moment can be from before this answer is written down: one that lies further ahead is from a clock that was
/// ahead, and an answer of then does not count as later than this one.
fn is_believed(moment: DateTime<Utc>, recording: &Recording) -> bool {
    moment - recording.answered_at <= SKEW
}

fn set_outcome(kept: &mut standings::StoredStanding, outcome: Outcome, trouble: Option<&Trouble>) {
    let standing = &mut kept.standing;
    standing.outcome = Some(outcome);
    standing.detail = trouble.and_then(Trouble::detail);
    standing.failures = if trouble.is_some() { standing.failures.saturating_add(1) } else { 0 };
}

/// Takes over what a report says. "Unknown number" erases nothing that the source said before.
fn take_report(
    db: &Connection,
    recording: &Recording,
    report: &Report,
    kept: &mut standings::StoredStanding,
) -> Result<()> {
    let Recording { source, partial_history: partial, answered_at: at, .. } = recording;
    let (partial, at) = (*partial, *at);
    let later = kept.listed_at.filter(|listed| *listed > at && is_believed(*listed, recording));
    let list = Listing { source, number: &kept.standing.number, events: &report.events, partial, at, later };
    let mut changed = events::keep(db, &list)?;
    if !report.events.is_empty() && later.is_none() {
        kept.listed_at = Some(at);
    }
    if let Finding::Known(facts) = &report.finding
        && kept.facts_at.is_none_or(|then| then <= at || !is_believed(then, recording))
    {
        changed |= kept.standing.facts.as_ref() != Some(facts);
        if let Some(eta) = facts.eta {
            expected_days::keep(db, source, &kept.standing.number, eta, at)?;
        }
        kept.standing.facts = Some((**facts).clone());
        kept.facts_at = Some(at);
    }
    let latest = |then: Option<DateTime<Utc>>| then.filter(|then| is_believed(*then, recording)).max(Some(at));
    kept.standing.answered_at = latest(kept.standing.answered_at);
    if changed {
        kept.standing.changed_at = latest(kept.standing.changed_at);
    }
    Ok(())
}
