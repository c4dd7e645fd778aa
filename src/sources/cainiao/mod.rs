//! Cainiao's global tracking page data: keyless, undocumented, the first leg of nearly every `AliExpress` parcel.
//!
//! `GET /global/detail.json?mailNos=N,N&lang=en-US` (certain: more than ten public clients). The order of the
//! entries is not relied on, each names its number.

mod codes;
mod decode;
mod events;
mod state;
mod time;
mod wire;

use std::sync::Arc;
use std::time::Duration;

use futures_util::future::BoxFuture;

use super::registry::Setup;
use super::{CheckResult, Exchange, Http, Ownership, Profile, Request, Role, Source, exchange, with_retry_after};
use crate::domain::{Reply, TrackingNumber, Trouble};

pub use decode::decode;

/// Cainiao. The batch is what careful clients chose, and unusual traffic gets an address banned: so it is asked
/// seldom (hours apart, by the plan) and by two at once at the most, but whoever presses a key is answered.
pub static PROFILE: Profile = Profile {
    id: "cainiao",
    name: "Cainiao",
    // Hand-over numbers of every carrier are found here, purely numeric ones too.
    fits: &|_| Ownership::Possible,
    role: Role::FirstLeg,
    secrets: &[],
    batch: 10,
    parallel: 2,
    gap: Duration::from_millis(100),
    daily_budget: None,
    monthly_budget: None,
    min_interval: Duration::ZERO,
    base_url: "https://global.cainiao.com",
    page: "https://global.cainiao.com/newDetail.htm?mailNoList={number}",
    key_hint: "",
};

struct Cainiao {
    base_url: String,
}

pub(super) fn build(setup: Setup) -> Arc<dyn Source> {
    Arc::new(Cainiao { base_url: setup.base_url })
}

impl Cainiao {
    fn request(&self, numbers: &[TrackingNumber]) -> Request {
        let list = numbers.iter().map(TrackingNumber::as_str).collect::<Vec<_>>().join(",");
        // English texts are the stable ones; other languages are accepted and change little (seen once).
        Request::get(format!("{}/global/detail.json?mailNos={list}&lang=en-US", self.base_url))
            .header("accept", "application/json")
    }

    async fn replies(
        &self,
        http: &Http,
        numbers: &[TrackingNumber],
        kept: &mut Vec<Exchange>,
    ) -> Result<Vec<Reply>, Trouble> {
        let response = exchange(http, &self.request(numbers), kept).await?;
        decode(numbers, response.status, &response.body).map_err(|trouble| with_retry_after(trouble, &response))
    }
}

impl Source for Cainiao {
    fn profile(&self) -> &'static Profile {
        &PROFILE
    }

    fn ask<'a>(&'a self, http: &'a Http, numbers: &'a [TrackingNumber]) -> BoxFuture<'a, CheckResult> {
        Box::pin(async move {
            let mut exchanges = Vec::new();
            let result = self.replies(http, numbers, &mut exchanges).await;
            CheckResult { exchanges, result }
        })
    }
}
