//! What became of a request that is not to arrive twice.

use super::response::Response;
use crate::domain::CleanText;

/// What became of a request that is not to arrive twice.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Delivery {
    /// An answer came, whatever its status.
    Answer(Response),
    /// It was surely not received.
    NotSent(CleanText),
    /// It may have been received.
    Unclear(CleanText),
}
