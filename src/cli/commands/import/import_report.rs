//! What an import says on standard error: columns, what was passed over and why, and the sum.

use std::collections::BTreeMap;

use super::find_and_load_files::FileKind;
use crate::cli::context::CommandContext;
use crate::cli::text_output::domain_text;
use crate::cli::text_output::stdout_abilities::talk;
use crate::domain::CleanText;
use crate::error_messages::number_error;
use crate::import::{ImportLocation, Remark, SealedBy, SkipReason, SkippedRow};
use crate::t;
use crate::texts::Texts;

/// So many lines are named one by one.
const MOST_LINES: usize = 50;

/// What was passed over, with the file it stands in.
#[derive(Default)]
pub(super) struct SkippedItems {
    /// Those that are named one by one.
    named: Vec<String>,
    /// How many more would be.
    more: usize,
    /// How many mails were passed over as a matter of course, by the reason.
    mails: BTreeMap<String, usize>,
    /// How many rows say of themselves that they are over; their tables' heads name the words.
    pub finished_rows: usize,
    /// Whether something was lost that somebody wrote down.
    pub mistakes: bool,
    /// How many rows and mails became nothing.
    pub count: usize,
    /// The files of folders that were not opened.
    unopened: BTreeMap<FileKind, usize>,
}

impl SkippedItems {
    /// Takes in what a file's reading passed over.
    pub fn add_rows(&mut self, file: &str, passed: &[SkippedRow], context: &CommandContext) {
        for passed in passed {
            self.add_row(file, passed, &context.texts);
        }
    }

    fn add_row(&mut self, file: &str, passed: &SkippedRow, texts: &Texts) {
        self.mistakes |= passed.why.is_mistake();
        self.count += usize::from(!passed.partly);
        if passed.why == SkipReason::Finished {
            self.finished_rows += 1;
            return;
        }
        let why = reason(texts, &passed.why);
        if matches!(passed.place, ImportLocation::Mail(_)) && !passed.why.is_mistake() {
            let reason = if matches!(passed.why, SkipReason::Old(_)) { t!(texts, "import-mails-old") } else { why };
            *self.mails.entry(reason).or_default() += 1;
            return;
        }
        let place = place(texts, &passed.place);
        self.add_line(if passed.partly {
            t!(texts, "import-left-out", file = file, place = place, why = why)
        } else {
            t!(texts, "import-passed", file = file, place = place, why = why)
        });
    }

    /// Takes in what is to be told of a file besides.
    pub fn add_remarks(&mut self, file: &str, remarks: &[(ImportLocation, Remark)], context: &CommandContext) {
        let texts = &context.texts;
        for (at, remark) in remarks {
            let place = place(texts, at);
            self.add_line(match remark {
                Remark::Restored { written, taken } => {
                    let (written, taken) = (written.as_str(), taken.as_str());
                    t!(texts, "import-restored", file = file, place = place, written = written, taken = taken)
                }
                Remark::Mistyped { number, meant } => {
                    let meant = meant.iter().map(CleanText::as_str).collect::<Vec<_>>().join(", ");
                    t!(texts, "import-mistyped", file = file, place = place, number = number.as_str(), meant = meant)
                }
            });
        }
    }

    /// A whole file, or a record, that is passed over.
    pub fn add_line(&mut self, line: String) {
        if self.named.len() < MOST_LINES { self.named.push(line) } else { self.more += 1 }
    }

    /// Files of a folder that were not opened.
    pub fn unopened(&mut self, files: BTreeMap<FileKind, usize>) {
        for (kind, count) in files {
            *self.unopened.entry(kind).or_default() += count;
        }
    }

    /// A mail, or a row, about an order that is over and not in the list.
    pub fn add_finished_order(&mut self, place: &ImportLocation, context: &CommandContext) {
        self.count += 1;
        if !matches!(place, ImportLocation::Mail(_)) {
            self.finished_rows += 1;
            return;
        }
        *self.mails.entry(t!(context.texts, "import-why-over")).or_default() += 1;
    }

