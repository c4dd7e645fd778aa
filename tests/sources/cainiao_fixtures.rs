//! Cainiao's reading of every recorded body.

use std::collections::HashSet;

use chrono::NaiveDate;
use posylka::domain::{Finding, Outcome, Reply, SourceId, State, Status, SubStatus};
use posylka::sources::cainiao::decode;

use crate::common::fixtures;
use crate::support::{event, facts, instant, number, report, state};

/// Decodes a recorded body about one number; `None` where the folder is absent.
fn replies(file: &str, asked: &str) -> Option<Vec<Reply>> {
    let body = fixtures::body(&format!("cainiao/{file}"))?;
    Some(decode(&[number(asked)], 200, &body).expect("an answer"))
}

const AE: &str = "AE010698498";
const FIRST: &str = "dir01_AE010698498_first_2023-01-28.json";
const FULL: &str = "dir01_AE010698498_full_2023-01-29.json";

#[test]
fn two_recordings_of_one_parcel_join_without_a_double() {
    let (Some(first), Some(full)) = (replies(FIRST, AE), replies(FULL, AE)) else { return };
    let (first, full) = (&report(&first, AE).events, &report(&full, AE).events);
    assert_eq!((first.len(), full.len()), (15, 19));
    let source = SourceId::new("cainiao");
    let union: HashSet<_> = first.iter().chain(full).map(|event| event.fingerprint(&source)).collect();
    assert_eq!(union.len(), 19);
}

#[test]
fn the_newest_scan_decides_and_delivering_is_in_transit() {
    let (Some(first), Some(full)) = (replies(FIRST, AE), replies(FULL, AE)) else { return };
    assert_eq!(facts(&first, AE).state, Some(state(Status::InTransit, SubStatus::Arrival)));
    assert_eq!(facts(&full, AE).state, Some(state(Status::InTransit, SubStatus::CustomsReleased)));
    assert_eq!(facts(&full, AE).status_text.as_deref(), Some("Import customs clearance complete"));
    assert_eq!(facts(&full, AE).origin.map(|c| c.to_string()).as_deref(), Some("CN"));
    assert_eq!(facts(&full, AE).destination.map(|c| c.to_string()).as_deref(), Some("IL"));
}

#[test]
fn times_are_wall_times_with_their_own_zone() {
    let Some(full) = replies(FULL, AE) else { return };
    let events = &report(&full, AE).events;
    let arrival = event(events, "LH_ARRIVE").time.expect("a time");
    assert_eq!(arrival.to_string(), "2023-01-27T13:23:00");
    assert_eq!(instant(event(events, "LH_ARRIVE")), "2023-01-27 11:23:00 UTC");
    assert_eq!(instant(event(events, "CC_IM_SUCCESS")), "2023-01-29 08:31:00 UTC");
    for blank_or_plain in ["WMS_CONFIRMED", "GWMS_OUTBOUND"] {
        assert_eq!(instant(event(events, blank_or_plain)), "2023-01-24 03:30:03 UTC");
    }
}

#[test]
fn words_places_and_notices_are_told_apart() {
    let Some(full) = replies(FULL, AE) else { return };
    let events = &report(&full, AE).events;
    let town = event(events, "SC_OUTBOUND_SUCCESS");
    assert_eq!((town.place.as_deref(), &*town.text), (Some("Shatian Town"), "Departed from sorting center"));
    let own = event(events, "WMS_CONFIRMED");
    assert_eq!((&*own.text, own.text_lang.as_deref(), own.state), ("包裹已出库", Some("zh"), None));
    // Declared to the destination's customs before the aeroplane left.
    assert_eq!(event(events, "CC_IM_START").state, None);
    let together: Vec<_> = events.iter().filter(|e| e.time == events[0].time).collect();
    assert_eq!(together.len(), 2, "two codes at one moment stay two events");
}

#[test]
fn a_parcel_that_the_seller_still_has_is_known() {
    let asked = "UZ0556033196Y";
    let Some(replies) = replies("dir01_UZ0556033196Y_seller_preparing_notfound_2023.json", asked) else { return };
    let facts = facts(&replies, asked);
    assert_eq!(facts.state, Some(State::only(Status::InfoReceived)));
    assert_eq!(facts.status_text.as_deref(), Some("Awaiting seller dispatch"));
    assert_eq!(facts.service.as_deref(), Some("Economy"));
    let eta = facts.eta.expect("an expected day");
    assert_eq!((eta.from, eta.to), (NaiveDate::from_ymd_opt(2023, 12, 3).expect("a date"), eta.from));
    assert_eq!(Outcome::from(report(&replies, asked)), Outcome::NoNews);
}

#[test]
fn an_unknown_number_is_a_result() {
    let Some(replies) = replies("hacainiao_unknown_number.json", "LP00000000000") else { return };
    assert_eq!(report(&replies, "LP00000000000").finding, Finding::Unknown);
}

#[test]
fn a_placeholder_hands_over_to_the_real_number() {
    let asked = "AP00839881455575";
    let Some(replies) = replies("AP_placeholder_pivot_2026.json", asked) else { return };
    assert_eq!(facts(&replies, asked).handovers, [number("CNG00839881455575")]);
    assert_eq!(facts(&replies, asked).state, Some(State::only(Status::InfoReceived)));
}

#[test]
fn a_label_before_a_handover_number_is_cut_off() {
    let asked = "RC000000002EE";
    let Some(replies) = replies("hacainiao_in_customs_UA_2026-08.json", asked) else { return };
    assert_eq!(facts(&replies, asked).handovers, [number("RC000000003EE")]);
    assert_eq!(facts(&replies, asked).state, Some(state(Status::InTransit, SubStatus::CustomsReleased)));
    assert_eq!(report(&replies, asked).events.len(), 4);
}

#[test]
fn line_haul_to_bangladesh_is_an_arrival() {
    let asked = "UG251542831MV";
    let Some(replies) = replies("UG_delivering_BD_2026-08.json", asked) else { return };
    assert_eq!(facts(&replies, asked).state, Some(state(Status::InTransit, SubStatus::Arrival)));
    assert_eq!(
        report(&replies, asked).events[0].time.and_then(|t| t.offset()).map(|o| o.to_string()).as_deref(),
        Some("+06:00")
    );
}

#[test]
fn a_bare_module_reads_like_one_in_an_envelope() {
    let Some(module) = fixtures::body("cainiao/module_only_BR_2025-05.json") else { return };
    let body = [br#"{"module":["#, module.as_slice(), br#"],"success":true}"#].concat();
    let asked = "LP00123456789CN";
    let replies = decode(&[number(asked)], 200, &body).expect("an answer");
    let (facts, events) = (facts(&replies, asked), &report(&replies, asked).events);
    assert_eq!(facts.state, Some(state(Status::InTransit, SubStatus::CustomsReleased)));
    assert_eq!(instant(&events[0]), "2025-05-28 16:33:27 UTC");
    let eta = facts.eta.expect("expected days");
    assert_eq!((eta.from.to_string().as_str(), eta.to.to_string().as_str()), ("2025-06-04", "2025-06-21"));
}

#[test]
fn no_recorded_body_is_beyond_reading() {
    let Some(folder) = fixtures::dir("cainiao") else { return };
    for file in folder.read_dir().expect("the folder").map(|entry| entry.expect("an entry").path()) {
        let body = std::fs::read(&file).expect("a body");
        let decoded = decode(&[number("LP00000000000")], 200, &body);
        let bare = file.ends_with("module_only_BR_2025-05.json");
        assert_eq!(decoded.is_err(), bare, "{}", file.display());
    }
}
