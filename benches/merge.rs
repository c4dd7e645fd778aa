//! Merging one parcel: three sources with sixty events each, most of them the same scans in other words, zones and
//! alphabets.

use chrono::{FixedOffset, NaiveDate, TimeDelta};
use posylka::domain::{CleanText, Event, EventTime, Sighting, State, Status, SubStatus, Timeline, TrackingNumber};

fn main() {
    divan::main();
}

/// Offset in hours, what is put before the words, and the towns as the source spells them.
type Voice = (&'static str, Option<i32>, &'static str, [&'static str; 4]);

const VOICES: [Voice; 3] = [
    ("17track", None, "Пакет прибыл в сортировочный центр, участок", ["Шэньчжэнь", "Гуанчжоу", "Внуково", "Москва"]),
    (
        "cainiao",
        Some(8),
        "[Sorting] Parcel has arrived at the sorting center, line",
        ["Shenzhen", "Guangzhou", "Vnukovo", "Moscow"],
    ),
    ("russian-post", Some(3), "包裹已到达分拣中心", ["深圳", "广州", "VNUKOVO", "MOSCOW, RUSSIA"]),
];

fn sightings(events: usize) -> Vec<Sighting> {
    let start = NaiveDate::from_ymd_opt(2026, 10, 1).unwrap_or_default().and_hms_opt(0, 7, 0).unwrap_or_default();
    let subs = [SubStatus::Arrival, SubStatus::Departure, SubStatus::Other, SubStatus::CustomsProcessing];
    let mut all = Vec::new();
    for (who, (source, hours, words, towns)) in VOICES.into_iter().enumerate() {
        for n in 0..events {
            // Every seventh scan is a source's own.
            let own = if n % 7 == 0 { who } else { 0 };
            let steps = i64::try_from(n * 397 + own * 11).unwrap_or_default();
            let local = start + TimeDelta::minutes(steps) + TimeDelta::hours(hours.unwrap_or(3).into());
            let event = Event {
                time: Some(EventTime::at(local, hours.and_then(|h| FixedOffset::east_opt(h * 3600)))),
                place: CleanText::some_line(towns[n * 4 / events]),
                state: Some(State::new(Status::InTransit, subs[n % 4])),
                ..Event::new(number(), CleanText::line(&format!("{words} {n}")))
            };
            let rank = u32::try_from(events - n).unwrap_or_default();
            all.push(Sighting { source: source.into(), event, rank, first_seen: start.and_utc(), withdrawn_at: None });
        }
    }
    all
}

fn number() -> TrackingNumber {
    TrackingNumber::parse("LP00620966542870").unwrap_or_else(|error| unreachable!("{error}"))
}

#[divan::bench(args = [20, 60])]
fn merge(bencher: divan::Bencher, events: usize) {
    bencher.with_inputs(|| sightings(events)).bench_values(Timeline::merge);
}
