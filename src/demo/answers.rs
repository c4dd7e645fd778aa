//! The answers, as the sources would give them: one recording a number, put into the envelope that was asked for.

use rust_embed::RustEmbed;
use serde_json::{Value, json};

use crate::sources::{ReplayAnswer, Request};

/// Recordings of our own in the sources' shapes, with made-up numbers: `cainiao/NUMBER.json` is one `module`
/// entry, `17track/NUMBER.json` one `accepted` entry, `nova-poshta/NUMBER.json` one `data` entry.
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
    if let Some(documents) = request.json_body().and_then(|body| body.pointer("/methodProperties/Documents")) {
        return ReplayAnswer::json(nova_poshta(documents).to_string());
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
    let accepted = asked.map(|asked| recordings("17track", asked, "number"));
    json!({"code": 0, "data": {"accepted": accepted.unwrap_or_default(), "rejected": []}})
}

fn nova_poshta(documents: &Value) -> Value {
    let data = recordings("nova-poshta", documents, "DocumentNumber");
    json!({"success": true, "data": data, "errors": [], "warnings": [], "info": [], "messageCodes": [],
        "errorCodes": [], "warningCodes": [], "infoCodes": []})
}

/// What there is about the numbers of a list whose items name them in that field.
fn recordings(source: &str, asked: &Value, field: &str) -> Vec<Value> {
    let items = asked.as_array().map(Vec::as_slice).unwrap_or_default();
    items.iter().filter_map(|item| recording(source, item[field].as_str()?)).collect()
}

fn recording(source: &str, number: &str) -> Option<Value> {
    let file = Recordings::get(&format!("{source}/{number}.json"))?;
    serde_json::from_slice(&file.data).ok()
}
