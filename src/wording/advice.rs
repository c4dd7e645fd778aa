//! Advice in words: a headline, and a line for each step.

use std::collections::HashMap;

use chrono::NaiveDate;

use crate::domain::advice::{Action, Advice, Basis, Lane, NormalSilence, Reason, Step, UsualSilence};
use crate::t;
use crate::texts::Texts;

/// What stands for an absent value in the texts.
const NONE: &str = "none";

/// What is the matter, in one sentence.
#[must_use]
pub fn headline(texts: &Texts, advice: &Advice) -> String {
    let about = advice.about.as_deref().unwrap_or(NONE).to_owned();
    let values =
        [("days", t!(texts, "days", n = advice.days)), ("normal", normal(texts, &advice.normal)), ("about", about)];
    said(texts, "situation", advice.situation.as_str(), values)
}

/// How many days of silence are normal, and who says so.
#[must_use]
pub fn normal(texts: &Texts, patience: &NormalSilence) -> String {
    let days = t!(texts, "days", n = patience.days);
    match (patience.basis, &patience.usual) {
        (Basis::Parcel, _) => t!(texts, "advice-normal-parcel", days = days),
        (Basis::Setting, _) => t!(texts, "advice-normal-setting", days = days),
        (Basis::Experience, Some(usual)) => {
            t!(texts, "advice-normal-experience", days = days, usual = self::usual(texts, usual))
        }
        // Too few delivered parcels tell nothing, and are not worth a word.
        (Basis::Default, _) | (Basis::Experience, None) => days,
    }
}

/// How long parcels are usually silent, and how many tell so.
#[must_use]
pub fn usual(texts: &Texts, usual: &UsualSilence) -> String {
    let days = match usual.from {
        from if from == usual.to => t!(texts, "days", n = usual.to),
        from => t!(texts, "days-range", from = from, to = usual.to),
    };
    t!(texts, "advice-usual", days = days, parcels = parcels(texts, usual))
}

fn parcels(texts: &Texts, usual: &UsualSilence) -> String {
    match usual.lane {
        Lane::Route => t!(texts, "advice-parcels-route", n = usual.parcels),
        Lane::Destination => t!(texts, "advice-parcels-destination", n = usual.parcels),
        Lane::All => t!(texts, "advice-parcels-all", n = usual.parcels),
    }
}

/// What to do and why, in one line. `date` writes a day as the reader is used to.
#[must_use]
pub fn step(texts: &Texts, step: &Step, date: impl Fn(NaiveDate) -> String) -> String {
    let action = action(texts, step, date);
    let reason = said(texts, "reason", step.reason.as_str(), []);
    t!(texts, "advice-line", action = action, reason = reason)
}

/// What to do, without the reason.
#[must_use]
pub fn action(texts: &Texts, step: &Step, date: impl Fn(NaiveDate) -> String) -> String {
    let date = step.until.map_or_else(|| NONE.to_owned(), date);
    let about = step.about.as_deref().unwrap_or(NONE).to_owned();
    said(texts, "action", step.action.as_str(), [("date", date), ("about", about)])
}

/// The command that helps with a step with which no key of the screen can.
#[must_use]
pub fn command_alone(step: &Step) -> Option<&'static str> {
    match step.action {
        Action::FixKey => Some("doctor"),
        Action::AskSources if step.reason != Reason::NotYetAsked => Some("sources"),
        _ => None,
    }
}

