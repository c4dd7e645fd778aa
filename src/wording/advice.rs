//! Advice in words: a headline, and a line for each step.

use std::collections::HashMap;

use chrono::NaiveDate;

use crate::domain::advice::{Advice, Step};
use crate::t;
use crate::texts::Texts;

/// What stands for an absent value in the texts.
const NONE: &str = "none";

/// What is the matter, in one sentence.
#[must_use]
pub fn headline(texts: &Texts, advice: &Advice) -> String {
    let days = |n: u32| t!(texts, "days", n = n);
    let about = advice.about.as_deref().unwrap_or(NONE).to_owned();
    let values = [("days", days(advice.days)), ("normal", days(advice.normal.days)), ("about", about)];
    said(texts, "situation", advice.situation.as_str(), values)
}

/// What to do and why, in one line. `date` writes a day as the reader is used to.
#[must_use]
pub fn step(texts: &Texts, step: &Step, date: impl Fn(NaiveDate) -> String) -> String {
    let date = step.until.map_or_else(|| NONE.to_owned(), date);
    let about = step.about.as_deref().unwrap_or(NONE).to_owned();
    let action = said(texts, "action", step.action.as_str(), [("date", date), ("about", about)]);
    let reason = said(texts, "reason", step.reason.as_str(), []);
    t!(texts, "advice-line", action = action, reason = reason)
}

/// A text of the advice whose id is put together from its word; a test holds every one of them to be there.
pub(super) fn said<const N: usize>(texts: &Texts, kind: &str, word: &str, values: [(&str, String); N]) -> String {
    let id = format!("advice-{kind}-{}", word.replace('_', "-"));
    texts.loader().get_args(&id, HashMap::from(values))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Clean;
    use crate::domain::advice::{Action, Basis, Patience, Reason, Severity, Situation};
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
                let about = Some(Clean::line("Cainiao"));
                let normal = Patience { days: 2, basis: Basis::Default };
                let advice = Advice { situation, severity: Severity::Act, days: 3, normal, about, steps: Vec::new() };
                let said = headline(&texts, &advice);
                assert!(!said.contains(['{', '$']) && said.ends_with('.'), "{said}");
            }
            for (action, about) in Action::ALL.into_iter().flat_map(|a| [(a, None), (a, Some(Clean::line("X")))]) {
                let one = Step { action, reason: Reason::Blocked, until: None, about };
                let said = step(&texts, &one, |d| d.to_string());
                assert!(!said.contains(['{', '$']), "{said}");
            }
        }
    }

    #[test]
    fn a_line_says_what_with_whom_by_when_and_why() {
        let one = |action, reason, until: Option<&str>, about| Step {
            action,
            reason,
            until: until.and_then(|u| u.parse().ok()),
            about: Clean::some_line(about),
        };
        let texts = Texts::new(Language::En);
        let said = |s: &Step| step(&texts, s, |d| d.format("%d.%m.").to_string());
        let dispute = one(Action::OpenDispute, Reason::ProtectionEnds, Some("2026-11-24"), "");
        assert_eq!(said(&dispute), "Open a dispute by 24.11.: the protection runs out");
        let ask = one(Action::AskCarrier, Reason::SilentTooLong, None, "InPost, +48 722 444 000");
        assert_eq!(said(&ask), "Ask the carrier (InPost, +48 722 444 000): no news for too long");
        let ask = one(Action::AskCarrier, Reason::SilentTooLong, None, "");
        assert_eq!(said(&ask), "Ask the post or courier at the destination: no news for too long");
    }
}
