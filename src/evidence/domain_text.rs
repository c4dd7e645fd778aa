//! Values of the domain in the reader's language. Instants are UTC, so that the page says the same everywhere.

use chrono::{DateTime, Utc};

use crate::domain::{Country, Eta, EventTime, Precision, State, SubStatus};
use crate::t;
use crate::texts::Texts;

fn by_code(texts: &Texts, kind: &str, code: &str) -> String {
    texts.loader().get(&format!("{kind}-{}", code.replace('_', "-")))
}

/// A state: the status, and the finer one where there is one.
pub(super) fn state(texts: &Texts, state: Option<State>) -> String {
    let Some(state) = state else { return t!(texts, "status-none") };
    let status = by_code(texts, "status", state.status.as_str());
    match state.sub {
        None | Some(SubStatus::Other) => status,
        Some(sub) => format!("{status}: {}", by_code(texts, "sub-status", sub.as_str())),
    }
}

/// A country's name; its code where it has none here.
pub(super) fn country(texts: &Texts, country: Country) -> String {
    let id = format!("country-{}", country.as_str().to_ascii_lowercase());
    if texts.loader().has(&id) { texts.loader().get(&id) } else { country.to_string() }
}

/// An instant, to the minute, in UTC.
pub(super) fn instant(time: DateTime<Utc>) -> String {
    time.format("%Y-%m-%d %H:%M").to_string()
}

/// When an event happened, as it was said: never more exact than that.
pub(super) fn when(texts: &Texts, time: Option<EventTime>) -> String {
    let Some(time) = time else { return t!(texts, "date-none") };
    let wall = time.local().format("%Y-%m-%d %H:%M");
    match (time.precision(), time.offset()) {
        (Precision::Day, _) => time.to_string(),
        (_, Some(offset)) => format!("{wall} {offset}"),
        (_, None) => format!("{wall} ({})", t!(texts, "evidence-no-zone")),
    }
}

/// An expected delivery: one day, or two.
pub(super) fn eta(eta: Eta) -> String {
    if eta.from == eta.to { eta.from.to_string() } else { format!("{} – {}", eta.from, eta.to) }
}

/// Some values in one text.
pub(super) fn joined(parts: impl IntoIterator<Item = impl ToString>, between: &str) -> String {
    parts.into_iter().map(|part| part.to_string()).collect::<Vec<_>>().join(between)
}
