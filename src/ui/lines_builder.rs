//! A text of several lines that grows downwards.

use ratatui::style::Style;
use ratatui::text::{Line, Span};

use super::text_width::{width, wrap};

/// Lines that grow downwards, one column away from the frame.
pub(super) struct TextLines {
    pub columns: usize,
    pub lines: Vec<Line<'static>>,
}

impl TextLines {
    pub fn new(columns: usize) -> Self {
        Self { columns: columns.saturating_sub(2), lines: Vec::new() }
    }

    /// A paragraph in one style.
    pub fn add(&mut self, text: &str, style: Style) {
        self.add_indented(0, text, style);
    }

    /// A paragraph that stands so many columns further in.
    pub fn add_indented(&mut self, indent: usize, text: &str, style: Style) {
        let margin = " ".repeat(indent + 1);
        for line in wrap(text, self.columns.saturating_sub(indent)) {
            self.lines.push(Line::styled(format!("{margin}{line}"), style));
        }
    }

    /// A paragraph of an item, behind its mark and in line with itself.
    pub fn add_hanging(&mut self, mark: &str, mark_style: Style, text: &str) {
        let margin = width(mark) + 2;
        for (row, line) in wrap(text, self.columns.saturating_sub(margin)).into_iter().enumerate() {
            let before = if row == 0 { format!("   {mark}") } else { " ".repeat(margin + 1) };
            self.lines.push(Line::from(vec![Span::styled(before, mark_style), Span::raw(line)]));
        }
    }

    /// Texts on one line as far as they fit, then on the next.
    pub fn add_joined(&mut self, parts: &[String], joint: &str, style: Style) {
        let parts: Vec<&str> = parts.iter().map(String::as_str).filter(|part| !part.is_empty()).collect();
        if !parts.is_empty() {
            self.add(&parts.join(joint), style);
        }
    }

    /// An empty line.
    pub fn gap(&mut self) {
        self.lines.push(Line::default());
    }
}
