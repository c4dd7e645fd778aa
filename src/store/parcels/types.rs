//! What the user puts into the store and gets out of it, besides the domain's own values.

use chrono::{DateTime, Utc};

use crate::domain::{
    CleanText, Country, NumberRole, Parcel, ParcelId, SourceId, Standing, State, Timeline, TrackingNumber, message,
};
use crate::store::NamedDays;

/// How adding ended.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Added {
    /// There is a new parcel.
    New(ParcelId),
    /// A number belongs to a parcel already there; the draft filled its empty fields and added to its lists.
    Already(ParcelId),
}

impl Added {
    /// The parcel, new or old.
    #[must_use]
    pub fn id(self) -> ParcelId {
        match self {
            Self::New(id) | Self::Already(id) => id,
        }
    }
}

/// Which parcels to list, by their archived state; removed ones are never listed.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ArchiveFilter {
    /// Those not put away.
    Active,
    /// Those put away.
    Archived,
    /// Both.
    All,
}

/// One parcel with everything that is known of it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ParcelDetails {
    /// The parcel.
    pub parcel: Parcel,
    /// What happened, by all sources and under all its numbers.
    pub timeline: Timeline,
    /// Where each source stands on each of its numbers.
    pub standings: Vec<Standing>,
    /// Every span of days that a source named for its arrival, the earliest said first.
    pub named_days: Vec<NamedDays>,
    /// The letters that the user wrote about it, newest first.
    pub messages: Vec<message::SentMessage>,
    /// The letters that were begun and not sent, the one that was changed last first.
    pub unsent: Vec<message::UnsentMessage>,
}

/// What the user did.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum JournalAction {
    /// Added a parcel.
    Add,
    /// Changed one.
    Edit,
    /// Put one away.
    Archive,
    /// Took one back.
    Restore,
    /// Removed one.
    Remove,
    /// Added and changed many from a file.
    Import,
}

/// What was undone.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Undone {
    /// What the user had done.
    pub action: JournalAction,
    /// To which parcel.
    pub parcel: ParcelId,
    /// What that parcel is called.
    pub name: CleanText,
    /// How many parcels it was done to: several where a file was imported.
    pub parcels: usize,
}

/// What would be undone now.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct PendingUndo {
    /// The newest entry of the journal that would be undone.
    pub entry: i64,
    /// When the user did it.
    pub at: DateTime<Utc>,
    /// What the user did.
    pub action: JournalAction,
    /// To which parcel.
    pub parcel: ParcelId,
    /// What that parcel is called.
    pub name: CleanText,
    /// How many parcels it was done to.
    pub parcels: usize,
    /// How many of them would be gone of which sources have told something.
    pub answered: usize,
}

/// A number of an active parcel, and all that is needed to decide whether to ask about it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct WatchedNumber {
    /// The parcel.
    pub parcel: ParcelId,
    /// One of its numbers.
    pub number: TrackingNumber,
    /// How the number came.
    pub role: NumberRole,
    /// When the number came to the parcel.
    pub added_at: DateTime<Utc>,
    /// Ask only these, where there are any.
    pub pinned: Vec<SourceId>,
    /// Never ask these.
    pub excluded: Vec<SourceId>,
    /// After how many full days of silence the parcel is stale, where the user said so.
    pub stale_after_days: Option<u32>,
    /// The parcel's state.
    pub state: Option<State>,
    /// Whether nothing more is to come for the parcel.
    pub finished: bool,
    /// Since when that is so.
    pub finished_at: Option<DateTime<Utc>>,
    /// About when the parcel's newest event happened; off by at most 14 hours where the zone is unknown.
    pub last_event_at: Option<DateTime<Utc>>,
    /// Where that was, if a source named the country.
    pub last_event_country: Option<Country>,
    /// When something material about the parcel changed last.
    pub changed_at: Option<DateTime<Utc>>,
    /// Where the sources stand on this number.
    pub standings: Vec<Standing>,
}

impl WatchedNumber {
    /// A number that the user entered, of a parcel of which nothing else is known.
    #[must_use]
    pub fn new(parcel: ParcelId, number: TrackingNumber, added_at: DateTime<Utc>) -> Self {
        Self {
            parcel,
            number,
            role: NumberRole::First,
            added_at,
            pinned: Vec::new(),
            excluded: Vec::new(),
            stale_after_days: None,
            state: None,
            finished: false,
            finished_at: None,
            last_event_at: None,
            last_event_country: None,
            changed_at: None,
            standings: Vec::new(),
        }
    }
}
