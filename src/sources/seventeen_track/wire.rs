//! What 17TRACK sends (API v2.4; v2.2 and the notifications have the same shape). Every field may be missing,
//! null or of another type.

use crate::sources::decoding::date_span::DateSpan;
use crate::sources::decoding::lenient_json::{LenientInteger, LenientText, lenient, readable_elements};
use serde::Deserialize;
use serde_json::Value;

/// The answer as a whole.
#[derive(Deserialize, Default)]
#[serde(default)]
pub(super) struct Envelope {
    /// 0, or why the whole call failed.
    #[serde(deserialize_with = "lenient")]
    pub(super) code: Option<LenientInteger>,
    #[serde(deserialize_with = "lenient")]
    pub(super) data: Option<Data>,
}

#[derive(Deserialize, Default)]
#[serde(default)]
pub(super) struct Data {
    #[serde(deserialize_with = "readable_elements")]
    pub(super) accepted: Vec<Accepted>,
    #[serde(deserialize_with = "readable_elements")]
    pub(super) rejected: Vec<Rejected>,
    /// Why the whole call failed; may come with code 0.
    #[serde(deserialize_with = "readable_elements")]
    pub(super) errors: Vec<Fault>,
}

#[derive(Deserialize, Default)]
#[serde(default)]
pub(super) struct Rejected {
    #[serde(deserialize_with = "lenient")]
    pub(super) number: Option<LenientText>,
    #[serde(deserialize_with = "lenient")]
    pub(super) error: Option<Fault>,
}

#[derive(Deserialize, Default)]
#[serde(default)]
pub(super) struct Fault {
    #[serde(deserialize_with = "lenient")]
    pub(super) code: Option<LenientInteger>,
    #[serde(deserialize_with = "lenient")]
    pub(super) message: Option<LenientText>,
}

/// One registration of a number: there is one for each carrier that it is registered with.
#[derive(Deserialize, Default)]
#[serde(default)]
pub(super) struct Accepted {
    #[serde(deserialize_with = "lenient")]
    pub(super) number: Option<LenientText>,
    #[serde(deserialize_with = "lenient")]
    pub(super) carrier: Option<LenientInteger>,
    pub(super) track_info: Value,
}

#[derive(Deserialize, Default)]
#[serde(default)]
pub(super) struct TrackInfo {
    #[serde(deserialize_with = "lenient")]
    pub(super) shipping_info: Option<ShippingInfo>,
    #[serde(deserialize_with = "lenient")]
    pub(super) latest_status: Option<LatestStatus>,
    #[serde(deserialize_with = "lenient")]
    pub(super) time_metrics: Option<TimeMetrics>,
    #[serde(deserialize_with = "lenient")]
    pub(super) misc_info: Option<MiscInfo>,
    #[serde(deserialize_with = "lenient")]
    pub(super) tracking: Option<Tracking>,
}

#[derive(Deserialize, Default)]
#[serde(default)]
pub(super) struct ShippingInfo {
    #[serde(deserialize_with = "lenient")]
    pub(super) shipper_address: Option<Address>,
    #[serde(deserialize_with = "lenient")]
    pub(super) recipient_address: Option<Address>,
}

/// Of an address only the country is read: streets and names are personal.
#[derive(Deserialize, Default)]
#[serde(default)]
pub(super) struct Address {
    #[serde(deserialize_with = "lenient")]
    pub(super) country: Option<LenientText>,
}

#[derive(Deserialize, Default)]
#[serde(default)]
pub(super) struct LatestStatus {
    #[serde(deserialize_with = "lenient")]
    pub(super) status: Option<LenientText>,
    #[serde(deserialize_with = "lenient")]
    pub(super) sub_status: Option<LenientText>,
    #[serde(deserialize_with = "lenient")]
    pub(super) sub_status_descr: Option<LenientText>,
}

#[derive(Deserialize, Default)]
#[serde(default)]
pub(super) struct TimeMetrics {
    #[serde(deserialize_with = "lenient")]
    pub(super) estimated_delivery_date: Option<DateSpan>,
}

#[derive(Deserialize, Default)]
#[serde(default)]
pub(super) struct MiscInfo {
    #[serde(deserialize_with = "lenient")]
    pub(super) service_type: Option<LenientText>,
    #[serde(deserialize_with = "lenient")]
    pub(super) local_number: Option<LenientText>,
    #[serde(deserialize_with = "lenient")]
    pub(super) local_provider: Option<LenientText>,
    /// The last-mile carrier's code; 0: none.
    #[serde(deserialize_with = "lenient")]
    pub(super) local_key: Option<LenientInteger>,
}

#[derive(Deserialize, Default)]
#[serde(default)]
pub(super) struct Tracking {
    #[serde(deserialize_with = "readable_elements")]
    pub(super) providers: Vec<Provider>,
}

/// A carrier's own list; several carriers often repeat the same journey.
#[derive(Deserialize, Default)]
#[serde(default)]
pub(super) struct Provider {
    #[serde(rename = "provider", deserialize_with = "lenient")]
    pub(super) carrier: Option<Carrier>,
    #[serde(rename = "provider_lang", deserialize_with = "lenient")]
    pub(super) lang: Option<LenientText>,
    /// Newest first.
    #[serde(deserialize_with = "readable_elements")]
    pub(super) events: Vec<Scan>,
}

#[derive(Deserialize, Default)]
#[serde(default)]
pub(super) struct Carrier {
    #[serde(deserialize_with = "lenient")]
    pub(super) key: Option<LenientInteger>,
    #[serde(deserialize_with = "lenient")]
    pub(super) name: Option<LenientText>,
    #[serde(deserialize_with = "lenient")]
    pub(super) tel: Option<LenientText>,
    #[serde(deserialize_with = "lenient")]
    pub(super) homepage: Option<LenientText>,
}

/// One event.
#[derive(Deserialize, Default)]
#[serde(default)]
pub(super) struct Scan {
    /// Wall time with offset.
    #[serde(deserialize_with = "lenient")]
    pub(super) time_iso: Option<LenientText>,
    #[serde(deserialize_with = "lenient")]
    pub(super) time_utc: Option<LenientText>,
    /// What the carrier printed: `{date, time, timezone}`, or a text.
    pub(super) time_raw: Value,
    #[serde(deserialize_with = "lenient")]
    pub(super) description: Option<LenientText>,
    #[serde(deserialize_with = "lenient")]
    pub(super) description_translation: Option<Translation>,
    #[serde(deserialize_with = "lenient")]
    pub(super) location: Option<LenientText>,
    #[serde(deserialize_with = "lenient")]
    pub(super) stage: Option<LenientText>,
    #[serde(deserialize_with = "lenient")]
    pub(super) sub_status: Option<LenientText>,
    #[serde(deserialize_with = "lenient")]
    pub(super) address: Option<Address>,
}

#[derive(Deserialize, Default)]
#[serde(default)]
pub(super) struct Translation {
    #[serde(deserialize_with = "lenient")]
    pub(super) lang: Option<LenientText>,
    #[serde(deserialize_with = "lenient")]
    pub(super) description: Option<LenientText>,
}

/// The parts of `time_raw`.
#[derive(Deserialize, Default)]
#[serde(default)]
pub(super) struct RawTime {
    #[serde(deserialize_with = "lenient")]
    pub(super) date: Option<LenientText>,
    #[serde(deserialize_with = "lenient")]
    pub(super) time: Option<LenientText>,
    #[serde(deserialize_with = "lenient")]
    pub(super) timezone: Option<LenientText>,
}
