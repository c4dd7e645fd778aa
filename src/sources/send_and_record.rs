//! Sends the requests of one question, and keeps every exchange.

use super::http::{Http, Request, Response};
use super::mask_secrets::masked;
use super::request_context::RequestContext;
use super::source::{CheckResult, Exchange};
use crate::domain::{Reply, Trouble};

/// Sends the requests of one question, and keeps every exchange.
pub(super) struct ExchangeRecorder<'a> {
    http: &'a Http,
    /// What the first request is built from.
    pub(super) context: RequestContext<'a>,
    exchanges: Vec<Exchange>,
}

impl<'a> ExchangeRecorder<'a> {
    /// For a question about the numbers of the context; nothing is sent yet.
    pub(super) fn new(http: &'a Http, context: RequestContext<'a>) -> Self {
        Self { http, context, exchanges: Vec::new() }
    }

    /// Sends one request, keeps the answer, whatever it is, and reads it.
    ///
    /// # Errors
    /// [`Trouble::Temporary`] where no answer came, [`Trouble::TooLarge`] where a larger one came than is read, or
    /// what the decoder says of status and body.
    pub(super) async fn send<T>(
        &mut self,
        request: &Request,
        decode: impl FnOnce(u16, &[u8]) -> Result<T, Trouble>,
    ) -> Result<T, Trouble> {
        let mut response = self.http.send(request).await?;
        response.body = masked(response.body, self.context.secrets);
        self.exchanges.push(Exchange {
            question: request.question(),
            http_status: response.status,
            body: response.body.clone(),
        });
        if response.truncated {
            return Err(Trouble::TooLarge);
        }
        decode(response.status, &response.body).map_err(|trouble| with_retry_after(trouble, &response))
    }

    /// The end of the question.
    pub(super) fn end(self, result: Result<Vec<Reply>, Trouble>) -> CheckResult {
        CheckResult { exchanges: self.exchanges, result }
    }
}

/// Adds to a rate limit how long it holds, which only the header says.
fn with_retry_after(trouble: Trouble, response: &Response) -> Trouble {
    match trouble {
        Trouble::RateLimited { retry_after: None } => Trouble::RateLimited { retry_after: response.retry_after },
        other => other,
    }
}
