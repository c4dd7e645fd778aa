//! An answer has been paid for: it is held while the database cannot be written, and set aside where that takes too long.

use std::sync::Arc;

use futures_util::future::BoxFuture;
use posylka::domain::{ParcelId, SourceId, TrackingNumber};
use posylka::sources::{CheckResult, Exchange, Http, Profile, Source, Sources};
use posylka::store::{ChainCheck, StoreError};
use posylka::sync::{Progress, Scope};
use rusqlite::Connection;
use tokio::sync::{mpsc, oneshot};
use tokio_util::sync::CancellationToken;

use super::support::*;

/// Another program that holds the database as soon as the source has been asked.
struct Holder {
    connection: Connection,
}

impl Holder {
    fn hold(home: &Home) -> Self {
        let connection = Connection::open(home.path()).unwrap();
        connection.busy_timeout(std::time::Duration::from_secs(20)).unwrap();
        connection.execute_batch("BEGIN IMMEDIATE").unwrap();
        Self { connection }
    }

    fn let_go(self) {
        self.connection.execute_batch("ROLLBACK").unwrap();
    }
}

fn assert_kept(home: &Home, id: ParcelId) {
    let db = open(&home.path());
    assert_eq!(db.verify_chain().unwrap(), ChainCheck::Whole(1));
    assert_eq!(db.answers(id).unwrap()[0].body, b"paid for");
    let dossier = db.dossier(id).unwrap().unwrap();
    assert_eq!(dossier.timeline.entries.len(), 1);
    assert_eq!(dossier.standings[0].source, SourceId::new("quick"));
    assert!(dossier.parcel.summary.last_event.is_some());
}

#[tokio::test]
async fn an_answer_is_held_until_the_database_is_free() {
    let (home, ids) = Home::with_parcels(1);
    let (progress, mut heard) = mpsc::unbounded_channel();
    let (gate, mut asked) = gated_body();
    let worker = home.worker(gate, now());
    let pass = tokio::spawn(async move { worker.pass(Scope::Due, &progress, &CancellationToken::new()).await });
    let go = asked.recv().await.unwrap();
    let holder = Holder::hold(&home);
    go.send(()).unwrap();
    let why = until(&mut heard, |p| if let Progress::Broken { error } = p { Some(error.clone()) } else { None }).await;
    assert_eq!(why, StoreError::Busy);
    holder.let_go();
    until(&mut heard, |p| matches!(p, Progress::Mended).then_some(())).await;
    assert_eq!(pass.await.unwrap().unwrap().answered, 1);
    assert_kept(&home, ids[0]);
}

#[tokio::test]
async fn who_has_to_go_sets_an_answer_aside_and_it_is_taken_in_later() {
    let (home, ids) = Home::with_parcels(1);
    let (progress, mut heard) = mpsc::unbounded_channel();
    let (gate, mut asked) = gated_body();
    let worker = home.worker(gate, now());
    let stop = CancellationToken::new();
    let stopped = stop.clone();
    let pass = tokio::spawn(async move { worker.pass(Scope::Due, &progress, &stopped).await });
    let go = asked.recv().await.unwrap();
    let holder = Holder::hold(&home);
    go.send(()).unwrap();
    until(&mut heard, |p| matches!(p, Progress::Broken { .. }).then_some(())).await;
    stop.cancel();
    assert_eq!(pass.await.unwrap(), Err(StoreError::Busy));
    assert!(home.path().with_file_name("posylka.db.unsaved").exists());
    holder.let_go();
    assert_kept(&home, ids[0]);
    let left = std::fs::read_dir(home.path().parent().unwrap()).unwrap();
    let left: Vec<_> = left.map(|file| file.unwrap().file_name().into_string().unwrap()).collect();
    assert!(left.iter().all(|name| !name.contains("unsaved")), "{left:?}");
}

type Release = oneshot::Sender<()>;

/// A source that answers with a body once it is let.
fn gated_body() -> (Sources, mpsc::UnboundedReceiver<Release>) {
    let (tell, asked) = mpsc::unbounded_channel();
    let quick = Box::leak(Box::new(profile("quick", 1, 1)));
    (Sources::of(vec![Arc::new(Gated { profile: quick, tell })]), asked)
}

struct Gated {
    profile: &'static Profile,
    tell: mpsc::UnboundedSender<Release>,
}

impl Source for Gated {
    fn profile(&self) -> &'static Profile {
        self.profile
    }

    fn ask<'a>(&'a self, _: &'a Http, numbers: &'a [TrackingNumber]) -> BoxFuture<'a, CheckResult> {
        let (go, wait) = oneshot::channel();
        self.tell.send(go).unwrap();
        Box::pin(async move {
            wait.await.unwrap();
            let exchange = Exchange { question: "GET /".to_owned(), http_status: 200, body: b"paid for".to_vec() };
            CheckResult { exchanges: vec![exchange], result: Ok(numbers.iter().map(moving).collect()) }
        })
    }
}
