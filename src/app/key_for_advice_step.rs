//! Which key helps with a step of the advice.

use super::keymap::{KeyAction, KeyScope, key_of};
use super::layout_free_key::Key;
use crate::domain::advice;

/// The key that helps with a step of the advice, where there is one.
#[must_use]
pub fn key_of_step(step: &advice::Step) -> Option<Key> {
    use advice::Action as S;
    let action = match step.action {
        S::AskSources if step.reason == advice::Reason::NotYetAsked => KeyAction::Check,
        S::Wait => KeyAction::Snooze,
        S::CheckNumber => KeyAction::CopyNumber,
        S::CheckNow | S::WaitForSource => KeyAction::Check,
        S::OpenPages | S::AnswerCustoms => KeyAction::CopyPage,
        S::AskSeller | S::AskExtension | S::AskCarrier => KeyAction::Message,
        S::Collect => KeyAction::Barcode,
        S::OpenDispute => KeyAction::Evidence,
        S::AskSources | S::FixKey => return None,
    };
    key_of(KeyScope::Panes, action)
}
