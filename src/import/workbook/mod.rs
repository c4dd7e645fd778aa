//! Spreadsheets, XLSX and ODS: their sheets as rows of cells, within bounds.

mod cell_text;
mod ods_size;
mod sheets;
mod unpacked_size;
mod workbook_trouble;

use super::parsed_file::{ImportLocation, ImportSettings, Kind, ParsedFile, SkipReason, Unreadable};
use super::table;
use crate::domain::CleanText;
use sheets::Sheet;
pub use workbook_trouble::WorkbookTrouble;

/// How a file begins that is packed as ZIP.
const ZIP: &[u8] = b"PK\x03\x04";
/// How a file begins that is one of Excel's old format, or a spreadsheet under a password.
const COMPOUND: &[u8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";

/// Reads a spreadsheet, each of its sheets as a table; `None`: the file is none.
pub(super) fn read(bytes: &[u8], settings: &ImportSettings) -> Option<Result<ParsedFile, Unreadable>> {
    if bytes.starts_with(COMPOUND) {
        return Some(Err(Unreadable::Workbook(WorkbookTrouble::LockedOrOld)));
    }
    if !bytes.starts_with(ZIP) {
        return None;
    }
    let sheets = match sheets::of(bytes) {
        Ok(sheets) => sheets?,
        Err(trouble) => return Some(Err(Unreadable::Workbook(trouble))),
    };
    Some(read_sheets(&sheets, settings))
}

fn read_sheets(sheets: &[Sheet], settings: &ImportSettings) -> Result<ParsedFile, Unreadable> {
    let mut file = ParsedFile::new(Kind::Table);
    let filled: Vec<&Sheet> = sheets.iter().filter(|sheet| !sheet.rows.is_empty()).collect();
    for sheet in &filled {
        let name = CleanText::line(&sheet.name);
        let told = (filled.len() > 1).then_some(&name);
        if !table::read_sheet(&sheet.rows, told, settings, &mut file)? {
            file.pass(&ImportLocation::Sheet(name), SkipReason::NoHead);
        }
    }
    Ok(file)
}
