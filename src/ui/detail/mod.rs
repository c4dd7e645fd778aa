//! The chosen parcel: what is known of it in short, then its timeline. One long text that scrolls.

mod advice;
mod orders;
mod parcel_facts;
mod source_trouble;

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use ratatui::widgets::{Block, Paragraph};

use super::layout::inside;
use super::text_width::{width, wrap};
use super::{DrawContext, timeline};
use crate::app::{DetailData, Focus, ScrollWindow};
use crate::domain::Parcel;
use crate::t;
use crate::ui::theme::Theme;

/// Draws the detail into a frame; says which rows were in view.
pub(super) fn draw(frame: &mut Frame, area: Rect, pen: DrawContext) -> ScrollWindow {
    let focused = pen.app.focus == Focus::Detail;
    let title_style = if focused { Theme::strong() } else { Style::new() };
    let mut block = Block::bordered().border_set(pen.theme.marks.border).border_style(pen.theme.frame(focused));
    if let Some((parcel, _)) = pen.app.shown() {
        let title = pen.cut(parcel.name(), usize::from(area.width).saturating_sub(4));
        block = block.title(Line::styled(format!(" {title} "), title_style));
    }
    frame.render_widget(block, area);
    let inner = inside(area);
    let text = Text::new(usize::from(inner.width));
    let lines = match pen.app.shown() {
        Some((parcel, dossier)) => contents(text, parcel, dossier, pen),
        None => nothing(text, pen),
    };
    let window = ScrollWindow::clamped(pen.app.detail.window.top, usize::from(inner.height), lines.len());
    let shown: Vec<Line> = lines.into_iter().skip(window.top).take(window.height).collect();
    frame.render_widget(Paragraph::new(shown), inner);
    window
}

fn nothing(mut text: Text, pen: DrawContext) -> Vec<Line<'static>> {
    let loading = pen.app.selected().is_some();
    let word = if loading { t!(pen.texts, "detail-loading") } else { t!(pen.texts, "detail-none") };
    text.add(&word, pen.theme.dim());
    text.lines
}

fn contents(mut text: Text, parcel: &Parcel, dossier: &DetailData, pen: DrawContext) -> Vec<Line<'static>> {
    parcel_facts::add(&mut text, parcel, dossier, pen);
    source_trouble::add(&mut text, parcel, dossier, pen);
    text.gap();
    timeline::add(&mut text, parcel, &dossier.timeline, pen);
    text.lines
}

/// Lines that grow downwards, one column away from the frame.
pub(super) struct Text {
    pub columns: usize,
    pub lines: Vec<Line<'static>>,
}

impl Text {
    fn new(columns: usize) -> Self {
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
    pub fn add_hanging(&mut self, mark: &str, text: &str) {
        let margin = width(mark) + 2;
        for (row, line) in wrap(text, self.columns.saturating_sub(margin)).into_iter().enumerate() {
            let before = if row == 0 { format!("  {mark}") } else { " ".repeat(margin) };
            self.lines.push(Line::from(format!(" {before}{line}")));
        }
    }

    /// Texts on one line as far as they fit, then on the next.
    pub fn add_joined(&mut self, parts: &[String], joint: &str, style: Style) {
        let parts: Vec<&str> = parts.iter().map(String::as_str).filter(|part| !part.is_empty()).collect();
        if !parts.is_empty() {
            self.add(&parts.join(joint), style);
        }
    }

    /// A text, and another one at the right end of the same line; on the next where there is no room.
    pub fn add_sides(&mut self, left: &str, left_style: Style, right: &str, right_style: Style) {
        let room = self.columns.saturating_sub(width(left) + width(right));
        if right.is_empty() || room < 2 {
            self.add(left, left_style);
            if !right.is_empty() {
                self.add(right, right_style);
            }
            return;
        }
        let spans = [
            Span::styled(format!(" {left}"), left_style),
            Span::raw(" ".repeat(room)),
            Span::styled(right.to_owned(), right_style),
        ];
        self.lines.push(Line::from_iter(spans));
    }

    /// An empty line.
    pub fn gap(&mut self) {
        self.lines.push(Line::default());
    }
}
