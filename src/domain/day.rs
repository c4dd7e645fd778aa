//! Days as people type them.

use chrono::{Datelike, Days, NaiveDate};

/// A day: `2026-11-26`, `26.11.2026`, `26.11` (the next one), `+30` or `30d` (in so many days). `today` is the
/// reader's date.
#[must_use]
pub fn read(text: &str, today: NaiveDate) -> Option<NaiveDate> {
    let text = text.trim();
    if let Some(days) = text.strip_prefix('+').or_else(|| text.strip_suffix(['d', 'D', 'д', 'Д'])) {
        return today.checked_add_days(Days::new(u64::from(days.trim().parse::<u16>().ok()?)));
    }
    let whole = NaiveDate::parse_from_str(text, "%Y-%m-%d").or_else(|_| NaiveDate::parse_from_str(text, "%d.%m.%Y"));
    if let Ok(date) = whole {
        return (1900..=9999).contains(&date.year()).then_some(date);
    }
    let (day, month) = text.trim_end_matches('.').split_once('.')?;
    let (day, month) = (day.parse().ok()?, month.parse().ok()?);
    let this_year = NaiveDate::from_ymd_opt(today.year(), month, day).filter(|d| *d >= today);
    this_year.or_else(|| NaiveDate::from_ymd_opt(today.year() + 1, month, day))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn days_as_people_type_them() {
        let today = day("2026-11-23");
        for (text, wanted) in [
            ("2026-11-26", "2026-11-26"),
            (" 26.11.2026 ", "2026-11-26"),
            ("26.11", "2026-11-26"),
            ("26.11.", "2026-11-26"),
            ("01.02", "2027-02-01"),
            ("+30", "2026-12-23"),
            ("7d", "2026-11-30"),
            ("7 д", "2026-11-30"),
        ] {
            assert_eq!(read(text, today), Some(day(wanted)), "{text}");
        }
        for wrong in ["", "soon", "31.02", "2026-13-01", "+x", "d", "99999d", "1.2.3.4", "26.11.26"] {
            assert_eq!(read(wrong, today), None, "{wrong}");
        }
    }
}
