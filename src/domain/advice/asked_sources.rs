//! Which sources were asked about a parcel, and which other ones may know it.

use super::rule_input::RuleInput;
use super::{Action, Reason, SourceReach, SourceSwitch, Step};
use crate::domain::{CleanText, Country, SourceId};

/// So many sources are named at most.
const MOST_NAMES: usize = 3;

/// Sources that are not asked: the parcel is pinned to others, or their turn has not come, or they are off.
pub(super) fn unasked(input: &RuleInput) -> Option<Step> {
    let destination = input.destination();
    let parcel = input.parcel;
    let pinned = &parcel.pinned;
    let fits = |s: &&SourceSwitch| !asked(input, &s.id) && s.reaches(destination) && s.fits(parcel);
    let unpinned = |s: &&SourceSwitch| s.on && !pinned.is_empty() && !pinned.contains(&s.id);
    // A post is asked when the parcel is in its country, a last resort when nobody else knows it.
    let turn =
        |s: &&SourceSwitch| s.reach == SourceReach::Anywhere && !s.last_resort && !parcel.excluded.contains(&s.id);
    // Who was asked and failed is told of elsewhere.
    let checked = |s: &&SourceSwitch| input.standings.iter().any(|it| it.source == s.id && it.outcome.is_some());
    let waits = |s: &&SourceSwitch| s.on && pinned.is_empty() && turn(s) && !checked(s);
    let sources = &input.context.rules.sources;
    let step = |reason, wanted: &dyn Fn(&&SourceSwitch) -> bool| {
        let about = joined(sources.iter().filter(fits).filter(wanted).map(|s| s.name.as_str()))?;
        Some(Step { action: Action::AskSources, reason, until: None, about: Some(about), links: Vec::new() })
    };
    let pinned_off = |s: &&SourceSwitch| !s.on && pinned.contains(&s.id);
    let about = joined(sources.iter().filter(pinned_off).map(|s| s.name.as_str()));
    let switch_on = about.filter(|_| input.is_dead_end()).map(|about| Step {
        action: Action::AskSources,
        reason: Reason::SwitchedOff,
        until: None,
        about: Some(about),
        links: Vec::new(),
    });
    switch_on
        .or_else(|| step(Reason::Pinned, &unpinned))
        .or_else(|| step(Reason::NotYetAsked, &waits))
        .or_else(|| step(Reason::SwitchedOff, &|s| !s.on))
}

/// Whether a source was asked and answered.
pub(super) fn asked(input: &RuleInput, id: &SourceId) -> bool {
    input.standings.iter().any(|s| s.source == *id && s.outcome.is_some_and(|o| !o.is_trouble()))
}

/// Whether the post of a country was asked and answered.
pub(super) fn is_asked_there(input: &RuleInput, country: Country) -> bool {
    let sources = &input.context.rules.sources;
    sources.iter().any(|s| s.serves(country) && asked(input, &s.id))
}

/// The first few names as one text; `None` if there is none.
pub(super) fn joined<'a>(names: impl Iterator<Item = &'a str>) -> Option<CleanText> {
    CleanText::some_line(&names.take(MOST_NAMES).collect::<Vec<_>>().join(", "))
}
