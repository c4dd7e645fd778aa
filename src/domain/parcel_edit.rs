//! What the user changes of a parcel and of one of its orders.

use chrono::NaiveDate;

use super::field_change::Change;
use super::{CleanText, Deadline, Order, SourceId, TrackingNumber};

/// Changes to a parcel; the default changes nothing.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct ParcelEdit {
    /// The user's name for it.
    pub title: Change<CleanText>,
    /// The shop.
    pub shop: Change<CleanText>,
    /// The user's note.
    pub note: Change<CleanText>,
    /// The end of the shop's protection: of whatever the present end is said of, the parcel or its orders.
    pub protection: Change<Deadline>,
    /// After how many full days of silence it is stale; absent: after as many as other parcels.
    pub stale_after_days: Change<u32>,
    /// Until when the user does not want to hear of it.
    pub snooze: Change<NaiveDate>,
    /// Orders to add; one that is there takes over what it did not know.
    pub add_orders: Vec<Order>,
    /// Orders to take away, by the shop's number.
    pub remove_orders: Vec<CleanText>,
    /// What changes of one of its orders.
    pub order: OrderEdit,
    /// Tags to add.
    pub add_tags: Vec<CleanText>,
    /// Tags to take away.
    pub remove_tags: Vec<CleanText>,
    /// Further numbers of the same parcel.
    pub add_numbers: Vec<TrackingNumber>,
    /// The sources that alone are asked from now on; an empty list asks all. `None`: as before.
    pub pinned: Option<Vec<SourceId>>,
    /// The sources that are never asked from now on; an empty list excludes none. `None`: as before.
    pub excluded: Option<Vec<SourceId>>,
    /// Declares it finished, or takes that back.
    pub closed: Option<bool>,
    /// Says that it never came, whatever the sources say, or takes that back.
    pub missing: Option<bool>,
}

/// Changes to one order of a parcel; the default changes nothing.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct OrderEdit {
    /// Which order, by the shop's number; `None`: the first, made where there is none.
    pub code: Option<CleanText>,
    /// What was bought.
    pub title: Change<CleanText>,
    /// When it was ordered.
    pub ordered_on: Change<NaiveDate>,
    /// When the shop sent it off.
    pub shipped_on: Change<NaiveDate>,
    /// When the user confirmed that it has come.
    pub received_on: Change<NaiveDate>,
}

impl OrderEdit {
    /// Whether it sets any value: only then is an order made that is not there yet.
    #[must_use]
    pub fn sets_anything(&self) -> bool {
        let days = [&self.ordered_on, &self.shipped_on, &self.received_on];
        self.title.value().is_some() || days.iter().any(|day| day.value().is_some())
    }
}
