//! `posylka edit`, `tag` and `note`: what the user knows of a parcel.

use super::add;
use super::args::{EditArgs, NoteArgs, TagArgs};
use super::context::{Context, Done, shown};
use super::errors::CliError;
use super::exit::Exit;
use super::input;
use super::output::{Output, talk};
use crate::domain::{Clean, Parcel, SourceId, day, staleness};
use crate::store::{Database, Edit};
use crate::t;

/// Changes a parcel.
///
/// # Errors
/// There is no such parcel, a date or a source is wrong, nothing is to be changed; the database fails.
pub fn run(args: &EditArgs, context: &Context) -> Done {
    let edit = wanted(args, context)?;
    let mut db = context.open()?;
    let parcel = context.find(&db, &args.key)?;
    apply(&parcel, &edit, context, &mut db)
}

fn wanted(args: &EditArgs, context: &Context) -> Result<Edit, CliError> {
    let line = |text: &Option<String>| text.as_deref().map(Clean::some_line);
    let edit = Edit {
        title: line(&args.title),
        shop: line(&args.shop),
        add_orders: lines(&args.order).into_iter().map(Into::into).collect(),
        remove_orders: lines(&args.remove_order),
        protected_until: args.protected_until.as_deref().map(|text| day_or_none(text, context)).transpose()?,
        stale_after_days: args.stale_after.as_deref().map(|text| patience(text, context)).transpose()?,
        snooze: args.snooze.as_deref().map(|text| snooze(text, context)).transpose()?,
        add_numbers: args.number.iter().map(|text| add::number(text, context)).collect::<Result<_, _>>()?,
        pinned: listed(&args.source, "any", context)?,
        excluded: listed(&args.exclude_source, "none", context)?,
        closed: args.close.then_some(true).or(args.reopen.then_some(false)),
        ..Edit::default()
    };
    if edit == Edit::default() {
        let texts = &context.texts;
        return Err(CliError::usage(t!(texts, "error-edit-nothing"), t!(texts, "error-edit-nothing-hint")));
    }
    Ok(edit)
}

fn day_or_none(text: &str, context: &Context) -> Result<Option<chrono::NaiveDate>, CliError> {
    if text.trim().eq_ignore_ascii_case("none") { Ok(None) } else { context.day(text).map(Some) }
}

/// How many silent days are allowed; nothing, or a word, for as many as everywhere.
fn patience(text: &str, context: &Context) -> Result<Option<u32>, CliError> {
    let word = text.trim();
    if word.is_empty() || word.eq_ignore_ascii_case("default") {
        return Ok(None);
    }
    staleness::read_days(word).map(Some).ok_or_else(|| {
        let texts = &context.texts;
        CliError::usage(t!(texts, "error-days", text = shown(text)), t!(texts, "error-days-hint"))
    })
}

/// Until when to leave it alone; nothing, or a word, for no longer.
fn snooze(text: &str, context: &Context) -> Result<Option<chrono::NaiveDate>, CliError> {
    let word = text.trim();
    if word.is_empty() || word.eq_ignore_ascii_case("none") {
        return Ok(None);
    }
    let (texts, today) = (&context.texts, context.gauge().today());
    match day::read(word, today) {
        Some(day) if day > today => Ok(Some(day)),
        Some(_) => {
            Err(CliError::usage(t!(texts, "error-snooze-past", text = shown(text)), t!(texts, "error-snooze-hint")))
        }
        None => Err(CliError::usage(t!(texts, "error-date", text = shown(text)), t!(texts, "error-snooze-hint"))),
    }
}

/// Sources of a repeated flag; one word empties the list.
fn listed(ids: &[String], empty: &str, context: &Context) -> Result<Option<Vec<SourceId>>, CliError> {
    match ids {
        [] => Ok(None),
        [word] if word.eq_ignore_ascii_case(empty) => Ok(Some(Vec::new())),
        ids => context.sources(ids).map(Some),
    }
}

fn lines(texts: &[String]) -> Vec<Clean> {
    texts.iter().filter_map(|text| Clean::some_line(text)).collect()
}

fn apply(parcel: &Parcel, edit: &Edit, context: &Context, db: &mut Database) -> Done {
    if !db.edit(parcel.id, edit, context.now())? {
        talk(&t!(context.texts, "cli-edit-same", name = parcel.name()));
    }
    Ok(Exit::Done)
}

/// Prints, adds or takes away tags.
///
/// # Errors
/// There is no such parcel, or the database fails.
pub fn tag(args: &TagArgs, context: &Context, out: &mut Output) -> Done {
    let mut db = context.open()?;
    let parcel = context.find(&db, &args.key)?;
    let tags = lines(&args.tags);
    if tags.is_empty() {
        parcel.tags.iter().try_for_each(|tag| out.line(tag))?;
        return Ok(Exit::Done);
    }
    let edit = if args.remove {
        Edit { remove_tags: tags, ..Edit::default() }
    } else {
        Edit { add_tags: tags, ..Edit::default() }
    };
    apply(&parcel, &edit, context, &mut db)
}

/// Prints, sets or takes away the note.
///
/// # Errors
/// There is no such parcel, standard input cannot be read, or the database fails.
pub fn note(args: &NoteArgs, context: &Context, out: &mut Output) -> Done {
    let mut db = context.open()?;
    let parcel = context.find(&db, &args.key)?;
    if args.text.is_empty() && !args.clear {
        parcel.note.iter().try_for_each(|note| out.line(note))?;
        return Ok(Exit::Done);
    }
    let text = if args.text == ["-"] { input::standard(context)? } else { args.text.join(" ") };
    let note = Some(Clean::note(&text)).filter(|note| !note.is_empty());
    apply(&parcel, &Edit { note: Some(note), ..Edit::default() }, context, &mut db)
}
