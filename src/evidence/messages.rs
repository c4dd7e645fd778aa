//! What the user wrote to the seller and to the carrier: on the page, and as `messages.json`.

use maud::{Markup, html};
use serde_json::Value;

use super::{EvidenceInput, domain_text, mask};
use crate::domain::CleanText;
use crate::t;
use crate::wording;

/// Where the letters are in a pack that has any.
pub(super) const PATH: &str = "messages.json";

/// The letters as `posylka show --json` prints them, newest first; `None`: there are none.
pub(super) fn json(case: &EvidenceInput) -> Option<Value> {
    let mut messages = case.messages.clone();
    for message in messages.as_array_mut()? {
        if let Some(Value::String(text)) = message.get_mut("text") {
            *text = shown(case, text);
        }
    }
    (!case.history.dossier.messages.is_empty()).then_some(messages)
}

/// The letters in the order in which they were written.
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

/// A letter, without phone numbers and mail addresses unless they are wanted; orders are no phone numbers.
fn shown(case: &EvidenceInput, text: &str) -> String {
    if case.full {
        return text.to_owned();
    }
    let orders = case.history.dossier.parcel.order_codes().map(CleanText::as_str);
    mask::contacts(text, &case.numbers().into_iter().chain(orders).collect::<Vec<_>>())
}
