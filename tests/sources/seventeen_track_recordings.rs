//! 17TRACK's reading of the project's own recordings.

use posylka::domain::{Finding, Outcome, Precision, Reply, State, Status, SubStatus, Trouble};
use posylka::sources::seventeen_track::{decode, decode_registration, decode_tracks};

use crate::support::{facts, instant, number, numbers, recording, report, result, state};

const FIRST: &str = "LB900000019CN";
const LAST_MILE: &str = "RB900000022DE";
const WAITING: &str = "LB900000036CN";
const NEW: &str = "RB900000040CN";

fn replies(file: &str, asked: &str) -> Vec<Reply> {
    decode(&[number(asked)], 200, &recording(&format!("17track/{file}"))).expect("an answer")
}

fn trouble(file: &str) -> Trouble {
    decode(&[number(FIRST)], 200, &recording(&format!("17track/{file}"))).expect_err("a trouble")
}

#[test]
fn two_carriers_tell_one_journey() {
    let replies = replies("in_transit.json", FIRST);
    let (facts, events) = (facts(&replies, FIRST), &report(&replies, FIRST).events);
    assert_eq!(facts.state, Some(state(Status::InTransit, SubStatus::CustomsProcessing)));
    assert_eq!(facts.carrier.as_deref(), Some("Example China Post"), "the one it is registered with");
    assert_eq!(facts.last_mile.as_deref(), Some("Example Paket, +49 000 000, https://paket.example"));
    assert_eq!(facts.service.as_deref(), Some("ePacket"));
    assert_eq!(facts.handovers, numbers([LAST_MILE]));
    let eta = facts.eta.expect("expected days");
    assert_eq!((eta.from.to_string(), eta.to.to_string()), ("2026-11-24".to_owned(), "2026-11-27".to_owned()));
    let texts: Vec<_> = events.iter().map(|e| e.text.to_string()).collect();
    assert_eq!(texts, ["Handed to customs", "Arrived at destination airport", "离开始发国", "Picked up"]);
    assert_eq!(
        (instant(&events[0]).as_str(), events[0].country.map(|c| c.to_string()).as_deref()),
        ("2026-11-19 06:45:00 UTC", Some("DE"))
    );
    assert_eq!(events[2].text_lang.as_deref(), Some("zh"));
}

#[test]
fn delivered_and_waiting_to_be_collected() {
    let delivered = replies("delivered.json", LAST_MILE);
    assert_eq!(facts(&delivered, LAST_MILE).state, Some(state(Status::Delivered, SubStatus::Other)));
    assert_eq!(facts(&delivered, LAST_MILE).status_text.as_deref(), Some("Zugestellt"));
    let waiting = replies("pickup.json", WAITING);
    assert_eq!(facts(&waiting, WAITING).state, Some(state(Status::AvailableForPickup, SubStatus::Other)));
    let time = report(&waiting, WAITING).events[0].time.expect("a time");
    assert_eq!((time.precision(), time.instant()), (Precision::Day, None));
}

#[test]
fn what_is_not_registered_is_kept_apart() {
    let asked = numbers([FIRST, NEW]);
    let body = recording("17track/one_known_one_not_registered.json");
    let tracks = decode_tracks(&asked, 200, &body).expect("an answer");
    assert_eq!(tracks.unregistered, numbers([NEW]));
    assert_eq!(tracks.replies.len(), 1);
    assert_eq!(report(&tracks.replies, FIRST).events.len(), 3);
    let plain = decode(&asked, 200, &body).expect("an answer");
    assert_eq!(report(&plain, NEW).finding, Finding::Unknown);
}

