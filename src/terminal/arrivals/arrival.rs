//! What keys turned out to be.

use crate::app::Key;

/// A key that was typed, or a text that was pasted.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(in crate::terminal) enum Arrival {
    Key(Key),
    /// Lines end with `\n`, however they came.
    Paste(String),
}
