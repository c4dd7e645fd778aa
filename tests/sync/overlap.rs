//! Two programs on one database, two passes in one program.

use std::collections::HashMap;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use posylka::domain::{Outcome, TrackingNumber, Trouble};
use posylka::sources::Sources;
use posylka::sync::{Scope, Skipped};
use wiremock::MockServer;

use super::support::*;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn two_programs_ask_each_question_once() {
    let server = MockServer::start().await;
    serve(&server, on_the_way).await;
    let (home, _) = Home::with_parcels(40);
    let counts: Arc<Mutex<HashMap<TrackingNumber, usize>>> = Arc::default();
    let worker = || {
        let counts = Arc::clone(&counts);
        let single = actor(profile("single", 1, 4), move |numbers| {
            *counts.lock().unwrap().entry(numbers[0].clone()).or_default() += 1;
            Ok(numbers.iter().map(moving).collect())
        });
        let real = cainiao(&server).get(&"cainiao".into()).unwrap();
        home.worker(Sources::of(vec![single, real]), now())
    };
    let (a, b) = (worker(), worker());
    let (a, b) = tokio::join!(pass(&a, Scope::Due), pass(&b, Scope::Due));
    assert_eq!(a.checked + b.checked, 80);
    assert!(counts.lock().unwrap().values().all(|&n| n == 1));
    assert_eq!(counts.lock().unwrap().len(), 40);
    assert_eq!(questions(&server).await.iter().sum::<usize>(), 40);
    let skipped = a.skipped.iter().chain(&b.skipped);
    assert!(skipped.into_iter().all(|s| matches!(s.2, Skipped::Elsewhere(_))));
}

#[tokio::test]
async fn what_another_program_has_just_asked_is_not_asked_again() {
    let (home, _) = Home::with_parcels(3);
    let (source, mut gate) = gated(profile("slow", 1, 1));
    let slow = home.worker(Sources::of(vec![source]), now());
    let running = tokio::spawn(async move { pass(&slow, Scope::Due).await });
    let first = gate.next().await;
    // The other program asks about all that is left, and is through before the first one comes to it.
    let quick = actor(profile("slow", 1, 1), |numbers| Ok(numbers.iter().map(moving).collect()));
    let other = pass(&home.worker(Sources::of(vec![quick]), now()), Scope::Due).await;
    assert_eq!(other.answered, 2);
    let (source, number, why) = &other.skipped[0];
    assert_eq!((source.as_str(), number, other.skipped.len()), ("slow", &first[0], 1));
    assert!(matches!(why, Skipped::Elsewhere(Some(until)) if *until > now()), "{why:?}");
    gate.open(9);
    let report = running.await.unwrap();
    assert_eq!((report.answered, report.skipped.len()), (1, 2));
    assert!(tokio::time::timeout(Duration::ZERO, gate.asked.recv()).await.is_ok_and(|q| q.is_none()));
}

#[tokio::test]
async fn what_refuses_another_program_is_not_asked_any_further() {
    let (home, _) = Home::with_parcels(4);
    let (source, mut gate) = gated(profile("walled", 1, 1));
    let slow = home.worker(Sources::of(vec![source]), now());
    let running = tokio::spawn(async move { pass(&slow, Scope::Due).await });
    gate.next().await;
    let blocked = actor(profile("walled", 1, 1), |_| Err(Trouble::Blocked));
    let other = pass(&home.worker(Sources::of(vec![blocked]), now()), Scope::Due).await;
    assert_eq!(other.paused, [("walled".into(), Outcome::Blocked, Some(later(240)))]);
    gate.open(9);
    let report = running.await.unwrap();
    assert_eq!((report.answered, &report.paused), (1, &other.paused));
    let left = report.skipped.iter().filter(|s| s.2 == Skipped::Paused(Outcome::Blocked, later(240)));
    assert_eq!(left.count(), 3);
    let state = open(&home.path()).source_states().unwrap().remove(0);
    assert_eq!(state.paused_until, Some(later(240)), "the answer that was under way does not lift the block");
}
