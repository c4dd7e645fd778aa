//! Letters of another alphabet: they look like Latin ones, or were typed with another layout.

use super::candidates::{CorrectionCandidates, best};
use super::lookalikes_and_key_neighbours::{layout, look_alike};
use super::{CorrectionReason, letter_digit, single_typos};
use crate::domain::number::TrackingNumber;
use crate::domain::number::identify_context::IdentifyContext;
use crate::domain::number::normalise::NormalisedBytes;
use crate::domain::number::s10_issuers::USUAL;
use crate::domain::number::s10_service_indicator;

/// What a look-alike, or a wrong layout, costs; a number that needs something else besides costs more.
const COST: u32 = 5;
const BESIDES: u32 = 30;

pub(super) fn rescue(typed: &[char], context: &IdentifyContext, drafts: &mut CorrectionCandidates) {
    let looks = translate(typed, look_alike);
    let keys = translate(typed, layout);
    let latin = typed.iter().any(char::is_ascii_alphabetic);
    let looks_right = looks.as_ref().filter(|n| is_right(n, context));
    // whoever typed one letter in Latin had no other layout on
    let keys_right = keys.as_ref().filter(|n| is_right(n, context) && !(latin && looks_right.is_some()));
    let (looks_firm, keys_firm) = match (looks_right, keys_right) {
        // some letters stand on the key of the Latin one they look like
        (Some(a), Some(b)) if a == b => (true, false),
        (Some(a), Some(b)) => decide(a, b),
        _ => (true, true),
    };
    let mut found = false;
    if let Some(number) = looks_right {
        found |= drafts.add(number, CorrectionReason::LookAlike, COST, looks_firm);
    }
    if let Some(number) = keys_right {
        found |= drafts.add(number, CorrectionReason::Layout, COST + 1, keys_firm);
    }
    if !found {
        besides(looks.as_deref(), keys.as_deref(), drafts);
    }
}

/// Other mistakes besides the alphabet.
fn besides(looks: Option<&[u8]>, keys: Option<&[u8]>, drafts: &mut CorrectionCandidates) {
    if let Some(number) = looks {
        letter_digit::rescue(number, CorrectionReason::LookAlike, drafts);
    }
    drafts.besides(BESIDES);
    for number in [looks, keys].into_iter().flatten() {
        single_typos::doubled(number, drafts);
        single_typos::rescue(number, drafts);
    }
}

/// Every letter that is not Latin through a map; `None` where one has no counterpart.
fn translate(typed: &[char], map: fn(char) -> Option<char>) -> Option<Vec<u8>> {
    let mapped: Option<Vec<char>> =
        typed.iter().map(|&c| if c.is_ascii_alphanumeric() { Some(c) } else { map(c) }).collect();
    NormalisedBytes::of(&mapped?).map(|plain| plain.bytes().to_vec())
}

fn is_right(number: &[u8], context: &IdentifyContext) -> bool {
    let number = std::str::from_utf8(number).ok().and_then(|n| TrackingNumber::parse(n).ok());
    number.is_some_and(|n| best(&n, context).is_some())
}

/// Which of two right numbers is the one beyond doubt, if any: the more usual one.
fn decide(looks: &[u8], keys: &[u8]) -> (bool, bool) {
    let usual = |n: &[u8]| {
        let country = n.len().checked_sub(2).map_or(&n[..0], |at| &n[at..]);
        USUAL.iter().any(|u| u.as_bytes() == country) && s10_service_indicator::assigned(n)
    };
    match (usual(looks), usual(keys)) {
        (true, false) => (true, false),
        (false, true) => (false, true),
        _ => (false, false),
    }
}
