//! Code 128 (ISO/IEC 15417): letters in character set B, runs of digits in set C, which takes two digits a symbol.

use barcoders::sym::code128::Code128;

use super::quiet_zone::BAR_QUIET;

/// How the encoder is told to go over to a character set.
const SET_B: char = '\u{0181}';
const SET_C: char = '\u{0106}';
/// Changing the set costs a symbol there and one back: from four digits on it does not cost more than it saves.
const WORTH_IT: usize = 4;

/// The modules with their margins; `None` where the text holds what the character sets lack.
pub(super) fn modules(text: &str) -> Option<Vec<bool>> {
    let bars = Code128::new(spelled(text)).ok()?.encode();
    let margin = || std::iter::repeat_n(false, BAR_QUIET);
    Some(margin().chain(bars.into_iter().map(|module| module == 1)).chain(margin()).collect())
}

/// The text with the changes of character set in it.
fn spelled(text: &str) -> String {
    let mut out = String::new();
    let mut set = None;
    let mut rest = text;
    while !rest.is_empty() {
        let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
        let pairs = if digits >= WORTH_IT { digits / 2 * 2 } else { 0 };
        // An odd digit goes with the letters before the pairs, where there are letters.
        let odd = digits % 2 == 1 && set == Some(SET_B);
        let letters = rest.bytes().take_while(|byte| !byte.is_ascii_digit()).count();
        let (wanted, length) = match pairs {
            0 => (SET_B, letters.max(digits).max(1)),
            _ if odd => (SET_B, 1),
            _ => (SET_C, pairs),
        };
        if set != Some(wanted) {
            out.push(wanted);
            set = Some(wanted);
        }
        let (head, tail) = rest.split_at_checked(length).unwrap_or((rest, ""));
        out.push_str(head);
        rest = tail;
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_go_in_pairs_where_that_is_shorter() {
        assert_eq!(spelled("RA123456785RU"), "ƁRA1Ć23456785ƁRU");
        assert_eq!(spelled("LP00620966542870"), "ƁLPĆ00620966542870");
        assert_eq!(spelled("12345678901234"), "Ć12345678901234");
        assert_eq!(spelled("12345"), "Ć1234Ɓ5");
        assert_eq!(spelled("A123B"), "ƁA123B");
    }

    #[test]
    fn the_margins_are_light() {
        let modules = modules("RA123456785RU").unwrap();
        assert!(modules[..BAR_QUIET].iter().chain(&modules[modules.len() - BAR_QUIET..]).all(|dark| !dark));
        assert!(modules[BAR_QUIET] && modules[modules.len() - BAR_QUIET - 1]);
        // Start, 2 letters, digit, change, 4 pairs, change, 2 letters, check: 13 symbols of 11, the stop of 13.
        assert_eq!(modules.len(), 13 * 11 + 13 + 2 * BAR_QUIET);
    }
}
