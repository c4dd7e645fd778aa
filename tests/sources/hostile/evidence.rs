//! Whether a body holds what a source says of a delivery.

use serde_json::Value;

/// The beginnings of every word that may mean a handing over.
pub const HANDED_OVER: [&str; 5] = ["вруч", "выдан", "получ", "delivered", "delivery"];

pub fn lower(body: &[u8]) -> String {
    String::from_utf8_lossy(body).to_lowercase()
}

pub fn has_any(text: &str, marks: &[&str]) -> bool {
    marks.iter().any(|mark| text.contains(mark))
}

/// Whether any field with one of these names holds a value of that kind. A body that is no JSON may hold anything.
pub fn holds(body: &[u8], fields: &[&str], kind: fn(&str) -> bool) -> bool {
    fn search(value: &Value, fields: &[&str], kind: fn(&str) -> bool) -> bool {
        let text = |value: &Value| value.as_str().map_or_else(|| value.to_string(), str::to_owned);
        match value {
            Value::Object(all) => all.iter().any(|(name, value)| {
                (fields.contains(&name.as_str()) && kind(text(value).trim())) || search(value, fields, kind)
            }),
            Value::Array(items) => items.iter().any(|item| search(item, fields, kind)),
            _ => false,
        }
    }
    serde_json::from_str(&String::from_utf8_lossy(body)).map_or(true, |tree| search(&tree, fields, kind))
}

/// Whether a text somewhere in a JSON body holds a word.
pub fn says(body: &[u8], word: &str) -> bool {
    fn search(value: &Value, word: &str) -> bool {
        match value {
            Value::Object(fields) => fields.values().any(|field| search(field, word)),
            Value::Array(items) => items.iter().any(|item| search(item, word)),
            Value::String(text) => text.to_lowercase().contains(word),
            _ => false,
        }
    }
    serde_json::from_str(&String::from_utf8_lossy(body)).is_ok_and(|tree| search(&tree, word))
}

/// Whether a body says "delivered" in words or by its state.
pub fn poste_italiane_may_deliver(body: &[u8]) -> bool {
    let tree: Value = serde_json::from_str(&String::from_utf8_lossy(body)).unwrap_or_default();
    let is_five = match &tree["stato"] {
        Value::Number(number) => number.as_f64().is_some_and(|n| (5.0..6.0).contains(&n)),
        Value::String(text) => text.contains('5'),
        _ => false,
    };
    lower(body).contains("consegnat") || is_five
}

/// Without an operation of type 2 or 21 there is no handing over.
pub fn russian_post_may_deliver(body: &[u8]) -> bool {
    let text = String::from_utf8_lossy(body).replace(['\n', '\t', ' '], "");
    has_any(&text, &["Id>2<", "Id>21<", "Id>02<", "Id>+", "&"])
}

pub fn ship24_may_deliver(body: &[u8]) -> bool {
    holds(body, &["statusCode", "statusMilestone"], |word| {
        ["delivered", "delivery_delivered"].contains(&word.to_ascii_lowercase().as_str())
    })
}

/// Whether a body holds a word of handing over, or the mark. The names of fields that hold the word "delivered",
/// whatever they say, do not count.
pub fn track24_may_deliver(body: &[u8]) -> bool {
    let text = lower(body).replace(": ", ":").replace("deliveredstatus", "mark");
    let text = text.replace("trackdelivereddatetime", "").replace("deliveredstat", "");
    has_any(&text, &HANDED_OVER) || has_any(&text, &["mark\":\"1", "mark\":1"])
}