    /// Prints all of it on standard error.
    pub fn report(&self, context: &CommandContext) {
        self.named.iter().for_each(|line| talk(line));
        if self.more > 0 {
            talk(&t!(context.texts, "import-more", n = self.more));
        }
        if self.finished_rows > 0 {
            talk(&t!(context.texts, "import-finished-rows", n = self.finished_rows));
        }
        for (why, count) in &self.mails {
            let (n, why) = (*count, why.as_str());
            talk(&t!(context.texts, "import-mails", n = n, why = why));
        }
        if !self.unopened.is_empty() {
            let one = |(kind, count): (&FileKind, &usize)| format!("{} {count}", file_kind(&context.texts, kind));
            let kinds = self.unopened.iter().map(one).collect::<Vec<_>>().join(", ");
            talk(&t!(context.texts, "import-unopened", n = self.unopened.values().sum::<usize>(), kinds = kinds));
        }
    }
}

fn file_kind(texts: &Texts, kind: &FileKind) -> String {
    match kind {
        FileKind::Ending(ending) => ending.clone(),
        FileKind::NoEnding => t!(texts, "import-unopened-no-ending"),
        FileKind::Link => t!(texts, "import-unopened-link"),
        FileKind::Folder => t!(texts, "import-unopened-folder"),
        FileKind::Other => t!(texts, "import-unopened-other"),
    }
}

pub(super) fn place(texts: &Texts, place: &ImportLocation) -> String {
    match place {
        ImportLocation::Line(line) => t!(texts, "import-line", line = line.to_string()),
        ImportLocation::Row(sheet, row) => t!(texts, "import-row", sheet = sheet.as_str(), row = row.to_string()),
        ImportLocation::Sheet(sheet) => t!(texts, "import-sheet", sheet = sheet.as_str()),
        ImportLocation::Mail(subject) if subject.is_empty() => t!(texts, "import-mail"),
        ImportLocation::Mail(subject) => format!("\"{subject}\""),
    }
}

fn reason(texts: &Texts, why: &SkipReason) -> String {
    match why {
        SkipReason::Nothing => t!(texts, "import-why-nothing"),
        SkipReason::NotANumber(text, error) => {
            t!(texts, "import-why-number", text = text.as_str(), why = number_error(texts, *error))
        }
        SkipReason::Shortened(text) => t!(texts, "import-why-shortened", text = text.as_str()),
        SkipReason::Zeroed(text) => t!(texts, "import-why-zeroed", text = text.as_str()),
        SkipReason::ZeroColumn(text) => t!(texts, "import-why-zero-column", text = text.as_str()),
        SkipReason::FailedFormula(text) => t!(texts, "import-why-formula", text = text.as_str()),
        SkipReason::Finished => t!(texts, "import-why-finished"),
        SkipReason::NoHead => t!(texts, "import-why-no-head"),
        SkipReason::NoDay(text) => t!(texts, "import-why-day", text = text.as_str()),
        SkipReason::ToCome(text) => t!(texts, "import-why-to-come", text = text.as_str()),
        SkipReason::TwoWays(text) => t!(texts, "import-why-two-ways", text = text.as_str()),
        SkipReason::Broken => t!(texts, "import-why-broken"),
        SkipReason::NoOrder => t!(texts, "import-why-no-order"),
        SkipReason::Sealed(SealedBy::Encryption) => t!(texts, "import-why-encrypted"),
        SkipReason::Sealed(SealedBy::Tnef) => t!(texts, "import-why-winmail"),
        SkipReason::Cancelled => t!(texts, "import-why-cancelled"),
        SkipReason::Old(day) => t!(texts, "import-why-old", day = domain_text::day(*day)),
        SkipReason::TooMany => t!(texts, "import-why-too-many", most = crate::import::MOST_RECORDS),
    }
}
