//! Whom to ask, as a table, and what must hold for any parcel.

use proptest::prelude::*;

use chrono::{DateTime, TimeDelta, Utc};

use super::*;
use crate::domain::{
    Country, NumberRole, Outcome, ReportedFacts, SourceId, Standing, State, Status, SubStatus, TrackingNumber,
};
use crate::sources::{Ownership, Profile, Role};
use crate::store::SourceState;
use crate::sync::plan::{Habits, Scope, plan, reasons, wake_at};

fn now() -> DateTime<Utc> {
    "2026-11-20T12:00:00Z".parse().unwrap()
}

fn ago(hours: i64) -> DateTime<Utc> {
    now() - TimeDelta::hours(hours)
}

fn profile(id: &'static str, role: Role, ownership: fn(&TrackingNumber) -> Ownership) -> Profile {
    Profile { id, name: id, ownership: Box::leak(Box::new(ownership)), role, batch: 10, ..Profile::DEFAULT }
}

/// An S10 number of the country is the post's own, another one it may know.
fn s10(number: &TrackingNumber, country: &str) -> Ownership {
    let text = number.as_str();
    match text.len() == 13 && text.as_bytes()[11].is_ascii_alphabetic() {
        true if text.ends_with(country) => Ownership::Own,
        true => Ownership::Possible,
        false => Ownership::No,
    }
}

/// In the order of a table: two first legs, two posts, two aggregators, a last resort.
fn everybody() -> Vec<Profile> {
    vec![
        profile("cainiao", Role::FirstLeg, |_| Ownership::Possible),
        profile(
            "four-px",
            Role::FirstLeg,
            |n| if n.as_str().starts_with("4PX") { Ownership::Own } else { Ownership::No },
        ),
        profile("russian-post", Role::Local(&["RU"]), |n| s10(n, "RU")),
        profile("belpost", Role::Local(&["BY"]), |n| s10(n, "BY")),
        profile("17track", Role::Aggregator, |_| Ownership::Possible),
        profile("ship24", Role::Aggregator, |_| Ownership::Possible),
        profile("upu", Role::LastResort, |n| s10(n, "UN")),
    ]
}

const LP: &str = "LP00620966542870";
const RB: &str = "RB382204916CN";
const RA: &str = "RA123456785RU";

fn watched(number: &str, role: NumberRole) -> WatchedNumber {
    WatchedNumber {
        role,
        last_event_at: Some(ago(24)),
        ..WatchedNumber::new(ParcelId(1), TrackingNumber::parse(number).unwrap(), ago(48))
    }
}

fn first(number: &str, standings: Vec<Standing>) -> WatchedNumber {
    let number = WatchedNumber { standings, ..watched(number, NumberRole::First) };
    let standings = number.standings.iter().cloned();
    WatchedNumber { standings: standings.map(|s| Standing { number: number.number.clone(), ..s }).collect(), ..number }
}

fn standing(source: &str, outcome: Outcome, state: Option<State>) -> Standing {
    Standing {
        checked_at: Some(ago(2)),
        outcome: Some(outcome),
        answered_at: (!outcome.is_trouble()).then(|| ago(2)),
        facts: state.map(|s| ReportedFacts { state: Some(s), ..ReportedFacts::default() }),
        next_check_at: Some(ago(1)),
        failures: u32::from(outcome.is_trouble()) * 2,
        ..Standing::new(SourceId::new(source), TrackingNumber::parse(LP).unwrap())
    }
}

fn knows(source: &str) -> Standing {
    standing(source, Outcome::Answered, Some(State::UNDERWAY))
}

fn unaware(source: &str) -> Standing {
    standing(source, Outcome::UnknownNumber, None)
}

fn to_russia(source: &str) -> Standing {
    let facts =
        ReportedFacts { state: Some(State::UNDERWAY), destination: Country::parse("RU"), ..ReportedFacts::default() };
    Standing { facts: Some(facts), ..knows(source) }
}

fn failed(source: &str, hours_since_answer: i64) -> Standing {
    Standing { outcome: Some(Outcome::Blocked), answered_at: Some(ago(hours_since_answer)), ..to_russia(source) }
}

