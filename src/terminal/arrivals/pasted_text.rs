//! From pasted keys to the text that they were.

use super::arrival::Arrival;
use super::judgement::{is_line_break, is_text};
use crate::app::keymap::{self, KeyAction, KeyScope};
use crate::app::{Code, Key};
use crate::domain::number::{self, Candidate, IdentifyContext};

/// The text of keys that came together. In a text field the keys that move the cursor or delete keep their place in it:
/// a slow line delivers a whole correction at once. No other key acts.
pub(super) fn arrivals(keys: &[Key], place: KeyScope) -> Vec<Arrival> {
    if let [first, rest @ ..] = keys
        && opens_field(*first, place)
        && is_typed_after_it(*first, rest)
    {
        return vec![Arrival::Key(*first), Arrival::Paste(text(rest))];
    }
    if !place.is_text() {
        return vec![Arrival::Paste(text(keys))];
    }
    let mut out = Vec::new();
    for run in keys.chunk_by(|a, b| edits(*a) == edits(*b)) {
        if run.first().is_some_and(|key| edits(*key)) {
            out.extend(run.iter().copied().map(Arrival::Key));
        } else {
            out.push(Arrival::Paste(text(run)));
        }
    }
    out
}

/// Whether the key opens a field in which nothing is lost: the one that adds, and the filter.
fn opens_field(key: Key, place: KeyScope) -> bool {
    matches!(keymap::action_in_any_language(place, key), Some(KeyAction::Add | KeyAction::Filter))
}

/// `a` and a text, from a line that delivers late. Several lines are a paste, and so is a number that begins with an `a`.
fn is_typed_after_it(first: Key, rest: &[Key]) -> bool {
    let (line, whole) = (text(rest), text(&[&[first], rest].concat()));
    let (line, whole) = (line.trim(), whole.trim());
    // Nobody writes one number in small and capital letters.
    let is_one = !line.contains(char::is_uppercase) && is_number(whole) && !is_number(line);
    !line.is_empty() && !line.contains('\n') && !is_one
}

/// Whether the text is a number whose check digit or prefix says so.
fn is_number(text: &str) -> bool {
    let candidates = number::identify(text, &IdentifyContext::default());
    candidates.first().is_some_and(Candidate::accepted)
}

fn edits(key: Key) -> bool {
    matches!(key.code, Code::Backspace | Code::Delete | Code::Left | Code::Right | Code::Home | Code::End)
}

/// CR, LF and CRLF are one line break each; of an Alt key (an escape character and a letter) the letter stays.
fn text(keys: &[Key]) -> String {
    let mut text = String::with_capacity(keys.len());
    let mut before = None;
    for key in keys {
        match key.code {
            _ if *key == Key::ctrl('j') && before == Some(Key::plain(Code::Enter)) => {}
            _ if is_line_break(*key) => text.push('\n'),
            Code::Tab => text.push('\t'),
            Code::Char(c) if is_text(*key) || key.alt => text.push(c),
            _ => {}
        }
        before = Some(*key);
    }
    text
}
