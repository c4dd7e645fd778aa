//! What was typed is saved: after a rest, before anything else is shown, and when the dialog or the screen closes.

use chrono::{DateTime, TimeDelta, Utc};

use super::stored_draft::Saved;
use super::{MessageDialog, SaveProblem, UnsentText};
use crate::domain::CleanText;
use crate::error_messages::Failure;

/// So long after the last key what was typed is saved.
const REST: TimeDelta = TimeDelta::seconds(1);

impl MessageDialog {
    /// The text was changed.
    pub(in crate::app) fn typed(&mut self, now: DateTime<Utc>) {
        self.trouble = None;
        self.leaving = false;
        self.due = (Saved::As(self.unsent()) != self.saved).then_some(now + REST);
    }

    /// When what was typed is to be saved.
    #[must_use]
    pub fn due_at(&self) -> Option<DateTime<Utc>> {
        self.due
    }

    /// Saves what was typed, if its time has come.
    pub(in crate::app) fn save_due(&mut self, now: DateTime<Utc>) -> Option<UnsentText> {
        if self.due.is_some_and(|due| due <= now) { self.save() } else { None }
    }

    /// Saves what was typed, if the store has it not yet.
    pub(in crate::app) fn save(&mut self) -> Option<UnsentText> {
        self.due = None;
        let unsent = self.unsent();
        let text = unsent.as_deref().map(CleanText::note);
        let saved = Saved::As(unsent);
        if self.saved == saved {
            return None;
        }
        self.saved = saved;
        Some(UnsentText { parcel: self.parcel.id, choice: self.choice, text })
    }

    /// Closes: at once where there is nothing to save, or where saving has failed before. `None`: at once.
    pub(in crate::app) fn leave(&mut self) -> Option<UnsentText> {
        if std::mem::replace(&mut self.leaving, true) { None } else { self.save() }
    }

    /// Whether it closes now that everything is saved.
    pub(in crate::app) fn is_leaving(&self) -> bool {
        self.leaving
    }

    /// What was tried has failed.
    pub(in crate::app) fn fail(&mut self, failure: Failure) {
        self.trouble = Some(SaveProblem::Failed(failure));
        self.saved = Saved::Unknown;
    }
}
