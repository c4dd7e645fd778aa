//! Poste Italiane, as its own "Dovequando" asks for it.
//!
//! `POST /online/dovequando/DQ-REST/ricercasemplice` with a JSON body (certain: two independent clients); keyless
//! and undocumented.

mod decode;
mod movement_phrases;

use std::time::Duration;

use serde_json::json;

use super::http::Request;
use super::ownership::known_formats::own_format_or_s10;
use super::profile::{Profile, Role};
use super::request_context::RequestContext;

pub use decode::decode;

/// Poste Italiane. One number a request is all that its question can hold.
pub static PROFILE: Profile = Profile {
    id: "poste-italiane",
    name: "Poste Italiane",
    ownership: &|number| own_format_or_s10(number, "poste-italiane", "IT"),
    role: Role::Local(&["IT"]),
    gap: Duration::from_secs(2),
    base_url: "https://www.poste.it",
    page: "https://www.poste.it/cerca/index.html#/risultati-spedizioni/{number}",
    ..Profile::DEFAULT
};

/// One number, in a JSON body.
pub(super) fn request(context: &RequestContext<'_>) -> Request {
    let body = json!({ "codiceSpedizione": context.number(), "tipoRichiedente": "WEB", "periodoRicerca": 1 });
    Request::post_json(format!("{}/online/dovequando/DQ-REST/ricercasemplice", context.base_url), body)
}
