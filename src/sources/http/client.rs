//! The one client, by where its answers come from.

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use super::delivery::Delivery;
use super::live::Live;
use super::replay::{self, Replayer};
use super::request::Request;
use super::response::Response;
use super::settings::HttpSettings;
use crate::domain::{Cause, Trouble};

/// How questions reach the outside. Cheap to clone; clones share one client.
#[derive(Clone, Debug)]
pub struct Http(HttpBackend);

#[derive(Clone)]
enum HttpBackend {
    Live(Arc<Live>),
    Replay(Arc<Replayer>),
    Offline,
}

impl Http {
    /// Asks for real. Nothing is built before the first request.
    #[must_use]
    pub fn live(settings: HttpSettings) -> Self {
        Self(HttpBackend::Live(Arc::new(Live::new(settings))))
    }

    /// Answers from inside the program; for the demo and for tests.
    #[must_use]
    pub fn replay(replayer: Arc<Replayer>) -> Self {
        Self(HttpBackend::Replay(replayer))
    }

    /// Sends nothing: every request is a [`Trouble::Temporary`].
    #[must_use]
    pub fn offline() -> Self {
        Self(HttpBackend::Offline)
    }

    /// Whether no request will be sent.
    #[must_use]
    pub fn is_offline(&self) -> bool {
        matches!(self.0, HttpBackend::Offline)
    }

    /// The most that a request may take; `None` where nothing outside may be asked, and so no program be run.
    #[must_use]
    pub fn timeout(&self) -> Option<Duration> {
        match &self.0 {
            HttpBackend::Live(live) => Some(live.timeout()),
            HttpBackend::Replay(_) | HttpBackend::Offline => None,
        }
    }

    /// Puts one request.
    ///
    /// # Errors
    /// [`Trouble::Temporary`] where no answer came. An answer with an error status is an answer.
    pub async fn send(&self, request: &Request) -> Result<Response, Trouble> {
        match &self.0 {
            HttpBackend::Live(live) => live.send(request).await,
            HttpBackend::Replay(replayer) => replay::send(replayer.as_ref(), request).await,
            HttpBackend::Offline => Err(Trouble::temporary(&Cause::Offline)),
        }
    }

    /// Puts one request that is not to arrive twice, and says whether it may have arrived where no answer came.
    pub async fn deliver(&self, request: &Request) -> Delivery {
        match &self.0 {
            HttpBackend::Live(live) => live.deliver(request).await,
            HttpBackend::Replay(replayer) => match replay::send(replayer.as_ref(), request).await {
                Ok(response) => Delivery::Answer(response),
                Err(trouble) => Delivery::Unclear(trouble.detail().unwrap_or_default()),
            },
            HttpBackend::Offline => Delivery::NotSent(Cause::Offline.text()),
        }
    }
}

impl fmt::Debug for HttpBackend {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Live(_) => "live",
            Self::Replay(_) => "replay",
            Self::Offline => "offline",
        })
    }
}
