//! What is known of a parcel in short.

use chrono::{DateTime, Utc};
use ratatui::style::Style;

use super::super::draw_context::DrawContext;
use crate::app::DetailData;
use crate::domain::{CleanText, Parcel, ReportedFacts, SourceId, Timeline};
use crate::t;
use crate::ui::domain_text;
use crate::ui::lines_builder::TextLines;
use crate::ui::theme::Theme;
use crate::wording;

pub(super) fn add(text: &mut TextLines, parcel: &Parcel, dossier: &DetailData, pen: DrawContext) {
    add_status(text, parcel, pen);
    // Until every parcel is read, the silence that is usual is not known.
    if pen.app.list.is_complete() {
        super::advice::add(text, parcel, dossier, pen);
    }
    let numbers: Vec<String> = parcel.numbers.iter().map(|n| n.number.to_string()).collect();
    if !numbers.is_empty() {
        text.add_sides(
            &numbers.join(&format!(" {} ", pen.theme.marks.arrow)),
            Theme::strong(),
            &sources(dossier, pen),
            pen.theme.dim(),
        );
    }
    let dot = pen.theme.marks.dot;
    text.add_joined(&[route(parcel, pen), days(parcel, &dossier.timeline, pen), eta(parcel, pen)], dot, Style::new());
    let mut parts = carriers(parcel, dossier, pen);
    parts.extend(users_words(parcel, pen));
    text.add_joined(&parts, dot, pen.theme.dim());
    if let Some(note) = &parcel.note {
        text.add(&t!(pen.texts, "detail-note", text = note.replace('\n', " ")), Style::new());
    }
    add_letters(text, dossier, pen);
    add_ends(text, parcel, pen);
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

fn add_status(text: &mut TextLines, parcel: &Parcel, pen: DrawContext) {
    text.add(&format!("{} {}", pen.mark(parcel), pen.status(parcel)), pen.theme.urgency(pen.urgency(parcel)));
    if let Some(words) = &parcel.summary.status_text {
        let quoted = pen.quoted(words);
        let said = match &parcel.summary.status_source {
            Some(source) => t!(pen.texts, "detail-said-by", text = quoted, source = pen.source_name(source)),
            None => quoted,
        };
        text.add_indented(2, &said, Style::new());
    }
    if parcel.numbers.is_empty() {
        text.add_indented(2, &t!(pen.texts, "detail-no-number"), pen.theme.dim());
    } else if parcel.summary.state.is_none() {
        text.add_indented(2, &t!(pen.texts, "detail-unchecked"), pen.theme.dim());
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

/// The sources that know the parcel.
fn sources(dossier: &DetailData, pen: DrawContext) -> String {
    let mut known: Vec<&SourceId> = Vec::new();
    for standing in &dossier.standings {
        if standing.facts.is_some() && !known.contains(&&standing.source) {
            known.push(&standing.source);
        }
    }
    let names: Vec<String> = known.iter().map(|id| pen.source_name(id)).collect();
    names.join(pen.theme.marks.dot)
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
