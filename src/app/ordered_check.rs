//! What is being asked right now, and what came of the check that the reader ordered.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::{Progress, toast::Notice};
use crate::domain::{Outcome, Parcel, ParcelId, SourceId, TrackingNumber};

/// The numbers about which somebody is asked, and by how many questions.
#[derive(Debug, Default)]
pub struct Asking(HashMap<TrackingNumber, usize>);

impl Asking {
    /// Whether somebody is asked about one of the parcel's numbers.
    #[must_use]
    pub fn is_about(&self, parcel: &Parcel) -> bool {
        !self.0.is_empty() && parcel.numbers.iter().any(|held| self.0.contains_key(&held.number))
    }

    /// Takes over a report; whether it changed anything.
    pub(super) fn report(&mut self, progress: &Progress) -> bool {
        match progress {
            Progress::Asking { numbers, .. } => {
                for number in numbers {
                    *self.0.entry(number.clone()).or_default() += 1;
                }
                !numbers.is_empty()
            }
            Progress::Answered { number, .. } => match self.0.get_mut(number) {
                Some(questions @ 2..) => {
                    *questions -= 1;
                    false
                }
                Some(_) => self.0.remove(number).is_some(),
                None => false,
            },
            Progress::Idle { .. } | Progress::Broken { .. } => !std::mem::take(&mut self.0).is_empty(),
            _ => false,
        }
    }
}

/// A check that the reader ordered, until its result is told.
#[derive(Debug, Default)]
pub(super) struct OrderedCheck {
    /// How many replies brought something, be it that the number is not known.
    answers: usize,
    troubles: BTreeMap<SourceId, Outcome>,
    news: BTreeSet<ParcelId>,
    /// No question is under way any more; what was changed is still being read.
    pub ended: bool,
}

impl OrderedCheck {
    /// Takes over a report.
    pub fn report(&mut self, progress: &Progress) {
        match progress {
            Progress::Answered { source, outcome, .. } if outcome.is_trouble() => {
                self.troubles.insert(source.clone(), *outcome);
            }
            Progress::Answered { .. } => self.answers += 1,
            _ => {}
        }
    }

    /// A parcel was read again.
    pub fn compare(&mut self, before: Option<&Parcel>, after: &Parcel) {
        let changed = after.summary.changed_at;
        if changed.is_some() && before.is_none_or(|before| before.summary.changed_at != changed) {
            self.news.insert(after.id);
        }
    }

    /// What is told; `None`: nobody was asked, and why not is told elsewhere.
    pub fn result(self) -> Option<Notice> {
        let (news, trouble) = (self.news.len(), self.troubles.into_iter().next());
        match (self.answers, trouble) {
            (0, None) => None,
            (answers, trouble) => Some(Notice::Checked { news, answered: answers > 0, trouble }),
        }
    }
}
