//! Where journeys come to, each told in a source's own codes, words and wire shape (`tests/data/journeys.toml`).

use std::path::Path;

use posylka::domain::{Reply, State, TrackingNumber, Trouble};
use posylka::sources;
use serde::Deserialize;
use serde_json::{Value, json};

use crate::support::{facts, number};

#[derive(Deserialize)]
struct Table {
    journey: Vec<Journey>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Journey {
    source: String,
    /// `code|words`, the first step first.
    steps: Vec<String>,
    /// The source's own summary beside the events.
    claim: Option<String>,
    state: String,
}

type Decode = fn(&[TrackingNumber], u16, &[u8]) -> Result<Vec<Reply>, Trouble>;

/// One step: when, the code, the words.
struct Row<'a> {
    day: usize,
    code: &'a str,
    words: &'a str,
}

impl Row<'_> {
    fn date(&self) -> String {
        format!("2026-11-{:02}", self.day)
    }

    fn stamp(&self) -> String {
        format!("{}T10:00:00+01:00", self.date())
    }

    fn epoch(&self) -> i64 {
        chrono::DateTime::parse_from_rfc3339(&self.stamp()).expect("a stamp").timestamp()
    }
}

fn rows(journey: &Journey) -> Vec<Row<'_>> {
    let split = |step: &'_ String| step.split_once('|').map(|(code, words)| (code.to_owned(), words.to_owned()));
    assert!(journey.steps.iter().all(|step| split(step).is_some()), "{:?}", journey.steps);
    let parts = journey.steps.iter().filter_map(|step| step.split_once('|'));
    parts.enumerate().map(|(at, (code, words))| Row { day: at + 1, code, words }).collect()
}

/// The events, the newest first.
fn newest_first(rows: &[Row], event: impl Fn(&Row) -> Value) -> Vec<Value> {
    rows.iter().rev().map(event).collect()
}

fn oldest_first(rows: &[Row], event: impl Fn(&Row) -> Value) -> Vec<Value> {
    rows.iter().map(event).collect()
}

/// A number of the source, its decoder, and the answer that tells the journey.
fn told(journey: &Journey) -> (&'static str, Decode, Vec<u8>) {
    let rows = rows(journey);
    let claim = journey.claim.as_deref();
    let (number, decode, body): (_, Decode, _) = match journey.source.as_str() {
        "cainiao" => ("LP00620966542870", sources::cainiao::decode, cainiao(&rows, claim)),
        "correos-es" => ("PK4X7B9900010203041211K", sources::correos_es::decode, correos(&rows)),
        "four-px" => ("4PX3001451182489CN", sources::four_px::decode, four_px(&rows)),
        "poste-italiane" => ("RA900000019IT", sources::poste_italiane::decode, poste(&rows, claim)),
        "belpost" => ("RR900000019BY", sources::belpost::decode, belpost(&rows)),
        "kazpost" => ("RR900000115KZ", sources::kazpost::decode, kazpost(&rows)),
        "upu" => ("EB900000420CN", sources::upu::decode, upu(&rows)),
        "inpost" => ("640000000000000000000999", sources::inpost::decode, inpost(&rows, claim)),
        "dhl" => ("JJD000390007000000017", sources::dhl::decode, dhl(&rows, claim)),
        "ship24" => ("RB900000022DE", sources::ship24::decode, ship24(&rows, claim)),
        "la-poste" => ("6A00000000017", sources::la_poste::decode, la_poste(&rows)),
        "track24" => ("RB900000314SG", sources::track24::decode, track24(&rows)),
        "russian-post" => {
            return ("80080900000016", sources::russian_post::decode, russian_post(&rows).into_bytes());
        }
        "nova-poshta" => ("20450712345678", sources::nova_poshta::decode, nova_poshta(&rows)),
        "17track" => ("LB900000019CN", sources::seventeen_track::decode, seventeen_track(&rows, claim)),
        other => panic!("no answers are written for {other}"),
    };
    (number, decode, body.to_string().into_bytes())
}

fn cainiao(rows: &[Row], claim: Option<&str>) -> Value {
    let event = |row: &Row| {
        json!({ "time": 0, "timeStr": format!("{} 10:00:00", row.date()), "timeZone": "GMT+8", "desc": row.words,
                "standerdDesc": row.words, "actionCode": row.code })
    };
    json!({ "success": true, "module": [{ "mailNo": "LP00620966542870", "status": claim, "originCountry": "Mainland China",
            "destCountry": "Poland", "detailList": newest_first(rows, event) }] })
}

