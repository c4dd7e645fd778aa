//! What is wrong with a command line, in another language than clap's.

use clap::Error;
use clap::error::{ContextKind, ContextValue, ErrorKind};

use crate::error_messages::ErrorMessage;
use crate::texts::HelpTexts;

/// The sentence and what to do about it; `None` for what clap alone can say.
#[must_use]
pub fn message(error: &Error, texts: &HelpTexts) -> Option<ErrorMessage> {
    let of = |kind| error.get(kind).map(plain).filter(|text| !text.is_empty());
    let argument = of(ContextKind::InvalidArg).unwrap_or_default();
    let value = of(ContextKind::InvalidValue);
    let what = match error.kind() {
        ErrorKind::UnknownArgument => texts.get("usage-unknown-argument", [("argument", &argument)]),
        ErrorKind::InvalidSubcommand => {
            texts.get("usage-unknown-command", [("command", &of(ContextKind::InvalidSubcommand).unwrap_or_default())])
        }
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => match value {
            Some(value) => texts.get("usage-wrong-value", [("value", &value), ("argument", &argument)]),
            None => texts.get("usage-no-value", [("argument", &argument)]),
        },
        ErrorKind::NoEquals | ErrorKind::TooFewValues => texts.get("usage-no-value", [("argument", &argument)]),
        ErrorKind::TooManyValues | ErrorKind::WrongNumberOfValues => {
            texts.get("usage-too-many", [("argument", &argument), ("value", &value.unwrap_or_default())])
        }
        ErrorKind::MissingRequiredArgument => texts.get("usage-missing", [("arguments", &argument)]),
        ErrorKind::MissingSubcommand => texts.get("usage-missing-command", []),
        ErrorKind::ArgumentConflict => {
            let other = of(ContextKind::PriorArg).unwrap_or_default();
            texts.get("usage-conflict", [("argument", &argument), ("other", &other)])
        }
        ErrorKind::InvalidUtf8 => texts.get("usage-not-text", []),
        _ => return None,
    };
    Some(ErrorMessage::usage(&what, hint(error, texts).as_deref()))
}

/// What was probably meant, or what there is.
fn hint(error: &Error, texts: &HelpTexts) -> Option<String> {
    let of = |kind| error.get(kind).map(plain).filter(|text| !text.is_empty());
    let meant = [ContextKind::SuggestedValue, ContextKind::SuggestedArg, ContextKind::SuggestedSubcommand];
    let meant = meant.into_iter().find_map(of).map(|right| texts.get("usage-suggest", [("right", &right)]));
    let there_is = of(ContextKind::ValidValue).map(|values| texts.get("usage-values", [("values", &values)]));
    meant.or(there_is).or_else(|| {
        let usage = of(ContextKind::Usage)?;
        let usage = usage.trim_start_matches("Usage:").split('\n').next().unwrap_or_default().trim().to_owned();
        Some(texts.get("usage-line", [("usage", &usage)]))
    })
}

/// A value of clap's as plain text.
fn plain(value: &ContextValue) -> String {
    match value {
        ContextValue::String(text) => text.clone(),
        ContextValue::Strings(texts) => texts.join(", "),
        ContextValue::StyledStr(text) => text.to_string(),
        ContextValue::StyledStrs(texts) => texts.iter().map(ToString::to_string).collect::<Vec<_>>().join(", "),
        ContextValue::Number(number) => number.to_string(),
        ContextValue::Bool(on) => on.to_string(),
        _ => String::new(),
    }
}
