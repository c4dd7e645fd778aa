//! What is known of a parcel in short.

use chrono::{DateTime, Utc};
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use super::super::draw_context::DrawContext;
use super::shown::Shown;
use crate::app::DetailData;
use crate::domain::advice;
use crate::domain::{CleanText, Parcel, ReportedFacts, SourceId, Timeline};
use crate::t;
use crate::ui::domain_text;
use crate::ui::lines_builder::TextLines;
use crate::ui::text_width::width;
use crate::ui::theme::Theme;
use crate::wording;

pub(super) fn add(text: &mut TextLines, shown: Shown, pen: DrawContext) {
    let Shown { parcel, .. } = shown;
    let numbers: Vec<&str> = parcel.numbers.iter().map(|n| n.number.as_str()).collect();
    text.add_joined(&[numbers.join(&format!(" {} ", pen.theme.marks.arrow))], "", Theme::strong());
    add_way(text, shown, pen);
    add_rest(text, shown, pen);
}

/// From where to where, how long by now, when it is expected, and how old that is.
pub(super) fn add_way(text: &mut TextLines, shown: Shown, pen: DrawContext) {
    let Shown { parcel, dossier, .. } = shown;
    let checked = super::source_health::checked(parcel, pen);
    let way = [route(parcel, pen), days(parcel, &dossier.timeline, pen), eta(parcel, pen), checked];
    text.add_joined(&way, pen.theme.marks.dot, Style::new());
}

/// What stands on no line of [`one_line`].
pub(super) fn add_rest(text: &mut TextLines, shown: Shown, pen: DrawContext) {
    let Shown { parcel, dossier, .. } = shown;
    let dot = pen.theme.marks.dot;
    let mut parts = carriers(parcel, dossier, pen);
    parts.extend(users_words(parcel, pen));
    text.add_joined(&parts, dot, pen.theme.dim());
    if let Some(note) = &parcel.note {
        text.add(&t!(pen.texts, "detail-note", text = note.replace('\n', " ")), Style::new());
    }
    add_usual(text, shown, pen);
    add_letters(text, dossier, pen);
    add_ends(text, parcel, pen);
}

/// The most useful of it on one line, as far as there is room: how old it is, from where to where, how long by now.
pub(super) fn one_line(shown: Shown, columns: usize, pen: DrawContext) -> Option<Line<'static>> {
    let Shown { parcel, dossier, .. } = shown;
    let old = super::source_health::old(parcel, pen).map(|text| (text, pen.theme.trouble()));
    let checked = super::source_health::checked(parcel, pen);
    let others = [route(parcel, pen), days(parcel, &dossier.timeline, pen), eta(parcel, pen), checked];
    let others = others.into_iter().map(|text| (text, pen.theme.dim()));
    let mut line: Vec<Span> = vec![Span::raw(" ")];
    let mut left = columns;
    for (text, style) in old.into_iter().chain(others).filter(|(text, _)| !text.is_empty()) {
        let dot = if line.len() == 1 { "" } else { pen.theme.marks.dot };
        let Some(room) = left.checked_sub(width(dot) + width(&text)) else { break };
        left = room;
        line.push(Span::styled(format!("{dot}{text}"), style));
    }
    (line.len() > 1).then(|| Line::from(line))
}

/// How long parcels are usually silent where this one is, once enough of them tell, unless the verdict says so.
fn add_usual(text: &mut TextLines, shown: Shown, pen: DrawContext) {
    let told = shown.advice.is_some_and(|a| a.situation.is_silence());
    let normal = advice::normal(shown.parcel, &shown.dossier.standings, &pen.app.advice(pen.now));
    let usual = normal.and_then(|(_, normal)| normal.usual).filter(|usual| !told && usual.is_enough());
    if let Some(usual) = usual.filter(|_| pen.app.list.is_complete()) {
        text.add(&t!(pen.texts, "detail-usual", usual = wording::advice::usual(pen.texts, &usual)), pen.theme.dim());
    }
}

