//! What a pass brings into the database.

use std::collections::BTreeMap;

use posylka::domain::{Change, NewParcel, Outcome, ParcelEdit, Status, TrackingNumber};
use posylka::sources::{Http, ReplayAnswer, SourceSettings, Sources};
use posylka::store::ChainCheck;
use posylka::sync::{Progress, Scope};
use serde_json::json;
use tokio::sync::mpsc;
use tokio_util::sync::CancellationToken;
use wiremock::MockServer;

use super::support::*;

#[tokio::test]
async fn a_pass_fills_the_timeline() {
    let server = MockServer::start().await;
    serve(&server, on_the_way).await;
    let (home, ids) = Home::with_parcels(1);
    let report = pass(&home.worker(cainiao(&server), now()), Scope::Due).await;
    assert_eq!((report.checked, report.answered, &report.changed), (1, 1, &ids));
    let dossier = home.dossier(ids[0]);
    assert_eq!(dossier.timeline.entries.len(), 2);
    assert_eq!(dossier.parcel.summary.state.unwrap().status, Status::InTransit);
    assert!(dossier.parcel.summary.next_check_at.unwrap() > later(180));
    assert_eq!(open(&home.path()).verify_chain().unwrap(), ChainCheck::Whole(1));

    let again = pass(&home.worker(cainiao(&server), later(30)), Scope::Due).await;
    assert_eq!((again.checked, questions(&server).await.len()), (0, 1), "nothing is due");
}

#[tokio::test]
async fn ten_numbers_are_one_question() {
    let server = MockServer::start().await;
    serve(&server, on_the_way).await;
    let (home, _) = Home::with_parcels(10);
    pass(&home.worker(cainiao(&server), now()), Scope::Due).await;
    assert_eq!(questions(&server).await, [10]);
    let (home, _) = Home::with_parcels(11);
    pass(&home.worker(cainiao(&server), now()), Scope::Due).await;
    assert_eq!(questions(&server).await, [10, 10, 1]);
}

#[tokio::test]
async fn what_is_told_adds_up() {
    let server = MockServer::start().await;
    serve(&server, |n| if n.ends_with('0') { unknown(n) } else { on_the_way(n) }).await;
    let (home, ids) = Home::with_parcels(3);
    let (progress, mut heard) = mpsc::unbounded_channel();
    home.worker(cainiao(&server), now()).pass(Scope::Due, &progress, &CancellationToken::new()).await.unwrap();
    drop(progress);
    let mut told = Vec::new();
    while let Some(one) = heard.recv().await {
        told.push(one);
    }
    assert_eq!(told[0], Progress::Started { numbers: 3 });
    assert!(matches!(&told[1], Progress::Asking { numbers, .. } if numbers.len() == 3));
    let outcomes: Vec<(Outcome, usize, usize)> = told
        .iter()
        .filter_map(|p| match p {
            Progress::Answered { outcome, done, total, .. } => Some((*outcome, *done, *total)),
            _ => None,
        })
        .collect();
    assert_eq!(outcomes, [(Outcome::UnknownNumber, 1, 3), (Outcome::Answered, 2, 3), (Outcome::Answered, 3, 3)]);
    assert!(told.contains(&Progress::Changed { parcels: ids }));
    assert_eq!(told.last(), Some(&Progress::Finished { checked: 3, failed: 0 }));
}

#[tokio::test]
async fn a_handover_number_is_asked_in_the_same_pass() {
    let server = MockServer::start().await;
    serve(&server, |n| {
        let mut entry = on_the_way(n);
        if n.starts_with("LP") {
            entry["copyRealMailNo"] = "RA123456785RU".into();
        }
        entry
    })
    .await;
    let (home, ids) = Home::with_parcels(1);
    let report = pass(&home.worker(cainiao(&server), now()), Scope::Due).await;
    assert_eq!(report.checked, 2);
    let numbers: Vec<String> = home.dossier(ids[0]).parcel.numbers.iter().map(|n| n.number.to_string()).collect();
    assert_eq!(numbers, ["LP00620960000000", "RA123456785RU"]);
    assert_eq!(questions(&server).await, [1, 1]);
}

