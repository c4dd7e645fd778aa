//! What is known of a number, in the reader's words.

use crate::cli::context::CommandContext;
use crate::domain::TrackingNumber;
use crate::domain::number::{self, Correction, NearMiss, NearMissKind};
use crate::t;
use crate::texts::Texts;
use crate::use_cases::add::ranked_corrections;

/// What formats are ranked by: the user's country.
#[must_use]
pub fn identify_context(context: &CommandContext) -> number::IdentifyContext<'static> {
    number::IdentifyContext { home: context.config.home_country, ..number::IdentifyContext::default() }
}

/// The likeliest format's id; empty where the number fits none.
#[must_use]
pub fn likeliest_format(number: &TrackingNumber, context: &CommandContext) -> &'static str {
    number::identify(number, &identify_context(context)).first().map_or("", |candidate| candidate.format.id)
}

/// What may have been correction by a text that is no number.
#[must_use]
pub fn first_correction(text: &str, context: &CommandContext) -> Option<String> {
    ranked_corrections(text, &identify_context(context)).first().map(|found| correction(&context.texts, found))
}

/// "Did you mean …?", with less certainty where there is doubt.
#[must_use]
pub fn correction(texts: &Texts, correction: &Correction) -> String {
    let number = correction.number.to_string();
    if correction.firm {
        t!(texts, "cli-identify-meant", number = number)
    } else {
        t!(texts, "cli-identify-perhaps", number = number)
    }
}

/// What is suspicious about a number that nevertheless can be one: only where it fits no format at all and comes
/// near to one.
#[must_use]
pub fn warning(number: &TrackingNumber, context: &CommandContext) -> Option<String> {
    if number::identify(number, &identify_context(context)).iter().any(number::Candidate::accepted) {
        return None;
    }
    let texts = &context.texts;
    let miss = number::near_miss(number)?;
    let warning = t!(texts, "cli-add-suspicious", number = number.to_string(), why = near_miss(texts, &miss));
    let correction = first_correction(number.as_str(), context);
    Some([Some(warning), correction].into_iter().flatten().collect::<Vec<_>>().join(" "))
}

/// What is wrong with a number that comes near to a format.
#[must_use]
pub fn near_miss(texts: &Texts, miss: &NearMiss) -> String {
    let format = miss.format.carrier;
    match (miss.fault, miss.expected) {
        (NearMissKind::CheckDigit, Some(digit)) => {
            t!(texts, "cli-fault-check-expected", format = format, digit = digit.to_string())
        }
        (NearMissKind::CheckDigit, None) => t!(texts, "cli-fault-check", format = format),
        (NearMissKind::Issuer, _) => t!(texts, "cli-fault-issuer", format = format),
        (NearMissKind::Missing(count), _) => t!(texts, "cli-fault-missing", format = format, count = count),
        (NearMissKind::Extra(count), _) => t!(texts, "cli-fault-extra", format = format, count = count),
    }
}
