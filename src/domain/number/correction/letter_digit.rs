//! Letters where only a digit can stand, and digits where only a letter can.

use super::CorrectionReason;
use super::candidates::CorrectionCandidates;
use super::lookalikes_and_key_neighbours::confused;
use crate::domain::number::check_digit::Check;
use crate::domain::number::format::TextConfidence;
use crate::domain::number::format_index::{Entry, allows, index};
use crate::domain::number::match_formats::{issued, verdict};

/// More wrong places than that are another number altogether.
const MOST_FIXES: usize = 3;
const COST: u32 = 6;

/// Puts the characters right that stand in a wrong place. The numbers that need fewest fixes count; of these the
/// ones with a check digit that passes.
pub(super) fn rescue(number: &[u8], why: CorrectionReason, drafts: &mut CorrectionCandidates) {
    let mut fixed: Vec<(usize, bool, Vec<u8>)> = Vec::new();
    for entry in index().of_length(number.len()).filter(|e| is_narrow(e)) {
        if let Some((fixes, right)) = fix(entry, number) {
            match verdict(entry, &right) {
                Check::Failed => {}
                check => fixed.push((fixes, check != Check::Passed, right)),
            }
        }
    }
    fixed.sort();
    fixed.dedup_by(|a, b| a.2 == b.2);
    let Some(&(fewest, unchecked, _)) = fixed.first() else { return };
    for (fixes, no_check, right) in &fixed {
        let firm = (*fixes, *no_check) == (fewest, unchecked);
        let cost = COST + 8 * u32::try_from(*fixes).unwrap_or(u32::MAX / 16);
        drafts.add(right, why, cost, firm);
    }
}

/// Whether the entry's places are told apart well enough for a mistake to show.
fn is_narrow(entry: &Entry) -> bool {
    let any = entry.pattern.masks.iter().filter(|m| m.count_ones() > 30).count();
    entry.format.stands != TextConfidence::Named
        && (any * 2 < entry.pattern.masks.len() || entry.format.stands == TextConfidence::Alone)
}

fn fix(entry: &Entry, number: &[u8]) -> Option<(usize, Vec<u8>)> {
    let mut right = number.to_vec();
    let mut fixes = 0;
    for (place, &mask) in right.iter_mut().zip(&entry.pattern.masks) {
        if allows(mask, *place) {
            continue;
        }
        let other = confused(*place).filter(|&other| allows(mask, other))?;
        *place = other;
        fixes += 1;
    }
    ((1..=MOST_FIXES).contains(&fixes) && issued(entry.format, &right)).then_some((fixes, right))
}
