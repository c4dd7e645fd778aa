//! What of a parcel decides its class and its place in the list by urgency: small, and without any text, so that the
//! first rows of a long list are found without reading every parcel whole.

use chrono::{DateTime, NaiveDate, Utc};

use super::Country;
use super::advice::Stage;
use super::current_silence::{StalenessLimits, heard_at, silent_since};
use super::{
    Parcel, Snooze, SnoozeState, StalenessContext, State, Status, Storage, SubStatus, Urgency, protection_left,
};

/// What decides a parcel's class and its place in the list by urgency.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[expect(clippy::struct_excessive_bools, reason = "independent facts, not a state")]
pub struct ListFacts {
    /// The shown state.
    pub state: Option<State>,
    /// Nothing more is to come; see [`Parcel::is_finished`].
    pub is_finished: bool,
    /// It was put away.
    pub is_archived: bool,
    /// How far it has come.
    pub stage: Stage,
    /// The last of the days on which it is expected.
    pub expected_to: Option<NaiveDate>,
    /// Its shop has named no track number, and nobody has told a status; see [`Parcel::waits_for_number`].
    pub waits_for_number: bool,
    /// When its newest event was; see [`heard_at`].
    pub heard_at: DateTime<Utc>,
    /// After how many full days of silence it is stale, where the user said so.
    pub stale_after_days: Option<u32>,
    /// The first end of its protections.
    pub protected_until: Option<NaiveDate>,
    /// Until when it is kept for collection.
    pub storage: Option<Storage>,
    /// When it last changed materially.
    pub changed_at: Option<DateTime<Utc>>,
    /// Whether it changed since the reader looked at it last.
    pub has_news: bool,
    /// Until when the user does not want to hear of it.
    pub snooze: Option<Snooze>,
}

/// Where a parcel stands in the list by urgency: less is earlier.
pub type UrgencyKey = (bool, Urgency, (bool, Option<NaiveDate>), i64);

impl ListFacts {
    /// Those of a parcel.
    #[must_use]
    pub fn of(parcel: &Parcel) -> Self {
        Self {
            state: parcel.summary.state,
            is_finished: parcel.is_finished(),
            is_archived: parcel.archived_at.is_some(),
            stage: Self::stage(parcel, parcel.summary.last_event.as_ref().and_then(|event| event.country)),
            expected_to: parcel.summary.eta.as_ref().map(|(eta, _)| eta.to),
            waits_for_number: parcel.waits_for_number(),
            heard_at: heard_at(parcel),
            stale_after_days: parcel.stale_after_days,
            protected_until: parcel.protection().map(|end| end.deadline.until),
            storage: parcel.summary.storage.as_ref().map(|(storage, _)| *storage),
            changed_at: parcel.summary.changed_at,
            has_news: parcel.news().is_some(),
            snooze: parcel.snooze,
        }
    }

    /// How far a parcel has come whose newest event was in that country.
    #[must_use]
    pub fn stage(parcel: &Parcel, here: Option<Country>) -> Stage {
        let summary = &parcel.summary;
        match summary.state {
            _ if parcel.is_finished() => Stage::Finished,
            None if parcel.waits_for_number() => Stage::NoNumber,
            None => Stage::NoFirstScan,
            Some(state) => Stage::at(state, here, (summary.origin, summary.destination), || summary.to_border),
        }
    }

    /// Whether the silence of a stale parcel is still normal, and nothing else asks for the reader.
    fn is_quiet(&self, gauge: &StalenessContext) -> bool {
        let silence = matches!(self.by_status(), Urgency::Moving | Urgency::Waiting) && self.stage.is_moved_by_others();
        // Who was never answered about is to be asked.
        let is_heard = self.state.is_some() || self.waits_for_number;
        let normal = self.stale_after_days.unwrap_or_else(|| gauge.normal.days(self.stage));
        let comes_too_late = || self.expected_to.zip(self.protected_until).is_some_and(|(to, until)| to > until);
        let ends_soon = || self.protected_until.is_some_and(|until| protection_left::is_urgent(until, gauge.today()));
        let protected = self.protected_until.is_some_and(|until| until >= gauge.today());
        silence
            && is_heard
            && silent_since(self.heard_at, gauge.now) <= normal
            && !(protected && comes_too_late())
            && !ends_soon()
    }

    /// After how many full days of silence it is stale: its own number, or else that of its kind.
    #[must_use]
    pub fn stale_after(&self, limits: StalenessLimits) -> u32 {
        let usual = if self.waits_for_number { limits.no_number } else { limits.usual };
        self.stale_after_days.unwrap_or(usual)
    }

    /// Whether it is silent for longer than [`ListFacts::stale_after`] says, and not finished.
    #[must_use]
    pub fn is_stale(&self, limits: StalenessLimits, now: DateTime<Utc>) -> bool {
        !self.is_finished && silent_since(self.heard_at, now) > self.stale_after(limits)
    }

    /// Whether it is snoozed. `today` is the reader's date.
    #[must_use]
    pub fn snooze_state(&self, today: NaiveDate) -> SnoozeState {
        let Some(snooze) = self.snooze.filter(|_| !self.is_finished) else { return SnoozeState::Awake };
        let storage_ends = self.storage.is_some_and(|storage| storage.ends_soon(today));
        let protection_ends = self.protected_until.is_some_and(|until| protection_left::is_urgent(until, today));
        snooze.state(self.changed_at, storage_ends || protection_ends, today)
    }

    /// How much it needs the reader.
    #[must_use]
    pub fn urgency(&self, gauge: &StalenessContext) -> Urgency {
        if self.is_finished {
            return Urgency::Finished;
        }
        if self.snooze_state(gauge.today()).is_asleep() {
            return Urgency::Snoozed;
        }
        if self.is_stale(gauge.limits, gauge.now) {
            return if self.is_quiet(gauge) { Urgency::Quiet } else { Urgency::Stale };
        }
        self.by_status()
    }

    /// Its class by its status alone, however silent or snoozed it is, as if it were not finished.
    #[must_use]
    pub fn by_status(&self) -> Urgency {
        let Some(state) = self.state else { return Urgency::Waiting };
        match state.status {
            _ if state.sub == Some(SubStatus::CustomsRequiringInformation) => Urgency::Trouble,
            Status::AvailableForPickup => Urgency::Ready,
            // Delivered and not finished: the user misses it.
            Status::DeliveryFailure | Status::Exception | Status::Expired | Status::Delivered => Urgency::Trouble,
            Status::OutForDelivery => Urgency::OutForDelivery,
            Status::InTransit => Urgency::Moving,
            Status::NotFound | Status::InfoReceived => Urgency::Waiting,
        }
    }

    /// Its place in the list by urgency. A storage that ends comes first of all. Within a class what ends first,
    /// protection or storage; then, among the stale ones the longest silence, else the newest news.
    #[must_use]
    pub fn urgency_key(&self, gauge: &StalenessContext) -> UrgencyKey {
        let class = self.urgency(gauge);
        let heard = self.heard_at.timestamp();
        let pressed = class == Urgency::Ready && self.storage.is_some_and(|s| s.ends_soon(gauge.today()));
        let ends = self.protected_until.into_iter().chain(self.storage.map(|s| s.until)).min();
        let ends = (ends.is_none(), ends);
        match class {
            Urgency::Stale | Urgency::Quiet => (!pressed, class, ends, heard),
            Urgency::Finished => (!pressed, class, (true, None), -heard),
            _ => (!pressed, class, ends, -heard),
        }
    }
}