/// A text of the advice whose id is put together from its word; a test holds every one of them to be there.
pub(super) fn said<const N: usize>(texts: &Texts, kind: &str, word: &str, values: [(&str, String); N]) -> String {
    let id = format!("advice-{kind}-{}", word.replace('_', "-"));
    texts.loader().get_args(&id, HashMap::from(values))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::CleanText;
    use crate::domain::advice::{Severity, Situation};
    use crate::texts::Language;

    fn every() -> Vec<String> {
        let id = |kind: &str, word: &str| format!("advice-{kind}-{}", word.replace('_', "-"));
        let situations = Situation::ALL.map(|s| id("situation", s.as_str()));
        let actions = Action::ALL.map(|a| id("action", a.as_str()));
        let reasons = Reason::ALL.map(|r| id("reason", r.as_str()));
        let severities = Severity::ALL.map(|s| id("severity", s.as_str()));
        [&situations[..], &actions, &reasons, &severities].concat()
    }

    #[test]
    fn every_word_has_its_text_in_both_languages() {
        for language in [Language::En, Language::Ru] {
            let texts = Texts::new(language);
            let missing: Vec<String> = every().into_iter().filter(|id| !texts.loader().has(id)).collect();
            assert!(missing.is_empty(), "{language:?}: {missing:?}");
        }
    }

    #[test]
    fn every_text_has_what_it_needs() {
        for texts in [Language::En, Language::Ru].map(Texts::new) {
            for situation in Situation::ALL {
                let about = Some(CleanText::line("Cainiao"));
                let normal = NormalSilence { days: 2, basis: Basis::Default, usual: None };
                let advice = Advice { situation, severity: Severity::Act, days: 3, normal, about, steps: Vec::new() };
                let said = headline(&texts, &advice);
                assert!(!said.contains(['{', '$']) && said.ends_with('.'), "{said}");
            }
            for (action, about) in Action::ALL.into_iter().flat_map(|a| [(a, None), (a, Some(CleanText::line("X")))]) {
                let one = Step { action, reason: Reason::Blocked, until: None, about, links: Vec::new() };
                let said = step(&texts, &one, |d| d.to_string());
                assert!(!said.contains(['{', '$']), "{said}");
            }
        }
    }

    #[test]
    fn it_is_said_where_the_number_of_days_comes_from() {
        let usual = |from, parcels, lane| Some(UsualSilence { from, to: 5, parcels, lane });
        for (basis, usual, english, russian) in [
            (Basis::Default, None, "5 days", "5 дней"),
            (Basis::Parcel, None, "5 days, set for this parcel", "5 дней, задано для этой посылки"),
            (Basis::Setting, None, "5 days, your setting", "5 дней, ваша настройка"),
            (Basis::Default, usual(0, 1, Lane::All), "5 days", "5 дней"),
            (
                Basis::Experience,
                usual(2, 23, Lane::Route),
                "5 days; usually 2-5 days, 23 parcels on this route",
                "5 дней; обычно 2-5 дней, 23 посылки на этом маршруте",
            ),
            (
                Basis::Experience,
                usual(5, 11, Lane::Destination),
                "5 days; usually 5 days, 11 parcels to this country",
                "5 дней; обычно 5 дней, 11 посылок в эту страну",
            ),
        ] {
            let patience = NormalSilence { days: 5, basis, usual };
            assert_eq!(normal(&Texts::new(Language::En), &patience), english);
            assert_eq!(normal(&Texts::new(Language::Ru), &patience), russian);
        }
    }

    #[test]
    fn a_line_says_what_with_whom_by_when_and_why() {
        let one = |action, reason, until: Option<&str>, about| Step {
            action,
            reason,
            until: until.and_then(|u| u.parse().ok()),
            about: CleanText::some_line(about),
            links: Vec::new(),
        };
        let texts = Texts::new(Language::En);
        let said = |s: &Step| step(&texts, s, |d| d.format("%d.%m.").to_string());
        let dispute = one(Action::OpenDispute, Reason::ProtectionEnds, Some("2026-11-24"), "");
        assert_eq!(said(&dispute), "Open a dispute by 24.11. (evidence): protection ends");
        let ask = one(Action::AskCarrier, Reason::SilentTooLong, None, "InPost, +48 722 444 000");
        assert_eq!(said(&ask), "Write to InPost, +48 722 444 000: no news for too long");
        let ask = one(Action::AskCarrier, Reason::SilentTooLong, None, "");
        assert_eq!(said(&ask), "Write to the post or courier there: no news for too long");
    }
}
