//! What must hold for any input.

use std::collections::BTreeSet;
use std::time::Duration;

use chrono::TimeDelta;
use proptest::prelude::*;

use super::*;
use crate::domain::CleanText;

prop_compose! {
    fn any_standing(source: &'static str, n: usize)(
        minutes in -6000_i64..6000, checked in 0_i64..6000, which in 0..Outcome::ALL.len(), failures in 0_u32..5,
    ) -> Standing {
        Standing {
            checked_at: Some(now() - TimeDelta::minutes(checked)),
            outcome: Some(Outcome::ALL[which]),
            failures,
            ..standing(source, n, Some(now() + TimeDelta::minutes(minutes)))
        }
    }
}

prop_compose! {
    fn any_watched()(n in 0_usize..40)(
        a in proptest::option::of(any_standing("a", n)), b in proptest::option::of(any_standing("b", n)),
        parcel in 0_i64..30, finished in any::<bool>(), pinned in 0..4, n in Just(n),
    ) -> WatchedNumber {
        WatchedNumber {
            parcel: ParcelId(parcel),
            finished,
            finished_at: finished.then(now),
            pinned: if pinned == 0 { vec!["b".into()] } else { Vec::new() },
            standings: a.into_iter().chain(b).collect(),
            ..watched(n)
        }
    }
}

prop_compose! {
    fn any_state(source: &'static str)(
        pause in proptest::option::of(-600_i64..600), which in 0..Outcome::ALL.len(), spent in 0_u32..8,
    ) -> SourceState {
        SourceState {
            paused_until: pause.map(|m| now() + TimeDelta::minutes(m)),
            paused_for: pause.map(|_| Outcome::ALL[which]),
            spent,
            spent_day: Some(now().date_naive()),
            ..state(source)
        }
    }
}

fn any_scope() -> impl Strategy<Value = Scope> {
    let ids = proptest::collection::vec((0_i64..30).prop_map(ParcelId), 0..9);
    prop_oneof![Just(Scope::Due), Just(Scope::All), ids.prop_map(Scope::Parcels)]
}

proptest! {
    #[test]
    fn a_plan_keeps_every_limit(
        list in proptest::collection::vec(any_watched(), 0..60),
        a in any_state("a"), b in any_state("b"), scope in any_scope(), batch in 1_usize..7,
    ) {
        let (pa, pb) = (profile("a", batch, Some(5)), profile("b", 1, None));
        let states = [a, b];
        let questions = plan(&list, &states, &[&pa, &pb], &scope, now());
        prop_assert_eq!(&questions, &plan(&list, &states, &[&pa, &pb], &scope, now()), "the same twice");
        for (profile, state) in [(&pa, &states[0]), (&pb, &states[1])] {
            let mine: Vec<&Question> = questions.iter().filter(|q| q.source.as_str() == profile.id).collect();
            let left = budget::left(profile, Some(state), now());
            prop_assert!(left.is_none_or(|left| mine.len() <= left as usize), "budget");
            let paused = pause::holding(state, now(), scope != Scope::Due).is_some();
            prop_assert!(!paused || mine.is_empty(), "a paused source is asked");
            prop_assert!(mine.iter().all(|q| (1..=profile.batch).contains(&q.numbers.len())), "batch");
            let asked: Vec<&TrackingNumber> = mine.iter().flat_map(|q| &q.numbers).collect();
            let once: BTreeSet<&TrackingNumber> = asked.iter().copied().collect();
            prop_assert_eq!(once.len(), asked.len(), "a number is asked twice");
            let profiles = [&pa, &pb];
            let view = PlanInput { watched: &list, states: &states, profiles: &profiles, habits: HABITS, now: now() };
            let router = route::Router::new(view);
            let column = usize::from(profile.id == "b");
            let route = |w: &WatchedNumber| router.routes(w, matches!(scope, Scope::Parcels(_)))[column];
            let asks = |w: &&WatchedNumber| route(w).is_some_and(|route| {
                matches!(verdict(profile, w, Some(state), &route, &scope, now()), DueVerdict::Ask(_))
            });
            let due: BTreeSet<&TrackingNumber> = list.iter().filter(asks).map(|w| &w.number).collect();
            if left.is_none() {
                prop_assert!(once.is_superset(&due), "somebody due is left out");
            }
            prop_assert!(scope == Scope::Due || due.is_superset(&once), "somebody is asked for no reason");
        }
    }

    #[test]
    fn after_everything_is_answered_nothing_is_due(
        list in proptest::collection::vec(any_watched(), 0..30), batch in 1_usize..7,
    ) {
        let a = profile("a", batch, None);
        let mut list = list;
        for entry in &mut list {
            let next = next_check(&a, entry, &Ok(unknown()), &state("a"), now());
            entry.standings = vec![standing("a", 0, Some(next))];
        }
        prop_assert!(plan(&list, &[state("a")], &[&a], &Scope::Due, now()).is_empty());
        prop_assert!(wake_at(&list, &[state("a")], &[&a], now()).is_none_or(|at| at > now()));
    }

    #[test]
    fn no_check_is_nearer_than_the_least_interval(minutes in 0_u64..3000, n in 0_usize..500, failures in 0_u32..9) {
        let mut a = profile("a", 1, None);
        a.min_interval = Duration::from_secs(minutes * 60);
        let mut entry = watched(n);
        entry.standings.push(Standing { failures, ..standing("a", n, None) });
        let lost = || Err(Trouble::Temporary { what: CleanText::line("x") });
        for result in [Ok(unknown()), lost(), Err(Trouble::Blocked), Ok(known(None, Some(TimeDelta::days(1))))] {
            let next = next_check(&a, &entry, &result, &state("a"), now());
            prop_assert!(next >= now() + TimeDelta::seconds(i64::try_from(minutes * 60).unwrap()));
            prop_assert_eq!(next, next_check(&a, &entry, &result, &state("a"), now()));
        }
    }
}
