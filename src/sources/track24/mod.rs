//! Track24: an aggregator of some 660 services, strongest in the former Soviet Union, with the user's own key.
//!
//! `GET /tracking.json.php?code=N` with `apiKey` and the `domain` that the key was issued for (certain: more than
//! twelve public clients), and `lng`, the language of the translations that come beside the carriers' own words.

mod decode;
mod wire;

use std::sync::Arc;
use std::time::Duration;

use futures_util::future::BoxFuture;

use super::registry::Setup;
use super::single_request::consult;
use super::{CheckResult, Http, Ownership, Profile, Request, Role, Secrets, Source};
use crate::domain::{TrackingNumber, Trouble};

pub use decode::decode;

/// Track24. The limits are those that its answers state for a plain key: ten requests a minute, a hundred a day, five hundred a month;
/// a number is looked up anew every four hours at most, and what comes earlier is the old answer.
pub static PROFILE: Profile = Profile {
    id: "track24",
    name: "Track24",
    fits: &|_| Ownership::Possible,
    role: Role::Aggregator,
    secrets: &["key", "domain"],
    batch: 1,
    parallel: 1,
    gap: Duration::from_secs(6),
    daily_budget: Some(100),
    monthly_budget: Some(500),
    min_interval: Duration::from_hours(4),
    base_url: "https://api.track24.ru",
    page: "https://track24.ru/?code={number}",
    key_hint: "register a site at track24.ru (page \"API\"): it gives the key, and domain is the site it was issued for",
};

struct Track24 {
    base_url: String,
    secrets: Secrets,
    language: Option<&'static str>,
}

pub(super) fn build(setup: Setup) -> Arc<dyn Source> {
    Arc::new(Track24 { base_url: setup.base_url, secrets: setup.secrets, language: setup.language })
}

impl Track24 {
    async fn request(&self, numbers: &[TrackingNumber]) -> Result<Request, Trouble> {
        let number = numbers.first().map(TrackingNumber::as_str).unwrap_or_default();
        let (key, domain) = (self.secrets.get("key").await?, self.secrets.get("domain").await?);
        let language = self.language.map(|language| format!("&lng={language}")).unwrap_or_default();
        Ok(Request::get(format!("{}/tracking.json.php?code={number}{language}", self.base_url))
            .header("accept", "application/json")
            .secret_query("apiKey", key)
            .secret_query("domain", domain))
    }
}

impl Source for Track24 {
    fn profile(&self) -> &'static Profile {
        &PROFILE
    }

    fn ask<'a>(&'a self, http: &'a Http, numbers: &'a [TrackingNumber]) -> BoxFuture<'a, CheckResult> {
        Box::pin(async move { consult(http, self.request(numbers).await, numbers, decode).await })
    }
}
