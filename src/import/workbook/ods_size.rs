//! How much an ODS table becomes: one cell may stand for a million of the same.

use std::io::{BufRead, BufReader, Cursor};

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use zip::ZipArchive;

use super::workbook_trouble::WorkbookTrouble;

/// A file is not read where its tables hold more cells.
const MOST_CELLS: u64 = 2_000_000;
/// Nor where their texts are longer, in bytes.
const MOST_TEXT: u64 = 64 << 20;
/// A table is never wider or higher.
const WIDEST: u64 = 16_384;
const HIGHEST: u64 = 1_048_576;

/// What has been counted.
#[derive(Default)]
struct Counts {
    /// Cells of rows above, and of empty rows that may still be followed by others.
    cells: u64,
    text: u64,
    rows: u64,
    empty_rows: u64,
    width: u64,
    // Of the row that is being read:
    row_repeats: u64,
    row_cells: u64,
    empty_cells: u64,
    row_text: u64,
    cell_repeats: u64,
    cell_text: u64,
    cell_says: bool,
}

/// Lets a file through that is within bounds.
///
/// # Errors
/// It is too large, or no ODS.
pub(super) fn check(bytes: &[u8]) -> Result<(), WorkbookTrouble> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| WorkbookTrouble::Damaged)?;
    let content = archive.by_name("content.xml").map_err(|_| WorkbookTrouble::Damaged)?;
    check_content(BufReader::new(content))
}

fn check_content(content: impl BufRead) -> Result<(), WorkbookTrouble> {
    let mut reader = Reader::from_reader(content);
    reader.config_mut().expand_empty_elements = true;
    reader.config_mut().check_end_names = false;
    let mut counts = Counts::default();
    let mut buffer = Vec::new();
    loop {
        buffer.clear();
        match reader.read_event_into(&mut buffer).map_err(|_| WorkbookTrouble::Damaged)? {
            Event::Start(element) => counts.begin(&element),
            Event::End(element) => counts.end(element.name().as_ref()),
            Event::Text(text) => counts.cell_text = counts.cell_text.saturating_add(text.len() as u64),
            Event::Eof => return Ok(()),
            _ => {}
        }
        if counts.cells > MOST_CELLS || counts.text > MOST_TEXT {
            return Err(WorkbookTrouble::TooLarge);
        }
    }
}

impl Counts {
    fn begin(&mut self, element: &BytesStart<'_>) {
        let name = element.name();
        match name.as_ref() {
            "table:table" => *self = Self { cells: self.cells, text: self.text, ..Self::default() },
            "table:table-row" => {
                self.row_repeats = number(element, "table:number-rows-repeated").min(HIGHEST);
                (self.row_cells, self.empty_cells, self.row_text) = (0, 0, 0);
            }
            "table:table-cell" | "table:covered-table-cell" => {
                self.cell_repeats = number(element, "table:number-columns-repeated").min(WIDEST);
                let (mut says, mut length) = (false, 0_u64);
                for attribute in element.attributes().with_checks(false).flatten() {
                    let key = attribute.key;
                    says |= key.as_ref().starts_with("office:") || key.as_ref() == "table:formula";
                    length = length.saturating_add(attribute.value.len() as u64);
                }
                (self.cell_says, self.cell_text) = (says, length);
            }
            "text:s" => self.cell_text = self.cell_text.saturating_add(number(element, "text:c")),
            _ => {}
        }
    }

    fn end(&mut self, name: &str) {
        match name {
            "table:table-cell" | "table:covered-table-cell" if self.cell_says => {
                self.row_cells += self.empty_cells + self.cell_repeats;
                self.empty_cells = 0;
                self.row_text = self.row_text.saturating_add(self.cell_repeats.saturating_mul(self.cell_text));
            }
            "table:table-cell" | "table:covered-table-cell" => self.empty_cells += self.cell_repeats,
            "table:table-row" => self.end_row(),
            _ => {}
        }
    }

    fn end_row(&mut self) {
        if self.row_cells == 0 {
            self.empty_rows = self.empty_rows.saturating_add(self.row_repeats);
            return;
        }
        // Every row becomes as wide as the widest, empty ones between others too.
        self.rows = self.rows.saturating_add(self.empty_rows).saturating_add(self.row_repeats);
        self.empty_rows = 0;
        self.width = self.width.max(self.row_cells);
        self.cells = self.cells.max(self.rows.saturating_mul(self.width));
        self.text = self.text.saturating_add(self.row_repeats.saturating_mul(self.row_text));
    }
}

/// How often something stands; once, where nothing is said.
fn number(element: &BytesStart<'_>, name: &str) -> u64 {
    for attribute in element.attributes().with_checks(false).flatten() {
        if attribute.key.as_ref() == name {
            return attribute.value.parse().unwrap_or(u64::MAX);
        }
    }
    1
}
