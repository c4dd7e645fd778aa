//! Words to values, for what comes from a file: nothing is taken that could not have come from here.

use chrono::{DateTime, Datelike, FixedOffset, NaiveDate, NaiveDateTime, Utc};

use crate::domain::message::{Addressee, Language, MessageChoice, Situation};
use crate::domain::{
    CleanText, Country, Deadline, Event, EventTime, NumberRole, Order, OrderId, Precision, SourceId, State, Status,
    SubStatus, TrackingNumber,
};
use crate::store::StoreError;
use crate::store::transfer::{EventItem, MessageItem, OrderItem};

/// Why an item is not taken. Nothing at all has been taken then.
#[derive(Debug, thiserror::Error)]
pub enum InvalidItem {
    /// The database.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// A value that cannot be.
    #[error("{field}: {value}")]
    Value {
        /// The field.
        field: &'static str,
        /// What stands there.
        value: CleanText,
    },
    /// An answer that is not the one that was written.
    #[error("answer {0} does not have its SHA-256")]
    Altered(i64),
}

impl From<rusqlite::Error> for InvalidItem {
    fn from(error: rusqlite::Error) -> Self {
        Self::Store(error.into())
    }
}

/// The longest name of a source.
const LONGEST_SOURCE: usize = 64;

pub(in crate::store::transfer) fn flaw(field: &'static str, value: &str) -> InvalidItem {
    InvalidItem::Value { field, value: CleanText::line(&value.chars().take(80).collect::<String>()) }
}

/// A word by its own parser.
pub(in crate::store::transfer) fn parsed<T>(
    field: &'static str,
    word: &str,
    parse: impl Fn(&str) -> Option<T>,
) -> Result<T, InvalidItem> {
    parse(word).ok_or_else(|| flaw(field, word))
}

/// A word that may be missing.
pub(in crate::store::transfer) fn maybe<T>(
    field: &'static str,
    word: Option<&String>,
    parse: impl Fn(&str) -> Option<T>,
) -> Result<Option<T>, InvalidItem> {
    word.map(|word| parsed(field, word, parse)).transpose()
}

pub(in crate::store::transfer) fn number(text: &str) -> Result<TrackingNumber, InvalidItem> {
    parsed("number", text, |text| TrackingNumber::parse(text).ok())
}

pub(in crate::store::transfer) fn source(id: &str) -> Result<SourceId, InvalidItem> {
    let sound = !id.is_empty() && id.len() <= LONGEST_SOURCE && *CleanText::line(id) == *id;
    if sound { Ok(SourceId::new(id)) } else { Err(flaw("source", id)) }
}

pub(in crate::store::transfer) fn role(word: &str) -> Option<NumberRole> {
    [NumberRole::First, NumberRole::Handover].into_iter().find(|role| role.as_str() == word)
}

/// An instant as exact as it is kept, in a year that arithmetic is safe in.
pub(in crate::store::transfer) fn instant(at: DateTime<Utc>) -> Result<DateTime<Utc>, InvalidItem> {
    let kept = DateTime::from_timestamp_millis(at.timestamp_millis());
    kept.filter(|at| (1970..=9999).contains(&at.year())).ok_or_else(|| flaw("time", &at.to_rfc3339()))
}

pub(in crate::store::transfer) fn maybe_instant(
    at: Option<DateTime<Utc>>,
) -> Result<Option<DateTime<Utc>>, InvalidItem> {
    at.map(instant).transpose()
}

pub(in crate::store::transfer) fn maybe_day(day: Option<NaiveDate>) -> Result<Option<NaiveDate>, InvalidItem> {
    match day {
        Some(day) if !(1970..=9999).contains(&day.year()) => Err(flaw("day", &day.to_string())),
        day => Ok(day),
    }
}

pub(in crate::store::transfer) fn some_line(text: Option<&String>) -> Option<CleanText> {
    text.and_then(|text| CleanText::own_line(text))
}

pub(in crate::store::transfer) fn lines(texts: &[String]) -> Vec<CleanText> {
    texts.iter().filter_map(|text| CleanText::own_line(text)).collect()
}

/// An event as the source of that number listed it.
pub(in crate::store::transfer) fn event(event: &EventItem, asked: &TrackingNumber) -> Result<Event, InvalidItem> {
    let status = maybe("status", event.status.as_ref(), Status::parse)?;
    let sub = maybe("sub_status", event.sub_status.as_ref(), SubStatus::parse)?;
    Ok(Event {
        time: event_time(event)?,
        place: some_line(event.place.as_ref()),
        country: maybe("country", event.country.as_ref(), Country::parse)?,
        text: CleanText::own_line(&event.text).unwrap_or_default(),
        text_lang: some_line(event.text_lang.as_ref()),
        translation: some_line(event.translation.as_ref()),
        state: status.map(|status| State { status, sub }),
        raw_code: some_line(event.raw_code.as_ref()),
        number: event.number.as_deref().map_or_else(|| Ok(asked.clone()), number)?,
    })
}

/// What a letter is about, to whom, in which language.
pub(in crate::store::transfer) fn choice(it: &MessageItem) -> Result<MessageChoice, InvalidItem> {
    Ok(MessageChoice {
        situation: parsed("about", &it.about, Situation::parse)?,
        to: parsed("to", &it.to, Addressee::parse)?,
        language: parsed("language", &it.language, Language::parse)?,
    })
}

pub(in crate::store::transfer) fn order(it: &OrderItem) -> Result<Order, InvalidItem> {
    Ok(Order {
        id: OrderId::default(),
        code: some_line(it.code.as_ref()),
        shop: some_line(it.shop.as_ref()),
        title: some_line(it.title.as_ref()),
        ordered_on: maybe_day(it.ordered_on)?,
        shipped_on: maybe_day(it.shipped_on)?,
        protection: Deadline::from_parts(maybe_day(it.protected_until)?, some_line(it.preset.as_ref())),
        received_on: maybe_day(it.received_on)?,
        expected_on: maybe_day(it.expected_on)?,
    })
}

fn event_time(event: &EventItem) -> Result<Option<EventTime>, InvalidItem> {
    let Some(local) = &event.local else { return Ok(None) };
    let day = || local.parse::<NaiveDate>().ok().and_then(|day| day.and_hms_opt(0, 0, 0));
    let wall = parsed("local", local, |text| text.parse::<NaiveDateTime>().ok().or_else(day))?;
    let offset = maybe("offset", event.offset.as_ref(), |text| text.parse::<FixedOffset>().ok())?;
    let precision = maybe("precision", event.precision.as_ref(), Precision::parse)?;
    let unsaid = if day().is_some() { Precision::Day } else { Precision::Second };
    Ok(Some(EventTime::new(wall, offset, precision.unwrap_or(unsaid))))
}