/// What was written last about it, and what was begun.
fn add_letters(text: &mut TextLines, dossier: &DetailData, pen: DrawContext) {
    if let Some(kept) = dossier.messages.first() {
        let to = wording::message::addressee(pen.texts, kept.choice.to);
        let about = wording::message::situation(pen.texts, kept.choice.situation);
        let more = dossier.messages.len() - 1;
        text.add(
            &t!(pen.texts, "detail-wrote", to = to, date = pen.date_of(kept.at), about = about, more = more),
            Style::new(),
        );
    }
    if let Some(begun) = dossier.unsent.first() {
        let to = wording::message::addressee(pen.texts, begun.choice.to);
        let about = wording::message::situation(pen.texts, begun.choice.situation);
        text.add(&t!(pen.texts, "detail-unsent", to = to, about = about), pen.theme.trouble());
    }
}

fn route(parcel: &Parcel, pen: DrawContext) -> String {
    let name = |country| domain_text::country(pen.texts, country);
    match (parcel.summary.origin, parcel.summary.destination) {
        (Some(from), Some(to)) => format!("{} {} {}", name(from), pen.theme.marks.arrow, name(to)),
        (Some(from), None) => t!(pen.texts, "detail-from", country = name(from)),
        (None, Some(to)) => t!(pen.texts, "detail-to", country = name(to)),
        (None, None) => String::new(),
    }
}

/// Days from the first event until now, or until the last one where nothing more is to come.
fn days(parcel: &Parcel, timeline: &Timeline, pen: DrawContext) -> String {
    let listed = timeline.entries.iter().filter(|e| !e.is_withdrawn());
    let times: Vec<DateTime<Utc>> = listed.filter_map(|e| e.event().time).map(|t| t.approximate()).collect();
    let (Some(first), Some(last)) = (times.iter().min(), times.iter().max()) else { return String::new() };
    if parcel.is_finished() {
        return t!(pen.texts, "detail-took", n = (*last - *first).num_days());
    }
    t!(pen.texts, "detail-on-the-way", n = (pen.now - *first).num_days().max(0))
}

fn eta(parcel: &Parcel, pen: DrawContext) -> String {
    match &parcel.summary.eta {
        Some((eta, source)) if !parcel.is_finished() && *source == SourceId::user() => {
            t!(pen.texts, "detail-eta-by-shop", date = pen.eta(*eta))
        }
        Some((eta, source)) if !parcel.is_finished() => {
            t!(pen.texts, "detail-eta-by", date = pen.eta(*eta), source = pen.source_name(source))
        }
        _ => String::new(),
    }
}

fn carriers(parcel: &Parcel, dossier: &DetailData, pen: DrawContext) -> Vec<String> {
    let facts = || dossier.standings.iter().filter_map(|s| s.facts.as_ref());
    let first =
        |pick: fn(&ReportedFacts) -> Option<&CleanText>| facts().find_map(pick).map(|text| text.as_str().to_owned());
    let carrier = parcel.summary.carrier.as_ref().map(|c| t!(pen.texts, "detail-carrier", text = c.as_str()));
    let service = first(|f| f.service.as_ref()).map(|s| t!(pen.texts, "detail-service", text = s));
    let last_mile = first(|f| f.last_mile.as_ref()).map(|s| t!(pen.texts, "detail-last-mile", text = s));
    [carrier, service, last_mile].into_iter().flatten().collect()
}

fn users_words(parcel: &Parcel, pen: DrawContext) -> Vec<String> {
    let list = |words: &[CleanText]| words.iter().map(CleanText::as_str).collect::<Vec<_>>().join(", ");
    let mut parts = Vec::new();
    if let Some(shop) = &parcel.shop {
        parts.push(t!(pen.texts, "detail-shop", text = shop.as_str()));
    }
    parts.extend(super::orders::lines(parcel, pen));
    if !parcel.tags.is_empty() {
        parts.push(t!(pen.texts, "detail-tags", text = list(&parcel.tags)));
    }
    parts
}

fn add_ends(text: &mut TextLines, parcel: &Parcel, pen: DrawContext) {
    let archived = parcel.archived_at.map(|at| t!(pen.texts, "detail-archived", date = pen.date_of(at)));
    let closed = parcel.closed_at.map(|at| t!(pen.texts, "detail-closed", date = pen.date_of(at)));
    let parts: Vec<String> = [archived, closed].into_iter().flatten().collect();
    text.add_joined(&parts, " ", pen.theme.dim());
}
