//! Tables: their separator, their head, and each row as a record.

use csv::StringRecord;

use super::column_heads::{Column, column};
use super::csv_reader::rows;
use super::number_cell;
use super::parse_dates;
use super::parse_dates::{Reading, Written};
use super::parsed_file::{ImportLocation, ImportSettings, Kind, OrderRecord, ParsedFile, SkipReason, Unreadable};
use crate::domain::{CleanText, Deadline, Order, TrackingNumber};

/// What separates cells, in the order in which they are tried.
const SEPARATORS: [u8; 4] = *b"\t;,|";
/// The head is among so many first rows: exports put a title above it.
const HEAD_ROWS: usize = 10;

/// Which column is where.
struct Layout {
    separator: u8,
    /// How many rows are above the first record.
    skipped: usize,
    columns: Vec<(usize, Column, CleanText)>,
}

/// Reads a table; `None`: the text is none with a head that is understood.
pub(super) fn read(text: &str, settings: &ImportSettings) -> Result<Option<ParsedFile>, Unreadable> {
    let text = text.trim_start_matches('\u{feff}');
    let Some(layout) = layout(text) else { return Ok(None) };
    let mut intake = ParsedFile::new(Kind::Table);
    intake.columns = layout.columns.iter().map(|(_, column, head)| (*column, head.clone())).collect();
    let rows = rows(text, layout.separator).skip(layout.skipped);
    let rows: Vec<(u64, Option<StringRecord>)> = rows.take(super::parsed_file::MOST_RECORDS + 1).collect();
    let reading = reading(&rows, &layout, settings.reading)?;
    for (line, row) in &rows {
        let place = ImportLocation::Line(*line);
        match row {
            Some(row) if row.iter().all(|cell| cell.trim().is_empty()) => {}
            Some(row) => Row { cells: row, layout: &layout, reading, settings }.read(&place, &mut intake),
            None => intake.pass(&place, SkipReason::Broken),
        }
    }
    Ok(Some(intake))
}

/// The separator and the head that tell most; a head names at least the number or the order, and one thing more, or
/// is the only column.
fn layout(text: &str) -> Option<Layout> {
    SEPARATORS.into_iter().filter_map(|separator| head(text, separator)).max_by_key(|layout| layout.columns.len())
}

fn head(text: &str, separator: u8) -> Option<Layout> {
    for (at, (_, row)) in rows(text, separator).take(HEAD_ROWS).enumerate() {
        let Some(row) = row else { continue };
        let columns = recognised(&row);
        let tells = columns.iter().any(|(_, column, _)| matches!(column, Column::Number | Column::Order));
        let filled = row.iter().filter(|cell| !cell.trim().is_empty()).count();
        if tells && (columns.len() > 1 || filled == 1) {
            return Some(Layout { separator, skipped: at + 1, columns });
        }
    }
    None
}

/// Each kind of column once, where its head is the surest.
fn recognised(row: &StringRecord) -> Vec<(usize, Column, CleanText)> {
    let mut found: Vec<(usize, Column, usize)> = Vec::new();
    for (at, cell) in row.iter().enumerate() {
        let Some((kind, doubt)) = column(cell) else { continue };
        match found.iter_mut().find(|(_, known, _)| *known == kind) {
            Some(known) if doubt < known.2 => *known = (at, kind, doubt),
            Some(_) => {}
            None => found.push((at, kind, doubt)),
        }
    }
    let head = |at: usize| CleanText::line(row.get(at).unwrap_or_default());
    found.into_iter().map(|(at, kind, _)| (at, kind, head(at))).collect()
}

/// How the days of this table are read: as the user says, or as one day in it proves.
fn reading(
    rows: &[(u64, Option<StringRecord>)],
    layout: &Layout,
    wanted: Option<Reading>,
) -> Result<Option<Reading>, Unreadable> {
    if wanted.is_some() {
        return Ok(wanted);
    }
    let days: Vec<usize> = layout.columns.iter().filter(|(_, kind, _)| kind.is_day()).map(|(at, ..)| *at).collect();
    let cells = rows.iter().filter_map(|(line, row)| Some((*line, row.as_ref()?)));
    let cells = cells.flat_map(|(line, row)| days.iter().filter_map(move |at| Some((line, row.get(*at)?))));
    let (mut proofs, mut doubt) = (Vec::new(), None);
    for (line, cell) in cells {
        match parse_dates::read(cell) {
            Some((Written::Either(..), _)) => doubt = doubt.or(Some((line, cell))),
            Some((_, Some(proof))) if !proofs.contains(&proof) => proofs.push(proof),
            _ => {}
        }
    }
    match (doubt, &proofs[..]) {
        (None, _) => Ok(None),
        (Some(_), [proof]) => Ok(Some(*proof)),
        (Some((line, cell)), _) => Err(Unreadable::Ambiguous(ImportLocation::Line(line), number_cell::shown(cell))),
    }
}

