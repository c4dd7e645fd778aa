//! The list of pages where a parcel can be looked up.

use super::cycle_selection::Neighbour;
use crate::domain::advice::Link;
use crate::domain::{CleanText, Parcel};

/// The state of the list.
#[derive(Debug)]
pub struct TrackingPagesDialog {
    /// What the parcel is called.
    pub name: CleanText,
    /// The pages; at least one.
    pub pages: Vec<Link>,
    /// The one under the cursor.
    pub at: usize,
}

impl TrackingPagesDialog {
    pub(super) fn new(parcel: &Parcel, pages: Vec<Link>) -> Self {
        Self { name: CleanText::line(parcel.name()), pages, at: 0 }
    }

    /// Moves the cursor to the next or the previous page.
    pub(super) fn step(&mut self, to: Neighbour) {
        self.at = to.of(self.at, self.pages.len());
    }

    /// The address under the cursor.
    pub(super) fn address(&self) -> Option<CleanText> {
        self.pages.get(self.at).map(|page| page.url.clone())
    }
}
