//! What is said of what was added, and of what was left out.

use crate::cli::context::CommandContext;
use crate::cli::error::CliError;
use crate::cli::text_output::number_text;
use crate::cli::text_output::stdout_abilities::{Output, talk};
use crate::domain::{NewParcel, Order};
use crate::t;
use crate::use_cases::add::{AddOffer, AddedParcel, OfferKind};

/// So many pieces that are left out are named.
const MOST_NAMED: usize = 20;

/// One line on standard output; what is to be said of it beside.
pub(super) fn report(
    parcel: &NewParcel,
    added: &AddedParcel,
    is_known: bool,
    context: &CommandContext,
    out: &mut Output,
) -> Result<(), CliError> {
    let (texts, id) = (&context.texts, added.id.to_string());
    let number = parcel.numbers.first().map(ToString::to_string).unwrap_or_default();
    let formats = parcel.numbers.first().map(|n| number_text::likeliest_format(n, context)).unwrap_or_default();
    if added.already {
        let order = parcel.orders.iter().find_map(Order::name).map(ToString::to_string);
        let what = if number.is_empty() { order.unwrap_or_default() } else { number.clone() };
        talk(&if is_known {
            t!(texts, "cli-add-already", number = what, id = id.as_str())
        } else {
            t!(texts, "cli-add-joined", number = what, id = id.as_str())
        });
    } else if number.is_empty() {
        talk(&t!(texts, "cli-add-no-number", id = id.as_str()));
    }
    Ok(out.line(format!("{id}\t{number}\t{formats}").trim_end())?)
}

fn named(pieces: &[&str]) -> String {
    let more = if pieces.len() > MOST_NAMED { " ..." } else { "" };
    format!("{}{more}", pieces.iter().take(MOST_NAMED).copied().collect::<Vec<_>>().join(" "))
}

/// What looks like a number and was not taken, and why.
pub(super) fn report_left(left: &[AddOffer], context: &CommandContext) {
    let texts = &context.texts;
    let of = |over: bool| -> Vec<&str> {
        left.iter().filter(|offer| (offer.kind == OfferKind::Over) == over).map(|offer| offer.piece.as_str()).collect()
    };
    let (over, like) = (of(true), of(false));
    if !over.is_empty() {
        talk(&t!(texts, "cli-add-over", n = over.len(), numbers = named(&over)));
    }
    if !like.is_empty() {
        talk(&t!(texts, "cli-add-left", n = like.len(), numbers = named(&like)));
    }
}

/// A text of which nothing was taken: what looked like a number is named.
pub(super) fn nothing_in(left: &[AddOffer], context: &CommandContext) -> CliError {
    let texts = &context.texts;
    let like: Vec<&str> = left.iter().filter(|offer| offer.wrong.is_none()).map(|offer| offer.piece.as_str()).collect();
    let hint = if like.is_empty() {
        t!(texts, "error-no-numbers-hint")
    } else {
        t!(texts, "cli-add-left", n = like.len(), numbers = named(&like))
    };
    CliError::failed(t!(texts, "error-no-numbers"), hint)
}
