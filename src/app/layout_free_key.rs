//! Keys, whatever the keyboard's layout.

use crossterm::event::{KeyCode, KeyEvent, KeyEventKind, KeyModifiers};

/// A key with the modifiers that matter. Shift is part of the character.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Key {
    /// Which key.
    pub code: Code,
    /// Ctrl was held.
    pub ctrl: bool,
    /// Alt was held.
    pub alt: bool,
}

/// A key.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[expect(missing_docs, reason = "the names are those on the keyboard")]
pub enum Code {
    Char(char),
    Enter,
    Esc,
    Tab,
    BackTab,
    Backspace,
    Delete,
    Up,
    Down,
    Left,
    Right,
    Home,
    End,
    PageUp,
    PageDown,
    F(u8),
}

impl Key {
    /// A key without modifiers.
    #[must_use]
    pub const fn plain(code: Code) -> Self {
        Self { code, ctrl: false, alt: false }
    }

    /// A character without modifiers.
    #[must_use]
    pub const fn char(c: char) -> Self {
        Self::plain(Code::Char(c))
    }

    /// A character with Ctrl.
    #[must_use]
    pub const fn ctrl(c: char) -> Self {
        Self { code: Code::Char(c), ctrl: true, alt: false }
    }

    /// The same key on a Latin keyboard, where it was pressed in the Russian layout.
    #[must_use]
    pub fn latin(self) -> Option<Self> {
        let Code::Char(c) = self.code else { return None };
        Some(Self { code: Code::Char(latin(c)?), ..self })
    }

    /// The same key in the Russian layout, for one of a Latin keyboard.
    #[must_use]
    pub fn russian(self) -> Option<Self> {
        let Code::Char(c) = self.code else { return None };
        let twin = match c {
            '/' => '.',
            '?' => ',',
            c if c.is_ascii_alphabetic() => RUSSIAN.chars().zip(US.chars()).find(|(_, us)| *us == c)?.0,
            _ => return None,
        };
        Some(Self { code: Code::Char(twin), ..self })
    }

    /// What is printed on the key, in ASCII.
    #[must_use]
    pub fn label(self) -> String {
        let name = match self.code {
            Code::Char(' ') => "Space".to_owned(),
            Code::Char(c) if self.ctrl => c.to_ascii_uppercase().to_string(),
            Code::Char(c) => c.to_string(),
            Code::BackTab => "Shift-Tab".to_owned(),
            Code::F(number) => format!("F{number}"),
            Code::PageUp => "PgUp".to_owned(),
            Code::PageDown => "PgDn".to_owned(),
            code => format!("{code:?}"),
        };
        if self.ctrl { format!("Ctrl-{name}") } else { name }
    }

    /// The key of a crossterm event; `None` for releases and for keys without a meaning here.
    #[must_use]
    pub fn from_event(event: &KeyEvent) -> Option<Self> {
        if event.kind == KeyEventKind::Release {
            return None;
        }
        let ctrl = event.modifiers.contains(KeyModifiers::CONTROL);
        let code = match event.code {
            KeyCode::Char(c) if ctrl => Code::Char(c.to_ascii_lowercase()),
            KeyCode::Char(c) => Code::Char(c),
            KeyCode::Enter => Code::Enter,
            KeyCode::Esc => Code::Esc,
            KeyCode::Tab if event.modifiers.contains(KeyModifiers::SHIFT) => Code::BackTab,
            KeyCode::Tab => Code::Tab,
            KeyCode::BackTab => Code::BackTab,
            KeyCode::Backspace => Code::Backspace,
            KeyCode::Delete => Code::Delete,
            KeyCode::Up => Code::Up,
            KeyCode::Down => Code::Down,
            KeyCode::Left => Code::Left,
            KeyCode::Right => Code::Right,
            KeyCode::Home => Code::Home,
            KeyCode::End => Code::End,
            KeyCode::F(number) => Code::F(number),
            KeyCode::PageUp => Code::PageUp,
            KeyCode::PageDown => Code::PageDown,
            _ => return None,
        };
        Some(Self { code, ctrl, alt: event.modifiers.contains(KeyModifiers::ALT) })
    }
}

/// The keys of the Russian (ЙЦУКЕН) layout that the US one has not, and of its full stop and comma.
const RUSSIAN: &str = "йцукенгшщзхъфывапролджэячсмитьбюёЙЦУКЕНГШЩЗХЪФЫВАПРОЛДЖЭЯЧСМИТЬБЮЁ№.,";
/// The same keys of a US keyboard.
const US: &str = "qwertyuiop[]asdfghjkl;'zxcvbnm,.`QWERTYUIOP{}ASDFGHJKL:\"ZXCVBNM<>~#/?";

/// The character on the same key of a US keyboard, for a character of the Russian layout. A full stop or a comma may come
/// from either layout: they are looked at where they mean nothing by themselves.
fn latin(c: char) -> Option<char> {
    RUSSIAN.chars().zip(US.chars()).find(|(russian, _)| *russian == c).map(|(_, us)| us)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_russian_letter_has_its_key() {
        for c in ('а'..='я').chain('А'..='Я').chain("ёЁ".chars()) {
            assert!(latin(c).is_some(), "{c}");
        }
        assert_eq!(Key::char('ф').latin(), Some(Key::char('a')));
        assert_eq!(Key::char('Ф').latin(), Some(Key::char('A')));
        assert_eq!(Key::char('q').latin(), None);
    }

    #[test]
    fn events_become_keys_and_releases_do_not() {
        let press = KeyEvent::new(KeyCode::Char('C'), KeyModifiers::CONTROL | KeyModifiers::SHIFT);
        assert_eq!(Key::from_event(&press), Some(Key::ctrl('c')));
        let release = KeyEvent { kind: KeyEventKind::Release, ..press };
        assert_eq!(Key::from_event(&release), None);
        let back = KeyEvent::new(KeyCode::Tab, KeyModifiers::SHIFT);
        assert_eq!(Key::from_event(&back), Some(Key::plain(Code::BackTab)));
    }
}
