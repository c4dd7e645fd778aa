//! The table. Moving the cursor changes one mark and the title of two rows, and nothing else: that is what it costs on
//! the wire.

mod columns;
mod row;

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Line;
use ratatui::widgets::Paragraph;

use super::draw_context::DrawContext;
use super::text_width::wrap;
use crate::app::ScrollWindow;
use crate::app::keymap::KeyAction;
use crate::t;
use columns::Columns;

/// Draws the heads over the columns.
pub(super) fn draw_heads(frame: &mut Frame, area: Rect, pen: DrawContext) {
    let columns = Columns::new(usize::from(area.width), pen.texts.language());
    frame.render_widget(row::heads(columns, pen), area);
}

/// Draws the rows; says which of them were in view. Only these are looked at.
pub(super) fn draw(frame: &mut Frame, area: Rect, pen: DrawContext) -> ScrollWindow {
    let list = &pen.app.list;
    let window = window(pen, usize::from(area.height));
    if window.total == 0 {
        draw_nothing(frame, area, pen);
        return window;
    }
    let columns = Columns::new(usize::from(area.width), pen.texts.language());
    let chosen = list.selected().map(|p| p.id);
    let rows = list.rows().skip(window.top).take(window.height);
    let lines: Vec<Line> = rows.map(|parcel| row::line(parcel, chosen == Some(parcel.id), columns, pen)).collect();
    frame.render_widget(Paragraph::new(lines), area);
    window
}

/// The rows in view: where they were, moved as little as keeps the cursor in view.
fn window(pen: DrawContext, height: usize) -> ScrollWindow {
    let list = &pen.app.list;
    let total = list.rows().len();
    let mut top = list.window.top;
    if let Some(row) = list.position() {
        top = top.clamp((row + 1).saturating_sub(height), row);
    }
    ScrollWindow::clamped(top, height, total)
}

fn draw_nothing(frame: &mut Frame, area: Rect, pen: DrawContext) {
    let list = &pen.app.list;
    let lines: Vec<String> = if !list.is_complete() {
        vec![t!(pen.texts, "list-loading")]
    } else if !list.filter.is_empty() {
        let none = t!(pen.texts, "list-no-match", text = list.filter.text());
        vec![none, t!(pen.texts, "list-no-match-clear")]
    } else if list.archived {
        vec![t!(pen.texts, "list-empty-archived", key = pen.key(KeyAction::ShowArchived))]
    } else {
        vec![
            t!(pen.texts, "list-empty"),
            t!(pen.texts, "list-empty-add", key = pen.key(KeyAction::Add)),
            t!(pen.texts, "list-empty-paste"),
            t!(pen.texts, "list-empty-demo"),
        ]
    };
    let columns = usize::from(area.width).saturating_sub(2);
    let wrapped = lines.iter().flat_map(|line| wrap(line, columns));
    let lines: Vec<Line> = wrapped.map(|line| Line::from(format!(" {line}"))).collect();
    frame.render_widget(Paragraph::new(lines), area);
}
