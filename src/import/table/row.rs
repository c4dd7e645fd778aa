//! One row as a record.

use std::borrow::Cow;

use chrono::NaiveDate;
use csv::StringRecord;

use super::cell::{Cell, cell_at};
use super::column::Column;
use super::layout::Layout;
use super::number_cell;
use super::remark::Remark;
use super::spreadsheet_damage::{self, Damage, is_failed_formula, tail_is_zeros};
use super::status_words::{OrderState, state};
use crate::domain::number::IdentifyContext;
use crate::domain::{CleanText, Deadline, Order, TrackingNumber};
use crate::import::parse_dates::{self, Reading};
use crate::import::parsed_file::{ImportLocation, ImportSettings, OrderRecord, ParsedFile, SkipReason};
use crate::import::shown_text::shown;

/// No order's number is so short; what is split into such pieces was no list.
const SHORTEST_ORDER: usize = 4;

/// One row of a table.
pub(super) struct Row<'a> {
    pub cells: &'a StringRecord,
    pub layout: &'a Layout,
    pub reading: Option<Reading>,
    pub settings: &'a ImportSettings,
    /// The columns whose long numbers have lost their last digits.
    pub zero_columns: &'a [Column],
    pub place: &'a ImportLocation,
}

impl<'a> Row<'a> {
    fn cell(&self, wanted: Column) -> Option<Cell<'a>> {
        cell_at(self.cells, self.layout.place(wanted)?).filter(|cell| !is_failed_formula(cell.text))
    }

    fn text(&self, wanted: Column) -> Option<&'a str> {
        self.cell(wanted).map(|cell| cell.text)
    }

    fn line(&self, wanted: Column) -> Option<CleanText> {
        self.text(wanted).and_then(CleanText::some_line)
    }

    pub fn read(&self, file: &mut ParsedFile) {
        self.name_failed_formulas(file);
        let numbers = self.numbers(file);
        let orders = self.orders(file);
        if numbers.is_empty() && orders.is_empty() {
            let told = file.passed.iter_mut().rev().take_while(|passed| passed.place == *self.place);
            let told = told.map(|passed| passed.partly = false).count();
            if told == 0 {
                file.pass(self.place, SkipReason::Nothing);
            }
            return;
        }
        let newest = orders.iter().filter_map(|order| order.shipped_on.or(order.ordered_on)).max();
        if let (Some(since), Some(day)) = (self.settings.since, newest)
            && day < since
        {
            return file.pass(self.place, SkipReason::Old(day));
        }
        let state = self.state(!orders.is_empty(), file);
        let is_gone = matches!(state, Some(OrderState::Cancelled | OrderState::Expired));
        if is_gone && numbers.is_empty() {
            return file.pass(self.place, SkipReason::Finished);
        }
        let tags = self.text(Column::Tags).into_iter().flat_map(|tags| tags.split([',', ';']));
        file.keep(OrderRecord {
            numbers,
            orders,
            title: self.line(Column::Title),
            shop: self.line(Column::Shop),
            note: self.text(Column::Note).map(CleanText::note).filter(|note| !note.is_empty()),
            tags: tags.filter_map(CleanText::some_line).collect(),
            only_if_known: is_gone || state == Some(OrderState::Over),
            ..OrderRecord::at(self.place.clone())
        });
    }

    fn name_failed_formulas(&self, file: &mut ParsedFile) {
        for (at, ..) in &self.layout.columns {
            if let Some(cell) = cell_at(self.cells, *at).filter(|cell| is_failed_formula(cell.text)) {
                file.leave_out(self.place, SkipReason::FailedFormula(shown(cell.text)));
            }
        }
    }

    /// What the row's status says; the words are counted for the report.
    fn state(&self, names_order: bool, file: &mut ParsedFile) -> Option<OrderState> {
        let words = self.text(Column::Status)?;
        let state = state(words, names_order);
        if state != Some(OrderState::UnderWay) {
            file.count_status(&shown(words), state.is_some());
        }
        state
    }

    fn numbers(&self, file: &mut ParsedFile) -> Vec<TrackingNumber> {
        let Some(cell) = self.cell(Column::Number) else { return Vec::new() };
        let Some(whole) = self.whole(cell, Column::Number, file) else { return Vec::new() };
        let pieces = whole.split([';', '\n', '|']).map(str::trim);
        let mut lost =
            pieces.filter_map(|piece| Some((piece, self.lost(piece, Column::Number).filter(|_| !cell.is_text)?)));
        if let Some((_, why)) = lost.next() {
            file.leave_out(self.place, why);
            return Vec::new();
        }
        let numbers = match number_cell::numbers(&whole) {
            Ok(numbers) => numbers,
            Err(why) => {
                file.leave_out(self.place, SkipReason::NotANumber(shown(cell.text), why));
                return Vec::new();
            }
        };
        numbers.into_iter().map(|number| self.checked(number, cell.is_text, file)).collect()
    }

    /// A number with its lost zeros; what looks mistyped is told.
    fn checked(&self, number: TrackingNumber, is_text: bool, file: &mut ParsedFile) -> TrackingNumber {
        let context = IdentifyContext { home: self.settings.home, ..IdentifyContext::default() };
        if let Some(whole) = number_cell::with_lost_zeros(&number, &context).filter(|_| !is_text) {
            let (written, taken) = (CleanText::line(number.as_str()), CleanText::line(whole.as_str()));
            file.remark(self.place, Remark::Restored { written, taken });
            return whole;
        }
        // Corrections cost more than all the rest of a row.
        let meant = if file.has_room_for_remarks() { number_cell::meant(&number, &context) } else { Vec::new() };
        if !meant.is_empty() {
            let number = CleanText::line(number.as_str());
            file.remark(self.place, Remark::Mistyped { number, meant });
        }
        number
    }

    /// A cell with what a spreadsheet did to it undone; `None`: digits are lost, which is told.
    fn whole(&self, cell: Cell<'a>, column: Column, file: &mut ParsedFile) -> Option<Cow<'a, str>> {
        if cell.is_text {
            return Some(Cow::Borrowed(cell.text));
        }
        if let Some(why) = self.lost(cell.text, column) {
            file.leave_out(self.place, why);
            return None;
        }
        let Some(Damage::Undone(digits)) = spreadsheet_damage::of(cell.text) else {
            return Some(Cow::Borrowed(cell.text));
        };
        // Spaces in a long number are nobody's damage.
        if cell.text.chars().filter(|c| !c.is_whitespace()).collect::<String>() != digits {
            let (written, taken) = (shown(cell.text), CleanText::line(&digits));
            file.remark(self.place, Remark::Restored { written, taken });
        }
        Some(Cow::Owned(digits))
    }

    /// Why the digits of a number are not all there.
    fn lost(&self, text: &str, column: Column) -> Option<SkipReason> {
        match spreadsheet_damage::of(text) {
            Some(Damage::Shortened) => Some(SkipReason::Shortened(shown(text))),
            Some(Damage::Zeroed) => Some(SkipReason::Zeroed(shown(text))),
            _ if self.zero_columns.contains(&column) && tail_is_zeros(text) == Some(true) => {
                Some(SkipReason::ZeroColumn(shown(text)))
            }
            _ => None,
        }
    }

    /// The orders with what the row says of them; one without a number where the row says something of an order.
    fn orders(&self, file: &mut ParsedFile) -> Vec<Order> {
        let facts = Order {
            shop: self.line(Column::Shop),
            title: self.line(Column::Title),
            ordered_on: self.day(Column::Ordered, file),
            shipped_on: self.day(Column::Shipped, file),
            received_on: self.day(Column::Received, file),
            protection: Deadline::from_parts(self.day(Column::Protected, file), self.line(Column::Preset)),
            ..Order::default()
        };
        let dated = facts.ordered_on.or(facts.shipped_on).or(facts.received_on).is_some() || facts.protection.is_some();
        let codes = self.codes(file);
        if codes.is_empty() && dated && self.cell(Column::Number).is_some() {
            return vec![facts];
        }
        codes.into_iter().map(|code| Order { code: Some(code), ..facts.clone() }).collect()
    }

    fn codes(&self, file: &mut ParsedFile) -> Vec<CleanText> {
        let Some(cell) = self.cell(Column::Order) else { return Vec::new() };
        let Some(whole) = self.whole(cell, Column::Order, file) else { return Vec::new() };
        let mut codes = Vec::new();
        for piece in order_pieces(&whole) {
            match self.lost(piece, Column::Order).filter(|_| !cell.is_text) {
                Some(why) => file.leave_out(self.place, why),
                None => codes.extend(CleanText::some_line(piece)),
            }
        }
        codes
    }

    fn day(&self, kind: Column, file: &mut ParsedFile) -> Option<NaiveDate> {
        let cell = self.text(kind)?;
        let day = parse_dates::read_cell(cell).and_then(|(written, _)| written.day(self.reading));
        let Some(day) = day else {
            file.leave_out(self.place, SkipReason::NoDay(shown(cell)));
            return None;
        };
        if kind != Column::Protected && !self.settings.has_come(day) {
            file.leave_out(self.place, SkipReason::ToCome(shown(cell)));
            return None;
        }
        Some(day)
    }
}

/// The orders of a cell. A comma within what is one number separates nothing, lest halves of two orders are one.
fn order_pieces(cell: &str) -> Vec<&str> {
    let of = |separators: &[char]| -> Vec<&str> {
        cell.split(separators).map(str::trim).filter(|piece| !piece.is_empty()).collect()
    };
    let all = of(&[',', ';', '\n']);
    let is_rest = |piece: &&str| piece.len() < SHORTEST_ORDER && piece.bytes().all(|byte| byte.is_ascii_digit());
    if all.iter().any(is_rest) { of(&[';', '\n']) } else { all }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_of_orders_is_split_and_a_number_with_a_comma_is_not() {
        assert_eq!(order_pieces("81901, 81902;81903\n81904"), ["81901", "81902", "81903", "81904"]);
        assert_eq!(order_pieces("815,001"), ["815,001"]);
        assert_eq!(order_pieces("8,15; 81901"), ["8,15", "81901"]);
        assert_eq!(order_pieces("A1, B2"), ["A1", "B2"]);
    }
}
