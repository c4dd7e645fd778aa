//! Acts on the plan: claims, asks within each source's limits, records, and tells what it does.
//!
//! A pass plans, puts its questions, follows handovers to their new numbers and ends. The loop runs passes when
//! something is due or ordered, and sleeps in between.

mod ask_question;
mod background_loop;
mod claim;
mod pass;
mod record_replies;
mod request_permit;
mod resources;
mod round_shared;
mod round_tasks;
mod settings;
mod shared_by_passes;
mod source_queue;
mod worker_messages;

pub use resources::Worker;
pub use settings::Settings;
pub use worker_messages::{PassReport, Progress, Skipped, WorkerCommand};
