//! What the reader was last told of a parcel.

use chrono::{DateTime, NaiveDate, Utc};

use crate::domain::advice::Situation;
use crate::domain::{Eta, EventTime, State};

/// What the reader was last told of a parcel: news is what differs from it, whatever was seen meanwhile.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Told {
    /// Since when anything is known that counts as told; `None`: nobody has told anything yet.
    pub heard_at: Option<DateTime<Utc>>,
    /// The notice that told what was known first.
    pub first_notice: Option<i64>,
    /// When news were last written down.
    pub news_at: Option<DateTime<Utc>>,
    /// The state.
    pub state: Option<State>,
    /// When the newest event was. It only ever moves forward.
    pub event: Option<EventTime>,
    /// How many events there are on that day: tells a further one where there is no time of day.
    pub events_that_day: u32,
    /// When it is expected.
    pub eta: Option<Eta>,
    /// Until when it is kept for collection.
    pub storage_until: Option<NaiveDate>,
    /// What time alone brings; `None`: it has not been looked at yet.
    pub warned: Option<Warned>,
}

/// What the reader was told because time passed.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Warned {
    /// When the parcel was last looked at.
    pub at: DateTime<Utc>,
    /// What it is stuck in.
    pub situation: Option<Situation>,
    /// The end of the storage that was warned of.
    pub storage: Option<NaiveDate>,
    /// The end of the protection that was warned of.
    pub protection: Option<NaiveDate>,
    /// The end of the protection whose dispute day was told.
    pub dispute: Option<NaiveDate>,
}

impl Warned {
    /// Nothing was told yet.
    #[must_use]
    pub fn of_nothing(at: DateTime<Utc>) -> Self {
        Self { at, situation: None, storage: None, protection: None, dispute: None }
    }
}

impl Told {
    /// Whether the reader was told that the parcel is silent.
    #[must_use]
    pub fn is_silence_told(&self) -> bool {
        self.warned.as_ref().and_then(|warned| warned.situation).is_some_and(Situation::is_silence)
    }
}
