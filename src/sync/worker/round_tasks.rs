//! One round of a pass: the tasks that put its questions, and what becomes of them.

use std::collections::HashMap;
use std::sync::{Arc, Mutex};

use chrono::{DateTime, Utc};
use tokio::sync::OwnedSemaphorePermit;
use tokio::task::{Id, JoinError, JoinSet};
use tokio::time::Instant;

use super::round_shared::Pass;
use super::shared_by_passes::lock;
use super::source_queue::SourceQueue;
use super::{PassReport, Skipped, ask_question};
use crate::domain::{CleanText, Outcome, TrackingNumber};
use crate::store::StoreError;
use crate::sync::plan::Question;

/// What a task has in hand, so that a task that dies is not forgotten with it.
type HeldQuestion = Arc<Mutex<Option<Question>>>;

impl Pass {
    /// Puts all questions, as far as their sources, the time and the user let it, and gives what came of them and
    /// the numbers learned.
    pub(super) async fn ask_all(
        self: Arc<Self>,
        questions: Vec<Question>,
    ) -> Result<(PassReport, Vec<TrackingNumber>), StoreError> {
        let lanes = self.lanes(questions);
        let mut tasks = JoinSet::new();
        let mut hands: HashMap<Id, HeldQuestion> = HashMap::new();
        for lane in &lanes {
            for _ in 0..lane.width() {
                let hand = HeldQuestion::default();
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

    fn lanes(&self, questions: Vec<Question>) -> Vec<Arc<SourceQueue>> {
        let mut each: Vec<Vec<Question>> = Vec::new();
        for question in questions {
            match each.iter_mut().find(|some| some.first().is_some_and(|q| q.source == question.source)) {
                Some(some) => some.push(question),
                None => each.push(vec![question]),
            }
        }
        let lane = |some: Vec<Question>| {
            let source = self.worker.sources.get(&some.first()?.source)?;
            Some(Arc::new(SourceQueue::new(source, some)))
        };
        each.into_iter().filter_map(lane).collect()
    }

    /// Puts one question of the lane after the other. The slots are asked for anew each time, so that another pass
    /// comes in between and need not wait for the end of this one.
    async fn serve(self: Arc<Self>, lane: Arc<SourceQueue>, hand: HeldQuestion) -> Result<(), StoreError> {
        while !lane.is_over() && Instant::now() < self.deadline {
            let Some(_slots) = self.slots(&lane).await else { break };
            let Some(next) = lane.next() else { break };
            *lock(&hand) = Some(next.clone());
            ask_question::question(&self, &lane, next).await?;
            *lock(&hand) = None;
        }
        Ok(())
    }

    async fn slots(&self, lane: &SourceQueue) -> Option<(OwnedSemaphorePermit, OwnedSemaphorePermit)> {
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
    pub(super) fn close(&self, lane: &SourceQueue, why: Outcome, until: DateTime<Utc>) {
        if lane.trouble(why, until) {
            self.shared.paused(&lane.id, why, until);
            lock(&self.report).pause(&lane.id, why, Some(until));
        }
    }

    /// These are not asked after all.
    pub(super) fn skip(&self, lane: &SourceQueue, numbers: impl IntoIterator<Item = TrackingNumber>, why: Skipped) {
        let mut report = lock(&self.report);
        let before = report.skipped.len();
        report.skipped.extend(numbers.into_iter().map(|n| (lane.id.clone(), n, why)));
        self.shared.forgo(report.skipped.len() - before);
    }

    /// Notes what a lane did not come to ask.
    fn leave(&self, lane: &SourceQueue) {
        let why = lane.reason();
        self.skip(lane, lane.drain().into_iter().flat_map(|q| q.numbers), why);
    }

    /// A task died: a mistake of ours, which must not pass unseen. Nothing was stored, so it does not count as
    /// checked: the loop would take that for progress, and go on at once.
    fn lost(&self, error: &JoinError, hands: &HashMap<Id, HeldQuestion>) {
        let Some(question) = hands.get(&error.id()).and_then(|hand| lock(hand).take()) else { return };
        let what = CleanText::line("the check broke off; please report it");
        for number in question.numbers {
            let pair = (question.source.clone(), number);
            let mut report = lock(&self.report);
            report.failures.push((pair.0.clone(), pair.1.clone(), Outcome::Temporary, Some(what.clone())));
            self.shared.answered(pair, Outcome::Temporary, Some(what.clone()));
        }
    }
}
