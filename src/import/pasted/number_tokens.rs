//! Pieces of a text that have the shape of a track number, whether a format is known for them or not.

use crate::domain::TrackingNumber;

/// A piece has at least so many digits, and so many where it has nothing else.
const DIGITS: usize = 6;
const ONLY_DIGITS: usize = 10;
/// A number is no shorter.
const SHORTEST: usize = 8;
/// Letters and digits take turns no more often: what does is a hash or a key.
const TURNS: usize = 4;

/// The pieces of a line that look like numbers, in their order, as they stand there.
pub(super) fn tokens(line: &str) -> impl Iterator<Item = &str> {
    let pieces = line.split(|c: char| c.is_whitespace() || matches!(c, ',' | ';' | '|' | '"' | '<' | '>'));
    pieces.map(bare).filter(|piece| is_number_shaped(piece))
}

/// The piece that is all of a line, but for a sign of a list before it.
pub(super) fn alone(line: &str) -> Option<&str> {
    let line = without_list_sign(line);
    let piece = bare(line);
    (!piece.contains(char::is_whitespace) && is_number_shaped(piece) && !is_phone(piece)).then_some(piece)
}

/// A line without the `1.`, `2)`, `-` or `*` of a list.
pub(super) fn without_list_sign(line: &str) -> &str {
    let line = line.trim().trim_start_matches(['-', '–', '—', '*', '•', '·', '#', '>']).trim_start();
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    match line.get(digits..).and_then(|rest| rest.strip_prefix(['.', ')'])) {
        Some(rest) if (1..=3).contains(&digits) && rest.starts_with(char::is_whitespace) => rest.trim(),
        _ => line.trim(),
    }
}

/// A piece without the signs around it.
fn bare(piece: &str) -> &str {
    let sign = |c: char| c.is_ascii_punctuation() && c != '+' || matches!(c, '«' | '»' | '“' | '”' | '„' | '…' | '№');
    piece.trim().trim_matches(sign)
}

fn is_number_shaped(piece: &str) -> bool {
    let plain = piece.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
    let digits = piece.bytes().filter(u8::is_ascii_digit).count();
    let letters = piece.bytes().filter(u8::is_ascii_alphabetic).count();
    let enough = if letters == 0 { digits >= ONLY_DIGITS && !piece.contains('-') } else { digits >= DIGITS };
    plain && enough && digits + letters >= SHORTEST && turns(piece) <= TURNS && TrackingNumber::parse(piece).is_ok()
}

fn turns(piece: &str) -> usize {
    let kinds: Vec<bool> = piece.bytes().filter(u8::is_ascii_alphanumeric).map(|b| b.is_ascii_digit()).collect();
    kinds.windows(2).filter(|pair| pair[0] != pair[1]).count()
}

/// A Russian telephone number, with the country's code or the long-distance prefix.
fn is_phone(piece: &str) -> bool {
    piece.len() == 11 && (piece.starts_with("79") || piece.starts_with("89") || piece.starts_with("88"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_that_is_one_piece_is_a_number() {
        for line in ["UZ0556733196Y", "1. AP00648812345671", "- 59000000000055", "«CNG00001234567890»", "AE123456789"]
        {
            assert!(alone(line).is_some(), "{line}");
        }
        for line in ["hello", "12345", "2026-11-20", "+79991234567", "89991234567", "a1b2c3d4e5f6a7b8", "USB hub 3"] {
            assert_eq!(alone(line), None, "{line}");
        }
    }

    #[test]
    fn pieces_in_prose_are_found_without_the_signs_around_them() {
        let found: Vec<&str> =
            tokens("Код (UZ0556733196Y), счёт 4081781009991000431; сайт a.example/12345678").collect();
        assert_eq!(found, ["UZ0556733196Y", "4081781009991000431"]);
    }
}
