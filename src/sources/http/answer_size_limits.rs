//! How much of an answer is read and kept.

/// The most of an answer that is read, in bytes after decompression.
pub const MAX_BODY: usize = 8 * 1024 * 1024;
/// What is kept of an answer larger than [`MAX_BODY`], in bytes.
pub const KEPT_OF_TOO_LARGE: usize = 64 * 1024;
