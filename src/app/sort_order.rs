//! What the list is sorted by, as the key steps through it.

use crate::domain::SortKey;

/// Every way of sorting that the screen offers.
pub const KEYS: [SortKey; 8] = [
    SortKey::Urgency,
    SortKey::Title,
    SortKey::Status,
    SortKey::Silent,
    SortKey::Eta,
    SortKey::Protection,
    SortKey::Changed,
    SortKey::Added,
];

/// The one after this one.
#[must_use]
pub fn next(key: SortKey) -> SortKey {
    let at = KEYS.iter().position(|o| *o == key).unwrap_or_default();
    KEYS[(at + 1) % KEYS.len()]
}
