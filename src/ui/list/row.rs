//! One row of the table.

use ratatui::style::Style;
use ratatui::text::{Line, Span};

use super::columns::{Columns, FLAGS, GAP, MARKS};
use crate::domain::advice::window as days_after_delivery;
use crate::domain::current_silence::heard_at;
use crate::domain::protection_left::protection;
use crate::domain::{Parcel, Status, Urgency};
use crate::t;
use crate::ui::draw_context::DrawContext;
use crate::ui::text_width::{tail, width};
use crate::ui::theme::Theme;

/// The heads over the columns.
pub(super) fn heads(columns: Columns, pen: DrawContext) -> Line<'static> {
    let texts = pen.texts;
    let mut line = " ".repeat(MARKS) + &pen.fit(&t!(texts, "head-parcel"), columns.title);
    line += &" ".repeat(FLAGS);
    line += &pen.fit(&t!(texts, "head-status"), columns.status);
    for (gap, columns, head, to_the_right) in [
        (1, columns.news, t!(texts, "head-news"), true),
        (GAP, columns.expected, t!(texts, "head-expected"), true),
        (GAP, columns.dispute, t!(texts, "head-dispute"), true),
        (GAP, columns.carrier, t!(texts, "head-carrier"), false),
        (GAP, columns.number, t!(texts, "head-number"), false),
    ] {
        if columns > 0 {
            line += &" ".repeat(gap);
            line += &if to_the_right { pen.fit_right(&head, columns) } else { pen.fit(&head, columns) };
        }
    }
    Line::styled(line.trim_end().to_owned(), pen.theme.dim())
}

pub(super) fn line<'a>(parcel: &'a Parcel, chosen: bool, columns: Columns, pen: DrawContext<'a>) -> Line<'a> {
    let style = pen.theme.urgency(pen.urgency(parcel));
    let title = pen.cut(parcel.name(), columns.title);
    let filler = " ".repeat(columns.title.saturating_sub(width(&title)) + 1);
    let title_style = if chosen { style.add_modifier(Theme::CHOSEN) } else { style };
    let mut spans = vec![
        Span::styled(if chosen { pen.theme.marks.cursor } else { " " }, pen.theme.key()),
        Span::styled(pen.mark(parcel), pen.theme.urgency_mark(pen.urgency(parcel))),
        Span::raw(" "),
        Span::styled(title, title_style),
        Span::raw(filler),
        Span::styled(if parcel.news().is_some() { pen.theme.marks.news } else { " " }, pen.theme.key()),
    ];
    let (flag, flag_style) = flag(parcel, pen);
    spans.push(Span::styled(flag, flag_style));
    spans.push(Span::raw(" "));
    spans.push(Span::styled(pen.fit(&pen.short_status(parcel, columns.status), columns.status), style));
    for (gap, columns, (text, style)) in [
        (1, columns.news, (news(parcel, pen), pen.theme.dim())),
        (GAP, columns.expected, expected(parcel, columns.expected, pen)),
        (GAP, columns.dispute, dispute_by(parcel, pen)),
    ] {
        if columns > 0 {
            spans.push(Span::raw(" ".repeat(gap)));
            spans.push(Span::styled(pen.fit_right(&text, columns), style));
        }
    }
    for (columns, text) in [(columns.carrier, carrier(parcel, pen)), (columns.number, number(parcel, pen))] {
        if columns > 0 {
            spans.push(Span::raw(" ".repeat(GAP)));
            spans.push(Span::styled(pen.fit(&text, columns), pen.theme.dim()));
        }
    }
    Line::from(spans)
}

/// Sources that disagree, or one that fails.
fn flag(parcel: &Parcel, pen: DrawContext) -> (&'static str, Style) {
    let marks = pen.theme.marks;
    if parcel.summary.disagreement {
        (marks.disagree, pen.theme.trouble_mark())
    } else if !parcel.summary.troubles.is_empty() && !parcel.is_finished() {
        (marks.failing, pen.theme.trouble_mark())
    } else {
        (" ", Style::new())
    }
}

