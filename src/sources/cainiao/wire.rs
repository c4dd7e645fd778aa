//! What Cainiao sends. Every field of an entry may be missing, null or of another type; only the list of entries
//! must be a list. Names are Cainiao's, `standerdDesc` included.

use crate::sources::decoding::lenient_json::{LenientInteger, LenientText, lenient};
use serde::Deserialize;
use serde_json::Value;

/// The answer as a whole.
#[derive(Deserialize)]
pub(super) struct Envelope {
    /// One entry a number, in the order asked (certain); entries that are no objects are passed over.
    pub(super) module: Vec<Value>,
}

/// What is said about one number.
#[derive(Deserialize, Default)]
#[serde(rename_all = "camelCase", default)]
pub(super) struct Module {
    #[serde(deserialize_with = "lenient")]
    pub(super) mail_no: Option<LenientText>,
    /// `AE`: known; `EXTERNAL`: unknown. No third value was ever seen.
    #[serde(deserialize_with = "lenient")]
    pub(super) mail_no_source: Option<LenientText>,
    #[serde(deserialize_with = "lenient")]
    pub(super) origin_country: Option<LenientText>,
    #[serde(deserialize_with = "lenient")]
    pub(super) dest_country: Option<LenientText>,
    #[serde(deserialize_with = "lenient")]
    pub(super) mail_type: Option<LenientText>,
    #[serde(deserialize_with = "lenient")]
    pub(super) status: Option<LenientText>,
    #[serde(deserialize_with = "lenient")]
    pub(super) status_desc: Option<LenientText>,
    #[serde(deserialize_with = "lenient")]
    pub(super) no_tracking_data_desc: Option<LenientText>,
    #[serde(deserialize_with = "lenient")]
    pub(super) global_eta_info: Option<EtaInfo>,
    #[serde(deserialize_with = "lenient")]
    pub(super) dest_cp_info: Option<LastMile>,
    #[serde(deserialize_with = "lenient")]
    pub(super) real_mail_no: Option<LenientText>,
    #[serde(deserialize_with = "lenient")]
    pub(super) copy_real_mail_no: Option<LenientText>,
    #[serde(deserialize_with = "lenient")]
    pub(super) virtual_mail_no: Option<LenientText>,
    #[serde(deserialize_with = "lenient")]
    pub(super) copy_virtual_mail_no: Option<LenientText>,
    /// Newest first (certain).
    pub(super) detail_list: Value,
}

/// A span in which delivery is expected, in epoch milliseconds.
#[derive(Deserialize, Default)]
#[serde(rename_all = "camelCase", default)]
pub(super) struct EtaInfo {
    #[serde(deserialize_with = "lenient")]
    pub(super) delivery_min_time: Option<LenientInteger>,
    #[serde(deserialize_with = "lenient")]
    pub(super) delivery_max_time: Option<LenientInteger>,
}

/// The carrier of the last mile.
#[derive(Deserialize, Default)]
#[serde(rename_all = "camelCase", default)]
pub(super) struct LastMile {
    #[serde(deserialize_with = "lenient")]
    pub(super) cp_name: Option<LenientText>,
    #[serde(deserialize_with = "lenient")]
    pub(super) phone: Option<LenientText>,
    #[serde(deserialize_with = "lenient")]
    pub(super) url: Option<LenientText>,
}

/// One event.
#[derive(Deserialize, Default)]
#[serde(rename_all = "camelCase", default)]
pub(super) struct Detail {
    /// Epoch milliseconds, always the wall time read as if in GMT+8 (measured): no instant of its own.
    #[serde(deserialize_with = "lenient")]
    pub(super) time: Option<LenientInteger>,
    /// The wall time, `yyyy-MM-dd HH:mm:ss`.
    #[serde(deserialize_with = "lenient")]
    pub(super) time_str: Option<LenientText>,
    /// The wall time's zone, in many spellings, often empty.
    #[serde(deserialize_with = "lenient")]
    pub(super) time_zone: Option<LenientText>,
    /// The carrier's words, at times Chinese or empty.
    #[serde(deserialize_with = "lenient")]
    pub(super) desc: Option<LenientText>,
    /// The same in clean English, at times with the town in brackets in front.
    #[serde(deserialize_with = "lenient")]
    pub(super) standerd_desc: Option<LenientText>,
    #[serde(deserialize_with = "lenient")]
    pub(super) action_code: Option<LenientText>,
}
