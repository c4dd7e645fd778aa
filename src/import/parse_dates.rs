//! Days as shops and spreadsheets write them. What can be read in two ways is not guessed.

use chrono::{Datelike, Days, NaiveDate};

use super::month_names::{is_joint, month};
use super::words::folded;

/// A day is among so many first words of a cell.
const MOST_PIECES: usize = 6;

/// Which of two numbers is the day, where both could be.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Reading {
    /// The day comes first.
    DayFirst,
    /// The month comes first.
    MonthFirst,
}

/// A day as far as it can be read.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Written {
    /// It is this day.
    Day(NaiveDate),
    /// It is one of these: with the day first, or with the month first.
    Either(NaiveDate, NaiveDate),
}

impl Written {
    /// The day, where it is one or the way of reading is known.
    pub fn day(self, reading: Option<Reading>) -> Option<NaiveDate> {
        match (self, reading) {
            (Self::Day(day), _)
            | (Self::Either(day, _), Some(Reading::DayFirst))
            | (Self::Either(_, day), Some(Reading::MonthFirst)) => Some(day),
            (Self::Either(..), None) => None,
        }
    }
}

/// The day that a text starts with, and which way of reading it proves; what follows, such as a time, does not count.
pub(super) fn read(text: &str) -> Option<(Written, Option<Reading>)> {
    let text = text.trim().trim_start_matches(['\'', '"', '=']);
    chinese(text).or_else(|| figures(text)).or_else(|| words(text))
}

/// The day of a cell: as [`read`], or as spreadsheets and databases keep days, `46329` and `20261103`.
pub(super) fn read_cell(cell: &str) -> Option<(Written, Option<Reading>)> {
    let first = cell.split_whitespace().next().unwrap_or_default();
    stored(first).map(|day| (Written::Day(day), None)).or_else(|| read(cell))
}

/// Days since the end of 1899, with the time as a fraction; or year, month and day without a sign between them.
fn stored(text: &str) -> Option<NaiveDate> {
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let whole = text.split_once(['.', ',']).filter(|(_, rest)| digits(rest)).map_or(text, |(whole, _)| whole);
    match whole.len() {
        5 if digits(whole) => {
            let day = NaiveDate::from_ymd_opt(1899, 12, 30)?.checked_add_days(Days::new(whole.parse().ok()?))?;
            date(day.year(), day.month(), day.day())
        }
        8 if digits(text) => date(text[..4].parse().ok()?, text[4..6].parse().ok()?, text[6..].parse().ok()?),
        _ => None,
    }
}

/// `2026年11月3日`
fn chinese(text: &str) -> Option<(Written, Option<Reading>)> {
    let (year, rest) = text.split_once('年')?;
    let (month, rest) = rest.split_once('月')?;
    let day: String = rest.trim().chars().take_while(char::is_ascii_digit).collect();
    // In prose no space stands before it.
    let year = year.trim_end();
    let from = year.char_indices().rev().take_while(|(_, c)| c.is_ascii_digit()).last().map(|(at, _)| at)?;
    let day = date(year[from..].parse().ok()?, month.trim().parse().ok()?, day.parse().ok()?)?;
    Some((Written::Day(day), None))
}

/// Three numbers with one sign between them: `2026-11-03`, `03.11.2026`, `11/3/26`.
fn figures(text: &str) -> Option<(Written, Option<Reading>)> {
    let end = text.find(|c: char| !(c.is_ascii_digit() || matches!(c, '-' | '/' | '.'))).unwrap_or(text.len());
    let head = text[..end].trim_end_matches('.');
    let sign = head.chars().find(|c| !c.is_ascii_digit())?;
    let parts: Vec<&str> = head.split(sign).collect();
    let [a, b, c] = parts[..] else { return None };
    let number = |part: &str| part.parse::<u32>().ok().filter(|_| (1..=4).contains(&part.len()));
    let (first, second, third) = (number(a)?, number(b)?, number(c)?);
    if a.len() == 4 {
        return Some((Written::Day(date(i32::try_from(first).ok()?, second, third)?), None));
    }
    let year = match c.len() {
        4 => i32::try_from(third).ok()?,
        2 => 2000 + i32::try_from(third).ok()?,
        _ => return None,
    };
    let (day_first, month_first) = (date(year, second, first), date(year, first, second));
    match (sign, day_first, month_first) {
        // Nobody writes the month first with dots.
        ('.', day, _) => Some((Written::Day(day?), None)),
        (_, Some(one), Some(two)) if one == two => Some((Written::Day(one), None)),
        (_, Some(one), Some(two)) => Some((Written::Either(one, two), None)),
        (_, Some(day), None) => Some((Written::Day(day), Some(Reading::DayFirst))),
        (_, None, Some(day)) => Some((Written::Day(day), Some(Reading::MonthFirst))),
        (_, None, None) => None,
    }
}

