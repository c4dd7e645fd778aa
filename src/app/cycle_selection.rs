//! Going to the next or the previous of several things, round and round.

/// Which neighbour of the present thing.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Neighbour {
    /// The one after it; after the last the first.
    Next,
    /// The one before it; before the first the last.
    Previous,
}

impl Neighbour {
    /// The position of the neighbour of `at` among `count` things; 0 where there are none.
    #[must_use]
    pub fn of(self, at: usize, count: usize) -> usize {
        match self {
            Self::Next if at + 1 < count => at + 1,
            Self::Next => 0,
            Self::Previous => at.checked_sub(1).unwrap_or(count.saturating_sub(1)),
        }
    }
}
