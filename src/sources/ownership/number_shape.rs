//! Shapes of track numbers that several sources look at to tell whether a number may be theirs.

use crate::domain::TrackingNumber;

/// The last two letters of a number of the UPU's S10 shape: two letters, nine digits, two letters.
pub(in crate::sources) fn s10_issuer(number: &TrackingNumber) -> Option<&str> {
    let text = number.as_str();
    let letters = |part: &str| part.bytes().all(|b| b.is_ascii_uppercase());
    let is_s10 = text.len() == 13 && letters(&text[..2]) && digits_only(&text[2..11]) && letters(&text[11..]);
    is_s10.then(|| &text[11..])
}

/// Whether there are digits only.
pub(in crate::sources) fn digits_only(text: &str) -> bool {
    text.bytes().all(|b| b.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn number(text: &str) -> TrackingNumber {
        TrackingNumber::parse(text).expect("a number")
    }

    #[test]
    fn shapes_are_exact() {
        assert_eq!(s10_issuer(&number("RB900000022DE")), Some("DE"));
        for other in ["RB90000002DE", "RB900000022D3", "1B900000022DE", "RBA00000022DE", "12345678901234"] {
            assert_eq!(s10_issuer(&number(other)), None, "{other}");
        }
        assert!(digits_only("20450000000017") && !digits_only("2045000000001A"));
    }
}
