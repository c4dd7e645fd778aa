//! Who wrote a mail, about what, and when.

use chrono::NaiveDate;

/// Who wrote a mail, about what, and when.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(super) struct Envelope {
    /// The name and the address of the sender.
    pub from: String,
    pub subject: String,
    /// By the sender's clock; `None` where it is not known.
    pub day: Option<NaiveDate>,
}
