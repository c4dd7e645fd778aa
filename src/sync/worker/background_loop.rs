//! The loop while the screen is open: asks when something is due or ordered, and sleeps in between.

use std::sync::Arc;
use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use futures_util::StreamExt;
use futures_util::future::BoxFuture;
use futures_util::stream::FuturesUnordered;
use tokio::sync::mpsc;
use tokio_util::sync::CancellationToken;

use super::shared_by_passes::Shared;
use super::{PassReport, Progress, Worker, WorkerCommand};
use crate::domain::{Outcome, ParcelId};
use crate::store::StoreError;
use crate::sync::plan::pause::doubled;
use crate::sync::plan::{self, PlanInput, Scope};

/// The longest sleep in one piece. A suspended computer's timers stand still while its clock goes on; so the clock
/// is looked at now and then.
const LONGEST_SLEEP: Duration = Duration::from_mins(1);
/// The longest until a key that could not be had is asked for again.
const LONGEST_LOCKED: TimeDelta = TimeDelta::minutes(15);
/// How many passes may overlap; further orders wait together.
const OVERLAP: usize = 4;

/// Orders that no pass has taken up yet: the same one twice is one.
#[derive(Default)]
struct Pending {
    due: bool,
    all: bool,
    parcels: Vec<ParcelId>,
}

impl Pending {
    fn add(&mut self, order: WorkerCommand) {
        match order {
            WorkerCommand::Wake | WorkerCommand::Check(Scope::Due) => self.due = true,
            WorkerCommand::Check(Scope::All) => self.all = true,
            WorkerCommand::Check(Scope::Parcels(ids)) => {
                for id in ids {
                    if !self.parcels.contains(&id) {
                        self.parcels.push(id);
                    }
                }
            }
        }
    }

    /// The most urgent order: what somebody looks at and waits for comes first.
    fn next(&mut self) -> Option<Scope> {
        if !self.parcels.is_empty() {
            return Some(Scope::Parcels(std::mem::take(&mut self.parcels)));
        }
        if std::mem::take(&mut self.all) {
            return Some(Scope::All);
        }
        std::mem::take(&mut self.due).then_some(Scope::Due)
    }
}

/// When to look again.
#[derive(Default)]
struct Alarm {
    at: Option<DateTime<Utc>>,
    /// Passes that the store made fail, in a row.
    broken: u32,
    /// Whether something was asked since the last time of rest.
    asked: bool,
    /// Times of rest in a row before which a key could not be had: whoever holds it may be asked to unlock it each time.
    locked: u32,
    /// Whether one could not be had since the last one.
    lacks_key: bool,
}

type Ended = Result<PassReport, StoreError>;

impl Worker {
    /// Asks whenever something is due or ordered, until `stop` is cancelled; then every question is broken off and
    /// every claim given back before it returns. An order is taken up at once, also while others are under way.
    ///
    /// With a fixed clock it looks once and then only follows orders. Offline it asks nobody.
    pub async fn run(
        self,
        mut orders: mpsc::UnboundedReceiver<WorkerCommand>,
        progress: mpsc::UnboundedSender<Progress>,
        stop: CancellationToken,
    ) {
        let shared = Arc::new(Shared::new(progress, self.settings.parallel));
        let mut passes: FuturesUnordered<BoxFuture<'_, Ended>> = FuturesUnordered::new();
        let mut pending = Pending { due: true, ..Pending::default() };
        let mut alarm = Alarm::default();
        let mut listening = true;
        loop {
            while passes.len() < OVERLAP
                && let Some(scope) = pending.next()
            {
                passes.push(Box::pin(self.pass_among(&shared, scope, &stop)));
            }
            let sleep = alarm.sleep(self.clock.now()).filter(|_| passes.is_empty());
            tokio::select! {
                () = stop.cancelled() => break,
                order = orders.recv(), if listening => match order {
                    Some(order) => {
                        pending.add(order);
                        while let Ok(order) = orders.try_recv() {
                            pending.add(order);
                        }
                    }
                    None => listening = false,
                },
                Some(ended) = passes.next(), if !passes.is_empty() => {
                    alarm.note(ended, &shared);
                    if passes.is_empty() {
                        self.rest(&shared, &mut alarm).await;
                    }
                }
                () = tokio::time::sleep(sleep.unwrap_or_default()), if sleep.is_some() => {
                    pending.due = alarm.is_past(self.clock.now());
                }
            }
        }
        while passes.next().await.is_some() {}
    }

    /// Nothing is under way: finds out when to look again, and tells it.
    async fn rest(&self, shared: &Shared, alarm: &mut Alarm) {
        let now = self.clock.now();
        let next = match self.next_due(now).await {
            Ok(next) => next,
            Err(error) => {
                alarm.note(Err(error), shared);
                None
            }
        };
        let next = alarm.set(next, now, self.settings.breather);
        if self.clock.is_fixed() {
            alarm.at = None;
        }
        shared.tell(Progress::Idle { next_check_at: next });
    }

