//! Texts that are given for flags.

use crate::domain::CleanText;

/// Each text on one line and without control characters; empty ones are left out.
#[must_use]
pub fn lines(texts: &[String]) -> Vec<CleanText> {
    texts.iter().filter_map(|text| CleanText::some_line(text)).collect()
}
