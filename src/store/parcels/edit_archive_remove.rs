//! Changing, putting away, taking back and removing parcels.

use chrono::{DateTime, Utc};
use rusqlite::{Connection, ToSql};

use super::journal::{self, Inverse};
use super::orders::OrderBefore;
use super::tags_and_chosen_sources;
use super::tags_and_chosen_sources::Set;
use super::undo_snapshot::Fields;
use super::{add, list_parcels, numbers, orders, summaries};
use crate::domain::{Deadline, NumberRole, Order, OrderEdit, Parcel, ParcelEdit, ParcelId};
use crate::store::database::column_values::{Day, Instant};
use crate::store::{Database, JournalAction, Result};

impl Database {
    /// Changes a parcel; tells whether anything is another now. `false` also when there is no such parcel.
    ///
    /// # Errors
    /// When the database cannot be written.
    pub fn edit(&mut self, id: ParcelId, edit: &ParcelEdit, now: DateTime<Utc>) -> Result<bool> {
        let tx = self.change()?;
        let Some(before) = list_parcels::load(&tx, id)? else { return Ok(false) };
        let mut inverse = Fields::of(&before);
        inverse.joined = join_numbers(&tx, id, edit, now)?;
        set_fields(&tx, id, edit)?;
        set_patience(&tx, id, edit, now)?;
        set_lists(&tx, id, edit)?;
        inverse.filled = set_orders(&tx, &before, edit)?;
        set_protection(&tx, id, edit)?;
        set_marks(&tx, &before, edit, now)?;
        if list_parcels::load(&tx, id)?.as_ref() == Some(&before) {
            return Ok(false);
        }
        if !inverse.joined.is_empty() {
            summaries::recompute(&tx, id, Some(now))?;
        }
        journal::note(&tx, JournalAction::Edit, id, &Inverse::Fields(Box::new(inverse)), now)?;
        tx.commit()?;
        Ok(true)
    }

    /// Puts a parcel away; `false` where there is none, or it is away already.
    ///
    /// # Errors
    /// When the database cannot be written.
    pub fn archive(&mut self, id: ParcelId, now: DateTime<Utc>) -> Result<bool> {
        let sql = "UPDATE parcel SET archived_at = ?2
                   WHERE id = ?1 AND removed_at IS NULL AND archived_at IS NULL";
        self.mark(sql, &[&id, &Instant(now)], id, (JournalAction::Archive, Inverse::Unarchive), now)
    }

    /// Takes a parcel back: a removed one to where it was, or else an archived one to the list. `false` where
    /// there is nothing to take back.
    ///
    /// # Errors
    /// When the database cannot be written.
    pub fn restore(&mut self, id: ParcelId, now: DateTime<Utc>) -> Result<bool> {
        let sql = "UPDATE parcel SET removed_at = NULL WHERE id = ?1 AND removed_at IS NOT NULL";
        if self.mark(sql, &[&id], id, (JournalAction::Restore, Inverse::Remove), now)? {
            return Ok(true);
        }
        let sql = "UPDATE parcel SET archived_at = NULL WHERE id = ?1 AND archived_at IS NOT NULL";
        self.mark(sql, &[&id], id, (JournalAction::Restore, Inverse::Archive), now)
    }

    /// Removes a parcel: it is shown and asked about no more, its numbers are free to be added again, and what the
    /// sources said stays by number. `false` where there is no such parcel.
    ///
    /// # Errors
    /// When the database cannot be written.
    pub fn remove(&mut self, id: ParcelId, now: DateTime<Utc>) -> Result<bool> {
        let sql = "UPDATE parcel SET removed_at = ?2 WHERE id = ?1 AND removed_at IS NULL";
        self.mark(sql, &[&id, &Instant(now)], id, (JournalAction::Remove, Inverse::Unremove), now)
    }

    fn mark(
        &mut self,
        sql: &str,
        values: &[&dyn ToSql],
        id: ParcelId,
        (action, inverse): (JournalAction, Inverse),
        now: DateTime<Utc>,
    ) -> Result<bool> {
        let tx = self.change()?;
        let marked = tx.prepare_cached(sql)?.execute(values)? > 0;
        if marked {
            // What was answered while it was away belongs on it as well.
            summaries::recompute(&tx, id, None)?;
            journal::note(&tx, action, id, &inverse, now)?;
            tx.commit()?;
        }
        Ok(marked)
    }
}

fn join_numbers(db: &Connection, id: ParcelId, edit: &ParcelEdit, now: DateTime<Utc>) -> Result<Vec<String>> {
    let mut joined = Vec::new();
    for number in &edit.add_numbers {
        if numbers::join(db, id, number, NumberRole::First, now)? {
            joined.push(number.to_string());
        }
    }
    Ok(joined)
}

fn set_fields(db: &Connection, id: ParcelId, edit: &ParcelEdit) -> Result<()> {
    let fields = [
        ("UPDATE parcel SET title = ?2 WHERE id = ?1", &edit.title),
        ("UPDATE parcel SET shop = ?2 WHERE id = ?1", &edit.shop),
        ("UPDATE parcel SET note = ?2 WHERE id = ?1", &edit.note),
    ];
    for (sql, change) in fields.into_iter().filter(|(_, change)| !change.is_keep()) {
        db.prepare_cached(sql)?.execute((id, change.value()))?;
    }
    Ok(())
}

