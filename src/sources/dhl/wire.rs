//! What DHL sends (version 1.5). Every field may be missing, null or of another type. Sender, receiver, signature
//! and proof of delivery are left where they are.

use crate::sources::decoding::lenient_json::{LenientText, lenient, readable_elements};
use serde::Deserialize;

/// The answer as a whole.
#[derive(Deserialize)]
pub(super) struct Envelope {
    pub(super) shipments: Vec<serde_json::Value>,
}

/// An answer that is none (after RFC 7807).
#[derive(Deserialize, Default)]
#[serde(default)]
pub(super) struct Problem {
    #[serde(deserialize_with = "lenient")]
    pub(super) title: Option<LenientText>,
    #[serde(deserialize_with = "lenient")]
    pub(super) detail: Option<LenientText>,
}

/// One shipment; the same number may exist in several divisions.
#[derive(Deserialize, Default)]
#[serde(rename_all = "camelCase", default)]
pub(super) struct Shipment {
    /// A text or a number.
    #[serde(deserialize_with = "lenient")]
    pub(super) id: Option<LenientText>,
    /// The division: `express`, `parcel-de`, `ecommerce` …
    #[serde(deserialize_with = "lenient")]
    pub(super) service: Option<LenientText>,
    #[serde(deserialize_with = "lenient")]
    pub(super) origin: Option<Place>,
    #[serde(deserialize_with = "lenient")]
    pub(super) destination: Option<Place>,
    #[serde(deserialize_with = "lenient")]
    pub(super) status: Option<Scan>,
    #[serde(deserialize_with = "lenient")]
    pub(super) estimated_time_of_delivery: Option<LenientText>,
    #[serde(deserialize_with = "lenient")]
    pub(super) estimated_delivery_time_frame: Option<Frame>,
    #[serde(deserialize_with = "lenient")]
    pub(super) details: Option<Details>,
    /// Newest first (seen).
    #[serde(deserialize_with = "readable_elements")]
    pub(super) events: Vec<Scan>,
}

/// A status or an event.
#[derive(Deserialize, Default)]
#[serde(rename_all = "camelCase", default)]
pub(super) struct Scan {
    /// ISO 8601; without an offset where the division does not know one.
    #[serde(deserialize_with = "lenient")]
    pub(super) timestamp: Option<LenientText>,
    #[serde(deserialize_with = "lenient")]
    pub(super) location: Option<Place>,
    /// One of five words.
    #[serde(deserialize_with = "lenient")]
    pub(super) status_code: Option<LenientText>,
    /// The division's own short status, at times a code.
    #[serde(deserialize_with = "lenient")]
    pub(super) status: Option<LenientText>,
    #[serde(deserialize_with = "lenient")]
    pub(super) description: Option<LenientText>,
}

#[derive(Deserialize, Default)]
#[serde(default)]
pub(super) struct Place {
    #[serde(deserialize_with = "lenient")]
    pub(super) address: Option<Address>,
}

/// Of an address the town and the country.
#[derive(Deserialize, Default)]
#[serde(rename_all = "camelCase", default)]
pub(super) struct Address {
    #[serde(deserialize_with = "lenient")]
    pub(super) country_code: Option<LenientText>,
    #[serde(deserialize_with = "lenient")]
    pub(super) address_locality: Option<LenientText>,
}

#[derive(Deserialize, Default)]
#[serde(rename_all = "camelCase", default)]
pub(super) struct Frame {
    #[serde(deserialize_with = "lenient")]
    pub(super) estimated_from: Option<LenientText>,
    #[serde(deserialize_with = "lenient")]
    pub(super) estimated_through: Option<LenientText>,
}

#[derive(Deserialize, Default)]
#[serde(default)]
pub(super) struct Details {
    #[serde(deserialize_with = "lenient")]
    pub(super) product: Option<Product>,
}

#[derive(Deserialize, Default)]
#[serde(rename_all = "camelCase", default)]
pub(super) struct Product {
    #[serde(deserialize_with = "lenient")]
    pub(super) product_name: Option<LenientText>,
}
