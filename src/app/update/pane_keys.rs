//! Keys in the panes.

use chrono::{DateTime, Utc};

use super::super::keymap::KeyAction;
use super::super::toast::{Notice, Toast};
use super::super::{App, Focus, Mode, Question, Reaction, Scope, Task};
use super::message_keys;
use crate::app::add_dialog::AddDialog;
use crate::app::barcode_dialog::BarcodeDialog;
use crate::app::cycle_selection::Neighbour;
use crate::app::edit_form::EditDialog;
use crate::app::ordered_check::OrderedCheck;
use crate::app::snooze_dialog::SnoozeDialog;
use crate::app::text_field::TextField;
use crate::app::tracking_pages::TrackingPagesDialog;
use crate::domain::advice::{Link, advice};
use crate::domain::{Change, CleanText, OrderEdit, Parcel, ParcelEdit, SourceId, snooze};
use crate::use_cases::add::AddContext;

pub(super) fn act(app: &mut App, action: KeyAction, now: DateTime<Utc>) -> Reaction {
    if let Some(by) = distance(app, action) {
        return walk(app, by, now);
    }
    match action {
        KeyAction::Open => open(app),
        KeyAction::OtherPane if app.focus == Focus::List => open(app),
        KeyAction::Back | KeyAction::OtherPane => look_at_list(app),
        KeyAction::Clear => clear(app, now),
        KeyAction::Filter => app.enter(Mode::Filter(TextField::new(app.list.filter.text()))),
        KeyAction::NextParcel => app.step(1, now),
        KeyAction::PreviousParcel => app.step(-1, now),
        KeyAction::Sort => sort(app, now),
        KeyAction::ShowArchived => show_archived(app, now),
        KeyAction::Add => app.enter(Mode::Add(Box::default())),
        KeyAction::MessageLog => message_keys::open_log(app, now),
        KeyAction::Help => app.enter(Mode::Help(0)),
        KeyAction::CheckAll => check(app, Scope::All, now),
        KeyAction::Undo => Reaction::quiet().with([Task::Undo { since: app.opened_at }]),
        KeyAction::Redo => Reaction::quiet().with([Task::Redo]),
        KeyAction::NextNews => next_news(app, now),
        KeyAction::MarkAllSeen if app.list.counts().news == 0 => app.tell(Notice::NoNews, now),
        KeyAction::MarkAllSeen => Reaction::quiet().with([Task::MarkAllSeen]),
        _ => match app.selected().cloned() {
            Some(parcel) => act_on(app, &parcel, action, now),
            None => Reaction::quiet(),
        },
    }
}

/// Keys that do something to the chosen parcel.
fn act_on(app: &mut App, parcel: &Parcel, action: KeyAction, now: DateTime<Utc>) -> Reaction {
    app.message_awaits = None;
    match action {
        KeyAction::Edit => app.enter(Mode::Edit(Box::new(EditDialog::new(parcel, app.settings.language)))),
        KeyAction::Barcode | KeyAction::Check | KeyAction::CopyNumber | KeyAction::Mark
            if parcel.numbers.is_empty() =>
        {
            app.tell(Notice::NoNumber, now)
        }
        KeyAction::Barcode => match BarcodeDialog::new(parcel) {
            Some(dialog) => app.enter(Mode::Barcode(dialog)),
            None => Reaction::quiet(),
        },
        KeyAction::Evidence => write_evidence(app, parcel, now),
        KeyAction::Message => message_keys::open(app, parcel, now),
        KeyAction::Received => receive(app, parcel, now),
        KeyAction::Snooze => put_off(app, parcel, now),
        KeyAction::Delete => {
            app.enter(Mode::Confirm(Box::new(Question::Remove { id: parcel.id, name: CleanText::line(parcel.name()) })))
        }
        KeyAction::Check => check(app, Scope::Parcels(vec![parcel.id]), now),
        KeyAction::Archive if parcel.archived_at.is_some() => Reaction::quiet().with([Task::Restore(parcel.id)]),
        KeyAction::Archive => archive(app, parcel, now),
        KeyAction::CopyNumber => copy(app, parcel.number().map(|n| CleanText::line(n.as_str())), now),
        KeyAction::Mark => match parcel.number() {
            Some(number) => app.mark(CleanText::line(number.as_str()), false),
            None => Reaction::quiet(),
        },
        KeyAction::CopyPage => look_up(app, parcel, now),
        _ => Reaction::quiet(),
    }
}

/// Puts a parcel away; one that is still protected only if the user says so: nothing reminds of what is away.
fn archive(app: &mut App, parcel: &Parcel, now: DateTime<Utc>) -> Reaction {
    let today = app.settings.date(now);
    let end = parcel.protection().map(|guard| guard.deadline.until);
    match end.filter(|until| *until >= today && !parcel.is_finished()) {
        Some(until) => {
            let name = CleanText::line(parcel.name());
            app.enter(Mode::Confirm(Box::new(Question::Archive { id: parcel.id, name, until })))
        }
        None => Reaction::quiet().with([Task::Archive(parcel.id)]),
    }
}

/// Has the pack for a dispute written; once, however often the key is pressed meanwhile.
pub(super) fn write_evidence(app: &mut App, parcel: &Parcel, now: DateTime<Utc>) -> Reaction {
    if app.toast.as_ref().is_some_and(|toast| toast.notice == Notice::Packing) {
        return Reaction::quiet();
    }
    app.tell(Notice::Packing, now).with([Task::WriteEvidence(parcel.id)])
}

