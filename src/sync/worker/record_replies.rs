//! Puts what was heard into the store: in one job, so that nothing comes between reading the source's state and
//! writing the new one.

use std::time::{Duration, Instant};

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

/// How long to wait before an answer is written again, at first and at most.
const FIRST_WAIT: Duration = Duration::from_millis(200);
const LONGEST_WAIT: Duration = Duration::from_secs(5);
/// After so long an answer is set aside.
const LONGEST_HELD: Duration = Duration::from_mins(5);

/// Everything that is needed to record a question, for the store's thread.
struct Note {
    profile: &'static Profile,
    partial_history: bool,
    asked_at: DateTime<Utc>,
    answered_at: DateTime<Utc>,
    exchanges: Vec<KeptExchange>,
    watched: Vec<WatchedNumber>,
    /// One for each of the numbers.
    results: Vec<Result<Report, Trouble>>,
    effect: PauseUpdate,
    /// Whether the requests after the first one have been counted.
    is_counted: bool,
}

/// What could not be written, and why.
struct Held {
    error: StoreError,
    note: Box<Note>,
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
        let effect = if numbers.is_empty() { effect } else { lane.judge(effect, heard.answered_at) };
        let in_trouble = matches!(effect, PauseUpdate::Trouble(_));
        let results = results(claim, heard.result, numbers);
        let outcomes: Vec<_> = results.iter().map(|(w, r)| (w.number.clone(), outcome(r))).collect();
        let QuestionResult { asked_at, answered_at, exchanges, .. } = heard;
        let profile = lane.profile;
        let partial_history = profile.history == History::NewestOnly;
        let is_counted = false;
        let exchanges = exchanges.into_iter().map(kept).collect();
        let (watched, results) = results.into_iter().unzip();
        let note =
            Note { profile, partial_history, asked_at, answered_at, exchanges, watched, results, effect, is_counted };
        let (state, recorded) = self.keep(note).await?;
        claim.settle(numbers);
        self.tell_outcomes(lane, outcomes);
        self.tell_recorded(recorded);
        if let (true, Some(why), Some(until)) = (in_trouble, state.paused_for, state.paused_until) {
            self.close(lane, why, until);
        }
        Ok(())
    }

    /// Writes down what was heard: an answer has been paid for, so it is held while the database is busy, full or not
    /// writable. Where that takes too long, or the pass is stopped, it is set aside beside the database.
    async fn keep(&self, note: Note) -> Result<(SourceState, Recorded), StoreError> {
        let started = Instant::now();
        let (mut note, mut wait, mut told) = (Box::new(note), FIRST_WAIT, false);
        loop {
            let held = match self.worker.store.call(move |db| db.shortly(|db| Ok(note.write(db)))).await? {
                Ok(kept) => {
                    if told {
                        self.shared.tell(Progress::Mended);
                    }
                    return Ok(kept);
                }
                Err(held) => held,
            };
            let error = held.error;
            note = held.note;
            if !error.may_pass() {
                return Err(error);
            }
            let source = note.profile.source_id();
            if self.stop.is_cancelled() || started.elapsed() > LONGEST_HELD {
                self.worker.store.call(move |db| db.set_aside(&note.recording(&SourceState::new(source)))).await?;
                return Err(error);
            }
            if !std::mem::replace(&mut told, true) {
                tracing::warn!("an answer is held until the database can be written: {error}");
                self.shared.tell(Progress::Broken { error });
            }
            tokio::select! {
                () = self.stop.cancelled() => {}
                () = tokio::time::sleep(wait) => wait = (wait * 2).min(LONGEST_WAIT),
            }
        }
    }

    fn tell_outcomes(&self, lane: &SourceQueue, outcomes: Vec<(TrackingNumber, (Outcome, Option<CleanText>))>) {
        let mut report = lock(&self.report);
        for (number, (outcome, detail)) in outcomes {
            // Without its key nobody was asked.
            report.checked += usize::from(outcome != Outcome::SecretUnavailable);
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
    fn write(mut self: Box<Self>, db: &mut Database) -> Result<(SourceState, Recorded), Held> {
        let source = self.profile.source_id();
        // The first request was counted before it went out.
        let extra = u32::try_from(self.exchanges.len().saturating_sub(1)).unwrap_or(u32::MAX);
        let counted =
            if self.is_counted { Ok(()) } else { db.count(&source, extra, self.answered_at, self.profile.gap) };
        let old = match counted.and_then(|()| db.source_state(&source)) {
            Ok(old) => old.unwrap_or_else(|| SourceState::new(source)),
            Err(error) => return Err(Held { error, note: self }),
        };
        self.is_counted = true;
        let recording = self.recording(&old);
        match db.record(&recording) {
            Ok(recorded) => Ok((recording.state, recorded)),
            Err(error) => {
                self.take_back(recording);
                Err(Held { error, note: self })
            }
        }
    }

    /// What is to be recorded, after how the source fared before. Nothing is copied: see [`Note::take_back`].
    fn recording(&mut self, old: &SourceState) -> Recording {
        let now = self.answered_at;
        let state = pause::after(old, &self.effect, self.asked_at, now);
        let reply = |(watched, result): (&WatchedNumber, Result<Report, Trouble>)| {
            let next_check_at = next_check(self.profile, watched, &result, &state, now);
            RecordedReply { number: watched.number.clone(), result, next_check_at }
        };
        Recording {
            source: self.profile.source_id(),
            partial_history: self.partial_history,
            asked_at: self.asked_at,
            answered_at: now,
            replies: self.watched.iter().zip(std::mem::take(&mut self.results)).map(reply).collect(),
            exchanges: std::mem::take(&mut self.exchanges),
            state,
        }
    }

    fn take_back(&mut self, recording: Recording) {
        self.exchanges = recording.exchanges;
        self.results = recording.replies.into_iter().map(|reply| reply.result).collect();
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
        Err(trouble) => (Outcome::from(trouble), trouble.detail()),
    }
}

fn kept(exchange: Exchange) -> KeptExchange {
    KeptExchange { question: exchange.question, http_status: exchange.http_status, body: exchange.body }
}
