//! The writer thread.

use posylka::domain::NewParcel;
use posylka::store::{ArchiveFilter, Database, Store, StoreError};

use crate::support::*;

#[tokio::test]
async fn jobs_run_in_order_and_answer() {
    let store = Store::start(db());
    for n in 0..50 {
        let added = store.call(move |db| db.add(&draft(&format!("RX{n:09}CN")), now())).await.unwrap();
        assert_eq!(added.id().0, n + 1);
    }
    let listed = store.call(|db| db.parcels(ArchiveFilter::All)).await.unwrap();
    assert_eq!(listed.len(), 50);
    assert!(matches!(store.call(|db| db.add(&NewParcel::default(), now())).await, Err(StoreError::Sqlite(_))));
}

#[tokio::test]
async fn a_job_that_panics_ends_alone_and_leaves_no_trace() {
    let store = Store::start(db());
    let broke = store
        .call(|db| {
            db.add(&draft(LP), now())?;
            assert!(db.parcels(ArchiveFilter::All)?.is_empty(), "this breaks off");
            Ok(())
        })
        .await;
    assert!(matches!(broke, Err(StoreError::Stopped)));
    assert_eq!(store.call(|db| db.parcels(ArchiveFilter::All)).await.unwrap().len(), 1, "what was committed stays");
    store.call(|db| db.add(&draft(RA), now())).await.unwrap();
}

#[test]
fn without_a_runtime_it_blocks() {
    let store = Store::start(db());
    let other = store.clone();
    let thread = std::thread::spawn(move || other.blocking(|db| db.add(&draft(LP), now())).unwrap().id());
    let id = thread.join().unwrap();
    assert!(store.blocking(move |db| db.parcel(id)).unwrap().is_some());
}

#[test]
fn what_was_handed_over_is_done_before_the_file_is_closed() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("posylka.db");
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    let store = Store::start(Database::open(&path, now()).unwrap());
    runtime.block_on(async {
        for n in 0..30 {
            // Asked once, which hands the job over, then given up.
            let mut wait = Box::pin(store.call(move |db| db.add(&draft(&format!("RX{n:09}CN")), now())));
            let _ = futures_util::poll!(&mut wait);
        }
    });
    drop(store);
    assert_eq!(Database::open(&path, now()).unwrap().parcels(ArchiveFilter::All).unwrap().len(), 30);
}

#[tokio::test]
async fn after_shutdown_every_handle_says_so() {
    let store = Store::start(db());
    let other = store.clone();
    store.shutdown();
    store.shutdown();
    assert!(matches!(other.call(|db| db.parcels(ArchiveFilter::All)).await, Err(StoreError::Stopped)));
    assert!(matches!(other.blocking(|db| db.parcels(ArchiveFilter::All)), Err(StoreError::Stopped)));
}

#[test]
fn the_last_handle_may_go_inside_a_job() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("posylka.db");
    let store = Store::start(Database::open(&path, now()).unwrap());
    let (done, wait) = std::sync::mpsc::channel::<()>();
    let inner = store.clone();
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    runtime.block_on(async {
        let mut call = Box::pin(store.call(move |db| {
            let added = db.add(&draft(LP), now());
            drop(inner);
            drop(done);
            added
        }));
        let _ = futures_util::poll!(&mut call);
    });
    drop(store);
    assert!(wait.recv().is_err(), "the job ran to its end");
}
