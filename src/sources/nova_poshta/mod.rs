//! Nova Poshta's API 2.0: keyless for tracking (official), a hundred numbers in one question, the newest status only.
//!
//! `POST /v2.0/json/` with model `TrackingDocument`, method `getStatusDocuments` (certain). The phone number that
//! would open the recipient's data is never sent. The answer has no history: what was said before is kept by the
//! store, one status at a time.

mod decode;
mod refused;
mod status;
mod time;
mod wire;

use std::sync::Arc;
use std::time::Duration;

use futures_util::future::BoxFuture;
use serde_json::{Value, json};

use super::number_shapes::is_digits;
use super::registry::Setup;
use super::{CheckResult, Exchange, Http, Ownership, Profile, Request, Role, Source, exchange, with_retry_after};
use crate::domain::{Reply, TrackingNumber, Trouble};

pub use decode::decode;

/// No limit is published; an error about too many requests exists (seen once).
const GAP: Duration = Duration::from_millis(500);

/// Nova Poshta.
pub static PROFILE: Profile = Profile {
    id: "nova-poshta",
    name: "Nova Poshta",
    fits: &fits,
    role: Role::Local(&["UA"]),
    secrets: &[],
    batch: 100,
    parallel: 1,
    gap: GAP,
    daily_budget: None,
    monthly_budget: None,
    min_interval: Duration::ZERO,
    base_url: "https://api.novaposhta.ua",
    page: "https://novaposhta.ua/tracking/?cargo_number={number}",
    key_hint: "",
};

/// Fourteen digits that start with 20, 59 or 1; the last is no more than a habit, so it is not called distinctive.
fn fits(number: &TrackingNumber) -> Ownership {
    let starts = |start: &str| number.as_str().starts_with(start);
    match is_digits(number, 14) {
        true if starts("20") || starts("59") => Ownership::Own,
        true if starts("1") => Ownership::Possible,
        _ => Ownership::No,
    }
}

struct NovaPoshta {
    base_url: String,
}

pub(super) fn build(setup: Setup) -> Arc<dyn Source> {
    Arc::new(NovaPoshta { base_url: setup.base_url })
}

impl NovaPoshta {
    fn request(&self, numbers: &[TrackingNumber]) -> Request {
        let documents: Vec<Value> =
            numbers.iter().map(|number| json!({ "DocumentNumber": number.as_str(), "Phone": "" })).collect();
        Request::post(format!("{}/v2.0/json/", self.base_url)).json(json!({
            "apiKey": "",
            "modelName": "TrackingDocument",
            "calledMethod": "getStatusDocuments",
            "methodProperties": { "Documents": documents },
        }))
    }

    async fn put(
        &self,
        http: &Http,
        numbers: &[TrackingNumber],
        kept: &mut Vec<Exchange>,
    ) -> Result<Vec<Reply>, Trouble> {
        let response = exchange(http, &self.request(numbers), kept).await?;
        decode(numbers, response.status, &response.body).map_err(|trouble| with_retry_after(trouble, &response))
    }

    /// Asks; where one bad number had the whole question refused, asks once more without it.
    async fn replies(
        &self,
        http: &Http,
        numbers: &[TrackingNumber],
        kept: &mut Vec<Exchange>,
    ) -> Result<Vec<Reply>, Trouble> {
        let replies = self.put(http, numbers, kept).await?;
        let (settled, waiting): (Vec<_>, Vec<_>) =
            replies.into_iter().partition(|reply| !matches!(&reply.result, Err(Trouble::Temporary { .. })));
        if waiting.is_empty() || settled.is_empty() {
            return Ok(settled.into_iter().chain(waiting).collect());
        }
        tokio::time::sleep(GAP).await;
        let rest: Vec<_> = waiting.iter().map(|reply| reply.number.clone()).collect();
        // What is settled stays settled, whatever becomes of the rest.
        let again = self.put(http, &rest, kept).await.unwrap_or_else(|trouble| {
            rest.into_iter().map(|number| Reply { number, result: Err(trouble.clone()) }).collect()
        });
        Ok(settled.into_iter().chain(again).collect())
    }
}

impl Source for NovaPoshta {
    fn profile(&self) -> &'static Profile {
        &PROFILE
    }

    fn partial_history(&self) -> bool {
        true
    }

    fn ask<'a>(&'a self, http: &'a Http, numbers: &'a [TrackingNumber]) -> BoxFuture<'a, CheckResult> {
        Box::pin(async move {
            let mut exchanges = Vec::new();
            let result = self.replies(http, numbers, &mut exchanges).await;
            CheckResult { exchanges, result }
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_its_own_numbers_are_claimed() {
        let fit = |text: &str| fits(&TrackingNumber::parse(text).expect("a number"));
        assert_eq!(fit("20 4500 0000 0017"), Ownership::Own);
        assert_eq!(fit("59000000000011"), Ownership::Own);
        assert_eq!(fit("10000000000017"), Ownership::Possible);
        for other in ["80000000000017", "2045000000001", "204500000000178", "RB900000022UA", "20450000000A17"] {
            assert_eq!(fit(other), Ownership::No, "{other}");
        }
    }
}
