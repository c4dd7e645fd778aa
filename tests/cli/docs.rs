//! The documents say what the program does: no field and no key too many or too few.
//!
//! `POSYLKA_WRITE_DOCS=1 cargo test --test cli` writes the generated tables of `docs/configuration.md`.

use std::collections::BTreeSet;
use std::path::PathBuf;

use posylka::domain::notice::{Notice, NoticeEvent, NoticeFacts, NoticeKind};
use posylka::domain::{CleanText, Eta, EventTime, Parcel, ParcelId};
use posylka::json::NoticeJson;
use posylka::json::advice::{AdviceJson, LinkJson, SilenceJson, StepJson, UsualJson};
use posylka::json::message::MessageJson;
use posylka::json::number::CorrectionJson;
use posylka::json::order::{ProtectionJson, WindowJson};
use posylka::json::parcel::{EtaJson, StorageJson};
use posylka::json::source::LastFailureJson;
use posylka::json::sync::{FailureJson, PausedJson, UnaskedJson};
use serde::Serialize;
use serde_json::Value;

use crate::carrier::Carrier;
use crate::test_home::TestHome;

fn doc(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("docs").join(name)
}

#[test]
fn the_table_of_keys_is_the_programs_own() {
    const BEGIN: &str = "<!-- keys: generated -->\n";
    const END: &str = "<!-- end of keys -->";
    let text = std::fs::read_to_string(doc("configuration.md")).unwrap();
    let (before, rest) = text.split_once(BEGIN).unwrap();
    let (written, after) = rest.split_once(END).unwrap();
    let tables = posylka::config::schema_doc::tables();
    if std::env::var_os("POSYLKA_WRITE_DOCS").is_some() {
        std::fs::write(doc("configuration.md"), format!("{before}{BEGIN}{tables}{END}{after}")).unwrap();
        return;
    }
    assert_eq!(written, tables, "run: POSYLKA_WRITE_DOCS=1 cargo test --test cli docs");
}

/// The fields under a heading of `docs/json.md`: the first cell of every row, without back quotes.
fn documented(heading: &str) -> BTreeSet<String> {
    let text = std::fs::read_to_string(doc("json.md")).unwrap();
    let section = text.split("\n## ").find(|section| section.starts_with(heading)).unwrap();
    let cells = section.lines().filter_map(|line| line.strip_prefix("| `")).filter_map(|line| line.split_once('`'));
    cells.map(|(field, _)| field.to_owned()).collect()
}

/// Every path in a document: `numbers[].role`.
fn fields(value: &Value, prefix: &str, found: &mut BTreeSet<String>) {
    match value {
        Value::Object(fields_of) => {
            for (name, value) in fields_of {
                let path = if prefix.is_empty() { name.clone() } else { format!("{prefix}.{name}") };
                found.insert(if value.is_array() { format!("{path}[]") } else { path.clone() });
                fields(value, &path, found);
            }
        }
        Value::Array(items) => items.iter().for_each(|item| fields(item, &format!("{prefix}[]"), found)),
        _ => {}
    }
}

fn held(value: &Value, heading: &str) {
    let mut found = BTreeSet::new();
    fields(value, "", &mut found);
    // An event has a table of its own, and so has a parcel.
    let elsewhere: &[&str] = if heading == "Notice" { &[] } else { &["last_event.", "events[].", "changed[]."] };
    found.retain(|path| !elsewhere.iter().any(|name| path.starts_with(name)));
    assert_eq!(found, documented(heading), "docs/json.md, {heading}");
}

/// Puts a value that this run did not give in its place.
fn with(mut value: Value, field: &str, part: impl Serialize) -> Value {
    value[field] = serde_json::to_value(part).unwrap();
    value
}

/// A notice in which everything is there.
fn notice(advice: Value) -> Value {
    let day = || "2026-12-01".parse().unwrap();
    let eta = Some(Eta { from: day(), to: day() });
    let time = Some(EventTime::day(day()));
    let events = vec![NoticeEvent { time, place: None, text: CleanText::line("Arrived") }];
    let facts = NoticeFacts { eta, eta_before: eta, events, ..NoticeFacts::default() };
    let parcel = Parcel::new(ParcelId(1), chrono::DateTime::UNIX_EPOCH);
    let at = parcel.added_at;
    let notice = Notice { id: 1, at, kind: NoticeKind::Eta, parcel: Some(parcel.id), source: None, facts };
    with(serde_json::to_value(NoticeJson::of(&notice, String::new(), Some(&parcel), None)).unwrap(), "advice", advice)
}

