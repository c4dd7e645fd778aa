//! Poste Italiane, as its own "Dovequando" asks for it.
//!
//! `POST /online/dovequando/DQ-REST/ricercasemplice` with a JSON body (certain: two independent clients); keyless
//! and undocumented.

mod decode;
mod words;

use std::sync::Arc;
use std::time::Duration;

use futures_util::future::BoxFuture;
use serde_json::json;

use super::registry::Setup;
use super::single_request::consult;
use super::{CheckResult, Http, Ownership, Profile, Request, Role, Source, number_ownership};
use crate::domain::TrackingNumber;

pub use decode::decode;

/// Poste Italiane. One number a request is all that its question can hold.
pub static PROFILE: Profile = Profile {
    id: "poste-italiane",
    name: "Poste Italiane",
    fits: &fits,
    role: Role::Local(&["IT"]),
    secrets: &[],
    batch: 1,
    parallel: 1,
    gap: Duration::from_secs(2),
    daily_budget: None,
    monthly_budget: None,
    min_interval: Duration::ZERO,
    base_url: "https://www.poste.it",
    page: "https://www.poste.it/cerca/index.html#/risultati-spedizioni/{number}",
    key_hint: "",
};

fn fits(number: &TrackingNumber) -> Ownership {
    if number_ownership::has_format(number, &["poste_italiane/poste13"]) {
        return Ownership::Own;
    }
    if number_ownership::is_s10_of(number, "IT") { Ownership::Possible } else { Ownership::No }
}

struct PosteItaliane {
    base_url: String,
}

pub(super) fn build(setup: Setup) -> Arc<dyn Source> {
    Arc::new(PosteItaliane { base_url: setup.base_url })
}

impl PosteItaliane {
    fn request(&self, numbers: &[TrackingNumber]) -> Request {
        let number = numbers.first().map_or("", TrackingNumber::as_str);
        Request::post(format!("{}/online/dovequando/DQ-REST/ricercasemplice", self.base_url))
            .header("accept", "application/json")
            .json(json!({ "codiceSpedizione": number, "tipoRichiedente": "WEB", "periodoRicerca": 1 }))
    }
}

impl Source for PosteItaliane {
    fn profile(&self) -> &'static Profile {
        &PROFILE
    }

    fn ask<'a>(&'a self, http: &'a Http, numbers: &'a [TrackingNumber]) -> BoxFuture<'a, CheckResult> {
        Box::pin(consult(http, Ok(self.request(numbers)), numbers, decode))
    }
}
