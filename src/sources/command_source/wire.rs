//! The format between us and a program of the user's own, version 1. `docs/outside-source.md` documents every field;
//! a test holds the two together.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::domain::TrackingNumber;
use crate::sources::decoding::date_span::DateSpan;
use crate::sources::decoding::lenient_json::{LenientInteger, LenientText, lenient, readable_elements};

/// The version of question and answer.
pub(super) const VERSION: i64 = 1;

/// What a program is given on its standard input.
#[derive(Serialize)]
pub(super) struct Question<'a> {
    version: i64,
    numbers: Vec<&'a str>,
    language: &'a str,
}

/// The question about these numbers, as one line of JSON.
pub(super) fn question(numbers: &[TrackingNumber], language: &str) -> String {
    let numbers = numbers.iter().map(TrackingNumber::as_str).collect();
    let question = Question { version: VERSION, numbers, language };
    serde_json::to_string(&question).unwrap_or_default()
}

/// What it writes to its standard output.
#[derive(Deserialize, Default)]
#[serde(default)]
pub(super) struct Answer {
    #[serde(deserialize_with = "lenient")]
    pub(super) version: Option<LenientInteger>,
    pub(super) reports: Value,
}

/// What it says about one number.
#[derive(Deserialize, Default)]
#[serde(default)]
pub(super) struct ReportEntry {
    #[serde(deserialize_with = "lenient")]
    pub(super) number: Option<LenientText>,
    #[serde(deserialize_with = "lenient")]
    pub(super) known: Option<bool>,
    #[serde(deserialize_with = "lenient")]
    pub(super) status: Option<LenientText>,
    #[serde(deserialize_with = "lenient")]
    pub(super) sub_status: Option<LenientText>,
    #[serde(deserialize_with = "lenient")]
    pub(super) status_text: Option<LenientText>,
    #[serde(deserialize_with = "lenient")]
    pub(super) origin: Option<LenientText>,
    #[serde(deserialize_with = "lenient")]
    pub(super) destination: Option<LenientText>,
    #[serde(deserialize_with = "lenient")]
    pub(super) carrier: Option<LenientText>,
    #[serde(deserialize_with = "lenient")]
    pub(super) eta: Option<DateSpan>,
    #[serde(deserialize_with = "lenient")]
    pub(super) pickup_until: Option<LenientText>,
    #[serde(deserialize_with = "readable_elements")]
    pub(super) handovers: Vec<LenientText>,
    pub(super) events: Value,
    #[serde(deserialize_with = "lenient")]
    pub(super) trouble: Option<LenientText>,
    #[serde(deserialize_with = "lenient")]
    pub(super) detail: Option<LenientText>,
    #[serde(deserialize_with = "lenient")]
    pub(super) retry_after: Option<LenientInteger>,
}

/// One line of the timeline.
#[derive(Deserialize, Default)]
#[serde(default)]
pub(super) struct EventEntry {
    #[serde(deserialize_with = "lenient")]
    pub(super) time: Option<TimeEntry>,
    #[serde(deserialize_with = "lenient")]
    pub(super) place: Option<LenientText>,
    #[serde(deserialize_with = "lenient")]
    pub(super) country: Option<LenientText>,
    #[serde(deserialize_with = "lenient")]
    pub(super) text: Option<LenientText>,
    #[serde(deserialize_with = "lenient")]
    pub(super) text_lang: Option<LenientText>,
    #[serde(deserialize_with = "lenient")]
    pub(super) status: Option<LenientText>,
    #[serde(deserialize_with = "lenient")]
    pub(super) sub_status: Option<LenientText>,
    #[serde(deserialize_with = "lenient")]
    pub(super) raw_code: Option<LenientText>,
}

/// When something happened.
#[derive(Deserialize, Default)]
#[serde(default)]
pub(super) struct TimeEntry {
    #[serde(deserialize_with = "lenient")]
    pub(super) local: Option<LenientText>,
    #[serde(deserialize_with = "lenient")]
    pub(super) offset: Option<LenientText>,
    #[serde(deserialize_with = "lenient")]
    pub(super) precision: Option<LenientText>,
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use serde::de::value::Error;
    use serde::de::{Deserializer, Error as _, Visitor};
    use serde::forward_to_deserialize_any;

    use super::*;

    /// Reads nothing, and notes which fields the reader of a struct knows.
    struct Lister<'a>(&'a mut Vec<&'static str>);

    impl<'de> Deserializer<'de> for Lister<'_> {
        type Error = Error;

        fn deserialize_any<V: Visitor<'de>>(self, _: V) -> Result<V::Value, Error> {
            Err(Error::custom("not a struct"))
        }

        fn deserialize_struct<V: Visitor<'de>>(
            self,
            _: &'static str,
            fields: &'static [&'static str],
            _: V,
        ) -> Result<V::Value, Error> {
            self.0.extend(fields);
            Err(Error::custom("listed"))
        }

        forward_to_deserialize_any! {
            bool i8 i16 i32 i64 u8 u16 u32 u64 f32 f64 char str string bytes byte_buf option unit unit_struct
            newtype_struct seq tuple tuple_struct map enum identifier ignored_any
        }
    }

    fn read<'de, T: Deserialize<'de>>() -> BTreeSet<String> {
        let mut fields = Vec::new();
        assert!(T::deserialize(Lister(&mut fields)).is_err());
        fields.into_iter().map(str::to_owned).collect()
    }

    /// The fields in the table under a heading of the document.
    fn documented(heading: &str) -> BTreeSet<String> {
        let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/outside-source.md");
        let text = std::fs::read_to_string(path).expect("the document");
        let section = text.split("\n## ").find(|part| part.starts_with(&format!("{heading}\n"))).expect("a section");
        let rows = section.lines().filter_map(|line| line.strip_prefix("| `")?.split_once('`'));
        rows.map(|(field, _)| field.to_owned()).collect()
    }

    #[test]
    fn every_field_is_documented_and_no_other() {
        let question: Value = serde_json::from_str(&question(&[], "en")).expect("a question");
        let written = question.as_object().expect("an object").keys().cloned().collect();
        assert_eq!(documented("The question"), written);
        assert_eq!(documented("The answer"), read::<Answer>());
        assert_eq!(documented("Report"), read::<ReportEntry>());
        assert_eq!(documented("Expected days"), read::<DateSpan>());
        assert_eq!(documented("Event"), read::<EventEntry>());
        assert_eq!(documented("Time"), read::<TimeEntry>());
    }
}
