//! QR (ISO/IEC 18004) with a quarter of the symbol to spare for damage (level M): 21 to 29 modules for a track number.

use qrcode::{Color, EcLevel, QrCode};

use super::quiet_zone::QR_QUIET;

/// The rows of modules with their margins; `None` where the text is too long for any QR code.
pub(super) fn modules(text: &str) -> Option<Vec<Vec<bool>>> {
    let code = QrCode::with_error_correction_level(text, EcLevel::M).ok()?;
    let width = code.width();
    let whole = width + 2 * QR_QUIET;
    let mut rows = vec![vec![false; whole]; whole];
    for (at, colour) in code.to_colors().into_iter().enumerate() {
        rows[QR_QUIET + at / width][QR_QUIET + at % width] = colour == Color::Dark;
    }
    Some(rows)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_usual_number_needs_the_smallest_code_and_the_longest_a_modest_one() {
        assert_eq!(modules("RA123456785RU").unwrap().len(), 21 + 8);
        assert_eq!(modules("LP00620966542870").unwrap().len(), 21 + 8);
        assert_eq!(modules(&"A1".repeat(25)).unwrap().len(), 29 + 8);
    }
}
