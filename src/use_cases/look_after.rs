//! What a screen and a watcher do besides asking: they look for what time alone brings, and say that somebody is there.

use std::sync::Arc;
use std::time::Duration;

use chrono::{DateTime, Days, NaiveTime, TimeDelta, Utc};
use tokio::sync::Notify;
use tokio_util::sync::CancellationToken;

use crate::domain::notice::instant_of;
use crate::notify::{Bell, ReaderSettings};
use crate::store::{LookContext, LoopMarks, Store, StoreError};
use crate::sync::{Clock, Progress};

/// Time alone brings something at least so often.
const ROUND: TimeDelta = TimeDelta::hours(1);
/// So often a watcher says that it is alive.
pub const WATCHER_BEAT: TimeDelta = TimeDelta::minutes(15);
/// The longest sleep in one piece: a suspended computer's timers stand still while its clock goes on.
const LONGEST_SLEEP: Duration = Duration::from_mins(5);

/// Looks after the parcels while a screen or a watcher is open.
#[derive(Clone)]
pub struct Caretaker {
    /// Where parcels and notices are.
    pub store: Store,
    /// What the reader's settings say.
    pub reader: ReaderSettings,
    /// When the daily summary is due.
    pub summary_at: Option<NaiveTime>,
    /// What time it is.
    pub clock: Clock,
    /// Whether it is the watcher.
    pub is_watcher: bool,
    /// Rung when there is something to tell.
    pub bell: Bell,
    /// Asks for a look now.
    pub nudge: Arc<Notify>,
}

/// Whether a watcher is meant to run and has not been heard of for two of its beats.
#[must_use]
pub fn is_watcher_overdue(marks: LoopMarks, now: DateTime<Utc>) -> bool {
    marks.watcher_at.is_some_and(|at| now - at > WATCHER_BEAT * 2)
}

impl Caretaker {
    /// Follows what the loop that asks is doing.
    pub fn heed(&self, progress: &Progress) {
        match progress {
            Progress::Started { .. } => self.bell.set_busy(true),
            Progress::Finished { .. } => self.nudge.notify_one(),
            Progress::Idle { .. } => self.bell.set_busy(false),
            Progress::Changed { .. } => self.bell.ring(),
            Progress::Asking { .. }
            | Progress::Answered { .. }
            | Progress::Paused { .. }
            | Progress::Broken { .. }
            | Progress::Unasked { .. }
            | Progress::Mended => {}
        }
    }

    /// Looks at the start, after every pass, and as time goes on, until `stop` is cancelled. With a fixed clock it looks
    /// only when it is asked to.
    pub async fn run(self, stop: CancellationToken) {
        loop {
            let now = self.clock.now();
            if let Err(error) = self.look(now).await {
                tracing::warn!("looking for what is to be told: {error}");
            }
            self.bell.ring();
            let next = self.next(now);
            loop {
                let sleep = (next - self.clock.now()).to_std().unwrap_or_default().min(LONGEST_SLEEP);
                tokio::select! {
                    () = stop.cancelled() => return,
                    () = self.nudge.notified() => break,
                    () = tokio::time::sleep(sleep), if !self.clock.is_fixed() => {}
                }
                if self.clock.now() >= next {
                    break;
                }
            }
        }
    }

    /// Looks once.
    ///
    /// # Errors
    /// When the database cannot be written.
    pub async fn look(&self, now: DateTime<Utc>) -> Result<(), StoreError> {
        let (rules, offset, is_watcher) = (self.reader.advice.clone(), (self.reader.offset)(now), self.is_watcher);
        let local = now.with_timezone(&offset).time();
        let with_summary = self.summary_at.is_some_and(|hour| hour <= local);
        let look = move |db: &mut crate::store::Database| {
            db.look(&LookContext { rules: &rules, offset, with_summary, now })?;
            db.mark_look(now, is_watcher)
        };
        self.store.call(look).await
    }

    /// When to look again: the next round, midnight, or the hour of the summary.
    fn next(&self, now: DateTime<Utc>) -> DateTime<Utc> {
        let local = now.with_timezone(&(self.reader.offset)(now)).naive_local();
        let at = |time: NaiveTime| {
            let day =
                if local.time() < time { Some(local.date()) } else { local.date().checked_add_days(Days::new(1)) };
            day.map(|day| instant_of(day.and_time(time), now, self.reader.offset))
        };
        let round = now + if self.is_watcher { WATCHER_BEAT } else { ROUND };
        [at(NaiveTime::MIN), self.summary_at.and_then(at)].into_iter().flatten().fold(round, DateTime::min)
    }
}
