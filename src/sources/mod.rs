//! One file a source: what it is (a [`Profile`], data), how to ask it, how to read its answer.
//!
//! Wire formats never leave this room. `decode` functions are pure and survive any bytes; fetching is thin and
//! goes through the one [`Http`]. Imports `domain` only.

pub mod belpost;
pub mod cainiao;
mod central_european_time;
pub mod command_source;
pub mod correos_es;
pub mod dhl;
pub mod four_px;
pub mod http;
pub mod inpost;
pub mod kazpost;
pub mod la_poste;
mod lenient_json;
pub mod nova_poshta;
mod number_ownership;
mod number_shapes;
mod postal_phrases;
pub mod poste_italiane;
pub mod redact;
mod registry;
pub mod response_class;
pub mod russian_post;
mod s10_eligibility;
mod secret_lookup;
pub mod seventeen_track;
mod shared_decoding;
pub mod ship24;
mod single_request;
mod status_phrases;
pub mod track24;
pub mod upu;
mod upu_codes;
mod wall_time;
mod whole_list_checks;
mod xml_tree;

use std::fmt;
use std::time::Duration;

use futures_util::future::BoxFuture;

use crate::domain::{Reply, SourceId, TrackingNumber, Trouble};
pub use command_source::{CommandSource, CommandSourceSettings};
pub use http::{Http, HttpSettings, ReplayAnswer, Request, Response};
pub use registry::{Registered, SourceSettings, Sources, Switch, profiles, profiles_of};
pub use secret_lookup::{Secret, Secrets};

/// How many events are read about one number, newest first. Real parcels have some thirty; a longer list than this
/// is a mistake or mischief.
const MOST_EVENTS: usize = 1_000;

/// How a source relates to a number.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Ownership {
    /// It cannot answer for such a number.
    No,
    /// It may know the number.
    Possible,
    /// The number has this source's own format.
    Own,
}

/// What kind of source it is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Role {
    /// Knows the first leg of parcels from abroad.
    FirstLeg,
    /// A post or courier that delivers in these countries (ISO 3166-1 alpha-2).
    Local(&'static [&'static str]),
    /// Knows many carriers.
    Aggregator,
    /// Asked when nobody else knows the number.
    LastResort,
}

/// Tells how a source relates to a number. A plain function for those that are built in; those of the user's own
/// look it up in what the configuration says.
pub type OwnershipRule = &'static (dyn Fn(&TrackingNumber) -> Ownership + Send + Sync);

/// What a source is: data, not code.
pub struct Profile {
    /// The id used in configuration, JSON and the database.
    pub id: &'static str,
    /// The name shown to people.
    pub name: &'static str,
    /// How it relates to a number.
    pub fits: OwnershipRule,
    /// What kind of source it is, which decides when it is asked.
    pub role: Role,
    /// Which secrets it needs before it can be asked; empty: it works at once.
    pub secrets: &'static [&'static str],
    /// How many numbers one question may hold.
    pub batch: usize,
    /// How many questions may be under way at once.
    pub parallel: usize,
    /// Least time between the starts of two questions.
    pub gap: Duration,
    /// How many requests a day are allowed, where there is a limit.
    pub daily_budget: Option<u32>,
    /// How many requests a month are allowed, where there is such a limit.
    pub monthly_budget: Option<u32>,
    /// Least time between two checks of the same number, also when the user insists.
    pub min_interval: Duration,
    /// Where it answers, unless the configuration says otherwise.
    pub base_url: &'static str,
    /// The page for people; `{number}` stands for the number. Empty: there is none.
    pub page: &'static str,
    /// How to get a key, in one line; empty where none is needed.
    pub key_hint: &'static str,
}

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

    /// Whether an answer tells only the newest steps instead of the whole history: what it leaves out was not
    /// taken back then.
    fn partial_history(&self) -> bool {
        false
    }

    /// Asks about at most `profile().batch` numbers. Never panics, whatever comes back; each request it needs
    /// (one, for most sources) ends within the time limit of `http`.
    fn ask<'a>(&'a self, http: &'a Http, numbers: &'a [TrackingNumber]) -> BoxFuture<'a, CheckResult>;
}

impl Profile {
    /// The id as a domain value.
    #[must_use]
    pub fn source_id(&self) -> SourceId {
        SourceId::new(self.id)
    }

    /// The page where a person can look the number up.
    #[must_use]
    pub fn page_for(&self, number: &TrackingNumber) -> String {
        self.page.replace("{number}", number.as_str())
    }
}

impl fmt::Debug for Profile {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Profile").field("id", &self.id).finish_non_exhaustive()
    }
}

/// Puts one request and keeps the answer, whatever it is.
///
/// # Errors
/// Where no answer came ([`Trouble::Temporary`]), or a larger one than is read ([`Trouble::TooLarge`]).
async fn exchange(http: &Http, request: &Request, kept: &mut Vec<Exchange>) -> Result<Response, Trouble> {
    let response = http.send(request).await?;
    let body = response.body.clone();
    kept.push(Exchange { question: request.question(), http_status: response.status, body });
    if response.truncated { Err(Trouble::TooLarge) } else { Ok(response) }
}

/// Adds to a rate limit for how long it holds, which only the header knows.
fn with_retry_after(trouble: Trouble, response: &Response) -> Trouble {
    match trouble {
        Trouble::RateLimited { retry_after: None } => Trouble::RateLimited { retry_after: response.retry_after },
        other => other,
    }
}

/// What is said about each asked number that an answer passes over.
fn complete(mut replies: Vec<Reply>, asked: &[TrackingNumber], list: &str) -> Vec<Reply> {
    for number in asked {
        if !replies.iter().any(|reply| reply.number == *number) {
            let missing = response_class::not_understood(&format!("{list}: nothing about {number}"));
            replies.push(Reply { number: number.clone(), result: Err(missing) });
        }
    }
    replies
}
