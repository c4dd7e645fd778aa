//! What the demonstration waits for: every status once, a stuck parcel, a handover, a contradiction, an order
//! without a number, a parcel put off, one whose storage ends.

use chrono::{NaiveDate, TimeDelta};

use super::clock::now;
use crate::domain::{CleanText, Deadline, NewParcel, Order, SourceId, TrackingNumber};

/// A parcel of the demonstration.
pub(super) struct DemoParcel {
    pub draft: NewParcel,
    pub added_days_ago: i64,
}

/// Number (or nothing: the shop has not named it), title, shop, order, days since it was added, protection's last day
/// between November and January, sources.
type Row = (&'static str, &'static str, &'static str, &'static str, i64, Option<(u32, u32)>, &'static [&'static str]);

const CAINIAO: &[&str] = &["cainiao"];
const TRACK17: &[&str] = &["17track"];
const BOTH: &[&str] = &["cainiao", "17track"];
const NOVA_POSHTA: &[&str] = &["nova-poshta"];
const NOBODY: &[&str] = &[];

/// Silent, and put off by the user.
pub(super) const SNOOZED: &str = "LP00619408826137";

const ROWS: [Row; 15] = [
    ("LP00620966542870", "USB hub", "AliExpress", "8190001234567890", 28, Some((11, 23)), CAINIAO),
    ("AP00648812345671", "Phone case", "AliExpress", "8190001234567999", 11, Some((12, 30)), CAINIAO),
    ("LP00631277450196", "Лампа", "AliExpress", "", 16, Some((12, 20)), CAINIAO),
    ("LP00640018223951", "LED strip", "AliExpress", "", 6, None, CAINIAO),
    ("LP00645590317728", "Чехол", "AliExpress", "", 10, Some((1, 15)), CAINIAO),
    ("LP00602213340087", "Cable", "AliExpress", "", 33, None, CAINIAO),
    ("LP00638845601214", "Keyboard", "AliExpress", "", 13, None, CAINIAO),
    ("LP00633390772845", "Наушники", "AliExpress", "", 17, Some((12, 9)), CAINIAO),
    ("UZ0556733196Y", "茶壶 Teapot", "AliExpress", "8190001234568111", 2, Some((1, 20)), CAINIAO),
    ("RB382204916CN", "Кофемолка", "", "", 56, None, TRACK17),
    ("UA664410279CN", "Old charger", "", "", 83, None, TRACK17),
    ("LP00627740915533", "Backpack", "AliExpress", "8190001234568222", 20, Some((12, 14)), BOTH),
    ("", "Bike light", "AliExpress", "8190001234568333", 8, Some((1, 25)), NOBODY),
    (SNOOZED, "Свитер", "AliExpress", "8190001234568444", 22, Some((1, 8)), CAINIAO),
    ("59000000000055", "Книга", "", "", 4, None, NOVA_POSHTA),
];

/// Asked about for the first time when its only source is blocked already.
const LATE: Row = ("UG703118246YP", "Sticker pack", "", "", 0, None, TRACK17);

/// The parcels that are there from the beginning.
pub(super) fn early() -> Vec<DemoParcel> {
    ROWS.iter().map(parcel).collect()
}

/// The parcel that nobody could be asked about yet.
pub(super) fn late() -> DemoParcel {
    parcel(&LATE)
}

fn parcel(&(number, title, shop, order, added_days_ago, protection, sources): &Row) -> DemoParcel {
    let protection = protection.and_then(|(month, day)| {
        let year = if month < 11 { 2027 } else { 2026 };
        NaiveDate::from_ymd_opt(year, month, day).map(Deadline::told)
    });
    let ordered_on = (now() - TimeDelta::days(added_days_ago)).date_naive();
    let ordered = |code| Order { ordered_on: number.is_empty().then_some(ordered_on), ..Order::from(code) };
    let draft = NewParcel {
        numbers: TrackingNumber::parse(number).ok().into_iter().collect(),
        title: CleanText::some_line(title),
        shop: CleanText::some_line(shop),
        orders: CleanText::some_line(order).into_iter().map(ordered).collect(),
        protection,
        pinned: sources.iter().map(|id| SourceId::new(id)).collect(),
        ..NewParcel::default()
    };
    DemoParcel { draft, added_days_ago }
}
