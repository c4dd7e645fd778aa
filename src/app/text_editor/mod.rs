//! A text of several lines and a cursor in it. Editing goes by grapheme, moving up and down by the rows as they are
//! shown; the same keys as in a [`Field`](super::text_field::Field), and some more.

mod line_wrap;

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use super::layout_free_key::{Code, Key};
use crate::domain::clean_text::{MAX_NOTE, is_harmless};

/// How wide rows are before the first frame has told.
const COLUMNS: usize = 72;

/// A text of several lines, and a cursor in it.
#[derive(Clone, Debug)]
pub struct TextEditor {
    text: String,
    /// Where the cursor stands: in bytes, at the beginning of a grapheme or the end of the text.
    at: usize,
    /// The column that moving up and down keeps to.
    wish: Option<usize>,
    columns: usize,
    page: usize,
}

impl TextEditor {
    /// An editor with that text, the cursor before it.
    #[must_use]
    pub fn new(text: &str) -> Self {
        Self { text: text.to_owned(), at: 0, wish: None, columns: COLUMNS, page: 1 }
    }

    /// The text.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Another text in the place of the old one, the cursor before it.
    pub(super) fn set(&mut self, text: &str) {
        text.clone_into(&mut self.text);
        (self.at, self.wish) = (0, None);
    }

    /// How wide the rows were drawn, and how many of them.
    pub(super) fn drawn(&mut self, columns: usize, page: usize) {
        (self.columns, self.page) = (columns, page.max(1));
    }

    /// The rows of the text at that width, as ranges of its bytes.
    #[must_use]
    pub fn rows(&self, columns: usize) -> Vec<Range<usize>> {
        line_wrap::rows(&self.text, columns)
    }

    /// The row and the column of the cursor in these rows.
    #[must_use]
    pub fn cursor(&self, rows: &[Range<usize>]) -> (usize, usize) {
        let row = rows.iter().rposition(|row| row.start <= self.at).unwrap_or_default();
        let start = rows.get(row).map_or(0, |row| row.start);
        (row, line_wrap::width(&self.text[start..self.at]))
    }

    /// Inserts text at the cursor; tabs become spaces, controls other than line breaks are dropped.
    pub(super) fn paste(&mut self, text: &str) {
        self.insert(&text.replace("\r\n", "\n").replace('\r', "\n").replace('\t', " "));
    }

    /// Edits or moves; `false` where the key has no meaning in a text.
    pub(super) fn key(&mut self, key: Key) -> bool {
        if let Some(down) = self.vertical(key) {
            self.step(down);
            return true;
        }
        self.wish = None;
        // Alt does what Ctrl does: where Ctrl is lost with the Russian layout, Alt is not.
        let key = match key.code {
            Code::Char(_) if key.alt => Key { ctrl: true, ..key.latin().unwrap_or(key) },
            _ => key,
        };
        match (key.code, key.ctrl, key.alt) {
            (Code::Char(c), false, false) => self.insert(c.encode_utf8(&mut [0; 4])),
            (Code::Enter, ..) => self.insert("\n"),
            (Code::Char('w') | Code::Backspace, true, _) | (Code::Backspace, _, true) => {
                self.delete(self.word_before()..self.at);
            }
            (Code::Backspace, ..) | (Code::Char('h'), true, _) => self.delete(self.before()..self.at),
            (Code::Delete, ..) => self.delete(self.at..self.after()),
            (Code::Char('u'), true, _) => self.delete(self.line_start()..self.at),
            (Code::Char('k'), true, _) => self.delete(self.at..self.line_end().max(self.after_break())),
            (Code::Left, true, _) => self.at = self.word_before(),
            (Code::Right, true, _) => self.at = self.word_after(),
            (Code::Left, ..) => self.at = self.before(),
            (Code::Right, ..) => self.at = self.after(),
            (Code::Home, ..) | (Code::Char('a'), true, _) => self.at = self.line_start(),
            (Code::End, ..) | (Code::Char('e'), true, _) => self.at = self.line_end(),
            _ => return false,
        }
        true
    }

    /// How many rows down a key goes.
    fn vertical(&self, key: Key) -> Option<isize> {
        let page = isize::try_from(self.page).unwrap_or(1);
        match (key.code, key.ctrl, key.alt) {
            (Code::Up, ..) => Some(-1),
            (Code::Down, ..) => Some(1),
            (Code::PageUp, ..) => Some(-page),
            (Code::PageDown, ..) => Some(page),
            _ => None,
        }
    }

    fn step(&mut self, down: isize) {
        let rows = self.rows(self.columns);
        let (row, column) = self.cursor(&rows);
        let wish = *self.wish.get_or_insert(column);
        let to = row.saturating_add_signed(down).min(rows.len() - 1);
        let target = rows[to].clone();
        let mut used = 0;
        let past = self.text[target.clone()].grapheme_indices(true).find(|(_, grapheme)| {
            used += grapheme.width();
            used > wish
        });
        // Behind the last letter of a row that goes on, the cursor would stand in the next one.
        let goes_on = rows.get(to + 1).is_some_and(|next| next.start == target.end);
        let end = if goes_on { target.start + last_grapheme(&self.text[target.clone()]) } else { target.end };
        self.at = past.map_or(end, |(at, _)| target.start + at);
    }

    fn insert(&mut self, text: &str) {
        let room = MAX_NOTE.saturating_sub(self.text.chars().count());
        let text: String = text.chars().filter(|c| *c == '\n' || is_harmless(*c)).take(room).collect();
        self.text.insert_str(self.at, &text);
        self.at += text.len();
        // What was typed may have joined with what follows it into one grapheme.
        let whole = |(at, _): &(usize, &str)| *at >= self.at;
        self.at = self.text.grapheme_indices(true).find(whole).map_or(self.text.len(), |(at, _)| at);
    }

