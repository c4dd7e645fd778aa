//! `answers/index.json`: what was asked, when, and where the answer stands in the chain.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::hash_and_time_format::{exact, unhex};
use super::input::EvidenceInput;
use super::mask;
use crate::domain::SourceId;
use crate::store::{LinkedAnswer, StoredAnswer, hex};

/// Where the index is in a pack.
pub(super) const PATH: &str = "answers/index.json";

/// One kept answer.
#[derive(Serialize, Deserialize, Clone, PartialEq, Eq, Debug)]
#[serde(deny_unknown_fields)]
pub(super) struct IndexedAnswer {
    /// The file with the body.
    pub file: String,
    /// Its place in the chain.
    pub id: i64,
    /// Who answered.
    pub source: String,
    /// What was asked.
    pub question: String,
    /// When it was asked, RFC 3339 to the millisecond.
    pub asked_at: String,
    /// When the answer was there, RFC 3339 to the millisecond.
    pub answered_at: String,
    /// The HTTP status.
    pub http_status: u16,
    /// SHA-256 of the body as it came, also where the file is masked.
    pub body_sha256: String,
    /// Whether names, phone numbers and the like are left out of the file.
    pub masked: bool,
    /// The chain value of the answer before, of whichever parcel.
    pub previous_chain: String,
    /// The chain value of this answer.
    pub chain: String,
}

/// The index and the bodies, each with its path.
pub(super) fn bodies(case: &EvidenceInput) -> (Vec<IndexedAnswer>, Vec<(String, Vec<u8>)>) {
    case.history.answers.iter().map(|linked| one(case, linked)).unzip()
}

fn one(case: &EvidenceInput, linked: &LinkedAnswer) -> (IndexedAnswer, (String, Vec<u8>)) {
    let answer = &linked.answer;
    let body = if case.full { answer.body.clone() } else { mask::body(&answer.body, &case.numbers()) };
    let file = format!("answers/{:04}-{}.body", answer.id, file_name(answer.source.as_str()));
    let indexed = IndexedAnswer {
        file: file.clone(),
        id: answer.id,
        source: answer.source.to_string(),
        question: answer.question.clone(),
        asked_at: exact(answer.asked_at),
        answered_at: exact(answer.answered_at),
        http_status: answer.http_status,
        body_sha256: hex(&answer.body_hash),
        masked: body != answer.body,
        previous_chain: hex(&linked.previous),
        chain: hex(&answer.chain),
    };
    (indexed, (file, body))
}

/// A source's id as a part of a file name.
fn file_name(id: &str) -> String {
    id.chars().map(|c| if c.is_ascii_alphanumeric() || c == '-' { c } else { '_' }).collect()
}

impl IndexedAnswer {
    /// Whether the chain value is the one that follows from all the rest.
    pub fn is_linked(&self) -> bool {
        let whole = || {
            let previous = unhex(&self.previous_chain)?;
            let answer = self.stored()?;
            Some(answer.link_after(&previous) == answer.chain)
        };
        whole().unwrap_or(false)
    }

    /// The answer as the database has it, but for the body.
    fn stored(&self) -> Option<StoredAnswer> {
        Some(StoredAnswer {
            id: self.id,
            source: SourceId::new(&self.source),
            question: self.question.clone(),
            asked_at: instant(&self.asked_at)?,
            answered_at: instant(&self.answered_at)?,
            http_status: self.http_status,
            body: Vec::new(),
            body_hash: unhex(&self.body_sha256)?,
            chain: unhex(&self.chain)?,
        })
    }
}

fn instant(text: &str) -> Option<DateTime<Utc>> {
    DateTime::parse_from_rfc3339(text).ok().map(|time| time.to_utc())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn linked() -> IndexedAnswer {
        let mut answer = IndexedAnswer {
            file: String::new(),
            id: 7,
            source: "cainiao".to_owned(),
            question: "GET /x".to_owned(),
            asked_at: "2026-11-20T12:00:00.123Z".to_owned(),
            answered_at: "2026-11-20T12:00:01.000Z".to_owned(),
            http_status: 200,
            body_sha256: crate::evidence::hash_and_time_format::sha256(b"body"),
            masked: false,
            previous_chain: "00".repeat(32),
            chain: "00".repeat(32),
        };
        answer.chain = hex(&answer.stored().unwrap().link_after(&[0; 32]));
        answer
    }

    #[test]
    fn the_chain_holds_every_word_of_an_answer() {
        assert!(linked().is_linked());
        let wrong: [fn(&mut IndexedAnswer); 6] = [
            |a| a.question.push('y'),
            |a| a.asked_at = "2026-11-20T12:00:00.124Z".to_owned(),
            |a| a.answered_at = "yesterday".to_owned(),
            |a| a.http_status = 404,
            |a| a.body_sha256 = crate::evidence::hash_and_time_format::sha256(b"other"),
            |a| a.previous_chain = "11".repeat(32),
        ];
        for change in wrong {
            let mut answer = linked();
            change(&mut answer);
            assert!(!answer.is_linked(), "{answer:?}");
        }
    }
}
