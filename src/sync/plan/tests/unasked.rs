//! Why nobody is asked.

use super::*;
use crate::domain::{Unasked, UnaskedReason};
use crate::sources::Ownership;

fn unasked(watched: &[WatchedNumber], profiles: &[&Profile], scope: &Scope) -> Unasked {
    super::super::unasked(&PlanInput { watched, states: &[], profiles, habits: HABITS, now: now() }, scope)
}

fn picky() -> Profile {
    Profile { ownership: &|_| Ownership::No, ..profile("picky", 1, None) }
}

#[test]
fn a_parcel_that_is_pinned_to_a_source_that_is_not_on_is_a_dead_end() {
    let mut pinned = watched(1);
    pinned.pinned = vec!["dhl".into()];
    let on = profile("cainiao", 10, None);
    let found = unasked(&[pinned.clone(), watched(2)], &[&on], &Scope::Due);
    assert_eq!(found.dead_ends, [(number(1), UnaskedReason::PinnedOff(vec!["dhl".into()]))]);
    pinned.pinned.push("cainiao".into());
    assert!(unasked(&[pinned], &[&on], &Scope::Due).dead_ends.is_empty());
}

#[test]
fn a_number_that_no_source_takes_is_a_dead_end_unless_another_of_its_parcel_is_asked_about() {
    let picky = picky();
    let found = unasked(&[watched(1)], &[&picky], &Scope::All);
    assert_eq!(found.dead_ends, [(number(1), UnaskedReason::NoSource)]);
    let one =
        Profile { ownership: &|n| if n.as_str().ends_with('1') { Ownership::Own } else { Ownership::No }, ..picky };
    let second = WatchedNumber::new(ParcelId(1), number(2), now());
    assert!(unasked(&[watched(1), second], &[&one], &Scope::All).dead_ends.is_empty());
}

#[test]
fn what_is_not_due_says_when_and_what_is_empty_says_so() {
    let on = profile("cainiao", 10, None);
    let mut waiting = watched(1);
    let next = now() + TimeDelta::hours(3);
    waiting.standings = vec![Standing {
        checked_at: Some(now()),
        next_check_at: Some(next),
        ..Standing::new("cainiao".into(), number(1))
    }];
    assert_eq!(
        unasked(&[waiting.clone()], &[&on], &Scope::Due),
        Unasked { next: Some(next), may_insist: true, ..Unasked::default() }
    );
    waiting.finished = true;
    assert!(unasked(&[waiting], &[&on], &Scope::Due).is_empty);
    assert!(unasked(&[], &[&on], &Scope::Due).is_empty);
}
