//! Texts that are given for flags.

use crate::cli::context::{CommandContext, shown};
use crate::cli::error::CliError;
use crate::domain::CleanText;
use crate::domain::clean_text::MAX_NOTE;
use crate::t;

/// Each text on one line and without control characters; empty ones are left out.
#[must_use]
pub fn lines(texts: &[String]) -> Vec<CleanText> {
    texts.iter().filter_map(|text| CleanText::own_line(text)).collect()
}

/// Refuses a text that would not be kept whole.
///
/// # Errors
/// One of them is too long.
pub fn refuse_too_long<'a>(
    texts: impl IntoIterator<Item = &'a String>,
    context: &CommandContext,
) -> Result<(), CliError> {
    let Some(long) = texts.into_iter().find(|text| text.chars().count() > MAX_NOTE) else { return Ok(()) };
    let what = t!(context.texts, "error-text-long", text = shown(long), count = long.chars().count(), most = MAX_NOTE);
    Err(CliError::usage(what, t!(context.texts, "error-text-long-hint")))
}
