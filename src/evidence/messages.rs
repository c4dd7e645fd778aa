//! What the user wrote to the seller and to the carrier: on the page, and as `messages.json`.

use maud::{Markup, html};
use serde_json::Value;

use super::input::EvidenceInput;
use super::{domain_text, mask};
use crate::domain::CleanText;
use crate::json::MessageJson;
use crate::t;
use crate::wording;

/// Where the messages are in a pack that has any.
pub(super) const PATH: &str = "messages.json";

/// The messages as `posylka show --json` prints them, newest first; `None`: there are none.
///
/// # Errors
/// A message cannot be written as JSON.
pub(super) fn json(case: &EvidenceInput) -> serde_json::Result<Option<Value>> {
    let kept = &case.history.dossier.messages;
    if kept.is_empty() {
        return Ok(None);
    }
    let masked = |message: MessageJson| MessageJson { text: shown(case, &message.text), ..message };
    serde_json::to_value(kept.iter().map(|kept| masked(MessageJson::of(kept))).collect::<Vec<_>>()).map(Some)
}

/// The messages in the order in which they were written.
pub(super) fn section(case: &EvidenceInput) -> Markup {
    let kept = &case.history.dossier.messages;
    html! {
        @if kept.is_empty() { p { (t!(case.texts, "evidence-no-messages")) } }
        @for letter in kept.iter().rev() {
            p.letter { strong { (wording::message::headline(case.texts, letter, &domain_text::instant(letter.at))) } }
            blockquote lang=(letter.choice.language.as_str()) { (shown(case, &letter.text)) }
        }
    }
}

/// The text of a message, without phone numbers and mail addresses unless they are wanted; orders are no phone numbers.
fn shown(case: &EvidenceInput, text: &str) -> String {
    if case.full {
        return text.to_owned();
    }
    let orders = case.history.dossier.parcel.order_codes().map(CleanText::as_str);
    mask::mask_contacts(text, &case.numbers().into_iter().chain(orders).collect::<Vec<_>>())
}
