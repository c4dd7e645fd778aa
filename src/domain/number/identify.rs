//! What a number may be: every candidate, best first, never one false certainty.

use super::candidate::Candidate;
use super::identify_context::IdentifyContext;
use super::match_formats::fitting;
use super::normalise::NormalisedBytes;
use super::ranking;

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
