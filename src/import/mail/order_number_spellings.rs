//! Spellings of order numbers: with letters in front, and before the word that calls them one.

use crate::domain::CleanText;
use crate::import::words::{Word, words};

/// The letters of a shop before a dash are so many at most.
const LETTERS: usize = 4;
/// How many digits an order has that stands before its label.
const DIGITS: std::ops::RangeInclusive<usize> = 8..=24;
/// Lines are searched up to so many bytes.
const READ: usize = 6_000;

/// An order with the letters that stand right before it in the text: `PO-211-0123` where `211-0123` was found.
pub(super) fn whole(text: &str, code: &CleanText) -> CleanText {
    let Some((before, _)) = text.split_once(code.as_str()) else { return code.clone() };
    let letters = before
        .strip_suffix('-')
        .map(|before| before.len() - before.trim_end_matches(|c: char| c.is_ascii_uppercase()).len());
    match letters {
        Some(count) if (1..=LETTERS).contains(&count) => {
            CleanText::line(&text[before.len() - 1 - count..before.len() + code.len()])
        }
        _ => code.clone(),
    }
}

/// Orders as Turkish names them: `8150000000000001 numaralı siparişiniz`.
pub(super) fn before_label(text: &str) -> Vec<CleanText> {
    let text = &text[..text.floor_char_boundary(READ.min(text.len()))];
    let mut all = Vec::new();
    for line in text.lines().filter(|line| line.contains("numaral") || line.contains("NUMARAL")) {
        let words = words(line);
        all.extend(
            words
                .windows(3)
                .filter(|words| is_labelled(words))
                .filter_map(|words| CleanText::some_line(&words[0].text)),
        );
    }
    all
}

fn is_labelled(words: &[Word]) -> bool {
    let [code, joint, label] = words else { return false };
    let digits = code.text.bytes().all(|byte| byte.is_ascii_digit()) && DIGITS.contains(&code.text.len());
    digits && joint.text.starts_with("numaral") && label.text.starts_with("siparis")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_order_is_taken_with_its_letters_and_before_its_label() {
        let whole = |text: &str, code: &str| whole(text, &CleanText::line(code)).to_string();
        assert_eq!(whole("Order ID: PO-211-0123456", "211-0123456"), "PO-211-0123456");
        assert_eq!(whole("Order ID: 211-0123456", "211-0123456"), "211-0123456");
        assert_eq!(whole("Order-211-0123456", "211-0123456"), "211-0123456");
        let found = before_label("Merhaba\n8150000000000001 numaralı siparişiniz yolda, 123 numaralı siparişiniz");
        assert_eq!(found.iter().map(CleanText::as_str).collect::<Vec<_>>(), ["8150000000000001"]);
    }
}
