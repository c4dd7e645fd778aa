//! `manifest.json`: the SHA-256 of every other file, and the chain that all answers stand in.

use serde::{Deserialize, Serialize};

use super::hash_and_time_format::{exact, sha256};
use super::input::EvidenceInput;
use super::pack_file::File;
use crate::store::{ChainCheck, hex};

/// Where the manifest is in a pack.
pub(super) const PATH: &str = "manifest.json";
/// The format's name and version.
pub(super) const FORMAT: &str = "posylka-evidence-1";

/// What a pack holds.
#[derive(Serialize, Deserialize, Clone, PartialEq, Eq, Debug)]
#[serde(deny_unknown_fields)]
pub(super) struct Manifest {
    /// [`FORMAT`].
    pub format: String,
    /// The version of the program that made it.
    pub program: String,
    /// When it was made, RFC 3339.
    pub created_at: String,
    /// The parcel's numbers.
    pub numbers: Vec<String>,
    /// Whether nothing was masked on purpose.
    pub full: bool,
    /// The chain of all answers in the database.
    pub chain: Chain,
    /// Every file but this one, in the order of the pack.
    pub files: Vec<Listed>,
}

/// The chain of answers at the time.
#[derive(Serialize, Deserialize, Clone, PartialEq, Eq, Debug)]
#[serde(deny_unknown_fields)]
pub(super) struct Chain {
    /// How many answers it holds, those about other parcels too.
    pub answers: u32,
    /// Its first value.
    pub first: Option<String>,
    /// Its last value.
    pub last: Option<String>,
    /// The first answer that is not as it came; `null`: all are.
    pub broken_at: Option<i64>,
}

/// A file of the pack.
#[derive(Serialize, Deserialize, Clone, PartialEq, Eq, Debug)]
#[serde(deny_unknown_fields)]
pub(super) struct Listed {
    /// Its path.
    pub path: String,
    /// Its length.
    pub bytes: u64,
    /// SHA-256 of its bytes.
    pub sha256: String,
}

impl Manifest {
    /// The manifest of these files.
    pub fn of(case: &EvidenceInput, files: &[File]) -> Self {
        let ends = case.history.chain;
        let broken_at = match case.chain {
            ChainCheck::Whole(_) => None,
            ChainCheck::Broken(id) => Some(id),
        };
        Self {
            format: FORMAT.to_owned(),
            program: env!("CARGO_PKG_VERSION").to_owned(),
            created_at: exact(case.now),
            numbers: case.numbers().into_iter().map(str::to_owned).collect(),
            full: case.full,
            chain: Chain {
                answers: ends.answers,
                first: ends.first.map(|hash| hex(&hash)),
                last: ends.last.map(|hash| hex(&hash)),
                broken_at,
            },
            files: files.iter().map(Listed::of).collect(),
        }
    }
}

impl Listed {
    fn of(file: &File) -> Self {
        Self { path: file.path.clone(), bytes: file.bytes.len() as u64, sha256: sha256(&file.bytes) }
    }
}
