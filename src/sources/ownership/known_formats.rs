//! Which numbers are a source's by the table of number formats.

use crate::domain::TrackingNumber;
use crate::domain::number::{IdentifyContext, identify};
use crate::sources::ownership::ownership_rule::Ownership;

/// Whether a number may be of one of these formats (`carrier/format`). A failed check digit does not count against
/// it where the digit's rule was only observed.
pub(in crate::sources) fn has_format(number: &TrackingNumber, ids: &[&str]) -> bool {
    identify(number, &IdentifyContext::default()).iter().any(|candidate| ids.contains(&candidate.format.id))
}

/// How the post of a country (ISO 3166-1 alpha-2) with a format of its own (`carrier/format`) relates to a number:
/// its own by that format; possible by S10, check digit included, with the country's letters at the end.
pub(in crate::sources) fn own_format_or_s10(number: &TrackingNumber, format: &str, country: &str) -> Ownership {
    if has_format(number, &[format]) {
        return Ownership::Own;
    }
    let is_s10 = number.as_str().ends_with(country) && has_format(number, &["s10/s10"]);
    if is_s10 { Ownership::Possible } else { Ownership::No }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn number(text: &str) -> TrackingNumber {
        TrackingNumber::parse(text).expect("a number")
    }

    #[test]
    fn an_s10_number_may_be_its_issuer_s() {
        let ownership = |text| own_format_or_s10(&number(text), "correos/correos23", "ES");
        assert_eq!(ownership("PQ4F6P0990000000000001X"), Ownership::Own);
        assert_eq!(ownership("RA123456785ES"), Ownership::Possible);
        assert_eq!(ownership("RA123456785IT"), Ownership::No);
        assert_eq!(ownership("RA123456789ES"), Ownership::No, "a wrong check digit");
        assert_eq!(ownership("1234567890ES"), Ownership::No);
    }

    #[test]
    fn a_rule_that_was_only_observed_does_not_exclude() {
        assert!(has_format(&number("4PX0000000000001CN"), &["4px/4px"]));
        assert!(!has_format(&number("LP00990000000017"), &["4px/4px"]));
    }
}
