//! Keys while a long text is open: the list of keys, the log of letters.

use super::super::keymap::KeyAction;
use super::super::{App, Mode, Reaction};

pub(super) fn act(app: &mut App, action: KeyAction) -> Reaction {
    // One row of the page before stays in view.
    let page = app.pager_rows.saturating_sub(1).max(1);
    let (Mode::Help(top) | Mode::MessageLog(top)) = &mut app.mode else { return Reaction::quiet() };
    match action {
        KeyAction::Down => *top = top.saturating_add(1),
        KeyAction::Up => *top = top.saturating_sub(1),
        KeyAction::PageDown => *top = top.saturating_add(page),
        KeyAction::PageUp => *top = top.saturating_sub(page),
        KeyAction::Top => *top = 0,
        // The drawing stops at the last row and says so through `App::drawn`.
        KeyAction::Bottom => *top = usize::from(u16::MAX),
        _ => return app.enter(Mode::Browse),
    }
    Reaction::redraw()
}
