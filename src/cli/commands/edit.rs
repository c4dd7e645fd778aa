//! `posylka edit`: what the user knows of a parcel.

use clap::Args;

use crate::cli::context::{CommandContext, CommandResult, shown};
use crate::cli::error::CliError;
use crate::cli::exit_code::Exit;
use crate::cli::inputs::date_args;
use crate::cli::inputs::number_arg;
use crate::cli::inputs::text_args::lines;
use crate::cli::text_output::domain_text;
use crate::cli::text_output::stdout::talk;
use crate::cli::text_output::unchanged;
use crate::domain::parse_deadline::Dates;
use crate::domain::{Change, CleanText, Deadline, OrderEdit, Parcel, ParcelEdit, SourceId, parse_date, staleness};
use crate::store::Database;
use crate::t;

/// Change what you know of a parcel
#[derive(Args, Debug, Default, PartialEq, Eq)]
pub struct EditArgs {
    /// A track number or a parcel's id
    #[arg(value_name = "NUMBER|ID")]
    pub key: String,
    /// What you call it; empty: no title
    #[arg(long, short, value_name = "TITLE")]
    pub title: Option<String>,
    /// The shop; empty: none
    #[arg(long, value_name = "SHOP")]
    pub shop: Option<String>,
    /// One more of the shop's orders; may be repeated
    #[arg(long, value_name = "ID")]
    pub order: Vec<String>,
    /// An order that is none of this parcel's; may be repeated
    #[arg(long, value_name = "ID")]
    pub remove_order: Vec<String>,
    /// When it was ordered (2026-11-03), or `none`; of several orders, the one named by `--order`
    #[arg(long, value_name = "DATE")]
    pub ordered: Option<String>,
    /// When the shop sent it off, or `none`
    #[arg(long, value_name = "DATE")]
    pub shipped: Option<String>,
    /// When you confirmed that it has come, or `none`
    #[arg(long, value_name = "DATE", conflicts_with = "not_received")]
    pub received: Option<String>,
    /// Say that it never came, although a source says delivered; `--received` takes it back
    #[arg(long)]
    pub not_received: bool,
    /// The last day to open a dispute (2026-12-31), days from shipping or the order (+75), a preset, or `none`
    #[arg(long, value_name = "DATE|DAYS|PRESET")]
    pub protected_until: Option<String>,
    /// The shop extends the protection by so many days
    #[arg(long, value_name = "DAYS", conflicts_with = "protected_until", value_parser = clap::value_parser!(u32).range(1..=1000))]
    pub extend: Option<u32>,
    /// After how many silent days it is stale (1 to 365), or `default`
    #[arg(long, value_name = "DAYS")]
    pub stale_after: Option<String>,
    /// Leave it alone until then (2026-12-31, 7d), or `none`
    #[arg(long, value_name = "DATE")]
    pub snooze: Option<String>,
    /// Ask only these sources about it; may be repeated; `any`: ask all
    #[arg(long, value_name = "ID")]
    pub source: Vec<String>,
    /// Never ask these sources about it; may be repeated; `none`: exclude none
    #[arg(long, value_name = "ID")]
    pub exclude_source: Vec<String>,
    /// One more track number of the same parcel; may be repeated
    #[arg(long, value_name = "NUMBER", visible_alias = "add-number")]
    pub number: Vec<String>,
    /// Declare it finished, whatever the sources say
    #[arg(long, conflicts_with = "reopen")]
    pub close: bool,
    /// Take `--close` back
    #[arg(long)]
    pub reopen: bool,
}

/// Changes a parcel.
///
/// # Errors
/// There is no such parcel, a date or a source is wrong, nothing is to be changed; the database fails.
pub fn run(args: &EditArgs, context: &CommandContext) -> CommandResult {
    if *args == (EditArgs { key: args.key.clone(), ..EditArgs::default() }) {
        let texts = &context.texts;
        return Err(CliError::usage(t!(texts, "error-edit-nothing"), t!(texts, "error-edit-nothing-hint")));
    }
    let mut db = context.open()?;
    let parcel = context.find(&db, &args.key)?;
    let edit = wanted(args, &parcel, context)?;
    if !db.edit(parcel.id, &edit, context.now())? {
        unchanged::report(&parcel, context);
    }
    tell_end(&parcel, &edit, context, &db)?;
    Ok(Exit::Done)
}

fn wanted(args: &EditArgs, parcel: &Parcel, context: &CommandContext) -> Result<ParcelEdit, CliError> {
    let line = |text: &Option<String>| change(text.as_deref(), |text| Ok(CleanText::some_line(text)));
    let order = order(args, parcel, context)?;
    let edit = ParcelEdit {
        title: line(&args.title)?,
        shop: line(&args.shop)?,
        add_orders: lines(&args.order).into_iter().map(Into::into).collect(),
        remove_orders: lines(&args.remove_order),
        protection: protection(args, parcel, &order, context)?,
        order,
        stale_after_days: change(args.stale_after.as_deref(), |text| patience(text, context))?,
        snooze: change(args.snooze.as_deref(), |text| snooze(text, context))?,
        add_numbers: args.number.iter().map(|text| number_arg::read(text, context)).collect::<Result<_, _>>()?,
        pinned: listed(&args.source, "any", context)?,
        excluded: listed(&args.exclude_source, "none", context)?,
        closed: args.close.then_some(true).or(args.reopen.then_some(false)),
        missing: args.not_received.then_some(true).or(args.received.is_some().then_some(false)),
        ..ParcelEdit::default()
    };
    Ok(edit)
}

