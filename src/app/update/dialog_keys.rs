//! The dialogs: add, edit, the question before a removal, the barcode.

use chrono::{DateTime, Utc};

use super::super::keymap::KeyAction;
use super::super::toast::Notice;
use super::super::{App, Effect, Mode};
use crate::app::text_field::TextField;
use crate::domain::ParcelEdit;

pub(super) fn act_in_add(app: &mut App, action: KeyAction, now: DateTime<Utc>) -> Vec<Effect> {
    app.dirty = true;
    let Mode::Add(dialog) = &mut app.mode else { return Vec::new() };
    match action {
        KeyAction::NextField | KeyAction::PreviousField => dialog.on_title = !dialog.on_title && dialog.takes_title(),
        KeyAction::TakeSuggestion => {
            if let Some(right) = dialog.suggestion.take() {
                dialog.numbers = TextField::new(right.as_str());
                dialog.look(&app.list, app.settings.home);
            }
        }
        KeyAction::Submit => return submit_add(app, now),
        KeyAction::Cancel => app.enter(Mode::Browse),
        _ => {}
    }
    Vec::new()
}

/// Adds what is new. Where nothing is new, goes to the parcel that is there; where there is no number, stays.
fn submit_add(app: &mut App, now: DateTime<Utc>) -> Vec<Effect> {
    let Mode::Add(dialog) = &app.mode else { return Vec::new() };
    let parcels = dialog.new_parcels();
    if !parcels.is_empty() {
        app.enter(Mode::Browse);
        return vec![Effect::Add(parcels)];
    }
    let Some((id, name)) = dialog.found.iter().find_map(|f| f.already.clone()) else { return Vec::new() };
    app.enter(Mode::Browse);
    app.go_to(id, now);
    app.tell(Notice::Already { name }, now);
    Vec::new()
}

pub(super) fn act_in_edit(app: &mut App, action: KeyAction, now: DateTime<Utc>) -> Vec<Effect> {
    app.dirty = true;
    let today = app.settings.date(now);
    let Mode::Edit(form) = &mut app.mode else { return Vec::new() };
    match action {
        KeyAction::NextField => form.step(1),
        KeyAction::PreviousField => form.step(-1),
        KeyAction::Cancel => app.enter(Mode::Browse),
        KeyAction::Submit => {
            let edit = match form.edit(today, &app.settings.rules.presets) {
                Ok(edit) => edit,
                Err(wrong) => {
                    form.point_at(wrong);
                    return Vec::new();
                }
            };
            let id = form.id;
            app.enter(Mode::Browse);
            let effect = (edit != ParcelEdit::default()).then(|| Effect::Edit(id, Box::new(edit)));
            return effect.into_iter().collect();
        }
        _ => {}
    }
    Vec::new()
}

pub(super) fn act_in_snooze(app: &mut App, action: KeyAction, now: DateTime<Utc>) -> Vec<Effect> {
    app.dirty = true;
    let today = app.settings.date(now);
    let Mode::Snooze(dialog) = &mut app.mode else { return Vec::new() };
    let id = dialog.id;
    if action != KeyAction::Submit {
        app.enter(Mode::Browse);
        return Vec::new();
    }
    let Some(snooze) = dialog.until(today) else {
        dialog.wrong = true;
        return Vec::new();
    };
    app.enter(Mode::Browse);
    vec![Effect::Edit(id, Box::new(ParcelEdit { snooze, ..ParcelEdit::default() }))]
}

pub(super) fn answer(app: &mut App, action: KeyAction) -> Vec<Effect> {
    let Mode::Confirm { id, .. } = app.mode else { return Vec::new() };
    app.enter(Mode::Browse);
    if action == KeyAction::Yes { vec![Effect::Remove(id)] } else { Vec::new() }
}

pub(super) fn act_at_pages(app: &mut App, action: KeyAction) -> Vec<Effect> {
    app.dirty = true;
    let Mode::Pages(dialog) = &mut app.mode else { return Vec::new() };
    let address = dialog.address().filter(|_| action == KeyAction::Submit);
    match action {
        KeyAction::Down => dialog.step(1),
        KeyAction::Up => dialog.step(-1),
        _ => app.enter(Mode::Browse),
    }
    app.copying = address.clone().or(app.copying.take());
    address.into_iter().map(Effect::Copy).collect()
}

pub(super) fn act_at_barcode(app: &mut App, action: KeyAction) -> Vec<Effect> {
    app.dirty = true;
    let Mode::Barcode(dialog) = &mut app.mode else { return Vec::new() };
    match action {
        KeyAction::NextField => dialog.step(true),
        KeyAction::PreviousField => dialog.step(false),
        _ => app.enter(Mode::Browse),
    }
    Vec::new()
}
