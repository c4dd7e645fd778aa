//! La Poste's Suivi API, version 2: letters, Colissimo and Chronopost, with the user's own free key.
//!
//! `GET /suivi/v2/idships/N` with the header `X-Okapi-Key` (certain). Several numbers in one request are said to
//! work; nobody recorded such an answer, so one is asked at a time and a list is read all the same.

mod codes;
mod decode;
mod wire;

use std::sync::Arc;
use std::time::Duration;

use futures_util::future::BoxFuture;

use super::number_shapes::s10_issuer;
use super::registry::Setup;
use super::single_request::consult;
use super::{CheckResult, Http, Ownership, Profile, Request, Role, Secrets, Source};
use crate::domain::number::{Candidate, IdentifyContext, identify};
use crate::domain::{TrackingNumber, Trouble};

pub use decode::decode;

/// La Poste. Of the two limits that are published, ten a second and a hundred a minute, the narrower is kept.
pub static PROFILE: Profile = Profile {
    id: "la-poste",
    name: "La Poste",
    fits: &fits,
    role: Role::Local(&["FR", "MC", "GP", "MQ", "GF", "RE", "YT"]),
    secrets: &["key"],
    batch: 1,
    parallel: 1,
    gap: Duration::from_millis(600),
    daily_budget: None,
    monthly_budget: None,
    min_interval: Duration::ZERO,
    base_url: "https://api.laposte.fr",
    page: "https://www.laposte.fr/outils/suivre-vos-envois?code={number}",
    key_hint: "register at developer.laposte.fr, subscribe to the free Suivi API and copy its X-Okapi-Key",
};

/// Colissimo's own format and French postal numbers are its own; other postal numbers may come into its hands.
fn fits(number: &TrackingNumber) -> Ownership {
    let colissimo = |candidate: &Candidate| candidate.accepted() && candidate.format.sources.contains(&"la-poste");
    match s10_issuer(number) {
        Some("FR") => Ownership::Own,
        Some(_) => Ownership::Possible,
        None if identify(number, &IdentifyContext::default()).iter().any(colissimo) => Ownership::Own,
        None => Ownership::No,
    }
}

struct LaPoste {
    base_url: String,
    secrets: Secrets,
}

pub(super) fn build(setup: Setup) -> Arc<dyn Source> {
    Arc::new(LaPoste { base_url: setup.base_url, secrets: setup.secrets })
}

impl LaPoste {
    async fn request(&self, numbers: &[TrackingNumber]) -> Result<Request, Trouble> {
        let number = numbers.first().map(TrackingNumber::as_str).unwrap_or_default();
        Ok(Request::get(format!("{}/suivi/v2/idships/{number}?lang=en_GB", self.base_url))
            .header("accept", "application/json")
            .secret_header("X-Okapi-Key", self.secrets.get("key").await?))
    }
}

impl Source for LaPoste {
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
    fn french_numbers_are_its_own_and_postal_ones_possible() {
        let fit = |text: &str| fits(&TrackingNumber::parse(text).expect("a number"));
        for own in ["RB900000019FR", "6A00000000017"] {
            assert_eq!(fit(own), Ownership::Own, "{own}");
        }
        assert_eq!(fit("RB900000019CN"), Ownership::Possible);
        for other in ["LP00990000000017", "20450000000017", "6A00000000018"] {
            assert_eq!(fit(other), Ownership::No, "{other}");
        }
    }
}
