//! Russian Post: its recordings, the request, and whatever else may come back.

use posylka::domain::{Finding, Outcome, Reply, State, Status, SubStatus, Trouble};
use posylka::sources::Ownership;
use posylka::sources::russian_post::decode;
use proptest::prelude::*;

use crate::ask::{asked, patient, source, unreachable};
use crate::common::fixtures;
use crate::support::{
    event, facts, instant, number, numbers, ownership, recorded, recording, report, result, says_delivered, state,
};

const FOREIGN: &str = "RB900000226CN";
const DOMESTIC: &str = "80080900000016";
const OWN: &str = "RA900000212RU";
const SECRETS: [(&str, &str); 2] = [("login", "me&<you>"), ("password", "hunter2\"'")];

fn replies(file: &str, asked: &str) -> Vec<Reply> {
    decode(&[number(asked)], 200, &recording(&format!("russian-post/{file}"))).expect("an answer")
}

#[test]
fn a_parcel_from_abroad_is_followed_through_its_zones() {
    let replies = replies("in_transit.xml", FOREIGN);
    let (facts, events) = (facts(&replies, FOREIGN), &report(&replies, FOREIGN).events);
    assert_eq!(events.len(), 6);
    assert_eq!(facts.state, Some(State::UNDERWAY));
    assert_eq!(facts.status_text.as_deref(), Some("Прибыло в сортировочный центр"));
    let countries = [facts.origin, facts.destination].map(|c| c.expect("a country").to_string());
    assert_eq!(countries, ["CN", "RU"]);
    assert_eq!(facts.service.as_deref(), Some("Мелкий пакет заказной"));
    assert!(facts.handovers.is_empty());
    assert_eq!(instant(event(events, "9:1")), "2026-11-05 22:12:25 UTC");
    assert_eq!(event(events, "9:1").time.expect("a time").to_string(), "2026-11-06T08:12:25");
    assert_eq!(event(events, "11").state, Some(state(Status::InTransit, SubStatus::CustomsProcessing)));
    assert_eq!(&*event(events, "14:1").text, "Таможенное оформление: Выпущено таможней");
    let accepted = event(events, "1:1");
    assert_eq!((accepted.place.as_deref(), accepted.country.map(|c| c.to_string())), {
        (Some("SHENZHEN"), Some("CN".to_owned()))
    });
    assert_eq!(events[0].place.as_deref(), Some("102000 Москва АСЦ"));
    assert!(!format!("{replies:?}").contains("ИВАНОВ"), "names of people are dropped");
}

#[test]
fn records_out_of_order_are_put_in_order() {
    let replies = replies("waiting_out_of_order.xml", FOREIGN);
    assert_eq!(report(&replies, FOREIGN).events[0].raw_code.as_deref(), Some("8:2"));
    assert_eq!(facts(&replies, FOREIGN).state, Some(state(Status::AvailableForPickup, SubStatus::Other)));
    assert!(!says_delivered(&replies));
}

#[test]
fn only_the_addressee_makes_a_delivery_under_any_prefix() {
    for file in ["delivered.xml", "other_prefixes.xml"] {
        let delivered = replies(file, DOMESTIC);
        assert_eq!(facts(&delivered, DOMESTIC).state, Some(state(Status::Delivered, SubStatus::Other)), "{file}");
        assert_eq!(report(&delivered, DOMESTIC).events.len(), 4, "{file}");
    }
    for file in ["returned.xml", "returned_to_nobody_in_particular.xml"] {
        let returned = replies(file, DOMESTIC);
        assert_eq!(facts(&returned, DOMESTIC).state, Some(state(Status::Exception, SubStatus::Returned)), "{file}");
        assert!(!says_delivered(&returned), "{file}");
    }
}

#[test]
fn a_new_label_is_a_further_number() {
    assert_eq!(facts(&replies("relabelled.xml", OWN), OWN).handovers, numbers(["RA900000230RU"]));
}

