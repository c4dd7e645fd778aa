//! Which key helps with a step of the advice.

use super::key::Key;
use super::keymap::{Action, Place, key_of};
use crate::domain::advice;

/// The key that helps with a step of the advice, where there is one.
#[must_use]
pub fn key_of_step(step: &advice::Step) -> Option<Key> {
    use advice::Action as S;
    let action = match step.action {
        S::AskSources if step.reason == advice::Reason::NotYetAsked => Action::Check,
        S::Wait => Action::Snooze,
        S::CheckNumber => Action::CopyNumber,
        S::CheckNow | S::WaitForSource => Action::Check,
        S::OpenPages | S::AnswerCustoms => Action::CopyPage,
        S::AskSeller | S::AskExtension | S::AskCarrier => Action::Letter,
        S::Collect => Action::Barcode,
        S::OpenDispute => Action::Evidence,
        S::AskSources | S::FixKey => return None,
    };
    key_of(Place::Panes, action)
}
