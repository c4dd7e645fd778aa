//! What the sources' standings tell: who is in trouble, who has not been asked, and whom a person can ask.

use chrono::TimeDelta;

use super::parcel_view::ParcelView;
use super::{Action, AdviceContext, Reason, Situation, SourceReach, SourceSwitch, Step, tracking_pages};
use crate::domain::number::s10_issuers;
use crate::domain::{CleanText, Country, Outcome, SourceId, Standing};

/// Data this fresh speaks for itself, whatever the sources answer now.
const FRESH: TimeDelta = TimeDelta::days(1);
/// So many sources are named at most.
const MOST_NAMES: usize = 3;

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
    let counts = |(_, outcome): &(&Standing, Outcome)| outcome.is_trouble() && (deaf || *outcome == Outcome::BadKey);
    let (standing, outcome) = asked().filter(counts).min_by_key(|(s, outcome)| (rank(*outcome), &s.source))?;
    let answered = standings.iter().filter_map(|s| s.answered_at).max();
    let old = deaf && answered.is_none_or(|at| context.now - at > FRESH);
    Some(SourceProblem { standing, outcome, old })
}

/// What the reader can do something about comes first.
fn rank(outcome: Outcome) -> u8 {
    match outcome {
        Outcome::BadKey => 0,
        Outcome::MoreDataNeeded => 1,
        Outcome::MalformedNumber => 2,
        Outcome::Blocked => 3,
        Outcome::RateLimited | Outcome::BudgetSpent => 4,
        _ => 5,
    }
}

impl SourceProblem<'_> {
    pub fn situation(&self) -> Situation {
        match self.outcome {
            Outcome::BadKey => Situation::KeyRefused,
            Outcome::MoreDataNeeded => Situation::DataWanted,
            Outcome::MalformedNumber => Situation::NumberRefused,
            Outcome::Blocked | Outcome::RateLimited | Outcome::BudgetSpent => Situation::SourcesBlocked,
            _ => Situation::SourcesFailing,
        }
    }

    /// What to do about it.
    pub fn step(&self, context: &AdviceContext) -> Step {
        let (action, reason) = match self.outcome {
            Outcome::BadKey => (Action::FixKey, Reason::KeyBad),
            Outcome::MoreDataNeeded => (Action::OpenPages, Reason::WantsMore),
            Outcome::MalformedNumber => (Action::CheckNumber, Reason::FormRefused),
            Outcome::Blocked => (Action::WaitForSource, Reason::Blocked),
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

/// Where else to look: a source that is not asked although it may know it, and pages for people; empty where
/// everything has been asked.
pub(super) fn elsewhere(view: &ParcelView) -> Vec<Step> {
    unasked(view).into_iter().chain(tracking_pages::pages(view)).collect()
}

/// Sources that are not asked: the parcel is pinned to others, or their turn has not come, or they are off.
fn unasked(view: &ParcelView) -> Option<Step> {
    let destination = view.destination();
    let parcel = view.parcel;
    let pinned = &parcel.pinned;
    let fits = |s: &&SourceSwitch| !asked(view, &s.id) && s.reaches(destination) && s.fits(parcel);
    let unpinned = |s: &&SourceSwitch| s.on && !pinned.is_empty() && !pinned.contains(&s.id);
    // A post is asked when the parcel is in its country, a last resort when nobody else knows it.
    let turn =
        |s: &&SourceSwitch| s.reach == SourceReach::Anywhere && !s.last_resort && !parcel.excluded.contains(&s.id);
    // Who was asked and failed is told of elsewhere.
    let checked = |s: &&SourceSwitch| view.standings.iter().any(|it| it.source == s.id && it.outcome.is_some());
    let waits = |s: &&SourceSwitch| s.on && pinned.is_empty() && turn(s) && !checked(s);
    let sources = &view.context.rules.sources;
    let step = |reason, wanted: &dyn Fn(&&SourceSwitch) -> bool| {
        let about = joined(sources.iter().filter(fits).filter(wanted).map(|s| s.name.as_str()))?;
        Some(Step { action: Action::AskSources, reason, until: None, about: Some(about), links: Vec::new() })
    };
    step(Reason::Pinned, &unpinned)
        .or_else(|| step(Reason::NotYetAsked, &waits))
        .or_else(|| step(Reason::SwitchedOff, &|s| !s.on))
}

/// Who has the parcel, or will have it, at the destination: as a source describes it, else the country's post.
pub(super) fn carrier(view: &ParcelView) -> Option<CleanText> {
    let told = view.standings.iter().find_map(|s| s.facts.as_ref()?.last_mile.clone());
    told.or_else(|| view.destination().and_then(post).map(CleanText::line))
}

pub(super) fn asked(view: &ParcelView, id: &SourceId) -> bool {
    view.standings.iter().any(|s| s.source == *id && s.outcome.is_some_and(|o| !o.is_trouble()))
}

pub(super) fn is_asked_there(view: &ParcelView, country: Country) -> bool {
    let sources = &view.context.rules.sources;
    sources.iter().any(|s| s.serves(country) && asked(view, &s.id))
}

pub(super) fn post(country: Country) -> Option<&'static str> {
    s10_issuers::issuer(country.as_str().as_bytes())
}

pub(super) fn joined<'a>(names: impl Iterator<Item = &'a str>) -> Option<CleanText> {
    CleanText::some_line(&names.take(MOST_NAMES).collect::<Vec<_>>().join(", "))
}
