//! The form with what the user says of a parcel.

use chrono::NaiveDate;

use super::cycle_selection::Neighbour;
use super::text_field::TextField;
use crate::domain::current_silence::StalenessLimits;
use crate::domain::dispute_deadline::{Deadline, Preset};
use crate::domain::parse_date::DayProblem;
use crate::domain::parse_deadline::{self, Dates, Unclear};
use crate::domain::{
    Change, CleanText, Order, OrderEdit, Parcel, ParcelEdit, ParcelId, TrackingNumber, current_silence, parse_date,
};
use crate::texts::Language;

/// A field of the form.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum EditField {
    /// What to call the parcel.
    Title,
    /// One more track number: the first where the shop had named none.
    Number,
    /// The shop.
    Shop,
    /// The orders, separated by commas.
    Orders,
    /// When the first of the orders was placed.
    Ordered,
    /// When the shop sent it off.
    Shipped,
    /// When the user confirmed that it has come; [`NEVER`]: it never came, although a source says so.
    Received,
    /// Until when a dispute can be opened.
    Protection,
    /// After how many silent days it is stale.
    StaleAfter,
    /// The tags, separated by commas.
    Tags,
    /// Anything else.
    Note,
}

/// What stands in [`EditField::Received`] of a parcel that the user misses.
pub const NEVER: &str = "-";

impl EditField {
    /// Every field, in the order of the form.
    pub const ALL: [Self; 11] = [
        Self::Title,
        Self::Number,
        Self::Shop,
        Self::Orders,
        Self::Ordered,
        Self::Shipped,
        Self::Received,
        Self::Protection,
        Self::StaleAfter,
        Self::Tags,
        Self::Note,
    ];
}

/// What was not understood.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum EditError {
    /// The end of the protection.
    Deadline(Unclear),
    /// A day that has to have come.
    Date(EditField, DayProblem),
    /// The number of days.
    Days,
    /// The track number.
    Number,
}

/// The state of the form.
#[derive(Debug)]
pub struct EditDialog {
    /// Which parcel.
    pub id: ParcelId,
    /// What it was called when the form was opened.
    pub name: CleanText,
    /// The fields, in the order of [`EditField::ALL`].
    pub fields: [TextField; EditField::ALL.len()],
    /// The field that has the keyboard.
    pub at: usize,
    /// What was not understood.
    pub wrong: Option<EditError>,
    before: Box<Parcel>,
    /// The texts of the fields when the form was opened.
    written: [String; EditField::ALL.len()],
}

impl EditDialog {
    /// After how many days of silence the parcel is stale if it gets no number of days of its own.
    #[must_use]
    pub fn usual_days(&self, limits: StalenessLimits) -> u32 {
        limits.of(&self.before)
    }

    pub(super) fn new(parcel: &Parcel, language: Language) -> Self {
        let written = EditField::ALL.map(|part| text(parcel, part, language));
        Self {
            id: parcel.id,
            name: CleanText::line(parcel.name()),
            fields: std::array::from_fn(|at| TextField::new(&written[at])),
            at: 0,
            wrong: None,
            before: Box::new(parcel.clone()),
            written,
        }
    }

    /// The field that has the keyboard.
    pub(super) fn field(&mut self) -> &mut TextField {
        &mut self.fields[self.at]
    }

    /// Moves the keyboard to the next or the previous field.
    pub(super) fn step(&mut self, to: Neighbour) {
        self.at = to.of(self.at, self.fields.len());
    }

    /// Puts the keyboard on what was not understood.
    pub(super) fn point_at(&mut self, wrong: EditError) {
        self.wrong = Some(wrong);
        self.at = match wrong {
            EditError::Deadline(_) => EditField::Protection as usize,
            EditError::Date(part, _) => part as usize,
            EditError::Days => EditField::StaleAfter as usize,
            EditError::Number => EditField::Number as usize,
        };
    }

    /// The order that the days of the form are those of, where there are several.
    #[must_use]
    pub fn first_of_several(&self) -> Option<&Order> {
        self.before.orders.first().filter(|_| self.before.orders.len() > 1)
    }

    /// The end of the protection that the form says now, where that is another one. `today` is the reader's date.
    #[must_use]
    pub fn end(&self, today: NaiveDate, presets: &[Preset]) -> Option<Deadline> {
        let text = self.changed(EditField::Protection)?;
        parse_deadline::read(text, self.dates(today).ok()?, presets).ok()
    }

