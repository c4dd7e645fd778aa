//! The question before a parcel is removed.

use ratatui::Frame;
use ratatui::text::Line;
use ratatui::widgets::Paragraph;

use super::super::draw_context::DrawContext;
use super::open;
use crate::t;
use crate::ui::text_width::wrap;
use crate::ui::theme::Theme;

const COLUMNS: u16 = 56;

pub(in crate::ui) fn draw(frame: &mut Frame, name: &str, pen: DrawContext) {
    let columns = usize::from(COLUMNS.min(frame.area().width)).saturating_sub(4);
    let question = t!(pen.texts, "confirm-remove", name = pen.cut(name, 80));
    let mut lines: Vec<Line> = wrap(&question, columns).into_iter().map(|l| Line::styled(l, Theme::strong())).collect();
    lines.extend(wrap(&t!(pen.texts, "confirm-keys"), columns).into_iter().map(Line::from));
    let rows = u16::try_from(lines.len() + 2).unwrap_or(u16::MAX);
    let area = open(frame, &t!(pen.texts, "confirm-title"), COLUMNS, rows, pen);
    frame.render_widget(Paragraph::new(lines), area);
}
