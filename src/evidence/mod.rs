//! The pack for a dispute: what was asked, what every source answered and when, in one file that shows whether
//! anybody changed it afterwards.
//!
//! Imports `domain`, `store`, `texts` and `wording`. Putting a pack together and checking one are pure: bytes out, bytes
//! in.

mod answers_index;
mod build_pack;
mod check_counts;
mod domain_text;
mod events_csv;
mod events_json;
mod html_page;
mod manifest;
mod mask;
mod messages;
mod parcel_facts;
mod silent_periods;
mod verify_pack;
mod zip_archive;

use chrono::{DateTime, SecondsFormat, Utc};
use sha2::{Digest, Sha256};

pub use build_pack::{Pack, PackError, pack};
pub use verify_pack::{PackDefect, Verified, verify};

use crate::domain::SourceId;
use crate::store::{ChainCheck, History, hex};
use crate::texts::Texts;

/// Everything that a pack is made of.
pub struct EvidenceInput<'a> {
    /// What is kept about the parcel.
    pub history: &'a History,
    /// Its events as `posylka show --json` prints them, newest first.
    pub events: &'a serde_json::Value,
    /// The letters in its log as `posylka show --json` prints them, newest first.
    pub messages: &'a serde_json::Value,
    /// Whether the kept answers are as they came.
    pub chain: ChainCheck,
    /// What a source is called.
    pub source_name: &'a dyn Fn(&SourceId) -> String,
    /// The language of the page.
    pub texts: &'a Texts,
    /// When the pack is made.
    pub now: DateTime<Utc>,
    /// Names, phone numbers and addresses stay in.
    pub full: bool,
}

impl EvidenceInput<'_> {
    /// Text from a source, without the phone numbers and mail addresses in it, unless they are wanted.
    fn seen(&self, text: &str) -> String {
        if self.full { text.to_owned() } else { mask::contacts(text, &self.numbers()) }
    }

    /// The parcel's numbers: digits that are never taken for a phone number.
    fn numbers(&self) -> Vec<&str> {
        self.history.dossier.parcel.numbers.iter().map(|held| held.number.as_str()).collect()
    }
}

/// SHA-256 in lower-case hexadecimal digits.
fn sha256(bytes: &[u8]) -> String {
    hex(&Sha256::digest(bytes))
}

/// 32 bytes from 64 lower-case hexadecimal digits.
fn unhex(text: &str) -> Option<[u8; 32]> {
    let mut bytes = [0; 32];
    for (byte, pair) in bytes.iter_mut().zip(text.as_bytes().chunks(2)) {
        *byte = u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok()?;
    }
    (hex(&bytes) == text).then_some(bytes)
}

/// An instant to the millisecond, as the chain counts it.
fn exact(time: DateTime<Utc>) -> String {
    time.to_rfc3339_opts(SecondsFormat::Millis, true)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hash_comes_back_from_its_digits_and_nothing_else_does() {
        let digits = sha256(b"abc");
        assert_eq!(digits, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        assert_eq!(unhex(&digits).map(|bytes| hex(&bytes)), Some(digits.clone()));
        for wrong in ["", "ba78", &digits.to_uppercase(), &digits.replace('b', "+"), &format!("{digits}00")] {
            assert_eq!(unhex(wrong), None, "{wrong}");
        }
    }
}
