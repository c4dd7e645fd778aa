//! What a pack is made of.

use chrono::{DateTime, Utc};

use super::mask;
use crate::domain::SourceId;
use crate::store::{ChainCheck, History};
use crate::texts::Texts;

/// Everything that a pack is made of.
pub struct EvidenceInput<'a> {
    /// What is kept about the parcel.
    pub history: &'a History,
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
    pub(super) fn seen(&self, text: &str) -> String {
        if self.full { text.to_owned() } else { mask::mask_contacts(text, &self.numbers()) }
    }

    /// The parcel's numbers: digits that are never taken for a phone number.
    pub(super) fn numbers(&self) -> Vec<&str> {
        self.history.dossier.parcel.numbers.iter().map(|held| held.number.as_str()).collect()
    }
}
