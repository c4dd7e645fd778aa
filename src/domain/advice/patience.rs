//! How long silence is normal for one parcel, and where that number comes from.
//!
//! The most particular word counts: the parcel's own number, then what the user set for the stage, then the default
//! around `stale_after_days`.

use super::{Rules, Stage, vocabulary};
use crate::domain::Parcel;

vocabulary::vocabulary! {
    /// Where the number of normal days comes from.
    Basis {
        /// The user said so of this parcel.
        Parcel = "parcel",
        /// The user set the stage.
        Setting = "setting",
        /// The program's default.
        Default = "default",
    }
}

/// How long silence is normal.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Patience {
    /// Full days; more is too long.
    pub days: u32,
    /// Where the number comes from.
    pub basis: Basis,
}

/// How long silence is normal for a parcel at a stage.
///
/// A parcel's own number counts wherever the parcel is moved by others. Where it waits for the reader, or comes today,
/// a larger number does not help: there it can only shorten the days.
pub(super) fn patience(parcel: &Parcel, stage: Stage, rules: &Rules) -> Patience {
    let set = rules.thresholds.days(stage);
    let basis = if rules.thresholds.is_set(stage) { Basis::Setting } else { Basis::Default };
    match parcel.stale_after_days {
        Some(own) if stage.is_moved_by_others() || own < set => Patience { days: own, basis: Basis::Parcel },
        _ => Patience { days: set, basis },
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::parcel;
    use super::*;

    fn of(own: Option<u32>, stage: Stage, rules: &Rules) -> (u32, Basis) {
        let mut parcel = parcel("RB123456785CN", None, 1);
        parcel.stale_after_days = own;
        let Patience { days, basis } = patience(&parcel, stage, rules);
        (days, basis)
    }

    #[test]
    fn the_most_particular_word_counts() {
        let mut rules = Rules::around(7);
        rules.thresholds = rules.thresholds.with(Stage::Customs, 30);
        assert_eq!(of(None, Stage::LineHaul, &rules), (14, Basis::Default));
        assert_eq!(of(None, Stage::Customs, &rules), (30, Basis::Setting));
        assert_eq!(of(Some(20), Stage::Customs, &rules), (20, Basis::Parcel));
        assert_eq!(of(Some(20), Stage::LineHaul, &rules), (20, Basis::Parcel));
        assert_eq!(of(Some(3), Stage::NoFirstScan, &rules), (3, Basis::Parcel));
    }

    #[test]
    fn what_waits_for_the_reader_does_not_wait_longer() {
        let rules = Rules::around(7);
        for stage in [Stage::Pickup, Stage::OutForDelivery, Stage::DeliveryFailed] {
            let usual = rules.thresholds.days(stage);
            assert_eq!(of(Some(60), stage, &rules), (usual, Basis::Default), "{stage:?}");
            assert_eq!(of(Some(1), stage, &rules), (1, Basis::Parcel), "{stage:?}");
        }
    }
}
