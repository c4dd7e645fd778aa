//! From what an answer says to one reply for each asked number.

use serde::de::DeserializeOwned;
use serde_json::Value;

use super::worded_troubles::not_understood;
use crate::domain::{Reply, Report, TrackingNumber, Trouble};

/// The same reply about each number.
pub(in crate::sources) fn same_for_all(numbers: &[TrackingNumber], result: &Result<Report, Trouble>) -> Vec<Reply> {
    numbers.iter().map(|number| Reply { number: number.clone(), result: result.clone() }).collect()
}

/// The same trouble about each number.
pub(in crate::sources) fn all_failed(numbers: &[TrackingNumber], trouble: &Trouble) -> Vec<Reply> {
    same_for_all(numbers, &Err(trouble.clone()))
}

/// The replies of an answer that is about the first asked number only.
pub(in crate::sources) fn about_first(asked: &[TrackingNumber], result: Result<Report, Trouble>) -> Vec<Reply> {
    let replies = asked.first().map(|number| Reply { number: number.clone(), result }).into_iter().collect();
    complete(replies, asked, "one number a question")
}

/// The asked number that an entry names: never another, whatever the order of the entries.
pub(in crate::sources) fn named<'a>(asked: &'a [TrackingNumber], name: &str) -> Option<&'a TrackingNumber> {
    let named = TrackingNumber::parse(name).ok()?;
    asked.iter().find(|number| **number == named)
}

/// The asked number that an entry names; one that names none is about the only number asked about.
pub(in crate::sources) fn named_or_only<'a>(
    asked: &'a [TrackingNumber],
    name: Option<&str>,
) -> Option<&'a TrackingNumber> {
    match (name, asked) {
        (Some(name), _) => named(asked, name),
        (None, [only]) => Some(only),
        (None, _) => None,
    }
}

/// A reply for each asked number that an entry of a list is about: `number` finds it, `report` reads what the entry
/// (with its index in the list) says. Of several entries about one number the first counts; an entry that is no object,
/// or about no asked number, is passed over.
pub(in crate::sources) fn from_entries<'a, T: DeserializeOwned>(
    entries: impl IntoIterator<Item = Value>,
    number: impl Fn(&T) -> Option<&'a TrackingNumber>,
    report: impl Fn(&TrackingNumber, &T, usize) -> Result<Report, Trouble>,
) -> Vec<Reply> {
    let mut replies: Vec<Reply> = Vec::new();
    for (index, entry) in entries.into_iter().enumerate() {
        let Ok(entry) = serde_json::from_value::<T>(entry) else { continue };
        let Some(number) = number(&entry) else { continue };
        if !replies.iter().any(|reply| reply.number == *number) {
            replies.push(Reply { number: number.clone(), result: report(number, &entry, index) });
        }
    }
    replies
}

/// Adds to the replies what is said of each asked number that an answer passes over; `list` is the path of the list
/// in which it is missing.
pub(in crate::sources) fn complete(mut replies: Vec<Reply>, asked: &[TrackingNumber], list: &str) -> Vec<Reply> {
    for number in asked {
        if !replies.iter().any(|reply| reply.number == *number) {
            let missing = not_understood(&format!("{list}: nothing about {number}"));
            replies.push(Reply { number: number.clone(), result: Err(missing) });
        }
    }
    replies
}
