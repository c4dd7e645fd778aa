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
use super::ownership::known_formats::by_format;
use super::ownership::number_shape::{digits_only, s10_issuer};
use super::ownership::ownership_rule::Ownership;
use super::profile::{Profile, Role};
use super::request_context::RequestContext;
use crate::domain::TrackingNumber;

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

/// Its own is what the table of numbers proves to be DHL's: licence plates, and whatever has a check digit of DHL's that
/// passes (express bills, SSCC of Paket). S10 numbers, which Deutsche Post sends and delivers, may be its; so may a shape
/// that other carriers share.
fn ownership(number: &TrackingNumber) -> Ownership {
    let ecommerce = number.as_str().strip_prefix("GM").is_some_and(|rest| rest.len() >= 9 && digits_only(rest));
    let by_shape = match s10_issuer(number) {
        Some(_) => Ownership::Possible,
        None if ecommerce => Ownership::Own,
        None => Ownership::No,
    };
    by_shape.max(by_format(number, "dhl"))
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
        for own in [
            "JJD000390007000000017",
            "JVGL0999999999999999",
            "JD014600000000000017",
            "GM605112270000000017",
            "00340434160000000018",
            "7777777770",
        ] {
            assert_eq!(fit(own), Ownership::Own, "{own}");
        }
        for possible in ["RB900000022DE", "RB900000019CN", "20450000000017"] {
            assert_eq!(fit(possible), Ownership::Possible, "{possible}");
        }
        for other in ["LP00990000000017", "7777777771", "JD01A600000000000017", "JD0146000000000017"] {
            assert_eq!(fit(other), Ownership::No, "{other}");
        }
    }
}
