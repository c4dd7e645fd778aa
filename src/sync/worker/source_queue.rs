//! The questions of one pass to one source, and whether it is still wise to put them.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex};

use chrono::{DateTime, Utc};

use super::Skipped;
use super::shared_by_passes::lock;
use crate::domain::{Outcome, SourceId, Trouble};
use crate::sources::{Profile, Source};
use crate::sync::plan::Question;
use crate::sync::plan::pause::PauseUpdate;

/// So many network troubles in a row end the lane for this pass: one may be an accident.
const TEMPORARY: u32 = 2;
/// After so many answers in a row that nobody understands, the source has changed, not the numbers.
const GARBLED: u32 = 3;

/// One source's part of a pass.
pub(super) struct SourceQueue {
    pub(super) profile: &'static Profile,
    pub(super) id: SourceId,
    pub(super) source: Arc<dyn Source>,
    inner: Mutex<Inner>,
}

#[derive(Default)]
struct Inner {
    queue: VecDeque<Question>,
    closed: Option<(Outcome, DateTime<Utc>)>,
    late: bool,
    temporary: u32,
    garbled: u32,
}

impl SourceQueue {
    pub(super) fn new(source: Arc<dyn Source>, questions: Vec<Question>) -> Self {
        let profile = source.profile();
        let inner = Inner { queue: questions.into(), ..Inner::default() };
        Self { profile, id: profile.source_id(), source, inner: Mutex::new(inner) }
    }

    /// How many questions can be under way at once.
    pub(super) fn width(&self) -> usize {
        self.profile.parallel.max(1).min(lock(&self.inner).queue.len())
    }

    /// Whether nothing more is to be asked.
    pub(super) fn is_over(&self) -> bool {
        let inner = lock(&self.inner);
        inner.closed.is_some() || inner.late || inner.queue.is_empty()
    }

    /// Whether the source is in trouble.
    pub(super) fn is_closed(&self) -> bool {
        lock(&self.inner).closed.is_some()
    }

    /// The next question.
    pub(super) fn next(&self) -> Option<Question> {
        let mut inner = lock(&self.inner);
        if inner.closed.is_some() || inner.late {
            return None;
        }
        inner.queue.pop_front()
    }

    /// The next request would come too late for this pass: no further one is tried.
    pub(super) fn late(&self) {
        lock(&self.inner).late = true;
    }

    /// What is left unasked.
    pub(super) fn drain(&self) -> Vec<Question> {
        lock(&self.inner).queue.drain(..).collect()
    }

    /// Why something was left unasked.
    pub(super) fn reason(&self) -> Skipped {
        lock(&self.inner).closed.map_or(Skipped::OutOfTime, |(why, until)| Skipped::Paused(why, until))
    }

    /// Judges what a question meant for the source: an answer that nobody understands is the number's matter at
    /// first, and the source's after several in a row.
    pub(super) fn judge(&self, effect: PauseUpdate, now: DateTime<Utc>) -> PauseUpdate {
        let mut inner = lock(&self.inner);
        match effect {
            PauseUpdate::Noted(trouble @ (Trouble::NotUnderstood { .. } | Trouble::TooLarge)) => {
                inner.garbled += 1;
                let many = inner.garbled >= GARBLED;
                if many { PauseUpdate::Trouble(trouble) } else { PauseUpdate::Noted(trouble) }
            }
            // The next question would run the same command: this pass does without the source.
            PauseUpdate::Noted(Trouble::SecretUnavailable { .. }) => {
                inner.closed = Some((Outcome::SecretUnavailable, now));
                effect
            }
            PauseUpdate::Success => {
                inner.garbled = 0;
                inner.temporary = 0;
                PauseUpdate::Success
            }
            other => other,
        }
    }

    /// Takes note of a trouble of the source; whether the lane is closed now.
    pub(super) fn trouble(&self, why: Outcome, until: DateTime<Utc>) -> bool {
        let mut inner = lock(&self.inner);
        if why == Outcome::Temporary {
            inner.temporary += 1;
        }
        if why != Outcome::Temporary || inner.temporary >= TEMPORARY {
            inner.closed = Some((why, until));
        }
        inner.closed.is_some()
    }
}
