//! The chosen parcel's timeline, and when it is to be read.

use chrono::{DateTime, TimeDelta, Utc};

use super::scroll_window::ScrollWindow;
use crate::domain::{ParcelId, Standing, Timeline, message};

/// How long the cursor must rest before the detail follows it.
pub(super) const REST: TimeDelta = TimeDelta::milliseconds(120);

/// What the store knows of a parcel beyond the list.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct DetailData {
    /// Which parcel.
    pub parcel_id: ParcelId,
    /// What happened, newest first.
    pub timeline: Timeline,
    /// Where each source stands.
    pub standings: Vec<Standing>,
    /// The messages that were written about it, newest first.
    pub messages: Vec<message::SentMessage>,
    /// The messages that were begun, the one that was changed last first.
    pub unsent: Vec<message::UnsentMessage>,
}

/// The detail pane.
#[derive(Debug, Default)]
pub struct Detail {
    /// What is shown; the old one stays until the new one is there.
    pub dossier: Option<Box<DetailData>>,
    /// Which rows are in view.
    pub window: ScrollWindow,
    wanted: Option<(ParcelId, DateTime<Utc>)>,
}

impl Detail {
    /// Asks for a parcel's timeline once the cursor has rested.
    pub(super) fn want(&mut self, id: ParcelId, now: DateTime<Utc>) {
        let is_shown = self.dossier.as_ref().is_some_and(|d| d.parcel_id == id);
        self.wanted = (!is_shown).then_some((id, now + REST));
    }

    /// When the timeline is to be read, if one is wanted.
    #[must_use]
    pub fn due_at(&self) -> Option<DateTime<Utc>> {
        self.wanted.map(|(_, at)| at)
    }

    /// The parcel whose timeline is to be read now.
    pub(super) fn take_due(&mut self, now: DateTime<Utc>) -> Option<ParcelId> {
        let (id, at) = self.wanted?;
        (at <= now).then(|| {
            self.wanted = None;
            id
        })
    }

    /// The parcel whose timeline is wanted, without waiting any longer.
    pub(super) fn take_wanted(&mut self) -> Option<ParcelId> {
        self.wanted.take().map(|(id, _)| id)
    }

    /// Takes over a timeline; the view stays where it was if it is the same parcel's.
    pub(super) fn show(&mut self, dossier: Box<DetailData>) {
        if self.dossier.as_ref().is_none_or(|d| d.parcel_id != dossier.parcel_id) {
            self.window.top = 0;
        }
        if self.wanted.is_some_and(|(id, _)| id == dossier.parcel_id) {
            self.wanted = None;
        }
        self.dossier = Some(dossier);
    }

    /// Scrolls by so many rows, inside what the last frame measured; whether it moved.
    pub(super) fn scroll(&mut self, by: isize) -> bool {
        let ScrollWindow { top, height, total } = self.window;
        self.window = ScrollWindow::clamped(top.saturating_add_signed(by), height, total);
        self.window.top != top
    }
}
