//! How long a pass takes with many numbers due: 400 numbers in questions of ten, each answered after 200 ms, with so
//! many questions at once as the source allows. Prints figures; asserts nothing.

#![expect(clippy::print_stdout, reason = "the figures are what it is for")]

use std::error::Error;
use std::sync::Arc;
use std::time::{Duration, Instant};

use chrono::Utc;
use futures_util::FutureExt;
use futures_util::future::BoxFuture;
use posylka::domain::{Finding, NewParcel, Reply, Report, ReportedFacts, TrackingNumber};
use posylka::sources::{CheckResult, Http, HttpSettings, Profile, Request, Source, Sources};
use posylka::store::{Database, Store};
use posylka::sync::{Clock, Scope, Settings, Worker};
use tokio::sync::mpsc;
use tokio_util::sync::CancellationToken;
use wiremock::matchers::any;
use wiremock::{Mock, MockServer, ResponseTemplate};

const NUMBERS: usize = 400;
const BATCH: usize = 10;
const DELAY: Duration = Duration::from_millis(200);

struct Slow {
    profile: &'static Profile,
    address: String,
}

impl Source for Slow {
    fn profile(&self) -> &'static Profile {
        self.profile
    }

    fn ask<'a>(&'a self, http: &'a Http, numbers: &'a [TrackingNumber]) -> BoxFuture<'a, CheckResult> {
        async move {
            let sent = http.send(&Request::get(self.address.clone())).await;
            let result = sent.map(|_answer| numbers.iter().map(reply).collect());
            CheckResult { exchanges: Vec::new(), result }
        }
        .boxed()
    }
}

fn reply(number: &TrackingNumber) -> Reply {
    let report = Report { finding: Finding::Known(Box::<ReportedFacts>::default()), events: Vec::new() };
    Reply { number: number.clone(), result: Ok(report) }
}

fn profile(parallel: usize) -> &'static Profile {
    Box::leak(Box::new(Profile {
        id: "slow",
        name: "slow",
        batch: BATCH,
        parallel,
        min_interval: Duration::from_mins(10),
        ..Profile::DEFAULT
    }))
}

async fn burst(parallel: usize) -> Result<(), Box<dyn Error>> {
    let server = MockServer::start().await;
    Mock::given(any()).respond_with(ResponseTemplate::new(200).set_delay(DELAY)).mount(&server).await;
    let folder = tempfile::tempdir()?;
    let mut db = Database::open(&folder.path().join("posylka.db"), Utc::now())?;
    for n in 0..NUMBERS {
        let numbers = vec![TrackingNumber::parse(&format!("LP0062096{n:07}"))?];
        db.add(&NewParcel { numbers, ..NewParcel::default() }, Utc::now())?;
    }
    let settings = HttpSettings { proxy: None, timeout: Duration::from_secs(20), user_agent: "bench".to_owned() };
    let worker = Worker {
        store: Store::start(db),
        sources: Arc::new(Sources::of(vec![Arc::new(Slow { profile: profile(parallel), address: server.uri() })])),
        http: Http::live(settings),
        clock: Clock::System,
        settings: Settings::default(),
    };
    let (progress, _unheard) = mpsc::unbounded_channel();
    let started = Instant::now();
    let report = worker.pass(Scope::Due, &progress, &CancellationToken::new()).await?;
    let took = started.elapsed();
    let rounds = u32::try_from(NUMBERS.div_ceil(BATCH).div_ceil(parallel))?;
    let least = DELAY * rounds;
    let ratio = took.as_secs_f64() / least.as_secs_f64();
    println!(
        "parallel {parallel:2}: {} answers in {took:.2?}, at least {least:.2?}, ratio {ratio:.2}",
        report.answered
    );
    Ok(())
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    for parallel in [1, 2, 4, 8, 16] {
        burst(parallel).await?;
    }
    Ok(())
}
