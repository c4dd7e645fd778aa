//! A change that was taken back or made again, in words.

use crate::store::{JournalAction, Undone};
use crate::t;
use crate::texts::Texts;

/// What the user had done.
#[must_use]
pub fn action(texts: &Texts, undone: &Undone) -> String {
    match undone.action {
        JournalAction::Add => t!(texts, "cli-undone-add", count = undone.parcels),
        JournalAction::Edit => t!(texts, "cli-undone-edit"),
        JournalAction::Archive => t!(texts, "cli-undone-archive"),
        JournalAction::Restore => t!(texts, "cli-undone-restore"),
        JournalAction::Remove => t!(texts, "cli-undone-remove"),
        JournalAction::Import => t!(texts, "cli-undone-import", count = undone.parcels),
    }
}
