//! Offsets from UTC that a wall time without a zone may have.

use std::collections::BTreeSet;

use crate::domain::{Country, Event};

/// The offsets in use, in minutes: -12:00 to +14:00 (IANA time zone database).
const WIDEST: std::ops::RangeInclusive<i32> = -720..=840;

/// Winter and summer offsets in minutes of countries with one time zone, or with one where nearly all parcels pass
/// (Moscow in Russia, Lisbon, Madrid), as of 2026 (IANA time zone database).
const COUNTRIES: [(&str, &[i32]); 37] = [
    ("AE", &[240]),
    ("AM", &[240]),
    ("AT", &[60, 120]),
    ("AZ", &[240]),
    ("BE", &[60, 120]),
    ("BG", &[120, 180]),
    ("BY", &[180]),
    ("CH", &[60, 120]),
    ("CN", &[480]),
    ("CZ", &[60, 120]),
    ("DE", &[60, 120]),
    ("EE", &[120, 180]),
    ("ES", &[60, 120]),
    ("FI", &[120, 180]),
    ("FR", &[60, 120]),
    ("GB", &[0, 60]),
    ("GE", &[240]),
    ("GR", &[120, 180]),
    ("HK", &[480]),
    ("HU", &[60, 120]),
    ("IL", &[120, 180]),
    ("IT", &[60, 120]),
    ("JP", &[540]),
    ("KG", &[360]),
    ("KR", &[540]),
    ("KZ", &[300]),
    ("LT", &[120, 180]),
    ("LV", &[120, 180]),
    ("MD", &[120, 180]),
    ("NL", &[60, 120]),
    ("PL", &[60, 120]),
    ("PT", &[0, 60]),
    ("RU", &[180]),
    ("SG", &[480]),
    ("TR", &[180]),
    ("UA", &[120, 180]),
    ("UZ", &[300]),
];

/// The offsets that belong to a parcel's way.
pub(super) struct Zones {
    stated: BTreeSet<i32>,
}

impl Zones {
    /// Those that any source stated.
    pub(super) fn stated<'a>(events: impl Iterator<Item = &'a Event>) -> Self {
        let offsets = events.filter_map(|e| e.time.and_then(|t| t.offset()));
        Self { stated: offsets.map(|o| o.local_minus_utc() / 60).collect() }
    }

    /// Whether the offset is one of the parcel's way: stated by a source, or of a country that the events name.
    pub(super) fn know(&self, minutes: i32, countries: [Option<Country>; 2]) -> bool {
        self.stated.contains(&minutes) || countries.into_iter().flatten().any(|c| of(c).contains(&minutes))
    }
}

/// Whether some place has this offset: every one in use is a multiple of a quarter of an hour.
pub(super) fn is_plausible(minutes: i32) -> bool {
    WIDEST.contains(&minutes) && minutes % 15 == 0
}

fn of(country: Country) -> &'static [i32] {
    let row = COUNTRIES.iter().find(|(code, _)| *code == country.as_str());
    row.map_or(&[], |(_, offsets)| offsets)
}
