//! Where the head of a table is, and which column is what.

use csv::StringRecord;

use super::column::Column;
use super::column_heads::column;
use super::table_head::TableHead;
use crate::domain::CleanText;

/// The head is among so many first rows: exports put a title above it.
pub(super) const HEAD_ROWS: usize = 10;
/// A table is not read further to the right.
const MOST_COLUMNS: usize = 1_000;

/// Which column is where.
pub(super) struct Layout {
    /// How many rows are above the first record.
    pub skipped: usize,
    pub columns: Vec<(usize, Column, CleanText)>,
    /// The heads of the columns that are not read.
    unused: Vec<CleanText>,
}

impl Layout {
    /// The layout that the first rows show; `None`: none of them is a head. A head names at least the number or the
    /// order, and one thing more, or is the only column.
    pub fn of<'a>(rows: impl Iterator<Item = Option<&'a StringRecord>>) -> Option<Self> {
        rows.take(HEAD_ROWS).enumerate().find_map(|(at, row)| Self::of_head(at, row?))
    }

    fn of_head(at: usize, row: &StringRecord) -> Option<Self> {
        let columns = recognised(row);
        let tells = columns.iter().any(|(_, column, _)| matches!(column, Column::Number | Column::Order));
        let filled = row.iter().filter(|cell| !cell.trim().is_empty()).count();
        let is_head = tells && (columns.len() > 1 || filled == 1);
        let is_unused = |at: &usize| columns.iter().all(|(used, ..)| used != at);
        let unused = (0..row.len().min(MOST_COLUMNS)).filter(is_unused);
        let unused = unused.filter_map(|at| CleanText::some_line(row.get(at)?)).collect();
        is_head.then_some(Self { skipped: at + 1, columns, unused })
    }

    /// The place of a column.
    pub fn place(&self, wanted: Column) -> Option<usize> {
        self.columns.iter().find(|(_, kind, _)| *kind == wanted).map(|(at, ..)| *at)
    }

    /// What is told of it.
    pub fn head(&self, sheet: Option<CleanText>) -> TableHead {
        let columns = self.columns.iter().map(|(_, column, head)| (*column, head.clone())).collect();
        TableHead { sheet, columns, unused: self.unused.clone(), ..TableHead::default() }
    }
}

/// Each kind of column once, where its head is the surest.
fn recognised(row: &StringRecord) -> Vec<(usize, Column, CleanText)> {
    let mut found: Vec<(usize, Column, usize)> = Vec::new();
    for (at, cell) in row.iter().take(MOST_COLUMNS).enumerate() {
        let Some((kind, doubt)) = column(cell) else { continue };
        match found.iter_mut().find(|(_, known, _)| *known == kind) {
            Some(known) if doubt < known.2 => *known = (at, kind, doubt),
            Some(_) => {}
            None => found.push((at, kind, doubt)),
        }
    }
    let head = |at: usize| CleanText::line(row.get(at).unwrap_or_default());
    found.into_iter().map(|(at, kind, _)| (at, kind, head(at))).collect()
}
