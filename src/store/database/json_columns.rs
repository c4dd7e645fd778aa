//! Facts and troubles as the JSON kept in a column: they grow without a migration.

use serde::{Deserialize, Serialize};

use chrono::NaiveDate;

use crate::domain::{
    Afterwards, CleanText, Country, Eta, Outcome, ReportedFacts, SourceId, State, Status, Storage, SubStatus,
    TrackingNumber,
};

/// [`ReportedFacts`] in words.
#[derive(Serialize, Deserialize, Default)]
#[serde(default)]
struct Words {
    status: Option<String>,
    sub_status: Option<String>,
    status_text: Option<String>,
    origin: Option<String>,
    destination: Option<String>,
    carrier: Option<String>,
    service: Option<String>,
    last_mile: Option<String>,
    eta: Option<(NaiveDate, NaiveDate)>,
    storage: Option<(NaiveDate, String)>,
    handovers: Vec<String>,
}

/// Facts as JSON.
pub(in crate::store) fn to_json(facts: &ReportedFacts) -> String {
    let text = |t: &Option<CleanText>| t.as_ref().map(ToString::to_string);
    let words = Words {
        status: facts.state.map(|s| s.status.as_str().to_owned()),
        sub_status: facts.state.and_then(|s| s.sub).map(|s| s.as_str().to_owned()),
        status_text: text(&facts.status_text),
        origin: facts.origin.map(|c| c.to_string()),
        destination: facts.destination.map(|c| c.to_string()),
        carrier: text(&facts.carrier),
        service: text(&facts.service),
        last_mile: text(&facts.last_mile),
        eta: facts.eta.map(|e| (e.from, e.to)),
        storage: facts.storage.map(|s| (s.until, s.then.as_str().to_owned())),
        handovers: facts.handovers.iter().map(ToString::to_string).collect(),
    };
    serde_json::to_string(&words).unwrap_or_default()
}

/// Facts from JSON; whatever cannot be read is absent.
pub(in crate::store) fn from_json(json: &str) -> ReportedFacts {
    let words: Words = serde_json::from_str(json).unwrap_or_default();
    let text = |t: Option<String>| t.as_deref().map(CleanText::note);
    let country = |c: Option<String>| c.as_deref().and_then(Country::parse);
    let sub = words.sub_status.as_deref().and_then(SubStatus::parse);
    ReportedFacts {
        state: words.status.as_deref().and_then(Status::parse).map(|status| State { status, sub }),
        status_text: text(words.status_text),
        origin: country(words.origin),
        destination: country(words.destination),
        carrier: text(words.carrier),
        service: text(words.service),
        last_mile: text(words.last_mile),
        eta: words.eta.map(|(from, to)| Eta { from, to }),
        storage: words.storage.and_then(|(until, then)| Some(Storage { until, then: Afterwards::parse(&then)? })),
        handovers: words.handovers.iter().filter_map(|n| TrackingNumber::parse(n).ok()).collect(),
    }
}

/// The sources in trouble as JSON.
pub(in crate::store) fn troubles_to_json(troubles: &[(SourceId, Outcome)]) -> String {
    let words: Vec<(&str, &str)> = troubles.iter().map(|(s, o)| (s.as_str(), o.as_str())).collect();
    serde_json::to_string(&words).unwrap_or_else(|_| "[]".to_owned())
}

/// The sources in trouble from JSON.
pub(in crate::store) fn troubles_from_json(json: &str) -> Vec<(SourceId, Outcome)> {
    let words: Vec<(String, String)> = serde_json::from_str(json).unwrap_or_default();
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
    }

    #[test]
    fn what_cannot_be_read_is_absent() {
        assert_eq!(from_json("not json"), ReportedFacts::default());
        assert_eq!(from_json(r#"{"status":"teleported","unheard_of":1}"#), ReportedFacts::default());
        assert_eq!(troubles_from_json(r#"[["a","blocked"],["b","odd"]]"#), [(SourceId::new("a"), Outcome::Blocked)]);
    }
}
