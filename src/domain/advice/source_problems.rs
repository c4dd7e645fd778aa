//! Which source is in trouble, and what the reader can do about it.

use chrono::TimeDelta;

use super::{Action, AdviceContext, Reason, Situation, Step};
use crate::domain::{CleanText, Outcome, Standing};

/// Data this fresh speaks for itself, whatever the sources answer now.
const FRESH: TimeDelta = TimeDelta::days(1);
/// What is wrong with the sources.
pub(super) struct SourceProblem<'a> {
    /// The one that tells most of it.
    pub standing: &'a Standing,
    pub outcome: Outcome,
    /// Whether nothing can be heard at all: every source that was asked is in trouble, and what is known is old.
    pub old: bool,
}

/// What is wrong with the sources, where it matters: all that were asked are in trouble, or one needs a key.
pub(super) fn trouble<'a>(standings: &'a [Standing], context: &AdviceContext) -> Option<SourceProblem<'a>> {
    let asked = || standings.iter().filter_map(|s| Some((s, s.outcome?)));
    let deaf = asked().next().is_some() && asked().all(|(_, outcome)| outcome.is_trouble());
    let counts = |(_, outcome): &(&Standing, Outcome)| {
        outcome.is_trouble() && (deaf || matches!(outcome, Outcome::BadKey | Outcome::SecretUnavailable))
    };
    let (standing, outcome) = asked().filter(counts).min_by_key(|(s, outcome)| (rank(*outcome), &s.source))?;
    let answered = standings.iter().filter_map(|s| s.answered_at).max();
    let old = deaf && answered.is_none_or(|at| context.now - at > FRESH);
    Some(SourceProblem { standing, outcome, old })
}

/// What the reader can do something about comes first.
fn rank(outcome: Outcome) -> u8 {
    match outcome {
        Outcome::BadKey => 0,
        Outcome::SecretUnavailable => 1,
        Outcome::MoreDataNeeded => 2,
        Outcome::MalformedNumber => 3,
        Outcome::Blocked | Outcome::Refused => 4,
        Outcome::RateLimited | Outcome::BudgetSpent => 5,
        _ => 6,
    }
}

impl SourceProblem<'_> {
    pub fn situation(&self) -> Situation {
        match self.outcome {
            Outcome::BadKey => Situation::KeyRefused,
            Outcome::SecretUnavailable => Situation::KeyUnavailable,
            Outcome::MoreDataNeeded => Situation::DataWanted,
            Outcome::MalformedNumber => Situation::NumberRefused,
            Outcome::Blocked | Outcome::Refused | Outcome::RateLimited | Outcome::BudgetSpent => {
                Situation::SourcesBlocked
            }
            _ => Situation::SourcesFailing,
        }
    }

    /// What to do about it.
    pub fn step(&self, context: &AdviceContext) -> Step {
        let (action, reason) = match self.outcome {
            Outcome::BadKey => (Action::FixKey, Reason::KeyBad),
            Outcome::SecretUnavailable => (Action::FixKey, Reason::KeyMissing),
            Outcome::MoreDataNeeded => (Action::OpenPages, Reason::WantsMore),
            Outcome::MalformedNumber => (Action::CheckNumber, Reason::FormRefused),
            Outcome::Blocked | Outcome::Refused => (Action::WaitForSource, Reason::Blocked),
            Outcome::RateLimited | Outcome::BudgetSpent => (Action::WaitForSource, Reason::QuotaUsedUp),
            _ => (Action::WaitForSource, Reason::Unreachable),
        };
        let next = self.standing.next_check_at.filter(|at| *at > context.now);
        let until = next.filter(|_| action == Action::WaitForSource).map(|at| context.date(at));
        // A number's correction is what "check the number" names; here is none.
        let name = CleanText::line(context.rules.source_name(&self.standing.source));
        let about = (action != Action::CheckNumber).then_some(name);
        Step { action, reason, until, about, links: Vec::new() }
    }
}
