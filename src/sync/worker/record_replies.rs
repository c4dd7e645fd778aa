//! Puts what was heard into the store: in one job, so that nothing comes between reading the source's state and
//! writing the new one.

use chrono::{DateTime, Utc};

use super::Progress;
use super::ask_question::QuestionResult;
use super::claim::Claim;
use super::round_shared::Pass;
use super::shared_by_passes::lock;
use super::source_queue::SourceQueue;
use crate::domain::{CleanText, Outcome, Reply, Report, TrackingNumber, Trouble};
use crate::sources::{Exchange, History, Profile};
use crate::store::{
    Database, KeptExchange, Recorded, RecordedReply, Recording, SourceState, StoreError, WatchedNumber,
};
use crate::sync::plan::next_check;
use crate::sync::plan::pause::{self, PauseUpdate};

/// Everything that is needed to record a question, for the store's thread.
struct Note {
    profile: &'static Profile,
    partial_history: bool,
    asked_at: DateTime<Utc>,
    answered_at: DateTime<Utc>,
    exchanges: Vec<Exchange>,
    results: Vec<(WatchedNumber, Result<Report, Trouble>)>,
    effect: PauseUpdate,
}

impl Pass {
    /// Records what was heard about `numbers`, all of them claimed, and tells of it.
    pub(super) async fn record(
        &self,
        lane: &SourceQueue,
        claim: &mut Claim,
        heard: QuestionResult,
        numbers: &[TrackingNumber],
    ) -> Result<(), StoreError> {
        let effect = PauseUpdate::of(&heard.result);
        // A question about to be split says nothing yet of who is to blame.
        let effect = if numbers.is_empty() { effect } else { lane.judge(effect) };
        let in_trouble = matches!(effect, PauseUpdate::Trouble(_));
        let results = results(claim, heard.result, numbers);
        let outcomes: Vec<_> = results.iter().map(|(w, r)| (w.number.clone(), outcome(r))).collect();
        let QuestionResult { asked_at, answered_at, exchanges, .. } = heard;
        let profile = lane.profile;
        let partial_history = profile.history == History::NewestOnly;
        let note = Note { profile, partial_history, asked_at, answered_at, exchanges, results, effect };
        let (state, recorded) = self.worker.store.call(move |db| note.write(db)).await?;
        claim.settle(numbers);
        self.tell_outcomes(lane, outcomes);
        self.tell_recorded(recorded);
        if let (true, Some(why), Some(until)) = (in_trouble, state.paused_for, state.paused_until) {
            self.close(lane, why, until);
        }
        Ok(())
    }

    fn tell_outcomes(&self, lane: &SourceQueue, outcomes: Vec<(TrackingNumber, (Outcome, Option<CleanText>))>) {
        let mut report = lock(&self.report);
        for (number, (outcome, detail)) in outcomes {
            report.checked += 1;
            if outcome.is_trouble() {
                report.failures.push((lane.id.clone(), number.clone(), outcome, detail.clone()));
            } else {
                report.answered += 1;
            }
            self.shared.answered((lane.id.clone(), number), outcome, detail);
        }
    }

    fn tell_recorded(&self, recorded: Recorded) {
        let Recorded { changed, touched, new_numbers } = recorded;
        let mut fresh = touched;
        fresh.extend(&changed);
        fresh.sort_unstable();
        fresh.dedup();
        if !fresh.is_empty() {
            self.shared.tell(Progress::Changed { parcels: fresh });
        }
        lock(&self.new_numbers).extend(new_numbers);
        lock(&self.report).changed.extend(changed);
    }
}

impl Note {
    fn write(self, db: &mut Database) -> Result<(SourceState, Recorded), StoreError> {
        let source = self.profile.source_id();
        let old = db.source_state(&source)?.unwrap_or_else(|| SourceState::new(source.clone()));
        let now = self.answered_at;
        // The first request was counted before it went out.
        let extra = u32::try_from(self.exchanges.len().saturating_sub(1)).unwrap_or(u32::MAX);
        db.count(&source, extra, self.asked_at)?;
        let state = pause::after(&old, &self.effect, self.asked_at, now);
        let reply = |(watched, result): (WatchedNumber, Result<Report, Trouble>)| {
            let next_check_at = next_check(self.profile, &watched, &result, &state, now);
            RecordedReply { number: watched.number, result, next_check_at }
        };
        let recorded = db.record(&Recording {
            source,
            partial_history: self.partial_history,
            asked_at: self.asked_at,
            answered_at: now,
            exchanges: self.exchanges.into_iter().map(kept).collect(),
            replies: self.results.into_iter().map(reply).collect(),
            state: state.clone(),
        })?;
        Ok((state, recorded))
    }
}

/// One result for each number: what a source says about numbers that it was not asked about is passed over, and a
/// number that it says nothing about was not answered.
fn results(
    claim: &Claim,
    result: Result<Vec<Reply>, Trouble>,
    numbers: &[TrackingNumber],
) -> Vec<(WatchedNumber, Result<Report, Trouble>)> {
    let missing = || Trouble::NotUnderstood { path: CleanText::line("the answer does not mention the number") };
    let mut replies = result.map(|replies| replies.into_iter().map(Some).collect::<Vec<_>>());
    let mut of = |number: &TrackingNumber| match &mut replies {
        Err(trouble) => Err(trouble.clone()),
        Ok(replies) => {
            let place = replies.iter_mut().find(|r| r.as_ref().is_some_and(|r| r.number == *number));
            place.and_then(Option::take).map_or_else(|| Err(missing()), |r| r.result)
        }
    };
    numbers.iter().filter_map(|n| Some((claim.watched(n)?.clone(), of(n)))).collect()
}

fn outcome(result: &Result<Report, Trouble>) -> (Outcome, Option<CleanText>) {
    match result {
        Ok(report) => (Outcome::from(report), None),
        Err(trouble) => (Outcome::from(trouble), trouble.detail().cloned()),
    }
}

fn kept(exchange: Exchange) -> KeptExchange {
    KeptExchange { question: exchange.question, http_status: exchange.http_status, body: exchange.body }
}
