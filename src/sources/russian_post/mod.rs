//! Russian Post's single access: SOAP 1.2 (`rtm34`), with the user's own login and password.
//!
//! `getOperationHistory` (official): one number a request, a hundred requests a day for free. Login and password
//! stand in the body, so the question that is kept shows only what was asked.

mod decode;
mod fault;
mod operations;

use std::sync::Arc;
use std::time::Duration;

use futures_util::future::BoxFuture;
use quick_xml::escape::escape;
use secrecy::{ExposeSecret, SecretString};

use super::registry::Setup;
use super::single_request::consult;
use super::{CheckResult, Http, Ownership, Profile, Request, Role, Secrets, Source, s10_eligibility};
use crate::domain::number::{CheckDigitRule, expected};
use crate::domain::{TrackingNumber, Trouble};

pub use decode::decode;

/// Russian Post.
pub static PROFILE: Profile = Profile {
    id: "russian-post",
    name: "Почта России",
    fits: &fits,
    role: Role::Local(&["RU"]),
    secrets: &["login", "password"],
    batch: 1,
    parallel: 1,
    gap: Duration::from_secs(1),
    daily_budget: Some(100),
    monthly_budget: None,
    // Every look costs one of the hundred.
    min_interval: Duration::from_mins(30),
    base_url: "https://tracking.russianpost.ru",
    page: "https://www.pochta.ru/tracking?barcode={number}",
    key_hint: "register at tracking.pochta.ru: its access settings show the login and the password of the API",
};

/// Its own are those of S10 that end in RU, and its fourteen digits. It knows any other post's number once the
/// parcel is on its way to Russia.
fn fits(number: &TrackingNumber) -> Ownership {
    let text = number.as_str();
    let is_domestic = text.len() == 14
        && text.bytes().all(|b| b.is_ascii_digit())
        && expected(CheckDigitRule::GS1, &text.as_bytes()[..13]) == text.bytes().last();
    if is_domestic { Ownership::Own } else { s10_eligibility::fit(number, "RU") }
}

struct RussianPost {
    base_url: String,
    secrets: Secrets,
    /// `RUS` or `ENG`.
    language: &'static str,
}

pub(super) fn build(setup: Setup) -> Arc<dyn Source> {
    // Russian is the post's own language: it is asked for wherever English is not wanted.
    let language = if setup.language == Some("en") { "ENG" } else { "RUS" };
    Arc::new(RussianPost { base_url: setup.base_url, secrets: setup.secrets, language })
}

impl RussianPost {
    async fn request(&self, numbers: &[TrackingNumber]) -> Result<Request, Trouble> {
        let number = numbers.first().map(TrackingNumber::as_str).unwrap_or_default();
        let (login, password) = (self.secrets.get("login").await?, self.secrets.get("password").await?);
        let shown = format!("getOperationHistory Barcode={number} MessageType=0 Language={}", self.language);
        Ok(Request::post(format!("{}/rtm34", self.base_url)).secret_body(
            "application/soap+xml; charset=utf-8",
            envelope(number, self.language, &login, &password),
            shown,
        ))
    }
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

impl Source for RussianPost {
    fn profile(&self) -> &'static Profile {
        &PROFILE
    }

    fn ask<'a>(&'a self, http: &'a Http, numbers: &'a [TrackingNumber]) -> BoxFuture<'a, CheckResult> {
        Box::pin(async move { consult(http, self.request(numbers).await, numbers, decode).await })
    }
}