#[test]
fn every_field_is_documented_and_no_other() {
    let (home, carrier) = (TestHome::new(), Carrier::at_customs());
    carrier.serve(&home);
    home.prepare(&["add", "LP00620966542870", "--order", "1", "--tag", "t"]);
    home.prepare(&["sync"]);
    let parcel = home.json(&["show", "1", "--json"]);
    held(&parcel["events"][0], "Event");
    let eta = EtaJson { from: String::new(), to: String::new(), source: String::new() };
    let link = LinkJson { name: String::new(), url: String::new() };
    let step = StepJson { action: "", reason: "", until: None, about: None, links: vec![link] };
    let advice = AdviceJson { situation: "", severity: "", steps: vec![step] };
    held(&notice(serde_json::to_value(&advice).unwrap()), "Notice");
    let protection = ProtectionJson {
        until: String::new(),
        preset: None,
        order: None,
        days_left: 0,
        dispute_by: None,
        too_short: false,
    };
    let window = WindowJson { since: String::new(), until: String::new(), confirmed: false };
    let parcel = with(with(parcel, "protection", protection), "after_delivery", window);
    let usual = UsualJson { from: 0, to: 0, parcels: 0, lane: "" };
    let silence = SilenceJson { stage: "", normal_days: 0, basis: "", usual: Some(usual) };
    let storage = StorageJson { until: String::new(), then: "", source: String::new() };
    let parcel = with(parcel, "storage", storage);
    let parcel = with(with(with(parcel, "eta", eta), "advice", advice), "silence", silence);
    let message = MessageJson { at: String::new(), to: "", situation: "", lang: "", how: "", text: String::new() };
    held(&with(parcel, "messages", [message]), "Parcel");
    held(&home.json(&["message", "1", "--to", "seller", "--lang", "zh", "--json"]), "Message");
    let correction = CorrectionJson { number: String::new(), why: "", firm: false };
    let identified = home.json(&["identify", "RA123456785RU", "--json"]);
    held(&with(identified, "corrections", [correction]), "Identified number");
    let failure = LastFailureJson { at: String::new(), outcome: "", detail: None };
    let source = home.json(&["sources", "--json"])[0].take();
    held(&with(source, "last_failure", failure), "Source");
    let failure = FailureJson { source: String::new(), number: String::new(), outcome: "", detail: None };
    let paused = PausedJson { source: String::new(), outcome: "", until: None };
    let unasked = UnaskedJson { number: String::new(), reason: "", sources: vec![String::new()] };
    let synced = home.json(&["sync", "--json"]);
    held(&with(with(with(synced, "failures", [failure]), "paused", [paused]), "unasked", [unasked]), "Sync");
}

#[test]
fn every_source_has_its_row() {
    let text = std::fs::read_to_string(doc("sources.md")).unwrap();
    let rows: Vec<&str> = text.lines().filter(|line| line.starts_with("| `")).collect();
    for profile in posylka::sources::profiles() {
        let begins = format!("| `{}` | {} |", profile.id, profile.name);
        let row = rows.iter().find(|line| line.starts_with(&begins));
        let row = row.unwrap_or_else(|| panic!("docs/sources.md has no row for {}", profile.id));
        assert!(row.contains(&format!("| {} number", profile.batch)), "{row}");
        for (budget, period) in [(profile.daily_budget, "day"), (profile.monthly_budget, "month")] {
            let says =
                |budget: u32| [" requests", ""].iter().any(|what| row.contains(&format!("{budget}{what} a {period}")));
            assert!(budget.is_none_or(says), "{row}");
        }
        assert_eq!(profile.secrets.is_empty(), row.contains("| nothing |"), "{row}");
        assert!(text.contains(&format!("\n## {}\n", heading(profile))), "{row}");
    }
}

/// The heading of the section about a source.
fn heading(profile: &posylka::sources::Profile) -> &'static str {
    match profile.id {
        "belpost" => "Belpochta",
        "russian-post" => "Russian Post",
        _ => profile.name,
    }
}

#[test]
fn every_source_is_fuzzed() {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("fuzz");
    // What is packed for others has no fuzz targets in it.
    let Ok(manifest) = std::fs::read_to_string(folder.join("Cargo.toml")) else { return };
    for profile in posylka::sources::profiles() {
        let name = if profile.id == "17track" { "seventeen_track".to_owned() } else { profile.id.replace('-', "_") };
        let target = std::fs::read_to_string(folder.join(format!("fuzz_targets/{name}.rs"))).unwrap_or_default();
        assert!(target.contains(&format!("decoder!({name})")), "{name} has no fuzz target");
        assert!(manifest.contains(&format!("name = \"{name}\"")), "fuzz/Cargo.toml does not know {name}");
    }
}

/// What two readmes have to share: the levels of headings, what is in code blocks without comments, and where links go.
fn skeleton(readme: &str) -> Vec<String> {
    let text = std::fs::read_to_string(PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(readme)).unwrap();
    let mut code = false;
    let mut parts = Vec::new();
    for line in text.lines() {
        if line.starts_with("```") {
            code = !code;
            parts.push(line.to_owned());
        } else if code {
            parts.push(line.split('#').next().unwrap().trim_end().to_owned());
        } else {
            parts.extend(line.starts_with('#').then(|| line.split(' ').next().unwrap().to_owned()));
            parts.extend(line.starts_with("- ").then(|| "-".to_owned()));
            let links = line.split("](").skip(1).filter_map(|rest| rest.split_once(')')).map(|(link, _)| link);
            parts.extend(links.filter(|link| !link.starts_with("README")).map(str::to_owned));
        }
    }
    parts
}

#[test]
fn both_readmes_say_the_same() {
    assert_eq!(skeleton("README.md"), skeleton("README.ru.md"));
}
