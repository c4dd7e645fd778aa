//! Which keyboard layout the reader types in, and what is printed on a key there.

use super::layout_free_key::{Code, Key};
use crate::texts::Language;

/// The layout, as far as the keys tell.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum KeyboardLayout {
    /// No letter has been pressed yet.
    #[default]
    Unknown,
    /// Latin letters come.
    Latin,
    /// Cyrillic letters come.
    Russian,
}

impl KeyboardLayout {
    /// The layout after a key: a letter tells, anything else tells nothing.
    #[must_use]
    pub fn after(self, key: Key) -> Self {
        match key.code {
            Code::Char(c) if c.is_ascii_alphabetic() && !key.ctrl => Self::Latin,
            Code::Char('а'..='я' | 'А'..='Я' | 'ё' | 'Ё') => Self::Russian,
            _ => self,
        }
    }

    /// What to press: the letter of the layout that is in use; both where that is not known and the reader may have
    /// either. A sign that the Russian layout has elsewhere stands beside the one that does the same there.
    #[must_use]
    pub fn label(self, key: Key, language: Language) -> String {
        let label = key.label();
        let twin = key.russian().filter(|_| !key.ctrl).map(Key::label);
        let is_letter = matches!(key.code, Code::Char(c) if c.is_ascii_alphabetic());
        match (self, twin) {
            (Self::Russian, Some(twin)) if is_letter => twin,
            (Self::Russian, Some(twin)) => format!("{twin} {label}"),
            (Self::Unknown, Some(twin)) if is_letter && language == Language::Ru => format!("{twin}/{label}"),
            _ => label,
        }
    }
}

/// The Latin letter that a Cyrillic one looks like.
#[must_use]
pub fn look_alike(c: char) -> Option<char> {
    const CYRILLIC: &str = "аеорсухкмАВЕКМНОРСТХУ";
    const LATIN: &str = "aeopcyxkmABEKMHOPCTXY";
    CYRILLIC.chars().zip(LATIN.chars()).find(|(cyrillic, _)| *cyrillic == c).map(|(_, latin)| latin)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hints_name_the_key_that_is_pressed() {
        let (unknown, latin, russian) = (KeyboardLayout::Unknown, KeyboardLayout::Latin, KeyboardLayout::Russian);
        let add = Key::char('a');
        assert_eq!(unknown.label(add, Language::En), "a");
        assert_eq!(unknown.label(add, Language::Ru), "ф/a");
        assert_eq!((latin.label(add, Language::Ru), russian.label(add, Language::Ru)), ("a".into(), "ф".into()));
        assert_eq!(russian.label(add, Language::En), "ф");
        assert_eq!(unknown.label(Key::char('?'), Language::Ru), "?");
        assert_eq!(russian.label(Key::char('?'), Language::Ru), ", ?");
        assert_eq!(russian.label(Key::char('/'), Language::Ru), ". /");
        assert_eq!(russian.label(Key::ctrl('y'), Language::Ru), "Ctrl-Y");
        assert_eq!(russian.label(Key::plain(Code::Enter), Language::Ru), "Enter");
    }

    #[test]
    fn letters_tell_the_layout_and_other_keys_leave_it() {
        let russian = KeyboardLayout::Unknown.after(Key::char('ф'));
        assert_eq!(russian, KeyboardLayout::Russian);
        assert_eq!(russian.after(Key::char('.')).after(Key::plain(Code::Down)).after(Key::ctrl('d')), russian);
        assert_eq!(russian.after(Key::char('j')), KeyboardLayout::Latin);
    }
}
