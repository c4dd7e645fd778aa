//! `posylka add`

use std::io::Read;

use super::args::AddArgs;
use super::context::{Context, Done, shown};
use super::errors::CliError;
use super::exit::Exit;
use super::output::{Output, talk};
use super::{numbers, troubles};
use crate::domain::number::{Found, numbers_in};
use crate::domain::{Clean, Order, TrackingNumber};
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

/// A number to be added, with the order and the shop that stood beside it.
struct Wanted {
    number: TrackingNumber,
    order: Option<Clean>,
    shop: Option<Clean>,
}

fn wanted(args: &AddArgs, context: &Context) -> Result<Vec<Wanted>, CliError> {
    let mut numbers: Vec<Wanted> = Vec::new();
    for text in &args.numbers {
        let found = if text == "-" {
            from_text(context)?
        } else {
            vec![Wanted { number: number(text, context)?, order: None, shop: None }]
        };
        for wanted in found {
            if numbers.iter().all(|known| known.number != wanted.number) {
                numbers.push(wanted);
            }
        }
    }
    Ok(numbers)
}

/// A number as the user wrote it; a suspicious one is talked about and taken all the same.
///
/// # Errors
/// It cannot be one.
pub fn number(text: &str, context: &Context) -> Result<TrackingNumber, CliError> {
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

fn from_text(context: &Context) -> Result<Vec<Wanted>, CliError> {
    let mut bytes = Vec::new();
    std::io::stdin().lock().take(MAX_TEXT).read_to_end(&mut bytes).map_err(|error| {
        let what = t!(context.texts, "error-input", why = error.to_string());
        CliError::failed(what, t!(context.texts, "error-input-hint"))
    })?;
    let found = numbers_in(bytes, &numbers::around(context));
    if found.is_empty() {
        return Err(CliError::failed(
            t!(context.texts, "error-no-numbers"),
            t!(context.texts, "error-no-numbers-hint"),
        ));
    }
    let wanted = |found: Found| Wanted { number: found.number, order: found.order, shop: found.shop };
    Ok(found.into_iter().map(wanted).collect())
}

fn drafts(args: &AddArgs, context: &Context, numbers: Vec<Wanted>) -> Result<Vec<Draft>, CliError> {
    let protected_until = args.protected_until.as_deref().map(|text| context.day(text)).transpose()?;
    let pinned = context.sources(&args.source)?;
    let line = |text: &Option<String>| text.as_deref().and_then(Clean::some_line);
    let orders: Vec<Order> = args.order.iter().filter_map(|text| Clean::some_line(text)).map(Order::from).collect();
    let draft = |wanted: Wanted| Draft {
        numbers: vec![wanted.number],
        title: line(&args.title),
        orders: if orders.is_empty() { wanted.order.into_iter().map(Order::from).collect() } else { orders.clone() },
        shop: line(&args.shop).or(wanted.shop),
        note: None,
        tags: args.tag.iter().filter_map(|text| Clean::some_line(text)).collect(),
        protected_until,
        preset: None,
        pinned: pinned.clone(),
    };
    Ok(numbers.into_iter().map(draft).collect())
}

fn add(draft: &Draft, context: &Context, db: &mut Database, out: &mut Output) -> Result<(), CliError> {
    let number = draft.numbers.first().map(ToString::to_string).unwrap_or_default();
    let formats = draft.numbers.first().map(|n| numbers::known_as(n, context)).unwrap_or_default();
    match db.add(draft, context.now())? {
        Added::New(id) => out.line(format!("{id}\t{number}\t{formats}").trim_end())?,
        Added::Already(id) => {
            let line = t!(context.texts, "cli-add-already", number = number.as_str(), id = id.to_string());
            talk(&line);
            out.line(format!("{id}\t{number}\t{formats}").trim_end())?;
        }
    }
    Ok(())
}
