//! What may have been meant by a number, ranked.

use crate::domain::TrackingNumber;
use crate::domain::number::{self, Check, Correction, CorrectionReason, IdentifyContext, NearMiss, NearMissKind};

/// So many are offered.
const MOST: usize = 5;

/// What may have been meant by a text, best first: a certain correction, or else the number with the check digit that the rest
/// of it asks for, then whatever comes near.
#[must_use]
pub fn ranked_corrections(text: &str, context: &IdentifyContext) -> Vec<Correction> {
    ranked(text, number::rescue(text, context), number::near_miss(text).as_ref())
}

/// The same, of what is known already.
pub(super) fn ranked(text: &str, mut corrections: Vec<Correction>, miss: Option<&NearMiss>) -> Vec<Correction> {
    let number = TrackingNumber::parse(text).ok();
    if let (Some(number), Some(miss)) = (number, miss)
        && !corrections.iter().any(|correction| correction.firm)
        && let Some(right) = with_the_digit_it_wants(&number, miss)
    {
        corrections.retain(|known| known.number != right.number);
        corrections.insert(0, right);
    }
    corrections.truncate(MOST);
    corrections
}

/// The same number with the check digit that the rest of it asks for.
fn with_the_digit_it_wants(number: &TrackingNumber, miss: &NearMiss) -> Option<Correction> {
    let (NearMissKind::CheckDigit, Some(wanted)) = (miss.fault, miss.expected) else { return None };
    let typed: Vec<char> = number.as_str().chars().collect();
    let changed = (0..typed.len()).rev().filter_map(|at| {
        let mut right = typed.clone();
        right[at] = wanted;
        TrackingNumber::parse(&right.into_iter().collect::<String>()).ok()
    });
    let passes = |number: &TrackingNumber| {
        let candidates = number::identify(number, &IdentifyContext::default());
        candidates.iter().any(|best| best.format.id == miss.format.id && best.check == Check::Passed)
    };
    let number = changed.filter(|right| right != number).find(passes)?;
    Some(Correction { number, why: CorrectionReason::Mistyped, firm: false })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn first(text: &str) -> Option<String> {
        ranked_corrections(text, &IdentifyContext::default()).first().map(|best| best.number.to_string())
    }

    #[test]
    fn the_digit_that_the_number_wants_comes_first_and_a_certain_correction_before_it() {
        assert_eq!(first("RA123456789RU").as_deref(), Some("RA123456785RU"));
        assert_eq!(first("RВ123456785СN").as_deref(), Some("RB123456785CN"));
        assert_eq!(first("RA123456785RU"), None);
    }
}
