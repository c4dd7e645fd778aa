//! What an import says on standard error: columns, what was passed over and why, and the sum.

use std::collections::BTreeMap;

use super::find_and_load_files::FileKind;
use crate::cli::context::CommandContext;
use crate::cli::text_output::domain_text;
use crate::cli::text_output::stdout_abilities::talk;
use crate::domain::CleanText;
use crate::error_messages::number_error;
use crate::import::{Column, ImportLocation, Kind, ParsedFile, SealedBy, SkipReason, SkippedRow};
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
    /// Whether something was lost that somebody wrote down.
    pub mistakes: bool,
    /// How many rows and mails became nothing.
    pub count: usize,
    /// The files of folders that were not opened.
    unopened: BTreeMap<FileKind, usize>,
}

/// Which columns of a table are read as what.
pub(super) fn columns(file: &str, parsed: &ParsedFile, context: &CommandContext) {
    if parsed.kind != Kind::Table {
        return;
    }
    let texts = &context.texts;
    let one = |(column, head): &(Column, CleanText)| format!("{head} = {}", column_name(texts, *column));
    let columns = parsed.columns.iter().map(one).collect::<Vec<_>>().join(", ");
    talk(&t!(texts, "import-columns", file = file, columns = columns));
}

fn column_name(texts: &Texts, column: Column) -> String {
    match column {
        Column::Number => t!(texts, "import-column-number"),
        Column::Order => t!(texts, "import-column-order"),
        Column::Title => t!(texts, "import-column-title"),
        Column::Shop => t!(texts, "import-column-shop"),
        Column::Ordered => t!(texts, "import-column-ordered"),
        Column::Shipped => t!(texts, "import-column-shipped"),
        Column::Received => t!(texts, "import-column-received"),
        Column::Protected => t!(texts, "import-column-protected"),
        Column::Preset => t!(texts, "import-column-preset"),
        Column::Note => t!(texts, "import-column-note"),
        Column::Tags => t!(texts, "import-column-tags"),
    }
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

    /// A mail about an order that is over and not in the list.
    pub fn add_finished_order(&mut self, context: &CommandContext) {
        self.count += 1;
        *self.mails.entry(t!(context.texts, "import-why-over")).or_default() += 1;
    }

    /// Prints all of it on standard error.
    pub fn report(&self, context: &CommandContext) {
        self.named.iter().for_each(|line| talk(line));
        if self.more > 0 {
            talk(&t!(context.texts, "import-more", n = self.more));
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

fn place(texts: &Texts, place: &ImportLocation) -> String {
    match place {
        ImportLocation::Line(line) => t!(texts, "import-line", line = line.to_string()),
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
