//! Cainiao's reading of the project's own recordings.

use posylka::domain::{Finding, Outcome, Reply, State, Status, SubStatus, Trouble};
use posylka::sources::cainiao::decode;

use crate::support::{event, facts, instant, number, numbers, recording, report, result, state};

fn replies(file: &str, asked: &str) -> Vec<Reply> {
    decode(&[number(asked)], 200, &recording(&format!("cainiao/{file}"))).expect("an answer")
}

fn trouble(file: &str) -> Trouble {
    decode(&[number("LP00990000000017")], 200, &recording(&format!("cainiao/{file}"))).expect_err("a trouble")
}

const TRANSIT: &str = "LP00990000000017";

#[test]
fn on_its_way() {
    let replies = replies("in_transit.json", TRANSIT);
    let (facts, events) = (facts(&replies, TRANSIT), &report(&replies, TRANSIT).events);
    assert_eq!(facts.state, Some(state(Status::InTransit, SubStatus::Departure)));
    assert_eq!(facts.destination.map(|c| c.to_string()).as_deref(), Some("RU"));
    assert_eq!(facts.handovers, numbers(["RA900000019RU"]), "named twice, taken once");
    let eta = facts.eta.expect("expected days");
    assert_eq!((eta.from.to_string(), eta.to.to_string()), ("2026-12-03".to_owned(), "2026-12-09".to_owned()));
    assert_eq!(events.len(), 8);
    assert_eq!(instant(event(events, "LH_DEPART")), "2026-11-17 20:05:00 UTC");
    assert_eq!(event(events, "CC_IM_START").state, None, "declared before departure");
    assert_eq!(event(events, "WMS_CONFIRMED").text_lang.as_deref(), Some("zh"));
}

#[test]
fn delivered() {
    let asked = "LP00990000000024";
    let replies = replies("delivered.json", asked);
    let facts = facts(&replies, asked);
    assert_eq!(facts.state, Some(state(Status::Delivered, SubStatus::Other)));
    assert_eq!(facts.last_mile.as_deref(), Some("Example Post, +972000000000, https://post.example"));
    let states: Vec<_> = report(&replies, asked).events.iter().map(|e| e.state.map(|s| s.status)).collect();
    assert_eq!(states[..2], [Some(Status::Delivered), Some(Status::OutForDelivery)]);
}

#[test]
fn a_station_that_signed_is_not_the_addressee() {
    let asked = "UG990000003YP";
    let replies = replies("pickup_station.json", asked);
    assert_eq!(facts(&replies, asked).state, Some(state(Status::AvailableForPickup, SubStatus::Other)));
    assert_eq!(facts(&replies, asked).status_text.as_deref(), Some("Waiting at the pickup point"));
}

#[test]
fn the_seller_still_has_it() {
    let asked = "UZ9900000004Y";
    let replies = replies("seller_preparing.json", asked);
    assert_eq!(facts(&replies, asked).state, Some(State::only(Status::InfoReceived)));
    assert_eq!(Outcome::from(report(&replies, asked)), Outcome::NoNews);
}

#[test]
fn unknown_is_a_result_and_a_placeholder_is_known() {
    let unknown = replies("unknown.json", "LP00990000000048");
    assert_eq!(report(&unknown, "LP00990000000048").finding, Finding::Unknown);
    let placeholder = replies("placeholder.json", "AP00990000000055");
    assert_eq!(facts(&placeholder, "AP00990000000055").handovers, numbers(["CNG00990000000055"]));
}

#[test]
fn a_batch_is_sorted_by_number_and_what_is_left_out_is_said() {
    let asked = numbers([TRANSIT, "LP00990000000048", "LP00990000000031"]);
    let replies = decode(&asked, 200, &recording("cainiao/batch_of_two.json")).expect("an answer");
    assert_eq!(replies.len(), 3);
    assert_eq!(report(&replies, TRANSIT).events.len(), 8);
    assert_eq!(report(&replies, "LP00990000000048").finding, Finding::Unknown);
    let Err(Trouble::NotUnderstood { path }) = result(&replies, "LP00990000000031") else {
        panic!("a number that is left out is not understood");
    };
    assert_eq!(&**path, "module: nothing about LP00990000000031");
}

