//! The last day on which a shop lets the buyer open a dispute, and the presets by which it may be counted.

use chrono::NaiveDate;

use super::CleanText;

/// The last day of a protection.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Deadline {
    /// The day; a dispute can still be opened on it.
    pub until: NaiveDate,
    /// The preset that it was counted by: then it is assumed. `None`: the shop told it.
    pub preset: Option<CleanText>,
}

super::string_enum::string_enum! {
    /// What days are counted from.
    CountedFrom {
        /// The day on which it was ordered.
        Ordered = "ordered",
        /// The day on which the shop sent it off.
        Shipped = "shipped",
    }
}

/// A number of days that the user may pick by its name: what some shop usually grants, never known of this order.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Preset {
    /// Its name.
    pub name: CleanText,
    /// How many days.
    pub days: u32,
    /// Counted from when.
    pub from: CountedFrom,
}

impl Deadline {
    /// A day that the shop told.
    #[must_use]
    pub fn told(until: NaiveDate) -> Self {
        Self { until, preset: None }
    }

    /// What the columns `until` and `preset` hold; a preset without a day is nothing.
    #[must_use]
    pub fn from_parts(until: Option<NaiveDate>, preset: Option<CleanText>) -> Option<Self> {
        until.map(|until| Self { until, preset })
    }

    /// The two columns of a deadline that may be absent.
    #[must_use]
    pub fn parts(deadline: Option<&Self>) -> (Option<NaiveDate>, Option<&CleanText>) {
        (deadline.map(|it| it.until), deadline.and_then(|it| it.preset.as_ref()))
    }
}

/// Presets for users who have configured none: what these shops wrote on many orders, never a promise.
#[must_use]
pub fn usual_presets() -> Vec<Preset> {
    let preset = |name: &str, days, from| Preset { name: CleanText::line(name), days, from };
    vec![
        preset("aliexpress", 75, CountedFrom::Shipped),
        preset("temu", 90, CountedFrom::Ordered),
        preset("paypal", 180, CountedFrom::Ordered),
    ]
}
