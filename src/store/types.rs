//! What the user puts into the store and gets out of it, besides the domain's own values.

use chrono::{DateTime, NaiveDate, Utc};

use crate::domain::{
    Clean, Country, NumberRole, Parcel, ParcelId, SourceId, Standing, State, Timeline, TrackingNumber, message,
};

/// A parcel to be added: at least one number, and whatever else the user said.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Draft {
    /// The numbers, the one to show first.
    pub numbers: Vec<TrackingNumber>,
    /// The user's name for it.
    pub title: Option<Clean>,
    /// The shop's orders in it.
    pub orders: Vec<Clean>,
    /// The shop.
    pub shop: Option<Clean>,
    /// A note.
    pub note: Option<Clean>,
    /// Tags.
    pub tags: Vec<Clean>,
    /// Until when the shop lets the buyer open a dispute.
    pub protected_until: Option<NaiveDate>,
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

/// Which parcels to list; removed ones never are.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Which {
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
    pub title: Option<Option<Clean>>,
    /// The shop.
    pub shop: Option<Option<Clean>>,
    /// The note.
    pub note: Option<Option<Clean>>,
    /// The end of the shop's protection.
    pub protected_until: Option<Option<NaiveDate>>,
    /// Orders to add.
    pub add_orders: Vec<Clean>,
    /// Orders to take away.
    pub remove_orders: Vec<Clean>,
    /// Tags to add.
    pub add_tags: Vec<Clean>,
    /// Tags to take away.
    pub remove_tags: Vec<Clean>,
    /// Further numbers of the same parcel.
    pub add_numbers: Vec<TrackingNumber>,
    /// The sources that alone are asked; an empty list asks all.
    pub pinned: Option<Vec<SourceId>>,
    /// The sources that are never asked; an empty list excludes none.
    pub excluded: Option<Vec<SourceId>>,
    /// Declares it finished, or takes that back.
    pub closed: Option<bool>,
}

/// One parcel with everything that is known of it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Dossier {
    /// The parcel.
    pub parcel: Parcel,
    /// What happened, by all sources and under all its numbers.
    pub timeline: Timeline,
    /// Where each source stands on each of its numbers.
    pub standings: Vec<Standing>,
    /// The letters that the user wrote about it, newest first.
    pub messages: Vec<message::Kept>,
    /// The letters that were begun and not sent, the one that was changed last first.
    pub unsent: Vec<message::Unsent>,
}

/// What the user did.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Action {
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
}

/// What was undone.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Undone {
    /// What the user had done.
    pub action: Action,
    /// To which parcel.
    pub parcel: ParcelId,
    /// What that parcel is called.
    pub name: Clean,
}

/// A number of an active parcel, and all that is needed to decide whether to ask about it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Watched {
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
