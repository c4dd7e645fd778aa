//! The UPU's Global Track & Trace: what posts report to each other about any S10 number. Keyless.
//!
//! `GET /gtt.api/service.svc/rest/ItemTTWithTrans/{number}/EN` (documented as open to anyone; two public clients).
//! It knows few items well, and some that nobody else knows: it is asked last, and seldom. The labels exist in
//! English, French and Spanish.

mod decode;

use std::sync::Arc;
use std::time::Duration;

use futures_util::future::BoxFuture;

use super::registry::Setup;
use super::single_request::consult;
use super::{CheckResult, Http, Ownership, Profile, Request, Role, Source, s10_eligibility};
use crate::domain::TrackingNumber;

pub use decode::decode;

/// The UPU. No quota was ever published: a number is asked about every six hours at most. The page for people has
/// a form with a captcha and takes no number; the fragment only keeps it at hand.
pub static PROFILE: Profile = Profile {
    id: "upu",
    name: "UPU",
    fits: &fits,
    role: Role::LastResort,
    secrets: &[],
    batch: 1,
    parallel: 1,
    gap: Duration::from_secs(10),
    daily_budget: None,
    monthly_budget: None,
    min_interval: Duration::from_hours(6),
    base_url: "https://globaltracktrace.ptc.post",
    page: "https://globaltracktrace.ptc.post/gtt.web/Search.aspx#{number}",
    key_hint: "",
};

fn fits(number: &TrackingNumber) -> Ownership {
    if s10_eligibility::issuer(number).is_some() { Ownership::Possible } else { Ownership::No }
}

struct Upu {
    base_url: String,
}

pub(super) fn build(setup: Setup) -> Arc<dyn Source> {
    Arc::new(Upu { base_url: setup.base_url })
}

impl Source for Upu {
    fn profile(&self) -> &'static Profile {
        &PROFILE
    }

    fn ask<'a>(&'a self, http: &'a Http, numbers: &'a [TrackingNumber]) -> BoxFuture<'a, CheckResult> {
        let number = numbers.first().map(TrackingNumber::as_str).unwrap_or_default();
        let url = format!("{}/gtt.api/service.svc/rest/ItemTTWithTrans/{number}/EN", self.base_url);
        let request = Request::get(url).header("accept", "application/json");
        Box::pin(consult(http, Ok(request), numbers, decode))
    }
}
