//! How many parcels are in which class, for the first line of the screen.

use super::urgency_facts::ListFacts;
use super::{StalenessContext, Urgency};

/// How many parcels of which kind there are, archived ones aside.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct ListCounts {
    /// Unfinished, neither ready nor stuck nor in trouble, and known to have set out.
    pub on_the_way: usize,
    /// Announced, unknown, or nobody has answered yet.
    pub waiting: usize,
    /// Waiting to be collected.
    pub ready: usize,
    /// Silent for long, and waiting is right.
    pub quiet: usize,
    /// Something went wrong.
    pub trouble: usize,
    /// Silent for long, and something is to be done.
    pub stuck: usize,
    /// Nothing more is to come.
    pub finished: usize,
    /// Of all but the archived ones, those that changed since the reader looked at them last.
    pub news: usize,
    /// Put away.
    pub archived: usize,
}

impl ListCounts {
    /// Counts parcels.
    #[must_use]
    pub fn of(parcels: impl IntoIterator<Item = ListFacts>, gauge: &StalenessContext) -> Self {
        let mut counts = Self::default();
        for facts in parcels {
            *counts.slot(&facts, gauge) += 1;
            counts.news += usize::from(facts.has_news && !facts.is_archived);
        }
        counts
    }

    /// How many are listed: all but the archived ones.
    #[must_use]
    pub fn listed(&self) -> usize {
        self.on_the_way + self.waiting + self.ready + self.trouble + self.quiet + self.stuck + self.finished
    }

    fn slot(&mut self, facts: &ListFacts, gauge: &StalenessContext) -> &mut usize {
        if facts.is_archived {
            return &mut self.archived;
        }
        let class = match facts.urgency(gauge) {
            // leaving it alone does not bring it on its way
            Urgency::Snoozed => facts.by_status(),
            class => class,
        };
        match class {
            Urgency::Stale => &mut self.stuck,
            Urgency::Ready => &mut self.ready,
            Urgency::Finished => &mut self.finished,
            Urgency::Waiting => &mut self.waiting,
            Urgency::Trouble => &mut self.trouble,
            Urgency::Quiet => &mut self.quiet,
            _ => &mut self.on_the_way,
        }
    }
}
