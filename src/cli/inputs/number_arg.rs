//! Track numbers that are given as arguments.

use crate::cli::context::{CommandContext, shown};
use crate::cli::error::CliError;
use crate::cli::text_output::number_text;
use crate::cli::text_output::stdout_abilities::talk;
use crate::domain::TrackingNumber;
use crate::error_messages::number_error;
use crate::t;

/// A number as the user wrote it; a suspicious one is talked about and taken all the same.
///
/// # Errors
/// It cannot be one.
pub fn read(text: &str, context: &CommandContext) -> Result<TrackingNumber, CliError> {
    let texts = &context.texts;
    let number = TrackingNumber::parse(text).map_err(|error| {
        let what = t!(texts, "error-number", number = shown(text), why = number_error(texts, error));
        let hint = number_text::first_correction(text, context).unwrap_or_else(|| t!(texts, "error-number-hint"));
        CliError::usage(what, hint)
    })?;
    // A number with a wrong check digit is taken all the same: carriers break their own rules.
    if let Some(warning) = number_text::warning(&number, context) {
        talk(&warning);
    }
    Ok(number)
}
