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

/// A day that has come already, as people type it: `2026-11-03`, `03.11.2026`, `03.11` (the last one), `3d` (so many days
/// ago). Tomorrow counts as come: where the shop is, it may be.
#[must_use]
pub fn read_past(text: &str, today: NaiveDate) -> Option<NaiveDate> {
    let text = text.trim();
    if let Some(days) = text.strip_suffix(['d', 'D', 'д', 'Д']) {
        return today.checked_sub_days(Days::new(u64::from(days.trim().parse::<u16>().ok()?)));
    }
    let tomorrow = today.succ_opt().unwrap_or(today);
    let day = read(text, today).filter(|_| !text.starts_with('+'))?;
    if day <= tomorrow {
        return Some(day);
    }
    let yearless = text.trim_end_matches('.').matches('.').count() == 1;
    day.with_year(day.year() - 1).filter(|day| yearless && *day <= tomorrow)
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
        ] {
            assert_eq!(read_past(text, today), Some(day(wanted)), "{text}");
        }
        for wrong in ["", "2026-11-25", "25.12.2026", "+3", "soon"] {
            assert_eq!(read_past(wrong, today), None, "{wrong}");
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
