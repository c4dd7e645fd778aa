//! What an import says of the heads of tables: which columns are read as what, which are not, and what their words for the
//! state of an order were taken as.

use std::collections::BTreeMap;

use crate::cli::context::CommandContext;
use crate::cli::text_output::stdout_abilities::talk;
use crate::domain::CleanText;
use crate::import::{Column, TableHead};
use crate::t;
use crate::texts::Texts;

/// So many columns that are not read are named.
const MOST_UNUSED: usize = 12;

/// Tells how the tables of a file are read.
pub(super) fn tables(file: &str, tables: &[TableHead], context: &CommandContext) {
    for table in tables {
        head(file, table, &context.texts);
    }
}

fn head(file: &str, table: &TableHead, texts: &Texts) {
    let file = match &table.sheet {
        Some(sheet) => t!(texts, "import-file-sheet", file = file, sheet = sheet.as_str()),
        None => file.to_owned(),
    };
    let one = |(column, head): &(Column, CleanText)| format!("{head} = {}", column_name(texts, *column));
    let columns = table.columns.iter().map(one).collect::<Vec<_>>().join(", ");
    talk(&t!(texts, "import-columns", file = file.as_str(), columns = columns));
    if !table.unused.is_empty() {
        let named = table.unused.iter().take(MOST_UNUSED).map(CleanText::as_str).collect::<Vec<_>>().join(", ");
        let more = table.unused.len().saturating_sub(MOST_UNUSED);
        talk(&t!(texts, "import-columns-unused", file = file.as_str(), columns = named, more = more));
    }
    if !table.over.is_empty() {
        talk(&t!(texts, "import-status-over", file = file.as_str(), statuses = counted(&table.over)));
    }
    if !table.unknown.is_empty() {
        talk(&t!(texts, "import-status-unknown", file = file, statuses = counted(&table.unknown)));
    }
}

fn counted(words: &BTreeMap<CleanText, usize>) -> String {
    words.iter().map(|(words, count)| format!("{words} {count}")).collect::<Vec<_>>().join(", ")
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
        Column::Status => t!(texts, "import-column-status"),
    }
}
