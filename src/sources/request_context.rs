//! What the request of a source is built from.

use std::collections::BTreeMap;

use secrecy::SecretString;

use crate::domain::TrackingNumber;

/// Secrets by name.
pub(super) type SecretValues = BTreeMap<&'static str, SecretString>;

/// What a request is built from.
#[derive(Clone, Copy)]
pub(super) struct RequestContext<'a> {
    /// Where the source answers, without a slash at the end.
    pub(super) base_url: &'a str,
    /// The numbers asked about: at least one, at most the profile's batch.
    pub(super) numbers: &'a [TrackingNumber],
    /// The reader's language (ISO 639), for sources that can answer in it; `None`: they answer in their own.
    pub(super) language: Option<&'static str>,
    /// The values of the secrets that the profile names.
    pub(super) secrets: &'a SecretValues,
}

impl<'a> RequestContext<'a> {
    /// The only number of a source that is asked about one at a time.
    pub(super) fn number(&self) -> &'a str {
        self.numbers.first().map(TrackingNumber::as_str).unwrap_or_default()
    }

    /// All numbers, for a source that is asked about several at once.
    pub(super) fn number_texts(&self) -> Vec<&'a str> {
        self.numbers.iter().map(TrackingNumber::as_str).collect()
    }

    /// The value of a secret; empty for a name that the profile does not list.
    pub(super) fn secret(&self, name: &str) -> SecretString {
        self.secrets.get(name).cloned().unwrap_or_default()
    }

    /// The same about other numbers.
    pub(super) fn about(self, numbers: &'a [TrackingNumber]) -> Self {
        Self { numbers, ..self }
    }
}
