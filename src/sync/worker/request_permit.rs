//! Permission for one request: within the source's gap and its budget, counted across programs.

use std::time::Duration;

use chrono::{DateTime, Utc};
use tokio::time::Instant;
use tokio_util::sync::CancellationToken;

use super::Worker;
use crate::sources::Profile;
use crate::store::{Allowance, RequestPermit, StoreError};

/// Whether a request may go out.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum PermitDecision {
    /// Now.
    Go,
    /// The budget is used up until then.
    Spent(DateTime<Utc>),
    /// Not within the time of this pass, or the pass was stopped.
    Late,
}

/// Waits for the source's gap, then counts the request. With a fixed clock nobody really waits.
pub(super) async fn obtain(
    worker: &Worker,
    profile: &'static Profile,
    deadline: Instant,
    stop: &CancellationToken,
) -> Result<PermitDecision, StoreError> {
    // A fixed clock would wait for ever: what is waited for counts as come.
    let mut waited_for = DateTime::<Utc>::MIN_UTC;
    loop {
        if stop.is_cancelled() || Instant::now() >= deadline {
            return Ok(PermitDecision::Late);
        }
        let now = worker.clock.now().max(waited_for);
        let source = profile.source_id();
        let allow = Allowance { daily: profile.daily_budget, monthly: profile.monthly_budget };
        let gap = profile.gap;
        match worker.store.call(move |db| db.spend(&source, now, allow, gap)).await? {
            RequestPermit::Go => return Ok(PermitDecision::Go),
            RequestPermit::Spent(until) => return Ok(PermitDecision::Spent(until)),
            RequestPermit::Wait(until) => {
                let wait = (until - now).to_std().unwrap_or(Duration::ZERO);
                // A claim must outlast the wait and the question after it.
                if wait > worker.settings.lease / 2 || Instant::now() + wait > deadline {
                    return Ok(PermitDecision::Late);
                }
                let wait = if worker.clock.is_fixed() { Duration::ZERO } else { wait };
                tokio::select! {
                    () = stop.cancelled() => return Ok(PermitDecision::Late),
                    () = tokio::time::sleep(wait) => waited_for = until,
                }
            }
        }
    }
}
