//! How old the data is, which sources fail, and where they contradict each other.

use ratatui::style::Style;

use super::super::draw_context::DrawContext;
use crate::app::DetailData;
use crate::domain::summary::claims;
use crate::domain::{Outcome, Parcel, Standing, Status};
use crate::t;
use crate::ui::domain_text;
use crate::ui::lines_builder::TextLines;

pub(super) fn add(text: &mut TextLines, parcel: &Parcel, dossier: &DetailData, pen: DrawContext) {
    if parcel.summary.disagreement {
        add_claims(text, dossier, pen);
    }
    add_age(text, parcel, pen);
    for standing in &dossier.standings {
        if let Some(outcome) = standing.outcome.filter(|o| o.is_trouble()) {
            add_trouble(text, standing, outcome, pen);
        }
    }
}

fn add_claims(text: &mut TextLines, dossier: &DetailData, pen: DrawContext) {
    let title = format!("{} {}", pen.theme.marks.disagree, t!(pen.texts, "detail-disagree"));
    text.add(&title, pen.theme.trouble());
    // Who does not know the number contradicts nobody.
    let told = claims(&dossier.standings, &dossier.timeline).into_iter();
    for word in told.filter(|word| word.state.status != Status::NotFound) {
        let status = match &word.text {
            Some(said) => format!("{} {}", domain_text::state(pen.texts, Some(word.state)), pen.quoted(said)),
            None => domain_text::state(pen.texts, Some(word.state)),
        };
        let source = pen.source_name(&word.source);
        text.add_indented(2, &t!(pen.texts, "detail-claim", source = source, status = status), Style::new());
    }
}

/// When it was asked about; where that brought nothing, how old the data really is.
fn add_age(text: &mut TextLines, parcel: &Parcel, pen: DrawContext) {
    let Some(checked) = parcel.summary.checked_at else { return };
    text.add(&t!(pen.texts, "detail-checked", ago = pen.ago(checked)), pen.theme.dim());
    match parcel.summary.answered_at {
        Some(answered) if answered < checked && !parcel.summary.troubles.is_empty() => {
            text.add(&t!(pen.texts, "detail-data-from", date = pen.moment(answered)), pen.theme.trouble());
        }
        _ => {}
    }
}

fn add_trouble(text: &mut TextLines, standing: &Standing, outcome: Outcome, pen: DrawContext) {
    let source = pen.source_name(&standing.source);
    let mut what = domain_text::outcome(pen.texts, outcome);
    if let Some(detail) = &standing.detail {
        what = format!("{what} ({detail})");
    }
    let line = match standing.next_check_at.filter(|at| *at > pen.now) {
        Some(next) => {
            t!(pen.texts, "detail-trouble-next", source = source, outcome = what, time = pen.moment(next))
        }
        None => t!(pen.texts, "detail-trouble", source = source, outcome = what),
    };
    text.add(&format!("{} {line}", pen.theme.marks.failing), pen.theme.trouble());
}
