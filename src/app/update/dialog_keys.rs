//! The dialogs: add, edit, questions, the barcode.

use chrono::{DateTime, Utc};

use super::super::keymap::KeyAction;
use super::super::toast::Notice;
use super::super::{App, Mode, Question, Reaction, Task};
use crate::app::cycle_selection::Neighbour;
use crate::domain::ParcelEdit;

pub(super) fn act_in_add(app: &mut App, action: KeyAction, now: DateTime<Utc>) -> Reaction {
    let Mode::Add(dialog) = &mut app.mode else { return Reaction::quiet() };
    match action {
        KeyAction::NextField => dialog.step(Neighbour::Next),
        KeyAction::PreviousField => dialog.step(Neighbour::Previous),
        KeyAction::Down => dialog.walk(Neighbour::Next),
        KeyAction::Up => dialog.walk(Neighbour::Previous),
        KeyAction::Choose => dialog.choose(Neighbour::Next),
        KeyAction::ChoosePrevious => dialog.choose(Neighbour::Previous),
        KeyAction::Switch => dialog.switch(),
        KeyAction::SwitchAll => dialog.switch_all(),
        KeyAction::Submit => return submit_add(app, now),
        KeyAction::Cancel => return app.enter(Mode::Browse),
        _ => {}
    }
    dialog.chosen(&app.list);
    Reaction::redraw()
}

/// Adds what is switched on. Where that is nothing, goes to the parcel that is there; where there is no number, stays.
fn submit_add(app: &mut App, now: DateTime<Utc>) -> Reaction {
    let Mode::Add(dialog) = &app.mode else { return Reaction::quiet() };
    let parcels = dialog.new_parcels();
    if !parcels.is_empty() {
        return app.enter(Mode::Browse).with([Task::Add(parcels)]);
    }
    let Some((id, name)) = dialog.rows.iter().find_map(|row| row.already.clone()) else { return Reaction::redraw() };
    app.mode = Mode::Browse;
    app.go_to(id, now);
    app.tell(Notice::Already { name }, now)
}

pub(super) fn act_in_edit(app: &mut App, action: KeyAction, now: DateTime<Utc>) -> Reaction {
    let today = app.settings.date(now);
    let Mode::Edit(form) = &mut app.mode else { return Reaction::quiet() };
    match action {
        KeyAction::NextField => form.step(Neighbour::Next),
        KeyAction::PreviousField => form.step(Neighbour::Previous),
        KeyAction::Cancel => return app.enter(Mode::Browse),
        KeyAction::Submit => match form.edit(today, &app.settings.rules.presets) {
            Ok(edit) => {
                let task = (edit != ParcelEdit::default()).then(|| Task::Edit(form.id, Box::new(edit)));
                return app.enter(Mode::Browse).with(task);
            }
            Err(wrong) => form.point_at(wrong),
        },
        _ => {}
    }
    Reaction::redraw()
}

pub(super) fn act_in_snooze(app: &mut App, action: KeyAction, now: DateTime<Utc>) -> Reaction {
    let today = app.settings.date(now);
    let Mode::Snooze(dialog) = &mut app.mode else { return Reaction::quiet() };
    let id = dialog.id;
    if action != KeyAction::Submit {
        return app.enter(Mode::Browse);
    }
    let snooze = match dialog.until(today) {
        Ok(snooze) => snooze,
        Err(why) => {
            dialog.wrong = Some(why);
            return Reaction::redraw();
        }
    };
    app.enter(Mode::Browse).with([Task::Edit(id, Box::new(ParcelEdit { snooze, ..ParcelEdit::default() }))])
}

pub(super) fn answer(app: &mut App, action: KeyAction) -> Reaction {
    let Mode::Confirm(question) = &app.mode else { return Reaction::quiet() };
    let task = (action == KeyAction::Yes).then(|| match &**question {
        Question::Remove { id, name } => Task::Remove { id: *id, name: name.clone() },
        Question::Undo(pending) => Task::UndoConfirmed(pending.entry),
        Question::Archive { id, .. } => Task::Archive(*id),
    });
    // What was said of a key at the question is over with it.
    app.toast = None;
    app.enter(Mode::Browse).with(task)
}

pub(super) fn act_at_pages(app: &mut App, action: KeyAction) -> Reaction {
    let Mode::Pages(dialog) = &mut app.mode else { return Reaction::quiet() };
    match action {
        KeyAction::Down => dialog.step(Neighbour::Next),
        KeyAction::Up => dialog.step(Neighbour::Previous),
        KeyAction::Submit => {
            let address = dialog.address();
            let closed = app.enter(Mode::Browse);
            return address.map_or(closed, |address| app.copy(address));
        }
        KeyAction::Mark => {
            let address = dialog.address();
            return address.map_or_else(Reaction::quiet, |address| app.mark(address, false));
        }
        _ => return app.enter(Mode::Browse),
    }
    Reaction::redraw()
}

pub(super) fn act_at_barcode(app: &mut App, action: KeyAction) -> Reaction {
    let Mode::Barcode(dialog) = &mut app.mode else { return Reaction::quiet() };
    match action {
        KeyAction::OtherView => dialog.turn_size(),
        KeyAction::NextField => dialog.step(Neighbour::Next),
        KeyAction::PreviousField => dialog.step(Neighbour::Previous),
        _ => return app.enter(Mode::Browse),
    }
    Reaction::redraw()
}
