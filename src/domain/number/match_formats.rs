//! Which formats a number fits, each with the score of its own merits.

use super::candidate::Candidate;
use super::check_digit::{Check, expected};
use super::format::{CheckDigitPolicy, CheckDigitRule, Format, TextConfidence};
use super::format_index::{Entry, MOST_DISTINCT, index};
use super::{s10_issuers, s10_service_indicator};

/// What a passed check digit is worth.
const PASSED: u8 = 50;
/// What a format without a check digit starts with.
const UNCHECKED: u8 = 16;

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
    Some(Candidate { format, check, tracked, score: merit(entry, check, number) })
}

/// The score of a candidate by itself.
fn merit(entry: &Entry, check: Check, number: &[u8]) -> u8 {
    let checked = match check {
        Check::Passed => PASSED,
        Check::None => UNCHECKED,
        Check::Failed => 0,
    };
    let vague = match entry.format.stands {
        TextConfidence::Named => 8,
        TextConfidence::Beside if entry.distinct == 0 && check == Check::None => 3,
        TextConfidence::Alone | TextConfidence::Beside => 0,
    };
    // one number in thirty-six passes by chance, not one in ten
    let rare = if check == Check::Passed && entry.format.rule == CheckDigitRule::Mod37 { 2 } else { 0 };
    let odd = u8::from(entry.format.issuer && !s10_service_indicator::assigned(number)) * 2;
    (checked + rare + entry.distinct.min(MOST_DISTINCT)).saturating_sub(vague + odd)
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
