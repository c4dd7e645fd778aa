//! What the user waits for.

use std::fmt;

use chrono::{DateTime, NaiveDate, Utc};

use super::{CleanText, Deadline, Eta, Order, SourceId, State, Status, Summary, TrackingNumber};

/// A parcel's identity: stays the same through renaming and new numbers, and is never reused.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct ParcelId(pub i64);

impl fmt::Display for ParcelId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// How a number came to a parcel.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum NumberRole {
    /// Entered by the user.
    First,
    /// Told by a source when the parcel changed hands.
    Handover,
}

impl NumberRole {
    /// The word used in JSON and in the database.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::First => "first",
            Self::Handover => "handover",
        }
    }
}

/// A number of a parcel.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ParcelNumber {
    /// The number.
    pub number: TrackingNumber,
    /// How it came.
    pub role: NumberRole,
}

/// Until when the user does not want to hear of a parcel.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Snooze {
    /// The day on which it wakes, by the reader's calendar.
    pub until: NaiveDate,
    /// When that was said: what changes later ends it.
    pub since: DateTime<Utc>,
}

/// What the reader has seen of a parcel on the screen.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Seen {
    /// The last change that was seen; a later one is news.
    pub at: DateTime<Utc>,
    /// The state then.
    pub state: Option<State>,
}

/// A parcel: what the user said of it, and what the sources say in short.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Parcel {
    /// Its identity.
    pub id: ParcelId,
    /// The user's name for it.
    pub title: Option<CleanText>,
    /// Its numbers, in the order they came; none while the shop has named none.
    pub numbers: Vec<ParcelNumber>,
    /// The shop's orders in it.
    pub orders: Vec<Order>,
    /// The shop.
    pub shop: Option<CleanText>,
    /// The user's tags.
    pub tags: Vec<CleanText>,
    /// The user's note.
    pub note: Option<CleanText>,
    /// When it was added.
    pub added_at: DateTime<Utc>,
    /// When it was put away, if it was.
    pub archived_at: Option<DateTime<Utc>>,
    /// When the user declared it finished, if they did.
    pub closed_at: Option<DateTime<Utc>>,
    /// When the user said that it never came, whatever the sources say.
    pub missing_at: Option<DateTime<Utc>>,
    /// Until when the shop lets the buyer open a dispute, where that is said of the parcel itself and not of one of
    /// its orders; see [`Parcel::protection`].
    pub own_protection: Option<Deadline>,
    /// After how many full days of silence this one is stale, where the user said so.
    pub stale_after_days: Option<u32>,
    /// Until when the user does not want to hear of it, if they said so.
    pub snooze: Option<Snooze>,
    /// Only these sources are asked, where there are any.
    pub pinned: Vec<SourceId>,
    /// These sources are never asked.
    pub excluded: Vec<SourceId>,
    /// What the reader has seen of it, if they have looked at it.
    pub seen: Option<Seen>,
    /// What the sources say, in short.
    pub summary: Summary,
}

impl Parcel {
    /// A parcel of which nothing is known, not even a number.
    #[must_use]
    pub fn new(id: ParcelId, added_at: DateTime<Utc>) -> Self {
        Self {
            id,
            title: None,
            numbers: Vec::new(),
            orders: Vec::new(),
            shop: None,
            tags: Vec::new(),
            note: None,
            added_at,
            archived_at: None,
            closed_at: None,
            missing_at: None,
            own_protection: None,
            stale_after_days: None,
            snooze: None,
            pinned: Vec::new(),
            excluded: Vec::new(),
            seen: None,
            summary: Summary::default(),
        }
    }

    /// The first number: the one the user entered.
    #[must_use]
    pub fn number(&self) -> Option<&TrackingNumber> {
        self.numbers.first().map(|n| &n.number)
    }

    /// What to call it: the title, or the first number, or what its orders are called.
    #[must_use]
    pub fn name(&self) -> &str {
        let ordered = || self.orders.iter().find_map(Order::name);
        match (&self.title, self.number()) {
            (Some(title), _) => title,
            (None, Some(number)) => number.as_str(),
            (None, None) => ordered().map_or("", CleanText::as_str),
        }
    }

    /// What the shops call its orders.
    pub fn order_codes(&self) -> impl Iterator<Item = &CleanText> {
        self.orders.iter().filter_map(|order| order.code.as_ref())
    }

    /// The protection that ends first, of the parcel itself and of its orders.
    #[must_use]
    pub fn protection(&self) -> Option<ProtectionEnd<'_>> {
        let own = self.own_protection.as_ref().map(|deadline| ProtectionEnd { deadline, order: None });
        let of_orders = self.orders.iter().filter_map(ProtectionEnd::of);
        own.into_iter().chain(of_orders).min_by_key(|end| end.deadline.until)
    }

    /// When the last of its orders was shipped, as far as that is known.
    #[must_use]
    pub fn shipped_on(&self) -> Option<NaiveDate> {
        self.orders.iter().filter_map(|order| order.shipped_on).max()
    }

    /// When the first of its orders was placed, as far as that is known.
    #[must_use]
    pub fn ordered_on(&self) -> Option<NaiveDate> {
        self.orders.iter().filter_map(|order| order.ordered_on).min()
    }

    /// Where no source tells when it is expected, the shops' word counts: the latest of its orders' days. It is the user
    /// who told it.
    pub fn expect_what_the_shop_does(&mut self) {
        let is_over = self.summary.state.is_some_and(State::is_final);
        let told = self.orders.iter().filter_map(|order| order.expected_on).max().filter(|_| !is_over);
        let told = told.map(|day| (Eta { from: day, to: day }, SourceId::user()));
        self.summary.eta = self.summary.eta.take().or(told);
    }

    /// When the user confirmed the last of its orders; `None` while one is not confirmed, or where there is none.
    #[must_use]
    pub fn received_on(&self) -> Option<NaiveDate> {
        let all: Option<Vec<NaiveDate>> = self.orders.iter().map(|order| order.received_on).collect();
        all?.into_iter().max()
    }

    /// Whether its shop has named no track number, and nobody has told a status of it either.
    #[must_use]
    pub fn waits_for_number(&self) -> bool {
        self.numbers.is_empty() && self.summary.state.is_none()
    }

    /// The change that the reader has not seen yet: a source told something after they looked last; what they
    /// said themselves is none.
    #[must_use]
    pub fn news(&self) -> Option<DateTime<Utc>> {
        let told = self.summary.state.is_some_and(|state| state.status != Status::NotFound);
        let is_own = self.summary.status_source == Some(SourceId::user());
        self.summary.changed_at.filter(|at| told && !is_own && self.seen.is_none_or(|seen| seen.at < *at))
    }

    /// Whether nothing more is to come: a final state, confirmed or closed by the user. A delivery that the user
    /// contradicts ends nothing.
    #[must_use]
    pub fn is_finished(&self) -> bool {
        let denied = |state: State| state.status == Status::Delivered && self.missing_at.is_some();
        self.closed_at.is_some()
            || self.received_on().is_some()
            || self.summary.state.is_some_and(|state| state.is_final() && !denied(state))
    }
}

/// How long the shop lets the buyer open a dispute, and who says so.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct ProtectionEnd<'a> {
    /// The last day.
    pub deadline: &'a Deadline,
    /// The order that it is said of; `None`: the parcel itself.
    pub order: Option<&'a Order>,
}

impl<'a> ProtectionEnd<'a> {
    fn of(order: &'a Order) -> Option<Self> {
        order.protection.as_ref().map(|deadline| Self { deadline, order: Some(order) })
    }
}