#[tokio::test]
async fn removed_renamed_and_added_again_while_the_question_is_under_way() {
    let (home, ids) = Home::with_parcels(3);
    let (source, mut gate) = gated(profile("slow", 10, 1));
    let worker = home.worker(posylka::sources::Sources::of(vec![source]), now());
    let store = worker.store.clone();
    let running = tokio::spawn(async move { pass(&worker, Scope::Due).await });
    assert_eq!(gate.next().await.len(), 3);
    let (removed, renamed, again) = (ids[0], ids[1], ids[2]);
    let title = Change::Set(posylka::domain::CleanText::line("Lamp"));
    let new = store
        .call(move |db| {
            db.remove(removed, now())?;
            db.edit(renamed, &ParcelEdit { title, ..ParcelEdit::default() }, now())?;
            db.remove(again, now())?;
            db.add(&NewParcel { numbers: vec![number(2)], ..NewParcel::default() }, now())
        })
        .await
        .unwrap()
        .id();
    gate.open(1);
    let report = running.await.unwrap();
    assert_eq!(report.changed, [renamed, new], "the removed ones are left in peace");
    let lamp = home.dossier(renamed);
    assert_eq!((lamp.parcel.name(), lamp.timeline.entries.len()), ("Lamp", 1));
    assert_eq!(home.dossier(new).timeline.entries.len(), 1);
    assert!(open(&home.path()).watched().unwrap().iter().all(|w| w.number != number(0)));
}

#[tokio::test]
async fn insisting_asks_before_it_is_due() {
    let server = MockServer::start().await;
    serve(&server, on_the_way).await;
    let (home, ids) = Home::with_parcels(2);
    let one = Scope::Parcels(vec![ids[1]]);
    pass(&home.worker(cainiao(&server), now()), Scope::Due).await;
    assert_eq!(pass(&home.worker(cainiao(&server), later(1)), Scope::Due).await.checked, 0);
    let now = pass(&home.worker(cainiao(&server), later(1)), one).await;
    assert_eq!((now.checked, now.changed.len()), (1, 0), "asked, and nothing new");
    assert_eq!(pass(&home.worker(cainiao(&server), later(30)), Scope::All).await.checked, 2);
    assert_eq!(questions(&server).await, [2, 1, 2]);
}

#[tokio::test]
async fn offline_nobody_is_asked_and_nothing_is_recorded() {
    let server = MockServer::start().await;
    let (home, ids) = Home::with_parcels(1);
    let mut worker = home.worker(cainiao(&server), now());
    worker.http = Http::offline();
    assert_eq!(pass(&worker, Scope::All).await, posylka::sync::PassReport::default());
    assert!(home.dossier(ids[0]).standings.is_empty());
    assert!(questions(&server).await.is_empty());
}

#[tokio::test]
async fn each_step_of_a_source_without_history_stays() {
    const NUMBER: &str = "20450000000017";
    let home = Home::new();
    let id = add(&mut open(&home.path()), TrackingNumber::parse(NUMBER).unwrap());
    let off = SourceSettings { enabled: Some(false), ..SourceSettings::default() };
    for (minute, code, status) in [(0, "5", "На шляху"), (1, "7", "У відділенні"), (2, "9", "Отримано")]
    {
        let update = format!("2026-11-15 10:0{minute}:00");
        let document = json!({ "Number": NUMBER, "StatusCode": code, "Status": status, "TrackingUpdateDate": update });
        let body = json!({ "success": true, "data": [document] }).to_string();
        let mut worker =
            home.worker(Sources::new(&BTreeMap::from([("cainiao".to_owned(), off.clone())])), later(minute));
        worker.http = Http::replay(std::sync::Arc::new(move |_| ReplayAnswer::json(body.clone())));
        pass(&worker, Scope::Parcels(vec![id])).await;
    }
    let dossier = home.dossier(id);
    let texts: Vec<_> = dossier.timeline.entries.iter().map(|e| e.event().text.to_string()).collect();
    assert_eq!(texts, ["Отримано", "У відділенні", "На шляху"]);
    assert!(dossier.timeline.entries.iter().all(|entry| !entry.is_withdrawn()));
    assert_eq!(dossier.parcel.summary.state.unwrap().status, Status::Delivered);
}
