//! The question until when a parcel is to be left alone.

use chrono::{DateTime, Days, NaiveDate, Utc};

use super::edit_form::day_text;
use super::text_field::TextField;
use crate::domain::parse_date::{self, DayProblem};
use crate::domain::{Change, CleanText, Parcel, ParcelId, Snooze, SnoozeState, snooze};
use crate::texts::Language;

/// What is offered.
const OFFERED_DAYS: u64 = 7;

/// The state of the dialog.
#[derive(Debug)]
pub struct SnoozeDialog {
    /// Which parcel.
    pub id: ParcelId,
    /// What it is called.
    pub name: CleanText,
    /// The day, as it is typed.
    pub field: TextField,
    /// What is wrong with the day.
    pub wrong: Option<DayProblem>,
    before: Box<Parcel>,
}

impl SnoozeDialog {
    /// Offers a week. `today` is the reader's date.
    pub(super) fn new(parcel: &Parcel, today: NaiveDate, language: Language) -> Self {
        Self::until_day(parcel, None, today, language)
    }

    /// Offers a day to come; a week where there is none.
    pub(super) fn until_day(parcel: &Parcel, day: Option<NaiveDate>, today: NaiveDate, language: Language) -> Self {
        let week = today.checked_add_days(Days::new(OFFERED_DAYS)).unwrap_or(today);
        let offered = day.filter(|day| *day > today).unwrap_or(week);
        let field = TextField::new(&day_text(offered, language));
        Self {
            id: parcel.id,
            name: CleanText::line(parcel.name()),
            field,
            wrong: None,
            before: Box::new(parcel.clone()),
        }
    }

    /// What the field says: a day to come, or nothing, which wakes the parcel.
    pub(super) fn until(&self, today: NaiveDate) -> Result<Change<NaiveDate>, DayProblem> {
        let text = self.field.text().trim();
        if text.is_empty() {
            return Ok(Change::Clear);
        }
        parse_date::parse_future(text, today).map(Change::Set)
    }

    /// Until when the parcel would be snoozed, and whether something about it cannot wait so long: it would be shown all the
    /// same.
    #[must_use]
    pub fn effect(&self, now: DateTime<Utc>, today: NaiveDate) -> Option<(NaiveDate, bool)> {
        let Ok(Change::Set(until)) = self.until(today) else { return None };
        let snoozed = Parcel { snooze: Some(Snooze { until, since: now }), ..(*self.before).clone() };
        let is_overruled = matches!(snooze::rest(&snoozed, today), SnoozeState::Overruled(_));
        Some((until, is_overruled))
    }
}
