//! The form with what the user says of a parcel.

use chrono::NaiveDate;

use super::field::Field;
use super::message::Changes;
use crate::domain::{Clean, Parcel, ParcelId, day, staleness};

/// A field of the form.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Part {
    /// What to call the parcel.
    Title,
    /// The shop.
    Shop,
    /// The orders, separated by commas.
    Orders,
    /// Until when a dispute can be opened.
    Protection,
    /// After how many silent days it is stale.
    StaleAfter,
    /// Anything else.
    Note,
}

impl Part {
    /// Every field, in the order of the form.
    pub const ALL: [Self; 6] = [Self::Title, Self::Shop, Self::Orders, Self::Protection, Self::StaleAfter, Self::Note];
}

/// What was not understood.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Wrong {
    /// The date.
    Date,
    /// The number of days.
    Days,
}

/// The state of the form.
#[derive(Debug)]
pub struct EditDialog {
    /// Which parcel.
    pub id: ParcelId,
    /// What it was called when the form was opened.
    pub name: Clean,
    /// The fields, in the order of [`Part::ALL`].
    pub fields: [Field; 6],
    /// The field that has the keyboard.
    pub at: usize,
    /// What was not understood.
    pub wrong: Option<Wrong>,
    before: Box<Parcel>,
}

impl EditDialog {
    pub(super) fn new(parcel: &Parcel) -> Self {
        Self {
            id: parcel.id,
            name: Clean::line(parcel.name()),
            fields: Part::ALL.map(|part| Field::new(&text(parcel, part))),
            at: 0,
            wrong: None,
            before: Box::new(parcel.clone()),
        }
    }

    /// The field that has the keyboard.
    pub(super) fn field(&mut self) -> &mut Field {
        &mut self.fields[self.at]
    }

    /// Moves the keyboard on by so many fields, round and round.
    pub(super) fn step(&mut self, by: isize) {
        let count = self.fields.len();
        self.at = (self.at + count).saturating_add_signed(by) % count;
    }

    /// Puts the keyboard on what was not understood.
    pub(super) fn point_at(&mut self, wrong: Wrong) {
        self.wrong = Some(wrong);
        self.at = match wrong {
            Wrong::Date => Part::Protection as usize,
            Wrong::Days => Part::StaleAfter as usize,
        };
    }

    /// What the form changes. `today` is the reader's date.
    pub(super) fn changes(&self, today: NaiveDate) -> Result<Changes, Wrong> {
        let old = &self.before;
        let mut changes = Changes {
            title: self.changed(Part::Title).map(Clean::some_line),
            shop: self.changed(Part::Shop).map(Clean::some_line),
            note: self.changed(Part::Note).map(Clean::some_line),
            ..Changes::default()
        };
        if let Some(text) = self.changed(Part::Protection) {
            changes.protected_until = Some(date(text, today)?);
        }
        if let Some(text) = self.changed(Part::StaleAfter) {
            changes.stale_after_days = Some(days(text)?);
        }
        if let Some(text) = self.changed(Part::Orders) {
            let orders: Vec<Clean> = text.split([',', ';', ' ']).filter_map(Clean::some_line).collect();
            changes.orders_removed = old.order_codes().filter(|o| !orders.contains(o)).cloned().collect();
            changes.orders_added = orders.into_iter().filter(|o| old.order_codes().all(|old| old != o)).collect();
        }
        Ok(changes)
    }

    fn changed(&self, part: Part) -> Option<&str> {
        let now = self.fields[part as usize].text();
        (now != text(&self.before, part)).then_some(now)
    }
}

fn text(parcel: &Parcel, part: Part) -> String {
    let line = |text: &Option<Clean>| text.as_deref().unwrap_or_default().replace('\n', " ");
    match part {
        Part::Title => line(&parcel.title),
        Part::Shop => line(&parcel.shop),
        Part::Orders => parcel.order_codes().map(|o| &**o).collect::<Vec<_>>().join(", "),
        Part::Protection => parcel.protection().map(|guard| guard.until.to_string()).unwrap_or_default(),
        Part::StaleAfter => parcel.stale_after_days.map(|d| d.to_string()).unwrap_or_default(),
        Part::Note => line(&parcel.note),
    }
}

/// A date, or nothing.
pub(super) fn date(text: &str, today: NaiveDate) -> Result<Option<NaiveDate>, Wrong> {
    if text.trim().is_empty() { Ok(None) } else { day::read(text, today).map(Some).ok_or(Wrong::Date) }
}

/// A number of days, or nothing.
fn days(text: &str) -> Result<Option<u32>, Wrong> {
    let days = text.trim();
    if days.is_empty() { Ok(None) } else { staleness::read_days(days).map(Some).ok_or(Wrong::Days) }
}