fn correos(rows: &[Row]) -> Value {
    let event = |row: &Row| {
        json!({ "codEvento": row.code, "fecEvento": format!("{:02}/11/2026", row.day), "horEvento": "10:00:00",
                "desTextoResumen": row.words, "desTextoAmpliado": row.words })
    };
    json!([{ "codEnvio": "PK4X7B9900010203041211K", "error": { "codError": "0", "desError": "OK" },
             "eventos": oldest_first(rows, event) }])
}

fn four_px(rows: &[Row]) -> Value {
    let event = |row: &Row| {
        json!({ "tkCode": row.code, "tkDesc": row.words, "tkTranslatedDesc": row.words, "tkLocation": "",
                "tkTimezone": "UTC+10:00", "tkDateStr": format!("{} 10:00:00", row.date()) })
    };
    let number = "4PX3001451182489CN";
    json!({ "result": 1, "message": "ok", "data": [{ "queryCode": number, "shipperCode": number, "ctStartCode": "CN",
            "ctEndCode": "AU", "status": 1, "tracks": newest_first(rows, event) }] })
}

fn poste(rows: &[Row], claim: Option<&str>) -> Value {
    let event = |row: &Row| json!({ "statoLavorazione": row.words, "dataOra": row.epoch() * 1000, "luogo": "" });
    json!({ "esitoRicerca": "3", "idTracciatura": "RA900000019IT", "stato": claim, "flagRitorno": false,
            "listaMovimenti": oldest_first(rows, event) })
}

fn belpost(rows: &[Row]) -> Value {
    let event = |row: &Row| json!({ "timestamp": row.epoch(), "event": row.words, "place": "220099 Минск-99" });
    json!({ "data": [{ "number": "RR900000019BY", "steps": newest_first(rows, event) }] })
}

fn kazpost(rows: &[Row]) -> Value {
    let day = |row: &Row| {
        json!({ "date": format!("{:02}.11.2026", row.day),
                "activity": [{ "time": "10:00", "city": "г. Караганда", "name": "ОПС 12", "status": [row.code] }] })
    };
    json!({ "trackid": "RR900000115KZ", "events": newest_first(rows, day) })
}

fn upu(rows: &[Row]) -> Value {
    let event = |row: &Row| {
        json!({ "EventCd": row.code, "EventNm": row.words, "EventDT": format!("/Date({}000+0200)/", row.epoch()),
                "EventLocation": "", "EventCountryCd": "PL" })
    };
    json!([{ "ID": "EB900000420CN", "OriginCountryCd": "CN", "DestinationCountryCd": "PL",
             "Events": oldest_first(rows, event) }])
}

fn inpost(rows: &[Row], claim: Option<&str>) -> Value {
    let event = |row: &Row| json!({ "status": row.code, "agency": null, "datetime": row.stamp() });
    json!({ "tracking_number": "640000000000000000000999", "service": "inpost_locker_standard", "status": claim,
            "tracking_details": newest_first(rows, event) })
}

fn dhl(rows: &[Row], claim: Option<&str>) -> Value {
    let event = |row: &Row| json!({ "timestamp": row.stamp(), "statusCode": row.code, "status": row.code, "description": row.words });
    let mut status = rows.last().map(event).expect("a step");
    if let Some(claim) = claim {
        status["statusCode"] = json!(claim);
    }
    json!({ "shipments": [{ "id": "JJD000390007000000017", "service": "parcel-de", "status": status,
            "events": newest_first(rows, event) }] })
}

fn ship24(rows: &[Row], claim: Option<&str>) -> Value {
    let parts = |row: &Row| row.code.split_once(':').map(|(a, b)| (a.to_owned(), b.to_owned())).expect("two codes");
    let event = |row: &Row| {
        let (milestone, code) = parts(row);
        json!({ "status": row.words, "occurrenceDatetime": row.stamp(), "order": row.day,
                "statusMilestone": milestone, "statusCode": code })
    };
    let milestone = claim.map_or_else(|| rows.last().map(parts).expect("a step").0, str::to_owned);
    json!({ "data": { "trackings": [{ "tracker": { "trackingNumber": "RB900000022DE" },
            "shipment": { "statusMilestone": milestone, "statusCode": null }, "events": newest_first(rows, event) }] } })
}

