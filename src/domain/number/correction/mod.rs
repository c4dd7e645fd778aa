//! What may have been meant by a number that is none.
//!
//! One wrong digit leaves about ten numbers whose check digit passes, so a correction is firm only where the mistake
//! shows by itself, and where it is proved: the corrected number's check digit passes, or the alphabet leaves no other
//! reading. A number that a format accepts as it was typed has none. What shows by itself: a letter of another
//! alphabet, another keyboard layout, a letter where only a digit can stand, UK for GB, a doubled character that leaves
//! one number only. Everything else is ranked.

mod candidates;
mod difference;
#[cfg(test)]
mod firm_tests;
mod foreign_alphabet;
mod letter_digit;
mod lookalikes_and_key_neighbours;
mod s10_country;
mod single_typos;

use super::TrackingNumber;
use super::candidate::Candidate;
use super::check_digit::Check;
use super::format::TextConfidence;
use super::identify::identify;
use super::identify_context::IdentifyContext;
use super::near_miss;
use super::normalise::{NormalisedBytes, narrow, separates};
pub use candidates::Correction;
use candidates::{CorrectionCandidates, Proof};
pub use difference::CorrectionReason;

/// What may have been meant by a text, best first; at most one is firm, and it is the first. Empty where the text is
/// right as it is, and where nothing is known that comes near.
#[must_use]
pub fn rescue(text: &str, context: &IdentifyContext) -> Vec<Correction> {
    let Some(typed) = typed(text) else { return Vec::new() };
    let mut drafts = CorrectionCandidates::new(context);
    if let Some(plain) = NormalisedBytes::of(&typed) {
        rescue_plain(plain.bytes(), context, &mut drafts);
    } else {
        foreign_alphabet::rescue(&typed, context, &mut drafts);
    }
    drafts.finish()
}

/// Mistakes within Latin letters and digits.
fn rescue_plain(number: &[u8], context: &IdentifyContext, drafts: &mut CorrectionCandidates) {
    let as_text = std::str::from_utf8(number).unwrap_or_default();
    let read_as = identify(as_text, context);
    if read_as.first().is_some_and(|best| sure(best, number)) {
        return;
    }
    let is_right = accepted(&read_as);
    drafts.needs(if is_right { Proof::Impossible } else { Proof::Alphabet });
    letter_digit::rescue(number, CorrectionReason::Confused, drafts);
    if !is_right {
        drafts.needs(Proof::CheckDigit);
    }
    s10_country::rescue(number, drafts);
    single_typos::doubled(number, drafts);
    single_typos::rescue(number, drafts);
}

/// Whether a number is right as it was typed: then nothing else can be beyond doubt. A shape that nearly anything fits
/// says nothing about that.
fn accepted(read_as: &[Candidate]) -> bool {
    read_as.iter().any(|candidate| candidate.accepted() && !candidate.format.is_loose())
}

/// Whether a candidate leaves no reason to look for a mistake. A check digit that passes by chance does, where the
/// number has the telling shape of another format ("00" and eighteen digits) and fails that.
fn sure(candidate: &Candidate, number: &[u8]) -> bool {
    let alone = candidate.format.stands == TextConfidence::Alone;
    match candidate.check {
        Check::Passed => alone || near_miss::of(number).is_none_or(|miss| miss.format.stands != TextConfidence::Alone),
        Check::None => alone,
        Check::Failed => false,
    }
}

/// The characters that were typed, without what separates them, in upper case; `None` where they are too few or too
/// many for any number.
fn typed(text: &str) -> Option<Vec<char>> {
    let mut typed = Vec::new();
    for c in text.chars().filter(|&c| !separates(c)) {
        typed.push(narrow(c).to_uppercase().next().unwrap_or(c));
        if typed.len() > TrackingNumber::MAX + 1 {
            return None;
        }
    }
    (typed.len() >= TrackingNumber::MIN).then_some(typed)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn firm(text: &str) -> Option<String> {
        let all = rescue(text, &IdentifyContext::default());
        all.first().filter(|c| c.firm).map(|c| c.number.to_string())
    }

    #[test]
    fn what_shows_by_itself_is_firm() {
        for (typed, meant) in [
            ("RВ123456785СN", "RB123456785CN"),
            ("КИ123456785СТ", "RB123456785CN"),
            ("ки123456785ст", "RB123456785CN"),
            ("RB12345678SCN", "RB123456785CN"),
            ("R8123456785CN", "RB123456785CN"),
            ("LРОО123456789012", "LP00123456789012"),
            ("RB123456785UK", "RB123456785GB"),
            ("С11031500001879", "C11031500001879"),
            ("RB1233456785CN", "RB123456785CN"),
        ] {
            assert_eq!(firm(typed).as_deref(), Some(meant), "{typed}");
        }
    }

    #[test]
    fn a_right_number_is_left_alone() {
        for right in ["RB123456785CN", "LP00123456789012", "4PX3001451182489CN", "3318810025"] {
            assert!(rescue(right, &IdentifyContext::default()).is_empty(), "{right}");
        }
    }

    #[test]
    fn a_number_that_is_right_as_typed_has_no_firm_correction() {
        for right in ["60120172249991", "51087693038881", "20450122345678", "0508068906491", "Z7177278531"] {
            assert_eq!(firm(right), None, "{right}");
        }
    }

    #[test]
    fn a_wrong_digit_is_never_firm_and_swapped_neighbours_come_first() {
        let all = rescue("RB213456785CN", &IdentifyContext::default());
        assert!(all.iter().all(|c| !c.firm));
        assert_eq!(all[0].number.as_str(), "RB123456785CN");
        assert_eq!(all[0].why, CorrectionReason::Swapped);
    }

    #[test]
    fn the_users_other_numbers_decide_between_equals() {
        let known = [TrackingNumber::parse("RB123456015CN").unwrap()];
        let context = IdentifyContext { known: &known, ..IdentifyContext::default() };
        let all = rescue("RB123956785CN", &context);
        let place = all.iter().position(|c| c.number.as_str() == "RB123456785CN").unwrap();
        assert!(place < 3, "{all:?}");
    }

    proptest! {
        #[test]
        fn any_text_gives_numbers_that_are_identified(text in any::<String>()) {
            for c in rescue(&text, &IdentifyContext::default()) {
                prop_assert!(identify(&c.number, &IdentifyContext::default()).iter().any(Candidate::accepted));
            }
        }

        #[test]
        fn anything_number_like_gives_at_most_one_firm_and_first(text in "[A-Z0-9АВСЕКМУЗ]{8,20}") {
            let all = rescue(&text, &IdentifyContext::default());
            prop_assert!(all.iter().skip(1).all(|c| !c.firm));
        }
    }
}
