//! A file inside a pack.

/// A path and what is in it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct File {
    /// Its path, with `/`.
    pub path: String,
    /// What is in it.
    pub bytes: Vec<u8>,
}
