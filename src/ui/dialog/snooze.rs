//! The question until when a parcel is to be left alone.

use ratatui::Frame;
use ratatui::text::Line;
use ratatui::widgets::Paragraph;

use super::super::draw_context::DrawContext;
use super::edit::day_problem;
use super::{below, draw_field, open, row};
use crate::app::snooze_dialog::SnoozeDialog;
use crate::t;
use crate::ui::text_width::wrap;

pub(in crate::ui) fn draw(frame: &mut Frame, asked: &SnoozeDialog, pen: DrawContext) {
    let area = open(frame, &t!(pen.texts, "snooze-dialog", name = asked.name.as_str()), 70, 7, pen);
    draw_field(frame, row(area, 0), &t!(pen.texts, "snooze-field"), &asked.field, true, pen);
    let (hint, style) = match (asked.wrong, asked.effect(pen.now, pen.today())) {
        (Some(why), _) => (day_problem(why, pen), pen.theme.wrong()),
        (None, Some((until, true))) => (t!(pen.texts, "snooze-overruled", date = pen.date(until)), pen.theme.trouble()),
        (None, Some((until, false))) => (t!(pen.texts, "snooze-until", date = pen.date(until)), pen.theme.dim()),
        (None, None) => (t!(pen.texts, "snooze-hint"), pen.theme.dim()),
    };
    let lines = wrap(&hint, usize::from(area.width)).into_iter().map(|line| Line::styled(line, style));
    frame.render_widget(Paragraph::new(lines.collect::<Vec<_>>()), below(area, 1));
}
