//! What `InPost` sends. Every field may be missing, null or of another type.

use crate::sources::decoding::lenient_json::{LenientText, lenient};
use serde::Deserialize;
use serde_json::Value;

/// What is said about one number. The expected course of things (`expected_flow`) is no history and is not read.
#[derive(Deserialize, Default)]
#[serde(default)]
pub(super) struct Answer {
    #[serde(deserialize_with = "lenient")]
    pub(super) tracking_number: Option<LenientText>,
    #[serde(deserialize_with = "lenient")]
    pub(super) service: Option<LenientText>,
    #[serde(deserialize_with = "lenient")]
    pub(super) status: Option<LenientText>,
    #[serde(deserialize_with = "lenient")]
    pub(super) custom_attributes: Option<Attributes>,
    /// Newest first (seen).
    pub(super) tracking_details: Value,
    /// The kind of an error, where there is no answer.
    #[serde(deserialize_with = "lenient")]
    pub(super) error: Option<LenientText>,
}

#[derive(Deserialize, Default)]
#[serde(default)]
pub(super) struct Attributes {
    #[serde(deserialize_with = "lenient")]
    pub(super) target_machine_id: Option<LenientText>,
    #[serde(deserialize_with = "lenient")]
    pub(super) target_machine_detail: Option<Machine>,
}

/// A locker; where it stands is public.
#[derive(Deserialize, Default)]
#[serde(default)]
pub(super) struct Machine {
    #[serde(deserialize_with = "lenient")]
    pub(super) address: Option<Address>,
}

#[derive(Deserialize, Default)]
#[serde(default)]
pub(super) struct Address {
    #[serde(deserialize_with = "lenient")]
    pub(super) line1: Option<LenientText>,
    #[serde(deserialize_with = "lenient")]
    pub(super) line2: Option<LenientText>,
}

/// One event.
#[derive(Deserialize, Default)]
#[serde(default)]
pub(super) struct Detail {
    #[serde(deserialize_with = "lenient")]
    pub(super) status: Option<LenientText>,
    /// The branch, by its short name.
    #[serde(deserialize_with = "lenient")]
    pub(super) agency: Option<LenientText>,
    /// ISO 8601 with offset.
    #[serde(deserialize_with = "lenient")]
    pub(super) datetime: Option<LenientText>,
}
