//! Dates, times and ages as the reader writes them.

use chrono::{DateTime, Datelike, NaiveDate, Utc};

use super::{domain_text, draw_context::DrawContext};
use crate::app::relative_time;
use crate::app::relative_time::Age;
use crate::domain::{Eta, EventTime, Precision};
use crate::t;

/// A day so near, in days, needs no year.
const UNMISTAKABLE: i64 = 300;

impl DrawContext<'_> {
    pub fn today(self) -> NaiveDate {
        self.app.settings.date(self.now)
    }

    fn month(self, date: NaiveDate) -> String {
        domain_text::lookup(self.texts, &format!("month-{}", date.month()))
    }

    /// A date; the year only where it is not this one. No line breaks in it.
    pub fn date(self, date: NaiveDate) -> String {
        if date.year() == self.today().year() {
            return unbroken(&t!(self.texts, "date-short", day = date.day(), month = self.month(date)));
        }
        // As text: a year is not a number to be formatted.
        let year = date.year().to_string();
        unbroken(&t!(self.texts, "date-long", day = date.day(), month = self.month(date), year = year))
    }

    /// The same where there is little room: without the year as long as no other one can be meant, else without the day.
    pub fn near_date(self, date: NaiveDate) -> String {
        if (date - self.today()).num_days().abs() < UNMISTAKABLE {
            return unbroken(&t!(self.texts, "date-short", day = date.day(), month = self.month(date)));
        }
        unbroken(&t!(self.texts, "date-month", month = self.month(date), year = date.year().to_string()))
    }

    /// A day of the coming week by its name, or today or tomorrow; any other as a date.
    pub fn weekday(self, date: NaiveDate) -> String {
        match (date - self.today()).num_days() {
            0 => t!(self.texts, "date-today"),
            1 => t!(self.texts, "date-tomorrow"),
            2..=6 => domain_text::lookup(self.texts, &format!("weekday-{}", date.weekday().number_from_monday())),
            _ => self.date(date),
        }
    }

    /// The reader's date of an instant.
    pub fn date_of(self, at: DateTime<Utc>) -> String {
        self.date(self.app.settings.date(at))
    }

    /// The reader's time of day; with the date where that is not today.
    pub fn moment(self, at: DateTime<Utc>) -> String {
        let local = at.with_timezone(&self.app.settings.utc_offset);
        let time = local.format("%H:%M").to_string();
        if local.date_naive() == self.today() { time } else { format!("{} {time}", self.date(local.date_naive())) }
    }

    /// The expected days.
    pub fn eta(self, eta: Eta) -> String {
        if eta.from == eta.to {
            return self.date(eta.to);
        }
        let same_month = (eta.from.year(), eta.from.month()) == (eta.to.year(), eta.to.month());
        let from = if same_month { eta.from.day().to_string() } else { self.date(eta.from) };
        let dash = self.theme.marks.range;
        t!(self.texts, "date-range", from = from, dash = dash, to = self.date(eta.to))
    }

    /// How long ago, in the fewest letters.
    pub fn age(self, then: DateTime<Utc>) -> String {
        self.length(relative_time::since(then, self.now))
    }

    pub fn length(self, age: Age) -> String {
        match age {
            Age::Now => t!(self.texts, "age-now"),
            Age::Minutes(n) => t!(self.texts, "age-minutes", n = n),
            Age::Hours(n) => t!(self.texts, "age-hours", n = n),
            Age::Days(n) => t!(self.texts, "age-days", n = n),
        }
    }

    /// How long ago, for a sentence.
    pub fn ago(self, then: DateTime<Utc>) -> String {
        match relative_time::since(then, self.now) {
            Age::Now => t!(self.texts, "ago-now"),
            Age::Minutes(n) => t!(self.texts, "ago-minutes", n = n),
            Age::Hours(n) => t!(self.texts, "ago-hours", n = n),
            Age::Days(n) => t!(self.texts, "ago-days", n = n),
        }
    }
}

/// A text in which no line ends.
fn unbroken(text: &str) -> String {
    text.replace(' ', super::text_width::NO_BREAK)
}

/// The wall time as it was said: nothing for a bare date, a mark where no zone was said, the offset where it is
/// asked for because several occur.
pub(super) fn wall_time(time: &EventTime, no_zone: &str, with_offset: bool) -> String {
    if time.precision() == Precision::Day {
        return String::new();
    }
    let clock = time.local().format("%H:%M");
    match time.offset() {
        None => format!("{clock}{no_zone}"),
        Some(_) if !with_offset => clock.to_string(),
        Some(offset) => format!("{clock} {}", offset_name(offset.local_minus_utc())),
    }
}

fn offset_name(seconds: i32) -> String {
    let sign = if seconds < 0 { '-' } else { '+' };
    let minutes = seconds.abs() / 60;
    match (minutes / 60, minutes % 60) {
        (hours, 0) => format!("{sign}{hours}"),
        (hours, minutes) => format!("{sign}{hours}:{minutes:02}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::{FixedOffset, NaiveDateTime};

    #[test]
    fn a_time_shows_what_was_said_and_no_more() {
        let local: NaiveDateTime = "2026-11-09T10:31:00".parse().unwrap();
        let offset = |seconds| FixedOffset::east_opt(seconds);
        assert_eq!(wall_time(&EventTime::day(local.date()), "~", true), "");
        assert_eq!(wall_time(&EventTime::at(local, None), "~", true), "10:31~");
        assert_eq!(wall_time(&EventTime::at(local, offset(7200)), "~", false), "10:31");
        assert_eq!(wall_time(&EventTime::at(local, offset(28_800)), "~", true), "10:31 +8");
        assert_eq!(wall_time(&EventTime::at(local, offset(-12_600)), "~", true), "10:31 -3:30");
    }
}
