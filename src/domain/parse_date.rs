//! Days as people type them, in English and Russian.

use chrono::{Datelike, Days, NaiveDate};

/// Why a text is no day that is wanted.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum DayProblem {
    /// It is not understood.
    NotUnderstood,
    /// The calendar has no such day: 31 February.
    NoSuchDay,
    /// `03/04`: day and month can be read in two ways.
    TwoWays,
    /// It is still to come.
    ToCome,
    /// It is today or has passed.
    Past,
}

/// Which way days without a year and numbers of days count.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Way {
    Forward,
    Back,
}

/// A day: `2026-11-26`, `26.11.2026`, `26/11/2026`, `26.11` and `26 Nov` (the next one), `tomorrow`, `+30`, `30d` and `in 30
/// days`. `today` is the reader's date.
///
/// # Errors
/// It is none.
pub fn parse(text: &str, today: NaiveDate) -> Result<NaiveDate, DayProblem> {
    any(text, today, Way::Forward)
}

/// A day that has come already: as [`parse`], but `03.11` and `3 Nov` are the last one, `3d` is three days ago. Tomorrow counts
/// as come: where the shop is, it may be.
///
/// # Errors
/// It is none, or still to come.
pub fn parse_past(text: &str, today: NaiveDate) -> Result<NaiveDate, DayProblem> {
    if text.trim_start().starts_with('+') {
        return Err(DayProblem::ToCome);
    }
    let tomorrow = today.succ_opt().unwrap_or(today);
    let day = any(text, today, Way::Back)?;
    if day <= tomorrow { Ok(day) } else { Err(DayProblem::ToCome) }
}

/// A day after today.
///
/// # Errors
/// It is none, or not after today.
pub fn parse_future(text: &str, today: NaiveDate) -> Result<NaiveDate, DayProblem> {
    let day = parse(text, today)?;
    if day > today { Ok(day) } else { Err(DayProblem::Past) }
}

/// The same as [`parse`], where the reason does not matter.
#[must_use]
pub fn read(text: &str, today: NaiveDate) -> Option<NaiveDate> {
    parse(text, today).ok()
}

/// The same as [`parse_past`], where the reason does not matter.
#[must_use]
pub fn read_past(text: &str, today: NaiveDate) -> Option<NaiveDate> {
    parse_past(text, today).ok()
}

fn any(text: &str, today: NaiveDate, way: Way) -> Result<NaiveDate, DayProblem> {
    let text = text.trim().to_lowercase();
    let told = text.strip_prefix('+').map(|rest| days_off(rest.trim(), today, Way::Forward));
    let told = told.or_else(|| named(&text, today).map(Some)).or_else(|| Some(counted(&text, today, way))).flatten();
    match told {
        Some(day) if is_in_range(day) => Ok(day),
        Some(_) => Err(DayProblem::NotUnderstood),
        None => written(&text, today, way),
    }
}

fn is_in_range(day: NaiveDate) -> bool {
    (1900..=9999).contains(&day.year())
}

fn named(text: &str, today: NaiveDate) -> Option<NaiveDate> {
    match text {
        "today" | "сегодня" => Some(today),
        "tomorrow" | "завтра" => today.succ_opt(),
        "послезавтра" => today.checked_add_days(Days::new(2)),
        "yesterday" | "вчера" => today.pred_opt(),
        "позавчера" => today.checked_sub_days(Days::new(2)),
        _ => None,
    }
}

/// `30d`, `30 days`, `in 2 weeks`, `3 days ago`, `через неделю`, `3 дня назад`.
fn counted(text: &str, today: NaiveDate, way: Way) -> Option<NaiveDate> {
    let (text, way) = match (strip_any(text, &["in ", "через "], &[]), strip_any(text, &[], &[" ago", " назад"]))
    {
        (Some(rest), _) => (rest, Way::Forward),
        (None, Some(rest)) => (rest, Way::Back),
        (None, None) => (text, way),
    };
    // A number alone is none: it may be a day or a month.
    if text.bytes().all(|byte| byte.is_ascii_digit()) { None } else { days_off(text, today, way) }
}

fn strip_any<'a>(text: &'a str, before: &[&str], after: &[&str]) -> Option<&'a str> {
    let head = before.iter().find_map(|word| text.strip_prefix(word));
    head.or_else(|| after.iter().find_map(|word| text.strip_suffix(word))).map(str::trim)
}