    /// What the form changes. `today` is the reader's date.
    pub(super) fn edit(&self, today: NaiveDate, presets: &[Preset]) -> Result<ParcelEdit, EditError> {
        let line = |field| self.change(field, |text| Ok(CleanText::own_line(text)));
        let mut edit = ParcelEdit {
            title: line(EditField::Title)?,
            shop: line(EditField::Shop)?,
            note: line(EditField::Note)?,
            protection: self.change(EditField::Protection, |text| self.protection(text, today, presets))?,
            stale_after_days: self.change(EditField::StaleAfter, days)?,
            order: OrderEdit {
                ordered_on: self.day(EditField::Ordered, today)?,
                shipped_on: self.day(EditField::Shipped, today)?,
                ..OrderEdit::default()
            },
            ..ParcelEdit::default()
        };
        self.receive(&mut edit, today)?;
        if let Some(text) = self.changed(EditField::Number).filter(|text| !text.trim().is_empty()) {
            edit.add_numbers = vec![TrackingNumber::parse(text).map_err(|_| EditError::Number)?];
        }
        if let Some(text) = self.changed(EditField::Tags) {
            let tags: Vec<CleanText> = text.split([',', ';']).filter_map(CleanText::some_line).collect();
            edit.remove_tags = self.before.tags.iter().filter(|tag| !tags.contains(tag)).cloned().collect();
            edit.add_tags = tags.into_iter().filter(|tag| !self.before.tags.contains(tag)).collect();
        }
        if let Some(text) = self.changed(EditField::Orders) {
            let old = &self.before;
            let orders: Vec<CleanText> = text.split([',', ';', ' ']).filter_map(CleanText::own_line).collect();
            edit.remove_orders = old.order_codes().filter(|o| !orders.contains(o)).cloned().collect();
            let new = orders.into_iter().filter(|o| old.order_codes().all(|old| old != o));
            edit.add_orders = new.map(Order::from).collect();
        }
        Ok(edit)
    }

    /// The confirmation, or that it never came.
    fn receive(&self, edit: &mut ParcelEdit, today: NaiveDate) -> Result<(), EditError> {
        let Some(text) = self.changed(EditField::Received) else { return Ok(()) };
        let confirmed = self.before.orders.first().is_some_and(|order| order.received_on.is_some());
        let never = matches!(text.trim().to_lowercase().as_str(), NEVER | "no" | "нет");
        edit.missing = if never { Some(true) } else { self.before.missing_at.is_some().then_some(false) };
        edit.order.received_on = match if never { Change::Clear } else { self.day(EditField::Received, today)? } {
            Change::Clear if !confirmed => Change::Keep,
            change => change,
        };
        Ok(())
    }

    fn protection(&self, text: &str, today: NaiveDate, presets: &[Preset]) -> Result<Option<Deadline>, EditError> {
        if text.trim().is_empty() {
            return Ok(None);
        }
        parse_deadline::read(text, self.dates(today)?, presets).map(Some).map_err(EditError::Deadline)
    }

    /// The days of the orders as the form says them now.
    fn dates(&self, today: NaiveDate) -> Result<Dates, EditError> {
        let known = Dates::of(&self.before, today);
        Ok(Dates {
            ordered_on: self.day(EditField::Ordered, today)?.apply(known.ordered_on),
            shipped_on: self.day(EditField::Shipped, today)?.apply(known.shipped_on),
            ..known
        })
    }

    /// A day that has come, or none, where the form says another one.
    fn day(&self, field: EditField, today: NaiveDate) -> Result<Change<NaiveDate>, EditError> {
        self.change(field, |text| match text.trim() {
            "" => Ok(None),
            text => parse_date::parse_past(text, today).map(Some).map_err(|why| EditError::Date(field, why)),
        })
    }

    /// What the field's text changes, as `read` understands it; an empty value clears.
    fn change<T>(
        &self,
        field: EditField,
        read: impl Fn(&str) -> Result<Option<T>, EditError>,
    ) -> Result<Change<T>, EditError> {
        self.changed(field).map_or(Ok(Change::Keep), |text| read(text).map(Change::from))
    }

    fn changed(&self, part: EditField) -> Option<&str> {
        let now = self.fields[part as usize].text();
        (now != self.written[part as usize]).then_some(now)
    }
}

/// What stands in a field at first; days as the reader writes them.
fn text(parcel: &Parcel, part: EditField, language: Language) -> String {
    let line = |text: &Option<CleanText>| text.as_deref().unwrap_or_default().replace('\n', " ");
    let order = |day: fn(&Order) -> Option<NaiveDate>| parcel.orders.first().and_then(day);
    let written = |day: Option<NaiveDate>| day.map(|day| day_text(day, language)).unwrap_or_default();
    match part {
        EditField::Title => line(&parcel.title),
        EditField::Number => String::new(),
        EditField::Shop => line(&parcel.shop),
        EditField::Orders => parcel.order_codes().map(|o| &**o).collect::<Vec<_>>().join(", "),
        EditField::Ordered => written(order(|order| order.ordered_on)),
        EditField::Shipped => written(order(|order| order.shipped_on)),
        EditField::Received if parcel.missing_at.is_some() => NEVER.to_owned(),
        EditField::Received => written(order(|order| order.received_on)),
        EditField::Protection => written(parcel.protection().map(|guard| guard.deadline.until)),
        EditField::StaleAfter => parcel.stale_after_days.map(|d| d.to_string()).unwrap_or_default(),
        EditField::Tags => parcel.tags.iter().map(CleanText::as_str).collect::<Vec<_>>().join(", "),
        EditField::Note => line(&parcel.note),
    }
}

/// A day as it is written into a field.
pub(super) fn day_text(day: NaiveDate, language: Language) -> String {
    match language {
        Language::En => day.to_string(),
        Language::Ru => day.format("%d.%m.%Y").to_string(),
    }
}

/// A number of days, or nothing.
fn days(text: &str) -> Result<Option<u32>, EditError> {
    let days = text.trim();
    if days.is_empty() { Ok(None) } else { current_silence::read_days(days).map(Some).ok_or(EditError::Days) }
}
