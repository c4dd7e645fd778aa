//! Rules that carry a remainder from character to character.

use crate::domain::number::normalise::{character, code};

/// The serial as a decimal number, modulo 7.
pub(super) fn mod7(serial: &[u8]) -> u8 {
    let rest = serial.iter().fold(0, |rest, b| (rest * 10 + u32::from(b.wrapping_sub(b'0') % 10)) % 7);
    b'0' + u8::try_from(rest).unwrap_or(0)
}

/// ISO 7064 mod 37,36.
pub(super) fn mod37(serial: &[u8]) -> u8 {
    let mut rest = 36;
    for &byte in serial {
        rest += code(byte).map_or(0, u32::from);
        if rest > 36 {
            rest -= 36;
        }
        rest *= 2;
        if rest > 36 {
            rest -= 37;
        }
    }
    character(u8::try_from((37 - rest) % 36).unwrap_or(0))
}
