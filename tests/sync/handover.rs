//! A source names the number under which another carrier goes on: that one is asked in the same pass.

use std::collections::BTreeMap;
use std::path::PathBuf;

use posylka::domain::NewParcel;
use posylka::domain::{Entry, NumberRole, Outcome, SourceId, TrackingNumber};
use posylka::sources::{Secret, SourceSettings, Sources};
use posylka::sync::Scope;
use secrecy::SecretString;
use serde_json::json;
use wiremock::matchers::{body_string_contains, path};
use wiremock::{Mock, MockServer, Request, ResponseTemplate};

use super::support::{Home, asked, now, open, outcome, pass, unknown};

const FIRST: &str = "LP00990000000017";
const POSTAL: &str = "RB900000226CN";

/// Cainiao, which knows the first number and the one that comes after it, and the Russian post, which knows that one.
async fn first_leg_and_post() -> MockServer {
    let server = MockServer::start().await;
    let cainiao = |request: &Request| {
        let modules: Vec<_> =
            asked(request).iter().map(|n| if n == FIRST { first_leg() } else { unknown(n) }).collect();
        ResponseTemplate::new(200).set_body_json(json!({ "module": modules, "success": true }))
    };
    Mock::given(path("/global/detail.json")).respond_with(cainiao).mount(&server).await;
    let recording = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/recordings/russian-post/in_transit.xml");
    let post = ResponseTemplate::new(200).set_body_bytes(std::fs::read(recording).unwrap());
    let asked = body_string_contains(format!("<data:Barcode>{POSTAL}</data:Barcode>"));
    Mock::given(path("/rtm34")).and(asked).respond_with(post).mount(&server).await;
    server
}

/// Its newest scan is one of the post's, in English and without a town.
fn first_leg() -> serde_json::Value {
    let line = |time: &str, zone: &str, code: &str, words: &str| json!({ "timeStr": time, "timeZone": zone, "standerdDesc": words, "actionCode": code });
    json!({
        "mailNo": FIRST, "mailNoSource": "AE", "status": "DELIVERING",
        "originCountry": "Mainland China", "destCountry": "Russian Federation",
        "realMailNo": format!("Latest Tracking Number:\t{POSTAL}"), "copyRealMailNo": POSTAL,
        "detailList": [
            line("2026-11-07 02:15:00", "GMT+10", "CC_IM_SUCCESS", "Import customs clearance complete"),
            line("2026-11-04 05:00:00", "GMT+8", "LH_DEPART", "Left from departure country/region"),
        ],
    })
}

fn sources(server: &MockServer) -> Sources {
    let secret = |name: &str| (name.to_owned(), Secret::Plain(SecretString::from("hunter2")));
    let off = || SourceSettings { enabled: Some(false), ..SourceSettings::default() };
    let mut settings: BTreeMap<String, SourceSettings> =
        posylka::sources::profiles().into_iter().map(|profile| (profile.id.to_owned(), off())).collect();
    for id in ["cainiao", "russian-post"] {
        let secrets = BTreeMap::from(["login", "password"].map(secret));
        let here = SourceSettings { base_url: Some(server.uri()), secrets, ..SourceSettings::default() };
        settings.insert(id.to_owned(), here);
    }
    Sources::new(&settings)
}

#[tokio::test]
async fn the_post_is_asked_at_once_and_a_scan_that_both_tell_is_one() {
    let server = first_leg_and_post().await;
    let home = Home::new();
    let number = |text: &str| TrackingNumber::parse(text).unwrap();
    let id = open(&home.path())
        .add(&NewParcel { numbers: vec![number(FIRST)], ..NewParcel::default() }, now())
        .unwrap()
        .id();
    let report = pass(&home.worker(sources(&server), now()), Scope::Due).await;
    assert_eq!(report.failures, [], "{report:?}");

    let dossier = home.dossier(id);
    let numbers: Vec<_> = dossier.parcel.numbers.iter().map(|held| (held.number.as_str(), held.role)).collect();
    assert_eq!(numbers, [(FIRST, NumberRole::First), (POSTAL, NumberRole::Handover)]);
    assert_eq!(outcome(&dossier, "russian-post"), Some(Outcome::Answered));
    let to_the_post = server.received_requests().await.unwrap().iter().filter(|r| r.url.path() == "/rtm34").count();
    assert_eq!(to_the_post, 1, "one request of a hundred a day");

    let entries = &dossier.timeline.entries;
    assert_eq!(entries.len(), 7, "six of the post's and two of the first leg's, one of which is both's");
    let shared: Vec<&Entry> = entries.iter().filter(|entry| entry.sources().len() == 2).collect();
    let [shared] = shared.as_slice() else { panic!("{shared:?}") };
    let told: Vec<_> = shared.sightings().map(|s| (s.source.as_str(), s.event.number.as_str())).collect();
    assert!(told.contains(&("cainiao", FIRST)) && told.contains(&("russian-post", POSTAL)), "{told:?}");
    assert_eq!(dossier.parcel.summary.status_source, Some(SourceId::new("russian-post")), "the freshest word");
    assert!(!dossier.parcel.summary.disagreement);
}
