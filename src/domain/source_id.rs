//! The identifier of a source, such as `cainiao` or `17track`.

use std::fmt;
use std::sync::Arc;

/// Who answers for a number: a post, a courier, an aggregator. Cheap to clone, ordered by name.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct SourceId(Arc<str>);

impl SourceId {
    /// The user, who may tell events too.
    #[must_use]
    pub fn user() -> Self {
        Self::new("user")
    }

    /// Wraps a source's identifier as configuration and database spell it.
    #[must_use]
    pub fn new(id: &str) -> Self {
        Self(Arc::from(id))
    }

    /// The identifier as it is written in configuration, JSON and the database.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for SourceId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl From<&str> for SourceId {
    fn from(id: &str) -> Self {
        Self::new(id)
    }
}
