//! Texts on their way to the clipboard; and those that are marked with the mouse instead.

use super::super::keymap::KeyAction;
use super::super::{App, Mode, Reaction, TerminalRequest};
use crate::domain::CleanText;

pub(super) fn act(app: &mut App, action: KeyAction) -> Reaction {
    let Mode::Marking { page, .. } = &mut app.mode else { return Reaction::quiet() };
    match action {
        KeyAction::PageDown => *page = page.saturating_add(1),
        KeyAction::PageUp => *page = page.saturating_sub(1),
        _ => {
            let back = std::mem::replace(app.mode.behind(), Mode::Browse);
            return app.enter(back);
        }
    }
    Reaction::redraw()
}

impl App {
    /// Sends a text to the clipboard; where the way does not hold it, it is shown to be marked.
    pub(super) fn copy(&mut self, text: CleanText) -> Reaction {
        if self.clipboard_holds(&text) {
            return Reaction::redraw().with([TerminalRequest::Copy(text)]);
        }
        self.mark(text, true)
    }

    /// Whether the text would arrive whole.
    pub(super) fn clipboard_holds(&self, text: &str) -> bool {
        text.len() <= self.settings.clipboard_holds
    }

    /// Shows a text alone.
    pub(super) fn mark(&mut self, text: CleanText, is_needed: bool) -> Reaction {
        let back = Box::new(std::mem::replace(&mut self.mode, Mode::Browse));
        self.enter(Mode::Marking { text, page: 0, is_needed, back })
    }
}
