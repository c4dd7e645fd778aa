//! 4PX: the first leg of many parcels from China, as its own page asks for it.
//!
//! `POST /track/v2/front/listTrackV3` with a JSON body (certain: two independent clients, 2026); keyless and
//! undocumented. Worth asking above all for the number under which the parcel travels on (`serverCode`).

mod decode;
mod event_codes;
mod wire;

use std::time::Duration;

use serde_json::json;

use super::http::Request;
use super::ownership::known_formats::by_format;
use super::profile::{Profile, Role};
use super::request_context::RequestContext;

pub use decode::decode;

/// 4PX. Lists of several numbers were never seen to be answered, so one is asked at a time.
pub static PROFILE: Profile = Profile {
    id: "four-px",
    name: "4PX",
    ownership: &|number| by_format(number, "four-px"),
    role: Role::FirstLeg,
    gap: Duration::from_secs(2),
    base_url: "https://track.4px.com",
    page: "https://track.4px.com/#/result/0/{number}",
    ..Profile::DEFAULT
};

/// A list of numbers, in a JSON body.
pub(super) fn request(context: &RequestContext<'_>) -> Request {
    let body = json!({ "queryCodes": context.number_texts(), "language": "en-us", "translateLanguage": "" });
    Request::post_json(format!("{}/track/v2/front/listTrackV3", context.base_url), body)
}
