//! Advice in JSON.

use serde::Serialize;

use super::day;
use crate::domain::advice::{Advice, Step};

/// What is the matter with a parcel, and what to do about it.
#[derive(Serialize, Debug)]
pub struct AdviceJson {
    /// What is the matter.
    pub situation: &'static str,
    /// `info`, `act` or `urgent`.
    pub severity: &'static str,
    /// What to do, the first thing first.
    pub steps: Vec<StepJson>,
}

/// One thing to do.
#[derive(Serialize, Debug)]
pub struct StepJson {
    /// What.
    pub action: &'static str,
    /// Why.
    pub reason: &'static str,
    /// Until when, or by which day.
    pub until: Option<String>,
}

impl AdviceJson {
    /// The advice.
    #[must_use]
    pub fn of(advice: &Advice) -> Self {
        Self {
            situation: advice.situation.as_str(),
            severity: advice.severity.as_str(),
            steps: advice.steps.iter().map(StepJson::of).collect(),
        }
    }
}

impl StepJson {
    fn of(step: &Step) -> Self {
        Self { action: step.action.as_str(), reason: step.reason.as_str(), until: step.until.map(day) }
    }
}
