//! What Nova Poshta refuses and why, in its own words and codes.

use serde_json::Value;

use super::wire::Envelope;
use crate::domain::{Reply, TrackingNumber, Trouble};
use crate::sources::decoding::report::unknown;
use crate::sources::decoding::worded_troubles::{not_understood, temporary};

/// The number has the wrong shape (seen in a recording).
const MALFORMED: &str = "20001401442";
/// There is no such document (seen once each).
const NOT_FOUND: [&str; 3] = ["20000500603", "20000300415", "20000200161"];
/// How much of the source's words goes into a trouble, in characters.
const QUOTED: usize = 200;

/// What the refusal of a question means for the numbers it passed over.
pub(super) fn replies(envelope: &Envelope, passed_over: &[&TrackingNumber]) -> Result<Vec<Reply>, Trouble> {
    let words = words(envelope);
    let lower = words.to_lowercase();
    if lower.contains("many requests") || lower.contains("throttl") {
        return Err(Trouble::RateLimited { retry_after: None });
    }
    let has = |code: &str| envelope.error_codes.iter().any(|words| words.as_str().trim() == code);
    let verdict = if NOT_FOUND.iter().any(|code| has(code)) {
        Ok(unknown())
    } else if has(MALFORMED) || lower.contains("document number is not correct") {
        Err(Trouble::MalformedNumber)
    } else {
        let codes: Vec<&str> = envelope.error_codes.iter().map(|code| code.as_str().trim()).collect();
        let quoted: String = words.chars().take(QUOTED).collect();
        return Err(not_understood(&format!("success: false {} {quoted}", codes.join(" "))));
    };
    let alone = passed_over.len() == 1;
    let blamed = |number: &TrackingNumber| alone || names(&words, number);
    // Where several were asked and none is named, there is no telling whom the refusal is about.
    if !passed_over.iter().any(|number| blamed(number)) {
        return Err(not_understood(&format!("success: false, about none of {} numbers", passed_over.len())));
    }
    let reply = |number: &&TrackingNumber| Reply {
        number: (*number).clone(),
        result: if blamed(number) { verdict.clone() } else { Err(temporary("refused for another number's sake")) },
    };
    Ok(passed_over.iter().map(reply).collect())
}

/// Whether the words name the number, as a word of its own.
fn names(words: &str, number: &TrackingNumber) -> bool {
    words.split(|c: char| !c.is_ascii_alphanumeric()).any(|word| word.eq_ignore_ascii_case(number.as_str()))
}

/// Everything that errors and warnings say.
fn words(envelope: &Envelope) -> String {
    let mut texts = Vec::new();
    for value in envelope.errors.iter().chain(&envelope.warnings) {
        match value {
            Value::String(text) => texts.push(text.clone()),
            Value::Object(fields) => {
                texts.extend(fields.iter().map(|(name, text)| format!("{name} {}", text.as_str().unwrap_or_default())));
            }
            _ => {}
        }
    }
    texts.join("; ")
}
