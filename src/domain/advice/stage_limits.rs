//! How far a parcel has come, and how long silence is normal there.

use super::number_problems;
use crate::domain::{Country, Parcel, Standing, State, Status, SubStatus};

crate::domain::string_enum::string_enum! {
    /// How far a parcel has come, as far as the days of silence are concerned. Never guessed upward.
    Stage {
        /// Ordered, and the shop has named no number.
        NoNumber = "no_number",
        /// Announced, unknown, or nobody has answered: no carrier has scanned it.
        NoFirstScan = "no_first_scan",
        /// A carrier in the country of origin has it.
        Accepted = "accepted",
        /// Under way, and nothing finer is known.
        InTransit = "in_transit",
        /// Left the country of origin.
        LineHaul = "line_haul",
        /// Left it on a line that is tracked only to the border.
        AfterBorder = "after_border",
        /// Customs have it.
        Customs = "customs",
        /// Released by customs, or under way inside the country of destination.
        AfterCustoms = "after_customs",
        /// With the courier.
        OutForDelivery = "out_for_delivery",
        /// Waits to be collected; the days of silence are the days it waits.
        Pickup = "pickup",
        /// A delivery failed, or something else went wrong.
        DeliveryFailed = "delivery_failed",
        /// Nothing more is to come.
        Finished = "finished",
    }
}

/// Where something comes from and where it goes.
type Ends = (Option<Country>, Option<Country>);

/// Full days of silence that are normal at each stage; more than that is too long.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Thresholds {
    days: [u32; Stage::ALL.len()],
    set: [bool; Stage::ALL.len()],
}

impl Thresholds {
    /// What holds unless the user says otherwise, around the one number that everybody sets. Sellers take their time
    /// with the first scan, planes and ships carry no scanner, and customs have their own calendar.
    #[must_use]
    pub fn around(stale_after_days: u32) -> Self {
        let days = Stage::ALL.map(|stage| match stage {
            Stage::NoFirstScan | Stage::Customs => stale_after_days.saturating_add(3),
            Stage::Accepted | Stage::InTransit | Stage::AfterCustoms => stale_after_days,
            Stage::LineHaul => stale_after_days.saturating_mul(2),
            Stage::AfterBorder => stale_after_days.saturating_mul(4).saturating_add(2),
            Stage::NoNumber | Stage::Pickup => stale_after_days.min(5),
            Stage::OutForDelivery | Stage::DeliveryFailed => stale_after_days.min(3),
            Stage::Finished => u32::MAX,
        });
        Self { days, set: [false; Stage::ALL.len()] }
    }

    /// The same with another number of days at one stage, which the user set.
    #[must_use]
    pub fn with(mut self, stage: Stage, days: u32) -> Self {
        self.days[stage as usize] = days;
        self.set[stage as usize] = true;
        self
    }

    /// Whether the user set the days of a stage.
    #[must_use]
    pub fn is_set(&self, stage: Stage) -> bool {
        self.set[stage as usize]
    }

    /// Full days of silence that are normal at a stage.
    #[must_use]
    pub fn days(&self, stage: Stage) -> u32 {
        self.days[stage as usize]
    }
}

impl Default for Thresholds {
    fn default() -> Self {
        Self::around(7)
    }
}

impl Stage {
    /// The stages whose days can be set: all but the last.
    pub fn with_days() -> impl Iterator<Item = Self> {
        Self::ALL.into_iter().filter(|stage| *stage != Self::Finished)
    }

    /// Whether others have the parcel and its silence is theirs; not: it waits for the reader, or comes today.
    #[must_use]
    pub fn is_moved_by_others(self) -> bool {
        !matches!(self, Self::OutForDelivery | Self::Pickup | Self::DeliveryFailed | Self::Finished)
    }

    /// How far a parcel has come.
    #[must_use]
    pub fn of(parcel: &Parcel, standings: &[Standing]) -> Self {
        if parcel.is_finished() {
            return Self::Finished;
        }
        let summary = &parcel.summary;
        match summary.state {
            None if parcel.waits_for_number() => Self::NoNumber,
            None => Self::NoFirstScan,
            Some(state) => {
                let here = summary.last_event.as_ref().and_then(|e| e.country);
                let ends = (summary.origin, summary.destination);
                Self::at(state, here, ends, || number_problems::only_to_border(&parcel.numbers, standings))
            }
        }
    }

    /// How far something in that state has come, which is in that country on its way between these two;
    /// `only_to_border`: whether its line ends there.
    #[must_use]
    pub fn at(state: State, here: Option<Country>, ends: Ends, only_to_border: impl Fn() -> bool) -> Self {
        match Self::told(state) {
            Self::InTransit => Self::by_place(state, here, ends, only_to_border),
            Self::LineHaul if only_to_border() => Self::AfterBorder,
            told => told,
        }
    }

    /// What the state alone tells.
    fn told(state: State) -> Self {
        match state.status {
            Status::NotFound | Status::InfoReceived => Self::NoFirstScan,
            Status::InTransit => Self::under_way(state.sub),
            Status::Expired => Self::InTransit,
            Status::AvailableForPickup => Self::Pickup,
            Status::OutForDelivery => Self::OutForDelivery,
            Status::DeliveryFailure => Self::DeliveryFailed,
            Status::Exception => match state.sub {
                Some(SubStatus::Security | SubStatus::CustomsRequiringInformation) => Self::Customs,
                Some(SubStatus::Delayed) => Self::InTransit,
                _ => Self::DeliveryFailed,
            },
            Status::Delivered => Self::Finished,
        }
    }

