//! What 4PX sends. Only the list of entries must be a list; postcodes and signatures are not even read.

use crate::sources::decoding::lenient_json::{LenientInteger, LenientText, lenient};
use serde::Deserialize;
use serde_json::Value;

/// The answer as a whole.
#[derive(Deserialize)]
pub(super) struct Envelope {
    /// One entry a number.
    pub(super) data: Vec<Value>,
}

/// What is said about one number.
#[derive(Deserialize, Default)]
#[serde(rename_all = "camelCase", default)]
pub(super) struct Entry {
    #[serde(deserialize_with = "lenient")]
    pub(super) query_code: Option<LenientText>,
    /// The number of the carrier that takes over.
    #[serde(deserialize_with = "lenient")]
    pub(super) server_code: Option<LenientText>,
    #[serde(deserialize_with = "lenient")]
    pub(super) ct_start_code: Option<LenientText>,
    #[serde(deserialize_with = "lenient")]
    pub(super) ct_end_code: Option<LenientText>,
    /// 7: unknown (certain). The other values are not needed: the scans say more.
    #[serde(deserialize_with = "lenient")]
    pub(super) status: Option<LenientInteger>,
    /// Newest first (certain).
    pub(super) tracks: Value,
}

/// One scan.
#[derive(Deserialize, Default)]
#[serde(default)]
pub(super) struct Scan {
    #[serde(rename = "tkCode", deserialize_with = "lenient")]
    pub(super) code: Option<LenientText>,
    #[serde(rename = "tkDesc", deserialize_with = "lenient")]
    pub(super) words: Option<LenientText>,
    #[serde(rename = "tkLocation", deserialize_with = "lenient")]
    pub(super) place: Option<LenientText>,
    /// `UTC+08:00`: the zone of the wall time.
    #[serde(rename = "tkTimezone", deserialize_with = "lenient")]
    pub(super) zone: Option<LenientText>,
    /// The wall time. Its neighbour `tkDate` prints another time as UTC, which is not true, and is not read.
    #[serde(rename = "tkDateStr", deserialize_with = "lenient")]
    pub(super) wall_time: Option<LenientText>,
}
