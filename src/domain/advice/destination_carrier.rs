//! Who has the parcel, or will have it, in the country of destination.

use super::rule_input::RuleInput;
use crate::domain::number::s10_issuers;
use crate::domain::{CleanText, Country};

/// Who has the parcel, or will have it, at the destination: as a source describes it, else the country's post.
pub(super) fn carrier(input: &RuleInput) -> Option<CleanText> {
    let told = input.standings.iter().find_map(|s| s.facts.as_ref()?.last_mile.clone());
    told.or_else(|| input.destination().and_then(post).map(CleanText::line))
}

/// The post of a country, by the issuers of S10 numbers.
pub(super) fn post(country: Country) -> Option<&'static str> {
    s10_issuers::issuer(country.as_str().as_bytes())
}
