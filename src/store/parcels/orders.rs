//! The shops' orders, and which of them are in which parcel.

use rusqlite::{Connection, OptionalExtension, Row, params};
use serde::{Deserialize, Serialize};

use chrono::NaiveDate;

use crate::domain::{CleanText, Deadline, Order, OrderId, Parcel, ParcelId};
use crate::store::Result;
use crate::store::database::column_values::{Day, day};
use crate::store::database::unreadable::readable_rows;

/// The columns that [`from_row`] reads, in its order.
const COLUMNS: &str =
    "o.id, o.code, o.shop, o.title, o.ordered_on, o.shipped_on, o.protected_until, o.preset, o.received_on,
    o.expected_on";

/// An order as it was, for the journal.
#[derive(Serialize, Deserialize, Clone, Debug)]
pub(in crate::store) struct OrderBefore {
    id: i64,
    code: Option<String>,
    shop: Option<String>,
    title: Option<String>,
    ordered_on: Option<NaiveDate>,
    shipped_on: Option<NaiveDate>,
    protected_until: Option<NaiveDate>,
    preset: Option<String>,
    received_on: Option<NaiveDate>,
    #[serde(default)]
    expected_on: Option<NaiveDate>,
}

/// One parcel's orders, in the order they came.
pub(in crate::store) fn of_parcel(db: &Connection, id: ParcelId) -> Result<Vec<Order>> {
    let sql = format!(
        "SELECT {COLUMNS} FROM parcel_order l JOIN shop_order o ON o.id = l.order_id
         WHERE l.parcel_id = ?1 ORDER BY l.position"
    );
    let mut query = db.prepare_cached(&sql)?;
    let rows = query.query_map([id], |row| from_row(row, 0))?;
    Ok(readable_rows(rows)?)
}

/// One order.
pub(in crate::store) fn load(db: &Connection, id: i64) -> Result<Option<Order>> {
    let sql = format!("SELECT {COLUMNS} FROM shop_order o WHERE o.id = ?1");
    Ok(db.prepare_cached(&sql)?.query_row([id], |row| from_row(row, 0)).optional()?)
}

/// All parcels' orders, in the order they came.
pub(in crate::store) fn of_all(db: &Connection) -> Result<Vec<(ParcelId, Order)>> {
    let sql = format!(
        "SELECT l.parcel_id, {COLUMNS} FROM parcel_order l JOIN shop_order o ON o.id = l.order_id
         ORDER BY l.parcel_id, l.position"
    );
    let mut query = db.prepare_cached(&sql)?;
    let rows = query.query_map([], |row| Ok((row.get(0)?, from_row(row, 1)?)))?;
    Ok(readable_rows(rows)?)
}

/// A parcel and those that have an order in common with it: what is said of the order is said of them all.
pub(in crate::store) fn companions(db: &Connection, id: ParcelId) -> Result<Vec<ParcelId>> {
    let sql = "SELECT ?1 UNION SELECT other.parcel_id FROM parcel_order own
               JOIN parcel_order other ON other.order_id = own.order_id WHERE own.parcel_id = ?1";
    let mut query = db.prepare_cached(sql)?;
    let rows = query.query_map([id], |r| r.get(0))?;
    Ok(readable_rows(rows)?)
}

/// Puts an order into a parcel: one that the parcel has, or that another parcel has which is still there, takes over
/// what it did not know; else it is a new one. Gives the known one as it was before.
pub(in crate::store) fn join(db: &Connection, parcel: &Parcel, wanted: &Order) -> Result<Option<OrderBefore>> {
    let own = parcel.orders.iter().find(|own| own.may_be(wanted)).cloned();
    let known = match own.or_else(|| only_order(parcel, wanted)) {
        Some(known) => Some(known),
        None => elsewhere(db, wanted)?.into_iter().next(),
    };
    let Some(known) = known else {
        let id = insert(db, wanted)?;
        return link(db, parcel.id, id).map(|()| None);
    };
    let mut filled = known.clone();
    filled.fill(wanted);
    update(db, &filled)?;
    link(db, parcel.id, known.id)?;
    Ok(Some(OrderBefore::of(&known)))
}

/// What is said of an order without its number is said of the parcel's only one.
fn only_order(parcel: &Parcel, wanted: &Order) -> Option<Order> {
    match &parcel.orders[..] {
        [only] if wanted.code.is_none() || only.code.is_none() => Some(only.clone()),
        _ => None,
    }
}

/// The same order in other parcels, the newest first; those of removed parcels are left to them.
pub(in crate::store) fn elsewhere(db: &Connection, wanted: &Order) -> Result<Vec<Order>> {
    let sql = format!(
        "SELECT {COLUMNS} FROM shop_order o WHERE o.code = ?1 AND EXISTS (
             SELECT 1 FROM parcel_order l JOIN parcel p ON p.id = l.parcel_id
             WHERE l.order_id = o.id AND p.removed_at IS NULL) ORDER BY o.id DESC"
    );
    let mut query = db.prepare_cached(&sql)?;
    let rows = query.query_map([&wanted.code], |row| from_row(row, 0))?;
    let known: Vec<Order> = readable_rows(rows)?;
    Ok(known.into_iter().filter(|known| known.may_be(wanted)).collect())
}