    async fn next_due(&self, now: DateTime<Utc>) -> Result<Option<DateTime<Utc>>, StoreError> {
        if self.http.is_offline() {
            return Ok(None);
        }
        let (watched, states) = self.store.call(|db| Ok((db.watched()?, db.source_states()?))).await?;
        let profiles = self.sources.on();
        let habits = self.settings.habits();
        Ok(plan::wake_at(&PlanInput { watched: &watched, states: &states, profiles: &profiles, habits, now }))
    }
}

impl Alarm {
    fn note(&mut self, ended: Ended, shared: &Shared) {
        match ended {
            Ok(report) => {
                self.asked |= report.checked > 0;
                self.lacks_key |= report.failures.iter().any(|(.., outcome, _)| *outcome == Outcome::SecretUnavailable);
                if std::mem::take(&mut self.broken) > 0 {
                    shared.tell(Progress::Mended);
                }
            }
            Err(error) => {
                self.broken = self.broken.saturating_add(1);
                shared.tell(Progress::Broken { error });
            }
        }
    }

    /// Sets the alarm for `next`, but not at once where the last look brought nothing: then somebody else is on it,
    /// or the store is broken and would make us ask again and again in vain.
    fn set(&mut self, next: Option<DateTime<Utc>>, now: DateTime<Utc>, breather: Duration) -> Option<DateTime<Utc>> {
        let breather = TimeDelta::from_std(breather).unwrap_or(TimeDelta::minutes(1));
        let asked = std::mem::take(&mut self.asked);
        self.locked = if std::mem::take(&mut self.lacks_key) { self.locked.saturating_add(1) } else { 0 };
        self.at = match self.broken {
            0 if self.locked > 0 => next.map(|at| at.max(now + doubled(breather, self.locked - 1, LONGEST_LOCKED))),
            0 if asked => next,
            0 => next.map(|at| at.max(now + breather)),
            nth => Some(now + doubled(breather, nth - 1, TimeDelta::hours(1))),
        };
        self.at
    }

    fn is_past(&self, now: DateTime<Utc>) -> bool {
        self.at.is_some_and(|at| at <= now)
    }

    fn sleep(&self, now: DateTime<Utc>) -> Option<Duration> {
        let at = self.at?;
        Some((at - now).to_std().unwrap_or(Duration::ZERO).min(LONGEST_SLEEP))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const BREATHER: Duration = Duration::from_mins(1);

    fn now() -> DateTime<Utc> {
        DateTime::from_timestamp(1_790_000_000, 0).unwrap()
    }

    fn after(minutes: i64) -> DateTime<Utc> {
        now() + TimeDelta::minutes(minutes)
    }

    fn alarm(asked: bool, broken: u32) -> Alarm {
        Alarm { broken, asked, ..Alarm::default() }
    }

    #[test]
    fn what_is_due_at_once_waits_a_breath_where_the_last_look_asked_nobody() {
        for (due, expected) in [(after(-5), after(1)), (now(), after(1)), (after(3), after(3))] {
            let mut idle = alarm(false, 0);
            assert_eq!(idle.set(Some(due), now(), BREATHER), Some(expected));
            assert!(!idle.is_past(now()) && idle.is_past(expected));
        }
        let mut busy = alarm(true, 0);
        assert_eq!(busy.set(Some(after(-5)), now(), BREATHER), Some(after(-5)), "somebody was asked");
        assert_eq!(busy.set(Some(after(-5)), now(), BREATHER), Some(after(1)), "but not since then");
        assert_eq!(alarm(false, 0).set(None, now(), BREATHER), None);
    }

    #[test]
    fn a_store_that_fails_is_left_alone_for_longer_each_time_and_an_hour_at_most() {
        for (failures, minutes) in [(1, 1), (2, 2), (3, 4), (6, 32), (7, 60), (40, 60)] {
            for next in [None, Some(after(-5)), Some(after(600))] {
                assert_eq!(alarm(true, failures).set(next, now(), BREATHER), Some(after(minutes)), "{failures}");
            }
        }
    }

    #[test]
    fn it_sleeps_until_the_alarm_and_looks_at_the_clock_in_between() {
        let mut alarm = alarm(true, 0);
        assert_eq!(alarm.sleep(now()), None);
        alarm.at = Some(after(-1));
        assert_eq!(alarm.sleep(now()), Some(Duration::ZERO));
        alarm.at = Some(now() + TimeDelta::seconds(7));
        assert_eq!(alarm.sleep(now()), Some(Duration::from_secs(7)));
        alarm.at = Some(after(600));
        assert_eq!(alarm.sleep(now()), Some(LONGEST_SLEEP));
    }

    #[test]
    fn the_same_order_twice_is_one_and_what_somebody_waits_for_comes_first() {
        let mut pending = Pending::default();
        for order in [
            WorkerCommand::Wake,
            WorkerCommand::Check(Scope::All),
            WorkerCommand::Check(Scope::Parcels(vec![ParcelId(1)])),
            WorkerCommand::Check(Scope::Parcels(vec![ParcelId(1), ParcelId(2)])),
        ] {
            pending.add(order);
        }
        let taken: Vec<Scope> = std::iter::from_fn(|| pending.next()).collect();
        assert_eq!(taken, [Scope::Parcels(vec![ParcelId(1), ParcelId(2)]), Scope::All, Scope::Due]);
    }
}
