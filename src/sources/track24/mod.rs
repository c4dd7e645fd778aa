//! Track24: an aggregator of some 660 services, strongest in the former Soviet Union, with the user's own key.
//!
//! `GET /tracking.json.php?code=N` with `apiKey` and the `domain` that the key was issued for (certain: more than
//! twelve public clients), and `lng`, the language of the translations that come beside the carriers' own words.

mod decode;
mod wire;

use std::time::Duration;

use super::http::Request;
use super::profile::{Profile, Role};
use super::request_context::RequestContext;

pub use decode::decode;

/// Track24. The limits are those that its answers state for a plain key: ten requests a minute, a hundred a day, five hundred a month;
/// a number is looked up anew every four hours at most, and what comes earlier is the old answer.
pub static PROFILE: Profile = Profile {
    id: "track24",
    name: "Track24",
    role: Role::Aggregator,
    secrets: &["key", "domain"],
    gap: Duration::from_secs(6),
    daily_budget: Some(100),
    monthly_budget: Some(500),
    min_interval: Duration::from_hours(4),
    base_url: "https://api.track24.ru",
    page: "https://track24.ru/?code={number}",
    key_hint: "register a site at track24.ru (page \"API\"): it gives the key, and domain is the site it was issued for",
    ..Profile::DEFAULT
};

/// Number, language and key in the query.
pub(super) fn request(context: &RequestContext<'_>) -> Request {
    let language = context.language.map(|language| format!("&lng={language}")).unwrap_or_default();
    Request::get_json(format!("{}/tracking.json.php?code={}{language}", context.base_url, context.number()))
        .secret_query("apiKey", context.secret("key"))
        .secret_query("domain", context.secret("domain"))
}