#[test]
fn an_unknown_number_has_three_shapes() {
    for file in ["unknown.xml", "unknown_without_data.xml", "not_found_fault.xml"] {
        assert_eq!(report(&replies(file, OWN), OWN).finding, Finding::Unknown, "{file}");
    }
}

#[test]
fn faults_and_refusals_are_told_apart() {
    let at = |status, file: &str| decode(&[number(OWN)], status, &recording(&format!("russian-post/{file}")));
    for status in [200, 500] {
        assert_eq!(at(status, "bad_key.xml"), Err(Trouble::BadKey));
        assert_eq!(at(status, "limit.xml"), Err(Trouble::BudgetSpent));
        assert_eq!(result(&at(status, "malformed.xml").expect("a reply"), OWN), &Err(Trouble::MalformedNumber));
        let Err(Trouble::NotUnderstood { path }) = at(status, "other_fault.xml") else { panic!("a fault") };
        assert!(path.starts_with("Fault LanguageFaultReason") && path.ends_with("Unsupported"), "{path}");
    }
    assert_eq!(at(200, "captcha.html"), Err(Trouble::Blocked));
    assert_eq!(at(401, "unknown.xml"), Err(Trouble::BadKey));
    assert!(matches!(at(503, "unknown.xml"), Err(Trouble::Temporary { .. })));
    assert!(matches!(at(200, "truncated.xml"), Err(Trouble::NotUnderstood { .. })));
    assert!(matches!(decode(&[number(OWN)], 200, b""), Err(Trouble::NotUnderstood { .. })));
    let empty = b"<S:Envelope><S:Body/></S:Envelope>";
    assert!(matches!(decode(&[number(OWN)], 200, empty), Err(Trouble::NotUnderstood { .. })));
}

#[test]
fn oddities_and_empty_elements_lose_only_themselves() {
    let odd = replies("nulls_and_oddities.xml", OWN);
    let events = &report(&odd, OWN).events;
    let codes: Vec<_> = events.iter().map(|e| e.raw_code.as_deref().unwrap_or_default()).collect();
    assert_eq!(codes, ["2:77", "8:99", "64:7"]);
    assert_eq!(facts(&odd, OWN).state, Some(State::UNDERWAY), "an unknown attribute of a handing over says nothing");
    assert_eq!(&*events[1].text, "Нечто & новое");
    assert_eq!((events[1].place.as_deref(), events[1].time.and_then(|t| t.offset())), (None, None));
    assert_eq!((events[2].time, events[2].country), (None, None));
    assert_eq!(events[0].place.as_deref(), Some("Москва 101000"));
    assert!(!says_delivered(&odd));
}

#[test]
fn recorded_bodies_are_read() {
    for (file, body) in recorded("russian-post") {
        let decoded = decode(&[number("44334455667733")], 200, &body);
        match file.as_str() {
            "soap-history-domestic-delivered.xml" => {
                let replies = decoded.expect("an answer");
                let (facts, events) = (facts(&replies, "44334455667733"), &report(&replies, "44334455667733").events);
                assert_eq!(events.len(), 8);
                assert_eq!(facts.state, Some(state(Status::Delivered, SubStatus::Other)));
                assert_eq!(instant(&events[7]), "2016-07-16 08:01:00 UTC");
                assert!(!format!("{replies:?}").contains("ДИРЕКТ"));
            }
            "soap-history-empty-SYNTHETIC.xml" => {
                assert_eq!(report(&decoded.expect("an answer"), "44334455667733").finding, Finding::Unknown);
            }
            "soap-fault-format-SYNTHETIC.xml" => {
                assert_eq!(decoded.expect("an answer")[0].result, Err(Trouble::MalformedNumber));
            }
            _ => assert!(matches!(decoded, Err(Trouble::NotUnderstood { .. })), "{file} answers another question"),
        }
    }
}

