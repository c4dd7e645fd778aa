//! Keys in the panes.

use chrono::{DateTime, Utc};

use super::super::keymap::KeyAction;
use super::super::toast::{Notice, Toast};
use super::super::{App, Effect, Focus, Mode, Scope};
use super::message_keys;
use crate::app::add_dialog::AddDialog;
use crate::app::barcode_dialog::BarcodeDialog;
use crate::app::edit_form::EditDialog;
use crate::app::snooze_dialog::SnoozeDialog;
use crate::app::text_field::TextField;
use crate::app::tracking_pages::TrackingPagesDialog;
use crate::domain::advice::{Link, advice};
use crate::domain::{Change, CleanText, Parcel, ParcelEdit, SourceId, snooze};

pub(super) fn act(app: &mut App, action: KeyAction, now: DateTime<Utc>) -> Vec<Effect> {
    if let Some(by) = distance(app, action) {
        walk(app, by, now);
        return Vec::new();
    }
    match action {
        KeyAction::Open => return open(app),
        KeyAction::OtherPane if app.focus == Focus::List => return open(app),
        KeyAction::Back | KeyAction::OtherPane => look_at_list(app),
        KeyAction::Clear => clear(app, now),
        KeyAction::Filter => app.enter(Mode::Filter(TextField::new(app.list.filter.text()))),
        KeyAction::Sort => sort(app, now),
        KeyAction::ShowArchived => show_archived(app, now),
        KeyAction::Add => app.enter(Mode::Add(Box::default())),
        KeyAction::Letters => message_keys::open_log(app, now),
        KeyAction::Help => app.enter(Mode::Help(0)),
        KeyAction::CheckAll => return check(app, Scope::All, now),
        KeyAction::Undo => return vec![Effect::Undo],
        _ => return app.selected().cloned().map(|parcel| act_on(app, &parcel, action, now)).unwrap_or_default(),
    }
    Vec::new()
}

/// Keys that do something to the chosen parcel.
fn act_on(app: &mut App, parcel: &Parcel, action: KeyAction, now: DateTime<Utc>) -> Vec<Effect> {
    app.acting = Some((parcel.id, CleanText::line(parcel.name())));
    app.opening = None;
    match action {
        KeyAction::Edit => app.enter(Mode::Edit(Box::new(EditDialog::new(parcel)))),
        KeyAction::Barcode | KeyAction::Check | KeyAction::CopyNumber if parcel.numbers.is_empty() => {
            app.tell(Notice::NoNumber, now);
        }
        KeyAction::Barcode => {
            if let Some(dialog) = BarcodeDialog::new(parcel) {
                app.enter(Mode::Barcode(dialog));
            }
        }
        KeyAction::Evidence => return prove(app, parcel, now),
        KeyAction::Letter => return message_keys::open(app, parcel, now),
        KeyAction::Snooze => return put_off(app, parcel, now),
        KeyAction::Delete => app.enter(Mode::Confirm { id: parcel.id, name: CleanText::line(parcel.name()) }),
        KeyAction::Check => return check(app, Scope::Parcels(vec![parcel.id]), now),
        KeyAction::Archive if parcel.archived_at.is_some() => return vec![Effect::Restore(parcel.id)],
        KeyAction::Archive => return vec![Effect::Archive(parcel.id)],
        KeyAction::CopyNumber => return copy(app, parcel.number().map(|n| CleanText::line(n.as_str())), now),
        KeyAction::CopyPage => return look_up(app, parcel, now),
        _ => {}
    }
    Vec::new()
}

/// Has the pack for a dispute written; once, however often the key is pressed meanwhile.
fn prove(app: &mut App, parcel: &Parcel, now: DateTime<Utc>) -> Vec<Effect> {
    if app.toast.as_ref().is_some_and(|toast| toast.notice == Notice::Packing) {
        return Vec::new();
    }
    app.tell(Notice::Packing, now);
    vec![Effect::Evidence(parcel.id)]
}

/// Asks until when to leave a parcel alone; one that is left alone already is woken.
fn put_off(app: &mut App, parcel: &Parcel, now: DateTime<Utc>) -> Vec<Effect> {
    let today = app.settings.date(now);
    if parcel.is_finished() {
        app.tell(Notice::NothingToSnooze, now);
        return Vec::new();
    }
    if snooze::rest(parcel, today).until().is_some() {
        let awake = ParcelEdit { snooze: Change::Clear, ..ParcelEdit::default() };
        return vec![Effect::Edit(parcel.id, Box::new(awake))];
    }
    app.enter(Mode::Snooze(Box::new(SnoozeDialog::new(parcel, today))));
    Vec::new()
}

