//! What a message can name: only what is known.

use chrono::NaiveDate;

use super::Situation;
use crate::domain::advice::AdviceContext;
use crate::domain::{
    CleanText, Entry, Event, Parcel, Sighting, SourceId, State, Status, SubStatus, Timeline, current_silence,
};

/// Fewer days of silence are not worth a word.
const WORTH_A_WORD: u32 = 2;
/// So many characters of a carrier's words are quoted at most.
const LONGEST_QUOTE: usize = 200;

/// What is known and may be named in a message.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct MessageFacts {
    /// The track numbers, in the order they came.
    pub numbers: Vec<CleanText>,
    /// The shop's orders.
    pub orders: Vec<CleanText>,
    /// When it was ordered.
    pub ordered_on: Option<NaiveDate>,
    /// When the shop says that it was shipped.
    pub shipped_on: Option<NaiveDate>,
    /// The state that the sources tell.
    pub state: Option<State>,
    /// Full days without news, where that is worth a word.
    pub silent_days: Option<u32>,
    /// The newest line that a carrier wrote.
    pub last_scan: Option<Scan>,
    /// The day on which a source says that it was delivered.
    pub delivered_on: Option<NaiveDate>,
    /// The last day on which it can be collected, where that is not over.
    pub kept_until: Option<NaiveDate>,
    /// The last day of the protection, where it is not over.
    pub protected_until: Option<NaiveDate>,
    /// The last expected day, where that is after the protection.
    pub expected_late: Option<NaiveDate>,
}

/// A line of the timeline in the carrier's own words.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Scan {
    /// The day, as said.
    pub on: Option<NaiveDate>,
    /// Where.
    pub place: Option<CleanText>,
    /// What.
    pub text: CleanText,
}

impl MessageFacts {
    /// What is known of a parcel.
    #[must_use]
    pub fn of(parcel: &Parcel, timeline: &Timeline, context: &AdviceContext) -> Self {
        let silent = current_silence::silent_days(parcel, context.now);
        // A date by a preset is assumed: nobody is told it as if it were known.
        let guard = parcel.protection().filter(|guard| guard.deadline.preset.is_none());
        let protected = guard.map(|guard| guard.deadline.until).filter(|day| *day >= context.today());
        let storage = parcel.summary.storage.as_ref().map(|(storage, _)| storage.until);
        let expected = parcel.summary.eta.as_ref().map(|(eta, _)| eta.to);
        Self {
            numbers: parcel.numbers.iter().map(|held| CleanText::line(held.number.as_str())).collect(),
            orders: parcel.order_codes().cloned().collect(),
            ordered_on: parcel.ordered_on(),
            shipped_on: parcel.shipped_on(),
            state: parcel.summary.state,
            silent_days: (silent >= WORTH_A_WORD && !parcel.is_finished()).then_some(silent),
            last_scan: carriers(timeline).next().map(Scan::of),
            delivered_on: delivered(timeline),
            kept_until: storage.filter(|day| *day >= context.today()),
            protected_until: protected,
            expected_late: expected.filter(|day| protected.is_some_and(|end| *day > end)),
        }
    }
}

impl MessageFacts {
    /// Whether the tracking itself says that the parcel is in such a situation: a message must not claim so otherwise.
    #[must_use]
    pub fn tells(&self, situation: Situation) -> bool {
        let status = self.state.map(|state| state.status);
        let sub = self.state.and_then(|state| state.sub);
        let finished = self.state.is_some_and(State::is_final);
        match situation {
            Situation::NotTracked => status == Some(Status::NotFound),
            Situation::NotShipped => matches!(status, Some(Status::InfoReceived | Status::NotFound)),
            // Where nobody has answered, there is no tracking that could be silent.
            Situation::Stuck | Situation::Extend => status.is_some_and(|status| status != Status::NotFound),
            Situation::AtCustoms => {
                matches!(sub, Some(SubStatus::CustomsProcessing | SubStatus::CustomsRequiringInformation))
            }
            Situation::CustomsPapers => sub == Some(SubStatus::CustomsRequiringInformation),
            Situation::Held => sub == Some(SubStatus::Security),
            Situation::HoldLonger => status == Some(Status::AvailableForPickup),
            Situation::DeliveryFailed => {
                status == Some(Status::DeliveryFailure) || matches!(sub, Some(SubStatus::NoBody | SubStatus::Rejected))
            }
            Situation::WrongAddress => sub == Some(SubStatus::InvalidAddress),
            Situation::GoingBack => sub == Some(SubStatus::Returning),
            Situation::Damaged => sub == Some(SubStatus::Damage),
            Situation::Problem => status == Some(Status::Exception),
            Situation::NotComing => finished && status != Some(Status::Delivered),
            Situation::NotReceived => status == Some(Status::Delivered) || self.delivered_on.is_some(),
            Situation::NoNumber | Situation::WrongNumber | Situation::Contradiction => true,
        }
    }
}

impl Scan {
    fn of(event: &Event) -> Self {
        Self { on: event.time.map(|time| time.date()), place: event.place.clone(), text: quotable(&event.text) }
    }
}

fn quotable(text: &CleanText) -> CleanText {
    if text.chars().count() <= LONGEST_QUOTE {
        return text.clone();
    }
    let cut: String = text.chars().take(LONGEST_QUOTE).collect();
    CleanText::line(&format!("{}…", cut.trim_end()))
}

/// What carriers wrote and still list, newest first: what the reader told is no scan.
fn carriers(timeline: &Timeline) -> impl Iterator<Item = &Event> {
    timeline.entries.iter().filter_map(told).map(|sighting| &sighting.event)
}

fn told(entry: &Entry) -> Option<&Sighting> {
    entry.sightings().find(|s| s.withdrawn_at.is_none() && s.source != SourceId::user())
}

fn delivered(timeline: &Timeline) -> Option<NaiveDate> {
    let says = |event: &&Event| event.state.is_some_and(|state| state.status == Status::Delivered);
    carriers(timeline).find(says)?.time.map(|time| time.date())
}