/// Who is asked now about the number, and why; `*`: at most once a day.
fn asked(on: &[&str], list: &[WatchedNumber], number: &str, home: Option<&str>) -> Vec<String> {
    let all = everybody();
    let profiles: Vec<&Profile> = all.iter().filter(|p| on.contains(&p.id)).collect();
    let habits = Habits { home: home.and_then(Country::parse), stale_after_days: 7 };
    let view = PlanInput { watched: list, states: &[], profiles: &profiles, habits, now: now() };
    let mine = reasons(&view).into_iter().filter(|(_, n, route)| n.as_str() == number && route.from <= now());
    let word = |(source, _, route): (SourceId, TrackingNumber, Route)| {
        format!("{source} {:?}{}", route.why, if route.pace == AskPace::Daily { "*" } else { "" })
    };
    mine.map(word).collect()
}

const ALL: [&str; 7] = ["cainiao", "four-px", "russian-post", "belpost", "17track", "ship24", "upu"];
const TWO: [&str; 2] = ["cainiao", "17track"];

/// What it is, who is on, the number, the user's country, who is asked.
type Row<'a> = (&'a str, &'a [&'a str], WatchedNumber, Option<&'a str>, &'a [&'a str]);

#[expect(clippy::too_many_lines, reason = "one table of rows, whose setting is said once")]
#[test]
fn a_number_that_set_out() {
    let arrived = Standing {
        facts: Some(ReportedFacts {
            state: Some(State::new(Status::InTransit, SubStatus::CustomsProcessing)),
            ..to_russia("cainiao").facts.unwrap()
        }),
        ..to_russia("cainiao")
    };
    let long_unaware = |standings| WatchedNumber { added_at: ago(80), ..first(RB, standings) };
    let silent = |number| WatchedNumber { last_event_at: Some(ago(8 * 24)), ..first(number, vec![knows("cainiao")]) };
    let excluding = |id: &str| WatchedNumber { excluded: vec![id.into()], ..first(LP, vec![]) };
    let nobody = vec![unaware("cainiao"), unaware("17track"), unaware("ship24")];
    let table: Vec<Row> = vec![
        ("new", &ALL, first(LP, vec![]), Some("RU"), &["cainiao FirstLeg"]),
        ("new, to be answered by two", &TWO, first(LP, vec![]), None, &["cainiao FirstLeg"]),
        ("its own format", &ALL, first("4PX3000123456789CN", vec![]), None, &["cainiao FirstLeg", "four-px OwnFormat"]),
        ("known to the first leg", &ALL, first(RB, vec![to_russia("cainiao")]), None, &["cainiao AnsweredBefore"]),
        (
            "arrived where it goes",
            &ALL,
            first(RB, vec![arrived.clone()]),
            Some("BY"),
            &["cainiao AnsweredBefore", "russian-post Destination"],
        ),
        ("arrived, of a form the post cannot know", &ALL, first(LP, vec![arrived]), None, &["cainiao AnsweredBefore"]),
        (
            "unknown to the first leg",
            &ALL,
            first(RB, vec![unaware("cainiao")]),
            Some("BY"),
            &["cainiao FirstLeg", "belpost HomeCountry*"],
        ),
        (
            "unknown to the post as well",
            &ALL,
            first(RB, vec![unaware("cainiao"), unaware("belpost")]),
            Some("BY"),
            &["cainiao FirstLeg", "belpost HomeCountry*", "17track NobodyKnows"],
        ),
        (
            "unknown to the first aggregator too",
            &ALL,
            first(LP, vec![unaware("cainiao"), unaware("17track")]),
            None,
            &["cainiao FirstLeg", "17track NobodyKnows", "ship24 NobodyKnows"],
        ),
        (
            "unknown to all for two days",
            &ALL,
            first(RB, nobody.clone()),
            None,
            &["cainiao FirstLeg", "17track NobodyKnows", "ship24 NobodyKnows"],
        ),
        (
            "unknown to all for longer",
            &ALL,
            long_unaware(nobody.clone()),
            None,
            &["cainiao FirstLeg", "17track NobodyKnows", "ship24 NobodyKnows", "upu LastResort*"],
        ),
        ("a wait for the first answer", &TWO, first(LP, vec![]), None, &["cainiao FirstLeg"]),
        (
            "an aggregator that knew it stays",
            &TWO,
            first(LP, vec![knows("cainiao"), knows("17track")]),
            None,
            &["cainiao AnsweredBefore", "17track AnsweredBefore"],
        ),
        ("silent", &TWO, silent(LP), None, &["cainiao AnsweredBefore", "17track Silent"]),
        (
            "silent and finished",
            &TWO,
            WatchedNumber { finished: true, ..silent(LP) },
            None,
            &["cainiao AnsweredBefore"],
        ),
        ("blocked since today", &TWO, first(LP, vec![failed("cainiao", 3)]), None, &["cainiao AnsweredBefore"]),
        (
            "blocked for longer",
            &TWO,
            first(LP, vec![failed("cainiao", 30)]),
            None,
            &["cainiao AnsweredBefore", "17track InTrouble"],
        ),
        ("only an aggregator", &["17track"], first(LP, vec![]), None, &["17track NothingElse"]),
        ("only a last resort", &["upu"], first(RB, vec![]), None, &["upu NothingElse*"]),
        ("excluded", &TWO, excluding("cainiao"), None, &["17track NothingElse"]),
        ("the other one excluded", &ALL, excluding("17track"), None, &["cainiao FirstLeg"]),
        (
            "pinned",
            &ALL,
            WatchedNumber { pinned: vec!["17track".into()], ..first(LP, vec![knows("cainiao")]) },
            None,
            &["17track Pinned"],
        ),
        (
            "pinned and excluded",
            &ALL,
            WatchedNumber { pinned: vec!["17track".into()], ..excluding("17track") },
            None,
            &[],
        ),
        ("a post's own number", &ALL, first(RA, vec![]), None, &["cainiao FirstLeg", "russian-post OwnFormat"]),
    ];
    for (what, on, entry, home, wanted) in table {
        let number = entry.number.to_string();
        assert_eq!(asked(on, &[entry], &number, home), wanted, "{what}");
    }
}

#[test]
fn a_number_that_was_handed_over() {
    let old = || first(LP, vec![to_russia("cainiao")]);
    let next = |standings| WatchedNumber { role: NumberRole::Handover, ..first(RA, standings) };
    let on_both = |list: &[WatchedNumber], on: &[&str]| (asked(on, list, LP, None), asked(on, list, RA, None));
    let (lp, ra) = on_both(&[old(), next(vec![])], &ALL);
    assert_eq!(lp, ["cainiao AnsweredBefore"], "until somebody knows the new number");
    assert_eq!(ra, ["russian-post OwnFormat"]);
    let (lp, ra) = on_both(&[old(), next(vec![knows("russian-post")])], &ALL);
    assert_eq!(lp, ["cainiao OldNumber*"]);
    assert_eq!(ra, ["russian-post OwnFormat"]);
    let (_, ra) = on_both(&[old(), next(vec![unaware("russian-post")])], &ALL);
    assert_eq!(ra, ["cainiao NobodyKnows", "russian-post OwnFormat"]);
    let (lp, ra) = on_both(&[old(), next(vec![])], &TWO);
    assert_eq!((lp, ra), (vec!["cainiao AnsweredBefore".to_owned()], vec!["cainiao FirstLeg".to_owned()]));
    let (_, ra) = on_both(&[old(), next(vec![unaware("cainiao")])], &TWO);
    assert_eq!(ra, ["cainiao FirstLeg", "17track NobodyKnows"]);
    let (_, ra) = on_both(&[old(), next(vec![unaware("cainiao"), knows("17track")])], &TWO);
    assert_eq!(ra, ["cainiao FirstLeg", "17track AnsweredBefore"], "an aggregator does not take its place");
    let silent = |entry: WatchedNumber| WatchedNumber { last_event_at: Some(ago(8 * 24)), ..entry };
    let (lp, ra) = on_both(&[silent(old()), silent(next(vec![knows("cainiao")]))], &TWO);
    assert_eq!(lp, ["cainiao OldNumber*"], "nobody else is asked about the number it does not travel under");
    assert_eq!(ra, ["cainiao AnsweredBefore", "17track Silent"]);
}

#[test]
fn who_insists_need_not_wait_for_a_recovery() {
    let all = everybody();
    let profiles: Vec<&Profile> = all.iter().filter(|p| TWO.contains(&p.id)).collect();
    let once = Standing { outcome: Some(Outcome::Temporary), failures: 1, ..failed("cainiao", 3) };
    let list = [first(LP, vec![once])];
    let habits = Habits { home: None, stale_after_days: 7 };
    let view = PlanInput { watched: &list, states: &[], profiles: &profiles, habits, now: now() };
    let sources = |scope| plan(&view, &scope).into_iter().map(|q| q.source.to_string()).collect::<Vec<_>>();
    assert_eq!(sources(Scope::Due), ["cainiao"]);
    assert_eq!(sources(Scope::All), ["cainiao"]);
    assert_eq!(sources(Scope::Parcels(vec![ParcelId(1)])), ["cainiao", "17track"]);
}

#[test]
fn the_old_number_is_due_once_a_day() {
    let all = everybody();
    let profiles: Vec<&Profile> = all.iter().collect();
    let next = WatchedNumber { role: NumberRole::Handover, ..first(RA, vec![knows("russian-post")]) };
    let questions = |checked: i64| {
        let old = Standing { checked_at: Some(ago(checked)), ..to_russia("cainiao") };
        let list = [first(LP, vec![old]), next.clone()];
        let habits = Habits { home: None, stale_after_days: 7 };
        let view = PlanInput { watched: &list, states: &[], profiles: &profiles, habits, now: now() };
        plan(&view, &Scope::Due).iter().filter(|q| q.source.as_str() == "cainiao").count()
    };
    assert_eq!((questions(23), questions(25)), (0, 1));
}

#[test]
fn a_source_that_is_left_alone_is_replaced_for_new_numbers_at_once() {
    let all = everybody();
    let profiles: Vec<&Profile> = all.iter().filter(|p| TWO.contains(&p.id)).collect();
    let blocked = SourceState {
        paused_until: Some(now() + TimeDelta::hours(4)),
        paused_for: Some(Outcome::Blocked),
        failures: 1,
        ..SourceState::new("cainiao".into())
    };
    let (list, states) = ([first(LP, vec![])], [blocked]);
    let habits = Habits { home: None, stale_after_days: 7 };
    let view = PlanInput { watched: &list, states: &states, profiles: &profiles, habits, now: now() };
    let questions = plan(&view, &Scope::Due);
    assert_eq!(questions.iter().map(|q| q.source.as_str()).collect::<Vec<_>>(), ["17track"]);
}

prop_compose! {
    fn any_standing(source: &'static str)(
        outcome in 0..Outcome::ALL.len(), knew in any::<bool>(), checked in 0_i64..200, failures in 0_u32..4,
        near in any::<bool>(), russia in any::<bool>(),
    ) -> Standing {
        let state = if near { State::only(Status::AvailableForPickup) } else { State::UNDERWAY };
        let destination = russia.then(|| Country::parse("RU")).flatten();
        let facts = knew.then(|| ReportedFacts { state: Some(state), destination, ..ReportedFacts::default() });
        let times = Some(ago(checked));
        Standing { facts, checked_at: times, answered_at: times, failures, ..standing(source, Outcome::ALL[outcome], None) }
    }
}

prop_compose! {
    fn any_watched()(
        number in prop::sample::select(vec![LP, RB, RA, "4PX3000123456789CN"]), handover in any::<bool>(),
        standings in prop::collection::vec(prop::sample::select(ALL.to_vec()).prop_flat_map(any_standing), 0..6),
        parcel in 0_i64..3, added in 0_i64..400, heard in prop::option::of(0_i64..400), finished in any::<bool>(),
        pinned in prop::option::of(prop::sample::select(ALL.to_vec())),
        excluded in prop::collection::vec(prop::sample::select(ALL.to_vec()), 0..3),
    ) -> WatchedNumber {
        let mut standings = standings;
        standings.sort_by(|a, b| a.source.cmp(&b.source));
        standings.dedup_by(|a, b| a.source == b.source);
        WatchedNumber {
            parcel: ParcelId(parcel),
            role: if handover { NumberRole::Handover } else { NumberRole::First },
            added_at: ago(added),
            last_event_at: heard.map(ago),
            finished,
            pinned: pinned.into_iter().map(SourceId::from).collect(),
            excluded: excluded.into_iter().map(SourceId::from).collect(),
            ..first(number, standings)
        }
    }
}

proptest! {
    #[test]
    fn what_holds_for_any_parcel(
        list in prop::collection::vec(any_watched(), 1..5),
        on in prop::collection::vec(any::<bool>(), 7), home in prop::sample::select(vec![None, Some("RU"), Some("DE")]),
        insists in any::<bool>(),
    ) {
        let all = everybody();
        let profiles: Vec<&Profile> = all.iter().zip(on).filter(|(_, on)| *on).map(|(p, _)| p).collect();
        let habits = Habits { home: home.and_then(Country::parse), stale_after_days: 7 };
        let view = PlanInput { watched: &list, states: &[], profiles: &profiles, habits, now: now() };
        for entry in &list {
            let routes = Router::new(view).routes(entry, insists);
            let of = |role: fn(&Profile) -> bool| {
                profiles.iter().zip(&routes).filter(move |(p, _)| role(p)).filter_map(|(p, r)| Some((p, (*r)?)))
            };
            for (profile, route) in of(|_| true) {
                let is_insisted_on = route.why == RouteReason::Pinned && entry.role == NumberRole::First;
                prop_assert!(is_insisted_on || profile.ownership_of(&entry.number) != Ownership::No);
                prop_assert!(!entry.excluded.iter().any(|id| id.as_str() == profile.id), "excluded");
                prop_assert!(entry.pinned.is_empty() || route.why == RouteReason::Pinned, "not pinned");
            }
            if !entry.pinned.is_empty() {
                continue;
            }
            let may = |p: &&&Profile| {
                p.ownership_of(&entry.number) != Ownership::No && !entry.excluded.iter().any(|id| id.as_str() == p.id)
            };
            let general = |p: &&&Profile| !matches!(p.role, Role::Local(_));
            prop_assert!(
                profiles.iter().filter(general).find(may).is_none() || routes.iter().flatten().next().is_some(),
                "nobody is asked"
            );
            let knows = |p: &Profile| entry.standings.iter().any(|s| s.source.as_str() == p.id && s.facts.is_some());
            let new = of(|p| p.role == Role::Aggregator).filter(|(p, _)| !knows(p));
            let pending = |p: &Profile| entry.standings.iter().all(|s| s.source.as_str() != p.id);
            prop_assert!(new.filter(|(p, r)| pending(p) && r.from <= now()).count() <= 1, "one aggregator at a time");
            for (profile, route) in of(|p| matches!(p.role, Role::Local(_))) {
                let sure = matches!(route.why, RouteReason::OwnFormat | RouteReason::AnsweredBefore);
                let Role::Local(countries) = profile.role else { continue };
                let there: Vec<Option<Country>> = std::iter::once(habits.home)
                    .chain(list.iter().flat_map(|w| &w.standings).map(|s| s.facts.as_ref().and_then(|f| f.destination)))
                    .collect();
                let near = there.iter().flatten().any(|c| countries.contains(&c.as_str()));
                prop_assert!(sure || near, "a post of another country");
            }
            for (_, route) in of(|p| p.role == Role::LastResort) {
                prop_assert_eq!(route.pace, AskPace::Daily);
            }
        }
        let due = !plan(&view, &Scope::Due).is_empty();
        prop_assert_eq!(due, wake_at(&view).is_some_and(|at| at <= now()), "waking and planning agree");
    }
}
