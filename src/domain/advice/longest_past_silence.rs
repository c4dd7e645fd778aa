//! How long a delivered parcel was silent on its way, at the longest, stage by stage.

use chrono::{DateTime, TimeDelta, Utc};

use super::{Stage, number_problems};
use crate::domain::{Country, Entry, ParcelNumber, Standing, State, Status, Summary, Timeline};

/// What lies longer before the delivery is a wrong date, or another parcel's.
const LONGEST: TimeDelta = TimeDelta::days(400);

/// A parcel's way, as far as it is known.
#[derive(Clone, Copy, Debug)]
pub struct ParcelHistory<'a> {
    /// Its numbers.
    pub numbers: &'a [ParcelNumber],
    /// Where the sources stand on them.
    pub standings: &'a [Standing],
    /// What they say in short.
    pub summary: &'a Summary,
    /// What happened.
    pub timeline: &'a Timeline,
}

/// One moment of the way.
#[derive(Clone, Copy)]
struct Scan {
    at: DateTime<Utc>,
    state: Option<State>,
    here: Option<Country>,
}

impl ParcelHistory<'_> {
    /// The longest silence at each stage at which others had the parcel, in full days; empty unless it was delivered
    /// and nobody contradicts; its first event was waited for `since` then. An event without a reading leaves the parcel where it was. Days are as exact as the
    /// times: a zone that nobody told may shift one.
    #[must_use]
    pub fn silences(&self, since: DateTime<Utc>) -> Vec<(Stage, u32)> {
        let delivered = self.summary.state.is_some_and(|s| s.status == Status::Delivered);
        if !delivered || self.summary.disagreement {
            return Vec::new();
        }
        let mut longest: Vec<(Stage, u32)> = Vec::new();
        let mut stage = Stage::NoFirstScan;
        for pair in self.scans(since).windows(2) {
            stage = pair[0].state.map_or(stage, |state| self.stage(state, pair[0].here));
            let days = u32::try_from((pair[1].at - pair[0].at).num_days()).unwrap_or(0);
            match longest.iter_mut().find(|(known, _)| *known == stage) {
                Some((_, most)) => *most = days.max(*most),
                None => longest.push((stage, days)),
            }
        }
        longest.retain(|(stage, _)| stage.is_moved_by_others());
        longest.sort();
        longest
    }

    /// From when it was waited for, or the first event where that is earlier, to the delivery.
    fn scans(&self, since: DateTime<Utc>) -> Vec<Scan> {
        let listed = self.timeline.entries.iter().filter(|e| !e.is_withdrawn()).map(Entry::event);
        let scan = |event: &crate::domain::Event| {
            Some(Scan { at: event.time?.approximate(), state: event.state, here: event.country })
        };
        let mut scans: Vec<Scan> = listed.filter_map(scan).collect();
        scans.sort_by_key(|scan| scan.at);
        let is_delivery = |scan: &Scan| scan.state.is_some_and(|s| s.status == Status::Delivered);
        let Some(end) = scans.iter().find(|scan| is_delivery(scan)).map(|scan| scan.at) else { return Vec::new() };
        let start = Scan { at: since, state: None, here: None };
        if scans.first().is_some_and(|first| start.at < first.at) {
            scans.insert(0, start);
        }
        scans.retain(|scan| scan.at <= end && end - scan.at <= LONGEST);
        scans
    }

    /// How far it was in that state, in that country.
    pub(in crate::domain) fn stage(&self, state: State, here: Option<Country>) -> Stage {
        let ends = (self.summary.origin, self.summary.destination);
        Stage::at(state, here, ends, || number_problems::only_to_border(self.numbers, self.standings))
    }
}

#[cfg(test)]
mod tests {
    use chrono::{FixedOffset, NaiveDateTime};
    use proptest::prelude::*;

    use super::*;
    use crate::domain::advice::test_parcels::number;
    use crate::domain::{CleanText, Event, EventTime, Sighting, SourceId, SubStatus};

    fn event(time: Option<EventTime>, state: Option<State>) -> Event {
        let number = number("RB123456785CN").number;
        let text = CleanText::line("scan");
        Event { time, state, ..Event::new(number, text) }
    }

    fn at(text: &str) -> EventTime {
        let local: Result<NaiveDateTime, _> = text.parse();
        local.map_or_else(|_| EventTime::day(text.parse().unwrap()), |local| EventTime::at(local, None))
    }

    const fn transit(sub: SubStatus) -> State {
        State::new(Status::InTransit, sub)
    }

    const DELIVERED: Option<State> = Some(State::only(Status::Delivered));

    /// The silences of a parcel that was added at that time and scanned so, oldest first.
    fn silences(added: &str, scans: &[(Option<EventTime>, Option<State>)], summary: Summary) -> Vec<(Stage, u32)> {
        let sighting = |(rank, (time, state)): (usize, &(Option<EventTime>, Option<State>))| Sighting {
            source: SourceId::new("cainiao"),
            event: event(*time, *state),
            rank: u32::try_from(rank).unwrap(),
            first_seen: at("2026-11-01").approximate(),
            withdrawn_at: None,
        };
        let timeline = Timeline::merge(scans.iter().rev().enumerate().map(sighting).collect());
        let summary = Summary { state: DELIVERED, ..summary };
        let numbers = [number("RB123456785CN")];
        let course = ParcelHistory { numbers: &numbers, standings: &[], summary: &summary, timeline: &timeline };
        course.silences(at(added).approximate())
    }

