//! The dialog that shows a parcel's numbers to a scanner.

use super::cycle_selection::Neighbour;
use crate::domain::{Parcel, TrackingNumber};

/// A parcel's numbers, one of them in view.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct BarcodeDialog {
    numbers: Vec<TrackingNumber>,
    at: usize,
    is_small: bool,
}

impl BarcodeDialog {
    /// Begins with the last number: the one at the destination. `None`: there is no number.
    #[must_use]
    pub fn new(parcel: &Parcel) -> Option<Self> {
        let numbers: Vec<TrackingNumber> = parcel.numbers.iter().map(|held| held.number.clone()).collect();
        let at = numbers.len().checked_sub(1)?;
        Some(Self { numbers, at, is_small: false })
    }

    /// The number in view.
    #[must_use]
    pub fn number(&self) -> Option<&TrackingNumber> {
        self.numbers.get(self.at)
    }

    /// Which number that is, from 1, and of how many.
    #[must_use]
    pub fn place(&self) -> (usize, usize) {
        (self.at + 1, self.numbers.len())
    }

    /// Whether the codes are wanted small also where there is room.
    #[must_use]
    pub fn is_small(&self) -> bool {
        self.is_small
    }

    /// To the other size.
    pub(super) fn turn_size(&mut self) {
        self.is_small = !self.is_small;
    }

    /// Goes to the next or the previous number.
    pub(super) fn step(&mut self, to: Neighbour) {
        self.at = to.of(self.at, self.numbers.len());
    }
}
