//! Cainiao's global tracking page data: keyless, undocumented, the first leg of nearly every `AliExpress` parcel.
//!
//! `GET /global/detail.json?mailNos=N,N&lang=en-US` (certain: more than ten public clients). The order of the
//! entries is not relied on, each names its number.

mod action_codes;
mod code_meaning;
mod current_state;
mod decode;
mod event_time;
mod events;
mod wire;

use std::time::Duration;

use super::http::Request;
use super::profile::{Profile, Role};
use super::request_context::RequestContext;

pub use decode::decode;

/// Cainiao. The batch is what careful clients chose, and unusual traffic gets an address banned: so it is asked
/// seldom (hours apart, by the plan) and by two at once at the most, but a key press is answered.
pub static PROFILE: Profile = Profile {
    id: "cainiao",
    name: "Cainiao",
    // Hand-over numbers of every carrier are found here, purely numeric ones too: any number is possible.
    role: Role::FirstLeg,
    batch: 10,
    parallel: 2,
    gap: Duration::from_millis(100),
    base_url: "https://global.cainiao.com",
    page: "https://global.cainiao.com/newDetail.htm?mailNoList={number}",
    ..Profile::DEFAULT
};

/// All numbers in one query parameter.
pub(super) fn request(context: &RequestContext<'_>) -> Request {
    // English texts are the stable ones; other languages are accepted and change little (seen once).
    let (base_url, list) = (context.base_url, context.number_texts().join(","));
    Request::get_json(format!("{base_url}/global/detail.json?mailNos={list}&lang=en-US"))
}
