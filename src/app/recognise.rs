//! What a typed or pasted text is taken for. The one place that asks `domain::number` about it.

use crate::domain::number::NotANumber;
use crate::domain::{Clean, Country, TrackingNumber};

/// A piece of text that may be a number.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Recognised {
    /// The piece as it was given.
    pub text: Clean,
    /// The number, or what is wrong.
    pub number: Result<TrackingNumber, NotANumber>,
    /// The format or carrier it is taken for, where one is known.
    pub format: Option<Clean>,
    /// The one firm correction of a mistyped number.
    pub suggestion: Option<TrackingNumber>,
}

/// Takes the numbers out of a text, each once. A text without any says what is wrong with it as a whole.
pub(super) fn recognise(text: &str, home: Option<Country>) -> Vec<Recognised> {
    let _ = home;
    let mut found: Vec<Recognised> = Vec::new();
    for piece in text.split(|c: char| c.is_whitespace() || ",;".contains(c)) {
        let Ok(number) = TrackingNumber::parse(piece) else { continue };
        if !found.iter().any(|f| f.number.as_ref() == Ok(&number)) {
            found.push(Recognised { text: Clean::line(piece), number: Ok(number), format: None, suggestion: None });
        }
    }
    if found.is_empty() && !text.trim().is_empty() {
        let number = TrackingNumber::parse(text);
        found.push(Recognised { text: Clean::line(text), number, format: None, suggestion: None });
    }
    found
}
