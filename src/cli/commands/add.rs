//! `posylka add`

use std::io::Read;

use clap::Args;

use crate::cli::context::{CommandContext, CommandResult};
use crate::cli::error::CliError;
use crate::cli::exit_code::Exit;
use crate::cli::inputs::date_args;
use crate::cli::inputs::number_arg;
use crate::cli::inputs::text_args::refuse_too_long;
use crate::cli::text_output::number_text;
use crate::cli::text_output::stdout_abilities::{Output, talk};
use crate::cli::text_output::unasked_text;
use crate::domain::number::{self, Found, numbers_in};
use crate::domain::parse_deadline::Dates;
use crate::domain::{CleanText, NewParcel, Order, TrackingNumber};
use crate::store::{Added, Database};
use crate::t;

/// Add parcels; `-` takes the numbers out of any text on standard input
#[derive(Args, Debug)]
pub struct AddArgs {
    /// Track numbers of any spelling, or `-` for any text on standard input; none: an order that has none yet
    #[arg(value_name = "NUMBER", allow_hyphen_values = false)]
    pub numbers: Vec<String>,
    /// What you call it
    #[arg(long, short, value_name = "TITLE")]
    pub title: Option<String>,
    /// The shop's order; may be repeated
    #[arg(long, value_name = "ID")]
    pub order: Vec<String>,
    /// The shop
    #[arg(long, value_name = "SHOP")]
    pub shop: Option<String>,
    /// When it was ordered (2026-11-03)
    #[arg(long, value_name = "DATE")]
    pub ordered: Option<String>,
    /// When the shop sent it off
    #[arg(long, value_name = "DATE")]
    pub shipped: Option<String>,
    /// The last day to open a dispute (2026-12-31), days from shipping or the order (+75), or a preset
    #[arg(long, value_name = "DATE|DAYS|PRESET")]
    pub protected_until: Option<String>,
    /// A tag; may be repeated
    #[arg(long, value_name = "TAG")]
    pub tag: Vec<String>,
    /// Ask only this source about it; may be repeated
    #[arg(long, value_name = "ID")]
    pub source: Vec<String>,
}

/// The longest text that is read from standard input, in bytes.
const MAX_TEXT: u64 = 8 << 20;

/// Adds one parcel a number, or one without a number. Every number is looked at before the first one is added.
///
/// # Errors
/// A number that cannot be one, a bad date, an unknown source, a text without numbers; the database fails.
pub fn run(args: &AddArgs, context: &CommandContext, out: &mut Output) -> CommandResult {
    let entries = read_entries(args, context)?;
    if args.numbers.is_empty() && args.order.is_empty() && args.title.is_none() {
        let texts = &context.texts;
        return Err(CliError::usage(t!(texts, "error-add-nothing"), t!(texts, "error-add-nothing-hint")));
    }
    let drafts = checked_drafts(args, context, entries)?;
    unasked_text::warn_of_those_off(drafts.first().map_or(&[][..], |draft| &draft.pinned), context);
    let mut db = context.open()?;
    for draft in drafts {
        add(&draft, context, &mut db, out)?;
    }
    Ok(Exit::Done)
}

/// A number to be added, or an order without one, with the order and the shop that stood beside it.
struct NewEntry {
    number: Option<TrackingNumber>,
    order: Option<CleanText>,
    shop: Option<CleanText>,
}

/// What was typed as numbers, each once; an order without a number if none was.
fn read_entries(args: &AddArgs, context: &CommandContext) -> Result<Vec<NewEntry>, CliError> {
    if args.numbers.is_empty() {
        return Ok(vec![NewEntry { number: None, order: None, shop: None }]);
    }
    let mut entries: Vec<NewEntry> = Vec::new();
    for text in &args.numbers {
        let found = if text == "-" { entries_in_stdin(context)? } else { vec![typed(text, args, context)?] };
        for entry in found {
            if entries.iter().all(|known| known.number != entry.number || known.order != entry.order) {
                entries.push(entry);
            }
        }
    }
    Ok(entries)
}

/// A number as it was typed. What a shop numbers its orders like is an order, unless the user says whom to ask about it.
fn typed(text: &str, args: &AddArgs, context: &CommandContext) -> Result<NewEntry, CliError> {
    let shop = number::order_shop(text, &number_text::identify_context(context)).filter(|_| args.source.is_empty());
    let Some(shop) = shop else {
        return Ok(NewEntry { number: Some(number_arg::read(text, context)?), order: None, shop: None });
    };
    let order = CleanText::line(text.trim());
    talk(&t!(context.texts, "cli-add-is-order", order = order.to_string(), shop = shop));
    Ok(NewEntry { number: None, order: Some(order), shop: Some(CleanText::line(shop)) })
}

