//! `InPost`'s public tracking of Polish parcels (`ShipX`): keyless and documented.
//!
//! `GET /v1/tracking/N`, one number of twenty-four digits in a question (certain). A number that it does not know
//! is a 404 with a JSON body.

mod codes;
mod decode;
mod wire;

use std::sync::Arc;
use std::time::Duration;

use futures_util::future::BoxFuture;

use super::number_shapes::is_digits;
use super::registry::Setup;
use super::single_request::consult;
use super::{CheckResult, Http, Ownership, Profile, Request, Role, Source};
use crate::domain::TrackingNumber;

pub use decode::decode;

/// `InPost`. No limit is published, so it is asked slowly.
pub static PROFILE: Profile = Profile {
    id: "inpost",
    name: "InPost",
    fits: &fits,
    role: Role::Local(&["PL"]),
    secrets: &[],
    batch: 1,
    parallel: 1,
    gap: Duration::from_secs(1),
    daily_budget: None,
    monthly_budget: None,
    min_interval: Duration::ZERO,
    base_url: "https://api-shipx-pl.easypack24.net",
    page: "https://inpost.pl/sledzenie-przesylek?number={number}",
    key_hint: "",
};

fn fits(number: &TrackingNumber) -> Ownership {
    let own = is_digits(number, 24) && number.as_str().starts_with(['5', '6']);
    if own { Ownership::Own } else { Ownership::No }
}

struct InPost {
    base_url: String,
}

pub(super) fn build(setup: Setup) -> Arc<dyn Source> {
    Arc::new(InPost { base_url: setup.base_url })
}

impl InPost {
    fn request(&self, numbers: &[TrackingNumber]) -> Request {
        let number = numbers.first().map(TrackingNumber::as_str).unwrap_or_default();
        Request::get(format!("{}/v1/tracking/{number}", self.base_url)).header("accept", "application/json")
    }
}

impl Source for InPost {
    fn profile(&self) -> &'static Profile {
        &PROFILE
    }

    fn ask<'a>(&'a self, http: &'a Http, numbers: &'a [TrackingNumber]) -> BoxFuture<'a, CheckResult> {
        Box::pin(consult(http, Ok(self.request(numbers)), numbers, decode))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn twenty_four_digits_that_start_with_five_or_six_are_its_own() {
        let fit = |text: &str| fits(&TrackingNumber::parse(text).expect("a number"));
        assert_eq!(fit("640000000000000000000001"), Ownership::Own);
        assert_eq!(fit("520000000000000000000001"), Ownership::Own);
        for other in
            ["323211000000000000000001", "64000000000000000000001", "6400000000000000000000A1", "RB900000019PL"]
        {
            assert_eq!(fit(other), Ownership::No, "{other}");
        }
    }
}
