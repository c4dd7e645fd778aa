//! A source that changes its shape is not understood: its answer is neither "unknown" nor "no news".

use posylka::domain::Trouble;
use posylka::sources::{
    belpost, cainiao, correos_es, four_px, inpost, kazpost, la_poste, poste_italiane, ship24, track24, upu,
};
use serde_json::{Value, json};

use crate::support::{Decode, number, recording};

/// The decoder, a recording, the number in it, and where its list of events is.
const LISTS: [(Decode, &str, &str, &str); 11] = [
    (belpost::decode, "belpost/in_transit.json", "/data/0/number", "/data/0/steps"),
    (cainiao::decode, "cainiao/in_transit.json", "/module/0/mailNo", "/module/0/detailList"),
    (correos_es::decode, "correos-es/in_transit.json", "/0/codEnvio", "/0/eventos"),
    (four_px::decode, "four-px/in_transit.json", "/data/0/queryCode", "/data/0/tracks"),
    (inpost::decode, "inpost/in_transit.json", "/tracking_number", "/tracking_details"),
    (kazpost::decode, "kazpost/waiting.json", "/trackid", "/events"),
    (la_poste::decode, "la-poste/in_transit.json", "/shipment/idShip", "/shipment/event"),
    (poste_italiane::decode, "poste-italiane/in_transit.json", "/idTracciatura", "/listaMovimenti"),
    (ship24::decode, "ship24/in_transit.json", "/data/trackings/0/tracker/trackingNumber", "/data/trackings/0/events"),
    (track24::decode, "track24/in_transit.json", "/data/trackCode", "/data/events"),
    (upu::decode, "upu/in_transit.json", "/0/ID", "/0/Events"),
];

#[test]
fn a_list_of_events_that_nobody_can_read_is_not_an_empty_one() {
    for (decode, file, named, list) in LISTS {
        let tree: Value = serde_json::from_slice(&recording(file)).expect("JSON");
        let asked = [number(tree.pointer(named).and_then(Value::as_str).expect("a number"))];
        let with = |events: Value| {
            let mut tree = tree.clone();
            *tree.pointer_mut(list).expect("the list") = events;
            let replies = decode(&asked, 200, tree.to_string().as_bytes())?;
            replies.into_iter().next().expect("a reply").result
        };
        for odd in [json!({ "items": [] }), json!("soon"), json!([{ "renamed": "Delivered" }, { "renamed": 1 }])] {
            let what = format!("{file} {list}: {odd}");
            assert!(matches!(with(odd), Err(Trouble::NotUnderstood { .. })), "{what}");
        }
        for empty in [json!([]), Value::Null] {
            let understood = with(empty.clone()).is_ok() || file.starts_with("kazpost") && empty.is_null();
            assert!(understood, "{file} {list}: {empty}");
        }
    }
}
