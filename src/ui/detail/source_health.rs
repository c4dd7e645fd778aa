//! How old the data is, and which sources fail.

use super::super::draw_context::DrawContext;
use super::shown::Shown;
use crate::domain::{Outcome, Parcel, Standing};
use crate::t;
use crate::ui::lines_builder::TextLines;
use crate::wording;

pub(super) fn add(text: &mut TextLines, shown: Shown, pen: DrawContext) {
    text.add_joined(&old(shown.parcel, pen).into_iter().collect::<Vec<_>>(), "", pen.theme.trouble());
    for standing in &shown.dossier.standings {
        if let Some(outcome) = standing.outcome.filter(|o| o.is_trouble()) {
            add_trouble(text, standing, outcome, pen);
        }
    }
}

/// When it was asked about; where that brought nothing, nothing: see [`old`].
pub(super) fn checked(parcel: &Parcel, pen: DrawContext) -> String {
    match parcel.summary.checked_at {
        Some(at) if old(parcel, pen).is_none() => t!(pen.texts, "detail-checked", ago = pen.ago(at)),
        _ => String::new(),
    }
}

/// How old the data really is, where the last check brought nothing.
pub(super) fn old(parcel: &Parcel, pen: DrawContext) -> Option<String> {
    let checked = parcel.summary.checked_at.filter(|_| !parcel.summary.troubles.is_empty())?;
    match parcel.summary.answered_at {
        Some(answered) if answered < checked => {
            Some(t!(pen.texts, "detail-data-from", date = pen.moment(answered), ago = pen.ago(checked)))
        }
        Some(_) => None,
        None => Some(t!(pen.texts, "detail-no-answer", ago = pen.ago(checked))),
    }
}

fn add_trouble(text: &mut TextLines, standing: &Standing, outcome: Outcome, pen: DrawContext) {
    let source = pen.source_name(&standing.source);
    let what = wording::trouble::told(pen.texts, outcome, standing.detail.as_deref());
    let line = match standing.next_check_at.filter(|at| *at > pen.now) {
        Some(next) => {
            t!(pen.texts, "detail-trouble-next", source = source, outcome = what, time = pen.moment(next))
        }
        None => t!(pen.texts, "detail-trouble", source = source, outcome = what),
    };
    text.add(&format!("{} {line}", pen.theme.marks.failing), pen.theme.trouble());
}
