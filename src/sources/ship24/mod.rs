//! Ship24's API: an aggregator of more than two thousand couriers, with the user's own key.
//!
//! `POST /trackers/track` makes a tracker and reads it in one request (official); asked again about the same number
//! it reads the same tracker, which costs nothing more. The first answer may take up to a minute.
//!
//! Official: <https://docs.ship24.com/assets/openapi/ship24-tracking-api.yaml>, as of November 2026.

mod decode;
mod error_codes;
mod milestones;
mod wire;

use std::time::Duration;

use secrecy::{ExposeSecret, SecretString};
use serde_json::json;

use super::http::Request;
use super::profile::{Profile, Role};
use super::request_context::RequestContext;

pub use decode::decode;

/// Ship24. Ten requests a second are allowed (official); the quota counts trackers, and Ship24 itself says when it
/// is used up.
pub static PROFILE: Profile = Profile {
    id: "ship24",
    name: "Ship24",
    role: Role::Aggregator,
    secrets: &["key"],
    parallel: 2,
    gap: Duration::from_millis(100),
    base_url: "https://api.ship24.com",
    page: "https://www.ship24.com/tracking?p={number}",
    key_hint: "create an account at dashboard.ship24.com and copy an API key of the per-shipment plan",
    ..Profile::DEFAULT
};

/// One number in a JSON body, the key as a bearer token.
pub(super) fn request(context: &RequestContext<'_>) -> Request {
    let bearer = SecretString::from(format!("Bearer {}", context.secret("key").expose_secret()));
    Request::post(format!("{}/public/v1/trackers/track", context.base_url))
        .secret_header("authorization", bearer)
        .json(json!({ "trackingNumber": context.number() }))
}
