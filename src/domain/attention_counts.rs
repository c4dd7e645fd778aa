//! How many parcels are how, for bars and prompts.

use super::urgency_facts::ListFacts;
use super::{StalenessContext, Urgency, protection_left};

/// How many parcels are how, finished and archived ones aside. What is urgent is counted there alone.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct AttentionCounts {
    /// The storage ends today or tomorrow, or the protection within days.
    pub urgent: usize,
    /// Waiting to be collected.
    pub ready: usize,
    /// Silent for long, and something is to be done.
    pub stuck: usize,
    /// A delivery failed, or something else went wrong.
    pub trouble: usize,
    /// With the courier.
    pub courier: usize,
    /// On its way.
    pub moving: usize,
    /// Not yet on its way, or snoozed.
    pub waiting: usize,
}

impl AttentionCounts {
    /// Counts parcels.
    #[must_use]
    pub fn of(parcels: impl IntoIterator<Item = ListFacts>, gauge: &StalenessContext) -> Self {
        let mut counts = Self::default();
        for facts in parcels.into_iter().filter(|facts| !facts.is_finished && !facts.is_archived) {
            *counts.slot(&facts, gauge) += 1;
        }
        counts
    }

    fn slot(&mut self, facts: &ListFacts, gauge: &StalenessContext) -> &mut usize {
        let today = gauge.today();
        let class = facts.urgency(gauge);
        let stored = facts.storage.is_some_and(|storage| class == Urgency::Ready && storage.ends_soon(today));
        let protected = facts.protected_until.is_some_and(|until| protection_left::is_urgent(until, today));
        if stored || (protected && class != Urgency::Snoozed) {
            return &mut self.urgent;
        }
        match class {
            // Its silence is still normal: it is as it was last heard of.
            Urgency::Quiet if facts.by_status() == Urgency::Waiting => &mut self.waiting,
            Urgency::Quiet | Urgency::Moving => &mut self.moving,
            Urgency::Ready => &mut self.ready,
            Urgency::Stale => &mut self.stuck,
            Urgency::Trouble => &mut self.trouble,
            Urgency::OutForDelivery => &mut self.courier,
            Urgency::Waiting | Urgency::Snoozed | Urgency::Finished => &mut self.waiting,
        }
    }

    /// The worst state of all, as a word.
    #[must_use]
    pub fn worst(&self) -> &'static str {
        let states = [
            (self.urgent, "urgent"),
            (self.stuck, "stuck"),
            (self.trouble, "trouble"),
            (self.ready, "ready"),
            (self.courier, "courier"),
            (self.moving, "moving"),
            (self.waiting, "waiting"),
        ];
        states.into_iter().find(|(count, _)| *count > 0).map_or("none", |(_, word)| word)
    }

    /// Whether there is something for a person to do.
    #[must_use]
    pub fn needs_a_person(&self) -> bool {
        self.urgent + self.stuck + self.trouble + self.ready > 0
    }
}
