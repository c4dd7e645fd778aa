//! One question from claim to record.

use std::panic::AssertUnwindSafe;

use chrono::{DateTime, Utc};
use futures_util::FutureExt;

use super::claim::Claim;
use super::request_permit;
use super::request_permit::PermitDecision;
use super::round_shared::Pass;
use super::source_queue::SourceQueue;
use super::{Progress, Skipped};
use crate::domain::{CleanText, Outcome, Reply, TrackingNumber, Trouble};
use crate::sources::{CheckResult, Exchange};
use crate::store::StoreError;
use crate::sync::plan::Question;

/// What came of asking, and when.
pub(super) struct QuestionResult {
    pub(super) asked_at: DateTime<Utc>,
    pub(super) answered_at: DateTime<Utc>,
    pub(super) exchanges: Vec<Exchange>,
    pub(super) result: Result<Vec<Reply>, Trouble>,
}

/// Puts one question and records what comes of it. Whatever is not recorded is released.
pub(super) async fn question(pass: &Pass, lane: &SourceQueue, question: Question) -> Result<(), StoreError> {
    let wanted = question.numbers.clone();
    let mut claim = Claim::win(&pass.worker, &pass.shared, &lane.id, question.numbers, &pass.seen).await?;
    if let Some((why, until)) = claim.refused {
        pass.close(lane, why, until);
        pass.skip(lane, wanted, lane.reason());
        return claim.release().await;
    }
    let numbers = claim.numbers();
    for number in wanted.into_iter().filter(|n| !numbers.contains(n)) {
        let until = claim.held_elsewhere.get(&number).copied();
        pass.skip(lane, [number], Skipped::Elsewhere(until));
    }
    if !numbers.is_empty() {
        attend(pass, lane, &mut claim, &numbers).await?;
        let unasked = claim.numbers();
        pass.skip(lane, unasked, lane.reason());
    }
    claim.release().await
}

/// Asks about claimed numbers. A question that is refused as a whole because of some number in it is split, once.
async fn attend(
    pass: &Pass,
    lane: &SourceQueue,
    claim: &mut Claim,
    numbers: &[TrackingNumber],
) -> Result<(), StoreError> {
    let Some(heard) = consult(pass, lane, numbers).await? else { return Ok(()) };
    match &heard.result {
        Err(trouble) if numbers.len() > 1 && may_be_one_numbers_fault(trouble) => {
            let trouble = trouble.clone();
            pass.record(lane, claim, heard, &[]).await?;
            one_by_one(pass, lane, claim, numbers, trouble).await
        }
        _ => pass.record(lane, claim, heard, numbers).await,
    }
}

/// Asks about each number alone, until the source turns out to be the culprit; who is not asked any more keeps the
/// trouble of the question that all were in.
async fn one_by_one(
    pass: &Pass,
    lane: &SourceQueue,
    claim: &mut Claim,
    numbers: &[TrackingNumber],
    trouble: Trouble,
) -> Result<(), StoreError> {
    for number in numbers {
        if lane.is_closed() {
            break;
        }
        let Some(heard) = consult(pass, lane, std::slice::from_ref(number)).await? else { break };
        pass.record(lane, claim, heard, std::slice::from_ref(number)).await?;
    }
    let rest = claim.numbers();
    if rest.is_empty() || pass.stop.is_cancelled() {
        return Ok(());
    }
    let now = pass.worker.clock.now();
    let heard = QuestionResult { asked_at: now, answered_at: now, exchanges: Vec::new(), result: Err(trouble) };
    pass.record(lane, claim, heard, &rest).await
}

fn may_be_one_numbers_fault(trouble: &Trouble) -> bool {
    matches!(
        trouble,
        Trouble::NotUnderstood { .. } | Trouble::TooLarge | Trouble::MalformedNumber | Trouble::MoreDataNeeded { .. }
    )
}

/// Puts one request as soon as it may go out. `None`: it did not go out, or the pass was stopped meanwhile.
async fn consult(
    pass: &Pass,
    lane: &SourceQueue,
    numbers: &[TrackingNumber],
) -> Result<Option<QuestionResult>, StoreError> {
    if let Some(why) = unprepared(pass, lane).await {
        let now = pass.worker.clock.now();
        return Ok(Some(QuestionResult { asked_at: now, answered_at: now, exchanges: Vec::new(), result: Err(why) }));
    }
    match request_permit::obtain(&pass.worker, lane.profile, pass.deadline, &pass.stop).await? {
        PermitDecision::Go => {}
        PermitDecision::Late => {
            lane.late();
            return Ok(None);
        }
        PermitDecision::Spent(until) => {
            pass.close(lane, Outcome::BudgetSpent, until);
            return Ok(None);
        }
    }
    // Meanwhile another question may have been refused.
    if lane.is_closed() {
        return Ok(None);
    }
    pass.shared.tell(Progress::Asking { source: lane.id.clone(), numbers: numbers.to_vec() });
    let asked_at = pass.worker.clock.now();
    let asking = async { lane.source.ask(&pass.worker.http, numbers).await };
    let answer = tokio::select! {
        () = pass.stop.cancelled() => return Ok(None),
        answer = AssertUnwindSafe(asking).catch_unwind() => answer,
    };
    let CheckResult { exchanges, result } = answer.unwrap_or_else(|_| broke_off());
    Ok(Some(QuestionResult { asked_at, answered_at: pass.worker.clock.now(), exchanges, result }))
}

/// Why the source cannot be asked at all; `None`: it can, or the pass was stopped meanwhile.
async fn unprepared(pass: &Pass, lane: &SourceQueue) -> Option<Trouble> {
    if lane.is_closed() {
        return None;
    }
    let prepared = tokio::select! {
        () = pass.stop.cancelled() => Ok(()),
        prepared = lane.source.prepare() => prepared,
    };
    prepared.err()
}

/// A source that panics is a mistake of ours; its numbers are asked again later, like after any accident.
fn broke_off() -> CheckResult {
    let what = CleanText::line("the reader of this source broke off; please report it");
    CheckResult { exchanges: Vec::new(), result: Err(Trouble::Temporary { what }) }
}
