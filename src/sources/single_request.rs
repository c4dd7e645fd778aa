//! What sources have in common that answer one request with everything there is about one number.

use super::{CheckResult, Http, Request, complete, exchange, with_retry_after};
use crate::domain::{CleanText, Event, Finding, Reply, Report, ReportedFacts, State, TrackingNumber, Trouble};

/// Reads an answer: see [`super::Source`].
pub(super) type Decode = fn(&[TrackingNumber], u16, &[u8]) -> Result<Vec<Reply>, Trouble>;

/// Puts one request and reads its answer. Without a request (a secret is missing) nobody is asked.
pub(super) async fn consult(
    http: &Http,
    request: Result<Request, Trouble>,
    numbers: &[TrackingNumber],
    decode: Decode,
) -> CheckResult {
    let mut exchanges = Vec::new();
    let result = match request {
        Ok(request) => exchange(http, &request, &mut exchanges).await.and_then(|response| {
            decode(numbers, response.status, &response.body).map_err(|trouble| with_retry_after(trouble, &response))
        }),
        Err(trouble) => Err(trouble),
    };
    CheckResult { exchanges, result }
}

/// The replies of an answer that is about the first asked number only.
pub(super) fn about_first(asked: &[TrackingNumber], result: Result<Report, Trouble>) -> Vec<Reply> {
    let replies = asked.first().map(|number| Reply { number: number.clone(), result }).into_iter().collect();
    complete(replies, asked, "one number a question")
}

/// What is said of a number that the source does not know.
pub(super) fn unknown() -> Report {
    Report { finding: Finding::Unknown, events: Vec::new() }
}

/// A report from events, newest first, with the state and the words of the newest that speaks of one.
pub(super) fn known(events: Vec<Event>, facts: ReportedFacts) -> Report {
    let (state, status_text) = spoken(&events);
    Report { finding: Finding::Known(Box::new(ReportedFacts { state, status_text, ..facts })), events }
}

/// The state of the newest event that speaks of one, and its words; in transit at most where none does.
pub(super) fn spoken(events: &[Event]) -> (Option<State>, Option<CleanText>) {
    match events.iter().find_map(|event| Some((event.state?, event.text.clone()))) {
        Some((state, words)) => (Some(state), Some(words)),
        None => match events.first() {
            Some(newest) => (Some(State::UNDERWAY), Some(newest.text.clone())),
            None => (None, None),
        },
    }
}

/// The status as [`super::response_class::refusal`] is to see it: one of those that this source uses for an answer in
/// its own shape counts as success, so that the body is read.
pub(super) fn read_as(status: u16, answers: &[u16]) -> u16 {
    if answers.contains(&status) { 200 } else { status }
}
