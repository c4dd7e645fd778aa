//! Spreads checks a little, always in the same way for the same pair.

use chrono::TimeDelta;

use crate::domain::{SourceId, TrackingNumber};

/// The widest step away from the rule, in thousandths of the interval.
const WIDEST: i64 = 100;

/// The interval, moved by up to ±10 % by a hash of source and number. No random numbers: the same question always
/// gets the same step, so that a plan can be foretold and tested.
pub(super) fn jittered(interval: TimeDelta, source: &SourceId, number: &TrackingNumber) -> TimeDelta {
    let span = WIDEST.unsigned_abs() * 2 + 1;
    let step = i64::try_from(hash(source, number) % span).unwrap_or(WIDEST) - WIDEST;
    interval + TimeDelta::seconds(interval.num_seconds() * step / 1_000)
}

/// FNV-1a, 64 bit: short, stable between versions (unlike the standard hasher), good enough to spread.
/// Constants: <http://www.isthe.com/chongo/tech/comp/fnv/>.
fn hash(source: &SourceId, number: &TrackingNumber) -> u64 {
    let bytes = source.as_str().bytes().chain([0]).chain(number.as_str().bytes());
    let sum = bytes.fold(0xcbf2_9ce4_8422_2325_u64, |h, b| (h ^ u64::from(b)).wrapping_mul(0x0100_0000_01b3));
    // The low bits of FNV know little of the last bytes; numbers often differ only there.
    sum ^ (sum >> 29)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stays_within_a_tenth_and_spreads_neighbours() {
        let source = SourceId::new("cainiao");
        let base = TimeDelta::hours(6);
        let steps: std::collections::BTreeSet<_> = (0..200)
            .map(|i| jittered(base, &source, &TrackingNumber::parse(&format!("LP006209665{i:05}")).unwrap()))
            .collect();
        assert!(steps.first().unwrap() >= &(base - base / 10) && steps.last().unwrap() <= &(base + base / 10));
        assert!(steps.len() > 80, "only {} different steps", steps.len());
        assert!(*steps.last().unwrap() - *steps.first().unwrap() > TimeDelta::minutes(60));
    }
}
