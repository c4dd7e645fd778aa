//! Budgets, time limits, stopping.

use std::time::Duration;

use chrono::{TimeDelta, Utc};
use posylka::domain::Outcome;
use posylka::sources::Sources;
use posylka::sync::{Clock, Scope, Skipped};
use tokio::sync::mpsc;
use tokio_util::sync::CancellationToken;

use super::support::*;

#[tokio::test]
async fn a_daily_budget_holds_across_passes_and_begins_anew_at_midnight() {
    let (home, _) = Home::with_parcels(5);
    let sources = || {
        let mut frugal = profile("frugal", 1, 2);
        frugal.daily_budget = Some(3);
        Sources::of(vec![actor(frugal, |numbers| Ok(numbers.iter().map(moving).collect()))])
    };
    assert_eq!(pass(&home.worker(sources(), now()), Scope::Due).await.answered, 3);
    let spent = pass(&home.worker(sources(), later(1)), Scope::All).await;
    let midnight = "2026-11-21T00:00:00Z".parse().unwrap();
    assert_eq!((spent.checked, &spent.paused[0]), (0, &("frugal".into(), Outcome::BudgetSpent, Some(midnight))));
    assert_eq!(pass(&home.worker(sources(), later(12 * 60)), Scope::Due).await.answered, 3);
}

#[tokio::test]
async fn after_the_time_limit_no_new_question_is_put() {
    let (home, ids) = Home::with_parcels(4);
    let quick = actor(profile("quick", 1, 2), |numbers| Ok(numbers.iter().map(moving).collect()));
    let mut worker = home.worker(Sources::of(vec![quick]), now());
    (worker.settings.time_limit, worker.settings.per_question) = (Duration::ZERO, Duration::ZERO);
    let report = pass(&worker, Scope::Due).await;
    assert_eq!((report.checked, report.skipped.len()), (0, 4));
    assert!(report.skipped.iter().all(|s| s.2 == Skipped::OutOfTime));
    assert!(ids.iter().all(|&id| home.dossier(id).standings.is_empty()));
}

#[tokio::test]
async fn stopping_breaks_off_and_gives_every_claim_back() {
    let (home, ids) = Home::with_parcels(3);
    let (source, mut gate) = gated(profile("slow", 1, 2));
    let worker = home.worker(Sources::of(vec![source]), now());
    let stop = CancellationToken::new();
    let token = stop.clone();
    let running = tokio::spawn(async move {
        let (progress, _unheard) = mpsc::unbounded_channel();
        worker.pass(Scope::Due, &progress, &token).await.unwrap()
    });
    gate.next().await;
    gate.next().await;
    stop.cancel();
    let report = running.await.unwrap();
    assert_eq!((report.checked, report.skipped.len()), (0, 3));
    assert!(ids.iter().all(|&id| home.dossier(id).standings.is_empty()), "nothing was recorded");
    let quick = actor(profile("slow", 10, 1), |numbers| Ok(numbers.iter().map(moving).collect()));
    assert_eq!(pass(&home.worker(Sources::of(vec![quick]), now()), Scope::Due).await.answered, 3);
}

#[tokio::test]
async fn a_pass_that_is_dropped_gives_its_claims_back_too() {
    let (home, _) = Home::with_parcels(1);
    let (source, mut gate) = gated(profile("slow", 1, 1));
    let worker = home.worker(Sources::of(vec![source]), now());
    let store = worker.store.clone();
    let running = tokio::spawn(async move { pass(&worker, Scope::Due).await });
    gate.next().await;
    running.abort();
    assert!(running.await.unwrap_err().is_cancelled());
    let pair = [("slow".into(), number(0))];
    let mut other = open(&home.path());
    let freed = async {
        while other.claim(&pair, now(), later(1)).unwrap().is_empty() {
            store.call(|_| Ok(())).await.unwrap();
            tokio::task::yield_now().await;
        }
    };
    tokio::time::timeout(Duration::from_secs(20), freed).await.expect("the claim was never given back");
}

#[tokio::test]
async fn the_gap_is_kept_with_a_running_clock() {
    let (home, _) = Home::with_parcels(3);
    let mut patient = profile("patient", 1, 3);
    patient.gap = Duration::from_millis(40);
    let times = std::sync::Arc::new(std::sync::Mutex::new(Vec::new()));
    let kept = std::sync::Arc::clone(&times);
    let source = actor(patient, move |numbers| {
        kept.lock().unwrap().push(Utc::now());
        Ok(numbers.iter().map(moving).collect())
    });
    let mut worker = home.worker(Sources::of(vec![source]), now());
    worker.clock = Clock::System;
    assert_eq!(pass(&worker, Scope::Due).await.answered, 3);
    let times = times.lock().unwrap();
    assert!(times[2] - times[0] >= TimeDelta::milliseconds(79), "{:?}", *times);
}
