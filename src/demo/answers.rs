//! The answers, as the sources would give them: one recording a number, put into the envelope that was asked for.

use rust_embed::RustEmbed;
use serde_json::{Value, json};

use crate::sources::{ReplayAnswer, Request};

/// Recordings of our own in the sources' shapes, with made-up numbers: `cainiao/NUMBER.json` is one `module`
/// entry, `17track/NUMBER.json` one `accepted` entry.
#[derive(RustEmbed)]
#[folder = "src/demo/answers"]
struct Recordings;

const CAPTCHA: &str = "<!doctype html><html><head><title>Just a moment</title></head>\
    <body><script>window._config_ = {\"action\":\"captcha\"}</script></body></html>";

/// Answers a request; `captcha` closes 17TRACK.
pub(super) fn answer(request: &Request, captcha: bool) -> ReplayAnswer {
    if let Some(numbers) = request.query("mailNos") {
        return ReplayAnswer::json(cainiao(&numbers).to_string());
    }
    if captcha {
        return ReplayAnswer::status(200, CAPTCHA);
    }
    ReplayAnswer::json(seventeen_track(request.json_body()).to_string())
}

fn cainiao(numbers: &str) -> Value {
    let unknown = |number: &str| json!({"mailNo": number, "mailNoSource": "EXTERNAL", "detailList": []});
    let module: Vec<Value> =
        numbers.split(',').map(|number| recording("cainiao", number).unwrap_or_else(|| unknown(number))).collect();
    json!({"module": module, "success": true})
}

fn seventeen_track(asked: Option<&Value>) -> Value {
    let items = asked.and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
    let numbers = items.iter().filter_map(|item| item["number"].as_str());
    let accepted: Vec<Value> = numbers.filter_map(|number| recording("17track", number)).collect();
    json!({"code": 0, "data": {"accepted": accepted, "rejected": []}})
}

fn recording(source: &str, number: &str) -> Option<Value> {
    let file = Recordings::get(&format!("{source}/{number}.json"))?;
    serde_json::from_slice(&file.data).ok()
}
