//! What Track24 sends. Keys come and go over the years, and numbers are texts at times. Names and addresses of
//! people, partly masked, are not read at all.

use crate::sources::decoding::lenient_json::{LenientList, LenientText, lenient};
use serde::Deserialize;
use serde_json::Value;

/// The answer as a whole.
#[derive(Deserialize, Default)]
#[serde(rename_all = "camelCase", default)]
pub(super) struct Envelope {
    /// `ok` or `error`; missing in old answers.
    #[serde(deserialize_with = "lenient")]
    pub(super) status: Option<LenientText>,
    #[serde(deserialize_with = "lenient")]
    pub(super) message: Option<LenientText>,
    /// The same in some answers.
    #[serde(deserialize_with = "lenient")]
    pub(super) error: Option<LenientText>,
    pub(super) data: Value,
    #[serde(deserialize_with = "lenient")]
    pub(super) delivered_stat: Option<DeliveredStat>,
    #[serde(deserialize_with = "lenient")]
    pub(super) limits: Option<Limits>,
}

#[derive(Deserialize, Default)]
#[serde(default)]
pub(super) struct DeliveredStat {
    /// The kind of service in words.
    #[serde(rename = "type", deserialize_with = "lenient")]
    pub(super) kind: Option<LenientText>,
}

#[derive(Deserialize, Default)]
#[serde(default)]
pub(super) struct Limits {
    /// Whether they are used up.
    #[serde(deserialize_with = "lenient")]
    pub(super) full: Option<bool>,
}

#[derive(Deserialize, Default)]
#[serde(rename_all = "camelCase", default)]
pub(super) struct Data {
    #[serde(deserialize_with = "lenient")]
    pub(super) track_code: Option<LenientText>,
    #[serde(deserialize_with = "lenient")]
    pub(super) from_country_code: Option<LenientText>,
    #[serde(deserialize_with = "lenient")]
    pub(super) destination_country_code: Option<LenientText>,
    /// "0" or "1".
    #[serde(deserialize_with = "lenient")]
    pub(super) delivered_status: Option<LenientText>,
    /// "0" or "1".
    #[serde(deserialize_with = "lenient")]
    pub(super) awaiting_status: Option<LenientText>,
    #[serde(deserialize_with = "lenient")]
    pub(super) awaiting: Option<bool>,
    /// Oldest first (certain).
    pub(super) events: LenientList<Scan>,
    /// The newest event once more, which may be missing in the list.
    #[serde(deserialize_with = "lenient")]
    pub(super) last_point: Option<Scan>,
}

/// One event.
#[derive(Deserialize, Default)]
#[serde(rename_all = "camelCase", default)]
pub(super) struct Scan {
    #[serde(deserialize_with = "lenient")]
    pub(super) id: Option<LenientText>,
    /// The carrier's time; a wall time without a zone.
    #[serde(deserialize_with = "lenient")]
    pub(super) operation_date_time: Option<LenientText>,
    #[serde(deserialize_with = "lenient")]
    pub(super) operation_attribute: Option<LenientText>,
    #[serde(deserialize_with = "lenient")]
    pub(super) operation_attribute_original: Option<LenientText>,
    #[serde(deserialize_with = "lenient")]
    pub(super) operation_attribute_translated: Option<LenientText>,
    #[serde(deserialize_with = "lenient")]
    pub(super) operation_type: Option<LenientText>,
    #[serde(deserialize_with = "lenient")]
    pub(super) operation_type_original: Option<LenientText>,
    #[serde(deserialize_with = "lenient")]
    pub(super) operation_type_translated: Option<LenientText>,
    #[serde(deserialize_with = "lenient")]
    pub(super) operation_place_name: Option<LenientText>,
    #[serde(deserialize_with = "lenient")]
    pub(super) operation_place_name_original: Option<LenientText>,
    #[serde(deserialize_with = "lenient")]
    pub(super) operation_place_postal_code: Option<LenientText>,
    #[serde(deserialize_with = "lenient")]
    pub(super) source: Option<LenientText>,
    #[serde(deserialize_with = "lenient")]
    pub(super) service_name: Option<LenientText>,
}