    fn under_way(sub: Option<SubStatus>) -> Self {
        match sub {
            Some(SubStatus::PickedUp) => Self::Accepted,
            Some(SubStatus::Departure) => Self::LineHaul,
            Some(SubStatus::CustomsProcessing | SubStatus::CustomsRequiringInformation) => Self::Customs,
            Some(SubStatus::CustomsReleased) => Self::AfterCustoms,
            _ => Self::InTransit,
        }
    }

    /// "Under way" says more where the newest event names its country. "Arrived" says that it has not passed customs.
    fn by_place(state: State, here: Option<Country>, ends: Ends, only_to_border: impl Fn() -> bool) -> Self {
        let (origin, destination) = ends;
        let arrived = state.sub == Some(SubStatus::Arrival);
        let abroad = |end: Option<Country>| here.is_some() && end.is_some() && here != end;
        let at_home = here.is_some() && here == destination && abroad(origin);
        if at_home && !arrived {
            return Self::AfterCustoms;
        }
        let left = arrived || abroad(origin) && abroad(destination);
        if left && only_to_border() { Self::AfterBorder } else { Self::InTransit }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::advice::test_parcels::{event, number, parcel};

    fn stage(state: State) -> Stage {
        Stage::of(&parcel("RB123456785CN", Some(state), 1), &[])
    }

    #[test]
    fn every_state_has_its_stage_and_none_is_guessed_upward() {
        let transit = |sub| State::new(Status::InTransit, sub);
        let exception = |sub| State::new(Status::Exception, sub);
        for (state, wanted) in [
            (State::only(Status::NotFound), Stage::NoFirstScan),
            (State::only(Status::InfoReceived), Stage::NoFirstScan),
            (transit(SubStatus::PickedUp), Stage::Accepted),
            (State::UNDERWAY, Stage::InTransit),
            (State::only(Status::InTransit), Stage::InTransit),
            (transit(SubStatus::Arrival), Stage::InTransit),
            (transit(SubStatus::Departure), Stage::LineHaul),
            (transit(SubStatus::CustomsProcessing), Stage::Customs),
            (transit(SubStatus::CustomsReleased), Stage::AfterCustoms),
            (State::only(Status::Expired), Stage::InTransit),
            (State::only(Status::OutForDelivery), Stage::OutForDelivery),
            (State::only(Status::AvailableForPickup), Stage::Pickup),
            (State::only(Status::DeliveryFailure), Stage::DeliveryFailed),
            (exception(SubStatus::Security), Stage::Customs),
            (exception(SubStatus::Delayed), Stage::InTransit),
            (exception(SubStatus::Returning), Stage::DeliveryFailed),
            (exception(SubStatus::Lost), Stage::Finished),
            (State::only(Status::Delivered), Stage::Finished),
        ] {
            assert_eq!(stage(state), wanted, "{state:?}");
        }
        assert_eq!(Stage::of(&parcel("RB123456785CN", None, 1), &[]), Stage::NoFirstScan);
    }

    #[test]
    fn the_country_of_the_newest_event_tells_more_than_under_way() {
        let mut parcel = parcel("RB123456785CN", Some(State::UNDERWAY), 1);
        parcel.summary.origin = Country::parse("CN");
        parcel.summary.destination = Country::parse("RU");
        for (country, wanted) in [("CN", Stage::InTransit), ("RU", Stage::AfterCustoms), ("KZ", Stage::InTransit)] {
            parcel.summary.last_event = Some(event(1, Country::parse(country)));
            assert_eq!(Stage::of(&parcel, &[]), wanted, "{country}");
        }
        parcel.summary.state = Some(State::new(Status::InTransit, SubStatus::Arrival));
        parcel.summary.last_event = Some(event(1, Country::parse("RU")));
        assert_eq!(Stage::of(&parcel, &[]), Stage::InTransit);
    }

    #[test]
    fn a_line_that_ends_at_the_border_ends_there_until_a_second_number_comes() {
        let left = State::new(Status::InTransit, SubStatus::Departure);
        let mut parcel = parcel("UA123456785CN", Some(left), 1);
        assert_eq!(Stage::of(&parcel, &[]), Stage::AfterBorder);
        parcel.numbers.push(number("RA123456785RU"));
        assert_eq!(Stage::of(&parcel, &[]), Stage::LineHaul);
    }

    #[test]
    fn the_days_follow_the_one_setting_and_each_can_be_set() {
        let days = |t: Thresholds| Stage::with_days().map(|s| t.days(s)).collect::<Vec<_>>();
        assert_eq!(days(Thresholds::around(7)), [5, 10, 7, 7, 14, 30, 10, 7, 3, 5, 3]);
        assert_eq!(days(Thresholds::around(2)), [2, 5, 2, 2, 4, 10, 5, 2, 2, 2, 2]);
        assert_eq!(Thresholds::around(u32::MAX).days(Stage::LineHaul), u32::MAX);
        let set = Thresholds::around(7).with(Stage::Customs, 21);
        assert_eq!((set.days(Stage::Customs), set.days(Stage::LineHaul)), (21, 14));
    }
}
