//! The dialog that adds parcels.

use ratatui::Frame;
use ratatui::style::Style;
use ratatui::text::Line;
use ratatui::widgets::Paragraph;

use super::super::draw_context::DrawContext;
use super::{below, draw_field, open, row};
use crate::app::add_dialog::{AddDialog, Found};
use crate::domain::CleanText;
use crate::domain::number::{NearMissKind, NumberError};
use crate::t;
use crate::ui::text_width::{width, wrap};
use crate::ui::theme::Theme;

/// So many lines fit into the small box.
const FEW: usize = 3;

pub(in crate::ui) fn draw(frame: &mut Frame, dialog: &AddDialog, pen: DrawContext) {
    let rows = if dialog.found.len() > FEW { 17 } else { 11 };
    let area = open(frame, &t!(pen.texts, "add-title"), 76, rows, pen);
    let numbers = t!(pen.texts, "add-numbers");
    let name = if dialog.takes_title() { t!(pen.texts, "add-name") } else { t!(pen.texts, "add-name-off") };
    let columns = width(&numbers).max(width(&name));
    draw_field(frame, row(area, 0), &pen.fit(&numbers, columns), &dialog.numbers, !dialog.on_title, pen);
    draw_field(frame, row(area, 1), &pen.fit(&name, columns), &dialog.title, dialog.on_title, pen);
    let found = below(area, 3);
    let lines = found_lines(dialog, usize::from(found.width), usize::from(found.height), pen);
    frame.render_widget(Paragraph::new(lines), found);
}

fn found_lines(dialog: &AddDialog, columns: usize, rows: usize, pen: DrawContext) -> Vec<Line<'static>> {
    let style = |line: String, style: Style| wrap(&line, columns).into_iter().map(move |l| Line::styled(l, style));
    if dialog.found.is_empty() {
        return style(t!(pen.texts, "add-nothing"), pen.theme.dim()).collect();
    }
    let mut end = Vec::new();
    if let Some(number) = &dialog.suggestion {
        end.extend(style(t!(pen.texts, "add-suggestion", number = number.as_str()), pen.theme.trouble()));
    }
    let new = dialog.new_parcels().len();
    let known = new == 0 && dialog.found.iter().any(|found| found.already.is_some());
    let enter = if known { t!(pen.texts, "add-go-to") } else { t!(pen.texts, "add-count", n = new) };
    end.extend(style(enter, Theme::strong()));
    let room = rows.saturating_sub(end.len());
    let mut lines: Vec<Line> = Vec::new();
    for (i, found) in dialog.found.iter().enumerate() {
        let (text, looks) = describe(found, pen);
        let described: Vec<Line> = style(text, looks).collect();
        let last = i + 1 == dialog.found.len();
        if lines.len() + described.len() + usize::from(!last) > room {
            let rest = dialog.found.len() - i;
            lines.push(Line::from(t!(pen.texts, "add-more", n = rest)));
            break;
        }
        lines.extend(described);
    }
    lines.truncate(room);
    lines.extend(end);
    lines
}

/// What a piece of the text is taken for, or what is wrong with it.
fn describe(found: &Found, pen: DrawContext) -> (String, Style) {
    let texts = pen.texts;
    let piece = pen.cut(&found.recognised.text, 30);
    let wrong = pen.theme.wrong();
    if found.recognised.awaits_number() {
        return order(found, &piece, pen);
    }
    let number = match &found.recognised.number {
        Ok(number) => number.as_str(),
        Err(NumberError::Empty) => return (t!(texts, "add-wrong-empty", text = piece), wrong),
        Err(NumberError::TooShort) => return (t!(texts, "add-wrong-short", text = piece), wrong),
        Err(NumberError::TooLong) => return (t!(texts, "add-wrong-long", text = piece), wrong),
        Err(NumberError::BadCharacter) => return (t!(texts, "add-wrong-character", text = piece), wrong),
        Err(NumberError::NoDigit) => return (t!(texts, "add-wrong-digit", text = piece), wrong),
    };
    if let Some((_, name)) = &found.already {
        return (t!(texts, "add-already", number = number, name = name.as_str()), pen.theme.trouble());
    }
    if let Some(carrier) = &found.recognised.carrier {
        return (t!(texts, "add-number-format", number = number, format = carrier.as_str()), pen.theme.good());
    }
    match &found.recognised.near {
        Some((carrier, fault)) => (near(number, carrier, *fault, pen), pen.theme.trouble()),
        None => (t!(texts, "add-number", number = number), pen.theme.good()),
    }
}

/// An order whose number the text does not name.
fn order(found: &Found, code: &str, pen: DrawContext) -> (String, Style) {
    if let Some((_, name)) = &found.already {
        return (t!(pen.texts, "add-already", number = code, name = name.as_str()), pen.theme.trouble());
    }
    let shop = found.recognised.shop.iter().map(CleanText::as_str);
    let order = std::iter::once(code).chain(shop).collect::<Vec<_>>().join(", ");
    (t!(pen.texts, "add-order", order = order), pen.theme.good())
}

/// What keeps a number from being one of a carrier's.
fn near(number: &str, carrier: &str, fault: NearMissKind, pen: DrawContext) -> String {
    let texts = pen.texts;
    match fault {
        NearMissKind::CheckDigit => t!(texts, "add-near-check", number = number, format = carrier),
        NearMissKind::Issuer => t!(texts, "add-near-issuer", number = number, format = carrier),
        NearMissKind::Missing(n) => t!(texts, "add-near-missing", number = number, format = carrier, n = n),
        NearMissKind::Extra(n) => t!(texts, "add-near-extra", number = number, format = carrier, n = n),
    }
}
