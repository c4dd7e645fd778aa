//! Columns whose long numbers all end in zeros behind the fifteenth digit: a spreadsheet has cut them.

use std::collections::HashSet;

use super::cell::{Cell, cell_at};
use super::column::Column;
use super::layout::Layout;
use super::line::Line;
use super::spreadsheet_damage::tail_is_zeros;

/// One number may end in a zero by chance.
const LEAST_NUMBERS: usize = 2;

/// Those of the columns with numbers and orders.
pub(super) fn of(rows: &[Line], layout: &Layout) -> Vec<Column> {
    [Column::Number, Column::Order].into_iter().filter(|column| is_cut(rows, layout.place(*column))).collect()
}

fn is_cut(rows: &[Line], at: Option<usize>) -> bool {
    let Some(at) = at else { return false };
    let mut long: HashSet<&str> = HashSet::new();
    for cell in rows.iter().filter_map(|(_, row)| cell_at(row.as_ref()?, at)) {
        let Cell { text, is_text } = cell;
        match tail_is_zeros(text).filter(|_| !is_text) {
            Some(true) => drop(long.insert(text)),
            Some(false) => return false,
            None => {}
        }
    }
    long.len() >= LEAST_NUMBERS
}
