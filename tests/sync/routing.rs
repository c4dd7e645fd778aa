//! Who is asked in one pass, and in whose place.

use std::sync::{Arc, Mutex};

use posylka::domain::{CleanText, Finding, Outcome, ParcelEdit, Reply, Report, SourceId, TrackingNumber, Trouble};
use posylka::sources::{CheckResult, Exchange, Profile, Role, Source, Sources};
use posylka::sync::Scope;

use super::support::*;

type Asked = Arc<Mutex<Vec<String>>>;

/// A source that notes that it was asked, and knows every number or none.
fn noting(id: &'static str, role: Role, knows: bool, asked: &Asked) -> Arc<dyn Source> {
    let asked = Arc::clone(asked);
    actor(Profile { role, ..profile(id, 10, 1) }, move |numbers| {
        asked.lock().unwrap().extend(numbers.iter().map(|n| format!("{id} {n}")));
        Ok(numbers.iter().map(if knows { moving } else { nothing }).collect())
    })
}

fn nothing(number: &TrackingNumber) -> Reply {
    Reply { number: number.clone(), result: Ok(Report { finding: Finding::Unknown, events: Vec::new() }) }
}

fn of_three(first_leg_knows: bool) -> (Sources, Asked) {
    let asked = Asked::default();
    let sources = Sources::of(vec![
        noting("first", Role::FirstLeg, first_leg_knows, &asked),
        noting("many", Role::Aggregator, false, &asked),
        noting("more", Role::Aggregator, true, &asked),
    ]);
    (sources, asked)
}

fn said(asked: &Asked) -> Vec<String> {
    std::mem::take(&mut *asked.lock().unwrap())
}

#[tokio::test]
async fn who_knows_the_number_is_asked_alone() {
    let (home, _) = Home::with_parcels(1);
    let (sources, asked) = of_three(true);
    for scope in [Scope::Due, Scope::All] {
        pass(&home.worker(of_three(true).0, now()), scope).await;
    }
    pass(&home.worker(sources, later(60)), Scope::All).await;
    assert_eq!(said(&asked), [format!("first {}", number(0))]);
}

#[tokio::test]
async fn one_pass_goes_on_to_those_who_stand_in_and_asks_nobody_twice() {
    let (home, ids) = Home::with_parcels(1);
    let (everybody, who_knew) = (["first", "many", "more"].as_slice(), ["first", "more"].as_slice());
    for (minutes, scope, expected) in
        [(0, Scope::Due, everybody), (60, Scope::Parcels(ids.clone()), who_knew), (90, Scope::All, who_knew)]
    {
        let (sources, asked) = of_three(false);
        let report = pass(&home.worker(sources, later(minutes)), scope).await;
        assert_eq!((report.checked, report.skipped.len()), (expected.len(), 0));
        let expected: Vec<String> = expected.iter().map(|id| format!("{id} {}", number(0))).collect();
        assert_eq!(said(&asked), expected);
    }
    assert_eq!(outcome(&home.dossier(ids[0]), "more"), Some(Outcome::Answered));
}

#[tokio::test]
async fn an_excluded_source_is_not_asked() {
    let (home, ids) = Home::with_parcels(1);
    let edit = ParcelEdit { excluded: Some(vec!["many".into()]), ..ParcelEdit::default() };
    open(&home.path()).edit(ids[0], &edit, now()).unwrap();
    let (sources, asked) = of_three(false);
    pass(&home.worker(sources, now()), Scope::Due).await;
    assert_eq!(said(&asked), ["first", "more"].map(|id| format!("{id} {}", number(0))));
}

#[tokio::test]
async fn every_request_of_a_question_counts_against_the_budget() {
    let (home, _) = Home::with_parcels(2);
    let dear = Profile { daily_budget: Some(100), ..profile("dear", 1, 1) };
    let behaviour = |numbers: Vec<TrackingNumber>| {
        let exchange = |step: &str| Exchange { question: step.to_owned(), http_status: 200, body: b"{}".to_vec() };
        let exchanges = vec![exchange("log in"), exchange("register"), exchange("read")];
        CheckResult { exchanges, result: Ok(numbers.iter().map(moving).collect()) }
    };
    pass(&home.worker(Sources::of(vec![telling(dear, behaviour)]), now()), Scope::Due).await;
    let states = open(&home.path()).source_states().unwrap();
    let state = states.iter().find(|s| s.source == SourceId::new("dear")).unwrap();
    assert_eq!((state.spent, state.spent_day), (6, Some(now().date_naive())));
}

#[tokio::test]
async fn a_failed_stand_in_is_tried_once_a_pass() {
    let (home, _) = Home::with_parcels(1);
    let asked = Asked::default();
    let failing = actor(Profile { role: Role::Aggregator, ..profile("many", 10, 1) }, |_| {
        Err(Trouble::Temporary { what: CleanText::line("no route") })
    });
    let sources = Sources::of(vec![noting("first", Role::FirstLeg, false, &asked), failing]);
    let report = pass(&home.worker(sources, now()), Scope::Due).await;
    assert_eq!((report.checked, report.failures.len()), (2, 1));
}