/// A number of days or weeks from today; a number alone is one of days.
fn days_off(text: &str, today: NaiveDate, way: Way) -> Option<NaiveDate> {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let (number, unit) = text.split_at(digits);
    let unit = unit.trim().trim_end_matches('.');
    let length = match unit {
        "" if digits > 0 => 1,
        "d" | "day" | "days" | "д" | "дн" | "день" | "дня" | "дней" => 1,
        "w" | "week" | "weeks" | "н" | "нед" | "неделя" | "неделю" | "недели" | "недель" => {
            7
        }
        _ => return None,
    };
    let number: u64 = if digits == 0 { 1 } else { number.parse::<u16>().ok()?.into() };
    // "d" and "w" alone are no numbers of days.
    if digits == 0 && unit.chars().count() < 4 {
        return None;
    }
    let days = Days::new(number * length);
    if way == Way::Forward { today.checked_add_days(days) } else { today.checked_sub_days(days) }
}

/// A day with its month in figures or in letters, with its year or without.
fn written(text: &str, today: NaiveDate, way: Way) -> Result<NaiveDate, DayProblem> {
    let text = text.trim_end_matches(" г.").trim_end_matches('.');
    let parts: Vec<&str> = text
        .split(|c: char| c.is_whitespace() || matches!(c, '.' | '/' | '-' | ','))
        .filter(|p| !p.is_empty())
        .collect();
    let slashes = text.contains('/');
    let (day, month, year) = match parts[..] {
        [a, b, c] if a.len() == 4 => (number(c)?, month_of(b)?, Some(number(a)?)),
        [a, b, c] => {
            let (day, month) = day_and_month(a, b, slashes)?;
            (day, month, Some(year_of(c)?))
        }
        [a, b] => {
            let (day, month) = day_and_month(a, b, slashes)?;
            (day, month, None)
        }
        _ => return Err(DayProblem::NotUnderstood),
    };
    let of_year = |year: i32| NaiveDate::from_ymd_opt(year, month, day);
    let Some(year) = year else { return yearless(of_year, today, way).ok_or(DayProblem::NoSuchDay) };
    let year = i32::try_from(year).map_err(|_| DayProblem::NotUnderstood)?;
    let date = of_year(year).ok_or(DayProblem::NoSuchDay)?;
    if is_in_range(date) { Ok(date) } else { Err(DayProblem::NotUnderstood) }
}

/// The next or the last such day; one on 29 February may be years away.
fn yearless(of_year: impl Fn(i32) -> Option<NaiveDate>, today: NaiveDate, way: Way) -> Option<NaiveDate> {
    const LEAP: i32 = 8;
    let tomorrow = today.succ_opt().unwrap_or(today);
    match way {
        Way::Forward => (today.year()..=today.year() + LEAP).filter_map(of_year).find(|day| *day >= today),
        Way::Back => (today.year() - LEAP..=today.year() + 1).rev().filter_map(of_year).find(|day| *day <= tomorrow),
    }
}

fn day_and_month(a: &str, b: &str, slashes: bool) -> Result<(u32, u32), DayProblem> {
    if let Some(month) = by_name(a) {
        return Ok((number(b)?, month));
    }
    if let Some(month) = by_name(b) {
        return Ok((number(a)?, month));
    }
    let (a, b) = (number(a)?, number(b)?);
    match (a > 12, b > 12) {
        (true, true) => Err(DayProblem::NoSuchDay),
        (false, true) if slashes => Ok((b, a)),
        // With slashes some write the month first.
        (false, false) if slashes && a != b => Err(DayProblem::TwoWays),
        _ => Ok((a, b)),
    }
}

fn number(text: &str) -> Result<u32, DayProblem> {
    // "3rd", "1-го" and the like are not taken apart.
    text.parse().map_err(|_| DayProblem::NotUnderstood)
}

fn year_of(text: &str) -> Result<u32, DayProblem> {
    match text.len() {
        2 => Ok(2000 + number(text)?),
        4 => number(text),
        _ => Err(DayProblem::NotUnderstood),
    }
}

