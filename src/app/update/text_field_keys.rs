//! Text fields.

use chrono::{DateTime, Utc};

use super::super::keymap::KeyAction;
use super::super::{App, Mode, Reaction};
use super::message_keys;
use crate::app::layout_free_key::Key;

/// A key that means nothing else goes into the text.
pub(super) fn type_key(app: &mut App, key: Key, now: DateTime<Utc>) -> Reaction {
    let typed = match &mut app.mode {
        Mode::Filter(field) => field.key(key),
        Mode::Add(dialog) => dialog.field().is_some_and(|field| field.key(key)),
        Mode::Edit(form) => form.field().key(key),
        Mode::Snooze(dialog) => dialog.field.key(key),
        Mode::Message(_) => return message_keys::type_key(app, key, now),
        Mode::Browse
        | Mode::Confirm(_)
        | Mode::Pages(_)
        | Mode::Barcode(_)
        | Mode::MessageLog(_)
        | Mode::Marking { .. }
        | Mode::Help(_) => false,
    };
    if typed { app.typed(now) } else { Reaction::quiet() }
}

/// Pasted text goes into the field that has the keyboard; in the panes it is something to add.
pub(super) fn paste(app: &mut App, text: &str, now: DateTime<Utc>) -> Reaction {
    match &mut app.mode {
        Mode::Browse if !text.trim().is_empty() => return app.open_add(text, now),
        Mode::Filter(field) => field.paste(text),
        Mode::Add(dialog) => dialog.paste(text),
        Mode::Edit(form) => form.field().paste(text),
        Mode::Snooze(dialog) => dialog.field.paste(text),
        Mode::Message(_) => return message_keys::paste(app, text, now),
        Mode::Browse
        | Mode::Confirm(_)
        | Mode::Pages(_)
        | Mode::Barcode(_)
        | Mode::MessageLog(_)
        | Mode::Marking { .. }
        | Mode::Help(_) => {
            return Reaction::quiet();
        }
    }
    app.typed(now)
}

pub(super) fn act_in_filter(app: &mut App, action: KeyAction, now: DateTime<Utc>) -> Reaction {
    match action {
        KeyAction::Down => app.step(1, now),
        KeyAction::Up => app.step(-1, now),
        KeyAction::Submit => app.enter(Mode::Browse),
        KeyAction::Cancel => {
            app.mode = Mode::Browse;
            app.filter("", now)
        }
        _ => Reaction::quiet(),
    }
}

impl App {
    /// Whatever follows the text of a field follows it.
    fn typed(&mut self, now: DateTime<Utc>) -> Reaction {
        let context = self.add_context(now);
        match &mut self.mode {
            Mode::Filter(field) => {
                let text = field.text().to_owned();
                return self.filter(&text, now);
            }
            Mode::Add(dialog) => dialog.look(&self.list, context),
            Mode::Edit(form) => form.wrong = None,
            Mode::Snooze(dialog) => dialog.wrong = None,
            Mode::Browse
            | Mode::Confirm(_)
            | Mode::Pages(_)
            | Mode::Barcode(_)
            | Mode::Message(_)
            | Mode::MessageLog(_)
            | Mode::Marking { .. }
            | Mode::Help(_) => {}
        }
        Reaction::redraw()
    }
}
