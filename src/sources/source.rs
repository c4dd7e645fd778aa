//! What the rest of the program knows of a source: that it can be asked, and what comes of it.

use futures_util::future::BoxFuture;

use super::http::Http;
use super::profile::Profile;
use crate::domain::{Reply, TrackingNumber, Trouble};

/// One exchange with a source: what was asked, what came back.
#[derive(Clone, Debug)]
pub struct Exchange {
    /// What was asked: method, address and body, without secrets.
    pub question: String,
    /// The HTTP status; 0 where a program answered.
    pub http_status: u16,
    /// The answer, byte for byte, as far as it was read.
    pub body: Vec<u8>,
}

/// What came of asking a source about some numbers.
#[derive(Debug)]
pub struct CheckResult {
    /// Every answer that came back, in order: kept, whatever it means.
    pub exchanges: Vec<Exchange>,
    /// One reply for each number that was answered for, or the trouble that stopped the whole question.
    pub result: Result<Vec<Reply>, Trouble>,
}

/// A source that can be asked.
pub trait Source: Send + Sync {
    /// What it is.
    fn profile(&self) -> &'static Profile;

    /// Gets what has to be there before it can be asked, its secrets: nothing is sent, and nothing spent.
    ///
    /// # Errors
    /// [`Trouble::SecretUnavailable`] where one cannot be had.
    fn prepare(&self) -> BoxFuture<'_, Result<(), Trouble>> {
        Box::pin(std::future::ready(Ok(())))
    }

    /// Asks about at most `profile().batch` numbers. Never panics, whatever comes back; each request it needs
    /// (one, for most sources) ends within the time limit of `http`.
    fn ask<'a>(&'a self, http: &'a Http, numbers: &'a [TrackingNumber]) -> BoxFuture<'a, CheckResult>;
}
