//! What every part of the drawing needs.

use chrono::{DateTime, Utc};

use super::theme::Theme;
use crate::app::keymap::{Binding, KeyAction, KeyScope};
use crate::app::{App, Code, Key};
use crate::texts::Texts;

/// The state, the texts, the marks and colours, and the time of one frame.
#[derive(Clone, Copy)]
pub(super) struct DrawContext<'a> {
    pub(super) app: &'a App,
    pub(super) texts: &'a Texts,
    pub(super) theme: Theme,
    pub(super) now: DateTime<Utc>,
}

impl DrawContext<'_> {
    /// The key that does something, as the reader's keyboard has it: in the panes, or where it works else.
    pub(super) fn key(self, action: KeyAction) -> String {
        let here = KeyScope::Panes.bindings().chain(KeyScope::Confirm.bindings()).find(|b| b.action == action);
        here.map(|binding| self.keys(binding)).unwrap_or_default()
    }

    /// The first key of a binding, likewise; at a question also the letter.
    pub(super) fn keys(self, binding: &Binding) -> String {
        let language = self.app.settings.language;
        if let (KeyAction::DoStep, [first, .., last]) = (binding.action, binding.keys) {
            return format!("{}-{}", first.label(), last.label());
        }
        let shown = if binding.place == KeyScope::Confirm { 2 } else { 1 };
        let label = |key: Key| match binding.place {
            // A letter that answers is what it stands for, not where it is.
            KeyScope::Confirm => key.label(),
            _ => self.label(key),
        };
        binding.keys_in(language).take(shown).map(label).collect::<Vec<_>>().join("/")
    }

    /// A key as the reader's keyboard has it.
    pub(super) fn label(self, key: Key) -> String {
        let arrow = match key.code {
            Code::Up => "↑",
            Code::Down => "↓",
            Code::Left => "←",
            Code::Right => "→",
            _ => return self.app.keyboard.label(key, self.app.settings.language),
        };
        if self.app.settings.ascii { key.label() } else { arrow.to_owned() }
    }
}
