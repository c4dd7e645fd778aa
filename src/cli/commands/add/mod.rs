//! `posylka add`

mod report;

use std::io::{IsTerminal, Read};

use chrono::NaiveDate;
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
use crate::domain::number;
use crate::domain::parse_deadline::Dates;
use crate::domain::{CleanText, Deadline, NewParcel, Order, SourceId};
use crate::store::Database;
use crate::t;
use crate::use_cases::add::{self, AddContext, AddOffer};
use report::{nothing_in, report, report_left};

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

/// Adds one parcel a number, or one without a number, in one change. Every number is looked at before the first one is added.
///
/// # Errors
/// A number that cannot be one, a bad date, an unknown source, a text without numbers; the database fails. What of a text was
/// left out is named, and is [`Exit::Partly`].
pub fn run(args: &AddArgs, context: &CommandContext, out: &mut Output) -> CommandResult {
    let wanted = Wanted::read(args, context)?;
    if args.numbers.is_empty() && args.order.is_empty() && args.title.is_none() {
        let texts = &context.texts;
        return Err(CliError::usage(t!(texts, "error-add-nothing"), t!(texts, "error-add-nothing-hint")));
    }
    let flags = AddedFlags::read(args, context)?;
    unasked_text::warn_of_those_off(&flags.pinned, context);
    let parcels = flags.apply(wanted.parcels);
    let mut db = context.open()?;
    let known = parcels.iter().map(|parcel| is_known(parcel, &db)).collect::<Result<Vec<_>, _>>()?;
    let added = add::add_all(&mut db, &parcels, context.now())?;
    for ((parcel, added), is_known) in parcels.iter().zip(&added).zip(known) {
        report(parcel, added, is_known, context, out)?;
    }
    out.flush()?;
    if std::io::stdout().is_terminal() {
        talk(&t!(context.texts, "cli-add-next"));
    }
    if wanted.left.is_empty() {
        return Ok(Exit::Done);
    }
    report_left(&wanted.left, context);
    Ok(Exit::Partly)
}

/// What was typed and what a text offered.
#[derive(Default)]
struct Wanted {
    parcels: Vec<NewParcel>,
    /// What of the text is not taken.
    left: Vec<AddOffer>,
}

impl Wanted {
    /// What was typed as numbers, each once; an order without a number if none was.
    fn read(args: &AddArgs, context: &CommandContext) -> Result<Self, CliError> {
        if args.numbers.is_empty() {
            return Ok(Self { parcels: vec![NewParcel::default()], left: Vec::new() });
        }
        let mut wanted = Self::default();
        for text in &args.numbers {
            if text == "-" {
                wanted.read_stdin(context)?;
            } else {
                wanted.take(typed(text, args, context)?);
            }
        }
        Ok(wanted)
    }

    fn read_stdin(&mut self, context: &CommandContext) -> Result<(), CliError> {
        let mut bytes = Vec::new();
        std::io::stdin().lock().take(MAX_TEXT).read_to_end(&mut bytes).map_err(|error| {
            let what = t!(context.texts, "error-input", why = error.to_string());
            CliError::failed(what, t!(context.texts, "error-input-hint"))
        })?;
        let reading = AddContext { today: context.gauge().today(), home: context.config.home_country };
        for offer in add::offers(bytes, reading) {
            match offer.chosen(offer.best_choice()).filter(|_| offer.is_taken_at_first()) {
                Some(parcel) => self.take(parcel),
                None => self.left.push(offer),
            }
        }
        if self.parcels.is_empty() {
            return Err(nothing_in(&self.left, context));
        }
        Ok(())
    }

    fn take(&mut self, parcel: NewParcel) {
        if self.parcels.iter().all(|known| known.numbers != parcel.numbers || known.orders != parcel.orders) {
            self.parcels.push(parcel);
        }
    }
}

/// A number as it was typed. What a shop numbers its orders like is an order, unless the user says whom to ask about it.
fn typed(text: &str, args: &AddArgs, context: &CommandContext) -> Result<NewParcel, CliError> {
    let shop = number::order_shop(text, &number_text::identify_context(context)).filter(|_| args.source.is_empty());
    let Some(shop) = shop else {
        return Ok(NewParcel { numbers: vec![number_arg::read(text, context)?], ..NewParcel::default() });
    };
    let order = CleanText::line(text.trim());
    talk(&t!(context.texts, "cli-add-is-order", order = order.to_string(), shop = shop));
    Ok(NewParcel { orders: vec![order.into()], shop: Some(CleanText::line(shop)), ..NewParcel::default() })
}

/// What the flags say of every parcel, read and checked; behind this nothing reads a string again.
struct AddedFlags<'a> {
    args: &'a AddArgs,
    ordered_on: Option<NaiveDate>,
    shipped_on: Option<NaiveDate>,
    protection: Option<Deadline>,
    pinned: Vec<SourceId>,
}

impl<'a> AddedFlags<'a> {
    fn read(args: &'a AddArgs, context: &CommandContext) -> Result<Self, CliError> {
        refuse_too_long(args.title.iter().chain(&args.shop).chain(&args.order).chain(&args.tag), context)?;
        let ordered_on = args.ordered.as_deref().map(|text| date_args::past(text, context)).transpose()?;
        let shipped_on = args.shipped.as_deref().map(|text| date_args::past(text, context)).transpose()?;
        let dates = Dates { today: context.gauge().today(), ordered_on, shipped_on };
        let protection =
            args.protected_until.as_deref().map(|text| date_args::deadline(text, dates, context)).transpose()?;
        Ok(Self { args, ordered_on, shipped_on, protection, pinned: context.sources(&args.source)? })
    }

    fn apply(&self, parcels: Vec<NewParcel>) -> Vec<NewParcel> {
        parcels.into_iter().map(|parcel| self.said_of(parcel)).collect()
    }

    /// What is said in the command stands before what the text tells.
    fn said_of(&self, parcel: NewParcel) -> NewParcel {
        let line = |text: &Option<String>| text.as_deref().and_then(CleanText::own_line);
        let named = self.args.order.iter().filter_map(|text| CleanText::own_line(text));
        let mut orders: Vec<Order> = named.map(Order::from).collect();
        // What is named stands for what was beside a number; an order of its own stays one.
        if orders.is_empty() || parcel.numbers.is_empty() {
            orders.extend(parcel.orders);
        }
        if orders.is_empty() && (parcel.numbers.is_empty() || self.ordered_on.or(self.shipped_on).is_some()) {
            orders.push(Order::default());
        }
        for order in &mut orders {
            order.ordered_on = self.ordered_on.or(order.ordered_on);
            order.shipped_on = self.shipped_on.or(order.shipped_on);
        }
        NewParcel {
            orders,
            numbers: parcel.numbers,
            title: line(&self.args.title).or(parcel.title),
            shop: line(&self.args.shop).or(parcel.shop),
            note: parcel.note,
            tags: self.args.tag.iter().filter_map(|text| CleanText::own_line(text)).chain(parcel.tags).collect(),
            protection: self.protection.clone(),
            pinned: self.pinned.clone(),
        }
    }
}

/// Whether a parcel has that number already; if not, an order may wait for it.
fn is_known(parcel: &NewParcel, db: &Database) -> Result<bool, CliError> {
    let Some(number) = parcel.numbers.first() else { return Ok(true) };
    let holder = db.find(number.as_str())?;
    Ok(holder.is_some_and(|parcel| parcel.numbers.iter().any(|own| own.number == *number)))
}
