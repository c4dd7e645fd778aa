//! S10 numbers whose last two letters are wrong or missing.

use super::CorrectionReason;
use super::candidates::CorrectionCandidates;
use super::lookalikes_and_key_neighbours::{alike, neighbours};
use crate::domain::number::check_digit::expected;
use crate::domain::number::format::CheckDigitRule;
use crate::domain::number::s10_issuers::{ISSUERS, USUAL, issuer, meant};

const COST: u32 = 4;
const NEAR: u32 = 20;
const FAR: u32 = 45;
const MISSING: u32 = 30;

pub(super) fn rescue(number: &[u8], drafts: &mut CorrectionCandidates) {
    let (Some(head), Some(country)) = (number.get(..11), number.get(11..)) else { return };
    if !is_head(head) {
        return;
    }
    match country {
        [] => missing(head, drafts),
        [_, _] if issuer(country).is_none() => wrong(head, country, drafts),
        _ => {}
    }
}

/// Two letters, eight digits and their check digit.
fn is_head(head: &[u8]) -> bool {
    head[..2].iter().all(u8::is_ascii_uppercase)
        && head[2..].iter().all(u8::is_ascii_digit)
        && expected(CheckDigitRule::S10, &head[2..10]) == Some(head[10])
}

fn missing(head: &[u8], drafts: &mut CorrectionCandidates) {
    for (rank, code) in (0..).zip(USUAL) {
        drafts.add(&[head, code.as_bytes()].concat(), CorrectionReason::Missing, MISSING + rank, false);
    }
}

fn wrong(head: &[u8], country: &[u8], drafts: &mut CorrectionCandidates) {
    if let Some(code) = meant(country) {
        drafts.add(&[head, code].concat(), CorrectionReason::Country, COST, true);
        return;
    }
    for (code, _) in ISSUERS {
        let usual = USUAL.iter().position(|u| u == code).and_then(|rank| u32::try_from(rank).ok());
        let cost = distance(country, code.as_bytes()).or(usual.map(|_| FAR + NEAR));
        if let Some(cost) = cost {
            drafts.add(&[head, code.as_bytes()].concat(), CorrectionReason::Country, cost + usual.unwrap_or(20), false);
        }
    }
}

/// What it costs to take one code for another; `None` where they have nothing in common.
fn distance(typed: &[u8], code: &[u8]) -> Option<u32> {
    let (&[a, b], &[x, y]) = (typed, code) else { return None };
    let slip = |p, q| if neighbours(p, q) || alike(p, q) { NEAR } else { FAR };
    match (a == x, b == y) {
        (true, false) => Some(slip(b, y)),
        (false, true) => Some(slip(a, x)),
        _ if (a, b) == (y, x) => Some(COST + 6),
        _ => None,
    }
}
