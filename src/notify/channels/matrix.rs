//! A room of Matrix: `PUT …/send/m.room.message/{transaction}`. The same transaction is one message.

use std::fmt::Write;

use secrecy::{ExposeSecret, SecretString};
use serde::Deserialize;
use serde_json::json;

use super::http_answer::deliver;
use crate::notify::channel_settings::ChannelSettings;
use crate::notify::message::Message;
use crate::notify::outcome::Sent;
use crate::sources::{Http, Request};

/// Sends the title and the text as one message.
pub(super) async fn send(http: &Http, settings: &ChannelSettings, token: &SecretString, message: &Message) -> Sent {
    let (room, id) = (encoded(settings.word("room")), encoded(&message.id));
    let text = [message.title.as_str(), &message.text].into_iter().filter(|part| !part.is_empty());
    let body = json!({ "msgtype": "m.text", "body": text.collect::<Vec<_>>().join("\n") });
    let address = format!("{}/_matrix/client/v3/rooms/{room}/send/m.room.message/{id}", settings.address());
    let bearer = SecretString::from(format!("Bearer {}", token.expose_secret()));
    let request = Request::put(address).secret_header("authorization", bearer).secret_body(
        "application/json",
        SecretString::from(body.to_string()),
        "a message",
    );
    deliver(http, &request, asked).await
}

/// `retry_after_ms`, in full seconds.
fn asked(body: &[u8]) -> Option<u64> {
    #[derive(Deserialize)]
    struct Refusal {
        retry_after_ms: u64,
    }
    serde_json::from_slice::<Refusal>(body).ok().map(|refusal| refusal.retry_after_ms.div_ceil(1_000))
}

/// A part of a path.
fn encoded(text: &str) -> String {
    text.bytes().fold(String::new(), |mut out, byte| {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            out.push(char::from(byte));
        } else {
            let _ = write!(out, "%{byte:02X}");
        }
        out
    })
}
