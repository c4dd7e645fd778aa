//! How wide an interval has to be so that 8 of 10 parcels arrive within it, going by what became of earlier ones.

/// The share that may arrive outside, as it is promised.
const PROMISED: f64 = 0.2;
/// How much one hit or miss moves the share.
const STEP: f64 = 0.03;
/// The share moves no further than this.
const NARROWEST: f64 = 0.3;
/// Nor further than this.
const WIDEST: f64 = 0.06;

/// The share of parcels that may arrive outside the next interval, from whether the earlier parcels arrived within
/// theirs, the oldest first: a miss widens the next interval, a hit narrows it a little.
///
/// Gibbs and Candès, "Adaptive Conformal Inference Under Distribution Shift" (arXiv 2106.00170), bounded.
#[must_use]
pub fn confidence_level(arrived_within: impl IntoIterator<Item = bool>) -> f64 {
    arrived_within.into_iter().fold(PROMISED, |share, within| {
        let missed = if within { 0.0 } else { 1.0 };
        (share + STEP * (PROMISED - missed)).clamp(WIDEST, NARROWEST)
    })
}
