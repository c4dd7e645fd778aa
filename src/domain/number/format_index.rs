//! The table made ready for matching: patterns by length and first character, so that a number meets only the few
//! that can fit it.

use std::sync::LazyLock;

use super::TrackingNumber;
use super::format::Format;
use super::format_table::formats;
use super::normalise::{CODES, code};
use super::pattern::{DIGITS, LETTERS, Mask, Pattern, patterns};

/// A pattern together with what it belongs to.
pub(super) struct Entry {
    /// The row.
    pub format: &'static Format,
    /// The pattern.
    pub pattern: Pattern,
    /// How much the shape says: 0 for digits only, up to [`MOST_DISTINCT`].
    pub distinct: u8,
}

/// The highest distinctness.
pub(super) const MOST_DISTINCT: u8 = 30;

pub(super) struct Index {
    entries: Vec<Entry>,
    /// Places in `entries` by length, then by first character.
    buckets: Vec<Vec<u16>>,
    /// Places in `entries` by length.
    lengths: Vec<Vec<u16>>,
}

static INDEX: LazyLock<Index> = LazyLock::new(Index::build);

/// The one index.
pub(super) fn index() -> &'static Index {
    &INDEX
}

impl Index {
    fn build() -> Self {
        let mut index = Self {
            entries: Vec::new(),
            buckets: vec![Vec::new(); (TrackingNumber::MAX + 1) * usize::from(CODES)],
            lengths: vec![Vec::new(); TrackingNumber::MAX + 1],
        };
        for format in formats() {
            for pattern in format.shapes.iter().flat_map(|shape| patterns(shape)) {
                index.add(format, pattern);
            }
        }
        index
    }

    fn add(&mut self, format: &'static Format, pattern: Pattern) {
        let (Ok(place), length) = (u16::try_from(self.entries.len()), pattern.masks.len()) else { return };
        let Some(by_length) = self.lengths.get_mut(length) else { return };
        by_length.push(place);
        let first = pattern.masks.first().copied().unwrap_or(0);
        for c in (0..CODES).filter(|c| first & (1 << c) != 0) {
            self.buckets[length * usize::from(CODES) + usize::from(c)].push(place);
        }
        let distinct = distinctness(&pattern.masks);
        self.entries.push(Entry { format, pattern, distinct });
    }

    /// Those that may fit a normalised number, judged by its length and first character.
    pub fn near(&self, number: &[u8]) -> impl Iterator<Item = &Entry> {
        let bucket = number
            .first()
            .and_then(|&b| code(b))
            .and_then(|c| self.buckets.get(number.len() * usize::from(CODES) + usize::from(c)));
        bucket.into_iter().flatten().map(|&place| &self.entries[usize::from(place)])
    }

    /// Those of that length.
    pub fn of_length(&self, length: usize) -> impl Iterator<Item = &Entry> {
        self.lengths.get(length).into_iter().flatten().map(|&place| &self.entries[usize::from(place)])
    }
}

impl Entry {
    /// Whether the number has this shape; its length has to be the pattern's.
    pub fn fits(&self, number: &[u8]) -> bool {
        number.len() == self.pattern.masks.len()
            && self.pattern.masks.iter().zip(number).all(|(&mask, &byte)| allows(mask, byte))
    }
}

/// Whether a mask allows a character.
pub(super) fn allows(mask: Mask, byte: u8) -> bool {
    code(byte).is_some_and(|c| mask & (1 << c) != 0)
}

/// Fixed letters say much, fixed digits less, the mere class of a letter little, a digit nothing.
fn distinctness(masks: &[Mask]) -> u8 {
    let sum: u8 = masks
        .iter()
        .map(|&mask| match mask.count_ones() {
            1 if mask & LETTERS != 0 => 6,
            1 => 3,
            2..=9 if mask & LETTERS != 0 => 4,
            2..=6 => 1,
            _ if mask == LETTERS => 1,
            _ => 0,
        })
        .fold(0, u8::saturating_add);
    let digits_only = masks.iter().all(|&mask| mask & !DIGITS == 0);
    sum.min(if digits_only { MOST_DISTINCT / 2 } else { MOST_DISTINCT })
}
