//! Reading optional fields without letting one odd value spoil the rest.

use std::ops::Deref;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Deserializer};
use serde_json::Value;

use super::worded_troubles::not_understood;
use crate::domain::{CleanText, Trouble};

/// For `#[serde(default, deserialize_with = "lenient")]`: a missing, null or wrongly typed value is `None`.
///
/// # Errors
/// Only where the input itself is broken.
pub(in crate::sources) fn lenient<'de, D, T>(deserializer: D) -> Result<Option<T>, D::Error>
where
    D: Deserializer<'de>,
    T: DeserializeOwned,
{
    let value = Value::deserialize(deserializer)?;
    if value.is_null() {
        return Ok(None);
    }
    Ok(serde_json::from_value(value).ok())
}

/// A list of which each readable element is kept; one element in place of a list is a list of one, and a missing, null or
/// wrongly typed list is empty.
///
/// # Errors
/// Only where the input itself is broken.
pub(in crate::sources) fn readable_elements<'de, D, T>(deserializer: D) -> Result<Vec<T>, D::Error>
where
    D: Deserializer<'de>,
    T: DeserializeOwned,
{
    let values = match Value::deserialize(deserializer)? {
        Value::Array(values) => values,
        alone => vec![alone],
    };
    Ok(values.into_iter().filter_map(|value| serde_json::from_value(value).ok()).collect())
}

/// A list of which each readable element is kept, and what else was sent in its place. For the lists on which it
/// depends whether a number is known: an unknown shape must not pass for an empty list.
#[derive(Debug)]
pub(in crate::sources) struct LenientList<T> {
    items: Vec<T>,
    /// How many elements were sent; `None`: something that is no list.
    sent: Option<usize>,
}

impl<T> Default for LenientList<T> {
    fn default() -> Self {
        Self { items: Vec::new(), sent: Some(0) }
    }
}

impl<'de, T: DeserializeOwned> Deserialize<'de> for LenientList<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Ok(match Value::deserialize(deserializer)? {
            Value::Null => Self::default(),
            Value::Array(values) => {
                let sent = Some(values.len());
                let items = values.into_iter().filter_map(|value| serde_json::from_value(value).ok()).collect();
                Self { items, sent }
            }
            _ => Self { items: Vec::new(), sent: None },
        })
    }
}

impl<T> Deref for LenientList<T> {
    type Target = [T];

    fn deref(&self) -> &[T] {
        &self.items
    }
}

impl<T> LenientList<T> {
    /// Whether the list was understood, where `read` of its elements could be read.
    ///
    /// # Errors
    /// [`Trouble::NotUnderstood`] with the path: it is no list, or nothing of what is in it can be read.
    pub(in crate::sources) fn check_understood(&self, path: &str, read: usize) -> Result<(), Trouble> {
        let sent = self.sent.ok_or_else(|| not_understood(&format!("{path}: not a list")))?;
        check_any_read(path, sent, read)
    }
}

/// A list in which something was sent and nothing of it can be read is no empty list.
///
/// # Errors
/// [`Trouble::NotUnderstood`] with the path.
pub(in crate::sources) fn check_any_read(path: &str, sent: usize, read: usize) -> Result<(), Trouble> {
    if sent > 0 && read == 0 { Err(not_understood(&format!("{path}: none of {sent} can be read"))) } else { Ok(()) }
}

/// A text, where sources send a text or, at times, a number instead.
#[derive(Clone, Debug, Default)]
pub(in crate::sources) struct LenientText(String);

impl<'de> Deserialize<'de> for LenientText {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        match Value::deserialize(deserializer)? {
            Value::String(text) => Ok(Self(text)),
            Value::Number(number) => Ok(Self(number.to_string())),
            _ => Err(serde::de::Error::custom("neither a text nor a number")),
        }
    }
}

impl From<&str> for LenientText {
    fn from(text: &str) -> Self {
        Self(text.to_owned())
    }
}

impl LenientText {
    /// The text as it came.
    #[must_use]
    pub(in crate::sources) fn as_str(&self) -> &str {
        &self.0
    }
}

/// The text as it came, or an empty one.
#[must_use]
pub(in crate::sources) fn raw_text(words: Option<&LenientText>) -> &str {
    words.map_or("", LenientText::as_str)
}

/// The text as one line without control characters; `None` where it is empty, or only the word "null".
#[must_use]
pub(in crate::sources) fn clean_text(words: Option<&LenientText>) -> Option<CleanText> {
    CleanText::some_line(raw_text(words)).filter(|line| line.as_str() != "null")
}

/// A whole number, where sources send a number, a fraction, or a text with a number in it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(in crate::sources) struct LenientInteger(pub(in crate::sources) i64);

impl<'de> Deserialize<'de> for LenientInteger {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let value = Value::deserialize(deserializer)?;
        let text = match &value {
            Value::Number(number) => number.to_string(),
            Value::String(text) => text.trim().to_owned(),
            _ => String::new(),
        };
        let whole = text.split_once('.').map_or(text.as_str(), |(whole, _)| whole);
        whole.parse().map(Self).map_err(|_| serde::de::Error::custom("not a whole number"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Deserialize)]
    struct Sample {
        #[serde(default, deserialize_with = "lenient")]
        name: Option<LenientText>,
        #[serde(default, deserialize_with = "lenient")]
        time: Option<LenientInteger>,
        #[serde(default, deserialize_with = "readable_elements")]
        list: Vec<LenientInteger>,
    }

    fn sample(text: &str) -> Sample {
        serde_json::from_str(text).expect("a sample")
    }

    #[test]
    fn an_odd_value_loses_only_itself() {
        let odd = sample(r#"{"name":[1],"time":"12","list":[1,"x","2",null],"more":{}}"#);
        assert!(odd.name.is_none());
        assert_eq!(odd.time, Some(LenientInteger(12)));
        assert_eq!(odd.list, [LenientInteger(1), LenientInteger(2)]);
        let none = sample(r#"{"name":null,"list":"none"}"#);
        assert!(none.name.is_none() && none.time.is_none() && none.list.is_empty());
    }

    #[test]
    fn numbers_are_words_and_fractions_are_cut() {
        let numbers = sample(r#"{"name":123456789012,"time":1674531003862.5}"#);
        assert_eq!(raw_text(numbers.name.as_ref()), "123456789012");
        assert_eq!(numbers.time, Some(LenientInteger(1_674_531_003_862)));
    }
}