    #[test]
    fn the_longest_silence_at_each_stage() {
        let scans = [
            (Some(at("2026-09-04T10:00:00")), Some(State::only(Status::InfoReceived))),
            (Some(at("2026-09-06T10:00:00")), Some(transit(SubStatus::PickedUp))),
            (Some(at("2026-09-07T10:00:00")), Some(transit(SubStatus::Departure))),
            (Some(at("2026-09-16T11:00:00")), Some(transit(SubStatus::CustomsProcessing))),
            (Some(at("2026-09-17T10:00:00")), None),
            (Some(at("2026-09-20T10:00:00")), Some(transit(SubStatus::CustomsReleased))),
            (Some(at("2026-09-21T10:00:00")), Some(State::only(Status::AvailableForPickup))),
            (Some(at("2026-09-28T10:00:00")), DELIVERED),
            (Some(at("2026-10-28T10:00:00")), None),
        ];
        let wanted = [
            (Stage::NoFirstScan, 3),
            (Stage::Accepted, 1),
            (Stage::LineHaul, 9),
            (Stage::Customs, 3),
            (Stage::AfterCustoms, 1),
        ];
        assert_eq!(silences("2026-09-01T10:00:00", &scans, Summary::default()), wanted);
        let wanted = [(Stage::NoFirstScan, 2), wanted[1], wanted[2], wanted[3], wanted[4]];
        assert_eq!(silences("2026-09-15T10:00:00", &scans, Summary::default()), wanted, "added on the way");
    }

    #[test]
    fn only_what_was_surely_delivered_tells() {
        let scans = [(Some(at("2026-09-06")), Some(transit(SubStatus::PickedUp))), (Some(at("2026-09-09")), DELIVERED)];
        assert_eq!(silences("2026-09-10", &scans, Summary::default()), [(Stage::Accepted, 3)]);
        let doubted = Summary { disagreement: true, ..Summary::default() };
        assert_eq!(silences("2026-09-10", &scans, doubted), []);
        assert_eq!(silences("2026-09-10", &scans[..1], Summary::default()), [], "nobody tells when");
    }

    #[test]
    fn absurd_times_and_bare_dates_tell_nothing_wrong() {
        let scans = [
            (Some(at("1970-01-01T00:00:00")), Some(transit(SubStatus::PickedUp))),
            (None, Some(transit(SubStatus::CustomsProcessing))),
            (Some(at("2026-09-06")), Some(transit(SubStatus::Departure))),
            (Some(at("2026-09-09")), DELIVERED),
            (Some(at("9999-12-31")), None),
        ];
        assert_eq!(silences("2026-09-10", &scans, Summary::default()), [(Stage::LineHaul, 3)]);
        assert_eq!(silences("1999-01-01", &scans, Summary::default()), [(Stage::LineHaul, 3)]);
    }

    #[test]
    fn the_country_tells_the_stage_as_it_does_on_the_way() {
        let summary = Summary { origin: Country::parse("CN"), destination: Country::parse("RU"), ..Summary::default() };
        let mut home = event(Some(at("2026-09-06")), Some(transit(SubStatus::Other)));
        home.country = Country::parse("RU");
        let end = event(Some(at("2026-09-09")), DELIVERED);
        let sighting = |event, rank| Sighting {
            source: SourceId::new("cainiao"),
            event,
            rank,
            first_seen: at("2026-11-01").approximate(),
            withdrawn_at: None,
        };
        let timeline = Timeline::merge(vec![sighting(end, 0), sighting(home, 1)]);
        let summary = Summary { state: DELIVERED, ..summary };
        let numbers = [number("RB123456785CN")];
        let since = at("2026-09-30").approximate();
        let course = ParcelHistory { numbers: &numbers, standings: &[], summary: &summary, timeline: &timeline };
        assert_eq!(course.silences(since), [(Stage::AfterCustoms, 3)]);
    }

    prop_compose! {
        fn any_scan()(
            seconds in -70_000_000_000_i64..260_000_000_000, offset in prop::option::of(-14_i32..15), bare in any::<bool>(),
            status in prop::sample::select(Status::ALL.to_vec()), said in any::<bool>(), timed in any::<bool>(),
        ) -> (Option<EventTime>, Option<State>) {
            let local = DateTime::from_timestamp(seconds, 0).unwrap().naive_utc();
            let offset = offset.and_then(|hours| FixedOffset::east_opt(hours * 3600));
            let time = if bare { EventTime::day(local.date()) } else { EventTime::at(local, offset) };
            (timed.then_some(time), said.then_some(State::only(status)))
        }
    }

    proptest! {
        #[test]
        fn whatever_is_told_the_silences_are_of_this_parcels_way(
            scans in prop::collection::vec(any_scan(), 0..12), added in -62_000_000_000_i64..250_000_000_000,
        ) {
            let added = DateTime::from_timestamp(added, 0).unwrap().naive_utc().to_string().replace(' ', "T");
            let silences = silences(&added, &scans, Summary::default());
            prop_assert!(silences.iter().all(|(stage, days)| stage.is_moved_by_others() && *days <= 400));
            prop_assert!(silences.windows(2).all(|pair| pair[0].0 < pair[1].0));
        }
    }
}
