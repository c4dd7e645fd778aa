//! 4PX: the first leg of many parcels from China, as its own page asks for it.
//!
//! `POST /track/v2/front/listTrackV3` with a JSON body (certain: two independent clients, 2026); keyless and
//! undocumented. Worth asking above all for the number under which the parcel travels on (`serverCode`).

mod codes;
mod decode;
mod wire;

use std::sync::Arc;
use std::time::Duration;

use futures_util::future::BoxFuture;
use serde_json::json;

use super::registry::Setup;
use super::single_request::consult;
use super::{CheckResult, Http, Ownership, Profile, Request, Role, Source, number_ownership};
use crate::domain::TrackingNumber;

pub use decode::decode;

/// 4PX. Lists of several numbers were never seen to be answered, so one is asked at a time.
pub static PROFILE: Profile = Profile {
    id: "four-px",
    name: "4PX",
    fits: &fits,
    role: Role::FirstLeg,
    secrets: &[],
    batch: 1,
    parallel: 1,
    gap: Duration::from_secs(2),
    daily_budget: None,
    monthly_budget: None,
    min_interval: Duration::ZERO,
    base_url: "https://track.4px.com",
    page: "https://track.4px.com/#/result/0/{number}",
    key_hint: "",
};

fn fits(number: &TrackingNumber) -> Ownership {
    if number_ownership::has_format(number, &["4px/4px", "4px/4px12"]) { Ownership::Own } else { Ownership::No }
}

struct FourPx {
    base_url: String,
}

pub(super) fn build(setup: Setup) -> Arc<dyn Source> {
    Arc::new(FourPx { base_url: setup.base_url })
}

impl FourPx {
    fn request(&self, numbers: &[TrackingNumber]) -> Request {
        let codes: Vec<&str> = numbers.iter().map(TrackingNumber::as_str).collect();
        Request::post(format!("{}/track/v2/front/listTrackV3", self.base_url))
            .header("accept", "application/json")
            .json(json!({ "queryCodes": codes, "language": "en-us", "translateLanguage": "" }))
    }
}

impl Source for FourPx {
    fn profile(&self) -> &'static Profile {
        &PROFILE
    }

    fn ask<'a>(&'a self, http: &'a Http, numbers: &'a [TrackingNumber]) -> BoxFuture<'a, CheckResult> {
        Box::pin(consult(http, Ok(self.request(numbers)), numbers, decode))
    }
}
