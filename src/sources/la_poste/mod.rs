//! La Poste's Suivi API, version 2: letters, Colissimo and Chronopost, with the user's own free key.
//!
//! `GET /suivi/v2/idships/N` with the header `X-Okapi-Key` (certain). Several numbers in one request are said to
//! work; no such answer was recorded, so one is asked at a time and a list is read all the same.
//!
//! Official: "Suivi" version 2 at <https://developer.laposte.fr>, as of September 2026.

mod decode;
mod event_codes;
mod wire;

use std::time::Duration;

use super::http::Request;
use super::ownership::known_formats::by_format;
use super::ownership::number_shape::s10_issuer;
use super::ownership::ownership_rule::Ownership;
use super::profile::{Profile, Role};
use super::request_context::RequestContext;
use crate::domain::TrackingNumber;

pub use decode::decode;

/// La Poste. Of the two limits that are published, ten a second and a hundred a minute, the narrower is kept.
pub static PROFILE: Profile = Profile {
    id: "la-poste",
    name: "La Poste",
    ownership: &ownership,
    role: Role::Local(&["FR", "MC", "GP", "MQ", "GF", "RE", "YT"]),
    secrets: &["key"],
    gap: Duration::from_millis(600),
    base_url: "https://api.laposte.fr",
    page: "https://www.laposte.fr/outils/suivre-vos-envois?code={number}",
    key_hint: "register at developer.laposte.fr, subscribe to the free Suivi API and copy its X-Okapi-Key",
    ..Profile::DEFAULT
};

/// Colissimo's own format and French postal numbers are its own; other postal numbers may come into its hands.
fn ownership(number: &TrackingNumber) -> Ownership {
    match s10_issuer(number) {
        Some("FR") => Ownership::Own,
        Some(_) => Ownership::Possible,
        None => by_format(number, "la-poste"),
    }
}

/// One number in the path, the key in a header.
pub(super) fn request(context: &RequestContext<'_>) -> Request {
    Request::get_json(format!("{}/suivi/v2/idships/{}?lang=en_GB", context.base_url, context.number()))
        .secret_header("X-Okapi-Key", context.secret("key"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn french_numbers_are_its_own_and_postal_ones_possible() {
        let fit = |text: &str| ownership(&TrackingNumber::parse(text).expect("a number"));
        for own in ["RB900000019FR", "6A00000000017"] {
            assert_eq!(fit(own), Ownership::Own, "{own}");
        }
        assert_eq!(fit("RB900000019CN"), Ownership::Possible);
        for other in ["LP00990000000017", "20450000000017", "6A00000000018"] {
            assert_eq!(fit(other), Ownership::No, "{other}");
        }
    }
}
