//! Which parcels a filter of plain words means.

use crate::domain::parcel_sorting::folded;
use crate::domain::{Parcel, SubStatus};

/// Whether every word occurs somewhere in what is known of the parcel, or in `state`, its status as the reader
/// sees it; case, `ё` and dashes are ignored.
#[must_use]
pub fn matches(parcel: &Parcel, state: &str, words: &[String]) -> bool {
    let text = plain(&format!("{}\n{state}", haystack(parcel)));
    words.iter().flat_map(|word| word.split_whitespace()).all(|word| text.contains(&plain(word)))
}

fn haystack(parcel: &Parcel) -> String {
    let numbers = parcel.numbers.iter().map(|n| n.number.as_str());
    let own = [&parcel.title, &parcel.shop, &parcel.note, &parcel.summary.carrier, &parcel.summary.status_text];
    let own = own.into_iter().filter_map(|text| text.as_deref());
    let bought = parcel.orders.iter().filter_map(|order| order.title.as_ref());
    let lists = parcel.order_codes().chain(bought).chain(&parcel.tags).map(|text| &**text);
    let state = parcel.summary.state;
    let words = state.map(|s| s.status.as_str()).into_iter().chain(state.and_then(|s| s.sub).map(SubStatus::as_str));
    numbers.chain(own).chain(lists).chain(words).collect::<Vec<_>>().join("\n")
}

fn plain(text: &str) -> String {
    folded(text).replace('-', "")
}