    fn delete(&mut self, range: Range<usize>) {
        self.at = range.start;
        self.text.replace_range(range, "");
    }

    fn before(&self) -> usize {
        last_grapheme(&self.text[..self.at])
    }

    fn after(&self) -> usize {
        self.at + self.text[self.at..].graphemes(true).next().map_or(0, str::len)
    }

    /// Behind the line break under the cursor.
    fn after_break(&self) -> usize {
        if self.text[self.at..].starts_with('\n') { self.at + 1 } else { self.at }
    }

    fn line_start(&self) -> usize {
        self.text[..self.at].rfind('\n').map_or(0, |at| at + 1)
    }

    fn line_end(&self) -> usize {
        self.text[self.at..].find('\n').map_or(self.text.len(), |at| self.at + at)
    }

    fn word_before(&self) -> usize {
        let words = self.text[..self.at].split_word_bound_indices();
        words.rev().find(|(_, word)| !word.trim().is_empty()).map_or(0, |(at, _)| at)
    }

    fn word_after(&self) -> usize {
        let words = self.text[self.at..].split_word_bound_indices().skip(1);
        words.into_iter().find(|(_, word)| !word.trim().is_empty()).map_or(self.text.len(), |(at, _)| self.at + at)
    }
}

/// Where the last grapheme of a text begins.
fn last_grapheme(text: &str) -> usize {
    text.grapheme_indices(true).next_back().map_or(0, |(at, _)| at)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn typed(editor: &mut TextEditor, codes: &[Code]) {
        for code in codes {
            editor.key(Key::plain(*code));
        }
    }

    #[test]
    fn letters_lines_and_pasted_text_land_at_the_cursor() {
        let mut editor = TextEditor::new("ad");
        typed(&mut editor, &[Code::Right, Code::Char('b'), Code::Enter]);
        editor.paste("1\r\n\t2\u{1b}");
        assert_eq!(editor.text(), "ab\n1\n 2d");
        typed(&mut editor, &[Code::Backspace, Code::Backspace, Code::Backspace, Code::Delete]);
        assert_eq!(editor.text(), "ab\n1");
    }

    #[test]
    fn a_letter_with_its_accent_goes_as_one() {
        let mut editor = TextEditor::new("ки\u{306}");
        typed(&mut editor, &[Code::End, Code::Backspace]);
        assert_eq!(editor.text(), "к");
        typed(&mut editor, &[Code::Char('и'), Code::Char('\u{306}'), Code::Left]);
        assert_eq!(editor.cursor(&editor.rows(72)), (0, 1));
    }

    #[test]
    fn up_and_down_go_by_the_rows_that_are_seen_and_keep_their_column() {
        let mut editor = TextEditor::new("one two three\n\n到达目的国");
        editor.drawn(8, 3);
        let place = |editor: &TextEditor| editor.cursor(&editor.rows(8));
        typed(&mut editor, &[Code::Right, Code::Right, Code::Right, Code::Down]);
        assert_eq!(place(&editor), (1, 3));
        typed(&mut editor, &[Code::Down]);
        assert_eq!(place(&editor), (2, 0));
        typed(&mut editor, &[Code::Down]);
        assert_eq!(place(&editor), (3, 2), "in front of the wide letter that holds the column");
        typed(&mut editor, &[Code::PageUp, Code::PageDown, Code::PageDown]);
        assert_eq!(place(&editor), (4, 2));
        typed(&mut editor, &[Code::Home, Code::Up, Code::Up, Code::End]);
        assert_eq!(place(&editor), (1, 5));
        typed(&mut editor, &[Code::Up]);
        assert_eq!(place(&editor), (0, 5), "the row goes on: the cursor stays in it");
    }

    #[test]
    fn words_and_lines_are_taken_away_whole() {
        let mut editor = TextEditor::new("one two\nthree four");
        editor.key(Key::plain(Code::End));
        editor.key(Key::ctrl('w'));
        assert_eq!(editor.text(), "one \nthree four");
        editor.key(Key::ctrl('k'));
        assert_eq!(editor.text(), "one three four");
        editor.key(Key::ctrl('u'));
        assert_eq!(editor.text(), "three four");
        let word = |code| Key { code, ctrl: true, alt: false };
        editor.key(word(Code::Right));
        editor.key(Key::char('_'));
        editor.key(word(Code::Left));
        editor.key(Key::char('-'));
        assert_eq!(editor.text(), "three -_four");
    }

    fn any_key() -> impl Strategy<Value = Key> {
        let codes = vec![
            Code::Up,
            Code::Down,
            Code::Left,
            Code::Right,
            Code::Home,
            Code::End,
            Code::PageUp,
            Code::PageDown,
            Code::Enter,
            Code::Backspace,
            Code::Delete,
            Code::Char('w'),
            Code::Char('u'),
            Code::Char('k'),
        ];
        let named = (proptest::sample::select(codes), any::<bool>(), any::<bool>());
        let typed = any::<char>().prop_map(Key::char);
        prop_oneof![named.prop_map(|(code, ctrl, alt)| Key { code, ctrl, alt }), typed]
    }

    proptest! {
        #[test]
        fn no_key_breaks_anything(
            text in any::<String>(), keys in proptest::collection::vec(any_key(), 0..60), columns in 1_usize..30,
        ) {
            let mut editor = TextEditor::new(&crate::domain::CleanText::note(&text));
            editor.drawn(columns, 3);
            for key in keys {
                editor.key(key);
                let rows = editor.rows(columns);
                let (row, _) = editor.cursor(&rows);
                prop_assert!(row < rows.len());
                prop_assert!(!editor.text().chars().any(|c| c.is_control() && c != '\n'));
            }
        }
    }
}
