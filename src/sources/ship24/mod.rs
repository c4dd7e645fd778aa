//! Ship24's API: an aggregator of more than two thousand couriers, with the user's own key.
//!
//! `POST /trackers/track` makes a tracker and reads it in one request (official); asked again about the same number
//! it reads the same tracker, which costs nothing more. The first answer may take up to a minute.

mod decode;
mod fault;
mod status;
mod wire;

use std::sync::Arc;
use std::time::Duration;

use futures_util::future::BoxFuture;
use secrecy::{ExposeSecret, SecretString};
use serde_json::json;

use super::registry::Setup;
use super::single_request::consult;
use super::{CheckResult, Http, Ownership, Profile, Request, Role, Secrets, Source};
use crate::domain::{TrackingNumber, Trouble};

pub use decode::decode;

/// Ship24. Ten requests a second are allowed (official); the quota counts trackers, and Ship24 itself says when it
/// is used up.
pub static PROFILE: Profile = Profile {
    id: "ship24",
    name: "Ship24",
    // Five to fifty letters and digits (official), which every number is.
    fits: &|_| Ownership::Possible,
    role: Role::Aggregator,
    secrets: &["key"],
    batch: 1,
    parallel: 2,
    gap: Duration::from_millis(100),
    daily_budget: None,
    monthly_budget: None,
    min_interval: Duration::ZERO,
    base_url: "https://api.ship24.com",
    page: "https://www.ship24.com/tracking?p={number}",
    key_hint: "create an account at dashboard.ship24.com and copy an API key of the per-shipment plan",
};

struct Ship24 {
    base_url: String,
    secrets: Secrets,
}

pub(super) fn build(setup: Setup) -> Arc<dyn Source> {
    Arc::new(Ship24 { base_url: setup.base_url, secrets: setup.secrets })
}

impl Ship24 {
    async fn request(&self, numbers: &[TrackingNumber]) -> Result<Request, Trouble> {
        let number = numbers.first().map(TrackingNumber::as_str).unwrap_or_default();
        let key = self.secrets.get("key").await?;
        let bearer = SecretString::from(format!("Bearer {}", key.expose_secret()));
        Ok(Request::post(format!("{}/public/v1/trackers/track", self.base_url))
            .secret_header("authorization", bearer)
            .json(json!({ "trackingNumber": number })))
    }
}

impl Source for Ship24 {
    fn profile(&self) -> &'static Profile {
        &PROFILE
    }

    fn ask<'a>(&'a self, http: &'a Http, numbers: &'a [TrackingNumber]) -> BoxFuture<'a, CheckResult> {
        Box::pin(async move { consult(http, self.request(numbers).await, numbers, decode).await })
    }
}
