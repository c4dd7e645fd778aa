//! The tables of `docs/advice.md`, from the words and the texts of the advice.

use super::advice::said;
use crate::domain::advice::{Action, Reason, Severity, Situation, Stage, Thresholds};
use crate::texts::Texts;

/// What the columns of one language are called, and what stands in the place of a value.
struct Headings {
    situations: &'static str,
    severities: &'static str,
    actions: &'static str,
    reasons: &'static str,
    stages: &'static str,
    days: &'static str,
    says: &'static str,
    day: &'static str,
    name: &'static str,
}

const ENGLISH: Headings = Headings {
    situations: "Situation",
    severities: "Severity",
    actions: "Action",
    reasons: "Reason",
    stages: "Stage",
    days: "Normal days of silence",
    says: "says",
    day: "DAY",
    name: "NAME",
};

const RUSSIAN: Headings = Headings {
    situations: "Положение",
    severities: "Важность",
    actions: "Действие",
    reasons: "Причина",
    stages: "Этап",
    days: "Обычное молчание, дней",
    says: "текст",
    day: "ДАТА",
    name: "НАЗВАНИЕ",
};

/// The generated part of `docs/advice.md`: first in English, then in Russian.
#[must_use]
pub fn advice_document(english: &Texts, russian: &Texts) -> String {
    format!("## English\n\n{}\n## По-русски\n\n{}", tables(english, &ENGLISH), tables(russian, &RUSSIAN))
}

fn tables(texts: &Texts, headings: &Headings) -> String {
    let plain = |kind: &'static str| move |word: &'static str| (word, said(texts, kind, word, []));
    let named = |kind: &'static str| {
        let values = || [("days", "N"), ("normal", "M"), ("about", headings.name), ("date", headings.day)];
        move |word: &'static str| (word, said(texts, kind, word, values().map(|(k, v)| (k, v.to_owned()))))
    };
    [
        days(headings),
        table(headings.situations, headings, Situation::ALL.map(|s| named("situation")(s.as_str()))),
        table(headings.severities, headings, Severity::ALL.map(|s| plain("severity")(s.as_str()))),
        table(headings.actions, headings, Action::ALL.map(|a| named("action")(a.as_str()))),
        table(headings.reasons, headings, Reason::ALL.map(|r| plain("reason")(r.as_str()))),
    ]
    .join("\n")
}

/// The stages with their days where nothing is set.
fn days(headings: &Headings) -> String {
    let defaults = Thresholds::default();
    let row = |stage: Stage| format!("| `{}` | {} |\n", stage.as_str(), defaults.days(stage));
    let rows: Vec<String> = Stage::with_days().map(row).collect();
    format!("| {} | {} |\n|---|---|\n{}", headings.stages, headings.days, rows.concat())
}

fn table(title: &str, headings: &Headings, rows: impl IntoIterator<Item = (&'static str, String)>) -> String {
    let rows: Vec<String> = rows.into_iter().map(|(word, text)| format!("| `{word}` | {text} |\n")).collect();
    format!("| {title} | {} |\n|---|---|\n{}", headings.says, rows.concat())
}
