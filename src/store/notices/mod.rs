//! The outbox: what is worth telling, written with the change that it tells of, and a queue for every channel.

mod channel_rows;
pub(super) mod facts_json;
pub(super) mod look;
mod loop_marks;
pub(super) mod outbox;
pub(super) mod queue;
pub(super) mod source_troubles;
pub(super) mod told_rows;
pub(super) mod types;
pub(super) mod write_news;
