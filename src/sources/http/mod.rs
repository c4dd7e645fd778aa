//! The one HTTP client: bounded in time and size, or replaced by a replay, or switched off.
//!
//! What a source says stays as it came; what goes wrong on the way becomes a [`Trouble`] in our own words, so
//! that no address, key or proxy password leaks through an error text.

mod live;
mod replay;
mod request;
mod response;

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use crate::domain::{CleanText, Trouble};

pub use replay::{ReplayAnswer, Replayer};
pub use request::{Method, Request};
pub use response::{Response, retry_after_seconds};

/// The most of an answer that is read, in bytes after decompression.
pub const MAX_BODY: usize = 8 * 1024 * 1024;
/// What is kept of an answer larger than [`MAX_BODY`], in bytes.
pub const KEPT_OF_TOO_LARGE: usize = 64 * 1024;

/// How the client reaches the outside.
#[derive(Clone)]
pub struct HttpSettings {
    /// A proxy's URL (`http`, `https`, `socks5`, `socks5h`); `None`: the usual environment variables count.
    pub proxy: Option<String>,
    /// The most a request may take in all, from the name look-up to the last byte.
    pub timeout: Duration,
    /// What the program calls itself.
    pub user_agent: String,
}

/// How questions reach the outside. Cheap to clone; clones share one client.
#[derive(Clone, Debug)]
pub struct Http(HttpBackend);

#[derive(Clone)]
enum HttpBackend {
    Live(Arc<live::Live>),
    Replay(Arc<Replayer>),
    Offline,
}

impl Http {
    /// Asks for real. Nothing is built before the first request.
    #[must_use]
    pub fn live(settings: HttpSettings) -> Self {
        Self(HttpBackend::Live(Arc::new(live::Live::new(settings))))
    }

    /// Answers from inside the program; for the demo and for tests.
    #[must_use]
    pub fn replay(replayer: Arc<Replayer>) -> Self {
        Self(HttpBackend::Replay(replayer))
    }

    /// Asks nobody: every request is a [`Trouble::Temporary`].
    #[must_use]
    pub fn offline() -> Self {
        Self(HttpBackend::Offline)
    }

    /// Whether nobody will be asked.
    #[must_use]
    pub fn is_offline(&self) -> bool {
        matches!(self.0, HttpBackend::Offline)
    }

    /// The most that a question may take; `None` where nobody outside is asked, so that no program may be either.
    #[must_use]
    pub fn patience(&self) -> Option<Duration> {
        match &self.0 {
            HttpBackend::Live(live) => Some(live.patience()),
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
            HttpBackend::Offline => Err(Trouble::Temporary { what: CleanText::line("offline") }),
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

impl fmt::Debug for HttpSettings {
    /// Without the proxy, whose address may hold a password.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("HttpSettings")
            .field("proxy", &self.proxy.as_ref().map(|_| "…"))
            .field("timeout", &self.timeout)
            .field("user_agent", &self.user_agent)
            .finish()
    }
}
