//! Facts and troubles as the JSON kept in a column: they grow without a migration.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use chrono::NaiveDate;

use crate::domain::{
    Afterwards, CleanText, Country, Eta, Outcome, ReportedFacts, SourceId, State, Status, Storage, SubStatus,
    TrackingNumber,
};
use crate::store::database::unreadable;

/// A text that is borrowed from the column, unless JSON escapes something in it.
#[derive(Serialize, Deserialize)]
#[serde(transparent)]
struct Text<'a>(#[serde(borrow)] Cow<'a, str>);

impl<'a> Text<'a> {
    fn of(text: &'a str) -> Self {
        Self(Cow::Borrowed(text))
    }
}

/// [`ReportedFacts`] in words. What is absent is left out: it is read with every standing whenever a pass begins.
#[derive(Serialize, Deserialize, Default)]
#[serde(default, bound(deserialize = "'de: 'a"))]
struct Words<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    status: Option<Text<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    sub_status: Option<Text<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    status_text: Option<Text<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    origin: Option<Text<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    destination: Option<Text<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    carrier: Option<Text<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    service: Option<Text<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    last_mile: Option<Text<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    eta: Option<(NaiveDate, NaiveDate)>,
    #[serde(skip_serializing_if = "Option::is_none")]
    storage: Option<(NaiveDate, Text<'a>)>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    handovers: Vec<Text<'a>>,
}

/// The fields that are `null` in an export where they are absent here.
const NULLABLE: [&str; 10] = [
    "status",
    "sub_status",
    "status_text",
    "origin",
    "destination",
    "carrier",
    "service",
    "last_mile",
    "eta",
    "storage",
];

/// Facts as JSON.
pub(in crate::store) fn to_json(facts: &ReportedFacts) -> String {
    let words = Words {
        status: facts.state.map(|s| Text::of(s.status.as_str())),
        sub_status: facts.state.and_then(|s| s.sub).map(|s| Text::of(s.as_str())),
        status_text: facts.status_text.as_deref().map(Text::of),
        origin: facts.origin.as_ref().map(|c| Text::of(c.as_str())),
        destination: facts.destination.as_ref().map(|c| Text::of(c.as_str())),
        carrier: facts.carrier.as_deref().map(Text::of),
        service: facts.service.as_deref().map(Text::of),
        last_mile: facts.last_mile.as_deref().map(Text::of),
        eta: facts.eta.map(|e| (e.from, e.to)),
        storage: facts.storage.as_ref().map(|s| (s.until, Text::of(s.then.as_str()))),
        handovers: facts.handovers.iter().map(|n| Text::of(n.as_str())).collect(),
    };
    serde_json::to_string(&words).unwrap_or_default()
}

/// Facts as an export tells them: every field is there.
pub(in crate::store) fn to_value(facts: &ReportedFacts) -> Option<Value> {
    let mut told: Map<String, Value> = serde_json::from_str(&to_json(facts)).ok()?;
    for field in NULLABLE {
        told.entry(field).or_insert(Value::Null);
    }
    told.entry("handovers").or_insert_with(|| Value::Array(Vec::new()));
    Some(Value::Object(told))
}

/// Facts from JSON; whatever cannot be read is absent.
pub(in crate::store) fn from_json(json: &str) -> ReportedFacts {
    let words: Words = parsed(json);
    let text = |t: Option<Text>| t.map(|t| CleanText::note(&t.0));
    let country = |c: Option<Text>| c.and_then(|c| Country::parse(&c.0));
    let sub = words.sub_status.and_then(|word| SubStatus::parse(&word.0));
    ReportedFacts {
        state: words.status.and_then(|word| Status::parse(&word.0)).map(|status| State { status, sub }),
        status_text: text(words.status_text),
        origin: country(words.origin),
        destination: country(words.destination),
        carrier: text(words.carrier),
        service: text(words.service),
        last_mile: text(words.last_mile),
        eta: words.eta.map(|(from, to)| Eta { from, to }),
        storage: words.storage.and_then(|(until, then)| Some(Storage { until, then: Afterwards::parse(&then.0)? })),
        handovers: words.handovers.iter().filter_map(|n| TrackingNumber::parse(&n.0).ok()).collect(),
    }
}

/// What a JSON holds; nothing where it cannot be read.
fn parsed<'a, T: Deserialize<'a> + Default>(json: &'a str) -> T {
    serde_json::from_str(json).unwrap_or_else(|_| {
        unreadable::note();
        T::default()
    })
}

/// The sources in trouble as JSON.
pub(in crate::store) fn troubles_to_json(troubles: &[(SourceId, Outcome)]) -> String {
    let words: Vec<(&str, &str)> = troubles.iter().map(|(s, o)| (s.as_str(), o.as_str())).collect();
    serde_json::to_string(&words).unwrap_or_else(|_| "[]".to_owned())
}

/// The sources in trouble from JSON.
pub(in crate::store) fn troubles_from_json(json: &str) -> Vec<(SourceId, Outcome)> {
    let words: Vec<(String, String)> = parsed(json);
    words.iter().filter_map(|(s, o)| Some((SourceId::new(s), Outcome::parse(o)?))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn facts_come_back_as_they_went() {
        let day = |d| NaiveDate::from_ymd_opt(2026, 12, d).unwrap();
        let facts = ReportedFacts {
            state: Some(State::new(Status::InTransit, SubStatus::CustomsProcessing)),
            status_text: Some(CleanText::line("На таможне")),
            origin: Country::parse("CN"),
            destination: Country::parse("RU"),
            carrier: Some(CleanText::line("Почта \"России\"")),
            service: Some(CleanText::line("Economy")),
            last_mile: Some(CleanText::line("+7 000")),
            eta: Some(Eta { from: day(3), to: day(9) }),
            storage: Some(Storage { until: day(12), then: Afterwards::Costs }),
            handovers: vec![TrackingNumber::parse("RA123456785RU").unwrap()],
        };
        assert_eq!(from_json(&to_json(&facts)), facts);
        assert_eq!(from_json(&to_json(&ReportedFacts::default())), ReportedFacts::default());
        let escaped = ReportedFacts { status_text: Some(CleanText::line(r#"a "b" \ ж"#)), ..ReportedFacts::default() };
        assert_eq!(from_json(&to_json(&escaped)), escaped);
    }

    #[test]
    fn a_column_holds_what_is_known_and_an_export_every_field() {
        let facts = ReportedFacts { origin: Country::parse("CN"), ..ReportedFacts::default() };
        assert_eq!(to_json(&facts), r#"{"origin":"CN"}"#);
        let whole = r#"{"carrier":null,"destination":null,"eta":null,"handovers":[],"last_mile":null,"origin":"CN","service":null,"status":null,"status_text":null,"storage":null,"sub_status":null}"#;
        assert_eq!(to_value(&facts).unwrap().to_string(), whole);
    }

    #[test]
    fn what_cannot_be_read_is_absent() {
        assert_eq!(from_json("not json"), ReportedFacts::default());
        assert_eq!(from_json(r#"{"status":"teleported","unheard_of":1}"#), ReportedFacts::default());
        assert_eq!(troubles_from_json(r#"[["a","blocked"],["b","odd"]]"#), [(SourceId::new("a"), Outcome::Blocked)]);
    }
}
