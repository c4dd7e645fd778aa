//! How good the days were that a source named.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::milestones::in_days;
use crate::domain::{Eta, SourceId};

/// A day of arrival that a source named, and the day of the delivery.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ExpectedDay {
    /// The source.
    pub source: SourceId,
    /// The span of days it named.
    pub named: Eta,
    /// When the parcel was delivered.
    pub delivered: NaiveDate,
}

/// How good the days of a source were.
#[derive(Clone, PartialEq, Debug)]
pub struct SourceAccuracy {
    /// The source.
    pub source: SourceId,
    /// Of how many parcels it named a day.
    pub parcels: u32,
    /// How many of them were delivered within the days it named.
    pub right: u32,
    /// By how many days on average the parcels came after the days it named; negative where they came before.
    pub mean_days_late: f64,
}

/// The accuracy of each source; a parcel counts once for a source, with the day that is given here.
#[must_use]
pub fn accuracy(expected: &[ExpectedDay]) -> Vec<SourceAccuracy> {
    let mut sources: BTreeMap<&SourceId, (u32, u32, f64)> = BTreeMap::new();
    for day in expected {
        let (parcels, right, late) = sources.entry(&day.source).or_default();
        *parcels += 1;
        *right += u32::from(day.named.contains(day.delivered));
        *late += days_late(day.named, day.delivered);
    }
    let of = |(source, (parcels, right, late)): (&SourceId, (u32, u32, f64))| SourceAccuracy {
        source: source.clone(),
        parcels,
        right,
        mean_days_late: late / f64::from(parcels),
    };
    sources.into_iter().map(of).collect()
}

/// Days after the span; negative before it, 0 within.
fn days_late(named: Eta, delivered: NaiveDate) -> f64 {
    let (after, before) = (in_days(delivered - named.to), in_days(delivered - named.from));
    if after > 0.0 { after } else { before.min(0.0) }
}
