//! What the user had said of a parcel before a change, for the journal.

use chrono::{DateTime, NaiveDate, Utc};
use rusqlite::{Connection, params};
use serde::{Deserialize, Serialize};

use super::orders::{self, OrderBefore};
use super::tags_and_chosen_sources;
use super::tags_and_chosen_sources::Set;
use super::{list_parcels, numbers};
use crate::domain::{CleanText, Deadline, NumberRole, Order, Parcel, ParcelId, TrackingNumber};
use crate::store::Result;
use crate::store::database::column_values::{Day, Instant};

/// What the user had said of a parcel before a change.
#[derive(Serialize, Deserialize)]
pub(in crate::store) struct Fields {
    title: Option<String>,
    shop: Option<String>,
    note: Option<String>,
    protected_until: Option<NaiveDate>,
    #[serde(default)]
    preset: Option<String>,
    closed_at: Option<DateTime<Utc>>,
    #[serde(default)]
    missing_at: Option<DateTime<Utc>>,
    #[serde(default)]
    stale_after_days: Option<u32>,
    /// Until when, and when that was said.
    #[serde(default)]
    snooze: Option<(NaiveDate, DateTime<Utc>)>,
    /// The orders' codes, in an entry from before orders were kept by themselves.
    #[serde(default)]
    orders: Vec<String>,
    /// The orders, as they were.
    #[serde(default)]
    held: Option<Vec<OrderBefore>>,
    /// Orders of other parcels that the change filled, as they were.
    #[serde(default)]
    pub filled: Vec<OrderBefore>,
    tags: Vec<String>,
    pinned: Vec<String>,
    #[serde(default)]
    excluded: Vec<String>,
    /// Numbers that came with the change.
    #[serde(default)]
    pub joined: Vec<String>,
    /// Numbers that are put on the parcel again: where a change that was undone is made again.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    rejoined: Vec<String>,
}

impl Fields {
    /// What makes this change again, once it is undone: what is said now.
    pub(in crate::store) fn reverse(&self, db: &Connection, id: ParcelId) -> Result<Option<Self>> {
        let Some(parcel) = list_parcels::load(db, id)? else { return Ok(None) };
        let filled = self.filled.iter().map(|order| orders::load(db, order.id())).collect::<Result<Vec<_>>>()?;
        let filled = filled.into_iter().flatten().map(|order| OrderBefore::of(&order)).collect();
        Ok(Some(Self { filled, rejoined: self.joined.clone(), ..Self::of(&parcel) }))
    }

    /// What is said now.
    pub(in crate::store) fn of(parcel: &Parcel) -> Self {
        let words = |list: &[CleanText]| list.iter().map(ToString::to_string).collect();
        let (until, preset) = Deadline::parts(parcel.own_protection.as_ref());
        Self {
            title: parcel.title.as_ref().map(ToString::to_string),
            shop: parcel.shop.as_ref().map(ToString::to_string),
            note: parcel.note.as_ref().map(ToString::to_string),
            protected_until: until,
            preset: preset.map(ToString::to_string),
            closed_at: parcel.closed_at,
            missing_at: parcel.missing_at,
            stale_after_days: parcel.stale_after_days,
            snooze: parcel.snooze.map(|s| (s.until, s.since)),
            orders: Vec::new(),
            held: Some(parcel.orders.iter().map(OrderBefore::of).collect()),
            filled: Vec::new(),
            tags: words(&parcel.tags),
            pinned: parcel.pinned.iter().map(ToString::to_string).collect(),
            excluded: parcel.excluded.iter().map(ToString::to_string).collect(),
            joined: Vec::new(),
            rejoined: Vec::new(),
        }
    }

    /// Makes it so again.
    pub(in crate::store) fn put_back(&self, db: &Connection, id: ParcelId, now: DateTime<Utc>) -> Result<()> {
        let sql = "UPDATE parcel SET title = ?2, shop = ?3, note = ?4, protected_until = ?5, closed_at = ?6,
                       stale_after_days = ?7, snoozed_until = ?8, snoozed_at = ?9, missing_at = ?10, preset = ?11
                   WHERE id = ?1";
        db.prepare_cached(sql)?.execute(params![
            id,
            self.title,
            self.shop,
            self.note,
            self.protected_until.map(Day),
            self.closed_at.map(Instant),
            self.stale_after_days,
            self.snooze.map(|(until, _)| Day(until)),
            self.snooze.map(|(_, since)| Instant(since)),
            self.missing_at.map(Instant),
            self.preset,
        ])?;
        self.put_orders_back(db, id)?;
        tags_and_chosen_sources::replace(db, Set::Tags, id, &self.tags)?;
        tags_and_chosen_sources::replace(db, Set::Pinned, id, &self.pinned)?;
        tags_and_chosen_sources::replace(db, Set::Excluded, id, &self.excluded)?;
        for number in self.joined.iter().filter_map(|n| TrackingNumber::parse(n).ok()) {
            numbers::part(db, id, &number)?;
        }
        for number in self.rejoined.iter().filter_map(|n| TrackingNumber::parse(n).ok()) {
            numbers::join(db, id, &number, NumberRole::First, now)?;
        }
        Ok(())
    }

    fn put_orders_back(&self, db: &Connection, id: ParcelId) -> Result<()> {
        self.filled.iter().try_for_each(|order| order.put_back(db))?;
        if let Some(held) = &self.held {
            held.iter().try_for_each(|order| order.put_back(db))?;
            return orders::relink(db, id, &held.iter().map(OrderBefore::id).collect::<Vec<_>>());
        }
        let Some(parcel) = list_parcels::load(db, id)? else { return Ok(()) };
        let gone = parcel.order_codes().filter(|code| !self.orders.contains(&code.to_string())).cloned();
        orders::part(db, &parcel, &gone.collect::<Vec<_>>())?;
        for code in &self.orders {
            orders::join(db, &parcel, &Order::from(CleanText::line(code)))?;
        }
        Ok(())
    }
}
