//! The list: which parcels are shown, in which order, and which one is chosen.

use std::collections::{HashMap, HashSet};

use chrono::{DateTime, Utc};

use super::scroll_window::ScrollWindow;
use super::text_filter::Filter;
use crate::domain::parcel_sorting;
use crate::domain::parcel_sorting::urgency;
use crate::domain::{
    CleanText, ListCounts, ListFacts, Order, Parcel, ParcelId, SortKey, StalenessContext, TrackingNumber, Urgency,
    current_silence,
};

/// The parcels and the way they are shown. The cursor holds on to a parcel, never to a row.
#[derive(Debug)]
pub struct List {
    /// By identity, so that one is found quickly.
    parcels: Vec<Parcel>,
    /// Places in `parcels`, in the order shown.
    rows: Vec<usize>,
    selected: Option<ParcelId>,
    /// The row of the selected one: kept, because it is asked for several times a frame.
    cursor: Option<usize>,
    /// Whether `parcels` are all there are, not only those of the first rows.
    complete: bool,
    counts: ListCounts,
    /// How many nobody has been asked about yet.
    never_asked: usize,
    turns_stale_at: Option<DateTime<Utc>>,
    gauge: StalenessContext,
    /// The order.
    pub sort: SortKey,
    /// What is let through.
    pub filter: Filter,
    /// Whether the archived parcels are shown instead of the others.
    pub archived: bool,
    /// Which rows are in view.
    pub window: ScrollWindow,
}

impl List {
    /// A list that has not been loaded yet.
    #[must_use]
    pub fn new(gauge: StalenessContext) -> Self {
        Self {
            parcels: Vec::new(),
            rows: Vec::new(),
            selected: None,
            cursor: None,
            complete: false,
            counts: ListCounts::default(),
            never_asked: 0,
            turns_stale_at: None,
            gauge,
            sort: SortKey::default(),
            filter: Filter::default(),
            archived: false,
            window: ScrollWindow::default(),
        }
    }

    /// Whether every parcel has been read, and not only those of the first rows.
    #[must_use]
    pub fn is_complete(&self) -> bool {
        self.complete
    }

    /// How many parcels of which kind there are.
    #[must_use]
    pub fn counts(&self) -> ListCounts {
        self.counts
    }

    /// How many parcels under way have numbers that no source has been asked about yet.
    #[must_use]
    pub fn never_asked(&self) -> usize {
        self.never_asked
    }

    /// When the next parcel turns stale, wherever it is in the list.
    #[must_use]
    pub fn turns_stale_at(&self) -> Option<DateTime<Utc>> {
        self.turns_stale_at
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
        self.place(id).ok().map(|place| &self.parcels[place])
    }

    /// Where the parcel is, or belongs, among all.
    fn place(&self, id: ParcelId) -> Result<usize, usize> {
        self.parcels.binary_search_by_key(&id, |p| p.id)
    }

    /// Who has which of these numbers: of several parcels the oldest.
    #[must_use]
    pub(super) fn holders(&self, numbers: &HashSet<&TrackingNumber>) -> HashMap<&TrackingNumber, &Parcel> {
        let mut holders = HashMap::new();
        for parcel in &self.parcels {
            for held in parcel.numbers.iter().filter(|held| numbers.contains(&held.number)) {
                holders.entry(&held.number).or_insert(parcel);
            }
        }
        holders
    }

    /// The parcel under the cursor.
    #[must_use]
    pub fn selected(&self) -> Option<&Parcel> {
        self.cursor.map(|row| &self.parcels[self.rows[row]])
    }

    /// The row under the cursor.
    #[must_use]
    pub fn position(&self) -> Option<usize> {
        self.cursor
    }

    /// The row of a parcel, if it is shown.
    fn row_of(&self, id: ParcelId) -> Option<usize> {
        let place = self.place(id).ok()?;
        self.rows.iter().position(|&i| i == place)
    }

    /// How much a parcel needs the reader.
    #[must_use]
    pub fn urgency(&self, parcel: &Parcel, now: DateTime<Utc>) -> Urgency {
        urgency(parcel, &StalenessContext { now, ..self.gauge })
    }

    /// The parcel of an order, by its code, and by its shop where both name one.
    #[must_use]
    pub fn of_order(&self, code: &CleanText, shop: Option<&CleanText>) -> Option<&Parcel> {
        let wanted = Order { shop: shop.cloned(), ..Order::from(code.clone()) };
        self.parcels.iter().find(|parcel| {
            let known = |order: &Order| Order { shop: order.shop.clone().or(parcel.shop.clone()), ..order.clone() };
            parcel.orders.iter().any(|order| known(order).may_be(&wanted))
        })
    }

    /// Puts the cursor on a parcel, if it is shown.
    pub fn select(&mut self, id: ParcelId) {
        if let Some(row) = self.row_of(id) {
            self.put_cursor(row);
        }
    }

