//! A source on loopback that answers in Cainiao's shape.

use std::time::Duration;

use posylka::domain::TrackingNumber;
use serde_json::{Value, json};
use wiremock::matchers::any;
use wiremock::{Mock, MockServer, Request, Respond, ResponseTemplate};

/// A number of the Cainiao kind; every index gives another one.
pub fn number(index: usize) -> TrackingNumber {
    TrackingNumber::parse(&format!("LP00{:012}", 700_000_000 + index)).unwrap()
}

/// Answers every question like Cainiao, each number with some events, after a delay.
pub struct Carrier {
    pub delay: Duration,
    pub events: usize,
}

impl Respond for Carrier {
    fn respond(&self, request: &Request) -> ResponseTemplate {
        let asked = request.url.query_pairs().find(|(name, _)| name == "mailNos").map(|(_, v)| v.into_owned());
        let module: Vec<Value> = asked.unwrap_or_default().split(',').map(|n| module(n, self.events)).collect();
        ResponseTemplate::new(200).set_delay(self.delay).set_body_json(json!({"module": module, "success": true}))
    }
}

fn module(number: &str, events: usize) -> Value {
    let detail: Vec<Value> = (0..events)
        .rev()
        .map(|i| {
            json!({
                "time": 1_762_000_000_000_i64 + 3_600_000 * i64::try_from(i).unwrap(),
                "timeStr": format!("2025-11-{:02} {:02}:00:00", 1 + i / 24, i % 24),
                "timeZone": "GMT+8", "desc": "", "standerdDesc": format!("[Dongguan] Processing at sorting center {i}"),
                "descTitle": "Carrier note:", "actionCode": "SC_INBOUND_SUCCESS"
            })
        })
        .collect();
    json!({"mailNo": number, "mailNoSource": "AE", "originCountry": "Mainland China", "destCountry": "Israel",
        "status": "DELIVERING", "statusDesc": "Delivering", "detailList": detail})
}

/// Starts the carrier on loopback.
pub async fn carrier(delay: Duration, events: usize) -> MockServer {
    let server = MockServer::start().await;
    Mock::given(any()).respond_with(Carrier { delay, events }).mount(&server).await;
    server
}
