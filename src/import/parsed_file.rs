//! What a file holds: its records, and what was passed over and why.

use chrono::NaiveDate;

use super::parse_dates::Reading;
use super::table::{Remark, TableHead};
use super::text_encoding::Encoding;
use super::workbook::WorkbookTrouble;
use crate::domain::number::NumberError;
use crate::domain::{CleanText, Country, Order, TrackingNumber};

/// A file holds no more records.
pub const MOST_RECORDS: usize = 20_000;
/// So much is told of a file besides what is left out.
const MOST_REMARKS: usize = 500;
/// A mail is read so far, in bytes: what comes behind are attachments.
pub const LONGEST_MAIL: usize = 4 << 20;

/// What a file is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kind {
    /// A table with a head: CSV with commas, semicolons or tabs, or the sheets of a spreadsheet.
    Table,
    /// One mail.
    Mail,
    /// Many mails in one file.
    Mailbox,
    /// Any other text.
    Text,
}

/// What reading depends on.
#[derive(Clone, Debug)]
pub struct ImportSettings {
    /// The reader's date.
    pub today: NaiveDate,
    /// The reader's country: ranks what a number may be.
    pub home: Option<Country>,
    /// How `03/11/2026` is to be read, where the user says so.
    pub reading: Option<Reading>,
    /// How the bytes of a text that is no Unicode are to be read, where the user says so.
    pub encoding: Option<Encoding>,
    /// Orders and mails from before are passed over.
    pub since: Option<NaiveDate>,
    /// Mails from before are passed over, where `since` says nothing.
    pub mails_since: NaiveDate,
}

impl ImportSettings {
    /// Whether a day has come. Tomorrow counts as come: where the shop is, it may be.
    pub(super) fn has_come(&self, day: NaiveDate) -> bool {
        day <= self.today.succ_opt().unwrap_or(self.today)
    }
}

/// Where something stands.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum ImportLocation {
    /// In the line of a file, counted from 1.
    Line(u64),
    /// In the row of a sheet, counted from 1.
    Row(CleanText, u64),
    /// In the sheet with that name.
    Sheet(CleanText),
    /// In the mail with that subject.
    Mail(CleanText),
}

/// A parcel, or an order without a number, as a file tells of it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct OrderRecord {
    /// Where it stands; of several places the first.
    pub place: ImportLocation,
    /// The track numbers.
    pub numbers: Vec<TrackingNumber>,
    /// The orders.
    pub orders: Vec<Order>,
    /// What it is called.
    pub title: Option<CleanText>,
    /// The shop.
    pub shop: Option<CleanText>,
    /// A note.
    pub note: Option<CleanText>,
    /// Tags.
    pub tags: Vec<CleanText>,
    /// Whether it is only worth keeping where the order is known: a mail that says no more than that all is over.
    pub only_if_known: bool,
}

/// The reason why a row, a mail or a field was left out.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum SkipReason {
    /// A row with neither number nor order.
    Nothing,
    /// This cannot be a track number.
    NotANumber(CleanText, NumberError),
    /// A spreadsheet has shortened this number; its digits are lost.
    Shortened(CleanText),
    /// Of this number a spreadsheet has made all digits behind the fifteenth zeros.
    Zeroed(CleanText),
    /// This number ends in zeros behind the fifteenth digit, as all of its column do.
    ZeroColumn(CleanText),
    /// A formula that failed.
    FailedFormula(CleanText),
    /// The table says that the order is over.
    Finished,
    /// A sheet without a head that names a number or an order.
    NoHead,
    /// This is no day.
    NoDay(CleanText),
    /// This day is still to come, and what is said of it is over.
    ToCome(CleanText),
    /// This day can be read in two ways, and nothing tells which.
    TwoWays(CleanText),
    /// A row that the table's rules of quoting do not allow.
    Broken,
    /// It says nothing of an order.
    NoOrder,
    /// It cannot be looked into.
    Sealed(SealedBy),
    /// The order was cancelled, or its money returned.
    Cancelled,
    /// From before the day that was asked for.
    Old(NaiveDate),
    /// There are more records than are read at once.
    TooMany,
}

impl SkipReason {
    /// Whether something was lost that somebody wrote down: a mistake, not a matter of course.
    #[must_use]
    pub fn is_mistake(&self) -> bool {
        !matches!(
            self,
            Self::NoOrder
                | Self::Sealed(_)
                | Self::Cancelled
                | Self::Finished
                | Self::NoHead
                | Self::Old(_)
                | Self::Nothing
        )
    }
}

/// What keeps a mail from being read.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum SealedBy {
    /// S/MIME or PGP around the whole of it.
    Encryption,
    /// Outlook's `winmail.dat`.
    Tnef,
}

/// Something that did not become a record, or only in part.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SkippedRow {
    /// Where it stands.
    pub place: ImportLocation,
    /// The reason.
    pub why: SkipReason,
    /// Whether the rest of it was read.
    pub partly: bool,
}

/// What a file holds.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ParsedFile {
    /// What it is.
    pub kind: Kind,
    /// The heads of its tables.
    pub tables: Vec<TableHead>,
    /// The records, in the order of the file.
    pub records: Vec<OrderRecord>,
    /// What was passed over.
    pub passed: Vec<SkippedRow>,
    /// What is to be told besides.
    pub remarks: Vec<(ImportLocation, Remark)>,
}

/// The reason why a whole file cannot be read.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Unreadable {
    /// It holds a day that can be read in two ways, and nothing tells which: the day as it stands.
    Ambiguous(ImportLocation, CleanText),
    /// It is no text.
    NoText,
    /// It is a spreadsheet that cannot be opened.
    Workbook(WorkbookTrouble),
}

impl ParsedFile {
    pub(super) fn new(kind: Kind) -> Self {
        Self { kind, tables: Vec::new(), records: Vec::new(), passed: Vec::new(), remarks: Vec::new() }
    }

    pub(super) fn pass(&mut self, place: &ImportLocation, why: SkipReason) {
        self.passed.push(SkippedRow { place: place.clone(), why, partly: false });
    }

    pub(super) fn leave_out(&mut self, place: &ImportLocation, why: SkipReason) {
        self.passed.push(SkippedRow { place: place.clone(), why, partly: true });
    }

    pub(super) fn remark(&mut self, place: &ImportLocation, remark: Remark) {
        self.remarks.push((place.clone(), remark));
    }

    /// Whether more is to be told: nobody reads thousands of lines.
    pub(super) fn has_room_for_remarks(&self) -> bool {
        self.remarks.len() < MOST_REMARKS
    }

    /// Counts a word for the state of an order, in the table that is being read.
    pub(super) fn count_status(&mut self, words: &CleanText, is_over: bool) {
        if let Some(table) = self.tables.last_mut() {
            table.count_status(words, is_over);
        }
    }

    pub(super) fn keep(&mut self, record: OrderRecord) {
        if self.records.len() < MOST_RECORDS {
            self.records.push(record);
        } else if self.passed.last().is_none_or(|passed| passed.why != SkipReason::TooMany) {
            self.pass(&record.place, SkipReason::TooMany);
        }
    }
}

impl OrderRecord {
    pub(super) fn at(place: ImportLocation) -> Self {
        Self {
            place,
            numbers: Vec::new(),
            orders: Vec::new(),
            title: None,
            shop: None,
            note: None,
            tags: Vec::new(),
            only_if_known: false,
        }
    }
}
