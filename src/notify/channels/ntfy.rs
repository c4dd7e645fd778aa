//! ntfy: the body is the text, everything else stands in headers. A message with the same sequence takes the place of
//! the one before (from ntfy 2.16 on).

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use secrecy::{ExposeSecret, SecretString};

use super::http_answer::{deliver, nothing_in_body};
use crate::notify::channel_settings::ChannelSettings;
use crate::notify::message::Message;
use crate::notify::outcome::Sent;
use crate::sources::{Http, Request};

/// Posts the text to the topic's address.
pub(super) async fn send(
    http: &Http,
    settings: &ChannelSettings,
    token: Option<&SecretString>,
    message: &Message,
) -> Sent {
    let text = if message.text.is_empty() { &message.title } else { &message.text };
    let mut request = Request::post(settings.address())
        .header("title", header(&message.title))
        .header("priority", if message.urgent { "high" } else { "default" })
        .header("tags", "package")
        .header("x-sequence-id", message.id.clone())
        .secret_body("text/plain; charset=utf-8", SecretString::from(text.as_str()), "a message");
    if let Some(token) = token {
        let value = match settings.word("user") {
            "" => format!("Bearer {}", token.expose_secret()),
            user => format!("Basic {}", STANDARD.encode(format!("{user}:{}", token.expose_secret()))),
        };
        request = request.secret_header("authorization", SecretString::from(value));
    }
    deliver(http, &request, nothing_in_body).await
}

/// A header holds ASCII only: other letters go as an encoded word (RFC 2047), which ntfy reads.
fn header(text: &str) -> String {
    if text.is_ascii() { text.to_owned() } else { format!("=?UTF-8?B?{}?=", STANDARD.encode(text)) }
}
