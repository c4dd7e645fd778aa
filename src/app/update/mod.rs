//! What each message does. One file a group of actions; this one only sends them there.

mod dialog_keys;
mod effect_results;
mod message_keys;
mod pager_keys;
mod pane_keys;
mod text_field_keys;

use chrono::{DateTime, Utc};

use super::key::Key;
use super::keymap::{self, Action, Place};
use super::{App, Effect, Message, Mode};

/// Takes a message in; says what is to be carried out.
pub fn update(app: &mut App, message: Message, now: DateTime<Utc>) -> Vec<Effect> {
    match message {
        Message::Key(key) => press(app, key, now),
        Message::Paste(text) => text_field_keys::paste(app, &text, now),
        Message::Resize(columns, rows) => resize(app, (columns, rows)),
        Message::Focus(gained) => {
            app.dirty |= gained;
            Vec::new()
        }
        Message::Tick => tick(app, now),
        result => effect_results::take(app, result, now),
    }
}

fn resize(app: &mut App, size: (u16, u16)) -> Vec<Effect> {
    // The terminal may have wiped or reflowed what it showed, also where it is as large as before.
    app.dirty = true;
    app.size = size;
    Vec::new()
}

fn tick(app: &mut App, now: DateTime<Utc>) -> Vec<Effect> {
    if app.toast.as_ref().is_some_and(|t| t.until <= now) {
        app.toast = None;
        app.dirty = true;
    }
    if let Mode::Letter(dialog) = &mut app.mode
        && let Some(save) = dialog.save_due(now)
    {
        return vec![save];
    }
    if let Some(id) = app.detail.take_due(now) {
        return vec![Effect::LoadDossier(id)];
    }
    app.list.arrange(now);
    app.dirty = true;
    Vec::new()
}

fn press(app: &mut App, key: Key, now: DateTime<Utc>) -> Vec<Effect> {
    let place = place(&app.mode);
    let Some(action) = keymap::action(place, key) else {
        if place.is_text() {
            text_field_keys::type_key(app, key, now);
        }
        return Vec::new();
    };
    match action {
        Action::Quit => vec![Effect::Quit],
        Action::Suspend => vec![Effect::Suspend],
        _ => match place {
            Place::Panes | Place::Everywhere => pane_keys::act(app, action, now),
            Place::Filter => text_field_keys::act_in_filter(app, action, now),
            Place::Add => dialog_keys::act_in_add(app, action, now),
            Place::Edit => dialog_keys::act_in_edit(app, action, now),
            Place::Snooze => dialog_keys::act_in_snooze(app, action, now),
            Place::Confirm => dialog_keys::answer(app, action),
            Place::Pages => dialog_keys::act_at_pages(app, action),
            Place::Barcode => dialog_keys::act_at_barcode(app, action),
            Place::Letter => message_keys::act(app, action, now),
            Place::Letters | Place::Help => pager_keys::act(app, action),
        },
    }
}

/// Whose keys are in force.
pub(super) fn place(mode: &Mode) -> Place {
    match mode {
        Mode::Browse => Place::Panes,
        Mode::Filter(_) => Place::Filter,
        Mode::Add(_) => Place::Add,
        Mode::Edit(_) => Place::Edit,
        Mode::Snooze(_) => Place::Snooze,
        Mode::Confirm { .. } => Place::Confirm,
        Mode::Pages(_) => Place::Pages,
        Mode::Barcode(_) => Place::Barcode,
        Mode::Letter(_) => Place::Letter,
        Mode::Letters(_) => Place::Letters,
        Mode::Help(_) => Place::Help,
    }
}

impl App {
    /// Whose keys are in force.
    #[must_use]
    pub fn place(&self) -> Place {
        place(&self.mode)
    }

    /// Changes what has the keyboard.
    fn enter(&mut self, mode: Mode) {
        self.mode = mode;
        self.dirty = true;
    }

    /// Moves the cursor in the list; the detail follows when it rests.
    fn step(&mut self, by: isize, now: DateTime<Utc>) {
        if self.list.step(by) {
            self.dirty = true;
            self.follow(now);
        }
    }

    /// Has the detail follow the cursor once it rests.
    fn follow(&mut self, now: DateTime<Utc>) {
        if let Some(id) = self.list.selected().map(|p| p.id) {
            self.detail.want(id, now);
        }
    }
}
