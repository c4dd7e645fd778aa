//! Taking in parcels: new ones as they were there, known ones completed.

use rusqlite::params;

use super::parcel_values::ParcelValues;
use super::parse_values::InvalidItem;
use crate::domain::{Deadline, NumberRole, Order, OrderId, Parcel, ParcelId};
use crate::store::database::column_values::{Day, Instant};
use crate::store::parcels::journal;
use crate::store::parcels::journal::Inverse;
use crate::store::parcels::orders;
use crate::store::parcels::orders::OrderBefore;
use crate::store::parcels::tags_and_chosen_sources;
use crate::store::parcels::tags_and_chosen_sources::Set;
use crate::store::parcels::undo_snapshot::Fields;
use crate::store::parcels::{add, list_parcels, messages, numbers};
use crate::store::transfer::{ImportSession, ParcelItem};
use crate::store::{JournalAction, StoreError};

/// Larger identities are not taken over: the last one that SQLite can give would be the last parcel ever.
const LARGEST_ID: i64 = 1 << 40;

impl ImportSession<'_> {
    pub(in crate::store::transfer) fn parcel(&mut self, carried: &ParcelItem) -> Result<(), InvalidItem> {
        let said = ParcelValues::of(carried)?;
        let origin = said.id.zip(said.added_at);
        // A second item of the same parcel completes it.
        let again = origin.and_then(|origin| self.origins.get(&origin)).map(|id| list_parcels::load(&self.tx, *id));
        let known = match again.transpose()?.flatten() {
            Some(parcel) => Some(parcel),
            None => self.holder(&said)?,
        };
        let id = match known {
            Some(parcel) => {
                self.taken.insert(parcel.id);
                self.complete(&parcel, &said)?;
                parcel.id
            }
            None => self.insert(&said)?,
        };
        self.origins.extend(origin.map(|origin| (origin, id)));
        Ok(())
    }

    /// The same parcel here, for which no item was taken yet: two parcels there stay two parcels here.
    fn holder(&self, said: &ParcelValues) -> Result<Option<Parcel>, StoreError> {
        let free = |ids: Vec<ParcelId>| ids.into_iter().find(|id| !self.taken.contains(id));
        if let Some(id) = free(self.same_origin(said)?)
            && let Some(parcel) = list_parcels::load(&self.tx, id)?
            && said.may_be(&parcel)
        {
            return Ok(Some(parcel));
        }
        for number in said.entered() {
            let sql = "SELECT p.id FROM track_number n JOIN parcel p ON p.id = n.parcel_id
                       WHERE n.number = ?1 AND n.role = 'first' AND p.removed_at IS NULL
                       ORDER BY p.archived_at IS NOT NULL, p.id";
            if let Some(id) = free(self.ids(sql, params![number])?) {
                return list_parcels::load(&self.tx, id);
            }
        }
        if !said.numbers.is_empty() {
            return Ok(None);
        }
        for (_, order) in &said.orders {
            let order = add::of_shop(order, said.shop.as_ref());
            if let Some(id) = free(orders::holders(&self.tx, &order)?) {
                return list_parcels::load(&self.tx, id);
            }
        }
        Ok(None)
    }

    /// The parcel with that identity that was added at that very moment.
    fn same_origin(&self, said: &ParcelValues) -> Result<Vec<ParcelId>, StoreError> {
        let sql = "SELECT id FROM parcel WHERE id = ?1 AND added_at = ?2 AND removed_at IS NULL";
        self.ids(sql, params![said.id, said.added_at.map(Instant)])
    }

    fn ids(&self, sql: &str, values: &[&dyn rusqlite::ToSql]) -> Result<Vec<ParcelId>, StoreError> {
        let mut query = self.tx.prepare_cached(sql)?;
        let rows = query.query_map(values, |r| r.get(0))?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    fn insert(&mut self, said: &ParcelValues) -> Result<ParcelId, StoreError> {
        let sql = "INSERT INTO parcel (id, title, shop, note, protected_until, preset, stale_after_days, snoozed_until,
                       snoozed_at, added_at, archived_at, closed_at, missing_at)
                   VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)";
        let added_at = said.added_at.unwrap_or(self.now);
        let (until, preset) = Deadline::parts(said.own_protection.as_ref());
        self.tx.prepare_cached(sql)?.execute(params![
            self.free_id(said.id)?,
            said.title,
            said.shop,
            said.note,
            until.map(Day),
            preset,
            said.stale_after_days,
            said.snooze.map(|s| Day(s.until)),
            said.snooze.map(|s| Instant(s.since)),
            Instant(added_at),
            said.archived_at.map(Instant),
            said.closed_at.map(Instant),
            said.missing_at.map(Instant),
        ])?;
        let id = ParcelId(self.tx.last_insert_rowid());
        for (number, role, at) in &said.numbers {
            numbers::join(&self.tx, id, number, *role, at.unwrap_or(added_at))?;
        }
        tags_and_chosen_sources::add(&self.tx, Set::Tags, id, &said.tags)?;
        tags_and_chosen_sources::add(&self.tx, Set::Pinned, id, &said.pinned)?;
        tags_and_chosen_sources::add(&self.tx, Set::Excluded, id, &said.excluded)?;
        self.letters(id, said)?;
        let filled = self.orders(id, &[], said)?;
        let inverse = if filled.is_empty() { Inverse::Remove } else { Inverse::RemoveAnd(filled) };
        journal::note(&self.tx, JournalAction::Add, id, &inverse, self.now)?;
        self.taken.insert(id);
        self.fresh.push((id, said.changed_at, said.finished_at));
        self.report.added += 1;
        Ok(id)
    }

    /// The identity, where it was never given to any parcel here.
    fn free_id(&self, id: Option<i64>) -> Result<Option<i64>, StoreError> {
        let sql = "SELECT coalesce((SELECT seq FROM sqlite_sequence WHERE name = 'parcel'), 0)";
        let given: i64 = self.tx.prepare_cached(sql)?.query_row([], |r| r.get(0))?;
        Ok(id.filter(|id| (given + 1..LARGEST_ID).contains(id)))
    }

    /// Fills what is empty here and adds to the lists. What is a state and no text (put away, closed, snoozed) stays.
    fn complete(&mut self, parcel: &Parcel, said: &ParcelValues) -> Result<(), StoreError> {
        let id = parcel.id;
        let mut inverse = Fields::of(parcel);
        for (number, role, at) in &said.numbers {
            // What the user entered for another parcel here belongs to that one.
            let elsewhere = *role == NumberRole::First && !numbers::holders(&self.tx, number)?.is_empty();
            if !elsewhere && numbers::join(&self.tx, id, number, *role, at.unwrap_or(self.now))? {
                inverse.joined.push(number.to_string());
                self.touched.insert(number.clone());
            }
        }
        self.fill(id, said)?;
        tags_and_chosen_sources::add(&self.tx, Set::Tags, id, &said.tags)?;
        if parcel.pinned.is_empty() {
            tags_and_chosen_sources::add(&self.tx, Set::Pinned, id, &said.pinned)?;
        }
        if parcel.excluded.is_empty() {
            tags_and_chosen_sources::add(&self.tx, Set::Excluded, id, &said.excluded)?;
        }
        let letters = self.letters(id, said)?;
        inverse.filled = self.orders(id, &parcel.orders, said)?;
        self.report.differing.extend(said.differing(parcel).map(|field| (id, field)));
        if list_parcels::load(&self.tx, id)?.as_ref() == Some(parcel) {
            *(if letters { &mut self.report.completed } else { &mut self.report.unchanged }) += 1;
            return Ok(());
        }
        self.report.completed += 1;
        journal::note(&self.tx, JournalAction::Edit, id, &Inverse::Fields(Box::new(inverse)), self.now)
    }

    fn fill(&self, id: ParcelId, said: &ParcelValues) -> Result<(), StoreError> {
        let sql = "UPDATE parcel SET title = coalesce(title, ?2), shop = coalesce(shop, ?3), note = coalesce(note, ?4),
                       preset = CASE WHEN protected_until IS NULL THEN ?6 ELSE preset END,
                       protected_until = coalesce(protected_until, ?5),
                       stale_after_days = coalesce(stale_after_days, ?7) WHERE id = ?1";
        let (until, preset) = Deadline::parts(said.own_protection.as_ref());
        self.tx.prepare_cached(sql)?.execute(params![
            id,
            said.title,
            said.shop,
            said.note,
            until.map(Day),
            preset,
            said.stale_after_days
        ])?;
        Ok(())
    }

    /// Adds letters that are not here; tells whether any was not.
    fn letters(&self, id: ParcelId, said: &ParcelValues) -> Result<bool, StoreError> {
        let here = messages::kept(&self.tx, id)?;
        let mut new = false;
        for letter in said.messages.iter().filter(|letter| !here.contains(letter)) {
            messages::insert(&self.tx, id, letter)?;
            new = true;
        }
        for letter in &said.drafts {
            new |= messages::begin(&self.tx, id, letter)?;
        }
        Ok(new)
    }

    /// Puts the orders into a parcel; gives those that were known here and are filled now, as they were.
    fn orders(&mut self, id: ParcelId, own: &[Order], said: &ParcelValues) -> Result<Vec<OrderBefore>, StoreError> {
        let mut filled = Vec::new();
        for (there, order) in &said.orders {
            if let Some(here) = there.and_then(|there| self.orders.get(&there)) {
                orders::link(&self.tx, id, *here)?;
                continue;
            }
            let here = match self.same_order(own, order)? {
                None => self.insert_order(*there, order)?,
                Some(known) => {
                    let mut full = known.clone();
                    full.fill(order);
                    if full != known {
                        orders::update(&self.tx, &full)?;
                        filled.push(OrderBefore::of(&known));
                    }
                    known.id
                }
            };
            self.orders_taken.insert(here);
            if let Some(there) = there {
                self.orders.insert(*there, here);
            }
            orders::link(&self.tx, id, here)?;
        }
        Ok(filled)
    }

    /// A new order, with the identity it had there where that is free here.
    fn insert_order(&self, there: Option<i64>, order: &Order) -> Result<OrderId, StoreError> {
        let sql = "INSERT INTO shop_order (id) SELECT ?1 WHERE NOT EXISTS (SELECT 1 FROM shop_order WHERE id = ?1)";
        if let Some(id) = there.filter(|id| (1..LARGEST_ID).contains(id))
            && self.tx.prepare_cached(sql)?.execute([id])? > 0
        {
            let id = OrderId(id);
            orders::update(&self.tx, &Order { id, ..order.clone() })?;
            return Ok(id);
        }
        orders::insert(&self.tx, order)
    }

    /// The same order here, for which none was taken yet: of the parcel itself, or of another one.
    fn same_order(&self, own: &[Order], wanted: &Order) -> Result<Option<Order>, StoreError> {
        let free = |order: &Order| !self.orders_taken.contains(&order.id);
        let same = |order: &Order| match &wanted.code {
            Some(_) => order.may_be(wanted),
            None => Order { id: OrderId::default(), ..order.clone() } == *wanted,
        };
        if let Some(order) = own.iter().find(|order| free(order) && same(order)) {
            return Ok(Some(order.clone()));
        }
        Ok(orders::elsewhere(&self.tx, wanted)?.into_iter().find(free))
    }
}
