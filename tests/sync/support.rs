//! A server that answers like Cainiao, sources that do as they are told, and a worker on a database file.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use futures_util::FutureExt;
use futures_util::future::BoxFuture;
use posylka::domain::{
    CleanText, Event, EventTime, Finding, NewParcel, Outcome, ParcelId, Reply, Report, ReportedFacts, SourceId, State,
    TrackingNumber, Trouble,
};
use posylka::sources::{CheckResult, Http, HttpSettings, Profile, Source, SourceSettings, Sources, profiles};
use posylka::store::{Database, ParcelDetails, Store};
use posylka::sync::{Clock, PassReport, Progress, Scope, Settings, Worker};
use serde_json::{Value, json};
use tempfile::TempDir;
use tokio::sync::{Semaphore, mpsc};
use tokio_util::sync::CancellationToken;
use wiremock::matchers::any;
use wiremock::{Mock, MockServer, Request, ResponseTemplate};

pub fn now() -> DateTime<Utc> {
    "2026-11-20T12:00:00Z".parse().unwrap()
}

pub fn later(minutes: i64) -> DateTime<Utc> {
    now() + TimeDelta::minutes(minutes)
}

pub fn number(n: usize) -> TrackingNumber {
    TrackingNumber::parse(&format!("LP0062096{n:07}")).unwrap()
}

/// A database file of its own.
pub struct Home {
    folder: TempDir,
}

impl Home {
    pub fn new() -> Self {
        Self { folder: tempfile::tempdir().unwrap() }
    }

    pub fn path(&self) -> PathBuf {
        self.folder.path().join("posylka.db")
    }

    /// A database with so many parcels, added ten days ago.
    pub fn with_parcels(count: usize) -> (Self, Vec<ParcelId>) {
        let home = Self::new();
        let mut db = open(&home.path());
        let ids = (0..count).map(|n| add(&mut db, number(n))).collect();
        (home, ids)
    }

    pub fn worker(&self, sources: Sources, at: DateTime<Utc>) -> Worker {
        worker_on(Store::start(open(&self.path())), sources, at)
    }

    pub fn dossier(&self, id: ParcelId) -> ParcelDetails {
        open(&self.path()).dossier(id).unwrap().unwrap()
    }
}

pub fn worker_on(store: Store, sources: Sources, at: DateTime<Utc>) -> Worker {
    let http = Http::live(HttpSettings {
        proxy: None,
        timeout: Duration::from_secs(10),
        user_agent: "posylka-test".to_owned(),
    });
    Worker { store, sources: Arc::new(sources), http, clock: Clock::Fixed(at), settings: Settings::default() }
}

pub fn open(path: &Path) -> Database {
    Database::open(path, now()).unwrap()
}

pub fn add(db: &mut Database, number: TrackingNumber) -> ParcelId {
    db.add(&NewParcel { numbers: vec![number], ..NewParcel::default() }, now() - TimeDelta::days(10)).unwrap().id()
}

pub async fn pass(worker: &Worker, scope: Scope) -> PassReport {
    let (progress, _unheard) = mpsc::unbounded_channel();
    worker.pass(scope, &progress, &CancellationToken::new()).await.unwrap()
}

/// The next report of the kind that is waited for.
pub async fn until<T>(heard: &mut mpsc::UnboundedReceiver<Progress>, wanted: impl Fn(&Progress) -> Option<T>) -> T {
    let search = async {
        loop {
            if let Some(found) = wanted(&heard.recv().await.expect("the worker has gone")) {
                return found;
            }
        }
    };
    tokio::time::timeout(Duration::from_secs(20), search).await.expect("nothing of that kind was told")
}

/// The real Cainiao source, asking the server.
pub fn cainiao(server: &MockServer) -> Sources {
    let off = || SourceSettings { enabled: Some(false), ..SourceSettings::default() };
    let mut settings: BTreeMap<_, _> = profiles().into_iter().map(|p| (p.id.to_owned(), off())).collect();
    let here = SourceSettings { base_url: Some(server.uri()), ..SourceSettings::default() };
    settings.insert("cainiao".to_owned(), here);
    Sources::new(&settings)
}

/// Answers every question by what `entry` says of each number.
pub async fn serve(server: &MockServer, entry: impl Fn(&str) -> Value + Send + Sync + 'static) {
    let answer = move |request: &Request| {
        let modules: Vec<Value> = asked(request).iter().map(|n| entry(n)).collect();
        ResponseTemplate::new(200).set_body_json(json!({ "module": modules, "success": true }))
    };
    Mock::given(any()).respond_with(answer).mount(server).await;
}

/// The numbers in a question.
pub fn asked(request: &Request) -> Vec<String> {
    let list = request.url.query_pairs().find(|(key, _)| key == "mailNos").unwrap().1.into_owned();
    list.split(',').map(str::to_owned).collect()
}

/// How many numbers each question to the server held.
pub async fn questions(server: &MockServer) -> Vec<usize> {
    server.received_requests().await.unwrap().iter().map(|r| asked(r).len()).collect()
}

