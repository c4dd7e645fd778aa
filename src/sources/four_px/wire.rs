//! What 4PX sends. Only the list of entries must be a list; postcodes and signatures are not even read.

use serde::Deserialize;
use serde_json::Value;

use crate::sources::lenient_json::{Whole, Words, lenient};

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
    pub(super) query_code: Option<Words>,
    /// The number of the carrier that takes over.
    #[serde(deserialize_with = "lenient")]
    pub(super) server_code: Option<Words>,
    #[serde(deserialize_with = "lenient")]
    pub(super) ct_start_code: Option<Words>,
    #[serde(deserialize_with = "lenient")]
    pub(super) ct_end_code: Option<Words>,
    /// 7: unknown (certain). The other values are not needed: the scans say more.
    #[serde(deserialize_with = "lenient")]
    pub(super) status: Option<Whole>,
    /// Newest first (certain).
    pub(super) tracks: Value,
}

/// One scan.
#[derive(Deserialize, Default)]
#[serde(default)]
pub(super) struct Scan {
    #[serde(rename = "tkCode", deserialize_with = "lenient")]
    pub(super) code: Option<Words>,
    #[serde(rename = "tkDesc", deserialize_with = "lenient")]
    pub(super) words: Option<Words>,
    #[serde(rename = "tkLocation", deserialize_with = "lenient")]
    pub(super) place: Option<Words>,
    /// `UTC+08:00`: the zone of the wall time.
    #[serde(rename = "tkTimezone", deserialize_with = "lenient")]
    pub(super) zone: Option<Words>,
    /// The wall time. Its neighbour `tkDate` prints another time as UTC, which is not true, and is not read.
    #[serde(rename = "tkDateStr", deserialize_with = "lenient")]
    pub(super) wall_time: Option<Words>,
}
