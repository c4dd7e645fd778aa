//! How long a parcel is kept where it waits to be collected.

use chrono::NaiveDate;

/// The last day, and what comes after it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Storage {
    /// The last day.
    pub until: NaiveDate,
    /// What comes then.
    pub then: Afterwards,
}

/// What becomes of a parcel that was not collected.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Afterwards {
    /// It is sent back.
    SentBack,
    /// It is kept on, for money.
    Costs,
}

impl Afterwards {
    const ALL: [Self; 2] = [Self::SentBack, Self::Costs];

    /// The word used in JSON and in the database.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::SentBack => "sent_back",
            Self::Costs => "costs",
        }
    }

    /// The one with that word.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|known| known.as_str() == word)
    }
}

impl Storage {
    /// Days left: 0 on the last day, negative where it is over. `today` is the reader's date.
    #[must_use]
    pub fn days_left(self, today: NaiveDate) -> i64 {
        (self.until - today).num_days()
    }

    /// Whether it ends today or tomorrow.
    #[must_use]
    pub fn ends_soon(self, today: NaiveDate) -> bool {
        (0..=1).contains(&self.days_left(today))
    }
}
