//! What is read of an address: its country.

use super::wire::Address;
use crate::domain::Country;
use crate::sources::decoding::lenient_json::raw_text;

/// The country of an address.
pub(super) fn country(address: Option<&Address>) -> Option<Country> {
    Country::parse(raw_text(address?.country.as_ref()))
}
