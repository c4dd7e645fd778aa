//! Correos, the Spanish post, as its own locator asks for it.
//!
//! `GET /canonico/eventos_envio_servicio/{number}?…` (seen in one public client, 2026); keyless and undocumented.
//! Answers HTTP 200 whatever happens; an error stands in the body.

mod decode;
mod words;

use std::sync::Arc;
use std::time::Duration;

use futures_util::future::BoxFuture;

use super::registry::Setup;
use super::single_request::consult;
use super::{CheckResult, Http, Ownership, Profile, Request, Role, Source, number_ownership};
use crate::domain::TrackingNumber;

pub use decode::decode;

/// Correos. One number a request is all that its address can hold.
pub static PROFILE: Profile = Profile {
    id: "correos-es",
    name: "Correos",
    fits: &fits,
    role: Role::Local(&["ES"]),
    secrets: &[],
    batch: 1,
    parallel: 1,
    gap: Duration::from_secs(2),
    daily_budget: None,
    monthly_budget: None,
    min_interval: Duration::ZERO,
    base_url: "https://localizador.correos.es",
    page: "https://www.correos.es/es/es/herramientas/localizador/envios/detalle?tracking-number={number}",
    key_hint: "",
};

fn fits(number: &TrackingNumber) -> Ownership {
    if number_ownership::has_format(number, &["correos/correos23"]) {
        return Ownership::Own;
    }
    if number_ownership::is_s10_of(number, "ES") { Ownership::Possible } else { Ownership::No }
}

struct Correos {
    base_url: String,
}

pub(super) fn build(setup: Setup) -> Arc<dyn Source> {
    Arc::new(Correos { base_url: setup.base_url })
}

impl Correos {
    fn request(&self, numbers: &[TrackingNumber]) -> Request {
        let number = numbers.first().map_or("", TrackingNumber::as_str);
        let query = "codAplicacion=60&codCanal=3&codIdioma=ES&indUltEvento=N";
        Request::get(format!("{}/canonico/eventos_envio_servicio/{number}?{query}", self.base_url))
            .header("accept", "application/json")
    }
}

impl Source for Correos {
    fn profile(&self) -> &'static Profile {
        &PROFILE
    }

    fn ask<'a>(&'a self, http: &'a Http, numbers: &'a [TrackingNumber]) -> BoxFuture<'a, CheckResult> {
        Box::pin(consult(http, Ok(self.request(numbers)), numbers, decode))
    }
}
