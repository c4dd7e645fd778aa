//! What a channel takes out of the outbox, and what it hands back.

use chrono::{DateTime, Utc};

use crate::domain::advice::LearnedSilence;
use crate::domain::notice::Notice;
use crate::domain::{CleanText, Parcel, Standing};

/// What is to be sent as one message.
#[derive(Clone, PartialEq, Debug)]
pub struct Batch {
    /// The same for every attempt to send it: a channel that knows it need not show it twice.
    pub key: String,
    /// Whether it may have arrived before: the program ended, or lost the answer, while it was sent.
    pub is_repeat: bool,
    /// What it tells, oldest first.
    pub notices: Vec<Notice>,
    /// The parcels that it tells of, as they are now, with their standings; of a summary all that are under way.
    pub parcels: Vec<(Parcel, Vec<Standing>)>,
    /// What delivered parcels tell.
    pub experience: LearnedSilence,
    /// How often sending on this channel has failed in a row.
    pub failures: u32,
}

/// What a channel has to do next.
#[derive(Clone, PartialEq, Debug)]
pub enum NextBatch {
    /// Send this, and say how it went.
    Send(Box<Batch>),
    /// Nothing before then; `None`: nothing before something happens.
    Wait(Option<DateTime<Utc>>),
}

/// How sending ended.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum SendOutcome {
    /// It was taken.
    Sent,
    /// It surely did not arrive: what is in it waits again, with what comes meanwhile.
    Refused {
        /// Not before then.
        retry_at: DateTime<Utc>,
        /// Why, in short.
        why: CleanText,
    },
    /// It may have arrived: the same message is sent again, and says that it may be a repeat.
    Unclear {
        /// Not before then.
        retry_at: DateTime<Utc>,
        /// Why, in short.
        why: CleanText,
    },
}

/// How a channel fares.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ChannelState {
    /// Its name.
    pub name: String,
    /// When a message last went out.
    pub last_sent_at: Option<DateTime<Utc>>,
    /// Failures in a row.
    pub failures: u32,
    /// Why it last failed, and when.
    pub trouble: Option<(DateTime<Utc>, CleanText)>,
    /// Nothing is sent before then.
    pub not_before: Option<DateTime<Utc>>,
    /// How many notices wait for it.
    pub waiting: u32,
    /// Since when the oldest of them waits.
    pub oldest: Option<DateTime<Utc>>,
}

/// Who looks after the parcels: a screen or a watcher.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct LoopMarks {
    /// When anybody last looked what is to be asked and told.
    pub looked_at: Option<DateTime<Utc>>,
    /// When the watcher last said that it is alive; `None`: none is meant to run.
    pub watcher_at: Option<DateTime<Utc>>,
}
