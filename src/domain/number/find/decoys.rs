//! Numbers that are something else, told by their own structure.

/// IBANs: country and length (SWIFT IBAN registry).
const IBANS: &[(&[u8; 2], usize)] = &[
    (b"AD", 24),
    (b"AE", 23),
    (b"AL", 28),
    (b"AT", 20),
    (b"AZ", 28),
    (b"BA", 20),
    (b"BE", 16),
    (b"BG", 22),
    (b"BH", 22),
    (b"BR", 29),
    (b"BY", 28),
    (b"CH", 21),
    (b"CR", 22),
    (b"CY", 28),
    (b"CZ", 24),
    (b"DE", 22),
    (b"DK", 18),
    (b"DO", 28),
    (b"EE", 20),
    (b"EG", 29),
    (b"ES", 24),
    (b"FI", 18),
    (b"FO", 18),
    (b"FR", 27),
    (b"GB", 22),
    (b"GE", 22),
    (b"GI", 23),
    (b"GL", 18),
    (b"GR", 27),
    (b"GT", 28),
    (b"HR", 21),
    (b"HU", 28),
    (b"IE", 22),
    (b"IL", 23),
    (b"IQ", 23),
    (b"IS", 26),
    (b"IT", 27),
    (b"JO", 30),
    (b"KW", 30),
    (b"KZ", 20),
    (b"LB", 28),
    (b"LI", 21),
    (b"LT", 20),
    (b"LU", 20),
    (b"LV", 21),
    (b"MC", 27),
    (b"MD", 24),
    (b"ME", 22),
    (b"MK", 19),
    (b"MR", 27),
    (b"MT", 31),
    (b"MU", 30),
    (b"NL", 18),
    (b"NO", 15),
    (b"PK", 24),
    (b"PL", 28),
    (b"PS", 29),
    (b"PT", 25),
    (b"QA", 29),
    (b"RO", 24),
    (b"RS", 22),
    (b"RU", 33),
    (b"SA", 24),
    (b"SE", 24),
    (b"SI", 19),
    (b"SK", 24),
    (b"SM", 27),
    (b"TN", 24),
    (b"TR", 26),
    (b"UA", 29),
    (b"VA", 22),
    (b"VG", 24),
    (b"XK", 20),
];

/// How long an IBAN that starts so is.
pub(super) fn iban_length(start: &[u8]) -> Option<usize> {
    let (country, digits) = (start.get(..2)?, start.get(2..4)?);
    if !digits.iter().all(u8::is_ascii_digit) {
        return None;
    }
    IBANS.iter().find(|(c, _)| c.as_slice() == country).map(|(_, length)| *length)
}

/// Whether upper-case letters and digits are an IBAN, by its modulo 97.
pub(super) fn is_iban(text: &[u8]) -> bool {
    if iban_length(text) != Some(text.len()) {
        return false;
    }
    let rest = text[4..].iter().chain(&text[..4]).try_fold(0_u32, |rest, &b| match b {
        b'0'..=b'9' => Some((rest * 10 + u32::from(b - b'0')) % 97),
        b'A'..=b'Z' => Some((rest * 100 + u32::from(b - b'A') + 10) % 97),
        _ => None,
    });
    rest == Some(1)
}

/// Whether digits in four groups of four are a payment card's, by Luhn's rule and the first digit of its network.
pub(super) fn is_card(digits: &[u8]) -> bool {
    use crate::domain::number::check_digit::expected;
    use crate::domain::number::format::CheckDigitRule;
    digits.len() == 16
        && matches!(digits[0], b'2'..=b'6')
        && expected(CheckDigitRule::Luhn, &digits[..15]) == Some(digits[15])
}

/// Whether lengths of neighbouring atoms are those of a UUID.
pub(super) fn is_uuid(lengths: [usize; 5]) -> bool {
    lengths == [8, 4, 4, 4, 12]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ibans_are_told_by_their_check() {
        assert!(is_iban(b"DE89370400440532013000") && is_iban(b"AT611904300234573201"));
        assert!(!is_iban(b"DE89370400440532013001") && !is_iban(b"LP00123456789012"));
    }

    #[test]
    fn cards_are_told_by_luhn() {
        assert!(is_card(b"4242424242424242") && !is_card(b"4242424242424243"));
    }
}
