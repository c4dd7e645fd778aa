//! Order numbers of shops: what the shape of an order's number tells of the shop.

use std::sync::LazyLock;

use super::format_index::allows;
use super::normalise::narrow;
use super::pattern::{Mask, patterns};

/// Shapes of order numbers in the notation of [`Format`](super::Format), with the dashes that shops print (so no range
/// stands in square brackets). Only shapes that no courier in the table of formats shares.
const SHAPES: &[(&str, &str)] = &[
    ("AliExpress", "8[0123]d{14}"),
    ("Temu", "PO-d{3}-d{14,20}"),
    ("Amazon", "d{3}-d{7}-d{7}"),
    ("Amazon", "ldd-d{7}-d{7}"),
    ("eBay", "dd-d{5}-d{5}"),
    ("SHEIN", "GSlx{11,15}"),
    ("Ozon", "d{7,10}-d{4}"),
    ("Ozon", "d{7,10}-d{4}-d{1,2}"),
    ("Lamoda", "RUd{6}-d{6}"),
    ("Wildberries", "WB-GI-d{6,10}"),
];
/// An order's number has no fewer digits.
const LEAST_DIGITS: usize = 4;
/// Nor more characters.
const LONGEST: usize = 32;

/// One shape: the shop, and what may stand in each group between dashes.
struct Shape {
    shop: &'static str,
    groups: Vec<Vec<Vec<Mask>>>,
}

static READY: LazyLock<Vec<Shape>> = LazyLock::new(|| {
    let group = |group: &str| patterns(group).into_iter().map(|pattern| pattern.masks).collect();
    let shape = |&(shop, shape): &(&'static str, &str)| Shape { shop, groups: shape.split('-').map(group).collect() };
    SHAPES.iter().map(shape).collect()
});

/// The shop that numbers its orders like this text, as it is printed, dashes included.
#[must_use]
pub fn shop_of_order(text: &str) -> Option<&'static str> {
    let text = text.trim();
    if text.len() > LONGEST || text.bytes().filter(u8::is_ascii_digit).count() < LEAST_DIGITS {
        return None;
    }
    let plain: String = text.chars().map(|c| if is_dash(c) { '-' } else { narrow(c).to_ascii_uppercase() }).collect();
    let groups: Vec<&[u8]> = plain.split('-').map(str::as_bytes).collect();
    READY.iter().find(|shape| shape.fits(&groups)).map(|shape| shape.shop)
}

impl Shape {
    fn fits(&self, groups: &[&[u8]]) -> bool {
        let fits = |masks: &[Mask], group: &[u8]| {
            masks.len() == group.len() && masks.iter().zip(group).all(|(&mask, &byte)| allows(mask, byte))
        };
        self.groups.len() == groups.len()
            && self.groups.iter().zip(groups).all(|(any, group)| any.iter().any(|masks| fits(masks, group)))
    }
}

fn is_dash(c: char) -> bool {
    matches!(c, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn orders_of_shops_are_told_by_their_shape() {
        for (order, shop) in [
            ("8190001234567890", "AliExpress"),
            ("PO-211-01234567890123456", "Temu"),
            ("302-1234567-7654321", "Amazon"),
            ("D01-1234567-7654321", "Amazon"),
            ("12–09876–54321", "eBay"),
            ("gsunjt55k003h8s", "SHEIN"),
            ("12345678-0123", "Ozon"),
            ("0123456789-0012-1", "Ozon"),
            ("RU210101-123456", "Lamoda"),
            ("WB-GI-12345678", "Wildberries"),
        ] {
            assert_eq!(shop_of_order(order), Some(shop), "{order}");
        }
    }

    #[test]
    fn track_numbers_are_no_orders() {
        for number in
            ["RB123456785CN", "4PX3001451182489CN", "7023210039414604", "1234-5678-9012", "20450000000017", ""]
        {
            assert_eq!(shop_of_order(number), None, "{number}");
        }
    }
}
