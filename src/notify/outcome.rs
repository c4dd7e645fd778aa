//! What came of sending, and when to try again.

use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};

use crate::domain::CleanText;
use crate::store::SendOutcome;

/// The first pause after a failure; each further one doubles it …
const FIRST_PAUSE: TimeDelta = TimeDelta::seconds(30);
/// … up to that.
const LONGEST_PAUSE: TimeDelta = TimeDelta::hours(1);

/// What a channel says of a message.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) enum Sent {
    /// It was taken.
    Yes,
    /// It surely was not.
    No {
        /// How long the channel wants to be left alone.
        retry_after: Option<Duration>,
        /// Why.
        why: String,
    },
    /// Nobody knows.
    Perhaps {
        /// Why.
        why: String,
    },
}

impl Sent {
    /// It surely was not taken, for a reason in short.
    pub fn no(why: impl Into<String>) -> Self {
        Self::No { retry_after: None, why: why.into() }
    }

    /// What the queue is told. `failures` are those in a row before this one.
    pub fn settle(self, failures: u32, now: DateTime<Utc>) -> SendOutcome {
        let pause = |after: Option<Duration>| {
            let own = FIRST_PAUSE * 2_i32.saturating_pow(failures.min(10));
            let asked = after.and_then(|after| TimeDelta::from_std(after).ok());
            now + asked.unwrap_or(own.min(LONGEST_PAUSE))
        };
        match self {
            Self::Yes => SendOutcome::Sent,
            Self::No { retry_after, why } => {
                SendOutcome::Refused { retry_at: pause(retry_after), why: CleanText::line(&why) }
            }
            Self::Perhaps { why } => SendOutcome::Unclear { retry_at: pause(None), why: CleanText::line(&why) },
        }
    }
}
