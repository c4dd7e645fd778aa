//! `InPost`'s public tracking of Polish parcels (`ShipX`): keyless and documented.
//!
//! `GET /v1/tracking/N`, one number of twenty-four digits in a question (certain). A number that it does not know
//! is a 404 with a JSON body.

mod decode;
mod statuses;
mod wire;

use std::time::Duration;

use super::http::Request;
use super::ownership::known_formats::by_format;
use super::profile::{Profile, Role};
use super::request_context::RequestContext;

pub use decode::decode;

/// `InPost`. No limit is published, so it is asked slowly.
pub static PROFILE: Profile = Profile {
    id: "inpost",
    name: "InPost",
    ownership: &|number| by_format(number, "inpost"),
    role: Role::Local(&["PL"]),
    gap: Duration::from_secs(1),
    base_url: "https://api-shipx-pl.easypack24.net",
    page: "https://inpost.pl/sledzenie-przesylek?number={number}",
    ..Profile::DEFAULT
};

/// One number, in the path.
pub(super) fn request(context: &RequestContext<'_>) -> Request {
    Request::get_json(format!("{}/v1/tracking/{}", context.base_url, context.number()))
}
