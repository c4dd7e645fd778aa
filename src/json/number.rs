//! What a number is, in JSON.

use serde::Serialize;

use crate::domain::TrackingNumber;
use crate::domain::number::{Candidate, Correction, IdentifyContext, identify};

/// What a number is.
#[derive(Serialize, Debug)]
pub struct IdentifiedJson {
    /// The text as it was given, without control characters.
    pub input: String,
    /// The number as it is kept; `null` where the text is none.
    pub normalized: Option<String>,
    /// What it may be, likeliest first.
    pub candidates: Vec<CandidateJson>,
    /// What may have been meant.
    pub corrections: Vec<CorrectionJson>,
    /// The shop whose orders are numbered like that.
    pub order_shop: Option<&'static str>,
}

/// One thing that a number may be.
#[derive(Serialize, Debug)]
pub struct CandidateJson {
    /// The format's id.
    pub format: &'static str,
    /// Whose number it is.
    pub carrier: &'static str,
    /// `passed`, `failed` or `none`.
    pub check: &'static str,
    /// `to_door`, `to_border` or `unknown`.
    pub tracked: &'static str,
    /// 0 to 100; only the order means something.
    pub score: u8,
}

/// A number that may have been meant.
#[derive(Serialize, Debug)]
pub struct CorrectionJson {
    /// The number.
    pub number: String,
    /// Why.
    pub why: &'static str,
    /// Whether there is no doubt.
    pub firm: bool,
}

impl CandidateJson {
    /// A candidate for a normalised number.
    #[must_use]
    pub fn of(candidate: &Candidate, number: &str) -> Self {
        Self {
            format: candidate.format.id,
            carrier: candidate.carrier(number),
            check: candidate.check.as_str(),
            tracked: candidate.tracked.as_str(),
            score: candidate.score,
        }
    }
}

impl From<&Correction> for CorrectionJson {
    fn from(correction: &Correction) -> Self {
        Self { number: correction.number.to_string(), why: correction.why.as_str(), firm: correction.firm }
    }
}

/// The ids of the formats that a number has, likeliest first; those that its check digit refuses are left out.
#[must_use]
pub fn formats(number: &TrackingNumber) -> Vec<&'static str> {
    let candidates = identify(number, &IdentifyContext::default());
    candidates.iter().filter(|c| c.accepted()).map(|c| c.format.id).collect()
}
