//! Whose number it is, for sources that must not be bothered with other people's.

use crate::domain::TrackingNumber;
use crate::domain::number::{IdentifyContext, identify};

/// Whether a number may be of one of these formats (`carrier/format`). A failed check digit does not count against
/// it where the digit's rule was only observed.
pub(super) fn has_format(number: &TrackingNumber, ids: &[&str]) -> bool {
    identify(number, &IdentifyContext::default()).iter().any(|candidate| ids.contains(&candidate.format.id))
}

/// Whether it is an S10 number, check digit included, of an issuer of this country (its two letters).
pub(super) fn is_s10_of(number: &TrackingNumber, country: &str) -> bool {
    number.as_str().ends_with(country) && has_format(number, &["s10/s10"])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn number(text: &str) -> TrackingNumber {
        TrackingNumber::parse(text).expect("a number")
    }

    #[test]
    fn an_s10_number_belongs_to_its_issuer() {
        assert!(is_s10_of(&number("RA123456785ES"), "ES"));
        assert!(!is_s10_of(&number("RA123456785IT"), "ES"));
        assert!(!is_s10_of(&number("RA123456789ES"), "ES"), "a wrong check digit");
        assert!(!is_s10_of(&number("1234567890ES"), "ES"));
    }

    #[test]
    fn a_rule_that_was_only_observed_does_not_exclude() {
        assert!(has_format(&number("4PX0000000000001CN"), &["4px/4px"]));
        assert!(!has_format(&number("LP00990000000017"), &["4px/4px"]));
    }
}
