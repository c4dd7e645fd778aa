//! What stands in a cell for a number.

use crate::domain::number::NumberError;
use crate::domain::{CleanText, TrackingNumber};

/// The most of a cell that is repeated in a message, in characters.
const SHOWN: usize = 60;

/// A cell as it is repeated in a message.
pub(super) fn shown(cell: &str) -> CleanText {
    CleanText::line(&cell.chars().take(SHOWN).collect::<String>())
}

/// Whether a spreadsheet has made a floating number of it, `8.15E+15`: the last digits are lost.
pub(super) fn is_shortened(cell: &str) -> bool {
    let cell = cell.trim();
    let Some((head, exponent)) = cell.split_once(['e', 'E']) else { return false };
    let digits = |text: &str| !text.is_empty() && text.chars().all(|c| c.is_ascii_digit());
    let mantissa = head.split_once(['.', ',']).is_some_and(|(whole, rest)| digits(whole) && digits(rest));
    mantissa && digits(exponent.strip_prefix('+').unwrap_or(exponent))
}

/// The track numbers of a cell: one in any spelling, or several, or one behind its carrier's name, `USPS(9400…)`.
pub(super) fn numbers(cell: &str) -> Result<Vec<TrackingNumber>, NumberError> {
    let alone = !cell.contains([',', ';', '|', '\n', '(', '/']);
    let whole = TrackingNumber::parse(cell);
    if alone {
        return whole.map(|number| vec![number]);
    }
    let pieces = cell.split([',', ';', '|', '\n', '(', ')', '/']).map(str::trim);
    let likely = pieces.filter(|piece| piece.chars().filter(char::is_ascii_digit).count() >= 4);
    let mut numbers: Vec<TrackingNumber> = Vec::new();
    for piece in likely {
        let number = TrackingNumber::parse(piece)?;
        if !numbers.contains(&number) {
            numbers.push(number);
        }
    }
    if numbers.is_empty() { whole.map(|number| vec![number]) } else { Ok(numbers) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_holds_one_number_or_several() {
        let read = |cell: &str| numbers(cell).map(|all| all.iter().map(ToString::to_string).collect::<Vec<_>>());
        assert_eq!(read("RB 123 456 785 CN").unwrap(), ["RB123456785CN"]);
        assert_eq!(read("RB123456785CN; LP00620966542870").unwrap(), ["RB123456785CN", "LP00620966542870"]);
        assert_eq!(read("AMZN_US(TBA305123456789)").unwrap(), ["TBA305123456789"]);
        assert_eq!(read("RB123456785CN, RB123456785CN").unwrap(), ["RB123456785CN"]);
        assert!(read("soon").is_err() && read("???").is_err());
    }

    #[test]
    fn what_a_spreadsheet_has_shortened_is_seen() {
        assert!(is_shortened("8.15E+15") && is_shortened("8,15E+15") && is_shortened("9.4E21"));
        for whole in ["LE123456785CN", "8150000000000001", "1E5", "RB123456785CN", "E+15"] {
            assert!(!is_shortened(whole), "{whole}");
        }
    }
}