/// With the month in letters: `3 Nov 2026`, `3-Nov-26`, `Nov 3, 2026`, `3 ноября 2026 г.`, `Di., 3. November 2026`.
fn words(text: &str) -> Option<(Written, Option<Reading>)> {
    let text = folded(text);
    let pieces = text.split(|c: char| !c.is_alphanumeric()).filter(|piece| !piece.is_empty() && !is_joint(piece));
    let pieces: Vec<&str> = pieces.take(MOST_PIECES).collect();
    // A weekday may stand before it.
    let begin =
        pieces.iter().position(|piece| month(piece).is_some() || piece.starts_with(|c: char| c.is_ascii_digit()))?;
    let [a, b, c, ..] = pieces[begin..] else { return None };
    let (month, day, year) = match (month(a), month(b)) {
        (Some(month), _) => (month, b, c),
        (None, Some(month)) if a.len() == 4 => (month, c, a),
        (None, Some(month)) => (month, a, c),
        (None, None) => return None,
    };
    let day = day.trim_end_matches(|c: char| c.is_alphabetic());
    let year: i32 = match year.len() {
        4 => year.parse().ok()?,
        2 => 2000 + year.parse::<i32>().ok()?,
        _ => return None,
    };
    Some((Written::Day(date(year, month, day.parse().ok()?)?), None))
}

/// A day that an order can have.
fn date(year: i32, month: u32, day: u32) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(year, month, day).filter(|_| (1995..=2100).contains(&year))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn days_in_every_usual_form() {
        for text in [
            "2026-11-23",
            "2026/11/23 10:31",
            "2026.11.23",
            "2026-11-23T10:31:00Z",
            "23.11.2026",
            "23.11.26",
            "23.11.2026 г.",
            "11/23/2026",
            "23/11/2026",
            "23-11-2026",
            "2026年11月23日",
            "2026年11月23日 10:31",
            "23 Nov 2026",
            "Nov 23, 2026",
            "November 23rd, 2026",
            "Mon, 23 Nov 2026 10:31:00 +0000",
            "23 ноября 2026 г.",
            "23 нояб. 2026",
            "'2026-11-23",
            "23-Nov-26",
            "23.ноя.26",
            "23. Nov. 2026",
            "Mo., 23. November 2026",
            "23 de noviembre de 2026",
            "23 listopada 2026",
            "23 Kas 2026",
            "2026-Nov-23",
            "Nov 23 2026 12:00AM",
        ] {
            assert_eq!(read(text).map(|(written, _)| written), Some(Written::Day(day("2026-11-23"))), "{text}");
        }
        assert_eq!(read("3 мая 2026").map(|(w, _)| w), Some(Written::Day(day("2026-05-03"))));
        assert_eq!(read("3 марта 2026").map(|(w, _)| w), Some(Written::Day(day("2026-03-03"))));
        for wrong in
            ["", "soon", "31.02.2026", "2026-13-01", "46330", "1.2", "8150000000000001", "11/2026", "99/99/2026"]
        {
            assert_eq!(read(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn days_as_spreadsheets_keep_them_are_days_in_cells_only() {
        for cell in ["46349", "46349.4375", "46349,5", "20261123", "2026-11-23 00:00:00"] {
            assert_eq!(read_cell(cell).map(|(written, _)| written), Some(Written::Day(day("2026-11-23"))), "{cell}");
        }
        for cell in ["12345", "99999", "20261323", "202611231", "463490", "4634", "46349.x"] {
            assert_eq!(read_cell(cell), None, "{cell}");
        }
        assert_eq!(read("46349"), None);
        assert_eq!(read("20261123"), None);
    }

    #[test]
    fn what_can_be_read_in_two_ways_is_and_a_large_day_proves_the_way() {
        let (written, proof) = read("03/11/2026").unwrap();
        assert_eq!((written, proof), (Written::Either(day("2026-11-03"), day("2026-03-11")), None));
        assert_eq!(written.day(None), None);
        assert_eq!(written.day(Some(Reading::MonthFirst)), Some(day("2026-03-11")));
        assert_eq!(read("23/11/2026").unwrap().1, Some(Reading::DayFirst));
        assert_eq!(read("11/23/2026").unwrap().1, Some(Reading::MonthFirst));
        assert_eq!(read("11/11/2026").map(|(w, _)| w), Some(Written::Day(day("2026-11-11"))));
    }

    proptest! {
        #[test]
        fn no_text_is_too_strange(text in any::<String>()) {
            let _ = read(&text);
        }
    }
}
