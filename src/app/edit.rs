//! The form with what the user says of a parcel.

use chrono::{Datelike, Days, NaiveDate};

use super::field::Field;
use super::message::Changes;
use crate::domain::{Clean, Parcel, ParcelId};

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
    /// Anything else.
    Note,
}

impl Part {
    /// Every field, in the order of the form.
    pub const ALL: [Self; 5] = [Self::Title, Self::Shop, Self::Orders, Self::Protection, Self::Note];
}

/// The state of the form.
#[derive(Debug)]
pub struct EditDialog {
    /// Which parcel.
    pub id: ParcelId,
    /// What it was called when the form was opened.
    pub name: Clean,
    /// The fields, in the order of [`Part::ALL`].
    pub fields: [Field; 5],
    /// The field that has the keyboard.
    pub at: usize,
    /// The date was not understood.
    pub bad_date: bool,
    before: Box<Parcel>,
}

impl EditDialog {
    pub(super) fn new(parcel: &Parcel) -> Self {
        Self {
            id: parcel.id,
            name: Clean::line(parcel.name()),
            fields: Part::ALL.map(|part| Field::new(&text(parcel, part))),
            at: 0,
            bad_date: false,
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

    /// Puts the keyboard on the date that was not understood.
    pub(super) fn point_at_date(&mut self) {
        self.bad_date = true;
        self.at = Part::Protection as usize;
    }

    /// What the form changes. `today` is the reader's date.
    pub(super) fn changes(&self, today: NaiveDate) -> Result<Changes, BadDate> {
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
        Part::Note => line(&parcel.note),
    }
}

/// The text is no date.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct BadDate;

/// A date as people type it: `2026-11-26`, `26.11.2026`, `26.11` (the next one), `+30` (in so many days), or
/// nothing.
fn date(text: &str, today: NaiveDate) -> Result<Option<NaiveDate>, BadDate> {
    let text = text.trim();
    if text.is_empty() { Ok(None) } else { some_date(text, today).map(Some).ok_or(BadDate) }
}

fn some_date(text: &str, today: NaiveDate) -> Option<NaiveDate> {
    if let Some(days) = text.strip_prefix('+') {
        return today.checked_add_days(Days::new(u64::from(days.parse::<u16>().ok()?)));
    }
    let whole = NaiveDate::parse_from_str(text, "%Y-%m-%d").or_else(|_| NaiveDate::parse_from_str(text, "%d.%m.%Y"));
    if let Ok(date) = whole {
        return (1900..=9999).contains(&date.year()).then_some(date);
    }
    let (day, month) = text.trim_end_matches('.').split_once('.')?;
    let (day, month) = (day.parse().ok()?, month.parse().ok()?);
    let this_year = NaiveDate::from_ymd_opt(today.year(), month, day).filter(|d| *d >= today);
    this_year.or_else(|| NaiveDate::from_ymd_opt(today.year() + 1, month, day))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn dates_as_people_type_them() {
        let today = day("2026-11-23");
        assert_eq!(date("2026-11-26", today), Ok(Some(day("2026-11-26"))));
        assert_eq!(date(" 26.11.2026 ", today), Ok(Some(day("2026-11-26"))));
        assert_eq!(date("26.11", today), Ok(Some(day("2026-11-26"))));
        assert_eq!(date("01.02", today), Ok(Some(day("2027-02-01"))));
        assert_eq!(date("+30", today), Ok(Some(day("2026-12-23"))));
        assert_eq!(date("", today), Ok(None));
        for wrong in ["soon", "31.02", "2026-13-01", "+x", "1.2.3.4", "26.11.26"] {
            assert_eq!(date(wrong, today), Err(BadDate), "{wrong}");
        }
    }
}
