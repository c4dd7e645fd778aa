//! How a check ended.

/// The outcome of a check in one word.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Outcome {
    /// Events came.
    Answered,
    /// Known, but nothing to tell yet.
    NoNews,
    /// The source does not know the number.
    UnknownNumber,
    /// It wants somebody to prove to be a person.
    Blocked,
    /// It does not want to answer us.
    Refused,
    /// Nothing answers at its address.
    WrongAddress,
    /// Its key could not be had; it was not asked.
    SecretUnavailable,
    /// Too many requests.
    RateLimited,
    /// The quota is used up.
    BudgetSpent,
    /// Its key is missing, wrong or not authorised.
    BadKey,
    /// It refuses the number's shape.
    MalformedNumber,
    /// It wants more than the number.
    MoreDataNeeded,
    /// The answer was larger than what is read.
    TooLarge,
    /// No answer came; will pass.
    Temporary,
    /// The answer has a shape that nobody knows.
    NotUnderstood,
}

impl Outcome {
    /// Every outcome.
    pub const ALL: [Self; 15] = [
        Self::Answered,
        Self::NoNews,
        Self::UnknownNumber,
        Self::Blocked,
        Self::Refused,
        Self::WrongAddress,
        Self::SecretUnavailable,
        Self::RateLimited,
        Self::BudgetSpent,
        Self::BadKey,
        Self::MalformedNumber,
        Self::MoreDataNeeded,
        Self::TooLarge,
        Self::Temporary,
        Self::NotUnderstood,
    ];

    /// The word used in JSON and in the database.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Answered => "answered",
            Self::NoNews => "no_news",
            Self::UnknownNumber => "unknown_number",
            Self::Blocked => "blocked",
            Self::Refused => "refused",
            Self::WrongAddress => "wrong_address",
            Self::SecretUnavailable => "secret_unavailable",
            Self::RateLimited => "rate_limited",
            Self::BudgetSpent => "budget_spent",
            Self::BadKey => "bad_key",
            Self::MalformedNumber => "malformed_number",
            Self::MoreDataNeeded => "more_data_needed",
            Self::TooLarge => "too_large",
            Self::Temporary => "temporary",
            Self::NotUnderstood => "not_understood",
        }
    }

    /// The outcome with that word.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|o| o.as_str() == word)
    }

    /// Whether the source failed, as opposed to having answered (also "I do not know this number").
    #[must_use]
    pub fn is_trouble(self) -> bool {
        !matches!(self, Self::Answered | Self::NoNews | Self::UnknownNumber)
    }
}
