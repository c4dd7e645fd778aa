//! The days of arrival that sources named before the program kept them, read again from the kept answers.

use crate::domain::{Finding, Reply, TrackingNumber};
use crate::sources::read_kept_answer;
use crate::store::{Database, NamedDays, StoreError, StoredAnswer};

/// Under which name the id of the last answer is kept that was read.
const READ_TO: &str = "named_days_read_to";

/// Reads the kept answers that were not read before, and keeps the days that they named.
///
/// # Errors
/// When the database cannot be read or written.
pub fn read_kept_answers(db: &mut Database) -> Result<(), StoreError> {
    let read_to = db.meta(READ_TO)?.and_then(|id| id.parse().ok()).unwrap_or(0);
    let (mut named, mut last) = (Vec::new(), read_to);
    db.each_answer_after(read_to, |answer, numbers| {
        last = answer.id;
        named.extend(named_in(&answer, &numbers));
    })?;
    if last > read_to {
        db.keep_named_days(&named)?;
        db.set_meta(READ_TO, &last.to_string())?;
    }
    Ok(())
}

fn named_in(answer: &StoredAnswer, numbers: &[TrackingNumber]) -> Vec<(TrackingNumber, NamedDays)> {
    let days = |Reply { number, result }: Reply| {
        let Finding::Known(facts) = result.ok()?.finding else { return None };
        let named = NamedDays { source: answer.source.clone(), eta: facts.eta?, said_at: answer.answered_at };
        Some((number, named))
    };
    let replies = read_kept_answer(&answer.source, numbers, answer.http_status, &answer.body);
    replies.into_iter().filter_map(days).collect()
}
