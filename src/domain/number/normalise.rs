//! Normalising: what a person types becomes the bytes the matchers read, without an allocation.

/// The longest number, in characters.
pub(super) const LONGEST: usize = 50;
/// How many different characters a number is made of: ten digits and twenty-six letters.
pub(super) const CODES: u8 = 36;

/// 0 to 9 for a digit, 10 to 35 for an upper-case letter.
pub(super) const fn code(byte: u8) -> Option<u8> {
    match byte {
        b'0'..=b'9' => Some(byte - b'0'),
        b'A'..=b'Z' => Some(byte - b'A' + 10),
        _ => None,
    }
}

/// The character of a code.
pub(super) const fn character(code: u8) -> u8 {
    if code < 10 { b'0' + code } else { b'A' + code - 10 }
}

/// Whether a character only separates: white space, dashes, dots and what cannot be seen.
pub(super) fn separates(c: char) -> bool {
    c.is_whitespace() || matches!(c, '-' | '.') || matches!(c, '\u{2010}'..='\u{2015}' | '\u{2212}') || unseen(c)
}

/// Characters of no width that come along when a number is copied: soft hyphen, joiners, marks of direction.
pub(super) fn unseen(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2064}'
        | '\u{2066}'..='\u{2069}' | '\u{feff}')
}

/// The Latin letter or digit that a full-width one stands for; any other character as it is.
pub(super) fn narrow(c: char) -> char {
    match c {
        '\u{ff10}'..='\u{ff19}' | '\u{ff21}'..='\u{ff3a}' | '\u{ff41}'..='\u{ff5a}' => {
            char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c)
        }
        _ => c,
    }
}

/// A normalised number on the stack: upper case, Latin letters and digits only.
#[derive(Clone, Copy)]
pub(super) struct NormalisedBytes {
    bytes: [u8; LONGEST],
    len: u8,
}

impl NormalisedBytes {
    /// Normalises; `None` where something other than Latin letters and digits is left, or too much.
    pub fn read(text: &str) -> Option<Self> {
        let mut plain = Self { bytes: [0; LONGEST], len: 0 };
        if text.is_ascii() {
            return text.bytes().all(|b| plain.take(b)).then_some(plain);
        }
        for c in text.chars().map(narrow) {
            match u8::try_from(c) {
                Ok(byte) if byte.is_ascii() => plain.take(byte).then_some(())?,
                _ if separates(c) => {}
                _ => return None,
            }
        }
        Some(plain)
    }

    /// As [`read`](Self::read), from single characters.
    pub fn of(characters: &[char]) -> Option<Self> {
        Self::read(&characters.iter().collect::<String>())
    }

    fn take(&mut self, byte: u8) -> bool {
        match byte {
            b'0'..=b'9' | b'A'..=b'Z' => self.push(byte),
            b'a'..=b'z' => self.push(byte.to_ascii_uppercase()),
            b' ' | b'\t'..=b'\r' | b'-' | b'.' => true,
            _ => false,
        }
    }

    fn push(&mut self, byte: u8) -> bool {
        let Some(place) = self.bytes.get_mut(usize::from(self.len)) else { return false };
        *place = byte;
        self.len += 1;
        true
    }

    /// The normalised characters.
    pub fn bytes(&self) -> &[u8] {
        &self.bytes[..usize::from(self.len)]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn separators_and_case_do_not_matter() {
        for text in ["rb 123-456.785 cn", "RB\u{a0}123456785\u{200b}CN", "ＲＢ１２３４５６７８５ＣＮ"] {
            assert_eq!(
                NormalisedBytes::read(text).map(|p| p.bytes().to_vec()),
                Some(b"RB123456785CN".to_vec()),
                "{text}"
            );
        }
    }

    #[test]
    fn anything_else_is_refused() {
        assert!(NormalisedBytes::read("RВ123456785CN").is_none());
        assert!(NormalisedBytes::read("RB123456785CN!").is_none());
        assert!(NormalisedBytes::read(&"1".repeat(51)).is_none());
    }
}
