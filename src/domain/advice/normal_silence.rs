//! How long silence is normal for one parcel, and where that number comes from.
//!
//! The most particular word counts: the parcel's own number, then what the user set for the stage, then what delivered
//! parcels tell, then the default around `stale_after_days`.

use super::{AdviceContext, Stage, UsualSilence};
use crate::domain::Parcel;

crate::domain::string_enum::string_enum! {
    /// Where the number of normal days comes from.
    Basis {
        /// The user said so of this parcel.
        Parcel = "parcel",
        /// The user set the stage.
        Setting = "setting",
        /// Delivered parcels tell so.
        Experience = "experience",
        /// The program's default.
        Default = "default",
    }
}

/// How long silence is normal.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct NormalSilence {
    /// Full days; more is too long.
    pub days: u32,
    /// Where the number comes from.
    pub basis: Basis,
    /// What delivered parcels tell, whether or not it counts.
    pub usual: Option<UsualSilence>,
}

/// How long silence is normal for a parcel at a stage.
///
/// A parcel's own number counts wherever the parcel is moved by others. Where it waits for the reader, or comes today,
/// a larger number does not help: there it can only shorten the days. Nor does experience tell anything there but how
/// fast the reader used to be.
pub(super) fn patience(parcel: &Parcel, stage: Stage, context: &AdviceContext) -> NormalSilence {
    let thresholds = &context.rules.thresholds;
    let usual = stage.is_moved_by_others().then(|| usual(parcel, stage, context)).flatten();
    let (days, basis) = match usual.filter(UsualSilence::is_enough) {
        _ if thresholds.is_set(stage) => (thresholds.days(stage), Basis::Setting),
        Some(usual) => (usual.normal(), Basis::Experience),
        None => (thresholds.days(stage), Basis::Default),
    };
    match parcel.stale_after_days {
        Some(own) if stage.is_moved_by_others() || own < days => {
            NormalSilence { days: own, basis: Basis::Parcel, usual }
        }
        _ => NormalSilence { days, basis, usual },
    }
}

fn usual(parcel: &Parcel, stage: Stage, context: &AdviceContext) -> Option<UsualSilence> {
    let destination = parcel.summary.destination.or(context.rules.home);
    context.experience.usual(stage, parcel.summary.origin, destination)
}

#[cfg(test)]
mod tests {
    use super::super::{AdviceSettings, LearnedSilence, SilenceCount};
    use super::*;
    use crate::domain::advice::test_parcels::{context, parcel};

    fn of(own: Option<u32>, stage: Stage, rules: &AdviceSettings, experience: &LearnedSilence) -> (u32, Basis) {
        let mut parcel = parcel("RB123456785CN", None, 1);
        parcel.stale_after_days = own;
        let NormalSilence { days, basis, .. } =
            patience(&parcel, stage, &AdviceContext { experience, ..context(rules) });
        (days, basis)
    }

    /// So many parcels that were silent for four days at each stage.
    fn experience(parcels: u32) -> LearnedSilence {
        let at = |stage| SilenceCount { stage, origin: None, destination: None, days: 4, parcels };
        LearnedSilence::of(Stage::ALL.map(at))
    }

    #[test]
    fn the_most_particular_word_counts() {
        let mut rules = AdviceSettings::around(7);
        rules.thresholds = rules.thresholds.with(Stage::Customs, 30);
        let none = LearnedSilence::default();
        assert_eq!(of(None, Stage::LineHaul, &rules, &none), (14, Basis::Default));
        assert_eq!(of(None, Stage::LineHaul, &rules, &experience(4)), (14, Basis::Default));
        assert_eq!(of(None, Stage::LineHaul, &rules, &experience(5)), (4, Basis::Experience));
        assert_eq!(of(None, Stage::Customs, &rules, &experience(5)), (30, Basis::Setting));
        assert_eq!(of(Some(20), Stage::Customs, &rules, &experience(5)), (20, Basis::Parcel));
        assert_eq!(of(Some(20), Stage::LineHaul, &rules, &experience(5)), (20, Basis::Parcel));
        assert_eq!(of(Some(3), Stage::NoFirstScan, &rules, &none), (3, Basis::Parcel));
    }

    #[test]
    fn what_waits_for_the_reader_does_not_wait_longer() {
        let rules = AdviceSettings::around(7);
        for stage in [Stage::Pickup, Stage::OutForDelivery, Stage::DeliveryFailed] {
            let usual = rules.thresholds.days(stage);
            assert_eq!(of(Some(60), stage, &rules, &experience(5)), (usual, Basis::Default), "{stage:?}");
            assert_eq!(of(Some(1), stage, &rules, &experience(5)), (1, Basis::Parcel), "{stage:?}");
        }
    }
}
