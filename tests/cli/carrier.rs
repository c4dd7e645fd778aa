//! A source on loopback that answers in Cainiao's shape.

use serde_json::{Value, json};
use tokio::runtime::Runtime;
use wiremock::matchers::any;
use wiremock::{Mock, MockServer, Request, ResponseTemplate};

use crate::test_home::TestHome;

/// A server, and the configuration that leads to it.
pub struct Carrier {
    runtime: Runtime,
    server: MockServer,
}

impl Carrier {
    /// Knows every number: two scans, the newer one at customs.
    pub fn at_customs() -> Self {
        Self::answering(|request| {
            let asked = request.url.query_pairs().find(|(name, _)| name == "mailNos").map(|(_, v)| v.into_owned());
            let module: Vec<Value> = asked.unwrap_or_default().split(',').map(at_customs).collect();
            ResponseTemplate::new(200).set_body_json(json!({"module": module, "success": true}))
        })
    }

    /// Answers nothing but this status.
    pub fn failing(status: u16) -> Self {
        Self::answering(move |_| ResponseTemplate::new(status))
    }

    pub fn answering(answer: impl Fn(&Request) -> ResponseTemplate + Send + Sync + 'static) -> Self {
        let runtime = Runtime::new().unwrap();
        let server = runtime.block_on(async {
            let server = MockServer::start().await;
            Mock::given(any()).respond_with(answer).mount(&server).await;
            server
        });
        Self { runtime, server }
    }

    /// Leads a home to this source, and to no other.
    pub fn serve(&self, home: &TestHome) {
        let others = posylka::sources::profiles().into_iter().map(|p| p.id).filter(|id| *id != "cainiao");
        let off: Vec<String> = others.map(|id| format!("[sources.{id}]\nenabled = false\n")).collect();
        home.configure(&format!("[sources.cainiao]\nbase_url = \"{}\"\n{}", self.server.uri(), off.concat()));
    }

    /// Where it is.
    pub fn uri(&self) -> String {
        self.server.uri()
    }

    /// Whether any question had this as one of its headers, or in its address.
    pub fn heard(&self, text: &str) -> bool {
        let requests = self.runtime.block_on(self.server.received_requests()).unwrap_or_default();
        requests.iter().any(|request| {
            let headers = request.headers.values().any(|value| value.as_bytes() == text.as_bytes());
            headers || request.url.as_str().contains(text)
        })
    }

    /// How often it was asked.
    pub fn asked(&self) -> usize {
        self.runtime.block_on(self.server.received_requests()).unwrap_or_default().len()
    }
}

fn at_customs(number: &str) -> Value {
    let scan = |time: &str, epoch: u64, text: &str, code: &str| {
        json!({"time": epoch, "timeStr": time, "timeZone": "GMT+3", "desc": text, "standerdDesc": text,
            "descTitle": "Carrier note:", "actionCode": code})
    };
    json!({"mailNo": number, "mailNoSource": "AE", "originCountry": "Mainland China",
        "destCountry": "Russian Federation", "status": "CLEAR_CUSTOMS", "statusDesc": "In customs",
        "detailList": [
            scan("2026-11-06 10:31:00", 1_793_932_260_000, "[Внуково] Arrived at customs", "CC_HO_IN_SUCCESS"),
            scan("2026-11-04 13:23:00", 1_793_769_780_000, "[Внуково] Arrived at linehaul office", "LH_ARRIVE")]})
}