#[test]
fn an_answer_about_another_number_never_lands_on_the_asked_one() {
    let replies = replies("in_transit.json", "LP00990000000048");
    assert!(matches!(result(&replies, "LP00990000000048"), Err(Trouble::NotUnderstood { .. })));
}

#[test]
fn captchas_in_either_form_are_a_block() {
    assert_eq!(trouble("captcha.html"), Trouble::Blocked);
    assert_eq!(trouble("captcha.json"), Trouble::Blocked);
}

#[test]
fn a_refusal_is_read_by_its_words() {
    assert_eq!(trouble("refused.json"), Trouble::RateLimited { retry_after: None });
    let decode = |body: &str| decode(&numbers([TRANSIT]), 200, body.as_bytes());
    assert_eq!(decode(r#"{"success":false,"message":"illegal access"}"#), Err(Trouble::Blocked));
    let odd = decode(r#"{"success":false,"errorCode":"E42","module":[]}"#).expect_err("a trouble");
    assert_eq!(odd.detail().map(|detail| detail.to_string()).as_deref(), Some("success: false E42"));
}

#[test]
fn a_broken_answer_is_not_understood_and_says_where() {
    assert!(matches!(trouble("truncated.json"), Trouble::NotUnderstood { .. }));
    assert_eq!(trouble("empty.json").detail().map(|detail| detail.to_string()).as_deref(), Some("an empty answer"));
    let path = |body: &str| match decode(&numbers([TRANSIT]), 200, body.as_bytes()) {
        Err(Trouble::NotUnderstood { path }) => path.to_string(),
        other => panic!("{other:?}"),
    };
    assert!(path(r#"{"module":{"a":1},"success":true}"#).starts_with("module: "));
    assert!(path(r#"{"module":null,"success":true}"#).starts_with("module: "));
    assert!(path("[]").contains("module") || path("[]").contains("element"), "{}", path("[]"));
}

#[test]
fn odd_types_lose_only_themselves() {
    let asked = "LP00990000000062";
    let replies = replies("wrong_types.json", asked);
    let (facts, events) = (facts(&replies, asked), &report(&replies, asked).events);
    assert_eq!(events.len(), 2);
    assert_eq!(
        (events[0].place.as_deref(), &*events[0].text),
        (Some("Baoshan District"), "Departed from sorting center")
    );
    assert_eq!(events[0].time.map(|t| t.to_string()).as_deref(), Some("2026-11-19T16:05:00"), "from the epoch");
    assert_eq!((&*events[1].text, events[1].time, events[1].state), ("A code from the year 2031", None, None));
    assert_eq!(facts.state, Some(State::UNDERWAY));
    assert_eq!(facts.handovers, numbers(["990000000062"]), "a number in the literal sense");
    assert_eq!((facts.origin, facts.eta), (None, None));
}

#[test]
fn nulls_everywhere_leave_what_is_there() {
    let asked = "LP00990000000079";
    let replies = replies("nulls.json", asked);
    let events = &report(&replies, asked).events;
    assert_eq!(events.iter().map(|e| e.text.to_string()).collect::<Vec<_>>(), ["Parcel scanned"]);
    assert_eq!(facts(&replies, asked).state, Some(State::UNDERWAY));
}

#[test]
fn an_entry_that_says_nothing_is_not_taken_for_unknown() {
    for entry in [r#"{"mailNo":"LP00990000000017"}"#, r#"{"mailNo":"LP00990000000017","detailList":"none"}"#] {
        let body = format!(r#"{{"module":[{entry}],"success":true}}"#);
        let replies = decode(&numbers([TRANSIT]), 200, body.as_bytes()).expect("an answer");
        assert!(matches!(result(&replies, TRANSIT), Err(Trouble::NotUnderstood { .. })), "{entry}");
    }
}

#[test]
fn a_word_to_crawlers_is_a_block() {
    let body = r#"{"module":[{"mailNo":"LP00990000000017","mailNoSource":"AE","status":"DELIVERING",
        "statusDesc":"[CN]STOPCRAWLER","detailList":[]}],"success":true}"#;
    let replies = decode(&numbers([TRANSIT]), 200, body.as_bytes()).expect("an answer");
    assert_eq!(result(&replies, TRANSIT), &Err(Trouble::Blocked));
}
