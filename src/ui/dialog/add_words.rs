//! What is said of a piece of text that is offered to be added.

use ratatui::style::Style;

use super::super::draw_context::DrawContext;
use crate::app::add_dialog::AddRow;
use crate::domain::number::{CorrectionReason, NearMissKind, NumberError};
use crate::domain::{CleanText, Order};
use crate::t;
use crate::use_cases::add::OfferKind;

/// The number that is taken, or the order, or the piece of the text.
pub(super) fn name(row: &AddRow) -> String {
    match row.offer.choices().get(row.choice) {
        Some(number) => number.to_string(),
        None => row.offer.order().and_then(|order| order.code.as_ref()).unwrap_or(&row.offer.piece).to_string(),
    }
}

pub(super) fn style(row: &AddRow, pen: DrawContext) -> Style {
    match row {
        AddRow { already: Some(_), .. } => pen.theme.trouble(),
        _ if row.parcel().is_none() => pen.theme.wrong(),
        AddRow { on: false, .. } => pen.theme.dim(),
        _ if row.offer.near.is_some() => pen.theme.trouble(),
        _ => Style::new(),
    }
}

/// In a few words, behind the number: whose it is, or what is doubtful.
pub(super) fn brief(row: &AddRow, pen: DrawContext) -> String {
    let texts = pen.texts;
    let offer = &row.offer;
    let changed = offer.number().map(crate::domain::TrackingNumber::as_str) != Some(name(row).as_str());
    if let Some((_, known)) = &row.already {
        return t!(texts, "add-row-already", name = known.as_str());
    }
    match offer.kind {
        OfferKind::Over => return t!(texts, "add-row-over"),
        OfferKind::NotTaken if !row.on => return t!(texts, "add-row-not-taken"),
        _ => {}
    }
    if offer.order().is_some() {
        return t!(texts, "add-row-order");
    }
    if changed && row.parcel().is_some() {
        return t!(texts, "add-row-corrected", text = offer.piece.as_str());
    }
    match (&offer.carrier, &offer.near) {
        (Some(carrier), _) => carrier.to_string(),
        (None, Some((carrier, _))) => t!(texts, "add-row-near", format = carrier.as_str()),
        (None, None) => String::new(),
    }
}

/// What the text tells of the parcel beside its number: shop and order, the end of the protection, the expected day.
pub(super) fn facts(row: &AddRow, pen: DrawContext) -> Vec<String> {
    let parcel = &row.offer.parcel;
    let orders = &parcel.orders;
    let shop = parcel.shop.as_ref().map(ToString::to_string);
    let is_order = row.offer.order().is_some();
    let codes = orders.iter().filter_map(|order| order.code.as_ref()).filter(|_| !is_order);
    let codes = codes.map(|code| t!(pen.texts, "add-fact-order", order = code.as_str()));
    let end = orders.iter().filter_map(|order| order.protection.as_ref()).chain(&parcel.protection);
    let end = end.map(|end| end.until).min().map(|day| t!(pen.texts, "add-fact-protected", date = pen.date(day)));
    let expected = orders.iter().filter_map(|order| order.expected_on).max();
    let expected = expected.map(|day| t!(pen.texts, "add-fact-expected", date = pen.date(day)));
    shop.into_iter().chain(codes).chain(end).chain(expected).collect()
}

/// In a sentence: what a piece is taken for, or what is wrong with it.
pub(super) fn describe(row: &AddRow, pen: DrawContext) -> (String, Style) {
    let texts = pen.texts;
    let offer = &row.offer;
    let number = name(row);
    if let Some((_, known)) = &row.already {
        return (t!(texts, "add-already", number = number, name = known.as_str()), pen.theme.trouble());
    }
    if let Some(order) = offer.order() {
        return (of_order(order, pen), pen.theme.good());
    }
    if let Some(wrong) = offer.wrong {
        let style = if row.parcel().is_some() { pen.theme.trouble() } else { pen.theme.wrong() };
        return (refused(&pen.cut(&offer.piece, 30), wrong, pen), style);
    }
    match offer.kind {
        OfferKind::NotTaken => return (t!(texts, "add-left", number = number), pen.theme.trouble()),
        OfferKind::Over => return (t!(texts, "add-over", number = number), pen.theme.trouble()),
        OfferKind::Recognised | OfferKind::Doubtful => {}
    }
    let given = offer.number().map(ToString::to_string).unwrap_or(number);
    match (&offer.carrier, &offer.near) {
        (Some(carrier), _) => {
            (t!(texts, "add-number-format", number = given, format = carrier.as_str()), pen.theme.good())
        }
        (None, Some((carrier, fault))) => (near(&given, carrier, *fault, pen), pen.theme.trouble()),
        (None, None) => (t!(texts, "add-number", number = given), pen.theme.good()),
    }
}

/// Beside one of the numbers to choose from: how it differs from what was typed.
pub(super) fn choice(row: &AddRow, at: usize, pen: DrawContext) -> String {
    let texts = pen.texts;
    let given = usize::from(row.offer.number().is_some());
    let Some(correction) = at.checked_sub(given).and_then(|at| row.offer.corrections.get(at)) else {
        return t!(texts, "add-choice-typed");
    };
    match correction.why {
        CorrectionReason::LookAlike => t!(texts, "add-choice-look-alike"),
        CorrectionReason::Layout => t!(texts, "add-choice-layout"),
        CorrectionReason::Confused => t!(texts, "add-choice-confused"),
        CorrectionReason::Country => t!(texts, "add-choice-country"),
        CorrectionReason::Doubled => t!(texts, "add-choice-doubled"),
        CorrectionReason::Swapped => t!(texts, "add-choice-swapped"),
        CorrectionReason::Mistyped => t!(texts, "add-choice-mistyped"),
        CorrectionReason::Missing => t!(texts, "add-choice-missing"),
        CorrectionReason::Extra => t!(texts, "add-choice-extra"),
    }
}

fn of_order(order: &Order, pen: DrawContext) -> String {
    let parts = order.code.iter().chain(&order.shop).map(CleanText::as_str).collect::<Vec<_>>();
    t!(pen.texts, "add-order", order = parts.join(", "))
}

fn refused(piece: &str, wrong: NumberError, pen: DrawContext) -> String {
    match wrong {
        NumberError::Empty => t!(pen.texts, "add-wrong-empty", text = piece),
        NumberError::TooShort => t!(pen.texts, "add-wrong-short", text = piece),
        NumberError::TooLong => t!(pen.texts, "add-wrong-long", text = piece),
        NumberError::BadCharacter => t!(pen.texts, "add-wrong-character", text = piece),
        NumberError::NoDigit => t!(pen.texts, "add-wrong-digit", text = piece),
    }
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
