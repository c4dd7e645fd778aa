//! One pass: plan, ask, follow handovers, and say what came of it.

use std::collections::HashMap;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use chrono::{DateTime, Utc};
use tokio::sync::{OwnedSemaphorePermit, mpsc};
use tokio::task::{Id, JoinError, JoinSet};
use tokio::time::Instant;
use tokio_util::sync::CancellationToken;

use super::claim::{Seen, last_check};
use super::lane::Lane;
use super::shared::{Pair, Shared, lock};
use super::{PassReport, Progress, Skipped, Worker, ask};
use crate::domain::{Clean, Outcome, TrackingNumber};
use crate::store::{StoreError, Watched};
use crate::sync::plan::{self, Question, Scope, Survey};

/// How often a pass follows handovers to numbers that it has just learned of.
const ROUNDS: usize = 3;
/// What a question may take on average before the time limit grows no further with it.
const PER_QUESTION: Duration = Duration::from_secs(2);

/// A round of a pass: all that its tasks need.
pub(super) struct Pass {
    pub(super) worker: Worker,
    pub(super) shared: Arc<Shared>,
    pub(super) seen: Seen,
    pub(super) stop: CancellationToken,
    pub(super) deadline: Instant,
    pub(super) report: Mutex<PassReport>,
    pub(super) new_numbers: Mutex<Vec<TrackingNumber>>,
}

/// What a task has in hand, so that a task that dies is not forgotten with it.
type Hand = Arc<Mutex<Option<Question>>>;

impl Worker {
    /// Asks what `scope` says, follows handovers, and returns when all is recorded or `stop` is cancelled.
    ///
    /// Troubles of sources are in the report. Offline it does nothing.
    ///
    /// # Errors
    /// When the store fails; nothing new is asked then.
    pub async fn pass(
        &self,
        scope: Scope,
        progress: &mpsc::UnboundedSender<Progress>,
        stop: &CancellationToken,
    ) -> Result<PassReport, StoreError> {
        let shared = Arc::new(Shared::new(progress.clone(), self.settings.parallel));
        self.pass_among(&shared, scope, stop).await
    }

    /// A pass that shares its slots and its count with others.
    pub(super) async fn pass_among(
        &self,
        shared: &Arc<Shared>,
        scope: Scope,
        stop: &CancellationToken,
    ) -> Result<PassReport, StoreError> {
        if self.http.is_offline() {
            return Ok(PassReport::default());
        }
        shared.begin(scope != Scope::Due);
        let result = self.rounds(shared, &scope, stop).await;
        shared.end();
        result
    }

    async fn rounds(
        &self,
        shared: &Arc<Shared>,
        scope: &Scope,
        stop: &CancellationToken,
    ) -> Result<PassReport, StoreError> {
        let started = Instant::now();
        let mut report = PassReport::default();
        let mut only = None;
        for _ in 0..ROUNDS {
            let (survey, seen) = self.survey(scope, only.as_deref()).await?;
            note_left_out(shared, &mut report, &survey);
            let questions = engage(shared, survey.questions, matches!(scope, Scope::Parcels(_)));
            let pairs = pairs(&questions);
            shared.expect(pairs.len());
            let deadline = started + self.time_limit(&questions);
            let round = Pass {
                worker: self.clone(),
                shared: Arc::clone(shared),
                seen,
                stop: stop.child_token(),
                deadline,
                report: Mutex::new(std::mem::take(&mut report)),
                new_numbers: Mutex::default(),
            };
            let asked = Arc::new(round).ask_all(questions).await;
            shared.disengage(&pairs);
            let new_numbers;
            (report, new_numbers) = asked?;
            if new_numbers.is_empty() || stop.is_cancelled() {
                break;
            }
            only = Some(new_numbers);
        }
        Ok(report)
    }

    /// What is to be asked, of these numbers if some are given, and when each was last asked.
    async fn survey(&self, scope: &Scope, only: Option<&[TrackingNumber]>) -> Result<(Survey, Seen), StoreError> {
        let (mut watched, states) = self.store.call(|db| Ok((db.watched()?, db.source_states()?))).await?;
        if let Some(only) = only {
            watched.retain(|w| only.contains(&w.number));
        }
        let survey = plan::survey(&watched, &states, &self.sources.on(), scope, self.clock.now());
        let seen = seen(&watched, &survey);
        Ok((survey, seen))
    }

    /// The time limit, longer where one source has many questions to answer a few at a time.
    fn time_limit(&self, questions: &[Question]) -> Duration {
        let mut each: HashMap<&str, u32> = HashMap::new();
        for question in questions {
            *each.entry(question.source.as_str()).or_default() += 1;
        }
        let gaps = self.sources.on().into_iter().filter_map(|p| Some(p.gap.max(PER_QUESTION) * *each.get(p.id)?));
        gaps.max().unwrap_or_default().max(self.settings.time_limit)
    }
}

