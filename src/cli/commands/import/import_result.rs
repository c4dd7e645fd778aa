//! What became of each record, on standard output, and the sum on standard error.

use std::io;

use crate::cli::context::CommandContext;
use crate::cli::text_output::stdout_abilities::{Output, talk};
use crate::cli::text_output::table::Table;
use crate::domain::{NewParcel, Order};
use crate::store::Imported;
use crate::t;
use crate::texts::Texts;

/// Writes one line a record: for a script separated by tabs, on a terminal as a table with heads.
///
/// # Errors
/// The output is closed or full.
pub(super) fn write(
    drafts: &[NewParcel],
    done: &[Imported],
    dry_run: bool,
    context: &CommandContext,
    out: &mut Output,
) -> io::Result<()> {
    let records = drafts.iter().zip(done);
    if out.width().is_none() {
        for (draft, imported) in records {
            let [id, number, order, title] = facts(draft, *imported, dry_run);
            let line = format!("{}\t{id}\t{number}\t{order}\t{title}", word(*imported, dry_run));
            out.line(line.trim_end())?;
        }
        return out.flush();
    }
    let texts = &context.texts;
    let mut table = Table::new(vec![
        String::new(),
        t!(texts, "cli-list-id"),
        t!(texts, "cli-list-number"),
        t!(texts, "import-head-order"),
        t!(texts, "cli-list-title"),
    ]);
    for (draft, imported) in records {
        let [id, number, order, title] = facts(draft, *imported, dry_run);
        table.row(vec![word_for_people(*imported, dry_run, texts), id, number, order, title]);
    }
    table.write(out)?;
    out.flush()
}

/// What became of a record, for scripts.
fn word(imported: Imported, dry_run: bool) -> &'static str {
    match (imported, dry_run) {
        (Imported::New(_), false) => "added",
        (Imported::New(_), true) => "would-add",
        (Imported::Filled(_), false) => "changed",
        (Imported::Filled(_), true) => "would-change",
        (Imported::Known(_), _) => "known",
    }
}

fn word_for_people(imported: Imported, dry_run: bool, texts: &Texts) -> String {
    match (imported, dry_run) {
        (Imported::New(_), false) => t!(texts, "import-word-added"),
        (Imported::New(_), true) => t!(texts, "import-word-would-add"),
        (Imported::Filled(_), false) => t!(texts, "import-word-changed"),
        (Imported::Filled(_), true) => t!(texts, "import-word-would-change"),
        (Imported::Known(_), _) => t!(texts, "import-word-known"),
    }
}

/// The parcel's id, its number, its order and its title.
fn facts(draft: &NewParcel, imported: Imported, dry_run: bool) -> [String; 4] {
    let id = match imported {
        Imported::New(_) if dry_run => String::new(),
        Imported::New(id) | Imported::Filled(id) | Imported::Known(id) => id.to_string(),
    };
    let number = draft.numbers.first().map(ToString::to_string).unwrap_or_default();
    let order = draft.orders.iter().find_map(|order: &Order| order.code.as_deref()).unwrap_or_default();
    [id, number, order.to_owned(), draft.title.as_deref().unwrap_or_default().to_owned()]
}

/// Tells how many were added, changed, known and passed over.
pub(super) fn report_counts(done: &[Imported], passed: usize, dry_run: bool, context: &CommandContext) {
    let count = |kind: fn(&Imported) -> bool| done.iter().filter(|imported| kind(imported)).count();
    let added = count(|imported| matches!(imported, Imported::New(_)));
    let changed = count(|imported| matches!(imported, Imported::Filled(_)));
    let known = count(|imported| matches!(imported, Imported::Known(_)));
    let texts = &context.texts;
    if dry_run {
        talk(&t!(texts, "import-sum-rehearsed", added = added, changed = changed, known = known, passed = passed));
        talk(&t!(texts, "import-rehearsed"));
        return;
    }
    talk(&t!(texts, "import-sum", added = added, changed = changed, known = known, passed = passed));
    if added + changed > 0 {
        talk(&t!(texts, "import-undo"));
    }
}
