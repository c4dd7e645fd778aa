//! The sheets of a spreadsheet, read by `calamine` once their size is known to be within bounds.

use std::io::Cursor;

use calamine::{DataRef, Ods, OdsError, Reader, Xlsx, XlsxError};
use csv::StringRecord;

use super::cell_text::{borrowed, text};
use super::workbook_trouble::WorkbookTrouble;
use super::{ods_size, unpacked_size};
use crate::import::parsed_file::MOST_RECORDS;
use crate::import::table::Line;

/// So many sheets are looked into.
const MOST_SHEETS: usize = 200;
/// A sheet is read so far down and to the right. Rows may be empty, so there are more than records.
const MOST_ROWS: usize = 2 * MOST_RECORDS;
const MOST_COLUMNS: u32 = 1_000;
/// The texts of all cells together are no longer, in bytes, with so many for each cell.
const MOST_TEXT: usize = 64 << 20;
const EMPTY_CELL: usize = 8;

/// A sheet with its rows that are not empty.
pub(super) struct Sheet {
    pub name: String,
    pub rows: Vec<Line>,
}

/// The sheets in their order; `None`: the file is packed, and no spreadsheet.
///
/// # Errors
/// It cannot be opened, or is too large.
pub(super) fn of(bytes: &[u8]) -> Result<Option<Vec<Sheet>>, WorkbookTrouble> {
    let names = unpacked_size::checked_names(bytes)?;
    let holds = |name: &str| names.iter().any(|file| file.eq_ignore_ascii_case(name));
    if holds("xl/workbook.xml")
        || holds("[Content_Types].xml") && names.iter().any(|file| file.ends_with("workbook.xml"))
    {
        return of_xlsx(bytes).map(Some);
    }
    if holds("content.xml") && holds("mimetype") {
        ods_size::check(bytes)?;
        return of_ods(bytes);
    }
    Ok(None)
}

fn of_xlsx(bytes: &[u8]) -> Result<Vec<Sheet>, WorkbookTrouble> {
    let damaged = |_: XlsxError| WorkbookTrouble::Damaged;
    let mut workbook = Xlsx::new(Cursor::new(bytes)).map_err(damaged)?;
    let mut room = MOST_TEXT;
    let mut sheets = Vec::new();
    for name in workbook.sheet_names().into_iter().take(MOST_SHEETS) {
        let mut cells = match workbook.worksheet_cells_reader(&name) {
            Ok(cells) => cells,
            // A chart has no cells.
            Err(XlsxError::NotAWorksheet(_)) => continue,
            Err(_) => return Err(WorkbookTrouble::Damaged),
        };
        let mut rows = Rows::new(&mut room);
        while let Some(cell) = cells.next_cell().map_err(damaged)? {
            let (row, column) = cell.get_position();
            if !rows.take(row, column, cell.get_value())? {
                break;
            }
        }
        sheets.push(Sheet { rows: rows.finish(), name });
    }
    Ok(sheets)
}

fn of_ods(bytes: &[u8]) -> Result<Option<Vec<Sheet>>, WorkbookTrouble> {
    let mut workbook = match Ods::new(Cursor::new(bytes)) {
        Ok(workbook) => workbook,
        // A text document, say.
        Err(OdsError::InvalidMime(_)) => return Ok(None),
        Err(OdsError::Password) => return Err(WorkbookTrouble::LockedOrOld),
        Err(_) => return Err(WorkbookTrouble::Damaged),
    };
    let mut room = MOST_TEXT;
    let mut sheets = Vec::new();
    for name in workbook.sheet_names().into_iter().take(MOST_SHEETS) {
        let range = workbook.worksheet_range(&name).map_err(|_| WorkbookTrouble::Damaged)?;
        let (top, left) = range.start().unwrap_or_default();
        let mut rows = Rows::new(&mut room);
        for (row, column, value) in range.used_cells() {
            let at = |offset: usize, from: u32| from.saturating_add(u32::try_from(offset).unwrap_or(u32::MAX));
            if !rows.take(at(row, top), at(column, left), &borrowed(value))? {
                break;
            }
        }
        sheets.push(Sheet { rows: rows.finish(), name });
    }
    Ok(Some(sheets))
}

/// Rows that are filled cell by cell.
struct Rows<'a> {
    done: Vec<Line>,
    /// The row that is being filled, and its cells so far.
    row: u32,
    cells: Vec<String>,
    /// How much text may still come.
    room: &'a mut usize,
}

impl<'a> Rows<'a> {
    fn new(room: &'a mut usize) -> Self {
        Self { done: Vec::new(), row: 0, cells: Vec::new(), room }
    }

    /// Takes a cell; `false`: there are enough rows.
    fn take(&mut self, row: u32, column: u32, value: &DataRef<'_>) -> Result<bool, WorkbookTrouble> {
        if row != self.row {
            self.end_row();
            self.row = row;
        }
        let text = text(value);
        if column < MOST_COLUMNS && !text.is_empty() {
            let column = column as usize;
            let fresh = (column + 1).saturating_sub(self.cells.len());
            let cost = text.len() + fresh * EMPTY_CELL;
            *self.room = self.room.checked_sub(cost).ok_or(WorkbookTrouble::TooLarge)?;
            self.cells.resize(self.cells.len() + fresh, String::new());
            self.cells[column] = text;
        }
        Ok(self.done.len() < MOST_ROWS)
    }

    fn end_row(&mut self) {
        if !self.cells.is_empty() {
            let cells = StringRecord::from(std::mem::take(&mut self.cells));
            self.done.push((u64::from(self.row) + 1, Some(cells)));
        }
    }

    fn finish(mut self) -> Vec<Line> {
        self.end_row();
        self.done
    }
}
