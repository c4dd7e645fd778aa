//! A mail by SMTP. The message's identity is its Message-ID, by which many a mail server knows it again.

use std::time::Duration;

use lettre::message::header::{ContentType, Header, HeaderName, HeaderValue};
use lettre::message::{Mailbox, Mailboxes};
use lettre::transport::smtp::authentication::Credentials;
use lettre::transport::smtp::client::{Tls, TlsParameters};
use lettre::{AsyncSmtpTransport, AsyncTransport, Tokio1Executor};
use reqwest::Url;
use secrecy::{ExposeSecret, SecretString};

use crate::notify::channel_settings::ChannelSettings;
use crate::notify::message::Message;
use crate::notify::outcome::Sent;

/// How long the server may take for each step.
const TIMEOUT: Duration = Duration::from_secs(30);

/// Says that a program wrote it, so that no other one answers (RFC 3834).
#[derive(Clone)]
struct AutoSubmitted;

impl Header for AutoSubmitted {
    fn name() -> HeaderName {
        HeaderName::new_from_ascii_str("Auto-Submitted")
    }

    fn parse(_: &str) -> Result<Self, Box<dyn std::error::Error + Send + Sync>> {
        Ok(Self)
    }

    fn display(&self) -> HeaderValue {
        HeaderValue::new(Self::name(), "auto-generated".to_owned())
    }
}

/// Sends the mail.
pub(super) async fn send(settings: &ChannelSettings, password: Option<&SecretString>, message: &Message) -> Sent {
    let mail = match mail(settings, message) {
        Ok(mail) => mail,
        Err(why) => return Sent::no(why),
    };
    let transport = match transport(settings, password) {
        Ok(transport) => transport,
        Err(why) => return Sent::no(why),
    };
    match tokio::time::timeout(TIMEOUT * 2, transport.send(mail)).await {
        Ok(Ok(_)) => Sent::Yes,
        // A server that has said no has not taken it.
        Ok(Err(error)) if error.is_permanent() || error.is_transient() => {
            let code = error.status().map(|code| code.to_string()).unwrap_or_default();
            Sent::no(format!("SMTP {code}"))
        }
        Ok(Err(error)) if error.is_tls() => Sent::no("SMTP: TLS failed"),
        Ok(Err(error)) if error.is_client() => Sent::no("SMTP: the server lacks what is needed"),
        Ok(Err(error)) if is_refused(&error) => Sent::no("SMTP: cannot connect"),
        Ok(Err(_)) => Sent::Perhaps { why: "SMTP: the connection broke off".to_owned() },
        Err(_) => Sent::Perhaps { why: format!("SMTP: no answer within {} s", TIMEOUT.as_secs() * 2) },
    }
}

/// Whether there was not even a connection.
fn is_refused(error: &lettre::transport::smtp::Error) -> bool {
    let mut next: Option<&(dyn std::error::Error + 'static)> = std::error::Error::source(error);
    while let Some(inner) = next {
        if let Some(io) = inner.downcast_ref::<std::io::Error>() {
            use std::io::ErrorKind::{ConnectionRefused, HostUnreachable, NetworkUnreachable};
            return matches!(io.kind(), ConnectionRefused | HostUnreachable | NetworkUnreachable);
        }
        next = inner.source();
    }
    false
}

fn mail(settings: &ChannelSettings, message: &Message) -> Result<lettre::Message, &'static str> {
    let from: Mailbox = settings.word("from").parse().map_err(|_| "`from` is no mail address")?;
    let to: Mailboxes = settings.word("to").parse().map_err(|_| "`to` is no mail address")?;
    let host = from.email.domain().to_owned();
    let mut builder = lettre::Message::builder()
        .from(from)
        .subject(message.title.as_str())
        .message_id(Some(format!("<{}@{host}>", message.id)))
        .header(AutoSubmitted)
        .header(ContentType::TEXT_PLAIN);
    for mailbox in to {
        builder = builder.to(mailbox);
    }
    let text = if message.text.is_empty() { message.title.clone() } else { message.text.clone() };
    builder.body(text).map_err(|_| "the mail cannot be put together")
}

/// `smtps://` is encrypted from the first byte, `smtp://` after STARTTLS; only to this machine itself it is not.
fn transport(
    settings: &ChannelSettings,
    password: Option<&SecretString>,
) -> Result<AsyncSmtpTransport<Tokio1Executor>, &'static str> {
    let url = Url::parse(settings.address()).map_err(|_| "`url` is not understood")?;
    let host = url.host_str().ok_or("`url` names no host")?.trim_matches(['[', ']']).to_owned();
    let parameters = || TlsParameters::new(host.clone()).map_err(|_| "TLS cannot be set up");
    let (tls, port) = match url.scheme() {
        "smtps" => (Tls::Wrapper(parameters()?), 465),
        _ if is_here(&host) => (Tls::None, 25),
        _ => (Tls::Required(parameters()?), 587),
    };
    let mut builder = AsyncSmtpTransport::<Tokio1Executor>::builder_dangerous(host)
        .port(url.port().unwrap_or(port))
        .tls(tls)
        .timeout(Some(TIMEOUT));
    if let (user, Some(password)) = (settings.word("user"), password) {
        builder = builder.credentials(Credentials::new(user.to_owned(), password.expose_secret().to_owned()));
    }
    Ok(builder.build())
}

fn is_here(host: &str) -> bool {
    host == "localhost" || host.parse::<std::net::IpAddr>().is_ok_and(|address| address.is_loopback())
}
