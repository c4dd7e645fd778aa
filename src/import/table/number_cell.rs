//! The track numbers of a cell.

use crate::domain::number::{Candidate, Check, IdentifyContext, NumberError, identify, rescue};
use crate::domain::{CleanText, TrackingNumber};

/// A spreadsheet takes no more zeros from the beginning of a number.
const MOST_ZEROS: usize = 4;
/// So many of what a number may have been meant as are named.
const MOST_MEANT: usize = 3;

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

/// A number with the zeros that a spreadsheet took from its beginning, where that is certain: as it stands it is none,
/// and with zeros there is one whose check digit passes.
pub(super) fn with_lost_zeros(number: &TrackingNumber, context: &IdentifyContext) -> Option<TrackingNumber> {
    let digits = number.as_str();
    if !digits.bytes().all(|byte| byte.is_ascii_digit()) || identify(digits, context).iter().any(Candidate::accepted) {
        return None;
    }
    let padded = (1..=MOST_ZEROS).map(|zeros| "0".repeat(zeros) + digits);
    let mut right =
        padded.filter(|padded| identify(padded, context).first().is_some_and(|best| best.check == Check::Passed));
    let only = right.next().filter(|_| right.next().is_none())?;
    TrackingNumber::parse(&only).ok()
}

/// What a number may have been meant as that is none as it stands; empty where nothing speaks against it.
pub(super) fn meant(number: &TrackingNumber, context: &IdentifyContext) -> Vec<CleanText> {
    if identify(number, context).iter().any(Candidate::accepted) {
        return Vec::new();
    }
    let corrections = rescue(number.as_str(), context);
    corrections.into_iter().take(MOST_MEANT).map(|found| CleanText::line(found.number.as_str())).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn number(text: &str) -> TrackingNumber {
        TrackingNumber::parse(text).unwrap()
    }

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
    fn zeros_come_back_only_where_a_check_digit_proves_them() {
        let context = IdentifyContext::default();
        let whole = |text: &str| with_lost_zeros(&number(text), &context).map(|found| found.to_string());
        assert_eq!(whole("340434161000000015").as_deref(), Some("00340434161000000015"));
        assert_eq!(whole("340434161000000016"), None, "the check digit is wrong with zeros, too");
        for right in ["80760274582874", "RB123456785CN", "9400111899560330000003"] {
            assert_eq!(whole(right), None, "{right}");
        }
    }

    #[test]
    fn a_mistyped_number_has_its_corrections_and_a_right_one_none() {
        let context = IdentifyContext::default();
        assert!(meant(&number("RB123456786CN"), &context).contains(&CleanText::line("RB123546786CN")));
        assert!(meant(&number("RB123456785CN"), &context).is_empty());
        assert!(meant(&number("59000000000055"), &context).is_empty());
    }
}