/// An option of the command: kept where it is not given; a value that `read` finds empty clears.
fn change<T>(text: Option<&str>, read: impl Fn(&str) -> Result<Option<T>, CliError>) -> Result<Change<T>, CliError> {
    text.map_or(Ok(Change::Keep), |text| read(text).map(Change::from))
}

/// What is said of one order: of the only one that is named, or of the parcel's only one.
fn order(args: &EditArgs, parcel: &Parcel, context: &CommandContext) -> Result<OrderEdit, CliError> {
    let day = |text: &Option<String>| change(text.as_deref(), |text| date_args::past_or_none(text, context));
    let unconfirmed = args.not_received && parcel.received_on().is_some();
    let received_on = if unconfirmed { Change::Clear } else { day(&args.received)? };
    let (ordered_on, shipped_on) = (day(&args.ordered)?, day(&args.shipped)?);
    if [&ordered_on, &shipped_on, &received_on].iter().all(|day| day.is_keep()) {
        return Ok(OrderEdit::default());
    }
    let named = lines(&args.order);
    if named.len() > 1 || (named.is_empty() && parcel.orders.len() > 1) {
        let texts = &context.texts;
        let codes = parcel.order_codes().map(|code| &**code).collect::<Vec<_>>().join(", ");
        let what = t!(texts, "error-which-order", name = parcel.name(), orders = codes);
        return Err(CliError::usage(what, t!(texts, "error-which-order-hint")));
    }
    let code = named.into_iter().next();
    Ok(OrderEdit { code, ordered_on, shipped_on, received_on, ..OrderEdit::default() })
}

/// The end of the protection, where it is to be another one.
fn protection(
    args: &EditArgs,
    parcel: &Parcel,
    order: &OrderEdit,
    context: &CommandContext,
) -> Result<Change<Deadline>, CliError> {
    if let Some(days) = args.extend {
        let texts = &context.texts;
        let extended = parcel.protection().and_then(|guard| {
            let until = guard.deadline.until.checked_add_days(chrono::Days::new(days.into()))?;
            Some(Deadline { until, ..guard.deadline.clone() })
        });
        let nothing = || CliError::failed(t!(texts, "error-extend-nothing"), t!(texts, "error-extend-nothing-hint"));
        return extended.map(Change::Set).ok_or_else(nothing);
    }
    let Some(text) = &args.protected_until else { return Ok(Change::Keep) };
    if date_args::is_none(text) {
        return Ok(Change::Clear);
    }
    let known = Dates::of(parcel, context.gauge().today());
    let dates = Dates {
        ordered_on: order.ordered_on.apply(known.ordered_on),
        shipped_on: order.shipped_on.apply(known.shipped_on),
        ..known
    };
    date_args::deadline(text, dates, context).map(Change::Set)
}

/// Says where the protection ends now; it may not be what was asked for where another order ends before.
fn tell_end(before: &Parcel, edit: &ParcelEdit, context: &CommandContext, db: &Database) -> Result<(), CliError> {
    let Change::Set(Deadline { until: wanted, .. }) = edit.protection else { return Ok(()) };
    let Some(parcel) = db.parcel(before.id)? else { return Ok(()) };
    let Some(end) = parcel.protection().map(|guard| guard.deadline.until) else { return Ok(()) };
    let (date, asked) = (domain_text::day(end), domain_text::day(wanted));
    if end == wanted {
        talk(&t!(context.texts, "cli-edit-protected", date = date));
    } else {
        talk(&t!(context.texts, "cli-edit-protected-before", date = date, asked = asked));
    }
    Ok(())
}

/// How many silent days are allowed; nothing, or a word, for as many as everywhere.
fn patience(text: &str, context: &CommandContext) -> Result<Option<u32>, CliError> {
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
fn snooze(text: &str, context: &CommandContext) -> Result<Option<chrono::NaiveDate>, CliError> {
    let word = text.trim();
    if word.is_empty() || word.eq_ignore_ascii_case("none") {
        return Ok(None);
    }
    let (texts, today) = (&context.texts, context.gauge().today());
    match parse_date::read(word, today) {
        Some(day) if day > today => Ok(Some(day)),
        Some(_) => {
            Err(CliError::usage(t!(texts, "error-snooze-past", text = shown(text)), t!(texts, "error-snooze-hint")))
        }
        None => Err(CliError::usage(t!(texts, "error-date", text = shown(text)), t!(texts, "error-snooze-hint"))),
    }
}

/// Sources of a repeated flag; one word empties the list.
fn listed(ids: &[String], empty: &str, context: &CommandContext) -> Result<Option<Vec<SourceId>>, CliError> {
    match ids {
        [] => Ok(None),
        [word] if word.eq_ignore_ascii_case(empty) => Ok(Some(Vec::new())),
        ids => context.sources(ids).map(Some),
    }
}
