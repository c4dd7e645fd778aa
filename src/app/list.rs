//! The list: which parcels are shown, in which order, and which one is chosen.

use chrono::{DateTime, Utc};

use super::Window;
use super::filter::Filter;
use crate::domain::sort::{self, urgency};
use crate::domain::{Gauge, Parcel, ParcelId, SortKey, TrackingNumber, Urgency};

/// The parcels and the way they are shown. The cursor holds on to a parcel, never to a row.
#[derive(Debug)]
pub struct List {
    parcels: Vec<Parcel>,
    rows: Vec<usize>,
    selected: Option<ParcelId>,
    loaded: bool,
    counts: Counts,
    gauge: Gauge,
    /// The order.
    pub sort: SortKey,
    /// What is let through.
    pub filter: Filter,
    /// Whether the archived parcels are shown instead of the others.
    pub archived: bool,
    /// Which rows are in view.
    pub window: Window,
}

/// How many parcels of which kind there are, archived ones aside.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Counts {
    /// Unfinished, neither ready nor stuck.
    pub on_the_way: usize,
    /// Waiting to be collected.
    pub ready: usize,
    /// Silent for too long.
    pub stuck: usize,
    /// Nothing more is to come.
    pub finished: usize,
    /// Put away.
    pub archived: usize,
}

impl List {
    /// A list that has not been loaded yet.
    #[must_use]
    pub fn new(gauge: Gauge) -> Self {
        Self {
            parcels: Vec::new(),
            rows: Vec::new(),
            selected: None,
            loaded: false,
            counts: Counts::default(),
            gauge,
            sort: SortKey::default(),
            filter: Filter::default(),
            archived: false,
            window: Window::default(),
        }
    }

    /// Whether the parcels have been read.
    #[must_use]
    pub fn is_loaded(&self) -> bool {
        self.loaded
    }

    /// How many parcels of which kind there are.
    #[must_use]
    pub fn counts(&self) -> Counts {
        self.counts
    }

    /// The parcels in view and out of it, in order.
    #[must_use]
    pub fn rows(&self) -> impl ExactSizeIterator<Item = &Parcel> {
        self.rows.iter().map(|&i| &self.parcels[i])
    }

    /// Every parcel, whatever is shown.
    #[must_use]
    pub fn all(&self) -> &[Parcel] {
        &self.parcels
    }

    /// The parcel with that identity.
    #[must_use]
    pub fn get(&self, id: ParcelId) -> Option<&Parcel> {
        self.parcels.iter().find(|p| p.id == id)
    }

    /// The parcel that has that number.
    #[must_use]
    pub fn with_number(&self, number: &TrackingNumber) -> Option<&Parcel> {
        self.parcels.iter().find(|p| p.numbers.iter().any(|n| n.number == *number))
    }

    /// The parcel under the cursor.
    #[must_use]
    pub fn selected(&self) -> Option<&Parcel> {
        self.position().map(|row| &self.parcels[self.rows[row]])
    }

    /// The row under the cursor.
    #[must_use]
    pub fn position(&self) -> Option<usize> {
        let id = self.selected?;
        self.rows.iter().position(|&i| self.parcels[i].id == id)
    }

    /// How much a parcel needs the reader.
    #[must_use]
    pub fn urgency(&self, parcel: &Parcel, now: DateTime<Utc>) -> Urgency {
        urgency(parcel, &Gauge { now, ..self.gauge })
    }

    /// Puts the cursor on a parcel, if it is shown.
    pub fn select(&mut self, id: ParcelId) {
        if self.rows.iter().any(|&i| self.parcels[i].id == id) {
            self.selected = Some(id);
            self.follow();
        }
    }

    /// Takes over the parcels as they are now.
    pub(super) fn load(&mut self, parcels: Vec<Parcel>, now: DateTime<Utc>) {
        let row = self.position();
        self.parcels = parcels;
        self.loaded = true;
        self.arrange_from(row, now);
    }

    /// Filters and orders anew. The cursor stays on its parcel; where that is gone, on its row.
    pub(super) fn arrange(&mut self, now: DateTime<Utc>) {
        let row = self.position();
        self.arrange_from(row, now);
    }

    fn arrange_from(&mut self, row: Option<usize>, now: DateTime<Utc>) {
        self.gauge.now = now;
        self.rows =
            (0..self.parcels.len()).filter(|&i| self.parcels[i].archived_at.is_some() == self.archived).collect();
        self.filter.keep(&mut self.rows, &self.parcels);
        sort::sort(&mut self.rows, &self.parcels, self.sort, &self.gauge);
        self.count();
        if self.position().is_none() {
            let row = row.unwrap_or(0).min(self.rows.len().saturating_sub(1));
            self.selected = self.rows.get(row).map(|&i| self.parcels[i].id);
        }
        self.follow();
    }

    fn count(&mut self) {
        let mut counts = Counts::default();
        for parcel in &self.parcels {
            let slot = match urgency(parcel, &self.gauge) {
                _ if parcel.archived_at.is_some() => &mut counts.archived,
                Urgency::Stale => &mut counts.stuck,
                Urgency::Ready => &mut counts.ready,
                Urgency::Finished => &mut counts.finished,
                _ => &mut counts.on_the_way,
            };
            *slot += 1;
        }
        self.counts = counts;
    }

    /// Moves the cursor by so many rows, stopping at the ends; whether it moved.
    pub(super) fn step(&mut self, by: isize) -> bool {
        let Some(last) = self.rows.len().checked_sub(1) else { return false };
        let before = self.position();
        let row = before.map_or(0, |row| row.saturating_add_signed(by).min(last));
        self.selected = Some(self.parcels[self.rows[row]].id);
        self.follow();
        before != Some(row)
    }

    /// Brings the cursor into view. The view jumps by half its height: over a slow line, one redraw in a while is
    /// cheaper than one for each step.
    fn follow(&mut self) {
        let Some(row) = self.position() else { return };
        let Window { mut top, height, .. } = self.window;
        if height == 0 {
            return;
        }
        if row < top {
            top = row.saturating_sub(height / 2);
        } else if row >= top + height {
            top = row + 1 - height.div_ceil(2);
        }
        self.window = Window::clamped(top, height, self.rows.len());
    }
}
