//! Aligned columns, measured as a terminal measures them.

use std::io;

use unicode_width::UnicodeWidthStr;

use super::stdout_abilities::{Output, fit};

/// Between two columns.
const GAP: &str = "  ";
/// A column is not made narrower than this.
const LEAST: usize = 6;

/// Rows of cells.
#[derive(Default)]
pub struct Table {
    head: Vec<String>,
    rows: Vec<Vec<String>>,
}

impl Table {
    /// A table with these headings, which are only printed on a terminal.
    #[must_use]
    pub fn new(head: Vec<String>) -> Self {
        Self { head, rows: Vec::new() }
    }

    /// Adds a row.
    pub fn row(&mut self, cells: Vec<String>) {
        self.rows.push(cells);
    }

    /// Writes the table; on a terminal it is made to fit by narrowing the widest columns.
    ///
    /// # Errors
    /// The output is closed or full.
    pub fn write(&self, out: &mut Output) -> io::Result<()> {
        let plain = |row: &Vec<String>| row.iter().map(|cell| out.plain(cell)).collect();
        let table = Self { head: plain(&self.head), rows: self.rows.iter().map(plain).collect() };
        let head = out.width().is_some() && !table.rows.is_empty();
        let widths = table.widths(head, out.width());
        let text = |row: &[String], out: &Output| out.plain(&line(row, &widths));
        if head {
            out.bold(&text(&table.head, out))?;
        }
        table.rows.iter().try_for_each(|row| out.line(&text(row, out)))
    }

    fn widths(&self, head: bool, limit: Option<usize>) -> Vec<usize> {
        let columns = self.rows.iter().map(Vec::len).max().unwrap_or_default();
        let all = || self.rows.iter().chain(head.then_some(&self.head));
        let mut widths: Vec<usize> = (0..columns)
            .map(|column| all().filter_map(|row| row.get(column)).map(|cell| cell.width()).max().unwrap_or_default())
            .collect();
        // A column that is empty throughout takes no room, not even for its heading.
        for (column, width) in widths.iter_mut().enumerate() {
            if self.rows.iter().all(|row| row.get(column).is_none_or(String::is_empty)) {
                *width = 0;
            }
        }
        if let Some(limit) = limit {
            narrow(&mut widths, limit);
        }
        widths
    }
}

/// Takes columns off the widest ones until all fit.
fn narrow(widths: &mut [usize], limit: usize) {
    let total = |widths: &[usize]| {
        let used = widths.iter().filter(|w| **w > 0).count();
        widths.iter().sum::<usize>() + used.saturating_sub(1) * GAP.len()
    };
    while total(widths) > limit {
        match widths.iter_mut().max() {
            Some(widest) if *widest > LEAST => *widest -= 1,
            _ => break,
        }
    }
}

fn line(cells: &[String], widths: &[usize]) -> String {
    let mut out = String::new();
    for (cell, width) in cells.iter().zip(widths).filter(|(_, width)| **width > 0) {
        if !out.is_empty() {
            out.push_str(GAP);
        }
        let cell = fit(cell, *width);
        out.push_str(&cell);
        out.push_str(&" ".repeat(width - cell.width()));
    }
    out.truncate(out.trim_end().len());
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_line_up_across_alphabets() {
        let widths = [6, 4];
        let row = |a: &str, b: &str| line(&[a.to_owned(), b.to_owned()], &widths);
        assert_eq!(row("Лампа", "ab"), "Лампа   ab");
        assert_eq!(row("到达", "ab"), "到达    ab");
    }

    #[test]
    fn the_widest_column_gives_way() {
        let mut widths = [30, 8, 0, 10];
        narrow(&mut widths, 40);
        assert_eq!(widths, [18, 8, 0, 10]);
        let mut tiny = [6, 6];
        narrow(&mut tiny, 3);
        assert_eq!(tiny, [6, 6]);
    }
}
