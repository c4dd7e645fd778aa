//! What is carried of a parcel, in words: what the user said.

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

/// What the user said of a parcel, and what only the database knows.
#[derive(Serialize, Deserialize, Clone, PartialEq, Eq, Debug, Default)]
#[serde(deny_unknown_fields, default)]
pub struct ParcelItem {
    /// Its identity where it comes from; kept where it is free.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<i64>,
    /// The user's name for it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// Its numbers, in the order they came.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub numbers: Vec<NumberItem>,
    /// The shop's orders; one that is in several parcels stands in each of them, with the same identity.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub orders: Vec<OrderItem>,
    /// The shop.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub shop: Option<String>,
    /// The user's tags.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub tags: Vec<String>,
    /// The user's note.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// The last day to open a dispute.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub protected_until: Option<NaiveDate>,
    /// The preset that this day was counted by.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub preset: Option<String>,
    /// After how many silent days this one is stale.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub stale_after_days: Option<u32>,
    /// Until when the user does not want to hear of it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub snoozed_until: Option<NaiveDate>,
    /// When that was said.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub snoozed_at: Option<DateTime<Utc>>,
    /// Only these sources are asked.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub pinned: Vec<String>,
    /// These sources are never asked.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub excluded: Vec<String>,
    /// When it was added.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub added_at: Option<DateTime<Utc>>,
    /// When it was put away.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub archived_at: Option<DateTime<Utc>>,
    /// When the user declared it finished.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub closed_at: Option<DateTime<Utc>>,
    /// When the user said that it never came.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub missing_at: Option<DateTime<Utc>>,
    /// The letters that went out, oldest first.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub messages: Vec<MessageItem>,
    /// The letters that were begun.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub drafts: Vec<MessageItem>,
    /// When something material changed last.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub changed_at: Option<DateTime<Utc>>,
    /// Since when its state is final.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub finished_at: Option<DateTime<Utc>>,
}

/// A letter about a parcel.
#[derive(Serialize, Deserialize, Clone, PartialEq, Eq, Debug)]
#[serde(deny_unknown_fields)]
pub struct MessageItem {
    /// When it went out, or was changed last.
    pub at: DateTime<Utc>,
    /// To whom.
    pub to: String,
    /// What about.
    pub about: String,
    /// In which language.
    pub language: String,
    /// How it went out; of a draft, nothing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub how: Option<String>,
    /// What it says.
    pub text: String,
}

/// An order of a shop.
#[derive(Serialize, Deserialize, Clone, PartialEq, Eq, Debug, Default)]
#[serde(deny_unknown_fields, default)]
pub struct OrderItem {
    /// Its identity where it comes from: the same in every parcel that it is in.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<i64>,
    /// The shop's number for it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub code: Option<String>,
    /// The shop.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub shop: Option<String>,
    /// What was bought.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// When it was ordered or paid.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ordered_on: Option<NaiveDate>,
    /// When the shop sent it off.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub shipped_on: Option<NaiveDate>,
    /// The last day to open a dispute.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub protected_until: Option<NaiveDate>,
    /// The preset that this day was counted by.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub preset: Option<String>,
    /// When the user confirmed that all of it has come.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub received_on: Option<NaiveDate>,
    /// By when the shop expects it to be there.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub expected_on: Option<NaiveDate>,
}

/// A number of a parcel.
#[derive(Serialize, Deserialize, Clone, PartialEq, Eq, Debug)]
#[serde(deny_unknown_fields)]
pub struct NumberItem {
    /// The number.
    pub number: String,
    /// `first`: entered by the user; `handover`: told by a source. Missing: entered.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub role: Option<String>,
    /// When it came to the parcel.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub added_at: Option<DateTime<Utc>>,
}
