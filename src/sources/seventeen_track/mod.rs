//! 17TRACK's tracking API, version 2.4: an aggregator of some three thousand carriers, with the user's own key.
//!
//! A number is read with `gettrackinfo` (free), and only where 17TRACK does not have it yet registered (one unit
//! of quota) and read again. First data may take minutes to come (official), so an empty answer is no failure.
//!
//! Official: <https://asset.17track.net/api/document/v2.4_en/index.html>, and for error codes
//! <https://help.17track.net/hc/en-us/articles/37570440168473>, as of November 2026.

mod address_country;
mod decode;
mod error_codes;
mod event_time;
mod join_carrier_events;
mod register_and_read;
mod report;
mod status_words;
mod wire;

use super::profile::{Profile, Role};

pub use decode::{Registered, Tracks, decode, decode_registration, decode_tracks};
pub(super) use register_and_read::ask;

/// 17TRACK.
pub static PROFILE: Profile = Profile {
    id: "17track",
    name: "17TRACK",
    // Five to fifty letters and digits (official), which every number is.
    role: Role::Aggregator,
    secrets: &["key"],
    batch: 40,
    gap: register_and_read::GAP,
    // The quota counts registrations, not requests, and 17TRACK itself says when it is used up; reading is free, and
    // 17TRACK itself decides how often it asks the carrier: neither a budget nor a least interval.
    base_url: "https://api.17track.net",
    page: "https://t.17track.net/en#nums={number}",
    key_hint: "create a free account at api.17track.net and copy the security key from its settings",
    ..Profile::DEFAULT
};