/// A parcel on its way, as Cainiao tells it.
pub fn on_the_way(number: &str) -> Value {
    json!({
        "mailNo": number, "mailNoSource": "AE", "status": "DELIVERING", "statusDesc": "Delivering",
        "originCountry": "Mainland China", "destCountry": "Israel",
        "detailList": [
            line("2026-11-19 09:00:00", "LH_DEPART", "Left from departure country/region"),
            line("2026-11-18 09:00:00", "PU_PICKUP_SUCCESS", "Accepted by carrier"),
        ],
    })
}

fn line(time: &str, code: &str, words: &str) -> Value {
    let naive = chrono::NaiveDateTime::parse_from_str(time, "%Y-%m-%d %H:%M:%S").unwrap();
    let millis = (naive.and_utc() - TimeDelta::hours(8)).timestamp_millis();
    json!({ "time": millis, "timeStr": time, "timeZone": "GMT+8", "desc": words, "standerdDesc": words, "actionCode": code })
}

pub fn unknown(number: &str) -> Value {
    json!({ "mailNo": number, "mailNoSource": "EXTERNAL", "detailList": [] })
}

/// A profile for a source made up here.
pub fn profile(id: &'static str, batch: usize, parallel: usize) -> Profile {
    Profile { id, name: id, batch, parallel, min_interval: Duration::from_mins(10), ..Profile::DEFAULT }
}

type Behaviour = Box<dyn Fn(Vec<TrackingNumber>) -> BoxFuture<'static, CheckResult> + Send + Sync>;

/// A source that does as it is told.
pub struct Actor {
    profile: &'static Profile,
    behaviour: Behaviour,
}

impl Source for Actor {
    fn profile(&self) -> &'static Profile {
        self.profile
    }

    fn ask<'a>(&'a self, _: &'a Http, numbers: &'a [TrackingNumber]) -> BoxFuture<'a, CheckResult> {
        (self.behaviour)(numbers.to_vec())
    }
}

/// A source that answers at once.
pub fn actor(
    profile: Profile,
    answer: impl Fn(&[TrackingNumber]) -> Result<Vec<Reply>, Trouble> + Send + Sync + 'static,
) -> Arc<dyn Source> {
    let behaviour = move |numbers: Vec<TrackingNumber>| {
        let result = answer(&numbers);
        async move { CheckResult { exchanges: Vec::new(), result } }.boxed()
    };
    Arc::new(Actor { profile: Box::leak(Box::new(profile)), behaviour: Box::new(behaviour) })
}

/// Tells what it is asked, and answers only when it is let.
pub struct Gate {
    pub asked: mpsc::UnboundedReceiver<Vec<TrackingNumber>>,
    pub go: Arc<Semaphore>,
}

impl Gate {
    /// The next question that reaches the source.
    pub async fn next(&mut self) -> Vec<TrackingNumber> {
        tokio::time::timeout(Duration::from_secs(20), self.asked.recv()).await.expect("nobody asks").unwrap()
    }

    /// Lets so many questions be answered.
    pub fn open(&self, questions: usize) {
        self.go.add_permits(questions);
    }
}

/// A source behind a gate.
pub fn gated(profile: Profile) -> (Arc<dyn Source>, Gate) {
    let (tell, asked) = mpsc::unbounded_channel();
    let go = Arc::new(Semaphore::new(0));
    let gate = Gate { asked, go: Arc::clone(&go) };
    let behaviour = move |numbers: Vec<TrackingNumber>| {
        let (tell, go) = (tell.clone(), Arc::clone(&go));
        async move {
            tell.send(numbers.clone()).unwrap();
            go.acquire().await.unwrap().forget();
            CheckResult { exchanges: Vec::new(), result: Ok(numbers.iter().map(moving).collect()) }
        }
        .boxed()
    };
    (Arc::new(Actor { profile: Box::leak(Box::new(profile)), behaviour: Box::new(behaviour) }), gate)
}

/// A reply with one scan of yesterday.
pub fn moving(number: &TrackingNumber) -> Reply {
    let event = Event {
        time: Some(EventTime::at((now() - TimeDelta::days(1)).naive_utc(), chrono::FixedOffset::east_opt(0))),
        state: Some(State::UNDERWAY),
        ..Event::new(number.clone(), CleanText::line("Sorted"))
    };
    let facts = ReportedFacts { state: Some(State::UNDERWAY), ..ReportedFacts::default() };
    let report = Report { finding: Finding::Known(Box::new(facts)), events: vec![event] };
    Reply { number: number.clone(), result: Ok(report) }
}

/// The outcome that a source left with a number of the parcel.
pub fn outcome(dossier: &ParcelDetails, source: &str) -> Option<Outcome> {
    dossier.standings.iter().find(|s| s.source == SourceId::new(source)).and_then(|s| s.outcome)
}

/// A source that answers at once, with bodies.
pub fn telling(
    profile: Profile,
    answer: impl Fn(Vec<TrackingNumber>) -> CheckResult + Send + Sync + 'static,
) -> Arc<dyn Source> {
    let behaviour = move |numbers: Vec<TrackingNumber>| {
        let told = answer(numbers);
        async move { told }.boxed()
    };
    Arc::new(Actor { profile: Box::leak(Box::new(profile)), behaviour: Box::new(behaviour) })
}
