//! Which source is due to be asked about which number, and the worker that asks.
//!
//! [`plan`] is pure: from what is watched, how the sources stand and the time it says who is asked what, and when
//! to look again. [`worker`] acts on it: claims, asks within each source's limits, records, tells its progress.

pub mod clock;
pub mod plan;
pub mod worker;

pub use clock::Clock;
pub use plan::{Question, RouteReason, Scope};
pub use worker::{PassReport, Progress, Settings, Skipped, Worker, WorkerCommand};