    fn put_cursor(&mut self, row: usize) {
        self.cursor = Some(row);
        self.selected = Some(self.parcels[self.rows[row]].id);
        self.follow();
    }

    /// Takes over the parcels as they are now.
    pub(super) fn load(&mut self, mut parcels: Vec<Parcel>, now: DateTime<Utc>) {
        parcels.sort_by_key(|p| p.id);
        self.parcels = parcels;
        self.complete = true;
        self.arrange(now);
    }

    /// Takes over the parcels of the first rows, and the counts of all: enough for the first frame.
    pub(super) fn preview(&mut self, mut first: Vec<Parcel>, counts: ListCounts, now: DateTime<Utc>) {
        first.sort_by_key(|p| p.id);
        self.parcels = first;
        (self.complete, self.counts) = (false, counts);
        self.arrange(now);
    }

    /// Takes over some parcels as they are now; `None`: it has been removed.
    pub(super) fn update(&mut self, changed: Vec<(ParcelId, Option<Parcel>)>, now: DateTime<Utc>) {
        for (id, parcel) in changed {
            match (self.place(id), parcel) {
                (Ok(place), Some(parcel)) => self.parcels[place] = parcel,
                (Err(place), Some(parcel)) => self.parcels.insert(place, parcel),
                (Ok(place), None) => drop(self.parcels.remove(place)),
                (Err(_), None) => {}
            }
        }
        self.arrange(now);
    }

    /// Filters and orders anew. The cursor stays on its parcel; where that is gone, on its row.
    pub(super) fn arrange(&mut self, now: DateTime<Utc>) {
        self.gauge.now = now;
        self.rows =
            (0..self.parcels.len()).filter(|&i| self.parcels[i].archived_at.is_some() == self.archived).collect();
        self.filter.keep(&mut self.rows, &self.parcels);
        if !self.complete && (self.archived || self.sort != SortKey::Urgency || !self.filter.is_empty()) {
            // Which rows come first here, those that are known by now do not tell.
            self.rows.clear();
        }
        parcel_sorting::sort(&mut self.rows, &self.parcels, self.sort, &self.gauge);
        if self.complete {
            self.count();
        }
        let still = self.selected.and_then(|id| self.row_of(id));
        let row = still.or(self.cursor).unwrap_or(0).min(self.rows.len().saturating_sub(1));
        if self.rows.is_empty() {
            self.cursor = None;
            self.selected = self.selected.filter(|_| !self.complete);
        } else {
            self.put_cursor(row);
        }
    }

    fn count(&mut self) {
        let StalenessContext { now, limits, .. } = self.gauge;
        let unfinished = self.parcels.iter().filter(|p| p.archived_at.is_none());
        let turns = unfinished.filter_map(|parcel| current_silence::turns_stale_at(parcel, limits));
        self.turns_stale_at = turns.filter(|at| *at > now).min();
        self.counts = ListCounts::of(self.parcels.iter().map(ListFacts::of), &self.gauge);
        self.never_asked = self.parcels.iter().filter(|parcel| is_never_asked(parcel)).count();
    }

    /// Moves the cursor by so many rows, stopping at the ends; whether it moved.
    pub(super) fn step(&mut self, by: isize) -> bool {
        let Some(last) = self.rows.len().checked_sub(1) else { return false };
        let before = self.cursor;
        self.put_cursor(before.map_or(0, |row| row.saturating_add_signed(by).min(last)));
        before != self.cursor
    }

    /// The row of the next parcel with news, from the cursor on and round; the cursor's own row comes last.
    pub(super) fn next_with_news(&self) -> Option<usize> {
        let count = self.rows.len();
        let start = self.cursor.map_or(0, |row| row + 1);
        (start..start + count).map(|row| row % count).find(|row| self.parcels[self.rows[*row]].news().is_some())
    }

    /// Puts the cursor on a row, which there must be.
    pub(super) fn put_cursor_on(&mut self, row: usize) {
        self.put_cursor(row);
    }

    /// Brings the cursor into view. The view jumps by half its height: over a slow line, one redraw in a while is
    /// cheaper than one for each step.
    fn follow(&mut self) {
        let Some(row) = self.cursor else { return };
        let ScrollWindow { mut top, height, .. } = self.window;
        if height == 0 {
            return;
        }
        if row < top {
            top = row.saturating_sub(height / 2);
        } else if row >= top + height {
            top = row + 1 - height.div_ceil(2);
        }
        self.window = ScrollWindow::clamped(top, height, self.rows.len());
    }
}

fn is_never_asked(parcel: &Parcel) -> bool {
    let waits = !parcel.numbers.is_empty() && !parcel.is_finished() && parcel.archived_at.is_none();
    waits && parcel.summary.state.is_none() && parcel.summary.checked_at.is_none()
}
