//! A Gotify server: `POST /message` with an application's token.

use secrecy::SecretString;
use serde_json::json;

use super::http_answer::{deliver, nothing_in_body};
use crate::notify::channel_settings::ChannelSettings;
use crate::notify::message::Message;
use crate::notify::outcome::Sent;
use crate::sources::{Http, Request};

/// Posts the message.
pub(super) async fn send(http: &Http, settings: &ChannelSettings, token: &SecretString, message: &Message) -> Sent {
    let text = if message.text.is_empty() { &message.title } else { &message.text };
    let body = json!({ "title": message.title, "message": text, "priority": if message.urgent { 8 } else { 5 } });
    let request = Request::post(format!("{}/message", settings.address()))
        .secret_header("x-gotify-key", token.clone())
        .secret_body("application/json", SecretString::from(body.to_string()), "a message");
    deliver(http, &request, nothing_in_body).await
}
