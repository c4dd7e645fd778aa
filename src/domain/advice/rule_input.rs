//! A parcel as advice sees it: everything that more than one rule asks for, found out once.

use chrono::{Days, NaiveDate};

use super::source_problems;
use super::source_problems::SourceProblem;
use super::{AdviceContext, NormalSilence, Situation, Stage, Step, normal_silence, number_problems, window};
use crate::domain::protection_left::{Protection, protection, seen};
use crate::domain::{
    CleanText, Country, Parcel, SnoozeState, Standing, State, Status, Storage, current_silence, snooze,
};

/// A parcel as advice sees it.
pub(super) struct RuleInput<'a> {
    pub parcel: &'a Parcel,
    pub standings: &'a [Standing],
    pub context: &'a AdviceContext<'a>,
    pub today: NaiveDate,
    pub stage: Stage,
    /// Full days since the newest news.
    pub silent: u32,
    /// How long that is normal.
    pub normal: NormalSilence,
    pub stale: bool,
    /// Whether the user put it off.
    pub rest: SnoozeState,
    pub protection: Option<Protection>,
    /// What is wrong with the number, where nobody knows it.
    pub mistake: Option<Step>,
    /// What is wrong with the sources.
    pub trouble: Option<SourceProblem<'a>>,
}

/// The protection; where it is over or there is none, what was delivered and never came has the days after a delivery.
fn end(parcel: &Parcel, today: NaiveDate, context: &AdviceContext) -> Option<Protection> {
    let margin = context.rules.dispute_margin_days;
    let protection = protection(parcel, today, margin);
    let missing = parcel.missing_at.is_some() && protection.is_none_or(|p| !p.is_open());
    let window = window(parcel, today, context.rules.after_delivery_days).filter(|window| missing && !window.over);
    window.map(|window| seen(parcel, window.until, today, margin)).or(protection)
}

impl<'a> RuleInput<'a> {
    pub fn of(parcel: &'a Parcel, standings: &'a [Standing], context: &'a AdviceContext<'a>) -> Self {
        let stage = Stage::of(parcel, standings);
        let status = parcel.summary.state.map(|s| s.status);
        let nobody_knows = matches!(status, None | Some(Status::NotFound));
        let today = context.today();
        Self {
            parcel,
            standings,
            context,
            today,
            stage,
            silent: current_silence::silent_days(parcel, context.now),
            normal: normal_silence::patience(parcel, stage, context),
            stale: current_silence::is_stale(parcel, context.rules.limits(), context.now),
            rest: snooze::rest(parcel, today),
            protection: end(parcel, today, context),
            mistake: if nobody_knows { number_problems::mistake(parcel) } else { None },
            trouble: source_problems::trouble(standings, context),
        }
    }

    /// Where the parcel goes, as far as it is known.
    pub fn destination(&self) -> Option<Country> {
        self.parcel.summary.destination.or(self.context.rules.home)
    }

    pub fn state(&self) -> Option<State> {
        self.parcel.summary.state
    }

    /// Whether no source can be asked as things stand.
    pub fn is_dead_end(&self) -> bool {
        let (sources, destination) = (&self.context.rules.sources, self.destination());
        let has_number = !self.parcel.numbers.is_empty();
        has_number && !sources.is_empty() && !sources.iter().any(|s| s.can_be_asked(self.parcel, destination))
    }

    /// How long it is kept where it waits, where a source tells.
    pub fn storage(&self) -> Option<Storage> {
        self.parcel.summary.storage.as_ref().map(|(storage, _)| *storage)
    }

    /// Whether the silence is longer than is normal at the stage.
    pub fn is_overdue(&self) -> bool {
        self.silent > self.normal.days
    }

    /// Whether the protection ends so soon that nothing else comes first.
    pub fn ends_soon(&self) -> bool {
        self.protection.is_some_and(|p| p.ends_soon())
    }

    /// The last day on which the silence is still normal; today at the earliest.
    pub fn normal_until(&self) -> Option<NaiveDate> {
        let heard = self.context.date(current_silence::heard_at(self.parcel));
        Some(heard.checked_add_days(Days::new(self.normal.days.into()))?.max(self.today))
    }

    /// The name of what a situation is about: the source that is in trouble.
    pub fn about(&self, situation: Situation) -> Option<CleanText> {
        let about_source = matches!(
            situation,
            Situation::KeyRefused
                | Situation::KeyUnavailable
                | Situation::DataWanted
                | Situation::NumberRefused
                | Situation::SourcesBlocked
                | Situation::SourcesFailing
        );
        let trouble = self.trouble.as_ref().filter(|_| about_source)?;
        Some(CleanText::line(self.context.rules.source_name(&trouble.standing.source)))
    }
}
