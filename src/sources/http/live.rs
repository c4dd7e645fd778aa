//! The real client. Built on first use, because TLS and proxies cost start-up time that most runs never need.

use std::sync::{Arc, OnceLock};
use std::time::Duration;

use chrono::Utc;
use reqwest::header::{CONTENT_TYPE, HeaderMap, RETRY_AFTER};
use reqwest::redirect::{Attempt, Policy};
use reqwest::{Client, NoProxy, Proxy, Url};
use rustls::pki_types::CertificateDer;
use rustls::pki_types::pem::PemObject;
use rustls::{ClientConfig, RootCertStore};

use super::answer_size_limits::{KEPT_OF_TOO_LARGE, MAX_BODY};
use super::delivery::Delivery;
use super::request::Request;
use super::response::{Response, retry_after_seconds};
use super::settings::HttpSettings;
use super::{error_cause, proxy_in_use};
use crate::domain::{Cause, Trouble};

/// How many redirects are followed.
const MAX_REDIRECTS: usize = 5;
/// The most that connecting may take, of the whole time.
const CONNECT: Duration = Duration::from_secs(10);

pub(super) struct Live {
    settings: HttpSettings,
    client: OnceLock<Result<Client, Cause>>,
}

impl Live {
    pub(super) fn new(settings: HttpSettings) -> Self {
        Self { settings, client: OnceLock::new() }
    }

    pub(super) fn timeout(&self) -> Duration {
        self.settings.timeout
    }

    pub(super) async fn send(&self, request: &Request) -> Result<Response, Trouble> {
        let client = self.client.get_or_init(|| build(&self.settings)).as_ref().map_err(Trouble::temporary)?;
        let trouble = |error: reqwest::Error| Trouble::temporary(&self.cause(&error));
        let answer = request.build(client).send().await.map_err(trouble)?;
        let status = answer.status().as_u16();
        let retry_after = text(answer.headers(), RETRY_AFTER).and_then(|v| retry_after_seconds(&v, Utc::now()));
        let content_type = text(answer.headers(), CONTENT_TYPE);
        let (body, truncated) = read(answer).await.map_err(trouble)?;
        Ok(Response { status, retry_after, content_type, body, truncated })
    }

    /// As [`Live::send`]; without an answer it says whether the request may have arrived.
    pub(super) async fn deliver(&self, request: &Request) -> Delivery {
        let client = match self.client.get_or_init(|| build(&self.settings)) {
            Ok(client) => client,
            Err(why) => return Delivery::NotSent(why.text()),
        };
        let words = |error: &reqwest::Error| self.cause(error).text();
        let answer = match request.build(client).send().await {
            Ok(answer) => answer,
            Err(error) if error.is_connect() || error.is_builder() => return Delivery::NotSent(words(&error)),
            Err(error) => return Delivery::Unclear(words(&error)),
        };
        let status = answer.status().as_u16();
        let retry_after = text(answer.headers(), RETRY_AFTER).and_then(|v| retry_after_seconds(&v, Utc::now()));
        let content_type = text(answer.headers(), CONTENT_TYPE);
        // The status tells what is wanted to be known; a body that breaks off changes nothing of it.
        let (body, truncated) = read(answer).await.unwrap_or_default();
        Delivery::Answer(Response { status, retry_after, content_type, body, truncated })
    }

    /// What went wrong, in our own words: the library's texts name the address.
    fn cause(&self, error: &reqwest::Error) -> Cause {
        let is_proxied = proxy_in_use::applies_to(self.settings.proxy.as_deref(), error.url());
        error_cause::of(error, self.settings.timeout, is_proxied)
    }
}

fn text(headers: &HeaderMap, name: reqwest::header::HeaderName) -> Option<String> {
    Some(headers.get(name)?.to_str().ok()?.to_owned())
}

/// Reads a body as far as [`MAX_BODY`], counted after decompression; says whether there was more.
async fn read(mut answer: reqwest::Response) -> Result<(Vec<u8>, bool), reqwest::Error> {
    let mut body = Vec::new();
    while let Some(chunk) = answer.chunk().await? {
        if body.len() + chunk.len() > MAX_BODY {
            body.extend_from_slice(&chunk);
            body.truncate(KEPT_OF_TOO_LARGE);
            body.shrink_to_fit();
            return Ok((body, true));
        }
        body.extend_from_slice(&chunk);
    }
    Ok((body, false))
}

fn build(settings: &HttpSettings) -> Result<Client, Cause> {
    if settings.proxy.is_none() && proxy_in_use::has_vague_scheme() {
        return Err(Cause::ProxyScheme);
    }
    let mut builder = Client::builder()
        .tls_backend_preconfigured(tls()?)
        .user_agent(&settings.user_agent)
        .timeout(settings.timeout)
        .connect_timeout(CONNECT.min(settings.timeout))
        .redirect(Policy::custom(follow))
        .pool_idle_timeout(Duration::from_secs(30));
    if let Some(proxy) = &settings.proxy {
        let proxy = Proxy::all(proxy).map_err(|_| Cause::ProxyAddress)?;
        builder = builder.proxy(proxy.no_proxy(NoProxy::from_env()));
    }
    builder.build().map_err(|_| Cause::CannotConnect)
}

/// TLS with the roots compiled in, so that a host without a CA store works; a store named by `SSL_CERT_FILE` is
/// added to them.
fn tls() -> Result<ClientConfig, Cause> {
    let mut roots: RootCertStore = webpki_roots::TLS_SERVER_ROOTS.iter().cloned().collect();
    if let Some(file) = std::env::var_os("SSL_CERT_FILE")
        && let Ok(certificates) = CertificateDer::pem_file_iter(file)
    {
        roots.add_parsable_certificates(certificates.filter_map(Result::ok));
    }
    let mut config = ClientConfig::builder_with_provider(Arc::new(rustls::crypto::ring::default_provider()))
        .with_safe_default_protocol_versions()
        .map_err(|_| Cause::Tls)?
        .with_root_certificates(roots)
        .with_no_client_auth();
    config.alpn_protocols = vec![b"h2".to_vec(), b"http/1.1".to_vec()];
    Ok(config)
}

/// Follows redirects within one host only: a key in a header must not travel to another one, and a source that
/// sends us elsewhere is sending us to a page for people.
fn follow(attempt: Attempt<'_>) -> reqwest::redirect::Action {
    if attempt.previous().len() > MAX_REDIRECTS {
        return attempt.error("too many redirects");
    }
    let stays = attempt.previous().last().is_some_and(|from| same_site(from, attempt.url()));
    if stays { attempt.follow() } else { attempt.stop() }
}

/// Same host, and not from an encrypted connection to an open one, nor to another port of the same kind.
fn same_site(from: &Url, to: &Url) -> bool {
    let upgrade = from.scheme() == "http" && to.scheme() == "https";
    let same = from.scheme() == to.scheme() && from.port_or_known_default() == to.port_or_known_default();
    from.host_str() == to.host_str() && (upgrade || same)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn url(text: &str) -> Url {
        Url::parse(text).expect("a URL")
    }

    #[test]
    fn a_key_never_follows_a_redirect_to_another_site() {
        let from = url("https://api.example.org/a");
        assert!(same_site(&from, &url("https://api.example.org/b")));
        assert!(same_site(&url("http://api.example.org/a"), &from));
        assert!(!same_site(&from, &url("https://evil.example/a")));
        assert!(!same_site(&from, &url("http://api.example.org/a")));
        assert!(!same_site(&from, &url("https://api.example.org:8443/a")));
    }
}
