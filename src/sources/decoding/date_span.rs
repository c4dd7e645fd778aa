//! A span of days, as sources send it: two texts.

use chrono::NaiveDate;
use serde::Deserialize;

use super::lenient_json::{LenientText, lenient, raw_text};
use super::report::expected_days;
use crate::domain::Eta;

/// The two ends of a span of days.
#[derive(Deserialize, Default)]
#[serde(default)]
pub(in crate::sources) struct DateSpan {
    #[serde(deserialize_with = "lenient")]
    from: Option<LenientText>,
    #[serde(deserialize_with = "lenient")]
    to: Option<LenientText>,
}

impl DateSpan {
    /// The expected days, where `day` can read an end.
    pub(in crate::sources) fn expected_days(&self, day: impl Fn(&str) -> Option<NaiveDate>) -> Option<Eta> {
        expected_days(day(raw_text(self.from.as_ref())), day(raw_text(self.to.as_ref())))
    }
}
