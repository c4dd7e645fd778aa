//! Russian Post's single access: SOAP 1.2 (`rtm34`), with the user's own login and password.
//!
//! `getOperationHistory` (official): one number a request, a hundred requests a day for free. Login and password
//! stand in the body, so the question that is kept shows only what was asked.
//!
//! Official: the specification at <https://tracking.pochta.ru> and
//! <https://tracking.pochta.ru/tracking-web-static/rtm34_wsdl.xml>, as of November 2026.

mod decode;
mod operation;
mod operation_states;
mod soap_fault;

use std::time::Duration;

use quick_xml::escape::escape;
use secrecy::{ExposeSecret, SecretString};

use super::http::Request;
use super::ownership::known_formats::by_format;
use super::ownership::ownership_rule::Ownership;
use super::ownership::s10_eligibility;
use super::profile::{Profile, Role};
use super::request_context::RequestContext;
use crate::domain::TrackingNumber;

pub use decode::decode;

/// Russian Post.
pub static PROFILE: Profile = Profile {
    id: "russian-post",
    name: "Почта России",
    ownership: &ownership,
    role: Role::Local(&["RU"]),
    secrets: &["login", "password"],
    gap: Duration::from_secs(1),
    daily_budget: Some(100),
    // Every look costs one of the hundred.
    min_interval: Duration::from_mins(30),
    base_url: "https://tracking.russianpost.ru",
    page: "https://www.pochta.ru/tracking?barcode={number}",
    key_hint: "register at tracking.pochta.ru: its access settings show the login and the password of the API",
    ..Profile::DEFAULT
};

/// Its own are those of S10 that end in RU, and its fourteen digits. It knows any other post's number once the
/// parcel is on its way to Russia.
fn ownership(number: &TrackingNumber) -> Ownership {
    by_format(number, "russian-post").max(s10_eligibility::of_post(number, "RU"))
}

/// One number in a SOAP envelope, with login and password. Russian is the post's own language: it is asked for
/// wherever English is not wanted.
pub(super) fn request(context: &RequestContext<'_>) -> Request {
    let (number, language) = (context.number(), if context.language == Some("en") { "ENG" } else { "RUS" });
    Request::post(format!("{}/rtm34", context.base_url)).secret_body(
        "application/soap+xml; charset=utf-8",
        envelope(number, language, &context.secret("login"), &context.secret("password")),
        format!("getOperationHistory Barcode={number} MessageType=0 Language={language}"),
    )
}

/// The request as the specification has it; `mustUnderstand` belongs to SOAP 1.1 there, too.
fn envelope(number: &str, language: &str, login: &SecretString, password: &SecretString) -> SecretString {
    let (login, password) = (escape(login.expose_secret()), escape(password.expose_secret()));
    SecretString::from(format!(
        "<soap:Envelope xmlns:soap=\"http://www.w3.org/2003/05/soap-envelope\" \
         xmlns:oper=\"http://russianpost.org/operationhistory\" \
         xmlns:data=\"http://russianpost.org/operationhistory/data\" \
         xmlns:soapenv=\"http://schemas.xmlsoap.org/soap/envelope/\">\
         <soap:Header/><soap:Body><oper:getOperationHistory>\
         <data:OperationHistoryRequest><data:Barcode>{number}</data:Barcode>\
         <data:MessageType>0</data:MessageType><data:Language>{language}</data:Language></data:OperationHistoryRequest>\
         <data:AuthorizationHeader soapenv:mustUnderstand=\"1\">\
         <data:login>{login}</data:login><data:password>{password}</data:password></data:AuthorizationHeader>\
         </oper:getOperationHistory></soap:Body></soap:Envelope>"
    ))
}
