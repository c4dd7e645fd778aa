//! Standard input, where a command takes a text from there.

use std::io::Read;

use crate::cli::context::CommandContext;
use crate::cli::error::CliError;
use crate::domain::clean_text::MAX_NOTE;
use crate::t;

/// Everything from standard input, as far as a note or a letter can be long.
///
/// # Errors
/// It cannot be read, or is longer: half of it would be no evidence.
pub fn standard(context: &CommandContext) -> Result<String, CliError> {
    let mut bytes = Vec::new();
    let most = 8 * MAX_NOTE as u64;
    std::io::stdin().lock().take(most).read_to_end(&mut bytes).map_err(|error| {
        let what = t!(context.texts, "error-input", why = error.to_string());
        CliError::failed(what, t!(context.texts, "error-input-hint"))
    })?;
    let text = String::from_utf8_lossy(&bytes).into_owned();
    if text.chars().count() > MAX_NOTE {
        let what = t!(context.texts, "error-input-long", most = MAX_NOTE.to_string());
        return Err(CliError::failed(what, t!(context.texts, "error-input-long-hint")));
    }
    Ok(text)
}
