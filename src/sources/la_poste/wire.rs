//! What La Poste sends. Every field may be missing, null or of another type.

use crate::sources::decoding::lenient_json::{LenientInteger, LenientList, LenientText, lenient};
use serde::Deserialize;

/// What is said about one number.
#[derive(Deserialize, Default)]
#[serde(rename_all = "camelCase", default)]
pub(super) struct Item {
    /// 200, or why there is nothing: its own, whatever the HTTP status.
    #[serde(deserialize_with = "lenient")]
    pub(super) return_code: Option<LenientInteger>,
    #[serde(deserialize_with = "lenient")]
    pub(super) return_message: Option<LenientText>,
    /// `fr_FR`, `en_GB`.
    #[serde(deserialize_with = "lenient")]
    pub(super) lang: Option<LenientText>,
    /// The number, where there is no shipment.
    #[serde(deserialize_with = "lenient")]
    pub(super) id_ship: Option<LenientText>,
    #[serde(deserialize_with = "lenient")]
    pub(super) shipment: Option<Shipment>,
}

#[derive(Deserialize, Default)]
#[serde(rename_all = "camelCase", default)]
pub(super) struct Shipment {
    #[serde(deserialize_with = "lenient")]
    pub(super) id_ship: Option<LenientText>,
    #[serde(deserialize_with = "lenient")]
    pub(super) product: Option<LenientText>,
    #[serde(deserialize_with = "lenient")]
    pub(super) estim_date: Option<LenientText>,
    pub(super) event: LenientList<Scan>,
    #[serde(deserialize_with = "lenient")]
    pub(super) context_data: Option<Context>,
}

/// One event; times have Paris's offset, which is right (certain).
#[derive(Deserialize, Default)]
#[serde(default)]
pub(super) struct Scan {
    #[serde(deserialize_with = "lenient")]
    pub(super) code: Option<LenientText>,
    #[serde(deserialize_with = "lenient")]
    pub(super) label: Option<LenientText>,
    #[serde(deserialize_with = "lenient")]
    pub(super) date: Option<LenientText>,
}

#[derive(Deserialize, Default)]
#[serde(rename_all = "camelCase", default)]
pub(super) struct Context {
    #[serde(deserialize_with = "lenient")]
    pub(super) origin_country: Option<LenientText>,
    #[serde(deserialize_with = "lenient")]
    pub(super) arrival_country: Option<LenientText>,
    /// The foreign carrier that has it, and its number there.
    #[serde(deserialize_with = "lenient")]
    pub(super) partner: Option<Partner>,
}

#[derive(Deserialize, Default)]
#[serde(default)]
pub(super) struct Partner {
    #[serde(deserialize_with = "lenient")]
    pub(super) name: Option<LenientText>,
    #[serde(deserialize_with = "lenient")]
    pub(super) reference: Option<LenientText>,
}
