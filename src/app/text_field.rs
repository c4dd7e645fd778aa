//! A one-line text field. Editing goes by grapheme, through `tui-input`.

use tui_input::{Input, InputRequest};

use super::layout_free_key::{Code, Key};
use crate::domain::clean_text::is_harmless;

/// The longest text that is typed or pasted into a field, in characters.
const LONGEST: usize = 20_000;

/// A text and a cursor in it.
#[derive(Clone, Debug, Default)]
pub struct TextField {
    input: Input,
}

impl TextField {
    /// A field with that text, the cursor after it.
    #[must_use]
    pub fn new(text: &str) -> Self {
        Self { input: Input::new(text.to_owned()) }
    }

    /// The text.
    #[must_use]
    pub fn text(&self) -> &str {
        self.input.value()
    }

    /// The text before the cursor.
    #[must_use]
    pub fn before_cursor(&self) -> &str {
        use unicode_segmentation::UnicodeSegmentation;
        let text = self.text();
        let end = text.grapheme_indices(true).nth(self.input.cursor()).map_or(text.len(), |(at, _)| at);
        &text[..end]
    }

    /// Inserts text at the cursor; line breaks and tabs become spaces, other controls are dropped.
    pub fn paste(&mut self, text: &str) {
        self.insert(&text.replace("\r\n", " ").replace(['\n', '\r', '\t'], " "));
    }

    /// The same, but line breaks stay: they tell where one thing ends.
    pub fn paste_lines(&mut self, text: &str) {
        self.insert(&text.replace("\r\n", "\n").replace('\r', "\n").replace('\t', " "));
    }

    fn insert(&mut self, text: &str) {
        let room = LONGEST.saturating_sub(self.text().chars().count());
        let text: String = text.chars().filter(|c| *c == '\n' || is_harmless(*c)).take(room).collect();
        let before = self.before_cursor().len();
        let mut all = self.text().to_owned();
        all.insert_str(before, &text);
        let cursor = graphemes(&all[..before + text.len()]);
        self.input = Input::new(all).with_cursor(cursor);
    }

    /// Edits or moves; `false` where the key has no meaning in a text.
    pub fn key(&mut self, key: Key) -> bool {
        let Some(request) = request(key) else { return false };
        if matches!(request, InputRequest::InsertChar(_)) && self.text().chars().count() >= LONGEST {
            return true;
        }
        if !matches!(request, InputRequest::InsertChar(c) if !is_harmless(c)) {
            self.input.handle(request);
        }
        true
    }
}

fn graphemes(text: &str) -> usize {
    use unicode_segmentation::UnicodeSegmentation;
    text.graphemes(true).count()
}

fn request(key: Key) -> Option<InputRequest> {
    // Alt does what Ctrl does: where Ctrl is lost with the Russian layout, Alt is not.
    let letter = match key.code {
        Code::Char(_) if key.alt => Key { ctrl: true, ..key.latin().unwrap_or(key) },
        _ => key,
    };
    let request = match (letter.code, letter.ctrl, letter.alt) {
        (Code::Char(c), false, false) => InputRequest::InsertChar(c),
        (Code::Backspace, false, false) | (Code::Char('h'), true, _) => InputRequest::DeletePrevChar,
        (Code::Char('w'), true, _) | (Code::Backspace, ..) => InputRequest::DeletePrevWord,
        (Code::Char('u'), true, _) => InputRequest::DeleteLine,
        (Code::Char('k'), true, _) => InputRequest::DeleteTillEnd,
        (Code::Delete, ..) => InputRequest::DeleteNextChar,
        (Code::Left, true, _) => InputRequest::GoToPrevWord,
        (Code::Right, true, _) => InputRequest::GoToNextWord,
        (Code::Left, ..) => InputRequest::GoToPrevChar,
        (Code::Right, ..) => InputRequest::GoToNextChar,
        (Code::Home, ..) | (Code::Char('a'), true, _) => InputRequest::GoToStart,
        (Code::End, ..) | (Code::Char('e'), true, _) => InputRequest::GoToEnd,
        _ => return None,
    };
    Some(request)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pasting_lands_at_the_cursor_and_keeps_to_one_line() {
        let mut field = TextField::new("ab");
        field.key(Key::plain(Code::Left));
        field.paste("1\r\n2\u{1b}");
        assert_eq!(field.text(), "a1 2b");
        assert_eq!(field.before_cursor(), "a1 2");
        field.paste_lines("\r\n3");
        assert_eq!(field.text(), "a1 2\n3b");
    }

    #[test]
    fn a_letter_with_its_accent_goes_as_one() {
        let mut field = TextField::new("кий\u{306}");
        field.key(Key::plain(Code::Backspace));
        assert_eq!(field.text(), "ки");
    }
}
