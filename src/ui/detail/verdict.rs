//! What is the matter with the parcel, and how long its protection lasts: one sentence or two.

use ratatui::style::Style;

use super::super::draw_context::DrawContext;
use super::orders;
use super::shown::Shown;
use crate::app::keymap::KeyAction;
use crate::domain::advice::{Action, Severity};
use crate::domain::summary::claims;
use crate::domain::{SnoozeState, Status, Urgency, snooze};
use crate::t;
use crate::ui::domain_text;
use crate::wording;

/// The sentences, and how they look.
pub(super) fn verdict(shown: Shown, pen: DrawContext) -> (String, Style) {
    let Shown { parcel, advice, .. } = shown;
    let what = advice.map(|a| wording::advice::headline(pen.texts, a)).unwrap_or_default();
    let has_day = advice.iter().flat_map(|a| &a.steps).any(|step| step.action == Action::OpenDispute);
    let protection = orders::protection(parcel, has_day, pen);
    let what = if what.is_empty() { state(shown, pen) } else { what };
    let parts = [
        news(shown, pen),
        disagreement(shown, pen),
        snoozed(shown, pen),
        what,
        protection,
        orders::window(parcel, pen),
    ];
    let parts: Vec<&str> = parts.iter().map(String::as_str).filter(|part| !part.is_empty()).collect();
    let style = match advice.map(|a| a.severity) {
        Some(Severity::Urgent) => pen.theme.wrong(),
        Some(Severity::Act) => match pen.urgency(parcel) {
            urgency @ (Urgency::Stale | Urgency::Ready) => pen.theme.urgency(urgency),
            _ => pen.theme.trouble(),
        },
        Some(Severity::Info) | None => Style::new(),
    };
    (format!("{} {}", pen.mark(parcel), parts.join(" ")), style)
}

/// The state, and the carrier's words for it where no event says the same.
fn state(shown: Shown, pen: DrawContext) -> String {
    let parcel = shown.parcel;
    if parcel.numbers.is_empty() {
        return t!(pen.texts, "detail-no-number", key = pen.key(KeyAction::Edit));
    }
    let status = pen.status(parcel);
    let told = parcel.summary.last_event.as_ref().map(|event| &event.text);
    match parcel.summary.status_text.as_ref().filter(|words| Some(*words) != told) {
        Some(words) => format!("{status}: {}.", pen.quoted(words)),
        None => format!("{status}."),
    }
}

/// What has changed since the reader looked: the state, and what it was.
fn news(shown: Shown, pen: DrawContext) -> String {
    let Some(seen) = shown.parcel.seen.filter(|_| shown.parcel.news().is_some()) else { return String::new() };
    let (now, was) = (shown.parcel.summary.state, seen.state);
    if now == was || was.is_none() {
        return String::new();
    }
    let [now, was] = [now, was].map(|state| domain_text::state(pen.texts, state));
    t!(pen.texts, "detail-news", now = now, was = was)
}

/// Who says what, where they contradict each other. Who does not know the number contradicts nobody.
fn disagreement(shown: Shown, pen: DrawContext) -> String {
    if !shown.parcel.summary.disagreement {
        return String::new();
    }
    let told = claims(&shown.dossier.standings, &shown.dossier.timeline).into_iter();
    let words = told.filter(|word| word.state.status != Status::NotFound).map(|word| {
        let status = domain_text::state(pen.texts, Some(word.state));
        t!(pen.texts, "detail-claim", source = pen.source_name(&word.source), status = status)
    });
    t!(pen.texts, "detail-disagree", who = words.collect::<Vec<_>>().join("; "))
}

/// That it would be left alone, but cannot wait.
fn snoozed(shown: Shown, pen: DrawContext) -> String {
    match snooze::rest(shown.parcel, pen.today()) {
        SnoozeState::Overruled(until) => t!(pen.texts, "detail-snooze-overruled", date = pen.date(until)),
        SnoozeState::Asleep(_) | SnoozeState::Awake => String::new(),
    }
}
