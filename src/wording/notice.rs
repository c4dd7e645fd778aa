//! A notice in words: what happened to which parcel, and what to do.

use chrono::{DateTime, Datelike, FixedOffset, NaiveDate, Timelike, Utc};

use super::advice;
use crate::domain::advice::Advice;
use crate::domain::notice::{Notice, NoticeEvent, NoticeKind};
use crate::domain::{Eta, Parcel, Precision, State, Status, SubStatus};
use crate::t;
use crate::texts::Texts;

/// What the reader sees besides the notices: a parcel as it is now, and what is advised about it.
#[derive(Clone, Debug)]
pub struct NoticeSubject {
    /// The parcel.
    pub parcel: Parcel,
    /// What is advised.
    pub advice: Option<Advice>,
}

/// By what notices are worded.
#[derive(Clone, Copy)]
pub struct NoticeWords<'a> {
    /// The reader's language.
    pub texts: &'a Texts,
    /// The reader's date.
    pub today: NaiveDate,
    /// The reader's offset from UTC.
    pub offset: FixedOffset,
    /// What to call a source.
    pub source_name: &'a dyn Fn(&str) -> String,
}

impl NoticeWords<'_> {
    /// What one notice says, in half a sentence: the parcel's name goes before it.
    #[must_use]
    pub fn headline(&self, notice: &Notice, subject: Option<&NoticeSubject>) -> String {
        let (texts, facts) = (self.texts, &notice.facts);
        let date = |day: Option<NaiveDate>| day.map(|day| self.date(day)).unwrap_or_default();
        match notice.kind {
            NoticeKind::First => t!(texts, "notice-first", state = self.parcel_state(subject)),
            NoticeKind::Ready => match facts.until {
                Some(_) => t!(texts, "notice-ready-until", date = date(facts.until)),
                None => t!(texts, "notice-ready"),
            },
            NoticeKind::Status | NoticeKind::Delivered | NoticeKind::Problem => self.state(facts.state),
            NoticeKind::Event => self.event_headline(notice),
            NoticeKind::Eta => self.eta_headline(notice),
            NoticeKind::SilenceBroken => match facts.silent_days {
                Some(days) => {
                    let days = t!(texts, "days", n = days);
                    t!(texts, "notice-silence-broken", days = days, state = self.state(facts.state))
                }
                None => self.event_headline(notice),
            },
            NoticeKind::Stuck | NoticeKind::NumberOverdue => self.stuck(notice, subject),
            NoticeKind::StorageEnding => t!(texts, "notice-storage-ending", date = date(facts.until)),
            NoticeKind::ProtectionEnding => t!(texts, "notice-protection-ending", date = date(facts.until)),
            NoticeKind::DisputeDay => {
                t!(texts, "notice-dispute-day", date = date(facts.dispute_by), until = date(facts.until))
            }
            NoticeKind::SourceDown => {
                let outcome = facts.outcome.map(|outcome| lookup(texts, "outcome", outcome.as_str()));
                let since = facts.since.map(|at| self.moment(at)).unwrap_or_default();
                t!(texts, "notice-source-down", since = since, outcome = outcome.unwrap_or_default())
            }
            NoticeKind::SourceUp => t!(texts, "notice-source-up"),
            NoticeKind::Summary => t!(texts, "notice-summary"),
            NoticeKind::Test => t!(texts, "notice-test"),
        }
    }

    /// What the notice names as having happened, a line each, newest first.
    #[must_use]
    pub fn happened(&self, notice: &Notice) -> Vec<String> {
        let mut lines: Vec<String> = notice.facts.events.iter().map(|event| self.event(event)).collect();
        if notice.facts.more_events > 0 {
            lines.push(t!(self.texts, "notice-more-events", n = notice.facts.more_events));
        }
        lines
    }

    /// What to do about a parcel and why: the first steps.
    #[must_use]
    pub fn steps(&self, subject: &NoticeSubject, most: usize) -> Vec<String> {
        let steps = subject.advice.iter().flat_map(|advice| &advice.steps).take(most);
        let said = steps.map(|step| advice::step(self.texts, step, |day| self.date(day)));
        said.map(|step| t!(self.texts, "notice-step", step = step)).collect()
    }

    /// A state in words: the finer one where there is one.
    #[must_use]
    pub fn state(&self, state: Option<State>) -> String {
        match state {
            None => t!(self.texts, "status-none"),
            Some(State { sub: None | Some(SubStatus::Other), status }) => lookup(self.texts, "status", status.as_str()),
            Some(State { sub: Some(sub), .. }) => lookup(self.texts, "sub-status", sub.as_str()),
        }
    }

    /// A parcel's state in words, and until when it is kept.
    #[must_use]
    pub fn parcel_state(&self, subject: Option<&NoticeSubject>) -> String {
        let Some(parcel) = subject.map(|subject| &subject.parcel) else { return String::new() };
        let state = parcel.summary.state;
        match parcel.summary.storage.as_ref() {
            Some((storage, _)) if state.is_some_and(|s| s.status == Status::AvailableForPickup) => {
                t!(self.texts, "notice-ready-until", date = self.date(storage.until))
            }
            _ if parcel.waits_for_number() => t!(self.texts, "status-no-number"),
            _ => self.state(state),
        }
    }

    /// A day, short, with its weekday.
    #[must_use]
    pub fn date(&self, day: NaiveDate) -> String {
        let weekday = lookup(self.texts, "weekday", &day.weekday().number_from_monday().to_string());
        let month = lookup(self.texts, "month", &day.month().to_string());
        let short = t!(self.texts, "date-short", day = day.day().to_string(), month = month);
        match (day - self.today).num_days() {
            0 => t!(self.texts, "notice-today", date = short),
            1 => t!(self.texts, "notice-tomorrow", date = short),
            _ => format!("{weekday} {short}"),
        }
    }

    /// An expected delivery: one day, or the first and the last.
    #[must_use]
    pub fn eta(&self, eta: Eta) -> String {
        if eta.from == eta.to {
            return self.date(eta.to);
        }
        format!("{} – {}", self.date(eta.from), self.date(eta.to))
    }

    /// The parcel's numbers, or what its orders are called.
    #[must_use]
    pub fn numbers(subject: &NoticeSubject) -> String {
        let parcel = &subject.parcel;
        let numbers: Vec<&str> = parcel.numbers.iter().map(|held| held.number.as_str()).collect();
        if !numbers.is_empty() {
            return numbers.join(", ");
        }
        parcel.order_codes().map(ToString::to_string).collect::<Vec<_>>().join(", ")
    }

    fn event_headline(&self, notice: &Notice) -> String {
        let events = &notice.facts.events;
        match events.first() {
            Some(event) if events.len() == 1 => event.text.to_string(),
            Some(_) => {
                let n = u32::try_from(events.len()).unwrap_or(u32::MAX).saturating_add(notice.facts.more_events);
                t!(self.texts, "notice-events", n = n)
            }
            None => self.state(notice.facts.state),
        }
    }

    fn eta_headline(&self, notice: &Notice) -> String {
        let facts = &notice.facts;
        let new = facts.eta.map(|eta| self.eta(eta)).unwrap_or_default();
        let said = match facts.eta_before {
            Some(before) => t!(self.texts, "notice-eta-moved", date = new, before = self.eta(before)),
            None => t!(self.texts, "notice-eta", date = new),
        };
        match facts.until {
            Some(until) => t!(self.texts, "notice-eta-too-late", eta = said, until = self.date(until)),
            None => said,
        }
    }

    /// What it is stuck in, as it is now; as it was when nothing is the matter any more.
    fn stuck(&self, notice: &Notice, subject: Option<&NoticeSubject>) -> String {
        let advice = subject.and_then(|subject| subject.advice.as_ref());
        if let Some(advice) = advice.filter(|advice| Some(advice.situation) == notice.facts.situation) {
            return lower_first(advice::headline(self.texts, advice).trim_end_matches('.'));
        }
        let days = t!(self.texts, "days", n = notice.facts.silent_days.unwrap_or(0));
        t!(self.texts, "notice-was-stuck", days = days)
    }

    fn event(&self, event: &NoticeEvent) -> String {
        let when = event.time.map(|time| {
            let day = self.date(time.date());
            match time.precision() {
                Precision::Day => day,
                _ => format!("{day} {:02}:{:02}", time.local().hour(), time.local().minute()),
            }
        });
        let place = event.place.as_ref().map(ToString::to_string);
        let before = [when, place].into_iter().flatten().collect::<Vec<_>>().join(", ");
        if before.is_empty() { event.text.to_string() } else { format!("{before}: {}", event.text) }
    }

    fn moment(&self, at: DateTime<Utc>) -> String {
        let local = at.with_timezone(&self.offset);
        format!("{} {:02}:{:02}", self.date(local.date_naive()), local.hour(), local.minute())
    }
}

/// A text whose id is put together from its word; tests hold every one of them to be there.
fn lookup(texts: &Texts, kind: &str, word: &str) -> String {
    texts.loader().get(&format!("{kind}-{}", word.replace('_', "-")))
}

/// The headline of an advice within a sentence; a number at its beginning stays.
fn lower_first(text: &str) -> String {
    let mut chars = text.chars();
    let second_is_upper = text.chars().nth(1).is_some_and(char::is_uppercase);
    match chars.next() {
        Some(first) if !second_is_upper => first.to_lowercase().chain(chars).collect(),
        _ => text.to_owned(),
    }
}
