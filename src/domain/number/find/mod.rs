//! Numbers in any text: mails, chats, tables, links.

use std::ops::Range;

use super::TrackingNumber;
use super::context::Context;
use super::identify::Candidate;
use crate::domain::Clean;

/// A number found in a text.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Found {
    /// The number.
    pub number: TrackingNumber,
    /// What it may be, best first; at least one.
    pub candidates: Vec<Candidate>,
    /// Where it stands, in bytes of the given text; `None` where the text had to be decoded first.
    pub span: Option<Range<usize>>,
    /// The shop's order that stands beside it.
    pub order: Option<Clean>,
    /// The shop that is named beside it.
    pub shop: Option<Clean>,
}

/// The numbers of a text, in the order of their first appearance, each once.
#[must_use]
pub fn numbers_in(text: impl AsRef<[u8]>, context: &Context) -> Vec<Found> {
    let _ = (text.as_ref(), context);
    Vec::new()
}
