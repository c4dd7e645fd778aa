//! What the loop in the background is doing, as far as the bottom line tells.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};

use super::Progress;
use crate::domain::{CleanText, Outcome, SourceId};
use crate::error_messages::Failure;

/// What the loop reported last.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct SyncStatus {
    /// Replies so far and replies expected, while a pass is under way.
    pub checking: Option<(usize, usize)>,
    /// Sources that are left alone, why, and until when.
    pub paused: BTreeMap<SourceId, (Outcome, Option<DateTime<Utc>>)>,
    /// When something is due next.
    pub next_check_at: Option<DateTime<Utc>>,
    /// Sources whose last reply in the last pass was a trouble.
    pub failing: BTreeMap<SourceId, (Outcome, Option<CleanText>)>,
    /// Why nothing is kept any more.
    pub broken: Option<Failure>,
    /// Nobody is asked.
    pub offline: bool,
    /// Whether the loop has reported anything yet.
    pub started: bool,
}

impl SyncStatus {
    /// Before the first report.
    #[must_use]
    pub fn new(offline: bool) -> Self {
        Self { offline, ..Self::default() }
    }

    /// Takes over a report; whether it can change what is shown.
    pub(super) fn report(&mut self, progress: &Progress) -> bool {
        let before = self.clone();
        self.started = true;
        match progress {
            Progress::Started { numbers } => self.checking = Some((0, *numbers)),
            Progress::Answered { source, outcome, detail, done, total, .. } => {
                self.checking = Some((*done, *total));
                self.hear(source, *outcome, detail.as_ref());
            }
            Progress::Paused { source, outcome, until } => {
                self.paused.insert(source.clone(), (*outcome, *until));
            }
            Progress::Finished { .. } => self.checking = None,
            Progress::Idle { next_check_at } => {
                self.checking = None;
                self.next_check_at = *next_check_at;
            }
            Progress::Broken { error } => {
                self.checking = None;
                self.broken = Some(error.clone().into());
            }
            Progress::Mended => self.broken = None,
            Progress::Asking { .. } | Progress::Changed { .. } | Progress::Unasked { .. } => {}
        }
        *self != before
    }

    fn hear(&mut self, source: &SourceId, outcome: Outcome, detail: Option<&CleanText>) {
        if outcome.is_trouble() {
            self.failing.insert(source.clone(), (outcome, detail.cloned()));
        } else {
            self.failing.remove(source);
            self.paused.remove(source);
        }
    }

    /// The source that is left alone for longest, of those still left alone.
    #[must_use]
    pub fn pause(&self, now: DateTime<Utc>) -> Option<(&SourceId, Outcome, Option<DateTime<Utc>>)> {
        let still = self.paused.iter().filter(|(_, (_, until))| until.is_none_or(|until| until > now));
        still
            .max_by_key(|(_, (_, until))| until.unwrap_or(DateTime::<Utc>::MAX_UTC))
            .map(|(id, (outcome, until))| (id, *outcome, *until))
    }

    /// The first source that fails.
    #[must_use]
    pub fn failure(&self) -> Option<(&SourceId, Outcome)> {
        self.failing.first_key_value().map(|(id, (outcome, _))| (id, *outcome))
    }

    /// What is known of a source's trouble of that kind.
    #[must_use]
    pub fn detail(&self, source: &SourceId, outcome: Outcome) -> Option<&CleanText> {
        let (last, detail) = self.failing.get(source)?;
        detail.as_ref().filter(|_| *last == outcome)
    }
}
