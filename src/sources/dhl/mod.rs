//! DHL's Shipment Tracking – Unified API: one question for all of DHL's divisions, with the user's own free key.
//!
//! `GET /track/shipments?trackingNumber=N` with the header `DHL-API-Key` (certain), one number in a question. A
//! number that nobody in the house knows is a 404 with a JSON body.

mod decode;
mod status;
mod wire;

use std::sync::Arc;
use std::time::Duration;

use futures_util::future::BoxFuture;

use super::number_shapes::{digits_only, s10_issuer};
use super::registry::Setup;
use super::single_request::consult;
use super::{CheckResult, Http, Ownership, Profile, Request, Role, Secrets, Source};
use crate::domain::number::{Candidate, CheckDigitRule, IdentifyContext, identify};
use crate::domain::{TrackingNumber, Trouble};

pub use decode::decode;

/// DHL. A new key may ask 250 times a day and once a second (official, for the initial service level).
pub static PROFILE: Profile = Profile {
    id: "dhl",
    name: "DHL",
    fits: &fits,
    role: Role::Local(&["DE", "NL", "PL", "GB"]),
    secrets: &["key"],
    batch: 1,
    parallel: 1,
    gap: Duration::from_secs(1),
    daily_budget: Some(250),
    monthly_budget: None,
    min_interval: Duration::ZERO,
    base_url: "https://api-eu.dhl.com",
    page: "https://www.dhl.com/global-en/home/tracking.html?tracking-id={number}",
    key_hint: "register at developer.dhl.com, create an app with \"Shipment Tracking - Unified\" and copy its API key",
};

/// Licence plates that only DHL prints are its own. Anything else that the table of numbers gives to DHL (express
/// bills, SSCC of Paket), and S10 numbers, which Deutsche Post sends and delivers, may be its; a shape without a
/// check digit that other carriers share is not worth one of 250 questions.
fn fits(number: &TrackingNumber) -> Ownership {
    let text = number.as_str();
    let plate = ["JJD", "JVGL", "JD0"].into_iter().filter_map(|start| text.strip_prefix(start));
    let ecommerce = text.strip_prefix("GM").into_iter();
    if plate.chain(ecommerce).any(|rest| rest.len() >= 9 && digits_only(rest)) {
        return Ownership::Own;
    }
    let found = identify(number, &IdentifyContext::default());
    if s10_issuer(number).is_some() || found.iter().any(is_checked) { Ownership::Possible } else { Ownership::No }
}

/// Whether a format of DHL's has a check digit, and it passed.
fn is_checked(candidate: &Candidate) -> bool {
    candidate.accepted() && candidate.format.rule != CheckDigitRule::None && candidate.format.sources.contains(&"dhl")
}

struct Dhl {
    base_url: String,
    secrets: Secrets,
}

pub(super) fn build(setup: Setup) -> Arc<dyn Source> {
    Arc::new(Dhl { base_url: setup.base_url, secrets: setup.secrets })
}

impl Dhl {
    async fn request(&self, numbers: &[TrackingNumber]) -> Result<Request, Trouble> {
        let number = numbers.first().map(TrackingNumber::as_str).unwrap_or_default();
        Ok(Request::get(format!("{}/track/shipments?trackingNumber={number}", self.base_url))
            .header("accept", "application/json")
            .secret_header("DHL-API-Key", self.secrets.get("key").await?))
    }
}

impl Source for Dhl {
    fn profile(&self) -> &'static Profile {
        &PROFILE
    }

    fn ask<'a>(&'a self, http: &'a Http, numbers: &'a [TrackingNumber]) -> BoxFuture<'a, CheckResult> {
        Box::pin(async move { consult(http, self.request(numbers).await, numbers, decode).await })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_may_be_its_own_is_claimed() {
        let fit = |text: &str| fits(&TrackingNumber::parse(text).expect("a number"));
        for own in ["JJD000390007000000017", "JVGL0999999999999999", "JD014600000000000017", "GM605112270000000017"] {
            assert_eq!(fit(own), Ownership::Own, "{own}");
        }
        for possible in ["RB900000022DE", "RB900000019CN", "00340434160000000018", "7777777770"] {
            assert_eq!(fit(possible), Ownership::Possible, "{possible}");
        }
        for other in ["LP00990000000017", "20450000000017", "7777777771", "JD01A600000000000017"] {
            assert_eq!(fit(other), Ownership::No, "{other}");
        }
    }
}
