//! The one HTTP client: bounded in time and size, or replaced by a replay, or switched off.
//!
//! What a source says stays as it came; what goes wrong on the way becomes a [`Trouble`] in our own words, so
//! that no address, key or proxy password leaks through an error text.

mod answer_size_limits;
mod client;
mod delivery;
mod error_cause;
mod live;
mod proxy_in_use;
mod replay;
mod request;
mod response;
mod settings;

pub use answer_size_limits::{KEPT_OF_TOO_LARGE, MAX_BODY};
pub use client::Http;
pub use delivery::Delivery;
pub use replay::{ReplayAnswer, Replayer};
pub use request::{Method, Request};
pub use response::{Response, retry_after_seconds};
pub use settings::HttpSettings;
