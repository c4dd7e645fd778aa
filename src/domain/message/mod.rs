//! Messages about a parcel to the seller or to the carrier: which one is called for, and which facts it can name.
//!
//! Pure: a parcel, its timeline and standings, the settings and the clock. The words are elsewhere, in the language
//! of the reader.

mod addressee;
mod choose_message;
mod message_facts;
mod situation;
#[cfg(test)]
mod tests;

use chrono::{DateTime, Utc};

pub use addressee::{Addressee, How, Language};
pub use choose_message::{MessageChoice, suggest, suggest_to};
pub use message_facts::{MessageFacts, Scan};
pub use situation::Situation;

use super::CleanText;

/// A message that was kept in a parcel's log, as it went out.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SentMessage {
    /// When.
    pub at: DateTime<Utc>,
    /// What it was about, to whom, in which language.
    pub choice: MessageChoice,
    /// How it left the program.
    pub how: How,
    /// The text; several lines.
    pub text: CleanText,
}

/// A message that the user has begun to change and not yet sent.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct UnsentMessage {
    /// When it was changed last.
    pub at: DateTime<Utc>,
    /// What it is about, to whom, in which language.
    pub choice: MessageChoice,
    /// The text so far; several lines.
    pub text: CleanText,
}
