//! The loop: orders while it works, sleep in between, an end when told.

use std::time::Duration;

use chrono::{TimeDelta, Utc};
use posylka::domain::{Outcome, ParcelId, TrackingNumber};
use posylka::sources::{Http, Sources};
use posylka::store::Store;
use posylka::sync::{Clock, Progress, Scope, Worker, WorkerCommand};
use tokio::sync::mpsc;
use tokio::task::JoinHandle;
use tokio_util::sync::CancellationToken;

use super::support::*;

struct Running {
    orders: mpsc::UnboundedSender<WorkerCommand>,
    heard: mpsc::UnboundedReceiver<Progress>,
    stop: CancellationToken,
    task: JoinHandle<()>,
    store: Store,
}

fn run(worker: Worker) -> Running {
    let (orders, receiver) = mpsc::unbounded_channel();
    let (progress, heard) = mpsc::unbounded_channel();
    let (stop, store) = (CancellationToken::new(), worker.store.clone());
    let task = tokio::spawn(worker.run(receiver, progress, stop.clone()));
    Running { orders, heard, stop, task, store }
}

impl Running {
    fn order(&self, order: WorkerCommand) {
        self.orders.send(order).unwrap();
    }

    async fn idle(&mut self) -> Option<chrono::DateTime<Utc>> {
        until(&mut self.heard, |p| if let Progress::Idle { next_check_at } = p { Some(*next_check_at) } else { None })
            .await
    }

    async fn finished(&mut self) -> (usize, usize) {
        until(&mut self.heard, |p| match p {
            Progress::Finished { checked, failed } => Some((*checked, *failed)),
            _ => None,
        })
        .await
    }

    async fn end(self) {
        self.stop.cancel();
        tokio::time::timeout(Duration::from_secs(20), self.task).await.expect("it does not end").unwrap();
    }
}

fn check(ids: &[ParcelId]) -> WorkerCommand {
    WorkerCommand::Check(Scope::Parcels(ids.to_vec()))
}

#[tokio::test]
async fn it_checks_what_is_due_then_rests_until_woken() {
    let (home, _) = Home::with_parcels(2);
    let quick = actor(profile("quick", 10, 1), |numbers| Ok(numbers.iter().map(moving).collect()));
    let mut running = run(home.worker(Sources::of(vec![quick]), now()));
    assert_eq!(running.finished().await, (2, 0));
    let next = running.idle().await.unwrap();
    assert!(next > later(180) && next < later(240), "{next}");
    running.store.call(|db| db.add(&draft(number(7)), now())).await.unwrap();
    running.order(WorkerCommand::Wake);
    assert_eq!(running.finished().await, (1, 0));
    let next = running.idle().await;
    running.order(WorkerCommand::Wake);
    assert_eq!(running.idle().await, next, "nothing to do, and it says so");
    running.end().await;
}

fn draft(number: TrackingNumber) -> posylka::domain::NewParcel {
    posylka::domain::NewParcel { numbers: vec![number], ..posylka::domain::NewParcel::default() }
}

#[tokio::test]
async fn an_order_does_not_wait_for_the_end_of_a_long_pass() {
    let (home, ids) = Home::with_parcels(12);
    let (source, mut gate) = gated(profile("slow", 1, 2));
    let mut running = run(home.worker(Sources::of(vec![source]), now()));
    let under_way = [gate.next().await, gate.next().await];
    let last = ids[11];
    assert!(under_way.iter().all(|q| q[0] != number(11)));
    running.order(check(&[last]));
    until(&mut running.heard, |p| matches!(p, Progress::Started { numbers: 13 }).then_some(())).await;
    // Its task stands in the line before the next question of the pass.
    for _ in 0..50 {
        tokio::task::yield_now().await;
    }
    gate.open(1);
    assert_eq!(gate.next().await, [number(11)]);
    gate.open(20);
    let mut rest = Vec::new();
    for _ in 0..9 {
        rest.extend(gate.next().await);
    }
    assert!(!rest.contains(&number(11)), "it is not asked a second time when its turn comes");
    assert_eq!(running.finished().await, (12, 0));
    running.end().await;
}

