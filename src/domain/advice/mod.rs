//! What to do about a parcel that is stuck, unknown, disputed, or whose sources fail: why, the next steps, and by
//! which day. Pure; the words are the reader's elsewhere.
//!
//! Day numbers are defaults that the user can change, never rules of a carrier or a shop.

mod asked_sources;
mod destination_carrier;
mod dispute_window;
mod learned_silence;
mod longest_past_silence;
mod next_steps;
mod normal_silence;
mod number_problems;
mod rule_input;
mod settings;
mod situation;
mod situation_rules;
mod source_problems;
mod stage_limits;
mod step;
#[cfg(test)]
pub(crate) mod test_parcels;
#[cfg(test)]
mod tests;
mod tracking_pages;

pub use dispute_window::{DisputeWindow, window};
pub use learned_silence::{ENOUGH, LEAST_DAYS, Lane, LearnedSilence, NO_EXPERIENCE, SilenceCount, UsualSilence};
pub use longest_past_silence::ParcelHistory;
pub use normal_silence::{Basis, NormalSilence};
pub use number_problems::only_to_border;
pub use settings::{AdviceContext, AdviceSettings, OwnershipTest, SourceReach, SourceSwitch};
pub use situation::{Severity, Situation};
pub use stage_limits::{Stage, Thresholds};
pub use step::{Action, Link, Reason, Step};

use super::{CleanText, Parcel, Standing};
use rule_input::RuleInput;

/// What is the matter with a parcel, and what to do about it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Advice {
    /// What it is stuck in.
    pub situation: Situation,
    /// How much that matters.
    pub severity: Severity,
    /// Full days since the newest news, or since it was added.
    pub days: u32,
    /// Full days that are normal for it at its stage.
    pub normal: NormalSilence,
    /// Whom or what the situation is about, where that has a name: a source.
    pub about: Option<CleanText>,
    /// The next steps, the first one first; at least one.
    pub steps: Vec<Step>,
}

/// How far an unfinished parcel has come, and how long silence is normal there.
#[must_use]
pub fn normal(parcel: &Parcel, standings: &[Standing], context: &AdviceContext) -> Option<(Stage, NormalSilence)> {
    let stage = Stage::of(parcel, standings);
    (stage != Stage::Finished).then(|| (stage, normal_silence::patience(parcel, stage, context)))
}

/// Advice on a parcel; `None` where all is well, where it is finished and undisputed, and where the user has put it
/// away. `standings` are those of all its numbers.
#[must_use]
pub fn advice(parcel: &Parcel, standings: &[Standing], context: &AdviceContext) -> Option<Advice> {
    if parcel.archived_at.is_some() || parcel.closed_at.is_some() {
        return None;
    }
    let input = RuleInput::of(parcel, standings, context);
    let situation = situation_rules::of(&input)?;
    Some(Advice {
        situation,
        severity: if input.rest.is_asleep() { Severity::Info } else { situation_rules::severity(situation, &input) },
        days: input.silent,
        normal: input.normal,
        about: input.about(situation),
        steps: next_steps::of(situation, &input),
    })
}
