//! The head of a table as it was understood.

use std::collections::BTreeMap;

use super::column::Column;
use crate::domain::CleanText;

/// So many different words for the state of an order are told.
const MOST_STATUSES: usize = 30;

/// The head of a table.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct TableHead {
    /// The sheet, where the file holds several.
    pub sheet: Option<CleanText>,
    /// The columns that are read, with their heads.
    pub columns: Vec<(Column, CleanText)>,
    /// The heads of the columns that are not.
    pub unused: Vec<CleanText>,
    /// The words for the state of an order that say that it is over, and how many rows have each.
    pub over: BTreeMap<CleanText, usize>,
    /// Those that nobody understands.
    pub unknown: BTreeMap<CleanText, usize>,
}

impl TableHead {
    /// Counts a word for the state of an order.
    pub(in crate::import) fn count_status(&mut self, words: &CleanText, is_over: bool) {
        let counts = if is_over { &mut self.over } else { &mut self.unknown };
        if counts.len() < MOST_STATUSES || counts.contains_key(words) {
            *counts.entry(words.clone()).or_default() += 1;
        }
    }
}
