//! A pass in JSON.

use serde::Serialize;

use super::ParcelJson;

/// What one pass did.
#[derive(Serialize, Debug)]
pub struct SyncJson {
    /// How many checks were made: one source asked about one number.
    pub checked: usize,
    /// The parcels of which something material changed.
    pub changed: Vec<ParcelJson>,
    /// The checks that failed.
    pub failures: Vec<FailureJson>,
    /// The sources that are left alone for a while.
    pub paused: Vec<PausedJson>,
    /// The parcels that nobody can be asked about as things stand.
    pub unasked: Vec<UnaskedJson>,
}

/// A parcel that nobody can be asked about.
#[derive(Serialize, Debug)]
pub struct UnaskedJson {
    /// Its newest number.
    pub number: String,
    /// `pinned_off` or `no_source`.
    pub reason: &'static str,
    /// The sources that it is pinned to, none of which is on.
    pub sources: Vec<String>,
}

/// A check that failed.
#[derive(Serialize, Debug)]
pub struct FailureJson {
    /// Who was asked.
    pub source: String,
    /// About what.
    pub number: String,
    /// How it failed.
    pub outcome: &'static str,
    /// What the source or the network said.
    pub detail: Option<String>,
}

/// A source that is left alone for a while.
#[derive(Serialize, Debug)]
pub struct PausedJson {
    /// Who.
    pub source: String,
    /// Why.
    pub outcome: &'static str,
    /// Until when; `null`: until the user acts.
    pub until: Option<String>,
}
