//! What the worker works with.

use std::sync::Arc;

use super::Settings;
use crate::sources::{Http, Sources};
use crate::store::Store;
use crate::sync::Clock;

/// Asks the sources. Cheap to clone; clones share store, sources and client.
#[derive(Clone)]
pub struct Worker {
    /// Where claims, counts and answers are kept.
    pub store: Store,
    /// Who can be asked.
    pub sources: Arc<Sources>,
    /// How questions reach the outside.
    pub http: Http,
    /// What time it is.
    pub clock: Clock,
    /// Bounds of the work.
    pub settings: Settings,
}
