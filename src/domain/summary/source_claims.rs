//! Who says what about the state, and whose word counts.
//!
//! The rule: the freshest word counts, by the newest event of each source under each number. A final state
//! (delivered, returned …) also counts against a word that only seems fresher because its time zone is unknown;
//! a word that is surely fresher reopens the parcel. A source with events outweighs one without, and one that
//! does not know the number counts only where nobody knows it.
//!
//! Two things hold across sources whoever is freshest: a return that somebody lists (see
//! [`return_across_sources`](super::return_across_sources)), and that a parcel which somebody has seen under way is not
//! merely announced. Where a source lists the very scan behind another one's word, and goes on, it is surely fresher.
//!
//! How fresh a word is, its newest event with a reading tells: forecasts, notices and other lines that say nothing
//! about the parcel (no state) make nobody's word fresher, unless a source lists nothing else.

use chrono::{DateTime, TimeDelta, Utc};

use crate::domain::{
    CleanText, Entry, Sighting, SourceId, Standing, State, Status, SubStatus, Timeline, TrackingNumber,
};

/// How far a wall time without a zone may be off: the widest offset in use is fourteen hours.
pub(super) const UNKNOWN_ZONE: TimeDelta = TimeDelta::hours(14);
/// How far apart two words may be and still be about the same moment.
const SAME_MOMENT: TimeDelta = TimeDelta::days(2);

/// What one source says about the state under one number.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ReportedState {
    /// Who says so.
    pub source: SourceId,
    /// Under which number.
    pub number: TrackingNumber,
    /// The state; [`Status::NotFound`]: it does not know the number.
    pub state: State,
    /// The carrier's words for it.
    pub text: Option<CleanText>,
    /// When the newest event behind it happened, to the order of the timeline (off by hours where a zone is
    /// unknown); `None`: a word without events, or without a time.
    pub as_of: Option<DateTime<Utc>>,
}

/// One source's word on the state.
pub(super) struct SourceClaim<'a> {
    pub standing: &'a Standing,
    pub state: State,
    /// The newest event behind it; `None` for a word without events, or without a time.
    pub as_of: Option<DateTime<Utc>>,
    pub zone_known: bool,
    /// That event's entry in the timeline.
    pub newest: Option<&'a Entry>,
}

pub(super) fn claims<'a>(standings: &'a [Standing], timeline: &'a Timeline) -> Vec<SourceClaim<'a>> {
    standings.iter().filter_map(|s| claim(s, timeline)).collect()
}

fn claim<'a>(standing: &'a Standing, timeline: &'a Timeline) -> Option<SourceClaim<'a>> {
    let newest = timeline.newest_word_of(&standing.source, &standing.number);
    let state = match &standing.facts {
        Some(facts) => facts.state.or_else(|| newest.map(|_| State::UNDERWAY))?,
        // It has answered and told nothing: it did not know the number, also where a later check brought trouble.
        None if standing.answered_at.is_some() => State::new(Status::NotFound, SubStatus::Other),
        None => return None,
    };
    Some(SourceClaim {
        standing,
        state,
        // Before all time: neither this event nor an older one of its list has a time that can be read.
        as_of: newest.map(|e| e.order).filter(|order| *order > DateTime::<Utc>::MIN_UTC),
        zone_known: newest.and_then(|e| e.event().time).is_some_and(|t| t.instant().is_some()),
        newest,
    })
}

/// The word that is shown.
pub(super) fn choose<'a, 'b>(claims: &'b [SourceClaim<'a>]) -> Option<&'b SourceClaim<'a>> {
    let (closed, mut open): (Vec<_>, Vec<_>) = claims.iter().partition(|c| c.state.is_final());
    if open.iter().any(|c| c.saw_it_under_way()) {
        open.retain(|c| c.state.status != Status::InfoReceived);
    }
    let closed = closed.into_iter().max_by_key(|c| c.weight());
    let open = open.into_iter().max_by_key(|c| c.weight());
    match (closed, open) {
        (Some(closed), Some(open)) if open.surely_after(closed) => Some(open),
        (Some(closed), _) => Some(closed),
        (None, open) => open,
    }
}

/// Whether two words contradict each other: one is final, and another is surely fresher, or tells another end at
/// about the same moment. A source that merely stopped looking earlier does not contradict.
pub(super) fn disagree(claims: &[SourceClaim]) -> bool {
    let told: Vec<_> = claims.iter().filter(|c| c.as_of.is_some()).collect();
    told.iter().any(|closed| closed.state.is_final() && told.iter().any(|other| other.contradicts(closed)))
}

impl SourceClaim<'_> {
    pub(super) fn word(&self) -> ReportedState {
        let Standing { source, number, facts, .. } = self.standing;
        let text = facts.as_ref().and_then(|f| f.status_text.clone());
        ReportedState { source: source.clone(), number: number.clone(), state: self.state, text, as_of: self.as_of }
    }

    fn weight(&self) -> impl Ord + use<> {
        let said = match self.state.status {
            Status::NotFound => 0,
            Status::Expired => 1,
            _ => 2,
        };
        (self.as_of.is_some(), said > 0, self.as_of, said, self.state, self.standing.answered_at)
    }

    /// Whether a scan stands behind it that only a parcel under way has.
    fn saw_it_under_way(&self) -> bool {
        let not_yet = [Status::NotFound, Status::InfoReceived, Status::Expired];
        self.as_of.is_some() && !not_yet.contains(&self.state.status)
    }

    /// Whether its source lists the event behind the other word, and a newer one on top.
    fn goes_on_after(&self, other: &Self) -> bool {
        let (Some(mine), Some(theirs)) = (self.newest, other.newest) else { return false };
        let lists = |s: &Sighting| {
            s.withdrawn_at.is_none() && s.source == self.standing.source && s.event.number == self.standing.number
        };
        !std::ptr::eq(mine, theirs) && mine.order >= theirs.order && theirs.sightings().any(lists)
    }

    fn surely_after(&self, closed: &Self) -> bool {
        if self.goes_on_after(closed) {
            return true;
        }
        let (Some(open), Some(closed_at)) = (self.as_of, closed.as_of) else { return false };
        let doubt = if self.zone_known && closed.zone_known { TimeDelta::zero() } else { UNKNOWN_ZONE };
        open.signed_duration_since(closed_at) > doubt
    }

    fn contradicts(&self, closed: &Self) -> bool {
        let (Some(mine), Some(theirs)) = (self.as_of, closed.as_of) else { return false };
        let another_end = self.tells_the_end() && theirs.signed_duration_since(mine) < SAME_MOMENT;
        self.state.status != closed.state.status && (another_end || self.surely_after(closed))
    }

    /// Whether the word is about the last steps at all: "in transit" an hour before a delivery is no contradiction.
    fn tells_the_end(&self) -> bool {
        matches!(self.state.status, Status::DeliveryFailure | Status::Exception | Status::Delivered)
    }
}
