//! What delivered parcels tell of the silence that is usual at a stage: on the same route, else to the same country,
//! else anywhere.

use std::collections::BTreeMap;

use super::Stage;
use crate::domain::Country;

/// So many delivered parcels are enough to tell what is usual.
pub const ENOUGH: u32 = 5;
/// The least normal silence that is learned, in days: parcels are not scanned at weekends.
pub const LEAST_DAYS: u32 = 3;

crate::domain::string_enum::string_enum! {
    /// Which delivered parcels are compared with.
    Lane {
        /// Those from the same country to the same country.
        Route = "route",
        /// Those to the same country.
        Destination = "destination",
        /// All.
        All = "all",
    }
}

/// How long parcels are usually silent at a stage, by their longest silence there.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct UsualSilence {
    /// Full days: a tenth of the parcels were silent for less.
    pub from: u32,
    /// Full days: a tenth of the parcels were silent for longer.
    pub to: u32,
    /// How many parcels tell so.
    pub parcels: u32,
    /// Which ones.
    pub lane: Lane,
}

/// So many delivered parcels that were silent for so long at a stage, at the longest.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct SilenceCount {
    /// The stage.
    pub stage: Stage,
    /// Where the parcels came from.
    pub origin: Option<Country>,
    /// Where they went.
    pub destination: Option<Country>,
    /// Full days.
    pub days: u32,
    /// How many parcels.
    pub parcels: u32,
}

/// Parcels between two countries, or to one, or all.
type Ends = (Option<Country>, Option<Country>);

/// What is usual at each stage on each lane.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct LearnedSilence {
    usual: BTreeMap<(Stage, Ends), UsualSilence>,
}

/// Nothing is known yet.
pub static NO_EXPERIENCE: LearnedSilence = LearnedSilence { usual: BTreeMap::new() };

impl LearnedSilence {
    /// Counts what delivered parcels tell.
    #[must_use]
    pub fn of(silences: impl IntoIterator<Item = SilenceCount>) -> Self {
        let mut counts: BTreeMap<(Stage, Ends), (Lane, BTreeMap<u32, u32>)> = BTreeMap::new();
        for SilenceCount { stage, origin, destination, days, parcels } in silences {
            for (lane, ends) in lanes(origin, destination) {
                let (_, counted) = counts.entry((stage, ends)).or_insert((lane, BTreeMap::new()));
                *counted.entry(days).or_default() += parcels;
            }
        }
        let usual = counts.into_iter().filter_map(|(place, (lane, counted))| Some((place, usual(lane, &counted)?)));
        Self { usual: usual.collect() }
    }

    /// How long parcels like this one are usually silent at a stage: told by the nearest lane with [`ENOUGH`] of
    /// them, or else by all; `None` where none was ever delivered.
    #[must_use]
    pub fn usual(&self, stage: Stage, origin: Option<Country>, destination: Option<Country>) -> Option<UsualSilence> {
        let told = || lanes(origin, destination).filter_map(|(_, ends)| self.usual.get(&(stage, ends)).copied());
        told().find(UsualSilence::is_enough).or_else(|| told().last())
    }
}

impl UsualSilence {
    /// Whether that is enough to go by.
    #[must_use]
    pub fn is_enough(&self) -> bool {
        self.parcels >= ENOUGH
    }

    /// Full days of silence that are normal by it.
    #[must_use]
    pub fn normal(&self) -> u32 {
        self.to.max(LEAST_DAYS)
    }
}

/// The lanes of a parcel, the nearest first.
fn lanes(origin: Option<Country>, destination: Option<Country>) -> impl Iterator<Item = (Lane, Ends)> {
    let route = origin.and(destination).map(|_| (Lane::Route, (origin, destination)));
    let there = destination.map(|_| (Lane::Destination, (None, destination)));
    route.into_iter().chain(there).chain([(Lane::All, (None, None))])
}

