//! Bounds of the worker's work.

use std::time::Duration;

use crate::domain::Country;
use crate::sync::plan::Habits;

/// Bounds of the work.
#[derive(Clone, Debug)]
pub struct Settings {
    /// After this long a pass puts no new question; longer where one source has many to answer, see `per_question`.
    pub time_limit: Duration,
    /// What each question to the same source adds to the time of a large pass (the source's gap, if that is longer).
    pub per_question: Duration,
    /// How many questions may be under way to all sources together.
    pub parallel: usize,
    /// How long a claim holds at most: longer than any question takes, so that only a crash leaves one behind.
    pub lease: Duration,
    /// The least pause after a pass that could ask nobody although something was due.
    pub breather: Duration,
    /// The user's country: its post is asked where nobody tells the destination.
    pub home_country: Option<Country>,
    /// Full days of silence after which somebody else is asked too.
    pub stale_after_days: u32,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            time_limit: Duration::from_mins(2),
            per_question: Duration::from_secs(2),
            parallel: 16,
            lease: Duration::from_mins(5),
            breather: Duration::from_mins(1),
            home_country: None,
            stale_after_days: 7,
        }
    }
}

impl Settings {
    /// What of it the plan is made from.
    #[must_use]
    pub fn habits(&self) -> Habits {
        Habits { home: self.home_country, stale_after_days: self.stale_after_days }
    }
}
