//! The rule: which keys that came together were typed, and which pasted. Pure.

use crate::app::keymap::{self, KeyAction, KeyScope};
use crate::app::{Code, Key};

/// From so many different commands on, what came together is no late typing.
const DIFFERENT: usize = 3;
/// From so many characters on, what came together in a text field is a burst.
const BURST: usize = 3;

/// What keys that came together are.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Judgement {
    /// Typed, whatever follows.
    Typed,
    /// Typed, unless more follows at once.
    Open,
    /// Pasted.
    Pasted,
}

/// The keys that a held one came together with, those that were given out included.
#[derive(Clone, Copy)]
pub(super) struct Together {
    pub length: usize,
    /// How many of them are text.
    pub texts: usize,
    /// All of them are the same.
    pub is_same: bool,
    /// A key was typed by itself just before.
    pub is_typing: bool,
}

/// Where every character is a command. One key, the same key again and again, and moving about are typed, as are two
/// commands with moves between them; more, or lines, are text.
pub(super) fn among_commands(keys: &[Key], place: KeyScope) -> Judgement {
    let Some(last) = keys.last() else { return Judgement::Typed };
    // A question is answered by one key, and by that alone.
    if place == KeyScope::Confirm && keys.iter().any(|key| key != last) {
        return Judgement::Pasted;
    }
    let mut commands: Vec<Key> = Vec::new();
    for key in keys.iter().filter(|key| is_text(**key) && !is_move(**key, place)) {
        if commands.len() < DIFFERENT && !commands.contains(key) {
            commands.push(*key);
        }
    }
    let lines = keys.iter().position(|key| is_line_break(*key)).is_some_and(|at| at + 1 < keys.len());
    if commands.len() >= DIFFERENT || (lines && keys.len() >= BURST && !commands.is_empty()) {
        Judgement::Pasted
    } else if is_text(*last) || keys.len() > 1 {
        Judgement::Open
    } else {
        Judgement::Typed
    }
}

/// Where characters are text anyway: it is about what would end the text, such as Enter. A line break that comes with
/// other characters is one of them; only the last letter of somebody who is typing may bring its Enter or Tab along.
pub(super) fn in_text(held: &[Key], place: KeyScope, together: Together) -> Judgement {
    let Together { length, texts, is_same, is_typing } = together;
    let ends =
        |key: &Key| is_line_break(*key) || is_text(*key) && keymap::action_in_any_language(place, *key).is_some();
    let breaks = held.iter().any(|key| is_line_break(*key));
    let begins_with_break = held.len() > 1 && held.first().is_some_and(|key| is_line_break(*key));
    let is_last_letter = length == 2 && is_typing && !begins_with_break;
    match held.iter().any(ends) {
        true if length == 1 || (is_same && !breaks) || is_last_letter => Judgement::Open,
        true => Judgement::Pasted,
        false if texts >= BURST && !is_same => Judgement::Pasted,
        false => Judgement::Typed,
    }
}

/// Whether a paste can hold this key: a character, a line break or a tab.
pub(super) fn is_text(key: Key) -> bool {
    match key.code {
        Code::Char(_) => !key.ctrl && !key.alt || is_line_break(key),
        Code::Enter | Code::Tab => true,
        _ => false,
    }
}

/// CR arrives as Enter, LF as Ctrl-J.
pub(super) fn is_line_break(key: Key) -> bool {
    key.code == Code::Enter || key == Key::ctrl('j')
}

/// Whether a key only moves about, so that nothing is lost by it.
fn is_move(key: Key, place: KeyScope) -> bool {
    use KeyAction as A;
    let moves = [
        A::Down,
        A::Up,
        A::Top,
        A::Bottom,
        A::PageDown,
        A::PageUp,
        A::HalfDown,
        A::HalfUp,
        A::Open,
        A::Back,
        A::OtherPane,
    ];
    keymap::action_in_any_language(place, key).is_some_and(|action| moves.contains(&action))
}
