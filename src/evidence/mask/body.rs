//! The body of an answer as a whole.

use super::replacement::MASK;
use super::{contacts, json, mixed_text, xml};

/// The body without personal data; `own` are the parcel's numbers, which are never taken for a phone number.
pub(in crate::evidence) fn body(bytes: &[u8], own: &[&str]) -> Vec<u8> {
    match std::str::from_utf8(bytes) {
        Ok(text) => masked(text, own).into_bytes(),
        Err(_) => MASK.as_bytes().to_vec(),
    }
}

fn masked(text: &str, own: &[&str]) -> String {
    if let Some(masked) = json::mask(text, own) {
        return masked;
    }
    if text.trim_start_matches('\u{feff}').trim_start().starts_with('<') {
        return xml::mask(text, own);
    }
    contacts::mask(&mixed_text::mask(text), own)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn what_is_no_text_is_left_out_whole() {
        assert_eq!(body(b"\xff\xfename", &[]), b"***");
        assert_eq!(body(b"", &[]), b"");
    }

    #[test]
    fn a_long_body_made_to_be_slow_is_not() {
        for piece in ["1 ", "<a>", "</b>", "<a b=\"", "a@", "\"name\":", "+7(", "<![CDATA[", "[{"] {
            let text = piece.repeat(50_000);
            assert!(!masked(&text, &[]).is_empty());
            assert!(!masked(&format!("<x>{text}"), &[]).is_empty());
        }
    }

    proptest! {
        #[test]
        fn any_text_gets_through_and_no_address_does(text in "\\PC{0,200}|[<>a-z\"'{}:+0-9@. /=!\\[\\]-]{0,200}") {
            let text = format!("{text} ivan@example.org +7 900 123-45-67");
            prop_assert!(!masked(&text, &[]).contains("ivan@example.org"));
        }
    }
}
