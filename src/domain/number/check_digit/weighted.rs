//! Rules that weigh each digit and sum.

/// The value of a character in modulo 10 rules.
fn value(byte: u8) -> u32 {
    if byte.is_ascii_digit() { u32::from(byte - b'0') } else { (u32::from(byte) + 7) % 10 }
}

fn digit(n: u32) -> u8 {
    // n is below 10 wherever this is called
    b'0'.wrapping_add(u8::try_from(n % 10).unwrap_or(0))
}

/// See [`super::Rule::Mod10`].
pub(super) fn mod10(serial: &[u8], even: u32, odd: u32, add: u32, lead: &str) -> u8 {
    let lead = if serial.starts_with(lead.as_bytes()) { &[] } else { lead.as_bytes() };
    let mut sum = add;
    let mut is_even = true;
    for &byte in lead.iter().chain(serial) {
        sum += value(byte) * if is_even { even } else { odd };
        is_even = !is_even;
    }
    digit((10 - sum % 10) % 10)
}

/// Doubles every other digit from the right, folding what exceeds 9.
pub(super) fn luhn(serial: &[u8]) -> u8 {
    let mut sum = 0;
    let mut doubled = true;
    for &byte in serial.iter().rev() {
        let mut n = value(byte);
        if doubled {
            n *= 2;
            if n > 9 {
                n -= 9;
            }
        }
        sum += n;
        doubled = !doubled;
    }
    digit((10 - sum % 10) % 10)
}

/// UPU S10 over eight digits.
pub(super) fn s10(serial: &[u8]) -> u8 {
    const WEIGHTS: [u32; 8] = [8, 6, 4, 2, 3, 5, 9, 7];
    let sum: u32 = serial.iter().zip(WEIGHTS).map(|(&b, w)| value(b) * w).sum();
    match 11 - sum % 11 {
        10 => b'0',
        11 => b'5',
        n => digit(n),
    }
}

/// Weights 1 3 7 from the right, modulo 11, modulo 10.
pub(super) fn weights137(serial: &[u8]) -> u8 {
    let weights = [1, 3, 7].into_iter().cycle();
    let sum: u32 = serial.iter().rev().zip(weights).map(|(&b, w)| value(b) * w).sum();
    digit(sum % 11 % 10)
}
