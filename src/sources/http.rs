//! The one HTTP client: bounded in time and size, or replaced by a replay.

/// How questions reach the outside.
#[derive(Clone, Debug)]
pub struct Http {}
