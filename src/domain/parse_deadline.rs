//! Reading the end of the shop's protection from text: a day, or days counted from the order.

use chrono::{Days, NaiveDate};

use super::Parcel;
use super::dispute_deadline::{CountedFrom, Deadline, Preset};
use super::parse_date::{self, DayProblem};

/// What the days of one order are counted from.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Dates {
    /// The reader's date.
    pub today: NaiveDate,
    /// When it was ordered, where that is known.
    pub ordered_on: Option<NaiveDate>,
    /// When it was sent off, where that is known.
    pub shipped_on: Option<NaiveDate>,
}

/// Why a text is no deadline.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Unclear {
    /// It is neither a day, nor a number of days, nor the name of a preset.
    NoDay(DayProblem),
    /// The day that it is counted from is not known.
    NoStart(CountedFrom),
}

impl Dates {
    /// Those of a parcel's orders.
    #[must_use]
    pub fn of(parcel: &Parcel, today: NaiveDate) -> Self {
        Self { today, ordered_on: parcel.ordered_on(), shipped_on: parcel.shipped_on() }
    }

    fn start(&self, from: CountedFrom) -> Result<NaiveDate, Unclear> {
        let day = match from {
            CountedFrom::Ordered => self.ordered_on,
            CountedFrom::Shipped => self.shipped_on,
        };
        day.ok_or(Unclear::NoStart(from))
    }
}

/// A deadline: a day as [`parse_date::read`] takes it, with `+14` behind it so many days later; `+75`, counted from shipping,
/// or else from the order; `shipped+75`, `ordered+90`; or the name of a preset.
///
/// # Errors
/// It is none of these, or the day that it is counted from is not known.
pub fn read(text: &str, dates: Dates, presets: &[Preset]) -> Result<Deadline, Unclear> {
    let text = text.trim();
    if let Some(preset) = presets.iter().find(|preset| is_called(preset, text)) {
        let until = later(dates.start(preset.from)?, preset.days).ok_or(NOT_UNDERSTOOD)?;
        return Ok(Deadline { until, preset: Some(preset.name.clone()) });
    }
    let until = match text.rsplit_once('+') {
        Some((from, days)) => {
            let days = days.trim().trim_end_matches(['d', 'D', 'д', 'Д']).parse::<u16>().map_err(|_| NOT_UNDERSTOOD)?;
            later(counted_from(from.trim(), dates)?, days.into()).ok_or(NOT_UNDERSTOOD)?
        }
        None => parse_date::parse(text, dates.today).map_err(Unclear::NoDay)?,
    };
    Ok(Deadline::told(until))
}

const NOT_UNDERSTOOD: Unclear = Unclear::NoDay(DayProblem::NotUnderstood);

/// Whether a text is the name of a preset, also as a Russian reader writes it.
fn is_called(preset: &Preset, text: &str) -> bool {
    const RUSSIAN: [(&str, &str); 4] =
        [("алиэкспресс", "aliexpress"), ("али", "aliexpress"), ("тему", "temu"), ("пейпал", "paypal")];
    let text = text.to_lowercase();
    let name = RUSSIAN.iter().find(|(russian, _)| *russian == text).map_or(text.as_str(), |(_, name)| name);
    preset.name.eq_ignore_ascii_case(name)
}

fn counted_from(word: &str, dates: Dates) -> Result<NaiveDate, Unclear> {
    if word.is_empty() {
        return dates.shipped_on.or(dates.ordered_on).ok_or(Unclear::NoStart(CountedFrom::Ordered));
    }
    match CountedFrom::parse(&word.to_lowercase()) {
        Some(from) => dates.start(from),
        None => parse_date::parse(word, dates.today).map_err(Unclear::NoDay),
    }
}

fn later(day: NaiveDate, days: u32) -> Option<NaiveDate> {
    day.checked_add_days(Days::new(days.into()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::dispute_deadline::usual_presets;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn dates(ordered: Option<&str>, shipped: Option<&str>) -> Dates {
        Dates { today: day("2026-11-23"), ordered_on: ordered.map(day), shipped_on: shipped.map(day) }
    }

    fn until(text: &str, dates: Dates) -> Result<NaiveDate, Unclear> {
        read(text, dates, &usual_presets()).map(|deadline| deadline.until)
    }

    #[test]
    fn days_are_counted_from_shipping_or_the_order() {
        let all = dates(Some("2026-11-01"), Some("2026-11-05"));
        for (text, wanted) in [
            ("2027-01-19", "2027-01-19"),
            ("19.01.2027", "2027-01-19"),
            ("+75", "2027-01-19"),
            ("+75d", "2027-01-19"),
            ("shipped+75", "2027-01-19"),
            ("Ordered + 30", "2026-12-01"),
            ("30d", "2026-12-23"),
            ("2026-12-09+14", "2026-12-23"),
            ("2026-12-09 +14", "2026-12-23"),
        ] {
            assert_eq!(until(text, all), Ok(day(wanted)), "{text}");
        }
        assert_eq!(until("+75", dates(Some("2026-11-01"), None)), Ok(day("2027-01-15")));
        assert_eq!(until("+30", dates(None, None)), Err(Unclear::NoStart(CountedFrom::Ordered)), "never from today");
        for wrong in ["", "soon", "+", "+x", "++5", "+99999", "2026-13-01+5", "x+5"] {
            assert!(matches!(until(wrong, all), Err(Unclear::NoDay(_))), "{wrong}");
        }
        assert_eq!(until("shipped+5", dates(None, None)), Err(Unclear::NoStart(CountedFrom::Shipped)));
    }

    #[test]
    fn a_preset_is_named_and_needs_the_day_that_it_counts_from() {
        let deadline = read("AliExpress", dates(None, Some("2026-11-05")), &usual_presets()).unwrap();
        assert_eq!((deadline.until, deadline.preset.as_deref()), (day("2027-01-19"), Some("aliexpress")));
        assert_eq!(until("aliexpress", dates(Some("2026-11-01"), None)), Err(Unclear::NoStart(CountedFrom::Shipped)));
        assert_eq!(until("temu", dates(Some("2026-11-01"), None)), Ok(day("2027-01-30")));
        assert_eq!(until("Алиэкспресс", dates(None, Some("2026-11-05"))), Ok(day("2027-01-19")));
    }
}
