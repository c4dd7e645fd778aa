//! Advice in JSON.

use serde::Serialize;

use super::day;
use crate::domain::advice::{Advice, Link, NormalSilence, Stage, Step, UsualSilence};

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
    /// With whom or with what: sources, a courier with phone and site, corrected numbers.
    pub about: Option<String>,
    /// Pages where that can be done.
    pub links: Vec<LinkJson>,
}

/// A page for a person.
#[derive(Serialize, Debug)]
pub struct LinkJson {
    /// Whose.
    pub name: String,
    /// Its address.
    pub url: String,
}

/// How long silence is normal for a parcel where it is.
#[derive(Serialize, Debug)]
pub struct SilenceJson {
    /// How far it has come.
    pub stage: &'static str,
    /// Full days that are normal there.
    pub normal_days: u32,
    /// Where that number comes from.
    pub basis: &'static str,
    /// What delivered parcels tell; `null`: nothing.
    pub usual: Option<UsualJson>,
}

/// How long delivered parcels were silent at a stage, at the longest.
#[derive(Serialize, Debug)]
pub struct UsualJson {
    /// Full days: a tenth were silent for less.
    pub from: u32,
    /// Full days: a tenth were silent for longer.
    pub to: u32,
    /// How many parcels.
    pub parcels: u32,
    /// Which ones.
    pub lane: &'static str,
}

impl SilenceJson {
    /// The stage, and how long silence is normal there.
    #[must_use]
    pub fn of((stage, patience): &(Stage, NormalSilence)) -> Self {
        let usual = patience.usual.map(|UsualSilence { from, to, parcels, lane }| UsualJson {
            from,
            to,
            parcels,
            lane: lane.as_str(),
        });
        Self { stage: stage.as_str(), normal_days: patience.days, basis: patience.basis.as_str(), usual }
    }
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
        let link = |link: &Link| LinkJson { name: link.name.to_string(), url: link.url.to_string() };
        Self {
            action: step.action.as_str(),
            reason: step.reason.as_str(),
            until: step.until.map(day),
            about: step.about.as_ref().map(ToString::to_string),
            links: step.links.iter().map(link).collect(),
        }
    }
}
