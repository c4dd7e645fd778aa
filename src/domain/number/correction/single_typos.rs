//! One slip of the hand: a character doubled, swapped, wrong, left out or too many.

use super::CorrectionReason;
use super::candidates::CorrectionCandidates;
use super::lookalikes_and_key_neighbours::{alike, confused, neighbours};
use crate::domain::number::check_digit::Check;
use crate::domain::number::format::{CheckDigitRule, TextConfidence};
use crate::domain::number::format_index::{Entry, allows, index};
use crate::domain::number::match_formats::{issued, verdict};
use crate::domain::number::normalise::{CODES, character};
use crate::domain::number::pattern::Mask;

const SWAPPED: u32 = 10;
const DOUBLED: u32 = 12;
const NEAR: u32 = 24;
const DROPPED_TWIN: u32 = 28;
const FAR: u32 = 40;
const LEFT_OUT: u32 = 46;
const TOO_MANY: u32 = 48;
/// What a letter for a digit costs more, and a digit for a letter.
const OTHER_KIND: u32 = 12;

/// Takes one of two equal neighbours away. Firm where that leaves one number only whose check digit passes, or, with
/// none that does, one only of a distinctive shape.
pub(super) fn doubled(number: &[u8], drafts: &mut CorrectionCandidates) {
    let mut left: Vec<(u8, Vec<u8>)> = Vec::new();
    for at in (1..number.len()).filter(|&at| number[at] == number[at - 1]) {
        let mut shorter = number.to_vec();
        shorter.remove(at);
        let quality = index().near(&shorter).filter_map(|e| quality(e, &shorter)).min();
        if let Some(quality) = quality
            && !left.iter().any(|(_, n)| *n == shorter)
        {
            left.push((quality, shorter));
        }
    }
    let best = left.iter().map(|(q, _)| *q).min();
    for (quality, shorter) in &left {
        drafts.add(shorter, CorrectionReason::Doubled, DOUBLED + u32::from(*quality), Some(*quality) == best);
    }
}

/// 0 for a distinctive shape with a check digit that passes, 1 for a check digit alone, more for the rest.
fn quality(entry: &Entry, number: &[u8]) -> Option<u8> {
    if !entry.fits(number) || !issued(entry.format, number) {
        return None;
    }
    match (verdict(entry, number), entry.format.stands) {
        (Check::Failed, _) => None,
        (Check::Passed, TextConfidence::Alone) => Some(0),
        (Check::Passed, _) => Some(1),
        (Check::None, TextConfidence::Alone) => Some(2),
        (Check::None, TextConfidence::Beside) => Some(3),
        (Check::None, TextConfidence::Named) => Some(4),
    }
}

/// Every single slip that leaves a number whose check digit passes; where a format has none, only those that its
/// fixed characters betray.
pub(super) fn rescue(number: &[u8], drafts: &mut CorrectionCandidates) {
    let worth = |e: &&Entry| e.format.rule != CheckDigitRule::None || e.format.stands == TextConfidence::Alone;
    for entry in index().of_length(number.len()).filter(worth) {
        same_length(entry, number, drafts);
    }
    for entry in index().of_length(number.len() + 1).filter(worth) {
        left_out(entry, number, drafts);
    }
    for entry in index().of_length(number.len().saturating_sub(1)).filter(worth) {
        too_many(entry, number, drafts);
    }
}

fn same_length(entry: &Entry, number: &[u8], drafts: &mut CorrectionCandidates) {
    let masks = &entry.pattern.masks;
    let wrong: Vec<usize> = (0..number.len()).filter(|&i| !allows(masks[i], number[i])).take(3).collect();
    match wrong[..] {
        [] => {
            (1..number.len()).for_each(|i| swap(entry, number, i, drafts));
            (0..number.len()).for_each(|i| replace(entry, number, i, drafts));
        }
        [i] => {
            if i > 0 {
                swap(entry, number, i, drafts);
            }
            if i + 1 < number.len() {
                swap(entry, number, i + 1, drafts);
            }
            replace(entry, number, i, drafts);
        }
        [i, j] if j == i + 1 => swap(entry, number, j, drafts),
        _ => {}
    }
}

/// Adds a number where the entry takes it, for a reason that shows.
fn offer(entry: &Entry, number: &[u8], why: CorrectionReason, cost: u32, drafts: &mut CorrectionCandidates) {
    if entry.fits(number) && issued(entry.format, number) && verdict(entry, number) != Check::Failed {
        drafts.add(number, why, cost, false);
    }
}

fn swap(entry: &Entry, number: &[u8], i: usize, drafts: &mut CorrectionCandidates) {
    if number[i] == number[i - 1] || (entry.format.rule == CheckDigitRule::None && entry.fits(number)) {
        return;
    }
    let mut right = number.to_vec();
    right.swap(i, i - 1);
    offer(entry, &right, CorrectionReason::Swapped, SWAPPED, drafts);
}

fn replace(entry: &Entry, number: &[u8], i: usize, drafts: &mut CorrectionCandidates) {
    if entry.format.rule == CheckDigitRule::None && entry.fits(number) {
        return;
    }
    let typed = number[i];
    let mut right = number.to_vec();
    for (c, more) in choices(entry.pattern.masks[i], typed).filter(|&(c, _)| c != typed) {
        right[i] = c;
        let near = neighbours(typed, c) || alike(typed, c) || confused(typed) == Some(c);
        offer(entry, &right, CorrectionReason::Mistyped, if near { NEAR } else { FAR + more }, drafts);
    }
}

fn left_out(entry: &Entry, number: &[u8], drafts: &mut CorrectionCandidates) {
    let fixed = |m: Mask| m.is_power_of_two();
    for i in 0..=number.len() {
        if entry.format.rule == CheckDigitRule::None && !fixed(entry.pattern.masks[i]) {
            continue;
        }
        let mut right = number.to_vec();
        right.insert(i, b'0');
        for (c, more) in choices(entry.pattern.masks[i], b'0') {
            right[i] = c;
            let twin = number.get(i) == Some(&c) || (i > 0 && number[i - 1] == c);
            let cost = if twin || fixed(entry.pattern.masks[i]) { DROPPED_TWIN } else { LEFT_OUT + more };
            offer(entry, &right, CorrectionReason::Missing, cost, drafts);
        }
    }
}

fn too_many(entry: &Entry, number: &[u8], drafts: &mut CorrectionCandidates) {
    if entry.format.rule == CheckDigitRule::None {
        return;
    }
    for i in (0..number.len()).filter(|&i| i == 0 || number[i] != number[i - 1]) {
        let mut right = number.to_vec();
        right.remove(i);
        offer(entry, &right, CorrectionReason::Extra, TOO_MANY, drafts);
    }
}

/// The characters that may have been meant at a place, with what one of another kind than the typed costs more.
fn choices(mask: Mask, typed: u8) -> impl Iterator<Item = (u8, u32)> {
    let other_kind = move |c: u8| mask.count_ones() > 26 && c.is_ascii_digit() != typed.is_ascii_digit();
    let all = (0..CODES).filter(move |c| mask & (1 << c) != 0).map(character);
    all.map(move |c| (c, if other_kind(c) { OTHER_KIND } else { 0 }))
}
