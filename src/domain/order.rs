//! The shop's order: what was bought, and until when the shop stands for it.

use chrono::NaiveDate;

use super::{CleanText, Deadline};

/// An order's identity; 0 for one that is not kept yet.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
pub struct OrderId(pub i64);

/// An order, as far as the user or the shop's mails tell of it. It may be in several parcels, and one parcel may hold
/// several.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Order {
    /// Its identity.
    pub id: OrderId,
    /// The shop's number for it, where it is known.
    pub code: Option<CleanText>,
    /// The shop.
    pub shop: Option<CleanText>,
    /// What was bought.
    pub title: Option<CleanText>,
    /// When it was ordered or paid.
    pub ordered_on: Option<NaiveDate>,
    /// When the shop sent it off.
    pub shipped_on: Option<NaiveDate>,
    /// Until when the shop lets the buyer open a dispute.
    pub protection: Option<Deadline>,
    /// When the user confirmed that all of it has come.
    pub received_on: Option<NaiveDate>,
    /// By when the shop expects it to be there.
    pub expected_on: Option<NaiveDate>,
}

impl Order {
    /// What to call it: what was bought, or the shop's number.
    #[must_use]
    pub fn name(&self) -> Option<&CleanText> {
        self.title.as_ref().or(self.code.as_ref())
    }

    /// Whether both can be the same order: the same number, and no two shops.
    #[must_use]
    pub fn may_be(&self, other: &Self) -> bool {
        let same_shop = match (&self.shop, &other.shop) {
            (Some(one), Some(two)) => one.to_lowercase() == two.to_lowercase(),
            _ => true,
        };
        self.code.is_some() && self.code == other.code && same_shop
    }

    /// Takes over what is not known here yet, but for a day of the order that is behind those of its later steps. Of two ends of the protection one that is told stands before one that a
    /// preset gave, and the later before the earlier: shops extend it.
    pub fn fill(&mut self, from: &Self) {
        let known =
            |mine: &mut Option<CleanText>, theirs: &Option<CleanText>| *mine = mine.take().or_else(|| theirs.clone());
        known(&mut self.code, &from.code);
        known(&mut self.shop, &from.shop);
        known(&mut self.title, &from.title);
        self.shipped_on = self.shipped_on.or(from.shipped_on);
        self.received_on = self.received_on.or(from.received_on);
        // The shop's newer word is the better one.
        self.expected_on = from.expected_on.or(self.expected_on);
        // A day of the order behind those of its later steps is that of a mail, not of the order.
        let later = self.shipped_on.or(self.received_on);
        let fits = from.ordered_on.filter(|day| later.is_none_or(|later| *day <= later));
        self.ordered_on = self.ordered_on.or(fits);
        let sureness = |order: &Self| order.protection.as_ref().map(|end| (end.preset.is_none(), end.until));
        if sureness(from) > sureness(self) {
            self.protection.clone_from(&from.protection);
        }
    }
}

impl From<CleanText> for Order {
    fn from(code: CleanText) -> Self {
        Self { code: Some(code), ..Self::default() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn order(code: &str, shop: &str) -> Order {
        Order { code: CleanText::some_line(code), shop: CleanText::some_line(shop), ..Order::default() }
    }

    fn day(text: &str) -> Option<NaiveDate> {
        text.parse().ok()
    }

    fn end(until: &str, preset: &str) -> Option<Deadline> {
        Deadline::from_parts(day(until), CleanText::some_line(preset))
    }

    #[test]
    fn the_same_number_in_two_shops_is_two_orders() {
        assert!(order("815", "AliExpress").may_be(&order("815", "")));
        assert!(order("815", "AliExpress").may_be(&order("815", "aliexpress")));
        assert!(!order("815", "AliExpress").may_be(&order("815", "Temu")));
        assert!(!order("", "Temu").may_be(&order("", "Temu")));
    }

    #[test]
    fn what_is_known_stays_and_what_was_only_assumed_gives_way() {
        let mut known = Order { ordered_on: day("2026-11-03"), ..order("815", "") };
        let told = Order {
            ordered_on: day("2026-11-04"),
            shipped_on: day("2026-11-05"),
            protection: end("2027-01-19", "75 days"),
            ..order("815", "Temu")
        };
        known.fill(&told);
        assert_eq!((known.ordered_on, known.shipped_on), (day("2026-11-03"), day("2026-11-05")));
        assert_eq!((known.shop.as_deref(), &known.protection), (Some("Temu"), &end("2027-01-19", "75 days")));
        known.fill(&Order { protection: end("2027-02-02", ""), ..Order::default() });
        assert_eq!(known.protection, end("2027-02-02", ""));
        known.fill(&Order { protection: end("2027-01-01", ""), ..Order::default() });
        known.fill(&Order { protection: end("2027-03-03", "75 days"), ..Order::default() });
        assert_eq!(known.protection, end("2027-02-02", ""));
        known.fill(&Order { protection: end("2027-02-20", ""), ..Order::default() });
        assert_eq!(known.protection, end("2027-02-20", ""), "the shop has extended it");
    }
}
