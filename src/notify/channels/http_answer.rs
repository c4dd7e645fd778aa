//! What an answer of a server says of the message that was sent to it.

use std::time::Duration;

use crate::notify::outcome::Sent;
use crate::sources::{Delivery, Http, Request, Response};

/// Sends a request and reads its answer.
pub(super) async fn deliver(http: &Http, request: &Request, asks_in_body: fn(&[u8]) -> Option<u64>) -> Sent {
    match http.deliver(request).await {
        Delivery::Answer(response) => read(&response, asks_in_body),
        Delivery::NotSent(why) => Sent::no(why.to_string()),
        Delivery::Unclear(why) => Sent::Perhaps { why: why.to_string() },
    }
}

fn read(response: &Response, asks_in_body: fn(&[u8]) -> Option<u64>) -> Sent {
    let Response { status, retry_after, body, .. } = response;
    match status {
        200..=299 => Sent::Yes,
        // Somebody in between gave up: behind it the message may have arrived.
        502 | 504 => Sent::Perhaps { why: format!("HTTP {status}") },
        _ => {
            let asked = retry_after.or_else(|| asks_in_body(body)).map(Duration::from_secs);
            Sent::No { retry_after: asked, why: reason(*status) }
        }
    }
}

/// In words that say what to do, where the status tells.
fn reason(status: u16) -> String {
    match status {
        401 | 403 => format!("HTTP {status}: the secret is refused"),
        404 => format!("HTTP {status}: the address, chat or room is not there"),
        413 => format!("HTTP {status}: the message is too large"),
        429 => format!("HTTP {status}: too many messages"),
        _ => format!("HTTP {status}"),
    }
}

/// For servers that say in the header alone how long to wait.
pub(super) fn nothing_in_body(_: &[u8]) -> Option<u64> {
    None
}
