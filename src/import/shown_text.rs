//! What is repeated of a file in a message.

use crate::domain::CleanText;

/// The most of a cell or a subject that is repeated, in characters.
const SHOWN: usize = 60;

/// A text as it is repeated in a message.
pub(super) fn shown(text: &str) -> CleanText {
    CleanText::line(&text.chars().take(SHOWN).collect::<String>())
}