#[tokio::test]
async fn the_same_order_five_times_is_one() {
    let (home, ids) = Home::with_parcels(3);
    let (source, mut gate) = gated(profile("slow", 10, 4));
    let mut running = run(home.worker(Sources::of(vec![source]), now()));
    assert_eq!(gate.next().await.len(), 3);
    for _ in 0..5 {
        running.order(check(&ids));
        running.order(WorkerCommand::Check(Scope::All));
    }
    running.order(WorkerCommand::Wake);
    gate.open(100);
    assert_eq!(running.finished().await, (3, 0));
    running.idle().await;
    assert!(gate.asked.try_recv().is_err(), "somebody was asked twice");
    running.end().await;
}

#[tokio::test]
async fn stopping_ends_it_in_the_middle_of_a_question() {
    let (home, _) = Home::with_parcels(1);
    let (source, mut gate) = gated(profile("slow", 1, 1));
    let running = run(home.worker(Sources::of(vec![source]), now()));
    gate.next().await;
    running.end().await;
    let pair = [("slow".into(), number(0))];
    assert_eq!(open(&home.path()).claim(&pair, now(), later(1)).unwrap().len(), 1, "the claim was given back");
}

#[tokio::test]
async fn offline_it_rests_for_good() {
    let (home, ids) = Home::with_parcels(1);
    let (source, mut gate) = gated(profile("slow", 1, 1));
    let mut worker = home.worker(Sources::of(vec![source]), now());
    worker.http = Http::offline();
    let mut running = run(worker);
    assert_eq!(running.idle().await, None);
    running.order(check(&ids));
    assert_eq!(running.idle().await, None);
    assert!(gate.asked.try_recv().is_err());
    running.end().await;
}

#[tokio::test]
async fn with_a_running_clock_it_wakes_by_itself_when_something_is_due() {
    let (home, _) = Home::with_parcels(1);
    let mut eager = profile("eager", 1, 1);
    eager.min_interval = Duration::ZERO;
    let quick = actor(eager, |numbers| Ok(numbers.iter().map(moving).collect()));
    let soon = Utc::now() + TimeDelta::milliseconds(300);
    // Asked before, and due in a moment.
    let mut db = open(&home.path());
    db.record(&posylka::store::Recording {
        source: "eager".into(),
        partial_history: false,
        asked_at: now(),
        answered_at: now(),
        exchanges: Vec::new(),
        replies: vec![posylka::store::RecordedReply {
            number: number(0),
            result: moving(&number(0)).result,
            next_check_at: soon,
        }],
        state: posylka::store::SourceState::new("eager".into()),
    })
    .unwrap();
    drop(db);
    let mut worker = home.worker(Sources::of(vec![quick]), now());
    worker.clock = Clock::System;
    worker.settings.breather = Duration::ZERO;
    let mut running = run(worker);
    // Whether it was due already at the first look or later: it asks without an order.
    assert_eq!(running.finished().await, (1, 0));
    assert!(running.idle().await.unwrap() > Utc::now() + TimeDelta::hours(2));
    running.end().await;
}

#[tokio::test]
async fn a_broken_store_is_told_and_does_not_end_the_loop() {
    let (home, _) = Home::with_parcels(1);
    let quick = actor(profile("quick", 1, 1), |numbers| Ok(numbers.iter().map(moving).collect()));
    let mut running = run(home.worker(Sources::of(vec![quick]), now()));
    running.idle().await;
    running.store.shutdown();
    running.order(WorkerCommand::Wake);
    let error = until(&mut running.heard, |p| match p {
        Progress::Broken { error } => Some(error.clone()),
        _ => None,
    })
    .await;
    assert_eq!(error, posylka::store::StoreError::Stopped);
    running.idle().await;
    running.end().await;
}

#[tokio::test]
async fn a_pause_from_before_is_told_at_the_start() {
    let (home, _) = Home::with_parcels(1);
    let blocked = || actor(profile("walled", 1, 1), |_| Err(posylka::domain::Trouble::Blocked));
    pass(&home.worker(Sources::of(vec![blocked()]), now()), Scope::Due).await;
    let mut running = run(home.worker(Sources::of(vec![blocked()]), later(10)));
    let told = until(&mut running.heard, |p| match p {
        Progress::Paused { outcome, until, .. } => Some((*outcome, *until)),
        Progress::Asking { .. } => panic!("a paused source was asked"),
        _ => None,
    })
    .await;
    assert_eq!(told, (Outcome::Blocked, Some(later(240))));
    running.end().await;
}
