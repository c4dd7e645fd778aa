//! The form with what the user says of a parcel.

use ratatui::Frame;
use ratatui::style::Style;
use ratatui::text::Line;
use ratatui::widgets::Paragraph;

use super::super::draw_context::DrawContext;
use super::{below, draw_field, open, row};
use crate::app::edit_form::{EditDialog, EditError, EditField};
use crate::domain::dispute_deadline::CountedFrom;
use crate::domain::parse_date::DayProblem;
use crate::domain::parse_deadline::Unclear;
use crate::t;
use crate::ui::text_width::{width, wrap};

/// The rows of the box: the fields, three for the hint, the frame.
const ROWS: u16 = 16;
/// The hint has so many rows, where there is room.
const HINT_ROWS: usize = 3;

pub(in crate::ui) fn draw(frame: &mut Frame, form: &EditDialog, pen: DrawContext) {
    // Where not all fields are in view, the title says which one of how many has the keyboard.
    let hidden = frame.area().height.saturating_sub(1) < ROWS;
    let place = if hidden { format!("{}/{} ", form.at + 1, EditField::ALL.len()) } else { String::new() };
    let title = t!(pen.texts, "edit-dialog", name = form.name.as_str());
    let area = open(frame, &format!("{place}{title}"), 70, ROWS, pen);
    let labels = EditField::ALL.map(|part| label(part, pen));
    let columns = labels.iter().map(|l| width(l)).max().unwrap_or_default();
    // Where there is little room, the field that has the keyboard and its hint stay in view.
    let shown = usize::from(area.height).saturating_sub(HINT_ROWS).max(1).min(EditField::ALL.len());
    let top = (form.at + 1).saturating_sub(shown);
    for (down, at) in (0_u16..).zip(top..top + shown) {
        draw_field(frame, row(area, down), &pen.fit(&labels[at], columns), &form.fields[at], at == form.at, pen);
    }
    let (hint, style) = hint(form, pen);
    let lines = wrap(&hint, usize::from(area.width));
    let lines: Vec<Line> = lines.into_iter().map(|line| Line::styled(line, style)).collect();
    frame.render_widget(Paragraph::new(lines), below(area, u16::try_from(shown).unwrap_or(u16::MAX)));
}

/// What is wrong, or what the field takes.
fn hint(form: &EditDialog, pen: DrawContext) -> (String, Style) {
    if let Some(wrong) = form.wrong {
        return (bad(wrong, pen), pen.theme.wrong());
    }
    let texts = pen.texts;
    let hint = match EditField::ALL[form.at] {
        EditField::Number => t!(texts, "edit-number-hint"),
        EditField::Ordered | EditField::Shipped => [t!(texts, "edit-past-hint"), of_which(form, pen)].concat(),
        EditField::Received => [t!(texts, "edit-received-hint"), of_which(form, pen)].concat(),
        EditField::Protection => protection(form, pen),
        EditField::StaleAfter => t!(texts, "edit-days-hint", n = form.usual_days(pen.app.settings.rules.limits())),
        EditField::Orders | EditField::Tags => t!(texts, "edit-list-hint"),
        EditField::Title | EditField::Shop | EditField::Note => String::new(),
    };
    (hint, pen.theme.dim())
}

/// Why a text is no day that is wanted.
pub(super) fn day_problem(why: DayProblem, pen: DrawContext) -> String {
    match why {
        DayProblem::NotUnderstood => t!(pen.texts, "day-not-understood"),
        DayProblem::NoSuchDay => t!(pen.texts, "day-no-such"),
        DayProblem::TwoWays => t!(pen.texts, "day-two-ways"),
        DayProblem::ToCome => t!(pen.texts, "day-to-come"),
        DayProblem::Past => t!(pen.texts, "day-past"),
    }
}

fn bad(wrong: EditError, pen: DrawContext) -> String {
    match wrong {
        EditError::Deadline(Unclear::NoDay(DayProblem::NotUnderstood)) => {
            t!(pen.texts, "edit-date-bad", presets = preset_names(pen))
        }
        EditError::Deadline(Unclear::NoDay(why)) | EditError::Date(_, why) => day_problem(why, pen),
        EditError::Deadline(Unclear::NoStart(CountedFrom::Ordered)) => t!(pen.texts, "edit-no-order-date"),
        EditError::Deadline(Unclear::NoStart(CountedFrom::Shipped)) => t!(pen.texts, "edit-no-shipping-date"),
        EditError::Days => t!(pen.texts, "edit-days-bad"),
        EditError::Number => t!(pen.texts, "edit-number-bad"),
    }
}

fn preset_names(pen: DrawContext) -> String {
    pen.app.settings.rules.presets.iter().map(|preset| &*preset.name).collect::<Vec<_>>().join(", ")
}

/// What the days make the end, and how they can be written.
fn protection(form: &EditDialog, pen: DrawContext) -> String {
    let presets = &pen.app.settings.rules.presets;
    let end = form.end(pen.today(), presets).map(|end| {
        let preset = end.preset.map(|name| t!(pen.texts, "protection-preset", name = name.as_str()));
        let parts = [Some(pen.date(end.until)), preset].into_iter().flatten().collect::<Vec<_>>();
        format!("= {}. ", parts.join(", "))
    });
    [end.unwrap_or_default(), t!(pen.texts, "edit-date-hint", presets = preset_names(pen))].concat()
}

/// Of several orders, which one the days are of.
fn of_which(form: &EditDialog, pen: DrawContext) -> String {
    let order = form.first_of_several().map(|order| {
        let name = order.name().map_or_else(|| t!(pen.texts, "order-no-code"), ToString::to_string);
        t!(pen.texts, "edit-of-order", order = name)
    });
    order.map(|text| format!(" {text}")).unwrap_or_default()
}

fn label(part: EditField, pen: DrawContext) -> String {
    match part {
        EditField::Title => t!(pen.texts, "edit-field-title"),
        EditField::Number => t!(pen.texts, "edit-field-number"),
        EditField::Shop => t!(pen.texts, "edit-field-shop"),
        EditField::Orders => t!(pen.texts, "edit-field-orders"),
        EditField::Ordered => t!(pen.texts, "edit-field-ordered"),
        EditField::Shipped => t!(pen.texts, "edit-field-shipped"),
        EditField::Received => t!(pen.texts, "edit-field-received"),
        EditField::Protection => t!(pen.texts, "edit-field-protection"),
        EditField::StaleAfter => t!(pen.texts, "edit-field-stale-after"),
        EditField::Tags => t!(pen.texts, "edit-field-tags"),
        EditField::Note => t!(pen.texts, "edit-field-note"),
    }
}
