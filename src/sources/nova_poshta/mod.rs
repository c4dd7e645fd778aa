//! Nova Poshta's API 2.0: keyless for tracking (official), a hundred numbers in one question, the newest status only.
//!
//! `POST /v2.0/json/` with model `TrackingDocument`, method `getStatusDocuments` (certain). The phone number that
//! would open the recipient's data is never sent. The answer has no history: what was said before is kept by the
//! store, one status at a time.
//!
//! Official: Nova Poshta's document "API 2.0", method `getStatusDocuments` ("Не вимагає використання API-ключа": no key
//! is needed), as of November 2026.

mod decode;
mod error_codes;
mod event_time;
mod status_codes;
mod wire;

use std::time::Duration;

use futures_util::future::BoxFuture;
use serde_json::{Value, json};

use super::decoding::replies::all_failed;
use super::http::Request;
use super::ownership::known_formats::by_format;
use super::profile::{History, Profile, Role};
use super::request_context::RequestContext;
use super::send_and_record::ExchangeRecorder;
use crate::domain::{Reply, TrackingNumber, Trouble};

pub use decode::decode;

/// No limit is published; an error about too many requests exists (seen once).
const GAP: Duration = Duration::from_millis(500);

/// Nova Poshta.
pub static PROFILE: Profile = Profile {
    id: "nova-poshta",
    name: "Nova Poshta",
    ownership: &|number| by_format(number, "nova-poshta"),
    role: Role::Local(&["UA"]),
    history: History::NewestOnly,
    batch: 100,
    gap: GAP,
    base_url: "https://api.novaposhta.ua",
    page: "https://novaposhta.ua/tracking/?cargo_number={number}",
    ..Profile::DEFAULT
};

/// All numbers in a JSON body, without a key and without a phone number.
fn request(context: &RequestContext<'_>) -> Request {
    let document = |number: &TrackingNumber| json!({ "DocumentNumber": number.as_str(), "Phone": "" });
    let documents: Vec<Value> = context.numbers.iter().map(document).collect();
    Request::post(format!("{}/v2.0/json/", context.base_url)).json(json!({
        "apiKey": "",
        "modelName": "TrackingDocument",
        "calledMethod": "getStatusDocuments",
        "methodProperties": { "Documents": documents },
    }))
}

/// Asks; where one malformed number had the whole question refused, asks once more without it.
pub(super) fn ask<'a>(recorder: &'a mut ExchangeRecorder<'_>) -> BoxFuture<'a, Result<Vec<Reply>, Trouble>> {
    Box::pin(async move {
        let context = recorder.context;
        let replies = send(recorder, &context).await?;
        let (mut settled, waiting): (Vec<_>, Vec<_>) =
            replies.into_iter().partition(|reply| !matches!(&reply.result, Err(Trouble::Temporary { .. })));
        if waiting.is_empty() || settled.is_empty() {
            settled.extend(waiting);
            return Ok(settled);
        }
        tokio::time::sleep(GAP).await;
        let rest: Vec<_> = waiting.into_iter().map(|reply| reply.number).collect();
        // What is settled stays settled, whatever becomes of the rest.
        let again = send(recorder, &context.about(&rest)).await;
        settled.extend(again.unwrap_or_else(|trouble| all_failed(&rest, &trouble)));
        Ok(settled)
    })
}

async fn send(recorder: &mut ExchangeRecorder<'_>, context: &RequestContext<'_>) -> Result<Vec<Reply>, Trouble> {
    recorder.send(&request(context), |status, body| decode(context.numbers, status, body)).await
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sources::ownership::ownership_rule::Ownership;

    #[test]
    fn only_its_own_numbers_are_claimed() {
        let fit = |text: &str| PROFILE.ownership_of(&TrackingNumber::parse(text).expect("a number"));
        for own in ["20 4500 0000 0017", "59000000000011", "10000000000017", "21000000000012", "51000000000015"] {
            assert_eq!(fit(own), Ownership::Own, "{own}");
        }
        for other in ["80000000000017", "2045000000001", "204500000000178", "RB900000022UA", "20450000000A17"] {
            assert_eq!(fit(other), Ownership::No, "{other}");
        }
    }
}