/// Asks until when to leave a parcel alone; one that is left alone already is woken.
fn put_off(app: &mut App, parcel: &Parcel, now: DateTime<Utc>) -> Reaction {
    let today = app.settings.date(now);
    if parcel.is_finished() {
        return app.tell(Notice::NothingToSnooze, now);
    }
    if snooze::rest(parcel, today).until().is_some() {
        let awake = ParcelEdit { snooze: Change::Clear, ..ParcelEdit::default() };
        return Reaction::quiet().with([Task::Edit(parcel.id, Box::new(awake))]);
    }
    app.enter(Mode::Snooze(Box::new(SnoozeDialog::new(parcel, today, app.settings.language))))
}

/// Notes that the parcel has come today: with it, the days after a delivery begin.
fn receive(app: &mut App, parcel: &Parcel, now: DateTime<Utc>) -> Reaction {
    if parcel.received_on().is_some() || parcel.closed_at.is_some() {
        return app.tell(Notice::AlreadyReceived, now);
    }
    let open = parcel.orders.iter().find(|order| order.received_on.is_none());
    let today = Change::Set(app.settings.date(now));
    let code = open.and_then(|order| order.code.clone());
    let edit = ParcelEdit {
        order: OrderEdit { code, received_on: today, ..OrderEdit::default() },
        missing: parcel.missing_at.is_some().then_some(false),
        ..ParcelEdit::default()
    };
    app.receiving = Some(parcel.id);
    Reaction::quiet().with([Task::Edit(parcel.id, Box::new(edit))])
}

/// Goes to the next parcel with news, from the cursor on and round.
fn next_news(app: &mut App, now: DateTime<Utc>) -> Reaction {
    match app.list.next_with_news() {
        Some(row) => {
            let seen = app.leave();
            app.list.put_cursor_on(row);
            app.follow(now);
            Reaction::redraw().with(seen)
        }
        None => app.tell(Notice::NoNews, now),
    }
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

fn walk(app: &mut App, by: isize, now: DateTime<Utc>) -> Reaction {
    match app.focus {
        Focus::List => app.step(by, now),
        Focus::Detail => Reaction::redraw_if(app.detail.scroll(by)),
    }
}

fn open(app: &mut App) -> Reaction {
    if app.selected().is_none() || app.focus == Focus::Detail {
        return Reaction::quiet();
    }
    app.focus = Focus::Detail;
    Reaction::redraw().with(app.detail.take_wanted().map(Task::LoadDetail))
}

fn look_at_list(app: &mut App) -> Reaction {
    let before = std::mem::replace(&mut app.focus, Focus::List);
    let seen = if before == Focus::Detail { app.leave() } else { None };
    Reaction::redraw_if(before != Focus::List).with(seen)
}

/// One step back: from the detail, then the filter, then the archive.
fn clear(app: &mut App, now: DateTime<Utc>) -> Reaction {
    let gone = app.toast.take().is_some();
    if app.focus == Focus::Detail {
        return look_at_list(app);
    }
    if !app.list.filter.is_empty() {
        return app.filter("", now);
    }
    if app.list.archived {
        return show_archived(app, now);
    }
    Reaction::redraw_if(gone)
}

fn sort(app: &mut App, now: DateTime<Utc>) -> Reaction {
    app.list.sort = crate::app::sort_order::next(app.list.sort);
    app.rearrange(now)
}

fn show_archived(app: &mut App, now: DateTime<Utc>) -> Reaction {
    app.list.archived = !app.list.archived;
    app.focus = Focus::List;
    app.rearrange(now)
}

pub(super) fn check(app: &mut App, scope: Scope, now: DateTime<Utc>) -> Reaction {
    if app.work.offline {
        return app.tell(Notice::Offline, now);
    }
    app.ordered = Some(OrderedCheck::default());
    Reaction::quiet().with([Task::Check(scope)])
}

pub(super) fn copy(app: &mut App, text: Option<CleanText>, now: DateTime<Utc>) -> Reaction {
    match text {
        Some(text) => app.copy(text),
        None => app.tell(Notice::NoPage, now),
    }
}

/// Shows the pages where a parcel can be looked up; the only one is copied at once.
pub(super) fn look_up(app: &mut App, parcel: &Parcel, now: DateTime<Utc>) -> Reaction {
    let mut pages = pages(app, parcel, now);
    if pages.len() > 1 {
        return app.enter(Mode::Pages(Box::new(TrackingPagesDialog::new(parcel, pages))));
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
    pub(super) fn filter(&mut self, text: &str, now: DateTime<Utc>) -> Reaction {
        self.list.filter = crate::app::text_filter::Filter::new(text);
        self.rearrange(now)
    }

    fn rearrange(&mut self, now: DateTime<Utc>) -> Reaction {
        self.list.arrange(now);
        self.follow(now);
        Reaction::redraw()
    }

    /// Shows a notice.
    pub(super) fn tell(&mut self, notice: Notice, now: DateTime<Utc>) -> Reaction {
        self.toast = Some(Toast::new(notice, now));
        Reaction::redraw()
    }

    /// What reading a text to be added depends on.
    pub(super) fn add_context(&self, now: DateTime<Utc>) -> AddContext {
        AddContext { today: self.settings.date(now), home: self.settings.home }
    }

    /// Opens the dialog that adds, with that text in it.
    pub(super) fn open_add(&mut self, text: &str, now: DateTime<Utc>) -> Reaction {
        let mut dialog = AddDialog::default();
        dialog.paste(text);
        dialog.look(&self.list, self.add_context(now));
        if text.trim().contains('\n') {
            dialog.step(Neighbour::Previous);
        }
        self.enter(Mode::Add(Box::new(dialog)))
    }
}
