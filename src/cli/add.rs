//! `posylka add`

use std::io::Read;

use super::args::AddArgs;
use super::context::{Context, Done, shown};
use super::errors::CliError;
use super::exit::Exit;
use super::output::{Output, talk};
use super::{numbers, troubles};
use crate::domain::{Clean, TrackingNumber};
use crate::store::{Added, Database, Draft};
use crate::t;

/// The longest text that is read from standard input, in bytes.
const MAX_TEXT: u64 = 8 << 20;

/// Adds one parcel a number. Every number is looked at before the first one is added.
///
/// # Errors
/// A number that cannot be one, a bad date, an unknown source, a text without numbers; the database fails.
pub fn run(args: &AddArgs, context: &Context, out: &mut Output) -> Done {
    let numbers = wanted(args, context)?;
    let drafts = drafts(args, context, numbers)?;
    let mut db = context.open()?;
    for draft in drafts {
        add(&draft, context, &mut db, out)?;
    }
    Ok(Exit::Done)
}

fn wanted(args: &AddArgs, context: &Context) -> Result<Vec<TrackingNumber>, CliError> {
    let mut numbers: Vec<TrackingNumber> = Vec::new();
    for text in &args.numbers {
        let found = if text == "-" { from_text(context)? } else { vec![one(text, context)?] };
        for number in found {
            if !numbers.contains(&number) {
                numbers.push(number);
            }
        }
    }
    Ok(numbers)
}

fn one(text: &str, context: &Context) -> Result<TrackingNumber, CliError> {
    let texts = &context.texts;
    let number = TrackingNumber::parse(text).map_err(|error| {
        let what = t!(texts, "error-number", number = shown(text), why = troubles::number(texts, error));
        let hint = numbers::correction(text, context).unwrap_or_else(|| t!(texts, "error-number-hint"));
        CliError::usage(what, hint)
    })?;
    // A number with a wrong check digit is taken all the same: carriers break their own rules.
    if let Some(warning) = numbers::warning(&number, context) {
        talk(&warning);
    }
    Ok(number)
}

fn from_text(context: &Context) -> Result<Vec<TrackingNumber>, CliError> {
    let mut bytes = Vec::new();
    std::io::stdin().lock().take(MAX_TEXT).read_to_end(&mut bytes).map_err(|error| {
        let what = t!(context.texts, "error-input", why = error.to_string());
        CliError::failed(what, t!(context.texts, "error-input-hint"))
    })?;
    let found = numbers::in_text(&String::from_utf8_lossy(&bytes), context);
    if found.is_empty() {
        return Err(CliError::failed(t!(context.texts, "error-no-numbers"), t!(context.texts, "error-no-numbers-hint")));
    }
    Ok(found)
}

fn drafts(args: &AddArgs, context: &Context, numbers: Vec<TrackingNumber>) -> Result<Vec<Draft>, CliError> {
    let protected_until = args.protected_until.as_deref().map(|text| context.day(text)).transpose()?;
    let pinned = context.sources(&args.source)?;
    let line = |text: &Option<String>| text.as_deref().and_then(Clean::some_line);
    let draft = |number| Draft {
        numbers: vec![number],
        title: line(&args.title),
        orders: args.order.iter().filter_map(|text| Clean::some_line(text)).collect(),
        shop: line(&args.shop),
        note: None,
        tags: args.tag.iter().filter_map(|text| Clean::some_line(text)).collect(),
        protected_until,
        pinned: pinned.clone(),
    };
    Ok(numbers.into_iter().map(draft).collect())
}

fn add(draft: &Draft, context: &Context, db: &mut Database, out: &mut Output) -> Result<(), CliError> {
    let number = draft.numbers.first().map(ToString::to_string).unwrap_or_default();
    let formats = draft.numbers.first().map(|n| numbers::known_as(n, context)).unwrap_or_default();
    match db.add(draft, context.now())? {
        Added::New(id) => out.line(&format!("{id}\t{number}\t{formats}").trim_end().to_owned())?,
        Added::Already(id) => {
            let line = t!(context.texts, "cli-add-already", number = number.as_str(), id = id.to_string());
            talk(&line);
            out.line(&format!("{id}\t{number}\t{formats}").trim_end().to_owned())?;
        }
    }
    Ok(())
}
