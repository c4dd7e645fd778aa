//! What each input does. One file a group of actions; this one only sends them there.

mod dialog_keys;
mod effect_results;
mod marking_keys;
mod message_keys;
mod pager_keys;
mod pane_keys;
mod step_keys;
mod text_field_keys;

use chrono::{DateTime, Utc};

use super::add_dialog::AddFocus;
use super::keyboard_layout::{self, KeyboardLayout};
use super::keymap::{self, KeyAction, KeyScope};
use super::layout_free_key::{Code, Key};
use super::toast::Notice;
use super::{App, Input, Mode, Reaction, Task, TerminalRequest};
use crate::domain::Seen;
use crate::themes::{Ground, TerminalColours};

/// Takes an input in; says what is to be carried out, and whether to draw.
pub fn update(app: &mut App, input: Input, now: DateTime<Utc>) -> Reaction {
    match input {
        Input::Key(key) => press(app, key, now),
        Input::Paste(text) => text_field_keys::paste(app, &text, now),
        Input::Resize(columns, rows) => resize(app, (columns, rows)),
        Input::FocusGained => Reaction::redraw(),
        Input::FocusLost => Reaction::quiet(),
        Input::TerminalColours(told) => recolour(app, told),
        Input::Tick => tick(app, now),
        result => effect_results::take(app, result, now),
    }
}

/// Only a theme that follows the terminal looks otherwise now.
fn recolour(app: &mut App, told: TerminalColours) -> Reaction {
    let looks = app.settings.looks(Ground::Told(told));
    let changed = looks != app.looks;
    app.looks = looks;
    Reaction::redraw_if(changed)
}

/// The terminal may have wiped or reflowed what it showed, also where it is as large as before.
fn resize(app: &mut App, size: (u16, u16)) -> Reaction {
    app.size = size;
    Reaction::redraw()
}

/// The notice goes, what was typed is saved, the detail follows the cursor, or else texts change with the time.
fn tick(app: &mut App, now: DateTime<Utc>) -> Reaction {
    let gone = app.toast.take_if(|toast| toast.until <= now).is_some();
    if let Mode::Message(dialog) = &mut app.mode
        && let Some(save) = dialog.save_due(now)
    {
        return Reaction::redraw_if(gone).with([Task::SaveUnsent(save)]);
    }
    if let Some(id) = app.detail.take_due(now) {
        return Reaction::redraw_if(gone).with([Task::LoadDetail(id)]);
    }
    app.list.arrange(now);
    Reaction::redraw()
}

fn press(app: &mut App, key: Key, now: DateTime<Utc>) -> Reaction {
    let place = place(&app.mode);
    let after = app.keyboard.after(key);
    let before = std::mem::replace(&mut app.keyboard, after);
    // The hints may name the keys of another layout now.
    let hint = |layout: KeyboardLayout| layout.label(Key::char('a'), app.settings.language);
    let other_hints = hint(before) != hint(after);
    let mut reaction = act(app, place, key, now);
    reaction.redraw |= other_hints;
    reaction
}

fn act(app: &mut App, place: KeyScope, key: Key, now: DateTime<Utc>) -> Reaction {
    let Some(action) = keymap::action(place, key, app.settings.language) else {
        return if place.is_text() { text_field_keys::type_key(app, key, now) } else { unknown(app, place, key, now) };
    };
    match action {
        KeyAction::Quit => Reaction::quiet().with([TerminalRequest::Quit]),
        KeyAction::Suspend => Reaction::quiet().with([TerminalRequest::Suspend]),
        KeyAction::DoStep => step_keys::act(app, key, now),
        _ => match place {
            KeyScope::Panes | KeyScope::Everywhere => pane_keys::act(app, action, now),
            KeyScope::Filter => text_field_keys::act_in_filter(app, action, now),
            KeyScope::Add | KeyScope::AddTable => dialog_keys::act_in_add(app, action, now),
            KeyScope::Edit => dialog_keys::act_in_edit(app, action, now),
            KeyScope::Snooze => dialog_keys::act_in_snooze(app, action, now),
            KeyScope::Confirm => dialog_keys::answer(app, action),
            KeyScope::Pages => dialog_keys::act_at_pages(app, action),
            KeyScope::Barcode => dialog_keys::act_at_barcode(app, action),
            KeyScope::Message => message_keys::act(app, action, now),
            KeyScope::Marking => marking_keys::act(app, action),
            KeyScope::MessageLog | KeyScope::Help => pager_keys::act(app, action),
        },
    }
}

/// A key that does nothing says so, and names the one that may have been meant: a Cyrillic letter may look like a Latin one.
fn unknown(app: &mut App, place: KeyScope, key: Key, now: DateTime<Utc>) -> Reaction {
    let Code::Char(c) = key.code else { return Reaction::quiet() };
    if key.ctrl || key.alt || !matches!(place, KeyScope::Panes | KeyScope::Confirm) {
        return Reaction::quiet();
    }
    let latin = keyboard_layout::look_alike(c).map(Key::char);
    let meant = latin.and_then(|key| keymap::action(place, key, app.settings.language));
    app.tell(Notice::UnknownKey { key, meant }, now)
}

/// Whose keys are in force.
pub(super) fn place(mode: &Mode) -> KeyScope {
    match mode {
        Mode::Browse => KeyScope::Panes,
        Mode::Filter(_) => KeyScope::Filter,
        Mode::Add(dialog) if matches!(dialog.focus, AddFocus::Row(_)) => KeyScope::AddTable,
        Mode::Add(_) => KeyScope::Add,
        Mode::Edit(_) => KeyScope::Edit,
        Mode::Snooze(_) => KeyScope::Snooze,
        Mode::Confirm(_) => KeyScope::Confirm,
        Mode::Pages(_) => KeyScope::Pages,
        Mode::Barcode(_) => KeyScope::Barcode,
        Mode::Message(_) => KeyScope::Message,
        Mode::Marking { .. } => KeyScope::Marking,
        Mode::MessageLog(_) => KeyScope::MessageLog,
        Mode::Help(_) => KeyScope::Help,
    }
}

impl App {
    /// Whose keys are in force.
    #[must_use]
    pub fn place(&self) -> KeyScope {
        place(&self.mode)
    }

    /// Changes what has the keyboard.
    fn enter(&mut self, mode: Mode) -> Reaction {
        self.mode = mode;
        Reaction::redraw()
    }

    /// Moves the cursor in the list; the detail follows when it rests.
    fn step(&mut self, by: isize, now: DateTime<Utc>) -> Reaction {
        let seen = self.leave();
        let moved = self.list.step(by);
        if moved {
            self.follow(now);
        }
        Reaction::redraw_if(moved).with(seen.filter(|_| moved))
    }

    /// The chosen parcel is left: where its news was on the screen, it is seen.
    fn leave(&self) -> Option<Task> {
        let (parcel, _) =
            self.shown().filter(|(shown, _)| self.selected().is_some_and(|chosen| chosen.id == shown.id))?;
        let at = parcel.news()?;
        Some(Task::MarkSeen(parcel.id, Seen { at, state: parcel.summary.state }))
    }

    /// Has the detail follow the cursor once it rests.
    fn follow(&mut self, now: DateTime<Utc>) {
        if let Some(id) = self.list.selected().map(|p| p.id) {
            self.detail.want(id, now);
        }
    }
}
