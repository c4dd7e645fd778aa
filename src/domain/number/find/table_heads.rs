//! Tables: the words at the head of a column say what its cells are.

use super::label_words::{Label, LabelMeaning, label};

/// What separates cells, in the order in which they are tried.
const SEPARATORS: [char; 4] = ['\t', ';', '|', ','];
/// A head has no longer cells.
const LONGEST_CELL: usize = 40;
/// A line of a table is no longer.
const LONGEST_LINE: usize = 2_000;

/// A place in a line.
pub(super) struct Cell {
    /// Whether the line is a row of a table.
    pub in_row: bool,
    /// What the head of its column says.
    pub said: Option<LabelMeaning>,
}

/// The table that the current line belongs to.
#[derive(Default)]
pub(super) struct Table {
    separator: char,
    columns: Vec<Option<Label>>,
    /// Whether the current line is a row of it.
    row: bool,
    /// How far cells of the current line have been counted, and how many there were.
    counted: usize,
    column: usize,
    text_line: String,
    line_start: usize,
}

impl Table {
    /// A new line starts, somewhere before `at`.
    pub fn line(&mut self, text: &str, at: usize) {
        let start = text[..at].rfind('\n').map_or(0, |n| n + 1);
        let line = &text[start..];
        let line = &line[..line.find('\n').unwrap_or(line.len())];
        self.row = false;
        if line.len() > LONGEST_LINE {
            self.columns.clear();
            return;
        }
        if let Some((separator, columns)) = head(line) {
            (self.separator, self.columns) = (separator, columns);
            return;
        }
        if self.columns.is_empty() {
            return;
        }
        self.row = line.matches(self.separator).count() + 1 >= self.columns.len().max(2);
        if !self.row {
            self.columns.clear();
            return;
        }
        (self.counted, self.column, self.line_start) = (0, 0, start);
        line.clone_into(&mut self.text_line);
    }

    /// What the head says of the cell at that place.
    pub fn cell(&mut self, at: usize) -> Cell {
        let to = at.saturating_sub(self.line_start).min(self.text_line.len());
        let Some(passed) = self.text_line.get(self.counted..to).filter(|_| self.row) else {
            return Cell { in_row: false, said: None };
        };
        self.column += passed.matches(self.separator).count();
        self.counted = to;
        let label = self.columns.get(self.column).copied().flatten();
        Cell { in_row: true, said: label.map(|label| LabelMeaning { label, direct: true }) }
    }
}

/// The columns of a line that is a head: several short cells, some of which name what we look for, without a number.
fn head(line: &str) -> Option<(char, Vec<Option<Label>>)> {
    if line.chars().filter(char::is_ascii_digit).count() > 4 {
        return None;
    }
    let separator = SEPARATORS.into_iter().find(|&s| line.contains(s))?;
    let cells: Vec<&str> = line.split(separator).collect();
    if cells.iter().any(|c| c.len() > LONGEST_CELL || c.contains(['.', ':', '?', '!']) && !c.trim_end().ends_with('.'))
    {
        return None;
    }
    let columns: Vec<Option<Label>> = cells.iter().map(|c| cell(c)).collect();
    let telling = columns.iter().any(|c| matches!(c, Some(Label::Track | Label::Parcel | Label::Order)));
    telling.then_some((separator, columns))
}

/// What the words of one cell say together.
fn cell(cell: &str) -> Option<Label> {
    let words = cell.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty());
    let labels: Vec<Label> = words.filter_map(label).filter(|l| *l != Label::Neutral).collect();
    let first = |wanted: Label| labels.contains(&wanted).then_some(wanted);
    first(Label::Track)
        .or_else(|| labels.iter().rev().find(|l| **l != Label::Code).copied())
        .or_else(|| first(Label::Code))
}
