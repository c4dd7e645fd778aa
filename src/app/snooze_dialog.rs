//! The question until when a parcel is to be left alone.

use chrono::{Days, NaiveDate};

use super::text_field::TextField;
use crate::domain::{Change, CleanText, Parcel, ParcelId, parse_date};

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
    /// The day was not understood, or has passed.
    pub wrong: bool,
}

impl SnoozeDialog {
    /// Offers a week. `today` is the reader's date.
    pub(super) fn new(parcel: &Parcel, today: NaiveDate) -> Self {
        Self::until_day(parcel, None, today)
    }

    /// Offers a day to come; a week where there is none.
    pub(super) fn until_day(parcel: &Parcel, day: Option<NaiveDate>, today: NaiveDate) -> Self {
        let week = today.checked_add_days(Days::new(OFFERED_DAYS)).unwrap_or(today);
        let offered = day.filter(|day| *day > today).unwrap_or(week);
        let field = TextField::new(&offered.to_string());
        Self { id: parcel.id, name: CleanText::line(parcel.name()), field, wrong: false }
    }

    /// What the field says: a day to come, or nothing, which wakes the parcel. `None`: it is neither.
    pub(super) fn until(&self, today: NaiveDate) -> Option<Change<NaiveDate>> {
        let text = self.field.text().trim();
        if text.is_empty() {
            return Some(Change::Clear);
        }
        parse_date::read(text, today).filter(|day| *day > today).map(Change::Set)
    }
}
