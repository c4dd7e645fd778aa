//! The sources that are asked over HTTP: everything between what a source asks and how it reads the answer.

use futures_util::future::BoxFuture;

use super::http::{Http, Request};
use super::profile::Profile;
use super::request_context::RequestContext;
use super::secret_lookup::Secrets;
use super::send_and_record::ExchangeRecorder;
use super::source::{CheckResult, Source};
use super::source_settings::SourceSettings;
use crate::domain::{Reply, TrackingNumber, Trouble};

/// Builds the request about the numbers of the context.
pub(super) type BuildRequest = fn(&RequestContext<'_>) -> Request;
/// Reads an answer, given as HTTP status and body, about the asked numbers: one reply for each, or the trouble that
/// concerns all of them. Pure, and survives any bytes.
pub(super) type Decode = fn(&[TrackingNumber], u16, &[u8]) -> Result<Vec<Reply>, Trouble>;
/// Asks about the numbers of the recorder's context in as many requests as it takes.
pub(super) type AskInSteps = for<'a> fn(&'a mut ExchangeRecorder<'_>) -> BoxFuture<'a, Result<Vec<Reply>, Trouble>>;

/// A source that is asked over HTTP: what it is, what it asks, how it reads the answer.
#[derive(Clone, Copy)]
pub(super) struct HttpDefinition {
    pub(super) profile: &'static Profile,
    protocol: Protocol,
}

#[derive(Clone, Copy)]
enum Protocol {
    OneRequest { request: BuildRequest, decode: Decode },
    Steps(AskInSteps),
}

impl HttpDefinition {
    /// A source that answers everything about the numbers of a question in one request.
    pub(super) const fn one_request(profile: &'static Profile, request: BuildRequest, decode: Decode) -> Self {
        Self { profile, protocol: Protocol::OneRequest { request, decode } }
    }

    /// A source of which an answer decides what else has to be asked.
    pub(super) const fn in_steps(profile: &'static Profile, ask: AskInSteps) -> Self {
        Self { profile, protocol: Protocol::Steps(ask) }
    }
}

impl HttpDefinition {
    /// Reads an answer that was kept; `None` for a source of which one answer alone does not tell everything.
    pub(super) fn read_again(&self, numbers: &[TrackingNumber], status: u16, body: &[u8]) -> Option<Vec<Reply>> {
        match self.protocol {
            Protocol::OneRequest { decode, .. } => decode(numbers, status, body).ok(),
            Protocol::Steps(_) => None,
        }
    }
}

/// A source over HTTP with its settings.
pub(super) struct HttpSource {
    definition: HttpDefinition,
    base_url: String,
    secrets: Secrets,
    language: Option<&'static str>,
}

impl HttpSource {
    /// Sets it up; asks nothing and fetches no secret.
    pub(super) fn new(definition: HttpDefinition, settings: SourceSettings) -> Self {
        let base_url = settings.base_url.as_deref().unwrap_or(definition.profile.base_url);
        Self {
            definition,
            base_url: base_url.trim_end_matches('/').to_owned(),
            secrets: Secrets::new(definition.profile.id, settings.secrets),
            language: settings.language,
        }
    }
}

impl Source for HttpSource {
    fn profile(&self) -> &'static Profile {
        self.definition.profile
    }

    fn prepare(&self) -> BoxFuture<'_, Result<(), Trouble>> {
        Box::pin(async { self.secrets.all(self.profile().secrets).await.map(drop) })
    }

    fn ask<'a>(&'a self, http: &'a Http, numbers: &'a [TrackingNumber]) -> BoxFuture<'a, CheckResult> {
        Box::pin(async move {
            let secrets = match self.secrets.all(self.profile().secrets).await {
                Ok(secrets) => secrets,
                Err(trouble) => return CheckResult { exchanges: Vec::new(), result: Err(trouble) },
            };
            let (base_url, language) = (self.base_url.as_str(), self.language);
            let mut recorder =
                ExchangeRecorder::new(http, RequestContext { base_url, numbers, language, secrets: &secrets });
            let result = match self.definition.protocol {
                Protocol::OneRequest { request, decode } => {
                    let request = request(&recorder.context);
                    recorder.send(&request, |status, body| decode(numbers, status, body)).await
                }
                Protocol::Steps(ask) => ask(&mut recorder).await,
            };
            recorder.end(result)
        })
    }
}
