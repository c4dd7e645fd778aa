//! Near misses: a number that has a format's shape and nothing else wrong than its check digit or issuer.

use super::check_digit::{Check, expected};
use super::format::{Format, TextConfidence};
use super::format_index::{Entry, index};
use super::format_table::format;
use super::match_formats::{issued, verdict};
use super::normalise::NormalisedBytes;
use super::s10_issuers;

/// What is wrong with a near miss.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum NearMissKind {
    /// The check digit.
    CheckDigit,
    /// The last two letters belong to no issuer.
    Issuer,
    /// So many characters are missing.
    Missing(u8),
    /// So many characters are too many.
    Extra(u8),
}

/// The format that a number nearly has.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct NearMiss {
    /// The format.
    pub format: &'static Format,
    /// What is wrong.
    pub fault: NearMissKind,
    /// The check character that the rest of the number asks for, where the check digit is what is wrong.
    pub expected: Option<char>,
}

impl NearMiss {
    /// Whether that is proof of a mistake: a number of such a shape is either of this format or of none. A prefix with
    /// another length, or a shape that others share, only resembles it.
    #[must_use]
    pub fn is_proof(&self) -> bool {
        match self.fault {
            NearMissKind::CheckDigit | NearMissKind::Issuer => self.format.stands == TextConfidence::Alone,
            NearMissKind::Missing(_) | NearMissKind::Extra(_) => self.format.issuer,
        }
    }
}

/// The most telling near miss of a text; `None` where nothing comes near, or where the text is simply right.
#[must_use]
pub fn near_miss(number: impl AsRef<str>) -> Option<NearMiss> {
    let plain = NormalisedBytes::read(number.as_ref())?;
    of(plain.bytes())
}

/// As [`near_miss`], of normalised bytes.
pub(super) fn of(number: &[u8]) -> Option<NearMiss> {
    of_shape(number).or_else(|| wrong_length(number)).or_else(|| wrong_s10_length(number))
}

/// The near miss of a number that has a format's shape. A check digit that fails accuses only where the shape tells
/// itself apart: of any row of digits, nine in ten fail each rule.
pub(super) fn of_shape(number: &[u8]) -> Option<NearMiss> {
    let telling = |entry: &&Entry| entry.format.stands == TextConfidence::Alone || !entry.format.is_digits_only();
    let wrong = index().near(number).filter(telling).filter_map(|entry| Some((entry, wrong(entry, number)?)));
    wrong.max_by_key(|(entry, _)| entry.distinct).map(|(_, miss)| miss)
}

/// What is wrong with a number of the entry's shape.
fn wrong(entry: &Entry, number: &[u8]) -> Option<NearMiss> {
    if !entry.fits(number) {
        return None;
    }
    if !issued(entry.format, number) {
        let passes = verdict(entry, number) == Check::Passed;
        return passes.then_some(NearMiss { format: entry.format, fault: NearMissKind::Issuer, expected: None });
    }
    if verdict(entry, number) != Check::Failed {
        return None;
    }
    let serial = &number[entry.pattern.start..entry.pattern.check];
    let expected = expected(entry.format.rule, serial).map(char::from);
    Some(NearMiss { format: entry.format, fault: NearMissKind::CheckDigit, expected })
}

/// A distinctive prefix with too few or too many digits behind it.
fn wrong_length(number: &[u8]) -> Option<NearMiss> {
    let lengths = number.len().saturating_sub(2)..=number.len() + 2;
    let near = lengths.filter(|&l| l != number.len()).flat_map(|l| index().of_length(l));
    let telling = near.filter(|e| e.distinct >= 8 && framed(e, number));
    let best = telling.max_by_key(|e| (e.distinct, std::cmp::Reverse(e.pattern.masks.len().abs_diff(number.len()))))?;
    let (has, wants) = (number.len(), best.pattern.masks.len());
    let by = u8::try_from(has.abs_diff(wants)).ok()?;
    let fault = if has < wants { NearMissKind::Missing(by) } else { NearMissKind::Extra(by) };
    Some(NearMiss { format: best.format, fault, expected: None })
}

/// Two letters, too few or too many digits, and an issuer.
fn wrong_s10_length(number: &[u8]) -> Option<NearMiss> {
    const DIGITS: usize = 9;
    let (head, rest) = number.split_at_checked(2)?;
    let (digits, country) = rest.split_at_checked(rest.len().checked_sub(2)?)?;
    let shaped = head.iter().all(u8::is_ascii_uppercase) && digits.iter().all(u8::is_ascii_digit);
    if !shaped || s10_issuers::issuer(country).is_none() || digits.len() == DIGITS || digits.len().abs_diff(DIGITS) > 2
    {
        return None;
    }
    let by = u8::try_from(digits.len().abs_diff(DIGITS)).ok()?;
    let fault = if digits.len() < DIGITS { NearMissKind::Missing(by) } else { NearMissKind::Extra(by) };
    Some(NearMiss { format: format("s10/s10")?, fault, expected: None })
}

/// Whether the fixed characters at both ends of a pattern are there, and digits between them.
fn framed(entry: &Entry, number: &[u8]) -> bool {
    let masks = &entry.pattern.masks;
    let fixed = |m: &&u64| m.is_power_of_two();
    let head = masks.iter().take_while(fixed).count();
    let tail = masks.iter().rev().take_while(fixed).count();
    if head < 2 || head + tail + 4 > number.len().min(masks.len()) {
        return false;
    }
    let same = |mask: u64, byte: u8| mask == 1 << super::normalise::code(byte).unwrap_or(63);
    let starts = masks.iter().zip(number).take(head).all(|(&m, &b)| same(m, b));
    let ends = masks.iter().rev().zip(number.iter().rev()).take(tail).all(|(&m, &b)| same(m, b));
    starts && ends && number[number.len() - tail - 4..number.len() - tail].iter().all(u8::is_ascii_digit)
}
