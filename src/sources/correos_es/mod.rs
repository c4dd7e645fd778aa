//! Correos, the Spanish post, as its own locator asks for it.
//!
//! `GET /canonico/eventos_envio_servicio/{number}?…` (seen in one public client, 2026); keyless and undocumented.
//! Answers HTTP 200 whatever happens; an error stands in the body.

mod decode;
mod summary_phrases;

use std::time::Duration;

use super::http::Request;
use super::ownership::known_formats::own_format_or_s10;
use super::profile::{Profile, Role};
use super::request_context::RequestContext;

pub use decode::decode;

/// Correos. One number a request is all that its address can hold.
pub static PROFILE: Profile = Profile {
    id: "correos-es",
    name: "Correos",
    ownership: &|number| own_format_or_s10(number, "correos-es", "ES"),
    role: Role::Local(&["ES"]),
    gap: Duration::from_secs(2),
    base_url: "https://localizador.correos.es",
    page: "https://www.correos.es/es/es/herramientas/localizador/envios/detalle?tracking-number={number}",
    ..Profile::DEFAULT
};

/// One number, in the path; the query is the one of the post's own page.
pub(super) fn request(context: &RequestContext<'_>) -> Request {
    let (base_url, number) = (context.base_url, context.number());
    let query = "codAplicacion=60&codCanal=3&codIdioma=ES&indUltEvento=N";
    Request::get_json(format!("{base_url}/canonico/eventos_envio_servicio/{number}?{query}"))
}