/// How long ago something was heard of it; of a finished one, when that was. Where nothing ever was, how long that has
/// been too long, else a dash.
fn news(parcel: &Parcel, pen: DrawContext) -> String {
    if pen.app.asking.is_about(parcel) {
        return t!(pen.texts, "row-asking");
    }
    match parcel.summary.last_event.as_ref().and_then(|event| event.time) {
        Some(time) if parcel.is_finished() => pen.near_date(time.date()),
        Some(time) => pen.age(time.approximate()),
        None if matches!(pen.urgency(parcel), Urgency::Stale | Urgency::Quiet) => pen.age(heard_at(parcel)),
        None => pen.theme.marks.nothing.to_owned(),
    }
}

/// The day it is expected; where it lies ready, or nothing more is to come, that does not matter any more.
fn expected(parcel: &Parcel, columns: usize, pen: DrawContext) -> (String, Style) {
    let ready = parcel.summary.state.is_some_and(|state| state.status == Status::AvailableForPickup);
    let eta = parcel.summary.eta.as_ref().filter(|_| !ready && !parcel.is_finished());
    let Some((eta, _)) = eta else { return (pen.theme.marks.nothing.to_owned(), pen.theme.dim()) };
    if eta.to < pen.today() {
        return (t!(pen.texts, "expected-late"), pen.theme.trouble());
    }
    let days = pen.eta(*eta);
    let short = if width(&days) > columns { t!(pen.texts, "expected-by", date = pen.near_date(eta.to)) } else { days };
    (short, Style::new())
}

/// The last safe day for a dispute: with a mark where it is assumed, and with another where it is near.
fn dispute_by(parcel: &Parcel, pen: DrawContext) -> (String, Style) {
    let (rules, nothing) = (&pen.app.settings.rules, pen.theme.marks.nothing);
    if parcel.is_finished() {
        let open = days_after_delivery(parcel, pen.today(), rules.after_delivery_days).filter(|days| !days.over);
        let day = open.map(|days| format!("{}{} ", pen.theme.marks.assumed, pen.near_date(days.until)));
        return (day.unwrap_or_else(|| format!("{nothing} ")), pen.theme.dim());
    }
    let Some(end) = protection(parcel, pen.today(), rules.dispute_margin_days) else {
        return (format!("{nothing} "), pen.theme.dim());
    };
    let Some(day) = end.dispute_by else { return (t!(pen.texts, "dispute-over") + " ", pen.theme.dim()) };
    let is_assumed = parcel.protection().is_some_and(|end| end.deadline.preset.is_some());
    let assumed = if is_assumed { pen.theme.marks.assumed } else { "" };
    let day = format!("{assumed}{}", pen.near_date(day));
    if end.ends_soon() { (day + "!", pen.theme.wrong()) } else { (day + " ", Style::new()) }
}

fn carrier(parcel: &Parcel, pen: DrawContext) -> String {
    let told = parcel.summary.carrier.as_ref().map(|carrier| carrier.as_str().to_owned());
    let nothing = || pen.theme.marks.nothing.to_owned();
    told.or_else(|| parcel.summary.status_source.as_ref().map(|id| pen.source_name(id))).unwrap_or_else(nothing)
}

/// The number under which it travels now, or else its order.
fn number(parcel: &Parcel, pen: DrawContext) -> String {
    let cut = pen.theme.marks.ellipsis;
    let end = |code: &str| if width(code) > 6 { format!("{cut}{}", tail(code, 4)) } else { code.to_owned() };
    let order = || parcel.order_codes().next().map(|code| t!(pen.texts, "row-order", code = end(code)));
    let number = parcel.numbers.last().map(|held| held.number.to_string());
    number.or_else(order).unwrap_or_else(|| pen.theme.marks.nothing.to_owned())
}
