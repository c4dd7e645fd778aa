//! When an event happened, as far as anyone said.
//!
//! A source gives an instant with an offset, a wall time whose zone nobody knows, or a bare date. What was said
//! is kept; an instant is derived only where it is known, and midnight or UTC is never invented.

use std::fmt;

use chrono::{DateTime, FixedOffset, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, TimeZone, Utc};

use super::wall_time_text::usual;

/// How exactly a time was given.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Precision {
    /// To the second.
    Second,
    /// To the minute.
    Minute,
    /// A date only: there is no time of day.
    Day,
}

impl Precision {
    /// The word used in JSON and in the database.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Second => "second",
            Self::Minute => "minute",
            Self::Day => "day",
        }
    }

    /// The precision with that word.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        [Self::Second, Self::Minute, Self::Day].into_iter().find(|p| p.as_str() == word)
    }
}

/// A wall-clock time with what is known about its zone and exactness.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct EventTime {
    local: NaiveDateTime,
    offset: Option<FixedOffset>,
    precision: Precision,
}

impl EventTime {
    /// A wall time, exact to the second, whose zone is known (`Some`) or not.
    #[must_use]
    pub fn at(local: NaiveDateTime, offset: Option<FixedOffset>) -> Self {
        Self { local, offset, precision: Precision::Second }
    }

    /// A bare date.
    #[must_use]
    pub fn day(date: NaiveDate) -> Self {
        Self { local: date.and_time(NaiveTime::MIN), offset: None, precision: Precision::Day }
    }

    /// A wall time of any precision; a date loses its time of day and its offset.
    #[must_use]
    pub fn new(local: NaiveDateTime, offset: Option<FixedOffset>, precision: Precision) -> Self {
        match precision {
            Precision::Day => Self::day(local.date()),
            Precision::Second | Precision::Minute => Self { local, offset, precision },
        }
    }

    /// The wall-clock time as said; for a bare date its start, which is a placeholder and not to be shown.
    #[must_use]
    pub fn local(&self) -> NaiveDateTime {
        self.local
    }

    /// The date as said.
    #[must_use]
    pub fn date(&self) -> NaiveDate {
        self.local.date()
    }

    /// The offset, where a source said one.
    #[must_use]
    pub fn offset(&self) -> Option<FixedOffset> {
        self.offset
    }

    /// How exactly the time was said.
    #[must_use]
    pub fn precision(&self) -> Precision {
        self.precision
    }

    /// The instant, where it is known.
    #[must_use]
    pub fn instant(&self) -> Option<DateTime<Utc>> {
        let local = self.offset?.from_local_datetime(&self.local).single()?;
        Some(local.to_utc())
    }

    /// An instant to sort and count days by: the known one, or the wall time read as if it were UTC. Off by at
    /// most 14 hours, so good for days and order, never for display.
    #[must_use]
    pub fn approximate(&self) -> DateTime<Utc> {
        self.instant().unwrap_or_else(|| self.local.and_utc())
    }

    /// Whether both could be the same moment: equal instants to the minute where both are known, equal wall
    /// times to the minute where a zone is missing, equal dates where one is a bare date.
    #[must_use]
    pub fn may_equal(&self, other: &Self) -> bool {
        if self.precision == Precision::Day || other.precision == Precision::Day {
            return self.date() == other.date();
        }
        let apart = match (self.instant(), other.instant()) {
            (Some(a), Some(b)) => a - b,
            _ => self.local - other.local,
        };
        apart.abs() < TimeDelta::minutes(1)
    }
}

impl fmt::Display for EventTime {
    /// ISO 8601 wall time without offset; a bare date stays bare.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (length, format) = match self.precision {
            Precision::Day => (10, "%Y-%m-%d"),
            Precision::Second | Precision::Minute => (19, "%Y-%m-%dT%H:%M:%S"),
        };
        let text = usual(&self.local);
        match text.as_ref().and_then(|text| std::str::from_utf8(&text[..length]).ok()) {
            Some(text) => f.write_str(text),
            None => write!(f, "{}", self.local.format(format)),
        }
    }
}
