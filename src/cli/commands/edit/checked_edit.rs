//! From the arguments of `posylka edit` to one checked value.

use super::args::EditArgs;
use crate::cli::context::{CommandContext, shown};
use crate::cli::error::CliError;
use crate::cli::inputs::text_args::{lines, refuse_too_long};
use crate::cli::inputs::{date_args, number_arg};
use crate::cli::text_output::unasked_text;
use crate::domain::parse_deadline::Dates;
use crate::domain::{
    Change, CleanText, Deadline, OrderEdit, Parcel, ParcelEdit, SourceId, current_silence, parse_date,
};
use crate::t;

/// Every argument read and checked; behind this nothing reads a string again.
///
/// # Errors
/// A number, a date, a source or a number of days is wrong; it is not clear which order is meant.
pub(super) fn check(args: &EditArgs, parcel: &Parcel, context: &CommandContext) -> Result<ParcelEdit, CliError> {
    refuse_too_long(args.title.iter().chain(&args.shop).chain(&args.order), context)?;
    let line = |text: &Option<String>| change(text.as_deref(), |text| Ok(CleanText::own_line(text)));
    let order = order(args, parcel, context)?;
    Ok(ParcelEdit {
        title: line(&args.title)?,
        shop: line(&args.shop)?,
        add_orders: lines(&args.order).into_iter().map(Into::into).collect(),
        remove_orders: lines(&args.remove_order),
        protection: protection(args, parcel, &order, context)?,
        order,
        stale_after_days: change(args.stale_after.as_deref(), |text| silence_limit(text, context))?,
        snooze: change(args.snooze.as_deref(), |text| snooze_day(text, context))?,
        add_numbers: args.number.iter().map(|text| number_arg::read(text, context)).collect::<Result<_, _>>()?,
        pinned: pinned(args, context)?,
        excluded: source_list(&args.exclude_source, "none", context)?,
        closed: args.close.then_some(true).or(args.reopen.then_some(false)),
        missing: args.not_received.then_some(true).or(args.received.is_some().then_some(false)),
        ..ParcelEdit::default()
    })
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
    let named_orders = lines(&args.order);
    if named_orders.len() > 1 || (named_orders.is_empty() && parcel.orders.len() > 1) {
        let texts = &context.texts;
        let codes = parcel.order_codes().map(|code| &**code).collect::<Vec<_>>().join(", ");
        let what = t!(texts, "error-which-order", name = parcel.name(), orders = codes);
        return Err(CliError::usage(what, t!(texts, "error-which-order-hint")));
    }
    let code = named_orders.into_iter().next();
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

/// How many silent days are allowed; nothing, or a word, for as many as everywhere.
fn silence_limit(text: &str, context: &CommandContext) -> Result<Option<u32>, CliError> {
    let word = text.trim();
    if word.is_empty() || word.eq_ignore_ascii_case("default") {
        return Ok(None);
    }
    current_silence::read_days(word).map(Some).ok_or_else(|| {
        let texts = &context.texts;
        CliError::usage(t!(texts, "error-days", text = shown(text)), t!(texts, "error-days-hint"))
    })
}

/// Until when to leave it alone; nothing, or a word, for no longer.
fn snooze_day(text: &str, context: &CommandContext) -> Result<Option<chrono::NaiveDate>, CliError> {
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

/// The sources that are asked about it and no others; those of them that are not on are told.
fn pinned(args: &EditArgs, context: &CommandContext) -> Result<Option<Vec<SourceId>>, CliError> {
    let pinned = source_list(&args.source, "any", context)?;
    unasked_text::warn_of_those_off(pinned.iter().flatten(), context);
    Ok(pinned)
}

/// Sources of a repeated flag; one word empties the list.
fn source_list(ids: &[String], empty: &str, context: &CommandContext) -> Result<Option<Vec<SourceId>>, CliError> {
    match ids {
        [] => Ok(None),
        [word] if word.eq_ignore_ascii_case(empty) => Ok(Some(Vec::new())),
        ids => context.sources(ids).map(Some),
    }
}
