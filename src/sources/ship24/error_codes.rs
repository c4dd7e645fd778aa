//! Ship24's errors, by the code in the body: the HTTP status alone does not tell a used-up quota from a wrong key.

use super::wire::{Envelope, Fault};
use crate::domain::{CleanText, Report, Trouble};
use crate::sources::decoding::lenient_json::{clean_text, raw_text};
use crate::sources::decoding::report::unknown;
use crate::sources::decoding::worded_troubles::{not_understood, temporary};

/// What the errors of an answer mean; `None` where it has none, or one that the HTTP status explains better.
pub(super) fn verdict(envelope: &Envelope, status: u16) -> Option<Result<Report, Trouble>> {
    let known = envelope.errors.iter().find_map(of_code);
    if known.is_some() || !(200..=299).contains(&status) {
        return known;
    }
    let fault = envelope.errors.first()?;
    Some(Err(not_understood(&format!("error {}: {}", raw_text(fault.code.as_ref()), words(fault)))))
}

fn of_code(fault: &Fault) -> Option<Result<Report, Trouble>> {
    let trouble = match raw_text(fault.code.as_ref()).trim().to_ascii_lowercase().as_str() {
        "parcel_not_found" => return Some(Ok(unknown())),
        "quota_limit_reached" => Trouble::BudgetSpent,
        "no_active_subscription" => Trouble::BadKey,
        // The words say which of the fields: the only one that is sent is the number.
        "validation_error" if words(fault).to_lowercase().contains("trackingnumber") => Trouble::MalformedNumber,
        "shipping_date_outdated" => Trouble::MoreDataNeeded { what: words(fault) },
        "request_conflict" => temporary("the same question was under way already"),
        _ => return None,
    };
    Some(Err(trouble))
}

fn words(fault: &Fault) -> CleanText {
    clean_text(fault.message.as_ref()).unwrap_or_else(|| CleanText::line("no message"))
}
