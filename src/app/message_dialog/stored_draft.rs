//! What the store has of a message that was begun.

/// The text that is saved, as far as that is known.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) enum Saved {
    /// Nobody knows: it could not be saved.
    Unknown,
    /// This text, or nothing.
    As(Option<String>),
}
