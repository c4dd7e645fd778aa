//! What the user puts into the store and gets out of it, besides the domain's own values.

use chrono::{DateTime, NaiveDate, Utc};

use crate::domain::{
    CleanText, Country, Deadline, NumberRole, Order, Parcel, ParcelId, SourceId, Standing, State, Timeline,
    TrackingNumber, message,
};

/// A parcel to be added: at least one number or order, and whatever else the user said.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Draft {
    /// The numbers, the one to show first; none while the shop has named none.
    pub numbers: Vec<TrackingNumber>,
    /// The user's name for it.
    pub title: Option<CleanText>,
    /// The shop's orders in it.
    pub orders: Vec<Order>,
    /// The shop.
    pub shop: Option<CleanText>,
    /// A note.
    pub note: Option<CleanText>,
    /// Tags.
    pub tags: Vec<CleanText>,
    /// Until when the shop lets the buyer open a dispute.
    pub protection: Option<Deadline>,
    /// Ask only these sources; empty: all that can answer.
    pub pinned: Vec<SourceId>,
}

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

/// Changes to a parcel: `None` leaves a field alone, `Some(None)` empties it. `Default` changes nothing.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Edit {
    /// The user's name for it.
    pub title: Option<Option<CleanText>>,
    /// The shop.
    pub shop: Option<Option<CleanText>>,
    /// The note.
    pub note: Option<Option<CleanText>>,
    /// The end of the shop's protection: of whatever the present end is said of, the parcel or its orders.
    pub protection: Option<Option<Deadline>>,
    /// After how many full days of silence this one is stale; none: as all others.
    pub stale_after_days: Option<Option<u32>>,
    /// Until when the user does not want to hear of it.
    pub snooze: Option<Option<NaiveDate>>,
    /// Orders to add; one that is there takes over what it did not know.
    pub add_orders: Vec<Order>,
    /// What is said of one of its orders.
    pub order: Option<OrderEdit>,
    /// Orders to take away.
    pub remove_orders: Vec<CleanText>,
    /// Tags to add.
    pub add_tags: Vec<CleanText>,
    /// Tags to take away.
    pub remove_tags: Vec<CleanText>,
    /// Further numbers of the same parcel.
    pub add_numbers: Vec<TrackingNumber>,
    /// The sources that alone are asked; an empty list asks all.
    pub pinned: Option<Vec<SourceId>>,
    /// The sources that are never asked; an empty list excludes none.
    pub excluded: Option<Vec<SourceId>>,
    /// Declares it finished, or takes that back.
    pub closed: Option<bool>,
    /// Says that it never came, whatever the sources say, or takes that back.
    pub missing: Option<bool>,
}

/// Changes to one order of a parcel: `None` leaves a field alone, `Some(None)` empties it.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct OrderEdit {
    /// The order by its number in the shop; `None`: the first one, created if the parcel has none.
    pub code: Option<CleanText>,
    /// What was bought.
    pub title: Option<Option<CleanText>>,
    /// When it was ordered.
    pub ordered_on: Option<Option<NaiveDate>>,
    /// When the shop sent it off.
    pub shipped_on: Option<Option<NaiveDate>>,
    /// When the user confirmed that it has come.
    pub received_on: Option<Option<NaiveDate>>,
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
