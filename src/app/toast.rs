//! Short notices.

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};

use super::keymap::KeyAction;
use super::{Key, Undone, UserAction};
use crate::domain::message::{Addressee, How};
use crate::domain::{CleanText, Outcome, SourceId, Unasked};
use crate::error_messages::Failure;

/// How long a notice stays.
pub(super) const STAYS: TimeDelta = TimeDelta::seconds(5);

/// A notice and when it goes.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Toast {
    /// What it says.
    pub notice: Notice,
    /// When it goes.
    pub until: DateTime<Utc>,
}

/// What a notice says.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Notice {
    /// So many parcels were added; the last one is called so.
    Added {
        /// How many.
        count: usize,
        /// The last one's name or number.
        name: CleanText,
    },
    /// The number belongs to a parcel that is there.
    Already {
        /// That parcel's name.
        name: CleanText,
    },
    /// A change was carried out.
    Done {
        /// Which.
        action: UserAction,
        /// To which parcel.
        name: CleanText,
    },
    /// A change was taken back.
    Undone(Undone),
    /// A change was made again.
    Redone(Undone),
    /// There is nothing to make again.
    NothingToRedo,
    /// There is nothing to take back.
    NothingToUndo,
    /// Text went to the clipboard.
    Copied(CleanText),
    /// A message is in the log.
    MessageKept {
        /// To whom.
        to: Addressee,
        /// How it left.
        how: How,
    },
    /// No message was written about it yet.
    NoMessages,
    /// The pack for a dispute is being made.
    Packing,
    /// The pack for a dispute is there.
    EvidenceWritten {
        /// The file, with its folder.
        path: CleanText,
        /// The first kept answer that is not as it came.
        broken: Option<i64>,
    },
    /// About what nobody is asked although it was ordered, and why.
    Unasked(Unasked),
    /// A parcel was marked as received; until when a dispute can still be opened, where it was bought.
    Received {
        /// Which parcel.
        name: CleanText,
        /// The last day, by the settings.
        dispute_until: Option<NaiveDate>,
    },
    /// What came of a check that the reader ordered.
    Checked {
        /// How many parcels have news.
        news: usize,
        /// Whether any source answered.
        answered: bool,
        /// A source that did not, and why.
        trouble: Option<(SourceId, Outcome)>,
    },
    /// Nothing has changed since the reader looked.
    NoNews,
    /// The parcel was received before, or closed.
    AlreadyReceived,
    /// No step has that number.
    NoStep(usize),
    /// The key of that source is to be corrected in the configuration.
    FixKey(CleanText),
    /// A key does nothing here.
    UnknownKey {
        /// The key.
        key: Key,
        /// What the Latin letter does that it looks like.
        meant: Option<KeyAction>,
    },
    /// There is no page to open.
    NoPage,
    /// The parcel has no number yet.
    NoNumber,
    /// The parcel is finished: there is nothing to put off.
    NothingToSnooze,
    /// Nobody is asked, because the program was told so.
    Offline,
    /// An effect failed.
    Failed(Failure),
}

impl Toast {
    /// A notice that stays for five seconds.
    #[must_use]
    pub fn new(notice: Notice, now: DateTime<Utc>) -> Self {
        Self { notice, until: now + STAYS }
    }
}
