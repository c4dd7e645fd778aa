//! The table of `docs/messages.md`, from the situations and their texts.

use std::fmt::Write as _;

use super::message;
use crate::domain::message::{Addressee, Situation};
use crate::texts::Texts;

/// The generated part of `docs/messages.md`: each situation's word, what it means in both languages, and to whom one
/// writes about it.
#[must_use]
pub fn message_document(english: &Texts, russian: &Texts) -> String {
    let mut out = String::from("| Situation | about | о чём | to |\n|---|---|---|---|\n");
    for situation in Situation::ALL {
        let to = situation.addressees().iter().map(|to: &Addressee| format!("`{}`", to.as_str()));
        let _ = writeln!(
            out,
            "| `{}` | {} | {} | {} |",
            situation.as_str(),
            message::situation(english, situation),
            message::situation(russian, situation),
            to.collect::<Vec<_>>().join(" "),
        );
    }
    out
}
