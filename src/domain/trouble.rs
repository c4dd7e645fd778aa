//! Why a source gave no result.

use super::CleanText;
use super::outcome::Outcome;
use super::trouble_cause::Cause;

/// Why a source gave no result. Never a parcel's status.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Trouble {
    /// It wants somebody to prove to be a person: a captcha. Back off for hours.
    Blocked,
    /// It does not want to answer us: HTTP 403, HTTP 451, a page for people in place of data. Back off for hours.
    Refused {
        /// How that showed.
        why: Cause,
    },
    /// Nothing answers at the address any more, or not there: moved, or wrongly configured.
    WrongAddress {
        /// How that showed.
        why: Cause,
    },
    /// Its key could not be had: a locked agent, a command that fails. It was not asked.
    SecretUnavailable {
        /// Why not.
        why: Cause,
    },
    /// Too many requests; the source may have said for how long.
    RateLimited {
        /// Seconds to wait, from Retry-After, where given.
        retry_after: Option<u64>,
    },
    /// The account's or our own quota is used up.
    BudgetSpent,
    /// The key is missing, wrong or not authorised: the user must act.
    BadKey,
    /// The source refuses the number's shape: the user must act.
    MalformedNumber,
    /// The source wants more (a postcode, a phone number): the user must act.
    MoreDataNeeded {
        /// What is wanted, in the source's words.
        what: CleanText,
    },
    /// The answer was larger than what is read.
    TooLarge,
    /// The network, a server error, a timeout: will pass.
    Temporary {
        /// What happened, without secrets.
        what: CleanText,
    },
    /// The answer has a shape that nobody knows.
    NotUnderstood {
        /// Where: a JSON or XML path and what was found there.
        path: CleanText,
    },
}

impl From<&Trouble> for Outcome {
    fn from(trouble: &Trouble) -> Self {
        match trouble {
            Trouble::Blocked => Self::Blocked,
            Trouble::Refused { .. } => Self::Refused,
            Trouble::WrongAddress { .. } => Self::WrongAddress,
            Trouble::SecretUnavailable { .. } => Self::SecretUnavailable,
            Trouble::RateLimited { .. } => Self::RateLimited,
            Trouble::BudgetSpent => Self::BudgetSpent,
            Trouble::BadKey => Self::BadKey,
            Trouble::MalformedNumber => Self::MalformedNumber,
            Trouble::MoreDataNeeded { .. } => Self::MoreDataNeeded,
            Trouble::TooLarge => Self::TooLarge,
            Trouble::Temporary { .. } => Self::Temporary,
            Trouble::NotUnderstood { .. } => Self::NotUnderstood,
        }
    }
}

impl Trouble {
    /// The detail that goes beside the outcome's word: a path, a reason, what is wanted.
    #[must_use]
    pub fn detail(&self) -> Option<CleanText> {
        match self {
            Self::MoreDataNeeded { what } | Self::Temporary { what } => Some(what.clone()),
            Self::NotUnderstood { path } => Some(path.clone()),
            Self::Refused { why } | Self::WrongAddress { why } | Self::SecretUnavailable { why } => Some(why.text()),
            _ => None,
        }
    }

    /// A trouble that will pass, of a known cause.
    #[must_use]
    pub fn temporary(cause: &Cause) -> Self {
        Self::Temporary { what: cause.text() }
    }
}
