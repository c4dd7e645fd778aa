//! Days that are given for flags: those of an order, and the end of its protection.

use chrono::NaiveDate;

use crate::cli::context::{CommandContext, shown};
use crate::cli::error::CliError;
use crate::domain::dispute_deadline::{CountedFrom, Deadline};
use crate::domain::parse_date;
use crate::domain::parse_deadline::{self, Dates, Unclear};
use crate::t;

/// A day with its year: `2026-12-31`, also `31.12.2026`.
#[must_use]
pub fn whole(text: &str) -> Option<NaiveDate> {
    let text = text.trim();
    ["%Y-%m-%d", "%d.%m.%Y"].into_iter().find_map(|form| NaiveDate::parse_from_str(text, form).ok())
}

/// A day that has come already: when something was ordered, sent or received.
///
/// # Errors
/// It is no day, or still to come.
pub fn past(text: &str, context: &CommandContext) -> Result<NaiveDate, CliError> {
    parse_date::read_past(text, context.gauge().today()).ok_or_else(|| {
        let texts = &context.texts;
        CliError::usage(t!(texts, "error-past-date", text = shown(text)), t!(texts, "error-past-date-hint"))
    })
}

/// The same, or none.
///
/// # Errors
/// As [`past`].
pub fn past_or_none(text: &str, context: &CommandContext) -> Result<Option<NaiveDate>, CliError> {
    if is_none(text) { Ok(None) } else { past(text, context).map(Some) }
}

/// The end of a protection.
///
/// # Errors
/// It is none, or the day that it is counted from is not known.
pub fn deadline(text: &str, dates: Dates, context: &CommandContext) -> Result<Deadline, CliError> {
    let texts = &context.texts;
    parse_deadline::read(text, dates, &context.rules.presets).map_err(|why| match why {
        Unclear::NoDay(_) => {
            let presets = context.rules.presets.iter().map(|preset| &*preset.name).collect::<Vec<_>>().join(", ");
            CliError::usage(
                t!(texts, "error-date", text = shown(text)),
                t!(texts, "error-deadline-hint", presets = presets),
            )
        }
        Unclear::NoStart(CountedFrom::Ordered) => {
            CliError::usage(t!(texts, "error-no-order-date", text = shown(text)), t!(texts, "error-no-order-date-hint"))
        }
        Unclear::NoStart(CountedFrom::Shipped) => CliError::usage(
            t!(texts, "error-no-shipping-date", text = shown(text)),
            t!(texts, "error-no-shipping-date-hint"),
        ),
    })
}

/// Whether a flag empties what it names.
#[must_use]
pub fn is_none(text: &str) -> bool {
    let text = text.trim();
    text.is_empty() || text.eq_ignore_ascii_case("none")
}
