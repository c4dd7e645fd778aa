//! Reads tables and order mails as records of orders, and says why the rest is left out.
//!
//! Pure: bytes in, records out. A further kind of file is one more [`Kind`], one more reader and its line in [`read`].

mod mail;
mod mbox;
mod merge_records;
mod month_names;
mod parse_dates;
mod parsed_file;
mod pasted;
mod shown_text;
mod table;
mod text_encoding;
mod words;
mod workbook;

use crate::domain::Order;
use crate::domain::number;
pub use merge_records::merge;
pub use parse_dates::Reading;
pub use parsed_file::{
    ImportLocation, ImportSettings, Kind, LONGEST_MAIL, MOST_RECORDS, OrderRecord, ParsedFile, SealedBy, SkipReason,
    SkippedRow, Unreadable,
};
pub use pasted::{PastedText, read_pasted};
pub use table::{Column, Remark, TableHead};
pub use text_encoding::Encoding;
pub use workbook::WorkbookTrouble;

/// Reads a file, whatever it is.
///
/// # Errors
/// It cannot be read at all.
pub fn read(bytes: &[u8], settings: &ImportSettings) -> Result<ParsedFile, Unreadable> {
    if mbox::is_mailbox(bytes) {
        return Ok(mbox::read(bytes, settings));
    }
    if let Some(workbook) = workbook::read(bytes, settings) {
        return workbook;
    }
    let bytes = mail_of_emlx(bytes).unwrap_or(bytes);
    if mail::is_mail(bytes) {
        let mut intake = ParsedFile::new(Kind::Mail);
        mail::read(bytes, settings, &mut intake);
        return Ok(intake);
    }
    let text = text_encoding::decode(bytes, settings.encoding).ok_or(Unreadable::NoText)?;
    match table::read(&text, settings)? {
        Some(intake) => Ok(intake),
        None => Ok(any_text(&text, settings)),
    }
}

/// Whether a file that begins so is a mail or a mailbox, whatever it is called.
#[must_use]
pub fn holds_mail(head: &[u8]) -> bool {
    mbox::is_mailbox(head) || mail::is_mail(mail_of_emlx(head).unwrap_or(head))
}

/// The mail in a file of Apple Mail: its length stands in a line before it, what the program knows of it behind it.
fn mail_of_emlx(bytes: &[u8]) -> Option<&[u8]> {
    let end = bytes.iter().take(20).position(|byte| *byte == b'\n')?;
    let length: usize = std::str::from_utf8(&bytes[..end]).ok()?.trim().parse().ok()?;
    let mail = &bytes[end + 1..];
    Some(&mail[..mail.len().min(length)])
}

/// The numbers of any other text, each with the order and the shop beside it.
fn any_text(text: &str, settings: &ImportSettings) -> ParsedFile {
    let mut intake = ParsedFile::new(Kind::Text);
    let context = number::IdentifyContext { home: settings.home, ..number::IdentifyContext::default() };
    for found in number::numbers_in(text, &context) {
        let at = found.span.map_or(0, |span| span.start);
        let line = text.as_bytes().iter().take(at).filter(|byte| **byte == b'\n').count() as u64 + 1;
        let order = found.order.map(|code| Order { shop: found.shop.clone(), ..Order::from(code) });
        intake.keep(OrderRecord {
            numbers: vec![found.number],
            orders: order.into_iter().collect(),
            shop: found.shop,
            ..OrderRecord::at(ImportLocation::Line(line))
        });
    }
    intake
}
