//! A Telegram bot: `sendMessage` of the Bot API. It knows no message again, and says in the body how long to wait.

use secrecy::{ExposeSecret, SecretString};
use serde::Deserialize;
use serde_json::json;

use super::http_answer::deliver;
use crate::notify::channel_settings::ChannelSettings;
use crate::notify::message::Message;
use crate::notify::outcome::Sent;
use crate::sources::{Http, Request};

/// Where bots are reached, unless the configuration names another server.
const SERVER: &str = "https://api.telegram.org";

/// Sends the title and the text as one message.
pub(super) async fn send(http: &Http, settings: &ChannelSettings, token: &SecretString, message: &Message) -> Sent {
    let server = if settings.address().is_empty() { SERVER } else { settings.address() };
    let text = [message.title.as_str(), &message.text].into_iter().filter(|part| !part.is_empty());
    let body = json!({
        "chat_id": settings.word("chat"),
        "text": text.collect::<Vec<_>>().join("\n"),
        "link_preview_options": { "is_disabled": true },
        "disable_notification": false,
    });
    let body = SecretString::from(body.to_string());
    // The token is part of the address, which is shown nowhere.
    let request = Request::post(format!("{server}/bot{}/sendMessage", token.expose_secret()));
    deliver(http, &request.secret_body("application/json", body, "a message"), asked).await
}

/// `parameters.retry_after`, in seconds.
fn asked(body: &[u8]) -> Option<u64> {
    #[derive(Deserialize)]
    struct Refusal {
        parameters: Parameters,
    }
    #[derive(Deserialize)]
    struct Parameters {
        retry_after: u64,
    }
    serde_json::from_slice::<Refusal>(body).ok().map(|refusal| refusal.parameters.retry_after)
}
