//! Which numbers are a source's by the table of number formats.

use crate::domain::TrackingNumber;
use crate::domain::number::{Candidate, Check, IdentifyContext, TextConfidence, identify};
use crate::sources::ownership::ownership_rule::Ownership;

/// Whether a number may be of one of these formats (`carrier/format`). A failed check digit does not count against
/// it where the digit's rule was only observed.
pub(in crate::sources) fn has_format(number: &TrackingNumber, ids: &[&str]) -> bool {
    identify(number, &IdentifyContext::default()).iter().any(|candidate| ids.contains(&candidate.format.id))
}

/// How a carrier relates to a number by the rows of the table that name it as a source. S10 is left out: it is
/// everybody's, see [`s10_eligibility`](super::s10_eligibility).
pub(in crate::sources) fn by_format(number: &TrackingNumber, source: &str) -> Ownership {
    let found = identify(number, &IdentifyContext::default());
    let names_it = |candidate: &&Candidate| candidate.format.sources.contains(&source);
    let is_proved_elsewhere = found.iter().any(|c| c.check == Check::Passed && !names_it(&c));
    let rows = found.iter().filter(|candidate| names_it(candidate) && !candidate.format.issuer);
    rows.map(|row| closeness(number, row, is_proved_elsewhere)).max().unwrap_or(Ownership::No)
}

/// A check digit that passes, a telling shape, or a beginning that is the carrier's make a number its own. A shape that
/// nearly anything fits does not; nor does a single first digit, where the number is another carrier's by its check digit.
fn closeness(number: &TrackingNumber, row: &Candidate, is_proved_elsewhere: bool) -> Ownership {
    let format = row.format;
    let is_own = match row.check {
        Check::Passed => true,
        _ if format.stands == TextConfidence::Alone => true,
        _ if !format.is_digits_only() => !format.is_loose(),
        _ => format.has_prefix() && (!is_proved_elsewhere || format.fixed_beginning(number.as_str()) > 1),
    };
    if is_own { Ownership::Own } else { Ownership::Possible }
}

/// How the post of a country (ISO 3166-1 alpha-2) with formats of its own relates to a number: its own by those;
/// possible by S10, check digit included, with the country's letters at the end.
pub(in crate::sources) fn own_format_or_s10(number: &TrackingNumber, source: &str, country: &str) -> Ownership {
    let is_s10 = number.as_str().ends_with(country) && has_format(number, &["s10/s10"]);
    by_format(number, source).max(if is_s10 { Ownership::Possible } else { Ownership::No })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn number(text: &str) -> TrackingNumber {
        TrackingNumber::parse(text).expect("a number")
    }

    #[test]
    fn an_s10_number_may_be_its_issuer_s() {
        let ownership = |text| own_format_or_s10(&number(text), "correos-es", "ES");
        for own in ["PQ4F6P0990000000000001X", "PQ0DK20990000000000001X", "PR099000000000001C"] {
            assert_eq!(ownership(own), Ownership::Own, "{own}");
        }
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

    #[test]
    fn a_single_first_digit_yields_to_another_carrier_s_check_digit_and_two_do_not() {
        let ownership = |text| by_format(&number(text), "nova-poshta");
        assert_eq!(ownership("10000000000001"), Ownership::Own);
        assert_eq!(ownership("10000000000007"), Ownership::Possible, "also Russian Post's");
        assert_eq!(ownership("20000000000004"), Ownership::Own);
    }
}
