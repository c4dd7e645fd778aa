//! Why nobody is asked, in the reader's words.

use super::domain_text;
use super::stdout_abilities::talk;
use crate::cli::context::CommandContext;
use crate::domain::{SourceId, Unasked, UnaskedReason};
use crate::sources::{Sources, Switch};
use crate::sync::{PassReport, Skipped};
use crate::t;

/// So many parcels are named.
const MOST: usize = 10;

/// Tells about what nobody was asked; where no check was made at all, also why not.
pub fn report(report: &PassReport, context: &CommandContext) {
    tell_dead_ends(&report.unasked, context);
    if report.checked > 0 {
        return;
    }
    let (texts, unasked) = (&context.texts, &report.unasked);
    let elsewhere = |skipped: &Skipped| match skipped {
        Skipped::Elsewhere(until) => Some(*until),
        _ => None,
    };
    let elsewhere: Vec<_> = report.skipped.iter().filter_map(|(.., why)| elsewhere(why)).collect();
    if !elsewhere.is_empty() {
        let count = elsewhere.len();
        talk(&match elsewhere.into_iter().flatten().max().map(domain_text::instant) {
            Some(until) => t!(texts, "cli-sync-elsewhere-until", count = count, until = until),
            None => t!(texts, "cli-sync-elsewhere", count = count),
        });
    } else if unasked.is_empty {
        talk(&t!(texts, "unasked-nothing"));
    } else if let Some(next) = unasked.next.filter(|_| report.skipped.is_empty()) {
        let next = domain_text::instant(next);
        talk(&if unasked.may_insist {
            t!(texts, "cli-sync-not-due", time = next)
        } else {
            t!(texts, "unasked-not-before", time = next)
        });
    }
}

fn tell_dead_ends(unasked: &Unasked, context: &CommandContext) {
    let texts = &context.texts;
    let mut off: Vec<&SourceId> = Vec::new();
    for (number, why) in unasked.dead_ends.iter().take(MOST) {
        let number = number.to_string();
        match why {
            UnaskedReason::NoSource => talk(&t!(texts, "unasked-no-source", number = number)),
            UnaskedReason::PinnedOff(sources) => {
                let names: Vec<&str> = sources.iter().map(SourceId::as_str).collect();
                talk(&t!(texts, "unasked-pinned-off", number = number, sources = names.join(", ")));
                off.extend(sources);
            }
        }
    }
    if unasked.dead_ends.len() > MOST {
        talk(&t!(texts, "unasked-more", count = unasked.dead_ends.len().saturating_sub(MOST)));
    }
    off.sort_unstable();
    off.dedup();
    warn_of_those_off(off, context);
}

/// Says of each source that is not on what it takes to have it asked.
pub fn warn_of_those_off<'a>(ids: impl IntoIterator<Item = &'a SourceId>, context: &CommandContext) {
    let (sources, texts) = (Sources::new(&context.config.sources), &context.texts);
    for id in ids {
        let Some(source) = sources.all().iter().find(|source| source.profile.id == id.as_str()) else { continue };
        match source.state {
            Switch::On => {}
            Switch::Off => talk(&t!(texts, "cli-source-off", id = id.as_str())),
            Switch::NeedsSecret(secret) => {
                let hint = source.profile.key_hint;
                talk(&t!(texts, "cli-source-needs-secret", id = id.as_str(), secret = secret, hint = hint));
            }
        }
    }
}
