//! Domain values in the reader's language.

use super::draw_context::DrawContext;
use crate::domain::Urgency;
use crate::domain::current_silence::silent_days;
use crate::domain::{Afterwards, Country, Parcel, SourceId, State, Status, SubStatus, snooze};
use crate::t;
use crate::texts::{Language, Texts};

/// A text whose id is put together at run time; tests check that each of them is there.
pub(super) fn lookup(texts: &Texts, id: &str) -> String {
    texts.loader().get(id)
}

fn by_code(texts: &Texts, kind: &str, code: &str) -> String {
    lookup(texts, &format!("{kind}-{}", code.replace('_', "-")))
}

/// A state in words: the finer one where there is one.
pub(super) fn state(texts: &Texts, state: Option<State>) -> String {
    match state {
        None => t!(texts, "status-none"),
        Some(State { sub: None | Some(SubStatus::Other), status }) => by_code(texts, "status", status.as_str()),
        Some(State { sub: Some(sub), .. }) => by_code(texts, "sub-status", sub.as_str()),
    }
}

/// A country's name; its code where it has none here.
pub(super) fn country(texts: &Texts, country: Country) -> String {
    let id = format!("country-{}", country.as_str().to_ascii_lowercase());
    let known = texts.loader().has(&id);
    if known { lookup(texts, &id) } else { country.to_string() }
}

impl DrawContext<'_> {
    pub fn urgency(self, parcel: &Parcel) -> Urgency {
        self.app.list.urgency(parcel, self.now)
    }

    /// The parcel's state in words: the user's own word before the sources'.
    pub fn status(self, parcel: &Parcel) -> String {
        let is_final = parcel.summary.state.is_some_and(State::is_final);
        if !is_final && parcel.closed_at.is_some() {
            return t!(self.texts, "status-closed");
        }
        if !is_final && parcel.received_on().is_some() {
            return t!(self.texts, "status-received");
        }
        let status = match parcel.summary.state {
            None if parcel.numbers.is_empty() => t!(self.texts, "status-no-number"),
            _ if parcel.missing_at.is_some() => t!(self.texts, "status-missing"),
            Some(State { status: Status::NotFound, .. }) if !parcel.summary.troubles.is_empty() => {
                t!(self.texts, "status-not-reached")
            }
            told => self.kept(parcel).unwrap_or_else(|| state(self.texts, told)),
        };
        match self.urgency(parcel) {
            Urgency::Stale => self.too_long(parcel, &status),
            Urgency::Quiet => t!(self.texts, "status-quiet", status = status, n = silent_days(parcel, self.now)),
            Urgency::Snoozed => format!("{}: {status}", self.snoozed(parcel)),
            _ => status,
        }
    }

    /// The state in words that say that it is stuck there. What has gone wrong says so itself.
    fn too_long(self, parcel: &Parcel, status: &str) -> String {
        let days = silent_days(parcel, self.now);
        match parcel.summary.state.map(|state| state.status) {
            None if parcel.numbers.is_empty() => t!(self.texts, "status-no-number-long"),
            Some(Status::NotFound) => t!(self.texts, "status-not-found-long"),
            Some(Status::AvailableForPickup) => t!(self.texts, "status-not-collected", n = days),
            Some(Status::InTransit | Status::InfoReceived | Status::OutForDelivery) => {
                t!(self.texts, "status-too-long", status = status)
            }
            _ => status.to_owned(),
        }
    }

    /// That it is ready, and until when, where a source tells.
    fn kept(self, parcel: &Parcel) -> Option<String> {
        let (storage, _) = parcel.summary.storage.as_ref()?;
        let day = self.weekday(storage.until);
        Some(match storage.then {
            Afterwards::SentBack if storage.days_left(self.today()) < 0 => t!(self.texts, "status-kept", date = day),
            Afterwards::SentBack => t!(self.texts, "status-ready-until", date = day),
            Afterwards::Costs => t!(self.texts, "status-ready-free", date = day),
        })
    }

    /// Until when it is kept for nothing, where a source tells.
    fn free(self, parcel: &Parcel) -> Option<String> {
        let (storage, _) = parcel.summary.storage.as_ref().filter(|(s, _)| s.then == Afterwards::Costs)?;
        Some(t!(self.texts, "status-free", date = self.weekday(storage.until)))
    }

    /// The same where there is little room.
    pub fn short_status(self, parcel: &Parcel, columns: usize) -> String {
        let full = self.status(parcel);
        let fits = |text: &String| super::text_width::width(text) <= columns;
        let shorter = match self.urgency(parcel) {
            _ if fits(&full) => Vec::new(),
            Urgency::Snoozed => vec![self.snoozed(parcel), self.until(parcel)],
            // The mark says that it is silent for long.
            Urgency::Stale | Urgency::Quiet => vec![state(self.texts, parcel.summary.state)],
            // The mark says that it is ready.
            Urgency::Ready => self.free(parcel).into_iter().collect(),
            _ => Vec::new(),
        };
        // The shortest is cut where even that has no room.
        shorter.iter().find(|text| fits(text)).or(shorter.last()).cloned().unwrap_or(full)
    }

    /// That it is left alone, and until when.
    fn snoozed(self, parcel: &Parcel) -> String {
        t!(self.texts, "status-snoozed", date = self.wakes_on(parcel))
    }

    /// The same beside a mark that says the rest.
    fn until(self, parcel: &Parcel) -> String {
        t!(self.texts, "status-snoozed-short", date = self.wakes_on(parcel))
    }

    fn wakes_on(self, parcel: &Parcel) -> String {
        snooze::rest(parcel, self.today()).until().map(|day| self.date(day)).unwrap_or_default()
    }

    pub fn mark(self, parcel: &Parcel) -> &'static str {
        let marks = self.theme.marks;
        match self.urgency(parcel) {
            Urgency::Stale => marks.stale,
            Urgency::Quiet => marks.quiet,
            Urgency::Ready => marks.ready,
            Urgency::Trouble => marks.trouble,
            Urgency::OutForDelivery => marks.out,
            Urgency::Moving => marks.moving,
            Urgency::Waiting if parcel.summary.state.is_none() => marks.unasked,
            Urgency::Waiting => marks.waiting,
            Urgency::Snoozed => marks.snoozed,
            Urgency::Finished => match parcel.summary.state {
                Some(State { status: Status::Delivered, .. }) => marks.done,
                _ => marks.ended,
            },
        }
    }

    pub fn source_name(self, id: &SourceId) -> String {
        if *id == SourceId::user() {
            return t!(self.texts, "source-user");
        }
        self.app.settings.source_name(id).to_owned()
    }

    pub fn source_names(self, ids: &[&SourceId]) -> String {
        ids.iter().map(|id| self.source_name(id)).collect::<Vec<_>>().join(", ")
    }

    /// A text in quotation marks.
    pub fn quoted(self, text: &str) -> String {
        let [open, close] = match self.texts.language() {
            _ if self.app.settings.ascii => ["\"", "\""],
            Language::En => ["“", "”"],
            Language::Ru => ["«", "»"],
        };
        format!("{open}{text}{close}")
    }

    pub fn cut(self, text: &str, columns: usize) -> String {
        super::text_width::cut(text, columns, self.theme.marks.ellipsis)
    }

    pub fn fit(self, text: &str, columns: usize) -> String {
        super::text_width::fit(text, columns, self.theme.marks.ellipsis)
    }

    pub fn fit_right(self, text: &str, columns: usize) -> String {
        super::text_width::fit_right(text, columns, self.theme.marks.ellipsis)
    }
}