/// How far a key moves: rows of the pane that has the keyboard.
fn distance(app: &App, action: KeyAction) -> Option<isize> {
    let window = match app.focus {
        Focus::List => app.list.window,
        Focus::Detail => app.detail.window,
    };
    let page = isize::try_from(window.height.saturating_sub(1).max(1)).unwrap_or(1);
    // Longer than any list, and safe to add to any position.
    let end = isize::MAX / 2;
    Some(match action {
        KeyAction::Down => 1,
        KeyAction::Up => -1,
        KeyAction::PageDown => page,
        KeyAction::PageUp => -page,
        KeyAction::HalfDown => (page / 2).max(1),
        KeyAction::HalfUp => -(page / 2).max(1),
        KeyAction::Bottom => end,
        KeyAction::Top => -end,
        _ => return None,
    })
}

fn walk(app: &mut App, by: isize, now: DateTime<Utc>) {
    match app.focus {
        Focus::List => app.step(by, now),
        Focus::Detail => app.dirty |= app.detail.scroll(by),
    }
}

fn open(app: &mut App) -> Vec<Effect> {
    if app.selected().is_none() || app.focus == Focus::Detail {
        return Vec::new();
    }
    app.focus = Focus::Detail;
    app.dirty = true;
    app.detail.take_wanted().map(Effect::LoadDossier).into_iter().collect()
}

fn look_at_list(app: &mut App) {
    app.dirty |= app.focus != Focus::List;
    app.focus = Focus::List;
}

/// One step back: from the detail, then the filter, then the archive.
fn clear(app: &mut App, now: DateTime<Utc>) {
    if app.toast.take().is_some() {
        app.dirty = true;
    }
    if app.focus == Focus::Detail {
        return look_at_list(app);
    }
    if !app.list.filter.is_empty() {
        return app.filter("", now);
    }
    if app.list.archived {
        show_archived(app, now);
    }
}

fn sort(app: &mut App, now: DateTime<Utc>) {
    app.list.sort = crate::app::sort_order::next(app.list.sort);
    app.rearrange(now);
}

fn show_archived(app: &mut App, now: DateTime<Utc>) {
    app.list.archived = !app.list.archived;
    app.focus = Focus::List;
    app.rearrange(now);
}

fn check(app: &mut App, scope: Scope, now: DateTime<Utc>) -> Vec<Effect> {
    if app.work.offline {
        app.tell(Notice::Offline, now);
        return Vec::new();
    }
    vec![Effect::Check(scope)]
}

fn copy(app: &mut App, text: Option<CleanText>, now: DateTime<Utc>) -> Vec<Effect> {
    let Some(text) = text else {
        app.tell(Notice::NoPage, now);
        return Vec::new();
    };
    app.copying = Some(text.clone());
    vec![Effect::Copy(text)]
}

/// Shows the pages where a parcel can be looked up; the only one is copied at once.
fn look_up(app: &mut App, parcel: &Parcel, now: DateTime<Utc>) -> Vec<Effect> {
    let mut pages = pages(app, parcel, now);
    if pages.len() > 1 {
        app.enter(Mode::Pages(Box::new(TrackingPagesDialog::new(parcel, pages))));
        return Vec::new();
    }
    copy(app, pages.pop().map(|page| page.url), now)
}

/// The page of the source whose word the status is, those of the others that were asked, those that the advice names.
fn pages(app: &App, parcel: &Parcel, now: DateTime<Utc>) -> Vec<Link> {
    let told = parcel.summary.last_event.as_ref().map(|event| &event.number);
    let Some(number) = told.or_else(|| parcel.number()) else { return Vec::new() };
    let shown = app.shown().filter(|(shown, _)| shown.id == parcel.id).map(|(_, dossier)| dossier);
    let asked = shown.iter().flat_map(|dossier| dossier.standings.iter().map(|s| &s.source));
    let link = |source: &SourceId| {
        let url = CleanText::line(&app.settings.page(source, number)?);
        Some(Link { name: CleanText::line(app.settings.source_name(source)), url })
    };
    let mut pages: Vec<Link> = parcel.summary.status_source.iter().chain(asked).filter_map(link).collect();
    let advice = shown.and_then(|dossier| advice(parcel, &dossier.standings, &app.advice(now)));
    pages.extend(advice.into_iter().flat_map(|a| a.steps).flat_map(|step| step.links));
    let mut known: Vec<CleanText> = Vec::new();
    pages.retain(|page| {
        !known.contains(&page.url) && {
            known.push(page.url.clone());
            true
        }
    });
    pages
}

impl App {
    /// Narrows the list down.
    pub(super) fn filter(&mut self, text: &str, now: DateTime<Utc>) {
        self.list.filter = super::super::filter::Filter::new(text);
        self.rearrange(now);
    }

    fn rearrange(&mut self, now: DateTime<Utc>) {
        self.list.arrange(now);
        self.follow(now);
        self.dirty = true;
    }

    /// Shows a notice.
    pub(super) fn tell(&mut self, notice: Notice, now: DateTime<Utc>) {
        self.toast = Some(Toast::new(notice, now));
        self.dirty = true;
    }

    /// Opens the dialog that adds, with that text in it.
    pub(super) fn open_add(&mut self, text: &str) {
        let mut dialog = AddDialog::default();
        dialog.paste(text);
        dialog.look(&self.list, self.settings.home);
        self.enter(Mode::Add(Box::new(dialog)));
    }
}