fn month_of(text: &str) -> Result<u32, DayProblem> {
    by_name(text).map_or_else(|| number(text), Ok)
}

/// A month by its name or its first three letters.
fn by_name(text: &str) -> Option<u32> {
    const MONTHS: [(&str, &str); 12] = [
        ("january", "января январь"),
        ("february", "февраля февраль"),
        ("march", "марта март"),
        ("april", "апреля апрель"),
        ("may", "мая май"),
        ("june", "июня июнь"),
        ("july", "июля июль"),
        ("august", "августа август"),
        ("september", "сентября сентябрь"),
        ("october", "октября октябрь"),
        ("november", "ноября ноябрь"),
        ("december", "декабря декабрь"),
    ];
    let long_enough = text.chars().count() >= 3 && text.chars().all(char::is_alphabetic);
    let fits = |(english, russian): &&(&str, &str)| {
        english.starts_with(text) || russian.split(' ').any(|name| name.starts_with(text))
    };
    MONTHS.iter().zip(1..).find(|(names, _)| long_enough && fits(names)).map(|(_, month)| month)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn days_that_have_come() {
        let today = day("2026-11-23");
        for (text, wanted) in [
            ("2026-11-03", "2026-11-03"),
            ("03.11", "2026-11-03"),
            ("23.11", "2026-11-23"),
            ("24.11.2026", "2026-11-24"),
            ("25.12.", "2025-12-25"),
            ("3d", "2026-11-20"),
            ("вчера", "2026-11-22"),
            ("Позавчера", "2026-11-21"),
            ("сегодня", "2026-11-23"),
            ("12 ноября", "2026-11-12"),
            ("12 декабря", "2025-12-12"),
            ("Nov 3", "2026-11-03"),
            ("3 дня назад", "2026-11-20"),
            ("неделю назад", "2026-11-16"),
            ("29.02", "2024-02-29"),
        ] {
            assert_eq!(parse_past(text, today), Ok(day(wanted)), "{text}");
        }
        for wrong in ["2026-11-25", "25.12.2026", "+3", "послезавтра", "через 3 дня"] {
            assert_eq!(parse_past(wrong, today), Err(DayProblem::ToCome), "{wrong}");
        }
        for wrong in ["", "soon", "5"] {
            assert_eq!(parse_past(wrong, today), Err(DayProblem::NotUnderstood), "{wrong}");
        }
    }

    #[test]
    fn days_as_people_type_them() {
        let today = day("2026-11-23");
        for (text, wanted) in [
            ("2026-11-26", "2026-11-26"),
            (" 26.11.2026 ", "2026-11-26"),
            ("26.11", "2026-11-26"),
            ("26.11.", "2026-11-26"),
            ("26.11.26", "2026-11-26"),
            ("01.02", "2027-02-01"),
            ("15/01/2027", "2027-01-15"),
            ("01/15/2027", "2027-01-15"),
            ("05/05/2027", "2027-05-05"),
            ("12 ноября", "2027-11-12"),
            ("12 ноября 2026 г.", "2026-11-12"),
            ("12 Dec", "2026-12-12"),
            ("December 12, 2026", "2026-12-12"),
            ("завтра", "2026-11-24"),
            ("tomorrow", "2026-11-24"),
            ("+30", "2026-12-23"),
            ("7d", "2026-11-30"),
            ("7 д", "2026-11-30"),
            ("30 дней", "2026-12-23"),
            ("2 weeks", "2026-12-07"),
            ("через неделю", "2026-11-30"),
            ("in 3 days", "2026-11-26"),
        ] {
            assert_eq!(parse(text, today), Ok(day(wanted)), "{text}");
        }
        for wrong in ["", "soon", "+x", "d", "99999d", "1.2.3.4", "1.2.345", "26", "12 foo"] {
            assert_eq!(parse(wrong, today), Err(DayProblem::NotUnderstood), "{wrong}");
        }
        for never in ["31.02", "2026-13-01", "30 февраля", "32.01.2027", "31.04"] {
            assert_eq!(parse(never, today), Err(DayProblem::NoSuchDay), "{never}");
        }
        assert_eq!(parse("03/04/2027", today), Err(DayProblem::TwoWays));
        assert_eq!(parse_future("вчера", today), Err(DayProblem::Past));
    }
}
