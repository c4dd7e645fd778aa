//! Belpochta's site data: keyless, undocumented, used by the post's own page.
//!
//! `POST /api/v1/tracking` with `{"number": N}` (certain: several public clients, 2022 to 2026).

mod decode;

use std::time::Duration;

use serde_json::json;

use super::http::Request;
use super::ownership::s10_eligibility;
use super::profile::{Profile, Role};
use super::request_context::RequestContext;

pub use decode::decode;

/// Belpochta. The page itself asks for patience after a few questions, and a client that was never blocked leaves
/// a minute between two; a fifth of that is a person's pace.
pub static PROFILE: Profile = Profile {
    id: "belpost",
    name: "Belpochta",
    ownership: &|number| s10_eligibility::of_post(number, "BY"),
    role: Role::Local(&["BY"]),
    gap: Duration::from_secs(12),
    min_interval: Duration::from_mins(10),
    base_url: "https://api.belpost.by",
    page: "https://belpost.by/Otsleditotpravleniye?number={number}",
    ..Profile::DEFAULT
};

/// One number, in a JSON body.
pub(super) fn request(context: &RequestContext<'_>) -> Request {
    Request::post_json(format!("{}/api/v1/tracking", context.base_url), json!({ "number": context.number() }))
}
