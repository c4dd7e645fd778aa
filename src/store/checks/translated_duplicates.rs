//! The same scan in another language is no other scan.

use std::collections::BTreeSet;

use super::known_events::{KnownEvent, KnownEvents};
use super::source_event_list::Fingerprint;
use crate::domain::Event;
use crate::store::database::column_values::local_text;

/// The event under the words that it is known by, with the new ones as its translation: where the source told it
/// before in another language, at the same time and place and with the same code. `None`: it is to be kept as it is.
///
/// What another line of the same list stands for (`taken`) is another scan, whatever the language: a source that
/// lists two lines means two.
pub(in crate::store) fn of_a_known_one(
    known: &KnownEvents,
    event: &Event,
    taken: &BTreeSet<Fingerprint>,
) -> Option<Event> {
    let local = event.time.as_ref().map(local_text);
    let same = |known: &&KnownEvent| {
        event.raw_code.is_some()
            && known.raw_code == event.raw_code
            && known.local == local
            && known.place == event.place
            && known.listed_under == event.number
            && known.text_lang.as_ref().zip(event.text_lang.as_ref()).is_some_and(|(one, other)| one != other)
            && !taken.contains(&known.print)
    };
    let known = known.iter().find(same)?;
    let translation = Some(event.words().clone());
    let (text, text_lang) = (known.text.clone(), known.text_lang.clone());
    Some(Event { text, text_lang, translation, ..event.clone() })
}
