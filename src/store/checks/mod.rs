//! What the sources said: answers in their chain, events, standings, and what may be asked.

pub(super) mod answers;
pub(super) mod audit_log;
pub(super) mod claims;
pub(super) mod events;
pub(super) mod expected_days;
pub(super) mod handovers;
pub(super) mod hash_chain;
pub(super) mod known_events;
pub(super) mod plan_input;
pub(super) mod record;
pub(super) mod sign_of_life;
pub(super) mod source_event_list;
pub(super) mod source_state;
pub(super) mod standings;
pub(super) mod translated_duplicates;
pub(super) mod types;
pub(super) mod user_events;
mod verify_chain;
