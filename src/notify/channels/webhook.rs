//! Any address: the message as JSON, with its identity as `Idempotency-Key`, signed where there is a secret.
//!
//! The signature is the HMAC-SHA256 of `timestamp.body` in hexadecimal, so that an old message cannot be played back.

use chrono::{DateTime, Utc};
use ring::hmac;
use secrecy::{ExposeSecret, SecretString};

use super::http_answer::{deliver, nothing_in_body};
use crate::notify::channel_settings::ChannelSettings;
use crate::notify::message::Message;
use crate::notify::outcome::Sent;
use crate::sources::{Http, Request};
use crate::store::hex;

/// What a webhook may need.
pub(super) struct WebhookSecrets<'a> {
    /// Goes as `Authorization: Bearer`.
    pub token: Option<&'a SecretString>,
    /// Signs the body.
    pub secret: Option<&'a SecretString>,
}

/// Posts the message.
pub(super) async fn send(
    http: &Http,
    settings: &ChannelSettings,
    secrets: &WebhookSecrets<'_>,
    message: &Message,
    now: DateTime<Utc>,
) -> Sent {
    let Ok(body) = serde_json::to_string(message) else { return Sent::no("the message cannot be written as JSON") };
    let stamp = now.timestamp().to_string();
    let mut request = Request::post(settings.address())
        .header("idempotency-key", message.id.clone())
        .header("x-posylka-timestamp", stamp.clone());
    if let Some(secret) = secrets.secret {
        request = request.header("x-posylka-signature", format!("sha256={}", sign(secret, &stamp, &body)));
    }
    if let Some(token) = secrets.token {
        let value = SecretString::from(format!("Bearer {}", token.expose_secret()));
        request = request.secret_header("authorization", value);
    }
    let request = request.secret_body("application/json", SecretString::from(body), "a message");
    deliver(http, &request, nothing_in_body).await
}

fn sign(secret: &SecretString, stamp: &str, body: &str) -> String {
    let key = hmac::Key::new(hmac::HMAC_SHA256, secret.expose_secret().as_bytes());
    let tag = hmac::sign(&key, format!("{stamp}.{body}").as_bytes());
    hex(tag.as_ref())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_signature_is_what_any_library_makes_of_it() {
        // printf '1790000000.{}' | openssl dgst -sha256 -hmac key
        let wanted = "099d33989336226b12c85da813adf6100e1bbab1e91bede9a41ddeb7882d66b8";
        let signed = sign(&SecretString::from("key"), "1790000000", "{}");
        assert_eq!(signed, wanted);
    }
}
