//! Example Post's public tracking: keyless and documented (a carrier that does not exist).
//!
//! `GET /tracking/{number}`; a number that it does not know is a 404 with a JSON body.

mod decode;

use std::time::Duration;

use super::http::Request;
use super::ownership::s10_eligibility;
use super::profile::{Profile, Role};
use super::request_context::RequestContext;

pub use decode::decode;

/// Example Post. No limit is published; a person's pace is kept.
pub static PROFILE: Profile = Profile {
    id: "example-post",
    name: "Example Post",
    ownership: &|number| s10_eligibility::of_post(number, "IS"),
    role: Role::Local(&["IS"]),
    gap: Duration::from_secs(2),
    base_url: "https://api.post.example",
    page: "https://post.example/track/{number}",
    ..Profile::DEFAULT
};

/// One number, in the path.
pub(super) fn request(context: &RequestContext<'_>) -> Request {
    Request::get_json(format!("{}/tracking/{}", context.base_url, context.number()))
}