impl Pass {
    async fn ask_all(
        self: Arc<Self>,
        questions: Vec<Question>,
    ) -> Result<(PassReport, Vec<TrackingNumber>), StoreError> {
        let lanes = self.lanes(questions);
        let mut tasks = JoinSet::new();
        let mut hands: HashMap<Id, Hand> = HashMap::new();
        for lane in &lanes {
            for _ in 0..lane.width() {
                let hand = Hand::default();
                let task = Arc::clone(&self).serve(Arc::clone(lane), Arc::clone(&hand));
                hands.insert(tasks.spawn(task).id(), hand);
            }
        }
        let mut broken = None;
        while let Some(joined) = tasks.join_next_with_id().await {
            match joined {
                Ok((_, Ok(()))) => {}
                Ok((_, Err(error))) => {
                    self.stop.cancel();
                    broken.get_or_insert(error);
                }
                Err(error) => self.lost(&error, &hands),
            }
        }
        for lane in &lanes {
            self.leave(lane);
        }
        match broken {
            Some(error) => Err(error),
            None => Ok((std::mem::take(&mut *lock(&self.report)), std::mem::take(&mut *lock(&self.new_numbers)))),
        }
    }

    fn lanes(&self, questions: Vec<Question>) -> Vec<Arc<Lane>> {
        let mut each: Vec<Vec<Question>> = Vec::new();
        for question in questions {
            match each.iter_mut().find(|some| some.first().is_some_and(|q| q.source == question.source)) {
                Some(some) => some.push(question),
                None => each.push(vec![question]),
            }
        }
        let lane = |some: Vec<Question>| {
            let source = self.worker.sources.get(&some.first()?.source)?;
            Some(Arc::new(Lane::new(source, some)))
        };
        each.into_iter().filter_map(lane).collect()
    }

    /// Puts one question of the lane after the other. The slots are asked for anew each time, so that another pass
    /// comes in between and need not wait for the end of this one.
    async fn serve(self: Arc<Self>, lane: Arc<Lane>, hand: Hand) -> Result<(), StoreError> {
        while !lane.is_over() && Instant::now() < self.deadline {
            let Some(_slots) = self.slots(&lane).await else { break };
            let Some(next) = lane.next() else { break };
            *lock(&hand) = Some(next.clone());
            ask::question(&self, &lane, next).await?;
            *lock(&hand) = None;
        }
        Ok(())
    }

    async fn slots(&self, lane: &Lane) -> Option<(OwnedSemaphorePermit, OwnedSemaphorePermit)> {
        let both = async {
            let own = self.shared.slots(lane.profile).acquire_owned().await.ok()?;
            let any = self.shared.overall().acquire_owned().await.ok()?;
            Some((own, any))
        };
        tokio::select! {
            biased;
            () = self.stop.cancelled() => None,
            both = both => both,
        }
    }

    /// The source is left alone from now on.
    pub(super) fn close(&self, lane: &Lane, why: Outcome, until: DateTime<Utc>) {
        if lane.trouble(why, until) {
            self.shared.paused(&lane.id, why, until);
            lock(&self.report).pause(&lane.id, why, Some(until));
        }
    }

    /// These are not asked after all.
    pub(super) fn skip(&self, lane: &Lane, numbers: impl IntoIterator<Item = TrackingNumber>, why: Skipped) {
        let mut report = lock(&self.report);
        let before = report.skipped.len();
        report.skipped.extend(numbers.into_iter().map(|n| (lane.id.clone(), n, why)));
        self.shared.forgo(report.skipped.len() - before);
    }

    /// Notes what a lane did not come to ask.
    fn leave(&self, lane: &Lane) {
        let why = lane.reason();
        self.skip(lane, lane.drain().into_iter().flat_map(|q| q.numbers), why);
    }

    /// A task died: a mistake of ours, which must not pass unseen.
    fn lost(&self, error: &JoinError, hands: &HashMap<Id, Hand>) {
        let Some(question) = hands.get(&error.id()).and_then(|hand| lock(hand).take()) else { return };
        let what = Clean::line("the check broke off; please report it");
        for number in question.numbers {
            let pair = (question.source.clone(), number);
            let mut report = lock(&self.report);
            report.checked += 1;
            report.failures.push((pair.0.clone(), pair.1.clone(), Outcome::Temporary, Some(what.clone())));
            self.shared.answered(pair, Outcome::Temporary, Some(what.clone()));
        }
    }
}

/// When each number to be asked was last asked, by whichever parcel it is watched.
fn seen(watched: &[Watched], survey: &Survey) -> Seen {
    let by_number: HashMap<&TrackingNumber, &Watched> = watched.iter().map(|w| (&w.number, w)).collect();
    let mut seen = Seen::new();
    for question in &survey.questions {
        for number in &question.numbers {
            let last = by_number.get(number).and_then(|w| last_check(w, &question.source));
            seen.insert((question.source.clone(), number.clone()), last);
        }
    }
    seen
}

fn note_left_out(shared: &Shared, report: &mut PassReport, survey: &Survey) {
    for (source, number, why, until) in &survey.paused {
        report.pause(source, *why, Some(*until));
        report.skipped.push((source.clone(), number.clone(), Skipped::Paused(*why, *until)));
        shared.paused(source, *why, *until);
    }
    for (source, number, until) in &survey.too_soon {
        report.skipped.push((source.clone(), number.clone(), Skipped::TooSoon(*until)));
    }
}

/// Leaves out what another pass has taken on.
fn engage(shared: &Shared, questions: Vec<Question>, insists: bool) -> Vec<Question> {
    let mut kept = Vec::with_capacity(questions.len());
    for mut question in questions {
        let source = question.source.clone();
        question.numbers.retain(|n| shared.engage(&(source.clone(), n.clone()), insists));
        if !question.numbers.is_empty() {
            kept.push(question);
        }
    }
    kept
}

fn pairs(questions: &[Question]) -> Vec<Pair> {
    questions.iter().flat_map(|q| q.numbers.iter().map(|n| (q.source.clone(), n.clone()))).collect()
}
