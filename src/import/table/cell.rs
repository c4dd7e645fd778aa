//! A cell as its reader means it.

use csv::StringRecord;

use super::spreadsheet_damage::is_blank;

/// A cell that says something.
#[derive(Clone, Copy)]
pub(super) struct Cell<'a> {
    pub text: &'a str,
    /// Whether it was kept as text: no spreadsheet has touched its digits.
    pub is_text: bool,
}

/// A cell without what protects it from a spreadsheet, `="815"` or `'815`; `None`: it says nothing.
pub(super) fn cell_at(row: &StringRecord, at: usize) -> Option<Cell<'_>> {
    let raw = row.get(at)?.trim();
    let is_text = raw.starts_with('\'') || raw.starts_with("=\"");
    let text = raw.trim_start_matches(['=', '\'']).trim_matches('"').trim();
    (!is_blank(text)).then_some(Cell { text, is_text })
}
