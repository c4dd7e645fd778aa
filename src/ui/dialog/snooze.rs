//! The question until when a parcel is to be left alone.

use ratatui::Frame;
use ratatui::text::Line;
use ratatui::widgets::Paragraph;

use super::super::draw_context::DrawContext;
use super::{below, draw_field, open, row};
use crate::app::snooze_dialog::SnoozeDialog;
use crate::t;
use crate::ui::text_width::wrap;

pub(in crate::ui) fn draw(frame: &mut Frame, asked: &SnoozeDialog, pen: DrawContext) {
    let area = open(frame, &t!(pen.texts, "snooze-dialog", name = asked.name.as_str()), 70, 6, pen);
    draw_field(frame, row(area, 0), &t!(pen.texts, "snooze-field"), &asked.field, true, pen);
    let (hint, style) = if asked.wrong {
        (t!(pen.texts, "snooze-wrong"), pen.theme.wrong())
    } else {
        (t!(pen.texts, "snooze-hint"), pen.theme.dim())
    };
    let lines = wrap(&hint, usize::from(area.width)).into_iter().map(|line| Line::styled(line, style));
    frame.render_widget(Paragraph::new(lines.collect::<Vec<_>>()), below(area, 1));
}
