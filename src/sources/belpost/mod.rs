//! Belpochta's site data: keyless, undocumented, used by the post's own page.
//!
//! `POST /api/v1/tracking` with `{"number": N}` (certain: several public clients, 2022 to 2026).

mod decode;

use std::sync::Arc;
use std::time::Duration;

use futures_util::future::BoxFuture;
use serde_json::json;

use super::registry::Setup;
use super::single_request::consult;
use super::{CheckResult, Http, Ownership, Profile, Request, Role, Source, s10_eligibility};
use crate::domain::TrackingNumber;

pub use decode::decode;

/// Belpochta. The page itself asks for patience after a few questions, and a client that was never blocked leaves
/// a minute between two; a fifth of that is a person's pace.
pub static PROFILE: Profile = Profile {
    id: "belpost",
    name: "Belpochta",
    fits: &fits,
    role: Role::Local(&["BY"]),
    secrets: &[],
    batch: 1,
    parallel: 1,
    gap: Duration::from_secs(12),
    daily_budget: None,
    monthly_budget: None,
    min_interval: Duration::from_mins(10),
    base_url: "https://api.belpost.by",
    page: "https://belpost.by/Otsleditotpravleniye?number={number}",
    key_hint: "",
};

fn fits(number: &TrackingNumber) -> Ownership {
    s10_eligibility::fit(number, "BY")
}

struct Belpost {
    base_url: String,
}

pub(super) fn build(setup: Setup) -> Arc<dyn Source> {
    Arc::new(Belpost { base_url: setup.base_url })
}

impl Source for Belpost {
    fn profile(&self) -> &'static Profile {
        &PROFILE
    }

    fn ask<'a>(&'a self, http: &'a Http, numbers: &'a [TrackingNumber]) -> BoxFuture<'a, CheckResult> {
        let number = numbers.first().map(TrackingNumber::as_str).unwrap_or_default();
        let request = Request::post(format!("{}/api/v1/tracking", self.base_url))
            .header("accept", "application/json")
            .json(json!({ "number": number }));
        Box::pin(consult(http, Ok(request), numbers, decode))
    }
}