fn set_patience(db: &Connection, id: ParcelId, edit: &ParcelEdit, now: DateTime<Utc>) -> Result<()> {
    if !edit.stale_after_days.is_keep() {
        let sql = "UPDATE parcel SET stale_after_days = ?2 WHERE id = ?1";
        db.prepare_cached(sql)?.execute((id, edit.stale_after_days.value()))?;
    }
    if !edit.snooze.is_keep() {
        let until = edit.snooze.value().copied();
        let sql = "UPDATE parcel SET snoozed_until = ?2, snoozed_at = ?3 WHERE id = ?1";
        db.prepare_cached(sql)?.execute((id, until.map(Day), until.map(|_| Instant(now))))?;
    }
    Ok(())
}

fn set_lists(db: &Connection, id: ParcelId, edit: &ParcelEdit) -> Result<()> {
    tags_and_chosen_sources::take(db, Set::Tags, id, &edit.remove_tags)?;
    tags_and_chosen_sources::add(db, Set::Tags, id, &edit.add_tags)?;
    if let Some(pinned) = &edit.pinned {
        tags_and_chosen_sources::replace(db, Set::Pinned, id, pinned)?;
    }
    if let Some(excluded) = &edit.excluded {
        tags_and_chosen_sources::replace(db, Set::Excluded, id, excluded)?;
    }
    Ok(())
}

/// Gives the orders of other parcels that were filled, as they were.
fn set_orders(db: &Connection, before: &Parcel, edit: &ParcelEdit) -> Result<Vec<OrderBefore>> {
    if !edit.shop.is_keep() {
        for order in before.orders.iter().filter(|order| order.shop == before.shop) {
            orders::update(db, &Order { shop: edit.shop.value().cloned(), ..order.clone() })?;
        }
    }
    orders::part(db, before, &edit.remove_orders)?;
    let filled = add::join_orders(db, before.id, &edit.add_orders)?;
    if edit.order != OrderEdit::default() {
        set_order(db, before.id, &edit.order)?;
    }
    Ok(filled)
}

fn set_order(db: &Connection, id: ParcelId, edit: &OrderEdit) -> Result<()> {
    let Some(parcel) = list_parcels::load(db, id)? else { return Ok(()) };
    let meant = |order: &&Order| edit.code.is_none() || order.code == edit.code;
    let mut order = match parcel.orders.iter().find(meant) {
        Some(order) => order.clone(),
        None if !edit.sets_anything() => return Ok(()),
        None => {
            let blank = Order { code: edit.code.clone(), ..Order::default() };
            let blank = add::of_shop(&blank, parcel.shop.as_ref());
            orders::join(db, &parcel, &blank)?;
            let Some(parcel) = list_parcels::load(db, id)? else { return Ok(()) };
            parcel.orders.last().cloned().unwrap_or_default()
        }
    };
    order.title = edit.title.clone().apply(order.title);
    order.ordered_on = edit.ordered_on.apply(order.ordered_on);
    order.shipped_on = edit.shipped_on.apply(order.shipped_on);
    order.received_on = edit.received_on.apply(order.received_on);
    orders::update(db, &order)
}

/// The end of the protection is that of whatever it is said of now: the orders that it comes from, or the parcel.
/// Without an end there is none anywhere.
fn set_protection(db: &Connection, id: ParcelId, edit: &ParcelEdit) -> Result<()> {
    if edit.protection.is_keep() {
        return Ok(());
    }
    let Some(parcel) = list_parcels::load(db, id)? else { return Ok(()) };
    let wanted = edit.protection.value();
    let shown = parcel.protection().map(|end| end.deadline.until);
    let meant = |own: &Option<Deadline>| own.as_ref().is_some_and(|own| wanted.is_none() || Some(own.until) == shown);
    for order in parcel.orders.iter().filter(|order| meant(&order.protection)) {
        orders::update(db, &Order { protection: wanted.cloned(), ..order.clone() })?;
    }
    if shown.is_none() || meant(&parcel.own_protection) {
        let (until, preset) = Deadline::parts(wanted);
        let sql = "UPDATE parcel SET protected_until = ?2, preset = ?3 WHERE id = ?1";
        db.prepare_cached(sql)?.execute((id, until.map(Day), preset))?;
    }
    Ok(())
}

fn set_marks(db: &Connection, before: &Parcel, edit: &ParcelEdit, now: DateTime<Utc>) -> Result<()> {
    let mark = |old: Option<DateTime<Utc>>, wanted: Option<bool>| match wanted {
        None => old,
        Some(true) => Some(old.unwrap_or(now)),
        Some(false) => None,
    };
    let (closed, missing) = (mark(before.closed_at, edit.closed), mark(before.missing_at, edit.missing));
    let sql = "UPDATE parcel SET closed_at = ?2, missing_at = ?3 WHERE id = ?1";
    db.prepare_cached(sql)?.execute((before.id, closed.map(Instant), missing.map(Instant)))?;
    Ok(())
}
