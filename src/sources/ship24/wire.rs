//! What Ship24 sends (official specification). Every field may be missing, null or of another type. The recipient and
//! the signature are left where they are.

use crate::sources::decoding::date_span::DateSpan;
use crate::sources::decoding::lenient_json::{LenientInteger, LenientList, LenientText, lenient, readable_elements};
use serde::Deserialize;

/// The answer as a whole.
#[derive(Deserialize, Default)]
#[serde(default)]
pub(super) struct Envelope {
    #[serde(deserialize_with = "readable_elements")]
    pub(super) errors: Vec<Fault>,
    #[serde(deserialize_with = "lenient")]
    pub(super) data: Option<Data>,
}

/// Why there is no answer.
#[derive(Deserialize, Default)]
#[serde(default)]
pub(super) struct Fault {
    #[serde(deserialize_with = "lenient")]
    pub(super) code: Option<LenientText>,
    #[serde(deserialize_with = "lenient")]
    pub(super) message: Option<LenientText>,
}

#[derive(Deserialize)]
pub(super) struct Data {
    pub(super) trackings: Vec<serde_json::Value>,
}

/// What is said about one number.
#[derive(Deserialize, Default)]
#[serde(default)]
pub(super) struct Tracking {
    #[serde(deserialize_with = "lenient")]
    pub(super) tracker: Option<Tracker>,
    #[serde(deserialize_with = "lenient")]
    pub(super) shipment: Option<Shipment>,
    pub(super) events: LenientList<Scan>,
}

#[derive(Deserialize, Default)]
#[serde(rename_all = "camelCase", default)]
pub(super) struct Tracker {
    #[serde(deserialize_with = "lenient")]
    pub(super) tracking_number: Option<LenientText>,
}

#[derive(Deserialize, Default)]
#[serde(rename_all = "camelCase", default)]
pub(super) struct Shipment {
    #[serde(deserialize_with = "lenient")]
    pub(super) status_code: Option<LenientText>,
    #[serde(deserialize_with = "lenient")]
    pub(super) status_milestone: Option<LenientText>,
    #[serde(deserialize_with = "lenient")]
    pub(super) origin_country_code: Option<LenientText>,
    #[serde(deserialize_with = "lenient")]
    pub(super) destination_country_code: Option<LenientText>,
    #[serde(deserialize_with = "lenient")]
    pub(super) delivery: Option<Delivery>,
    /// Every number of the parcel, the asked one among them.
    #[serde(deserialize_with = "readable_elements")]
    pub(super) tracking_numbers: Vec<Numbered>,
}

#[derive(Deserialize, Default)]
#[serde(rename_all = "camelCase", default)]
pub(super) struct Delivery {
    #[serde(deserialize_with = "lenient")]
    pub(super) estimated_delivery_date: Option<LenientText>,
    #[serde(deserialize_with = "lenient")]
    pub(super) courier_estimated_delivery_date: Option<DateSpan>,
    #[serde(deserialize_with = "lenient")]
    pub(super) service: Option<LenientText>,
}

#[derive(Deserialize, Default)]
#[serde(default)]
pub(super) struct Numbered {
    #[serde(deserialize_with = "lenient")]
    pub(super) tn: Option<LenientText>,
}

/// One event.
#[derive(Deserialize, Default)]
#[serde(rename_all = "camelCase", default)]
pub(super) struct Scan {
    /// The courier's words.
    #[serde(deserialize_with = "lenient")]
    pub(super) status: Option<LenientText>,
    /// Local wall time; an offset only at times, at times a bare date (official).
    #[serde(deserialize_with = "lenient")]
    pub(super) occurrence_datetime: Option<LenientText>,
    /// Higher is newer.
    #[serde(deserialize_with = "lenient")]
    pub(super) order: Option<LenientInteger>,
    #[serde(deserialize_with = "lenient")]
    pub(super) location: Option<LenientText>,
    #[serde(deserialize_with = "lenient")]
    pub(super) courier_code: Option<LenientText>,
    #[serde(deserialize_with = "lenient")]
    pub(super) status_code: Option<LenientText>,
    #[serde(deserialize_with = "lenient")]
    pub(super) status_milestone: Option<LenientText>,
}
