//! What a number may be: every candidate, best first, never one false certainty.

use super::check_digit::{Check, expected};
use super::format::{CheckDigitPolicy, Format, TrackedTo};
use super::format_index::{Entry, index};
use super::identify_context::IdentifyContext;
use super::normalise::NormalisedBytes;
use super::{ranking, s10_issuers, s10_service_indicator};

/// One thing that a number may be.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Candidate {
    /// The format.
    pub format: &'static Format,
    /// What its check digit says.
    pub check: Check,
    /// How far it can be followed.
    pub tracked: TrackedTo,
    /// 0 to 100; higher is likelier. Only the order means something.
    pub score: u8,
}

impl Candidate {
    /// Whether nothing speaks against it: its check digit passed, or it has none.
    #[must_use]
    pub fn accepted(&self) -> bool {
        self.check != Check::Failed
    }

    /// Whose number it is: the issuing post of an S10 number, else the format's carrier.
    #[must_use]
    pub fn carrier(&self, number: &str) -> &'static str {
        let suffix = number.len().checked_sub(2).and_then(|at| number.as_bytes().get(at..));
        let issuer = self.format.issuer.then(|| suffix.and_then(s10_issuers::issuer)).flatten();
        issuer.unwrap_or(self.format.carrier)
    }
}

/// Everything that a number may be, best first. A text that is not a normalisable number, or whose check digit
/// refuses every format, gives nothing. Look-alike letters are not forgiven here: see [`super::rescue()`].
#[must_use]
pub fn identify(number: impl AsRef<str>, context: &IdentifyContext) -> Vec<Candidate> {
    let mut found = Vec::new();
    identify_into(number.as_ref(), context, &mut found);
    found
}

/// As [`identify`], into a vector that is emptied first: no allocation where it is large enough.
pub fn identify_into(number: &str, context: &IdentifyContext, found: &mut Vec<Candidate>) {
    found.clear();
    if let Some(plain) = NormalisedBytes::read(number) {
        fitting(plain.bytes(), found);
        ranking::rank(context, found);
    }
}

/// The candidates of normalised bytes, unranked but with the score of their own merits.
pub(super) fn fitting(number: &[u8], found: &mut Vec<Candidate>) {
    for entry in index().near(number) {
        if let Some(candidate) = candidate(entry, number)
            && !found.iter().any(|other| std::ptr::eq(other.format, candidate.format))
        {
            found.push(candidate);
        }
    }
}

fn candidate(entry: &Entry, number: &[u8]) -> Option<Candidate> {
    if !entry.fits(number) || !issued(entry.format, number) {
        return None;
    }
    let check = verdict(entry, number);
    if check == Check::Failed && entry.format.strictness == CheckDigitPolicy::Specified {
        return None;
    }
    let format = entry.format;
    let tracked = if format.issuer { s10_service_indicator::tracked(number) } else { format.tracked };
    Some(Candidate { format, check, tracked, score: ranking::merit(entry, check, number) })
}

/// Whether the issuer, where the format has one, exists.
pub(super) fn issued(format: &Format, number: &[u8]) -> bool {
    !format.issuer || number.len().checked_sub(2).is_some_and(|at| s10_issuers::issuer(&number[at..]).is_some())
}

/// What the check digit of a number says that has the entry's shape.
pub(super) fn verdict(entry: &Entry, number: &[u8]) -> Check {
    let pattern = &entry.pattern;
    match expected(entry.format.rule, &number[pattern.start..pattern.check]) {
        None => Check::None,
        Some(digit) if number[pattern.check] == digit => Check::Passed,
        Some(_) => Check::Failed,
    }
}
