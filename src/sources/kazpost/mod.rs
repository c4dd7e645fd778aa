//! Kazpost's site data: keyless, undocumented, used by the post's own tracking page.
//!
//! `GET /api/v2/{number}/events` (certain: more than eight public clients, 2016 to 2026). The summary beside it
//! (`/api/v2/{number}`) says nothing more about the way, and names the addressee: it is not asked for.

mod codes;
mod decode;

use std::sync::Arc;
use std::time::Duration;

use futures_util::future::BoxFuture;

use super::registry::Setup;
use super::single_request::consult;
use super::{CheckResult, Http, Ownership, Profile, Request, Role, Source, s10_eligibility};
use crate::domain::TrackingNumber;

pub use decode::decode;

/// Kazpost. No limit was ever published; a person's pace is kept.
pub static PROFILE: Profile = Profile {
    id: "kazpost",
    name: "Kazpost",
    fits: &fits,
    role: Role::Local(&["KZ"]),
    secrets: &[],
    batch: 1,
    parallel: 1,
    gap: Duration::from_secs(3),
    daily_budget: None,
    monthly_budget: None,
    min_interval: Duration::from_mins(10),
    base_url: "https://track.kazpost.kz",
    page: "https://post.kz/mail/search/track/{number}/detail",
    key_hint: "",
};

fn fits(number: &TrackingNumber) -> Ownership {
    s10_eligibility::fit(number, "KZ")
}

struct Kazpost {
    base_url: String,
}

pub(super) fn build(setup: Setup) -> Arc<dyn Source> {
    Arc::new(Kazpost { base_url: setup.base_url })
}

impl Source for Kazpost {
    fn profile(&self) -> &'static Profile {
        &PROFILE
    }

    fn ask<'a>(&'a self, http: &'a Http, numbers: &'a [TrackingNumber]) -> BoxFuture<'a, CheckResult> {
        let number = numbers.first().map(TrackingNumber::as_str).unwrap_or_default();
        let request =
            Request::get(format!("{}/api/v2/{number}/events", self.base_url)).header("accept", "application/json");
        Box::pin(consult(http, Ok(request), numbers, decode))
    }
}
