//! The order and the shop that stand beside a number.

use crate::domain::CleanText;

/// Something found at a place: an order's number or a shop's name.
#[derive(Clone, Debug)]
pub(super) struct PlacedText {
    pub at: usize,
    pub what: CleanText,
}

/// Shops, by the words that name them in lower case.
const SHOPS: &[(&str, &str)] = &[
    ("aliexpress", "AliExpress"),
    ("алиэкспресс", "AliExpress"),
    ("алиэкспрес", "AliExpress"),
    ("али", "AliExpress"),
    ("速卖通", "AliExpress"),
    ("temu", "Temu"),
    ("shein", "SHEIN"),
    ("ebay", "eBay"),
    ("joom", "Joom"),
    ("amazon", "Amazon"),
    ("амазон", "Amazon"),
    ("taobao", "Taobao"),
    ("淘宝", "Taobao"),
    ("banggood", "Banggood"),
    ("gearbest", "GearBest"),
    ("wildberries", "Wildberries"),
    ("ozon", "Ozon"),
    ("озон", "Ozon"),
    ("etsy", "Etsy"),
    ("allegro", "Allegro"),
    ("iherb", "iHerb"),
    ("rozetka", "Rozetka"),
    ("wish", "Wish"),
    ("dhgate", "DHgate"),
    ("alibaba", "Alibaba"),
    ("zalando", "Zalando"),
];

/// The shops that a text names, in order.
pub(super) fn shops(text: &str) -> Vec<PlacedText> {
    let mut all = Vec::new();
    for word in text.split(|c: char| !c.is_alphanumeric()).filter(|w| w.len() >= 4 && w.len() <= 24) {
        let lower = word.to_lowercase();
        if let Some((_, name)) = SHOPS.iter().find(|(w, _)| *w == lower) {
            all.push(PlacedText { at: word.as_ptr() as usize - text.as_ptr() as usize, what: CleanText::line(name) });
        }
    }
    all
}

/// The one that belongs to a number: on its line, else the last before it, else the first after it.
pub(super) fn beside(all: &[PlacedText], at: usize, line: &std::ops::Range<usize>) -> Option<CleanText> {
    let after = all.partition_point(|p| p.at < at);
    let (before, behind) = (after.checked_sub(1).and_then(|i| all.get(i)), all.get(after));
    let on_line = |p: &&PlacedText| line.contains(&p.at);
    let nearest = before.filter(on_line).or(behind.filter(on_line)).or(before).or(behind);
    nearest.map(|p| p.what.clone())
}
