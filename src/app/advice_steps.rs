//! The steps of the advice as the screen numbers them.

use crate::domain::advice::{Action, Advice, Reason, Situation, Step};

/// So many steps have a key.
pub const MOST_STEPS: usize = 9;

/// The steps that are done from the screen, in the order of their numbers. That sources are switched off or are to be
/// waited for, or that a parcel is pinned to others, is a fact about them and no step.
#[must_use]
pub fn steps_on_screen(advice: &Advice) -> Vec<&Step> {
    let is_fact = |step: &&Step| match step.action {
        Action::WaitForSource => true,
        // Where nobody is asked at all, that is what is the matter.
        Action::AskSources if advice.situation == Situation::NobodyAsked => false,
        Action::AskSources => matches!(step.reason, Reason::SwitchedOff | Reason::Pinned),
        _ => false,
    };
    advice.steps.iter().filter(|step| !is_fact(step)).take(MOST_STEPS).collect()
}
