//! Columns to values and back. Times are unix milliseconds; words are those of the domain.
//!
//! Reading is forgiving: a word that this version does not know reads as absent, and so does a value that is damaged
//! ([`unreadable`]), so that one odd value never hides a parcel.

use std::borrow::Cow;

use chrono::{DateTime, FixedOffset, NaiveDate, Utc};
use rusqlite::types::{FromSql, FromSqlError, FromSqlResult, ToSql, ToSqlOutput, ValueRef};
use rusqlite::{Row, RowIndex};

use crate::domain::{
    CleanText, Country, EventTime, NumberRole, OrderId, Outcome, ParcelId, Precision, SourceId, State, Status,
    SubStatus, TrackingNumber, parse_wall_time, wall_time_text,
};
use crate::store::database::unreadable;
use crate::store::database::unreadable::readable;

/// Values that are kept as their word.
macro_rules! written_as_word {
    ($($kind:ty),+) => {$(
        impl ToSql for $kind {
            fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
                Ok(ToSqlOutput::Borrowed(ValueRef::Text(self.as_str().as_bytes())))
            }
        }
    )+};
}

written_as_word!(CleanText, Country, NumberRole, Outcome, Precision, SourceId, Status, SubStatus, TrackingNumber);

impl FromSql for CleanText {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        lossy(value).map(|text| Self::note(&text))
    }
}

impl FromSql for SourceId {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        lossy(value).map(|text| Self::new(&text))
    }
}

impl FromSql for TrackingNumber {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        Self::parse(value.as_str()?).map_err(FromSqlError::other)
    }
}

impl FromSql for ParcelId {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        value.as_i64().map(Self)
    }
}

impl ToSql for ParcelId {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        self.0.to_sql()
    }
}

impl FromSql for OrderId {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        value.as_i64().map(Self)
    }
}

impl ToSql for OrderId {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        self.0.to_sql()
    }
}

/// An instant, as unix milliseconds.
#[derive(Clone, Copy)]
pub(in crate::store) struct Instant(pub DateTime<Utc>);

impl FromSql for Instant {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        let millis = value.as_i64()?;
        DateTime::from_timestamp_millis(millis).map(Self).ok_or(FromSqlError::OutOfRange(millis))
    }
}

impl ToSql for Instant {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(self.0.timestamp_millis().into())
    }
}

/// A calendar day, as `YYYY-MM-DD`.
#[derive(Clone, Copy)]
pub(in crate::store) struct Day(pub NaiveDate);

impl FromSql for Day {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        value.as_str()?.parse().map(Self).map_err(FromSqlError::other)
    }
}

impl ToSql for Day {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(self.0.to_string().into())
    }
}

/// A text; what is no UTF-8 in it, or no text at all, comes as well as it can.
fn lossy(value: ValueRef<'_>) -> FromSqlResult<Cow<'_, str>> {
    if let Ok(text) = value.as_str() {
        return Ok(Cow::Borrowed(text));
    }
    let text = match value {
        ValueRef::Null => return Err(FromSqlError::InvalidType),
        ValueRef::Integer(number) => Cow::Owned(number.to_string()),
        ValueRef::Real(number) => Cow::Owned(number.to_string()),
        ValueRef::Text(bytes) | ValueRef::Blob(bytes) => String::from_utf8_lossy(bytes),
    };
    unreadable::note();
    Ok(text)
}

/// An instant in a column that may be empty.
pub(in crate::store) fn instant(row: &Row<'_>, column: impl RowIndex) -> rusqlite::Result<Option<DateTime<Utc>>> {
    Ok(readable(row.get::<_, Option<Instant>>(column))?.flatten().map(|i| i.0))
}

/// An instant in a column that is never empty; 1970 where it cannot be read, which nobody takes for a date of a parcel.
pub(in crate::store) fn instant_or_1970(row: &Row<'_>, column: impl RowIndex) -> rusqlite::Result<DateTime<Utc>> {
    Ok(instant(row, column)?.unwrap_or(DateTime::UNIX_EPOCH))
}

/// A count in a column that may be empty.
pub(in crate::store) fn whole<T: FromSql>(row: &Row<'_>, column: impl RowIndex) -> rusqlite::Result<Option<T>> {
    Ok(readable(row.get::<_, Option<T>>(column))?.flatten())
}

/// A day in a column that may be empty.
pub(in crate::store) fn day(row: &Row<'_>, column: impl RowIndex) -> rusqlite::Result<Option<NaiveDate>> {
    Ok(readable(row.get::<_, Option<Day>>(column))?.flatten().map(|d| d.0))
}

/// A word in a column that may be empty; an unknown word reads as absent.
pub(in crate::store) fn word<T>(
    row: &Row<'_>,
    column: impl RowIndex,
    parse: impl Fn(&str) -> Option<T>,
) -> rusqlite::Result<Option<T>> {
    let value = row.get_ref(column)?;
    if matches!(value, ValueRef::Null) {
        return Ok(None);
    }
    Ok(lossy(value).ok().and_then(|text| parse(&text)))
}

/// A state from its two columns.
pub(in crate::store) fn state(row: &Row<'_>, status: usize) -> rusqlite::Result<Option<State>> {
    let Some(main) = word(row, status, Status::parse)? else { return Ok(None) };
    Ok(Some(State { status: main, sub: word(row, status + 1, SubStatus::parse)? }))
}

/// An event's time from the columns local, offset and precision, in this order.
pub(in crate::store) fn event_time(row: &Row<'_>, local: usize) -> rusqlite::Result<Option<EventTime>> {
    let Some(wall) = word(row, local, parse_wall_time)? else { return Ok(None) };
    let offset: Option<i32> = whole(row, local + 1)?;
    let precision = word(row, local + 2, Precision::parse)?.unwrap_or(Precision::Day);
    Ok(Some(EventTime::new(wall, offset.and_then(FixedOffset::east_opt), precision)))
}

/// An event's wall time as it is kept.
pub(in crate::store) fn local_text(time: &EventTime) -> String {
    wall_time_text(&time.local())
}

/// An event's offset in seconds east, where it is known.
pub(in crate::store) fn offset_seconds(time: &EventTime) -> Option<i32> {
    time.offset().map(|o| o.local_minus_utc())
}

/// The role with that word; anything else was entered by the user.
pub(in crate::store) fn role(row: &Row<'_>, column: usize) -> rusqlite::Result<NumberRole> {
    let known = word(row, column, |w| (w == NumberRole::Handover.as_str()).then_some(NumberRole::Handover))?;
    Ok(known.unwrap_or(NumberRole::First))
}