/// The parcels, removed ones aside, that hold the same order: those that have no number yet first, then active before
/// archived, newest first.
pub(in crate::store) fn holders(db: &Connection, wanted: &Order) -> Result<Vec<ParcelId>> {
    let sql = format!(
        "SELECT p.id, {COLUMNS} FROM shop_order o JOIN parcel_order l ON l.order_id = o.id
         JOIN parcel p ON p.id = l.parcel_id WHERE o.code = ?1 AND p.removed_at IS NULL
         ORDER BY EXISTS (SELECT 1 FROM track_number n WHERE n.parcel_id = p.id), p.archived_at IS NOT NULL, p.id DESC"
    );
    let mut query = db.prepare_cached(&sql)?;
    let rows = query.query_map([&wanted.code], |row| Ok((row.get(0)?, from_row(row, 1)?)))?;
    let all: Vec<(ParcelId, Order)> = readable_rows(rows)?;
    Ok(all.into_iter().filter(|(_, order)| order.may_be(wanted)).map(|(id, _)| id).collect())
}

/// Takes orders out of a parcel; what is known of them stays for the journal.
pub(in crate::store) fn part(db: &Connection, parcel: &Parcel, codes: &[CleanText]) -> Result<()> {
    let mut delete = db.prepare_cached("DELETE FROM parcel_order WHERE parcel_id = ?1 AND order_id = ?2")?;
    for order in parcel.orders.iter().filter(|order| order.code.as_ref().is_some_and(|code| codes.contains(code))) {
        delete.execute((parcel.id, order.id))?;
    }
    Ok(())
}

/// Makes a parcel's orders exactly these.
pub(in crate::store) fn relink(db: &Connection, parcel: ParcelId, orders: &[i64]) -> Result<()> {
    db.prepare_cached("DELETE FROM parcel_order WHERE parcel_id = ?1")?.execute([parcel])?;
    orders.iter().try_for_each(|id| link(db, parcel, OrderId(*id)))
}

/// Puts an order that is kept into a parcel, behind those that are in it.
pub(in crate::store) fn link(db: &Connection, parcel: ParcelId, order: OrderId) -> Result<()> {
    let sql = "INSERT OR IGNORE INTO parcel_order (parcel_id, order_id, position)
               SELECT ?1, ?2, coalesce(max(position) + 1, 0) FROM parcel_order WHERE parcel_id = ?1";
    db.prepare_cached(sql)?.execute((parcel, order))?;
    Ok(())
}

/// Keeps a new order.
pub(in crate::store) fn insert(db: &Connection, order: &Order) -> Result<OrderId> {
    db.prepare_cached("INSERT INTO shop_order (code) VALUES (?1)")?.execute([&order.code])?;
    let id = OrderId(db.last_insert_rowid());
    update(db, &Order { id, ..order.clone() })?;
    Ok(id)
}

/// Keeps what is said of an order now.
pub(in crate::store) fn update(db: &Connection, order: &Order) -> Result<()> {
    let sql = "UPDATE shop_order SET code = ?2, shop = ?3, title = ?4, ordered_on = ?5, shipped_on = ?6,
                   protected_until = ?7, preset = ?8, received_on = ?9, expected_on = ?10
               WHERE id = ?1";
    let (until, preset) = Deadline::parts(order.protection.as_ref());
    db.prepare_cached(sql)?.execute(params![
        order.id,
        order.code,
        order.shop,
        order.title,
        order.ordered_on.map(Day),
        order.shipped_on.map(Day),
        until.map(Day),
        preset,
        order.received_on.map(Day),
        order.expected_on.map(Day),
    ])?;
    Ok(())
}

fn from_row(row: &Row<'_>, from: usize) -> rusqlite::Result<Order> {
    Ok(Order {
        id: row.get(from)?,
        code: row.get(from + 1)?,
        shop: row.get(from + 2)?,
        title: row.get(from + 3)?,
        ordered_on: day(row, from + 4)?,
        shipped_on: day(row, from + 5)?,
        protection: Deadline::from_parts(day(row, from + 6)?, row.get(from + 7)?),
        received_on: day(row, from + 8)?,
        expected_on: day(row, from + 9)?,
    })
}

impl OrderBefore {
    /// As it is now.
    pub(in crate::store) fn of(order: &Order) -> Self {
        let text = |text: &Option<CleanText>| text.as_ref().map(ToString::to_string);
        let (until, preset) = Deadline::parts(order.protection.as_ref());
        Self {
            id: order.id.0,
            code: text(&order.code),
            shop: text(&order.shop),
            title: text(&order.title),
            ordered_on: order.ordered_on,
            shipped_on: order.shipped_on,
            protected_until: until,
            preset: preset.map(ToString::to_string),
            received_on: order.received_on,
            expected_on: order.expected_on,
        }
    }

    pub(in crate::store) fn id(&self) -> i64 {
        self.id
    }

    /// Makes it so again.
    pub(in crate::store) fn put_back(&self, db: &Connection) -> Result<()> {
        let text = |text: &Option<String>| text.as_deref().map(CleanText::note);
        update(
            db,
            &Order {
                id: OrderId(self.id),
                code: text(&self.code),
                shop: text(&self.shop),
                title: text(&self.title),
                ordered_on: self.ordered_on,
                shipped_on: self.shipped_on,
                protection: Deadline::from_parts(self.protected_until, text(&self.preset)),
                received_on: self.received_on,
                expected_on: self.expected_on,
            },
        )
    }
}
