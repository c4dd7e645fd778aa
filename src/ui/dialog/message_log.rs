//! The log of what was written about a parcel.

use ratatui::Frame;
use ratatui::text::Line;
use ratatui::widgets::Paragraph;

use super::super::draw_context::DrawContext;
use super::open;
use crate::app::ScrollWindow;
use crate::t;
use crate::ui::text_width::wrap;
use crate::ui::theme::Theme;
use crate::wording;

/// How far the messages stand in under their headlines.
const INDENT: usize = 2;

/// Draws the log, the newest message first; says which rows were in view.
pub(in crate::ui) fn draw(frame: &mut Frame, top: usize, pen: DrawContext) -> ScrollWindow {
    let (columns, rows) = (frame.area().width, frame.area().height);
    let name = pen.app.shown().map(|(parcel, _)| parcel.name().to_owned()).unwrap_or_default();
    let area = open(frame, &t!(pen.texts, "letters-title", name = name), columns, rows, pen);
    let lines = lines(usize::from(area.width), pen);
    let window = ScrollWindow::clamped(top, usize::from(area.height), lines.len());
    let shown: Vec<Line> = lines.into_iter().skip(window.top).take(window.height).collect();
    frame.render_widget(Paragraph::new(shown), area);
    window
}

fn lines(columns: usize, pen: DrawContext) -> Vec<Line<'static>> {
    let mut lines = Vec::new();
    for kept in pen.app.shown().iter().flat_map(|(_, dossier)| &dossier.messages) {
        if !lines.is_empty() {
            lines.push(Line::default());
        }
        let local = kept.at.with_timezone(&pen.app.settings.utc_offset);
        let when = format!("{} {}", pen.date(local.date_naive()), local.format("%H:%M"));
        let title = wording::message::headline(pen.texts, kept, &when);
        lines.extend(wrap(&title, columns).into_iter().map(|line| Line::styled(line, Theme::strong())));
        let text = kept.text.lines().flat_map(|line| wrap(line, columns.saturating_sub(INDENT)));
        lines.extend(text.map(|line| Line::raw(format!("{}{line}", " ".repeat(INDENT)))));
    }
    lines
}
