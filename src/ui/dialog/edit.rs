//! The form with what the user says of a parcel.

use ratatui::Frame;
use ratatui::text::Line;
use ratatui::widgets::Paragraph;

use super::super::Pen;
use super::super::width::{width, wrap};
use super::{below, draw_field, open, row};
use crate::app::edit::{EditDialog, Part, Wrong};
use crate::t;

pub(in crate::ui) fn draw(frame: &mut Frame, form: &EditDialog, pen: Pen) {
    let area = open(frame, &t!(pen.texts, "edit-dialog", name = form.name.as_str()), 70, 10, pen);
    let labels = Part::ALL.map(|part| label(part, pen));
    let columns = labels.iter().map(|l| width(l)).max().unwrap_or_default();
    for (down, (label, field)) in (0_u16..).zip(labels.iter().zip(&form.fields)) {
        let active = usize::from(down) == form.at;
        draw_field(frame, row(area, down), &pen.fit(label, columns), field, active, pen);
    }
    let (hint, style) = match (form.wrong, Part::ALL[form.at]) {
        (Some(Wrong::Date), _) => (t!(pen.texts, "edit-date-bad"), pen.theme.wrong()),
        (Some(Wrong::Days), _) => (t!(pen.texts, "edit-days-bad"), pen.theme.wrong()),
        (None, Part::Protection) => (t!(pen.texts, "edit-date-hint"), pen.theme.dim()),
        (None, Part::StaleAfter) => {
            (t!(pen.texts, "edit-days-hint", n = pen.app.settings.stale_after_days), pen.theme.dim())
        }
        (None, _) => return,
    };
    let lines = wrap(&hint, usize::from(area.width));
    let lines: Vec<Line> = lines.into_iter().map(|line| Line::styled(line, style)).collect();
    frame.render_widget(Paragraph::new(lines), below(area, 6));
}

fn label(part: Part, pen: Pen) -> String {
    match part {
        Part::Title => t!(pen.texts, "edit-field-title"),
        Part::Shop => t!(pen.texts, "edit-field-shop"),
        Part::Orders => t!(pen.texts, "edit-field-orders"),
        Part::Protection => t!(pen.texts, "edit-field-protection"),
        Part::StaleAfter => t!(pen.texts, "edit-field-stale-after"),
        Part::Note => t!(pen.texts, "edit-field-note"),
    }
}
