//! Tables: their separator, their head, and each row as a record.

mod cell;
mod column;
mod column_heads;
mod csv_reader;
mod head_words;
mod layout;
mod line;
mod number_cell;
mod remark;
mod row;
mod spreadsheet_damage;
mod status_words;
mod table_head;
mod zero_columns;

use super::parse_dates;
use super::parse_dates::{Reading, Written};
use super::parsed_file::{ImportLocation, ImportSettings, Kind, MOST_RECORDS, ParsedFile, SkipReason, Unreadable};
use super::shown_text::shown;
use crate::domain::CleanText;
pub use column::Column;
use csv_reader::rows;
use layout::{HEAD_ROWS, Layout};
pub(super) use line::Line;
pub use remark::Remark;
use row::Row;
pub use table_head::TableHead;

/// What separates cells, in the order in which they are tried.
const SEPARATORS: [u8; 4] = *b"\t;,|";

/// Reads a table; `None`: the text is none with a head that is understood.
///
/// # Errors
/// It holds a day that can be read in two ways.
pub(super) fn read(text: &str, settings: &ImportSettings) -> Result<Option<ParsedFile>, Unreadable> {
    let text = text.trim_start_matches('\u{feff}');
    let head = |separator| {
        let first: Vec<Line> = rows(text, separator).take(HEAD_ROWS).collect();
        Some((separator, Layout::of(first.iter().map(|(_, row)| row.as_ref()))?))
    };
    let layouts = SEPARATORS.into_iter().filter_map(head);
    let Some((separator, layout)) = layouts.max_by_key(|(_, layout)| layout.columns.len()) else { return Ok(None) };
    let mut file = ParsedFile::new(Kind::Table);
    let rows = rows(text, separator).skip(layout.skipped).take(MOST_RECORDS + 1);
    read_rows(&rows.collect::<Vec<_>>(), &layout, None, settings, &mut file)?;
    Ok(Some(file))
}

/// Reads the rows of a sheet into `file`; whether they have a head that is understood. `sheet`: its name, where there are
/// several.
///
/// # Errors
/// It holds a day that can be read in two ways.
pub(super) fn read_sheet(
    rows: &[Line],
    sheet: Option<&CleanText>,
    settings: &ImportSettings,
    file: &mut ParsedFile,
) -> Result<bool, Unreadable> {
    let Some(layout) = Layout::of(rows.iter().map(|(_, row)| row.as_ref())) else { return Ok(false) };
    read_rows(&rows[layout.skipped..], &layout, sheet, settings, file)?;
    Ok(true)
}

fn read_rows(
    rows: &[Line],
    layout: &Layout,
    sheet: Option<&CleanText>,
    settings: &ImportSettings,
    file: &mut ParsedFile,
) -> Result<(), Unreadable> {
    file.tables.push(layout.head(sheet.cloned()));
    let place = |line: u64| match sheet {
        Some(sheet) => ImportLocation::Row(sheet.clone(), line),
        None => ImportLocation::Line(line),
    };
    let reading =
        reading(rows, layout, settings.reading).map_err(|(line, day)| Unreadable::Ambiguous(place(line), day))?;
    let zero_columns = zero_columns::of(rows, layout);
    for (line, cells) in rows {
        let place = place(*line);
        match cells {
            Some(cells) if cells.iter().all(|cell| cell.trim().is_empty()) => {}
            Some(cells) => {
                Row { cells, layout, reading, settings, zero_columns: &zero_columns, place: &place }.read(file);
            }
            None => file.pass(&place, SkipReason::Broken),
        }
    }
    Ok(())
}

/// How the days of this table are read: as the user says, or as one day in it proves.
///
/// # Errors
/// A day that can be read in two ways where nothing tells which, and its line.
fn reading(rows: &[Line], layout: &Layout, wanted: Option<Reading>) -> Result<Option<Reading>, (u64, CleanText)> {
    if wanted.is_some() {
        return Ok(wanted);
    }
    let days: Vec<usize> = layout.columns.iter().filter(|(_, kind, _)| kind.is_day()).map(|(at, ..)| *at).collect();
    let cells = rows.iter().filter_map(|(line, row)| Some((*line, row.as_ref()?)));
    let cells = cells.flat_map(|(line, row)| days.iter().filter_map(move |at| Some((line, row.get(*at)?))));
    let (mut proofs, mut doubt) = (Vec::new(), None);
    for (line, cell) in cells {
        match parse_dates::read_cell(cell) {
            Some((Written::Either(..), _)) => doubt = doubt.or(Some((line, cell))),
            Some((_, Some(proof))) if !proofs.contains(&proof) => proofs.push(proof),
            _ => {}
        }
    }
    match (doubt, &proofs[..]) {
        (None, _) => Ok(None),
        (Some(_), [proof]) => Ok(Some(*proof)),
        (Some((line, cell)), _) => Err((line, shown(cell))),
    }
}
