//! Answers from inside the program.

use std::time::Duration;

use super::answer_size_limits::{KEPT_OF_TOO_LARGE, MAX_BODY};
use super::request::Request;
use super::response::Response;
use crate::domain::Trouble;

/// Answers a request without a network. Called once a request, from any thread.
pub type Replayer = dyn Fn(&Request) -> ReplayAnswer + Send + Sync;

/// What a replay gives back.
#[derive(Clone, Debug)]
pub struct ReplayAnswer {
    /// The answer, or why none came.
    pub result: Result<Response, Trouble>,
    /// How long the answer takes.
    pub delay: Duration,
}

impl ReplayAnswer {
    /// HTTP 200 with a JSON body, at once.
    #[must_use]
    pub fn json(body: impl Into<Vec<u8>>) -> Self {
        Self::status(200, body)
    }

    /// An answer with that status, at once.
    #[must_use]
    pub fn status(status: u16, body: impl Into<Vec<u8>>) -> Self {
        let content_type = Some("application/json".to_owned());
        let response = Response { status, content_type, body: body.into(), ..Response::default() };
        Self { result: Ok(response), delay: Duration::ZERO }
    }

    /// No answer.
    #[must_use]
    pub fn trouble(trouble: Trouble) -> Self {
        Self { result: Err(trouble), delay: Duration::ZERO }
    }

    /// The same, later.
    #[must_use]
    pub fn after(mut self, delay: Duration) -> Self {
        self.delay = delay;
        self
    }

    /// The same, with a Retry-After in seconds.
    #[must_use]
    pub fn retry_after(mut self, seconds: u64) -> Self {
        if let Ok(response) = &mut self.result {
            response.retry_after = Some(seconds);
        }
        self
    }
}

/// Answers, under the same limit of size as the live client.
pub(super) async fn send(replayer: &Replayer, request: &Request) -> Result<Response, Trouble> {
    let answer = replayer(request);
    if !answer.delay.is_zero() {
        tokio::time::sleep(answer.delay).await;
    }
    let mut response = answer.result?;
    if response.body.len() > MAX_BODY {
        response.body.truncate(KEPT_OF_TOO_LARGE);
        response.truncated = true;
    }
    Ok(response)
}
