//! Kazpost's site data: keyless, undocumented, used by the post's own tracking page.
//!
//! `GET /api/v2/{number}/events` (certain: more than eight public clients, 2016 to 2026). The summary beside it
//! (`/api/v2/{number}`) says nothing more about the way, and names the addressee: it is not asked for.

mod decode;
mod event_codes;

use std::time::Duration;

use super::http::Request;
use super::ownership::s10_eligibility;
use super::profile::{Profile, Role};
use super::request_context::RequestContext;

pub use decode::decode;

/// Kazpost. No limit was ever published; a person's pace is kept.
pub static PROFILE: Profile = Profile {
    id: "kazpost",
    name: "Kazpost",
    ownership: &|number| s10_eligibility::of_post(number, "KZ"),
    role: Role::Local(&["KZ"]),
    gap: Duration::from_secs(3),
    min_interval: Duration::from_mins(10),
    base_url: "https://track.kazpost.kz",
    page: "https://post.kz/mail/search/track/{number}/detail",
    ..Profile::DEFAULT
};

/// One number, in the path.
pub(super) fn request(context: &RequestContext<'_>) -> Request {
    Request::get_json(format!("{}/api/v2/{}/events", context.base_url, context.number()))
}
