//! One pass: plan, ask, follow handovers, and say what came of it.

use std::collections::{HashMap, HashSet};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use chrono::{Local, Offset};
use tokio::sync::mpsc;
use tokio::time::Instant;
use tokio_util::sync::CancellationToken;

use super::claim::{LastAsked, last_check};
use super::round_shared::Pass;
use super::shared_by_passes::{Pair, Shared};
use super::{PassReport, Progress, Skipped, Worker};
use crate::domain::{SourceId, TrackingNumber, Unasked};
use crate::store::{StoreError, WatchedNumber};
use crate::sync::plan::pause::holding;
use crate::sync::plan::{self, PlanInput, Question, Scope, Survey};

/// How often a pass looks again: for numbers that it has just learned of, and for whoever is to be asked in place of
/// a source that did not know the number.
const ROUNDS: usize = 4;

/// What a further round of a pass is about: numbers that something was just learned of, and no question twice.
#[derive(Default)]
struct RoundScope {
    only: Option<HashSet<TrackingNumber>>,
    done: HashSet<Pair>,
}

impl RoundScope {
    fn allow(&self, source: &SourceId, number: &TrackingNumber) -> bool {
        let fresh = self.only.as_ref().is_none_or(|only| only.contains(number));
        fresh && (self.done.is_empty() || !self.done.contains(&(source.clone(), number.clone())))
    }

    fn narrow(&mut self, asked: &[Pair], new_numbers: Vec<TrackingNumber>) {
        self.done.extend(asked.iter().cloned());
        self.only = Some(asked.iter().map(|(_, number)| number.clone()).chain(new_numbers).collect());
    }
}

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
        if let Ok(report) = &result
            && scope != Scope::Due
            && (report.checked == 0 || !report.unasked.dead_ends.is_empty())
        {
            shared.tell(Progress::Unasked { why: report.unasked.clone() });
        }
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
        let mut limits = RoundScope::default();
        for _ in 0..ROUNDS {
            let (survey, seen) = self.survey(shared, scope, &limits).await?;
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
            if (pairs.is_empty() && new_numbers.is_empty()) || stop.is_cancelled() {
                break;
            }
            limits.narrow(&pairs, new_numbers);
        }
        if report.checked == 0 || matches!(scope, Scope::Parcels(_)) {
            report.unasked = self.unasked(scope).await?;
        }
        // A parcel with several numbers, or several sources, changed as often as it was answered.
        let mut told = HashSet::new();
        report.changed.retain(|parcel| told.insert(*parcel));
        if !report.changed.is_empty() {
            let now = self.clock.now();
            let offset = now.with_timezone(&Local).offset().fix();
            // The answers are kept already; what is made of them is made anew after the next.
            if let Err(error) = self.store.call(move |db| db.make_forecasts(now, offset)).await {
                tracing::warn!("forecasts were not kept: {error}");
            }
        }
        Ok(report)
    }

    /// What is to be asked within the limits, and when each was last asked.
    async fn survey(
        &self,
        shared: &Shared,
        scope: &Scope,
        limits: &RoundScope,
    ) -> Result<(Survey, LastAsked), StoreError> {
        let (watched, states) = self.store.call(|db| Ok((db.watched()?, db.source_states()?))).await?;
        let (profiles, now) = (self.sources.on(), self.clock.now());
        for state in states.iter().filter(|s| profiles.iter().any(|p| p.id == s.source.as_str())) {
            if let Some((why, until)) = holding(state, now, false) {
                shared.paused(&state.source, why, until);
            }
        }
        let habits = self.settings.habits();
        let view = PlanInput { watched: &watched, states: &states, profiles: &profiles, habits, now };
        let survey = plan::survey(&view, scope, |source, number| limits.allow(source, number));
        let seen = seen(&watched, &survey);
        Ok((survey, seen))
    }

    async fn unasked(&self, scope: &Scope) -> Result<Unasked, StoreError> {
        let (watched, states) = self.store.call(|db| Ok((db.watched()?, db.source_states()?))).await?;
        let (profiles, now, habits) = (self.sources.on(), self.clock.now(), self.settings.habits());
        Ok(plan::unasked(&PlanInput { watched: &watched, states: &states, profiles: &profiles, habits, now }, scope))
    }

    /// The time limit, longer where one source has many questions to answer a few at a time.
    fn time_limit(&self, questions: &[Question]) -> Duration {
        let mut each: HashMap<&str, u32> = HashMap::new();
        for question in questions {
            *each.entry(question.source.as_str()).or_default() += 1;
        }
        let gaps = self
            .sources
            .on()
            .into_iter()
            .filter_map(|p| Some(p.gap.max(self.settings.per_question) * *each.get(p.id)?));
        gaps.max().unwrap_or_default().max(self.settings.time_limit)
    }
}

/// When each number to be asked was last asked, by whichever parcel it is watched.
fn seen(watched: &[WatchedNumber], survey: &Survey) -> LastAsked {
    let by_number: HashMap<&TrackingNumber, &WatchedNumber> = watched.iter().map(|w| (&w.number, w)).collect();
    let mut seen = LastAsked::new();
    for question in &survey.questions {
        for number in &question.numbers {
            let last = by_number.get(number).and_then(|w| last_check(w, &question.source));
            seen.insert((question.source.clone(), number.clone()), last);
        }
    }
    seen
}

fn note_left_out(shared: &Shared, report: &mut PassReport, survey: &Survey) {
    let known: HashSet<Pair> = report.skipped.iter().map(|(s, n, _)| (s.clone(), n.clone())).collect();
    let is_new = |source: &SourceId, number: &TrackingNumber| !known.contains(&(source.clone(), number.clone()));
    for (source, number, why, until) in survey.paused.iter().filter(|(s, n, ..)| is_new(s, n)) {
        report.pause(source, *why, Some(*until));
        report.skipped.push((source.clone(), number.clone(), Skipped::Paused(*why, *until)));
        shared.paused(source, *why, *until);
    }
    for (source, number, until) in survey.too_soon.iter().filter(|(s, n, _)| is_new(s, n)) {
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