#[test]
fn registering_what_is_registered_is_a_success() {
    for file in ["registered.json", "already_registered.json"] {
        let outcomes = decode_registration(&numbers([NEW]), 200, &recording(&format!("17track/{file}")));
        assert_eq!(outcomes.expect("an answer")[0].outcome, Ok(()), "{file}");
    }
    let spent = decode_registration(&numbers([NEW]), 200, &recording("17track/quota_used_up.json"));
    assert_eq!(spent.expect("an answer")[0].outcome, Err(Trouble::BudgetSpent));
    let left_out = decode_registration(&numbers([FIRST]), 200, &recording("17track/registered.json"));
    assert!(matches!(left_out.expect("an answer")[0].outcome, Err(Trouble::NotUnderstood { .. })));
}

#[test]
fn nothing_yet_is_no_news_and_not_found_is_unknown() {
    let nothing = replies("nothing_yet.json", NEW);
    assert_eq!(Outcome::from(report(&nothing, NEW)), Outcome::NoNews);
    assert_eq!(facts(&nothing, NEW).state, None);
    assert_eq!(report(&replies("not_found.json", NEW), NEW).finding, Finding::Unknown);
}

#[test]
fn each_rejected_number_has_its_own_reason() {
    let asked = numbers(["ABC12", FIRST, LAST_MILE, WAITING, NEW]);
    let replies = decode(&asked, 200, &recording("17track/rejected.json")).expect("an answer");
    let outcomes: Vec<Outcome> =
        replies.iter().map(|r| Outcome::from(r.result.as_ref().expect_err("a trouble"))).collect();
    let expected = [
        Outcome::MalformedNumber,
        Outcome::MoreDataNeeded,
        Outcome::MoreDataNeeded,
        Outcome::BudgetSpent,
        Outcome::Temporary,
    ];
    assert_eq!(outcomes, expected);
    let wanted =
        |number| result(&replies, number).as_ref().expect_err("a trouble").detail().map(|detail| detail.to_string());
    assert_eq!(wanted(FIRST).as_deref(), Some("A postal code is required."));
    assert_eq!(wanted(LAST_MILE).as_deref(), Some("carrier code"));
}

#[test]
fn a_failed_call_concerns_every_number() {
    assert_eq!(trouble("bad_key.json"), Trouble::BadKey);
    assert_eq!(trouble("too_many.json"), Trouble::RateLimited { retry_after: None });
    assert!(matches!(trouble("truncated.json"), Trouble::NotUnderstood { .. }));
    let status = |status, body: &str| decode(&numbers([FIRST]), status, body.as_bytes()).expect_err("a trouble");
    assert_eq!(status(401, "{}"), Trouble::BadKey);
    assert!(matches!(status(503, "{}"), Trouble::Temporary { .. }));
    assert_eq!(
        status(200, r#"{"code":0}"#).detail().map(|detail| detail.to_string()).as_deref(),
        Some("data: missing")
    );
}

#[test]
fn a_call_that_fails_for_a_numbers_sake_blames_it_where_it_is_alone() {
    let body = recording("17track/faults_with_code_zero.json");
    let alone = decode(&numbers([FIRST]), 200, &body).expect("an answer");
    assert_eq!(result(&alone, FIRST), &Err(Trouble::MalformedNumber));
    let together = decode(&numbers([FIRST, NEW]), 200, &body).expect_err("a trouble");
    assert!(matches!(together, Trouble::NotUnderstood { .. }));
}

#[test]
fn odd_types_and_nulls_lose_only_themselves() {
    let odd = replies("wrong_types.json", FIRST);
    let texts: Vec<_> = report(&odd, FIRST).events.iter().map(|e| e.text.to_string()).collect();
    assert_eq!(texts, ["Scanned", "Picked up"]);
    assert_eq!(facts(&odd, FIRST).state, Some(State::UNDERWAY), "nothing finer than the newest event says");
    assert_eq!(facts(&odd, FIRST).eta.map(|e| e.from.to_string()), None);
    let nulls = replies("nulls.json", FIRST);
    assert_eq!(report(&nulls, FIRST).events.len(), 1);
    assert_eq!(facts(&nulls, FIRST).state, Some(State::UNDERWAY));
}
