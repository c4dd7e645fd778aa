//! When the screen changes by itself.

use chrono::{DateTime, Days, NaiveTime, TimeZone, Utc};

use super::{App, Mode, relative_time};
use crate::domain::current_silence::heard_at;

impl App {
    /// The next moment at which something visible changes by itself, or at which the screen wants something:
    /// hand in [`Input::Tick`](super::Input::Tick) then. `None`: never, sleep.
    #[must_use]
    pub fn next_change(&self, now: DateTime<Utc>) -> Option<DateTime<Utc>> {
        next_change(self, now)
    }
}

/// The next moment at which a visible text changes by itself, a notice goes, or the detail follows the cursor.
fn next_change(app: &App, now: DateTime<Utc>) -> Option<DateTime<Utc>> {
    let toast = app.toast.as_ref().map(|t| t.until);
    let typed = match &app.mode {
        Mode::Message(dialog) => dialog.due_at(),
        _ => None,
    };
    let due = app.detail.due_at().into_iter().chain(typed);
    let pauses = app.work.paused.values().filter_map(|(_, until)| *until).filter(|until| *until > now);
    let next_check = app.work.next_check_at.filter(|_| app.work.checking.is_none());
    let countdown = next_check.and_then(|at| relative_time::until_changes(at, now));
    let moments =
        toast.into_iter().chain(due).chain(pauses).chain(countdown).chain(ages(app, now)).chain(checked(app, now));
    let first = moments.chain(midnight(app, now)).min()?;
    Some(first.max(now))
}

/// Ages in the rows in view change as they are shown; a row out of view can only turn stale.
fn ages(app: &App, now: DateTime<Utc>) -> Option<DateTime<Utc>> {
    let window = app.list.window;
    let rows = app.list.rows().skip(window.top).take(window.height).filter(|parcel| !parcel.is_finished());
    rows.map(|parcel| relative_time::since_changes(heard_at(parcel), now)).chain(app.list.turns_stale_at()).min()
}

fn checked(app: &App, now: DateTime<Utc>) -> Option<DateTime<Utc>> {
    let (parcel, _) = app.shown()?;
    parcel.summary.checked_at.map(|at| relative_time::since_changes(at, now))
}

/// Days of protection and days on the way are counted by the reader's calendar.
fn midnight(app: &App, now: DateTime<Utc>) -> Option<DateTime<Utc>> {
    if app.list.all().is_empty() {
        return None;
    }
    let tomorrow = app.settings.date(now).checked_add_days(Days::new(1))?;
    let midnight = app.settings.utc_offset.from_local_datetime(&tomorrow.and_time(NaiveTime::MIN)).single()?;
    Some(midnight.to_utc())
}
