//! Shapes of track numbers that several sources look at to tell whether a number may be theirs.

use crate::domain::TrackingNumber;

/// Whether the number is so many digits and nothing else.
pub(super) fn is_digits(number: &TrackingNumber, length: usize) -> bool {
    number.as_str().len() == length && digits_only(number.as_str())
}

/// Whether there are digits only.
fn digits_only(text: &str) -> bool {
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
        assert!(is_digits(&number("20450000000017"), 14));
        assert!(!is_digits(&number("2045000000001A"), 14) && !is_digits(&number("204500000000"), 14));
    }
}