/// An answer with one operation.
fn one_operation(kind: u64, attribute: u64, name: &str) -> String {
    format!(
        "<e:Envelope><e:Body><getOperationHistoryResponse><OperationHistoryData><historyRecord>\
         <OperationParameters><OperType><Id>{kind}</Id><Name>{name}</Name></OperType>\
         <OperAttr><Id>{attribute}</Id><Name>{name}</Name></OperAttr></OperationParameters>\
         </historyRecord></OperationHistoryData></getOperationHistoryResponse></e:Body></e:Envelope>"
    )
}

#[test]
fn every_listed_operation_that_hands_over_to_the_addressee_delivers_and_no_other() {
    let Some(table) = fixtures::body("russian-post/opertype-operattr.json") else { return };
    let table: serde_json::Value = serde_json::from_slice(&table).expect("a table");
    let mut listed = 0;
    for kind in table["types"].as_array().expect("types") {
        for attribute in kind["attrs"].as_array().expect("attributes") {
            let ids = (kind["oper_type"].as_u64().expect("an id"), attribute["oper_attr"].as_u64().expect("an id"));
            let name = attribute["name"].as_str().expect("a name").to_lowercase();
            let to_addressee = name.contains("адресату") || ids.1 == 0;
            let delivers = ids.0 == 21 || ids.0 == 2 && to_addressee;
            let body = one_operation(ids.0, ids.1, "x");
            let replies = decode(&[number(OWN)], 200, body.as_bytes()).expect("an answer");
            assert_eq!(says_delivered(&replies), delivers, "{ids:?} {name}");
            listed += 1;
        }
    }
    assert!(listed > 400);
}

#[test]
fn it_claims_its_own_numbers_and_those_of_other_posts_perhaps() {
    assert_eq!((ownership("russian-post", OWN), ownership("russian-post", DOMESTIC)), (Ownership::Own, Ownership::Own));
    assert_eq!(ownership("russian-post", FOREIGN), Ownership::Possible);
    assert_eq!(
        (ownership("russian-post", "80080900000017"), ownership("russian-post", "LP00990000000017")),
        (Ownership::No, Ownership::No)
    );
}

#[tokio::test]
async fn login_and_password_go_in_the_body_and_are_not_shown() {
    let (check, request) = asked("russian-post", &SECRETS, FOREIGN, "russian-post/in_transit.xml").await;
    assert_eq!(report(check.result.as_ref().expect("replies"), FOREIGN).events.len(), 6);
    assert_eq!((request.method.as_str(), request.url.path()), ("POST", "/rtm34"));
    let header = request.headers.get("content-type").expect("a content type");
    assert_eq!(header, "application/soap+xml; charset=utf-8");
    let body = String::from_utf8(request.body).expect("UTF-8");
    for part in [
        "<data:Barcode>RB900000226CN</data:Barcode><data:MessageType>0</data:MessageType>",
        "<data:Language>RUS</data:Language>",
        "<data:login>me&amp;&lt;you&gt;</data:login><data:password>hunter2&quot;&apos;</data:password>",
    ] {
        assert!(body.contains(part), "{body}");
    }
    let question = &check.exchanges[0].question;
    assert!(question.contains(FOREIGN) && !question.contains("hunter2") && !question.contains("me&"), "{question}");
    assert_eq!(unreachable("russian-post", &SECRETS, FOREIGN).await, Outcome::Temporary);
}

#[tokio::test]
async fn without_a_password_nobody_is_asked() {
    let post = source("russian-post", "http://127.0.0.1:1", &[("login", "me"), ("password", "")]);
    let check = post.ask(&patient(), &numbers([FOREIGN])).await;
    assert_eq!(check.result, Err(Trouble::BadKey));
    assert!(check.exchanges.is_empty());
}

proptest! {
    #[test]
    fn an_operation_that_nobody_knows_never_delivers(kind in 0_u64..3000, attribute in 0_u64..3000) {
        // New ways of handing over (type 2) are read by their names.
        let known = kind == 21 && attribute <= 3 || kind == 2;
        prop_assume!(!known);
        let body = one_operation(kind, attribute, "Вручение адресату");
        let replies = decode(&[number(OWN)], 200, body.as_bytes()).expect("an answer");
        prop_assert!(!says_delivered(&replies));
    }
}
