//! `kill -9` at any moment of a sync: the database opens, is whole, and nothing that was shown is missing.

#![cfg(test)]

#[path = "common/carrier.rs"]
mod carrier;

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread;
use std::time::Duration;

use chrono::{TimeDelta, Utc};
use posylka::domain::NewParcel;
use posylka::store::{ArchiveFilter, ChainCheck, Database};
use tempfile::TempDir;

const KILLS: i64 = 50;
const PARCELS: usize = 60;

/// Everything a person could have seen: each parcel's number with each of its events.
fn shown(path: &Path) -> BTreeSet<String> {
    let db = Database::open(path, Utc::now()).unwrap();
    assert_eq!(db.integrity().unwrap(), "ok");
    assert!(matches!(db.verify_chain().unwrap(), ChainCheck::Whole(_)));
    let parcels = db.parcels(ArchiveFilter::All).unwrap();
    assert_eq!(parcels.len(), PARCELS);
    let mut seen = BTreeSet::new();
    for parcel in parcels {
        let dossier = db.dossier(parcel.id).unwrap().unwrap();
        seen.extend(dossier.timeline.entries.iter().map(|e| format!("{} {}", parcel.name(), e.event().text)));
    }
    seen
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn fifty_kills_lose_nothing() {
    let server = carrier::carrier(Duration::from_millis(5), 8).await;
    let home = TempDir::new().unwrap();
    let path = home.path().join("posylka.db");
    let config = home.path().join("config.toml");
    fs::write(&config, format!("[sources.cainiao]\nbase_url = \"{}\"\n", server.uri())).unwrap();
    let mut db = Database::open(&path, Utc::now()).unwrap();
    for index in 0..PARCELS {
        db.add(&NewParcel { numbers: vec![carrier::number(index)], ..NewParcel::default() }, Utc::now()).unwrap();
    }
    drop(db);
    let start = Utc::now();
    let mut before = shown(&path);
    let mut grown = 0;
    for round in 0..KILLS {
        let mut sync = Command::new(env!("CARGO_BIN_EXE_posylka"))
            .args(["sync", "--force"])
            .env_clear()
            .env("POSYLKA_DATA_DIR", home.path())
            .env("POSYLKA_CONFIG", &config)
            // Each round is ten minutes later, so that what the killed one had claimed is free again.
            .env("POSYLKA_NOW", (start + TimeDelta::minutes(10 * round)).to_rfc3339())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        thread::sleep(Duration::from_millis(u64::try_from(round * 53 % 211).unwrap()));
        let _ = sync.kill();
        sync.wait().unwrap();
        let after = shown(&path);
        assert!(before.is_subset(&after), "lost in round {round}: {:?}", before.difference(&after).next());
        grown += usize::from(after.len() > before.len());
        before = after;
    }
    assert!(grown > 0, "no round got as far as an answer");
}
