//! What the tasks of one round of a pass share.

use std::sync::{Arc, Mutex};

use tokio::time::Instant;
use tokio_util::sync::CancellationToken;

use super::claim::LastAsked;
use super::shared_by_passes::Shared;
use super::{PassReport, Worker};
use crate::domain::TrackingNumber;

/// A round of a pass: all that its tasks need.
pub(super) struct Pass {
    pub(super) worker: Worker,
    pub(super) shared: Arc<Shared>,
    pub(super) seen: LastAsked,
    pub(super) stop: CancellationToken,
    pub(super) deadline: Instant,
    pub(super) report: Mutex<PassReport>,
    pub(super) new_numbers: Mutex<Vec<TrackingNumber>>,
}
