//! Five real sources about one parcel, and any one of them in any trouble: the others' news arrives, the one in trouble
//! is shown as what it is, and the pass ends.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use futures_util::future::join_all;
use posylka::domain::{Entry, NewParcel, Outcome, ParcelId, SourceId, Status, TrackingNumber};
use posylka::sources::{Http, HttpSettings, Secret, SourceSettings, Sources};
use posylka::store::ParcelDetails;
use posylka::sync::{PassReport, Scope, Worker};
use secrecy::SecretString;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};

use super::support::{Home, later, now, open, outcome, pass, worker_on};

const NUMBER: &str = "RB900000226CN";
/// What a question may take; somebody who never answers holds a pass up for so long.
const PATIENCE: Duration = Duration::from_secs(3);
/// A pass that takes longer than this hangs.
const FAR_TOO_LONG: Duration = Duration::from_mins(1);
/// The longest answer that is read is 8 MiB; the rest of this is what the machine's buffers take.
const MUCH_MORE_THAN_IS_READ: usize = 64 * 1024 * 1024;

/// The sources, a recording of each, and the numbers in it that stand for the parcel's own.
const SOURCES: [(&str, &str, &[&str]); 5] = [
    ("cainiao", "cainiao/in_transit.json", &["LP00990000000017", "RA900000019RU"]),
    ("17track", "17track/in_transit.json", &["LB900000019CN", "RB900000022DE"]),
    ("track24", "track24/in_transit.json", &["RB900000314SG"]),
    ("russian-post", "russian-post/in_transit.xml", &[]),
    ("ship24", "ship24/in_transit.json", &["RB900000019CN", "RB900000022DE"]),
];

#[derive(Clone, Copy, PartialEq, Debug)]
enum Trouble {
    TooMany,
    ServerError,
    Captcha,
    Page,
    Hang,
    Drop,
    Endless,
    WrongJson,
}

const CAPTCHA: &str = "<!DOCTYPE html><title>Are you a robot?</title><div class=\"g-recaptcha\"></div>";
const PAGE: &str = "<!DOCTYPE html><title>Please log in</title>";

/// Answers under `/ID/…` with the recording of that source, but for the one that is in trouble.
struct Server {
    address: String,
    sent: Arc<AtomicUsize>,
}

impl Server {
    async fn start(troubled: Option<(&'static str, Trouble)>) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = format!("http://{}", listener.local_addr().unwrap());
        let sent = Arc::new(AtomicUsize::new(0));
        let count = Arc::clone(&sent);
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                tokio::spawn(answer(stream, troubled, Arc::clone(&count)));
            }
        });
        Self { address, sent }
    }
}