/// The middle four fifths, by the nearest rank.
fn usual(lane: Lane, counted: &BTreeMap<u32, u32>) -> Option<UsualSilence> {
    let parcels: u32 = counted.values().fold(0, |sum, n| sum.saturating_add(*n));
    let rank = |percent: u64| (u64::from(parcels) * percent).div_ceil(100).max(1);
    let at = |rank: u64| {
        let mut passed = 0;
        counted.iter().find(|(_, n)| {
            passed += u64::from(**n);
            passed >= rank
        })
    };
    let (from, to) = (at(rank(10))?, at(rank(90))?);
    Some(UsualSilence { from: *from.0, to: *to.0, parcels, lane })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn at(origin: &str, destination: &str, days: &[u32]) -> Vec<SilenceCount> {
        let (origin, destination) = (Country::parse(origin), Country::parse(destination));
        days.iter().map(|d| SilenceCount { stage: Stage::Customs, origin, destination, days: *d, parcels: 1 }).collect()
    }

    fn told(experience: &LearnedSilence, origin: &str, destination: &str) -> Option<(u32, u32, u32, Lane)> {
        let usual = experience.usual(Stage::Customs, Country::parse(origin), Country::parse(destination))?;
        Some((usual.from, usual.to, usual.parcels, usual.lane))
    }

    #[test]
    fn the_nearest_lane_with_enough_parcels_tells() {
        let mut all = at("CN", "RU", &[5, 3, 2, 4, 2]);
        all.extend(at("TR", "RU", &[9]));
        all.extend(at("CN", "DE", &[1, 30]));
        let experience = LearnedSilence::of(all);
        assert_eq!(told(&experience, "CN", "RU"), Some((2, 5, 5, Lane::Route)));
        assert_eq!(told(&experience, "TR", "RU"), Some((2, 9, 6, Lane::Destination)));
        assert_eq!(told(&experience, "", "RU"), Some((2, 9, 6, Lane::Destination)));
        assert_eq!(told(&experience, "CN", "DE"), Some((1, 30, 8, Lane::All)), "two are too few");
        assert_eq!(told(&experience, "", ""), Some((1, 30, 8, Lane::All)));
        assert_eq!(experience.usual(Stage::LineHaul, None, None), None);
    }

    #[test]
    fn a_few_are_told_of_but_are_not_enough() {
        let experience = LearnedSilence::of(at("CN", "RU", &[5, 3]));
        let few = experience.usual(Stage::Customs, Country::parse("CN"), Country::parse("RU")).unwrap();
        assert_eq!((few.parcels, few.lane, few.is_enough()), (2, Lane::All, false));
    }

    #[test]
    fn a_tenth_at_either_end_is_left_out() {
        let days: Vec<u32> = (1..=20).collect();
        assert_eq!(told(&LearnedSilence::of(at("CN", "RU", &days)), "CN", "RU"), Some((2, 18, 20, Lane::Route)));
    }

    #[test]
    fn a_weekend_is_always_normal() {
        let experience = LearnedSilence::of(at("CN", "RU", &[0, 0, 1, 0, 0]));
        assert_eq!(experience.usual(Stage::Customs, None, None).unwrap().normal(), LEAST_DAYS);
    }

    proptest! {
        #[test]
        fn what_is_usual_was_seen_and_the_order_makes_no_difference(mut days in prop::collection::vec(any::<u32>(), 1..60)) {
            let experience = LearnedSilence::of(at("CN", "RU", &days));
            let (from, to, parcels, _) = told(&experience, "CN", "RU").unwrap();
            prop_assert!(from <= to && days.contains(&from) && days.contains(&to));
            prop_assert_eq!(parcels as usize, days.len());
            let longer = days.iter().filter(|d| **d > to).count();
            prop_assert!(longer * 10 <= days.len());
            days.reverse();
            prop_assert_eq!(experience, LearnedSilence::of(at("CN", "RU", &days)));
        }
    }
}