fn entries_in_stdin(context: &CommandContext) -> Result<Vec<NewEntry>, CliError> {
    let mut bytes = Vec::new();
    std::io::stdin().lock().take(MAX_TEXT).read_to_end(&mut bytes).map_err(|error| {
        let what = t!(context.texts, "error-input", why = error.to_string());
        CliError::failed(what, t!(context.texts, "error-input-hint"))
    })?;
    let found = numbers_in(bytes, &number_text::identify_context(context));
    if found.is_empty() {
        return Err(CliError::failed(
            t!(context.texts, "error-no-numbers"),
            t!(context.texts, "error-no-numbers-hint"),
        ));
    }
    let entry = |found: Found| NewEntry { number: Some(found.number), order: found.order, shop: found.shop };
    Ok(found.into_iter().map(entry).collect())
}

/// Every option read and checked; behind this nothing reads a string again.
fn checked_drafts(
    args: &AddArgs,
    context: &CommandContext,
    entries: Vec<NewEntry>,
) -> Result<Vec<NewParcel>, CliError> {
    refuse_too_long(args.title.iter().chain(&args.shop).chain(&args.order).chain(&args.tag), context)?;
    let ordered_on = args.ordered.as_deref().map(|text| date_args::past(text, context)).transpose()?;
    let shipped_on = args.shipped.as_deref().map(|text| date_args::past(text, context)).transpose()?;
    let dates = Dates { today: context.gauge().today(), ordered_on, shipped_on };
    let protection =
        args.protected_until.as_deref().map(|text| date_args::deadline(text, dates, context)).transpose()?;
    let pinned = context.sources(&args.source)?;
    let line = |text: &Option<String>| text.as_deref().and_then(CleanText::own_line);
    let order = |code: Option<CleanText>| Order { code, ordered_on, shipped_on, ..Order::default() };
    let named: Vec<CleanText> = args.order.iter().filter_map(|text| CleanText::own_line(text)).collect();
    let orders = |beside: Option<CleanText>, number: bool| -> Vec<Order> {
        let stands_beside = number && !named.is_empty();
        let beside = beside.into_iter().filter(|_| !stands_beside);
        let codes: Vec<CleanText> = named.iter().cloned().chain(beside).collect();
        let bare = codes.is_empty() && (!number || ordered_on.or(shipped_on).is_some());
        bare.then(|| order(None)).into_iter().chain(codes.into_iter().map(|code| order(Some(code)))).collect()
    };
    let draft = |entry: NewEntry| NewParcel {
        orders: orders(entry.order, entry.number.is_some()),
        numbers: entry.number.into_iter().collect(),
        title: line(&args.title),
        shop: line(&args.shop).or(entry.shop),
        note: None,
        tags: args.tag.iter().filter_map(|text| CleanText::own_line(text)).collect(),
        protection: protection.clone(),
        pinned: pinned.clone(),
    };
    Ok(entries.into_iter().map(draft).collect())
}

/// Whether a parcel has that number already; if not, an order may wait for it.
fn is_known(number: &TrackingNumber, db: &Database) -> Result<bool, CliError> {
    let holder = db.find(number.as_str())?;
    Ok(holder.is_some_and(|parcel| parcel.numbers.iter().any(|own| own.number == *number)))
}

fn add(draft: &NewParcel, context: &CommandContext, db: &mut Database, out: &mut Output) -> Result<(), CliError> {
    let number = draft.numbers.first().map(ToString::to_string).unwrap_or_default();
    let formats = draft.numbers.first().map(|n| number_text::likeliest_format(n, context)).unwrap_or_default();
    let is_known = draft.numbers.first().map(|number| is_known(number, db)).transpose()?.unwrap_or(true);
    match db.add(draft, context.now())? {
        Added::New(id) => {
            if draft.numbers.is_empty() {
                talk(&t!(context.texts, "cli-add-no-number", id = id.to_string()));
            }
            out.line(format!("{id}\t{number}\t{formats}").trim_end())?;
        }
        Added::Already(id) => {
            let order = draft.orders.iter().find_map(Order::name).map(ToString::to_string);
            let what = if number.is_empty() { order.unwrap_or_default() } else { number.clone() };
            let (texts, id) = (&context.texts, id.to_string());
            talk(&if is_known {
                t!(texts, "cli-add-already", number = what, id = id.as_str())
            } else {
                t!(texts, "cli-add-joined", number = what, id = id.as_str())
            });
            out.line(format!("{id}\t{number}\t{formats}").trim_end())?;
        }
    }
    Ok(())
}