async fn answer(mut stream: TcpStream, troubled: Option<(&'static str, Trouble)>, sent: Arc<AtomicUsize>) {
    let Some(source) = asked_source(&mut stream).await else { return };
    let trouble = troubled.filter(|(id, _)| *id == source).map(|(_, trouble)| trouble);
    let (status, headers, body) = match trouble {
        None => ("200 OK", "", recording(&source)),
        Some(Trouble::TooMany) => ("429 Too Many Requests", "Retry-After: 600\r\n", "{}".to_owned()),
        Some(Trouble::ServerError) => ("500 Internal Server Error", "", "{}".to_owned()),
        Some(Trouble::Captcha) => ("200 OK", "", CAPTCHA.to_owned()),
        Some(Trouble::Page) => ("200 OK", "", PAGE.to_owned()),
        Some(Trouble::WrongJson) => ("200 OK", "", "{\"weather\":[\"rain\",17]}".to_owned()),
        Some(Trouble::Drop) => return,
        Some(Trouble::Hang) => {
            // Until the other side hangs up.
            let _ = stream.read(&mut [0; 16]).await;
            return;
        }
        Some(Trouble::Endless) => return pour(stream, &sent).await,
    };
    let head = format!("HTTP/1.1 {status}\r\n{headers}Connection: close\r\nContent-Length: {}\r\n\r\n", body.len());
    let _ = stream.write_all(head.as_bytes()).await;
    let _ = stream.write_all(body.as_bytes()).await;
}

/// A gigabyte, piece by piece, as long as anybody takes it.
async fn pour(mut stream: TcpStream, sent: &AtomicUsize) {
    let piece = vec![b'['; 64 * 1024];
    let head = format!("HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: {}\r\n\r\n", 1 << 30);
    let _ = stream.write_all(head.as_bytes()).await;
    for _ in 0..(1 << 30) / piece.len() {
        if stream.write_all(&piece).await.is_err() {
            return;
        }
        sent.fetch_add(piece.len(), Ordering::SeqCst);
    }
}

/// Reads a request to its end; the first part of its path names the source.
async fn asked_source(stream: &mut TcpStream) -> Option<String> {
    let (mut request, mut piece) = (Vec::new(), [0; 4096]);
    loop {
        let length = stream.read(&mut piece).await.ok().filter(|length| *length > 0)?;
        request.extend_from_slice(&piece[..length]);
        let text = String::from_utf8_lossy(&request);
        let Some((head, body)) = text.split_once("\r\n\r\n") else { continue };
        let lower = head.to_lowercase();
        let expected = lower.lines().find_map(|line| line.strip_prefix("content-length:")?.trim().parse().ok());
        if body.len() >= expected.unwrap_or(0) {
            return head.split('/').nth(1).map(str::to_owned);
        }
    }
}

/// The recorded answer of a source, about the parcel's number and no other.
fn recording(source: &str) -> String {
    let (_, file, numbers) = SOURCES.iter().find(|(id, ..)| *id == source).expect("one of the five");
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/recordings").join(file);
    let text = std::fs::read_to_string(path).unwrap();
    numbers.iter().fold(text, |text, number| text.replace(number, NUMBER))
}

/// A parcel that all five are asked about.
fn parcel(home: &Home) -> ParcelId {
    let pinned = SOURCES.map(|(id, ..)| SourceId::new(id)).to_vec();
    let numbers = vec![TrackingNumber::parse(NUMBER).unwrap()];
    open(&home.path()).add(&NewParcel { numbers, pinned, ..NewParcel::default() }, later(-60)).unwrap().id()
}

async fn ask(home: &Home, server: &Server, minutes: i64) -> PassReport {
    let secret = |name: &str| (name.to_owned(), Secret::Plain(SecretString::from("hunter2")));
    let settings = SOURCES.iter().map(|(id, ..)| {
        let settings = SourceSettings {
            base_url: Some(format!("{}/{id}", server.address)),
            secrets: BTreeMap::from(["key", "domain", "login", "password"].map(secret)),
            ..SourceSettings::default()
        };
        ((*id).to_owned(), settings)
    });
    let sources = Sources::new(&settings.collect());
    let http = Http::live(HttpSettings { proxy: None, timeout: PATIENCE, user_agent: "posylka/test".to_owned() });
    let store = posylka::store::Store::start(open(&home.path()));
    let worker = Worker { http, ..worker_on(store, sources, later(minutes)) };
    tokio::time::timeout(FAR_TOO_LONG, pass(&worker, Scope::Due)).await.expect("the pass never ends")
}

/// Who stands behind any entry of the timeline.
fn tellers(dossier: &ParcelDetails) -> BTreeSet<&str> {
    dossier.timeline.entries.iter().flat_map(|entry| entry.sources()).map(SourceId::as_str).collect()
}

/// One source in trouble, and two days later in none.
async fn one_in_trouble(troubled: &'static str, trouble: Trouble, expected: Outcome) {
    let what = format!("{troubled}: {trouble:?}");
    let home = Home::new();
    let id = parcel(&home);
    let server = Server::start(Some((troubled, trouble))).await;
    let report = ask(&home, &server, 0).await;
    assert_eq!((report.checked, report.answered), (5, 4), "{what}: {report:?}");

    let dossier = home.dossier(id);
    let others: BTreeSet<&str> = SOURCES.iter().map(|(id, ..)| *id).filter(|id| *id != troubled).collect();
    assert_eq!(tellers(&dossier), others, "{what}");
    for (source, ..) in SOURCES {
        let wanted = if source == troubled { expected } else { Outcome::Answered };
        assert_eq!(outcome(&dossier, source), Some(wanted), "{what}, {source}");
    }
    let summary = &dossier.parcel.summary;
    assert_eq!(summary.state.map(|state| state.status), Some(Status::InTransit), "{what}");
    assert_eq!(summary.troubles, [(SourceId::new(troubled), expected)], "{what}");
    assert!(dossier.standings.iter().filter(|s| s.source.as_str() == troubled).all(|s| s.facts.is_none()), "{what}");
    assert!(server.sent.load(Ordering::SeqCst) < MUCH_MORE_THAN_IS_READ, "{what}");

    let before = dossier.timeline.entries.iter().map(|entry| entry.sightings().count()).sum::<usize>();
    ask(&home, &Server::start(None).await, 2 * 24 * 60).await;
    let dossier = home.dossier(id);
    assert_eq!(tellers(&dossier).len(), 5, "{what}: it recovers");
    let sightings: Vec<_> = dossier.timeline.entries.iter().flat_map(Entry::sightings).collect();
    assert!(sightings.len() > before && sightings.iter().all(|s| s.withdrawn_at.is_none()), "{what}");
}

/// Each of the five in turn.
async fn any_in(trouble: Trouble, expected: Outcome) {
    join_all(SOURCES.map(|(id, ..)| one_in_trouble(id, trouble, expected))).await;
}

#[tokio::test]
async fn all_five_tell_one_timeline() {
    let home = Home::new();
    let id = parcel(&home);
    let report = ask(&home, &Server::start(None).await, 0).await;
    assert_eq!((report.checked, report.answered, report.failures.len()), (5, 5, 0), "{report:?}");
    let dossier = home.dossier(id);
    assert_eq!(tellers(&dossier), SOURCES.iter().map(|(id, ..)| *id).collect());
    assert_eq!(dossier.parcel.numbers.len(), 1);
    assert_eq!(dossier.parcel.summary.checked_at, Some(now()));
}

#[tokio::test(flavor = "multi_thread")]
async fn one_that_is_asked_too_often() {
    any_in(Trouble::TooMany, Outcome::RateLimited).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn one_that_is_broken() {
    any_in(Trouble::ServerError, Outcome::Temporary).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn one_that_wants_a_person() {
    any_in(Trouble::Captcha, Outcome::Blocked).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn one_that_shows_a_page() {
    any_in(Trouble::Page, Outcome::Refused).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn one_that_never_answers() {
    any_in(Trouble::Hang, Outcome::Temporary).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn one_that_hangs_up() {
    any_in(Trouble::Drop, Outcome::Temporary).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn one_that_never_stops() {
    any_in(Trouble::Endless, Outcome::TooLarge).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn one_that_talks_of_something_else() {
    any_in(Trouble::WrongJson, Outcome::NotUnderstood).await;
}
