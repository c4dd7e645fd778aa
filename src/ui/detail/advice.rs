//! What is the matter with the parcel, how long its protection lasts, and what to do.

use ratatui::style::Style;

use super::super::draw_context::DrawContext;
use super::orders;
use crate::app::key_for_advice_step::key_of_step;
use crate::app::{DetailData, Focus};
use crate::domain::advice::{self, Action, Advice, Severity, advice};
use crate::domain::{Parcel, SnoozeState, Urgency, snooze};
use crate::t;
use crate::ui::lines_builder::TextLines;
use crate::wording;

/// Below so many rows of the terminal fewer steps are shown: the timeline is wanted too.
const FEW_ROWS: u16 = 36;
/// How many steps are shown there.
const FEW_STEPS: usize = 3;

pub(super) fn add(text: &mut TextLines, parcel: &Parcel, dossier: &DetailData, pen: DrawContext) {
    let advice = advice(parcel, &dossier.standings, &pen.app.advice(pen.now));
    let what = advice.as_ref().map(|a| wording::advice::headline(pen.texts, a)).unwrap_or_default();
    let has_day = advice.iter().flat_map(|a| &a.steps).any(|step| step.action == Action::OpenDispute);
    let protection = orders::protection(parcel, has_day, pen);
    let (snooze, window) = (snoozed(parcel, pen), orders::window(parcel, pen));
    let parts: Vec<&str> =
        [snooze.as_str(), &what, &protection, &window].into_iter().filter(|part| !part.is_empty()).collect();
    let style = match advice.as_ref().map(|a| a.severity) {
        Some(Severity::Urgent) => pen.theme.wrong(),
        Some(Severity::Act) => match pen.urgency(parcel) {
            urgency @ (Urgency::Stale | Urgency::Ready) => pen.theme.urgency(urgency),
            _ => pen.theme.trouble(),
        },
        Some(Severity::Info) | None => Style::new(),
    };
    if !parts.is_empty() {
        text.add_indented(2, &parts.join(" "), style);
    }
    add_usual(text, parcel, dossier, advice.as_ref(), pen);
    add_steps(text, advice.as_ref(), pen);
}

/// The steps, each with the key that helps with it; where there is little room, the first ones until the pane has the
/// keyboard.
fn add_steps(text: &mut TextLines, advice: Option<&Advice>, pen: DrawContext) {
    let steps = advice.map(|a| a.steps.as_slice()).unwrap_or_default();
    let all = pen.app.size.1 >= FEW_ROWS || pen.app.focus == Focus::Detail;
    let shown = if all { steps.len() } else { steps.len().min(FEW_STEPS) };
    for step in &steps[..shown] {
        let said = wording::advice::step(pen.texts, step, |day| pen.date(day));
        let command = wording::advice::command_alone(step).map(|command| format!(" [posylka {command}]"));
        let line = said + &command.unwrap_or_default();
        let key = key_of_step(step).map(|key| format!("{} ", key.label()));
        text.add_hanging(&format!("{} {}", pen.theme.marks.arrow, key.unwrap_or_default()), &line);
    }
    let more = steps.len().saturating_sub(shown);
    if more > 0 {
        text.add_indented(2, &t!(pen.texts, "detail-more-steps", n = more), pen.theme.dim());
    }
}

/// How long parcels are usually silent where this one is, unless the headline says so already.
fn add_usual(text: &mut TextLines, parcel: &Parcel, dossier: &DetailData, advice: Option<&Advice>, pen: DrawContext) {
    let told = advice.is_some_and(|a| a.situation.is_silence());
    let normal = advice::normal(parcel, &dossier.standings, &pen.app.advice(pen.now));
    let usual = normal.and_then(|(_, patience)| patience.usual).filter(|_| !told);
    let Some(usual) = usual else { return };
    let line = if usual.is_enough() {
        t!(pen.texts, "detail-usual", usual = wording::advice::usual(pen.texts, &usual))
    } else {
        t!(pen.texts, "detail-usual-few", few = wording::advice::few_parcels(pen.texts, &usual))
    };
    text.add_indented(2, &line, pen.theme.dim());
}

/// That it would be left alone, but cannot wait.
fn snoozed(parcel: &Parcel, pen: DrawContext) -> String {
    match snooze::rest(parcel, pen.today()) {
        SnoozeState::Overruled(until) => t!(pen.texts, "detail-snooze-overruled", date = pen.date(until)),
        SnoozeState::Asleep(_) | SnoozeState::Awake => String::new(),
    }
}
