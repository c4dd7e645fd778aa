//! Which numbers a post may know: those of UPU S10, by the issuing post.

use crate::domain::TrackingNumber;
use crate::domain::number::{CheckDigitRule, TrackedTo, expected, s10_issuers, s10_service_indicator};
use crate::sources::ownership::ownership_rule::Ownership;

/// The issuer of an S10 number (two letters) whose check digit is right.
pub(in crate::sources) fn issuer(number: &TrackingNumber) -> Option<&str> {
    let text = number.as_str();
    let (letters, digits, issuer) = (text.get(..2)?, text.get(2..11)?, text.get(11..)?);
    let right = digits.bytes().all(|b| b.is_ascii_digit())
        && expected(CheckDigitRule::S10, &digits.as_bytes()[..8]) == digits.bytes().last();
    let known = s10_issuers::issuer(issuer.as_bytes()).is_some();
    (known && letters.bytes().all(|b| b.is_ascii_uppercase()) && right).then_some(issuer)
}

/// How the post of a country (ISO 3166-1 alpha-2) relates to a number: its own; or another post's, which it may
/// deliver. What is followed to the border only never gets there under its number.
pub(in crate::sources) fn of_post(number: &TrackingNumber, country: &str) -> Ownership {
    match issuer(number) {
        Some(issuer) if issuer == country => Ownership::Own,
        Some(_) if s10_service_indicator::tracked(number.as_str().as_bytes()) != TrackedTo::ToBorder => {
            Ownership::Possible
        }
        _ => Ownership::No,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ownership(text: &str) -> Ownership {
        of_post(&TrackingNumber::parse(text).expect("a number"), "BY")
    }

    #[test]
    fn a_post_claims_its_own_numbers_and_may_know_those_of_others() {
        assert_eq!(ownership("RR473124829BY"), Ownership::Own);
        assert_eq!(ownership("RR473124829CN"), Ownership::Possible);
        assert_eq!(ownership("UR473124829CN"), Ownership::No, "followed to the border only");
        for other in
            ["RR473124828BY", "R4731248290BY", "RR473124829B1", "RR473124829XX", "12345678901234", "LP00990000000017"]
        {
            assert_eq!(ownership(other), Ownership::No, "{other}");
        }
    }
}
