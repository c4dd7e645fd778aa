//! Sends a message on a channel, whatever its kind.

use chrono::{DateTime, Utc};
use secrecy::SecretString;

use super::webhook::WebhookSecrets;
use super::{command, email, gotify, matrix, ntfy, telegram, webhook};
use crate::notify::channel_settings::{ChannelKind, ChannelSettings};
use crate::notify::message::{Message, MostBytes};
use crate::notify::outcome::Sent;
use crate::sources::{Http, Secrets};

/// A channel that is not the terminal, ready to send.
pub(in crate::notify) struct Sender {
    pub settings: ChannelSettings,
    secrets: Secrets,
    http: Http,
}

/// The most that one takes of a text.
pub(in crate::notify) fn most_bytes(kind: ChannelKind) -> MostBytes {
    MostBytes(match kind {
        ChannelKind::Terminal | ChannelKind::Desktop => 1_000,
        // Beyond 4,096 bytes ntfy makes a file of it; Telegram takes 4,096 characters, the title among them.
        ChannelKind::Ntfy | ChannelKind::Telegram => 3_800,
        ChannelKind::Command
        | ChannelKind::Webhook
        | ChannelKind::Gotify
        | ChannelKind::Matrix
        | ChannelKind::Email => 30_000,
    })
}

impl Sender {
    pub fn new(settings: ChannelSettings, http: Http) -> Self {
        let secrets = Secrets::new(settings.name.clone(), settings.secrets.clone());
        Self { settings, secrets, http }
    }

    /// Sends one message; fetches the secrets when they are first needed.
    pub async fn send(&self, message: &Message, now: DateTime<Utc>) -> Sent {
        match self.settings.kind {
            ChannelKind::Terminal => Sent::no("there is no terminal here"),
            ChannelKind::Command => command::send(&self.settings, message).await,
            ChannelKind::Desktop => desktop(message).await,
            _ => self.send_with_secrets(message, now).await,
        }
    }

    async fn send_with_secrets(&self, message: &Message, now: DateTime<Utc>) -> Sent {
        let (http, settings) = (&self.http, &self.settings);
        let fetched = async {
            Ok::<_, String>([self.secret("token").await?, self.secret("password").await?, self.secret("secret").await?])
        };
        let [token, password, secret] = match fetched.await {
            Ok(secrets) => secrets,
            Err(why) => return Sent::no(why),
        };
        let (token, password, secret) = (token.as_ref(), password.as_ref(), secret.as_ref());
        match (settings.kind, token) {
            (ChannelKind::Ntfy, token) => ntfy::send(http, settings, token.or(password), message).await,
            (ChannelKind::Webhook, token) => {
                webhook::send(http, settings, &WebhookSecrets { token, secret }, message, now).await
            }
            (ChannelKind::Email, _) => email::send(settings, password, message).await,
            (ChannelKind::Telegram, Some(token)) => telegram::send(http, settings, token, message).await,
            (ChannelKind::Gotify, Some(token)) => gotify::send(http, settings, token, message).await,
            (ChannelKind::Matrix, Some(token)) => matrix::send(http, settings, token, message).await,
            _ => Sent::no("`token` is missing"),
        }
    }

    async fn secret(&self, name: &str) -> Result<Option<SecretString>, String> {
        if !self.settings.secrets.contains_key(name) {
            return Ok(None);
        }
        self.secrets.get(name).await.map(Some).map_err(|_| format!("`{name}` cannot be fetched"))
    }
}

#[cfg(feature = "desktop")]
async fn desktop(message: &Message) -> Sent {
    super::desktop::send(message).await
}

#[cfg(not(feature = "desktop"))]
#[expect(clippy::unused_async, reason = "in the shape of the one that sends")]
async fn desktop(_: &Message) -> Sent {
    Sent::no("this posylka was built without the feature `desktop`")
}
