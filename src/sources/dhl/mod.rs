//! DHL's Shipment Tracking – Unified API: one question for all of DHL's divisions, with the user's own free key.
//!
//! `GET /track/shipments?trackingNumber=N` with the header `DHL-API-Key` (certain), one number in a question. A
//! number that no division knows is a 404 with a JSON body.
//!
//! Official: "Shipment Tracking - Unified" 1.5 at <https://developer.dhl.com>, as of November 2026; its limits, as
//! quoted in 2023.

mod decode;
mod status_codes;
mod wire;

use std::time::Duration;

use super::http::Request;
use super::ownership::number_shape::{digits_only, s10_issuer};
use super::ownership::ownership_rule::Ownership;
use super::profile::{Profile, Role};
use super::request_context::RequestContext;
use crate::domain::TrackingNumber;
use crate::domain::number::{Candidate, CheckDigitRule, IdentifyContext, identify};

pub use decode::decode;

/// DHL. A new key may ask 250 times a day and once a second (official, for the initial service level).
pub static PROFILE: Profile = Profile {
    id: "dhl",
    name: "DHL",
    ownership: &ownership,
    role: Role::Local(&["DE", "NL", "PL", "GB"]),
    secrets: &["key"],
    gap: Duration::from_secs(1),
    daily_budget: Some(250),
    base_url: "https://api-eu.dhl.com",
    page: "https://www.dhl.com/global-en/home/tracking.html?tracking-id={number}",
    key_hint: "register at developer.dhl.com, create an app with \"Shipment Tracking - Unified\" and copy its API key",
    ..Profile::DEFAULT
};

/// Licence plates that only DHL prints are its own. Anything else that the table of numbers gives to DHL (express
/// bills, SSCC of Paket), and S10 numbers, which Deutsche Post sends and delivers, may be its; a shape without a
/// check digit that other carriers share is not worth one of 250 questions.
fn ownership(number: &TrackingNumber) -> Ownership {
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

/// One number in the query, the key in a header.
pub(super) fn request(context: &RequestContext<'_>) -> Request {
    Request::get_json(format!("{}/track/shipments?trackingNumber={}", context.base_url, context.number()))
        .secret_header("DHL-API-Key", context.secret("key"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_may_be_its_own_is_claimed() {
        let fit = |text: &str| ownership(&TrackingNumber::parse(text).expect("a number"));
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