/// One row.
struct Row<'a> {
    cells: &'a StringRecord,
    layout: &'a Layout,
    reading: Option<Reading>,
    settings: &'a ImportSettings,
}

impl Row<'_> {
    fn cell(&self, wanted: Column) -> Option<&str> {
        let at = self.layout.columns.iter().find(|(_, kind, _)| *kind == wanted)?.0;
        // Spreadsheets protect digits as `="815"` or `'815`.
        let cell = self.cells.get(at)?.trim().trim_start_matches(['=', '\'']).trim_matches('"').trim();
        let is_blank = cell.is_empty() || matches!(cell, "-" | "—" | "–" | "n/a" | "N/A" | "none" | "нет" | "无");
        (!is_blank).then_some(cell)
    }

    fn line(&self, wanted: Column) -> Option<CleanText> {
        self.cell(wanted).and_then(CleanText::some_line)
    }

    fn read(&self, place: &ImportLocation, intake: &mut ParsedFile) {
        let numbers = self.numbers(place, intake);
        let orders = self.orders(place, intake);
        if numbers.is_empty() && orders.is_empty() {
            let told = intake.passed.iter_mut().rev().take_while(|passed| passed.place == *place);
            let told = told.map(|passed| passed.partly = false).count();
            if told == 0 {
                intake.pass(place, SkipReason::Nothing);
            }
            return;
        }
        let newest = orders.iter().filter_map(|order| order.shipped_on.or(order.ordered_on)).max();
        if let (Some(since), Some(day)) = (self.settings.since, newest)
            && day < since
        {
            return intake.pass(place, SkipReason::Old(day));
        }
        let tags = self.cell(Column::Tags).into_iter().flat_map(|tags| tags.split([',', ';']));
        intake.keep(OrderRecord {
            numbers,
            orders,
            title: self.line(Column::Title),
            shop: self.line(Column::Shop),
            note: self.cell(Column::Note).map(CleanText::note).filter(|note| !note.is_empty()),
            tags: tags.filter_map(CleanText::some_line).collect(),
            ..OrderRecord::at(place.clone())
        });
    }

    fn numbers(&self, place: &ImportLocation, intake: &mut ParsedFile) -> Vec<TrackingNumber> {
        let Some(cell) = self.cell(Column::Number) else { return Vec::new() };
        if number_cell::is_shortened(cell) {
            intake.leave_out(place, SkipReason::Shortened(number_cell::shown(cell)));
            return Vec::new();
        }
        match number_cell::numbers(cell) {
            Ok(numbers) => numbers,
            Err(why) => {
                intake.leave_out(place, SkipReason::NotANumber(number_cell::shown(cell), why));
                Vec::new()
            }
        }
    }

    /// The orders with what the row says of them; one without a number where the row says something of an order.
    fn orders(&self, place: &ImportLocation, intake: &mut ParsedFile) -> Vec<Order> {
        let day = |kind, intake: &mut ParsedFile| self.day(kind, place, intake);
        let facts = Order {
            shop: self.line(Column::Shop),
            title: self.line(Column::Title),
            ordered_on: day(Column::Ordered, intake),
            shipped_on: day(Column::Shipped, intake),
            received_on: day(Column::Received, intake),
            protection: Deadline::from_parts(day(Column::Protected, intake), self.line(Column::Preset)),
            ..Order::default()
        };
        let dated = facts.ordered_on.or(facts.shipped_on).or(facts.received_on).is_some() || facts.protection.is_some();
        let mut codes = Vec::new();
        for code in self.cell(Column::Order).into_iter().flat_map(|cell| cell.split([',', ';', '\n'])) {
            if number_cell::is_shortened(code) {
                intake.leave_out(place, SkipReason::Shortened(number_cell::shown(code)));
            } else {
                codes.extend(CleanText::some_line(code));
            }
        }
        if codes.is_empty() && dated && self.cell(Column::Number).is_some() {
            return vec![facts];
        }
        codes.into_iter().map(|code| Order { code: Some(code), ..facts.clone() }).collect()
    }

    fn day(&self, kind: Column, place: &ImportLocation, intake: &mut ParsedFile) -> Option<chrono::NaiveDate> {
        let cell = self.cell(kind)?;
        let day = parse_dates::read(cell).and_then(|(written, _)| written.day(self.reading));
        let Some(day) = day else {
            intake.leave_out(place, SkipReason::NoDay(number_cell::shown(cell)));
            return None;
        };
        if kind != Column::Protected && !self.settings.has_come(day) {
            intake.leave_out(place, SkipReason::ToCome(number_cell::shown(cell)));
            return None;
        }
        Some(day)
    }
}
