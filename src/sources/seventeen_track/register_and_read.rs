//! Asking 17TRACK: reading numbers, and registering those that it does not have yet.

use std::time::Duration;

use futures_util::future::BoxFuture;
use serde_json::{Value, json};

use super::decode::{Registered, Tracks, decode_registration, decode_tracks, nothing_yet};
use crate::domain::{Reply, TrackingNumber, Trouble};
use crate::sources::decoding::replies::all_failed;
use crate::sources::http::Request;
use crate::sources::request_context::RequestContext;
use crate::sources::send_and_record::ExchangeRecorder;

/// Three requests a second are allowed (official).
pub(super) const GAP: Duration = Duration::from_millis(334);

/// Reads the numbers; registers those that 17TRACK does not have yet, and reads them again.
pub(in crate::sources) fn ask<'a>(
    recorder: &'a mut ExchangeRecorder<'_>,
) -> BoxFuture<'a, Result<Vec<Reply>, Trouble>> {
    Box::pin(async move {
        let Tracks { mut replies, unregistered } = read(recorder, recorder.context.numbers).await?;
        if unregistered.is_empty() {
            return Ok(replies);
        }
        // What was read already stays read, whatever becomes of the rest.
        match register(recorder, &unregistered).await {
            Ok((registered, refused)) => {
                replies.extend(refused);
                let read = read_registered(recorder, &registered).await;
                replies.extend(read.unwrap_or_else(|trouble| all_failed(&registered, &trouble)));
            }
            Err(trouble) => replies.extend(all_failed(&unregistered, &trouble)),
        }
        Ok(replies)
    })
}

fn request(context: &RequestContext<'_>, action: &str, items: Vec<Value>) -> Request {
    Request::post(format!("{}/track/v2.4/{action}", context.base_url))
        .secret_header("17token", context.secret("key"))
        .json(Value::Array(items))
}

async fn read(recorder: &mut ExchangeRecorder<'_>, numbers: &[TrackingNumber]) -> Result<Tracks, Trouble> {
    let items = numbers.iter().map(|number| json!({ "number": number.as_str() })).collect();
    let request = request(&recorder.context, "gettrackinfo", items);
    recorder.send(&request, |status, body| decode_tracks(numbers, status, body)).await
}

/// What is registered: the number, and the language that its texts are to be translated into (official: `lang`).
fn registration(number: &TrackingNumber, language: Option<&str>) -> Value {
    match language {
        Some(language) => json!({ "number": number.as_str(), "lang": language }),
        None => json!({ "number": number.as_str() }),
    }
}

/// Registers numbers; gives back those that are registered now, and replies about the others.
async fn register(
    recorder: &mut ExchangeRecorder<'_>,
    numbers: &[TrackingNumber],
) -> Result<(Vec<TrackingNumber>, Vec<Reply>), Trouble> {
    tokio::time::sleep(GAP).await;
    let items = numbers.iter().map(|number| registration(number, recorder.context.language)).collect();
    let request = request(&recorder.context, "register", items);
    let outcomes = recorder.send(&request, |status, body| decode_registration(numbers, status, body)).await?;
    let (mut registered, mut refused) = (Vec::new(), Vec::new());
    for Registered { number, outcome } in outcomes {
        match outcome {
            Ok(()) => registered.push(number),
            Err(trouble) => refused.push(Reply { number, result: Err(trouble) }),
        }
    }
    Ok((registered, refused))
}

/// Reads numbers that have just been registered. One that 17TRACK does not list yet has nothing to tell yet.
async fn read_registered(
    recorder: &mut ExchangeRecorder<'_>,
    numbers: &[TrackingNumber],
) -> Result<Vec<Reply>, Trouble> {
    if numbers.is_empty() {
        return Ok(Vec::new());
    }
    tokio::time::sleep(GAP).await;
    let mut tracks = read(recorder, numbers).await?;
    let waiting = tracks.unregistered.into_iter();
    tracks.replies.extend(waiting.map(|number| Reply { number, result: Ok(nothing_yet()) }));
    Ok(tracks.replies)
}