fn la_poste(rows: &[Row]) -> Value {
    let event = |row: &Row| json!({ "order": 1, "code": row.code, "label": format!("Étape {}", row.code), "date": row.stamp() });
    json!({ "lang": "fr_FR", "scope": "open", "returnCode": 200,
            "shipment": { "idShip": "6A00000000017", "product": "Colissimo", "event": newest_first(rows, event) } })
}

fn track24(rows: &[Row]) -> Value {
    let event = |row: &Row| {
        json!({ "operationDateTime": format!("{:02}.11.2026 10:00:00", row.day), "operationAttribute": row.words,
                "operationAttributeOriginal": row.words, "operationType": "", "operationTypeOriginal": "",
                "source": "rupost" })
    };
    json!({ "status": "ok", "data": { "trackCode": "RB900000314SG", "deliveredStatus": "0", "awaitingStatus": "0",
            "awaiting": false, "events": oldest_first(rows, event) } })
}

fn russian_post(rows: &[Row]) -> String {
    let record = |row: &Row| {
        let (kind, attribute) = row.code.split_once(':').expect("type and attribute");
        format!(
            "<d:historyRecord><d:ItemParameters><d:Barcode>80080900000016</d:Barcode></d:ItemParameters>\
             <d:OperationParameters><d:OperType><d:Id>{kind}</d:Id><d:Name>Операция {kind}</d:Name></d:OperType>\
             <d:OperAttr><d:Id>{attribute}</d:Id><d:Name></d:Name></d:OperAttr>\
             <d:OperDate>{}</d:OperDate></d:OperationParameters></d:historyRecord>",
            row.stamp()
        )
    };
    let records: String = rows.iter().map(record).collect();
    format!(
        "<S:Envelope xmlns:S=\"http://www.w3.org/2003/05/soap-envelope\"><S:Body>\
         <o:getOperationHistoryResponse xmlns:o=\"http://russianpost.org/operationhistory\" \
         xmlns:d=\"http://russianpost.org/operationhistory/data\"><d:OperationHistoryData>{records}\
         </d:OperationHistoryData></o:getOperationHistoryResponse></S:Body></S:Envelope>"
    )
}

/// Only the newest status is told.
fn nova_poshta(rows: &[Row]) -> Value {
    let newest = rows.last().expect("a step");
    json!({ "success": true, "data": [{ "Number": "20450712345678", "StatusCode": newest.code, "Status": newest.words,
            "TrackingUpdateDate": format!("{} 10:00:00", newest.date()) }] })
}

fn seventeen_track(rows: &[Row], claim: Option<&str>) -> Value {
    let event = |row: &Row| {
        json!({ "time_iso": row.stamp(), "description": row.words, "location": null, "stage": null,
                "sub_status": row.code })
    };
    let claim = claim.expect("a claim");
    let main = claim.split('_').next();
    json!({ "code": 0, "data": { "rejected": [], "accepted": [{ "number": "LB900000019CN", "carrier": 3011,
            "track_info": { "latest_status": { "status": main, "sub_status": claim },
            "tracking": { "providers": [{ "provider": { "key": 3011, "name": "Example Post" },
            "events": newest_first(rows, event) }] } } }] } })
}

fn shown(state: Option<State>) -> String {
    let Some(State { status, sub }) = state else { return "none".to_owned() };
    sub.map_or_else(|| status.as_str().to_owned(), |sub| format!("{}/{}", status.as_str(), sub.as_str()))
}

#[test]
fn journeys_come_to_the_state_that_follows_from_their_steps() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/journeys.toml");
    let table: Table = toml::from_str(&std::fs::read_to_string(path).expect("the table")).expect("journeys");
    assert!(table.journey.len() >= 120, "{} journeys", table.journey.len());
    let mut wrong = Vec::new();
    for journey in &table.journey {
        let (text, decode, body) = told(journey);
        let replies = decode(&[number(text)], 200, &body).expect("an answer that is understood");
        let state = shown(facts(&replies, text).state);
        if state != journey.state {
            wrong.push(format!("{} {:?}: {state}, not {}", journey.source, journey.steps, journey.state));
        }
    }
    assert!(wrong.is_empty(), "{} of {}:\n{}", wrong.len(), table.journey.len(), wrong.join("\n"));
}
