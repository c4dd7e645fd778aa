//! What is advised when: the table in `tests/data/advice.toml`, in words of both languages, and `docs/advice.md`.

#![cfg(test)]

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::path::{Path, PathBuf};

use chrono::{DateTime, NaiveDate, Offset, TimeDelta, Utc};
use posylka::domain::advice::{
    Action, Advice, AdviceContext, AdviceSettings, LearnedSilence, OwnershipTest, Severity, SilenceCount, Situation,
    SourceReach, SourceSwitch, Stage, advice,
};
use posylka::domain::{
    Afterwards, CleanText, Country, Deadline, Eta, Event, EventTime, NumberRole, Order, Outcome, Parcel, ParcelId,
    ParcelNumber, ReportedFacts, Snooze, SourceId, Standing, State, Status, Storage, SubStatus, Summary,
    TrackingNumber,
};
use posylka::texts::{Language, Texts};
use posylka::wording;
use serde::Deserialize;

#[derive(Deserialize)]
struct Table {
    case: Vec<Case>,
}

#[derive(Deserialize, Default)]
#[serde(default, deny_unknown_fields)]
#[expect(clippy::struct_excessive_bools, reason = "independent columns of the table, not a state")]
struct Case {
    name: String,
    number: Option<String>,
    status: Option<String>,
    sub: Option<String>,
    days: i64,
    sources: BTreeMap<String, String>,
    answered: i64,
    origin: String,
    destination: String,
    here: String,
    service: String,
    last_mile: String,
    protection: Option<i64>,
    eta: Option<[i64; 2]>,
    pinned: Vec<String>,
    on: Vec<String>,
    disagreement: bool,
    storage: Option<i64>,
    then: Option<String>,
    usual: Vec<u32>,
    stale_after: Option<u32>,
    snoozed: Option<i64>,
    numberless: bool,
    ordered: Option<i64>,
    shipped: Option<i64>,
    received: Option<i64>,
    order_protection: Option<i64>,
    missing: bool,
    archived: bool,
    closed: bool,
    expect: Option<[String; 3]>,
}

fn now() -> DateTime<Utc> {
    "2026-11-23T12:00:00Z".parse().unwrap()
}

fn ago(days: i64) -> DateTime<Utc> {
    now() - TimeDelta::days(days)
}

fn day(after: i64) -> NaiveDate {
    now().date_naive() + TimeDelta::days(after)
}

fn rules() -> AdviceSettings {
    let switch = |id: &str, name: &str, on, reach| SourceSwitch {
        id: id.into(),
        name: name.to_owned(),
        on,
        last_resort: false,
        page: String::new(),
        reach,
        fits: OwnershipTest::any(),
        owns: OwnershipTest::none(),
    };
    AdviceSettings {
        sources: vec![
            switch("cainiao", "Cainiao", true, SourceReach::Anywhere),
            switch("17track", "17TRACK", false, SourceReach::Anywhere),
            switch("russian-post", "Почта России", false, SourceReach::Countries(&["RU"])),
        ],
        ..AdviceSettings::around(7)
    }
}

impl Case {
    fn number(&self) -> TrackingNumber {
        TrackingNumber::parse(self.number.as_deref().unwrap_or("RB123456785CN")).unwrap()
    }

    fn state(&self) -> Option<State> {
        let status = Status::parse(self.status.as_deref()?).unwrap();
        Some(State { status, sub: self.sub.as_deref().map(|sub| SubStatus::parse(sub).unwrap()) })
    }

    fn event(&self) -> Event {
        Event {
            time: Some(EventTime::at(ago(self.days).naive_utc(), Some(Utc.fix()))),
            country: Country::parse(&self.here),
            state: self.state(),
            ..Event::new(self.number(), CleanText::line("scan"))
        }
    }

    fn parcel(&self) -> Parcel {
        let state = self.state();
        let heard = state.is_some_and(|s| s.status != Status::NotFound);
        let first = ParcelNumber { number: self.number(), role: NumberRole::First };
        let order = Order {
            ordered_on: self.ordered.map(|days| day(-days)),
            shipped_on: self.shipped.map(|days| day(-days)),
            received_on: self.received.map(|days| day(-days)),
            protection: self.order_protection.map(day).map(Deadline::told),
            ..Order::default()
        };
        let eta = self.eta.map(|[from, to]| (Eta { from: day(from), to: day(to) }, "cainiao".into()));
        Parcel {
            numbers: if self.numberless { Vec::new() } else { vec![first] },
            orders: if order == Order::default() { Vec::new() } else { vec![order] },
            archived_at: self.archived.then(now),
            closed_at: self.closed.then(now),
            missing_at: self.missing.then(now),
            own_protection: self.protection.map(day).map(Deadline::told),
            stale_after_days: self.stale_after,
            snooze: self.snoozed.map(|days| Snooze { until: day(days), since: now() - TimeDelta::hours(1) }),
            pinned: self.pinned.iter().map(|id| id.as_str().into()).collect(),
            summary: Summary {
                state,
                origin: Country::parse(&self.origin),
                destination: Country::parse(&self.destination),
                last_event: heard.then(|| self.event()),
                eta,
                storage: self.storage(),
                disagreement: self.disagreement,
                ..Summary::default()
            },
            ..Parcel::new(ParcelId(1), ago(self.days))
        }
    }

    fn storage(&self) -> Option<(Storage, SourceId)> {
        let then = self.then.as_deref().map_or(Afterwards::SentBack, |word| Afterwards::parse(word).unwrap());
        Some((Storage { until: day(self.storage?), then }, "nova-poshta".into()))
    }

    fn standings(&self) -> Vec<Standing> {
        let standing = |(source, outcome): (&String, &String)| {
            let outcome = Outcome::parse(outcome).unwrap();
            let answers = !outcome.is_trouble() || self.status.is_some();
            let facts = ReportedFacts {
                service: CleanText::some_line(&self.service),
                last_mile: CleanText::some_line(&self.last_mile),
                ..ReportedFacts::default()
            };
            Standing {
                checked_at: Some(now()),
                outcome: Some(outcome),
                answered_at: answers.then(|| ago(self.answered)),
                facts: answers.then_some(facts),
                next_check_at: Some(now() + TimeDelta::days(1)),
                ..Standing::new(source.as_str().into(), self.number())
            }
        };
        self.sources.iter().map(standing).collect()
    }

    /// Delivered parcels that were silent for so long at every stage, on the same route.
    fn experience(&self) -> Vec<SilenceCount> {
        let (origin, destination) = (Country::parse(&self.origin), Country::parse(&self.destination));
        let at = |stage, days| SilenceCount { stage, origin, destination, days, parcels: 1 };
        Stage::with_days().flat_map(|stage| self.usual.iter().map(move |days| at(stage, *days))).collect()
    }

    fn advice(&self, rules: &AdviceSettings) -> Option<Advice> {
        let mut rules = rules.clone();
        rules.sources.iter_mut().for_each(|s| s.on |= self.on.iter().any(|id| id == s.id.as_str()));
        let experience = LearnedSilence::of(self.experience());
        let context = AdviceContext { now: now(), offset: Utc.fix(), rules: &rules, experience: &experience };
        advice(&self.parcel(), &self.standings(), &context)
    }
}

fn path(file: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(file)
}

fn cases() -> Vec<Case> {
    let text = std::fs::read_to_string(path("tests/data/advice.toml")).unwrap();
    toml::from_str::<Table>(&text).unwrap().case
}

#[test]
fn the_table_is_what_is_advised() {
    let rules = rules();
    let mut wrong = String::new();
    for case in cases() {
        let given = case.advice(&rules);
        let words = given.as_ref().map(|a| [a.situation.as_str(), a.severity.as_str(), a.steps[0].action.as_str()]);
        let wanted = case.expect.as_ref().map(|words| words.each_ref().map(String::as_str));
        if words != wanted {
            writeln!(wrong, "{}: {words:?}, not {wanted:?}", case.name).unwrap();
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn the_table_has_every_situation_and_severity_and_names_its_rows_once() {
    let cases = cases();
    let names: BTreeSet<&str> = cases.iter().map(|c| c.name.as_str()).collect();
    assert!(cases.len() >= 40 && names.len() == cases.len());
    let told =
        |at: usize| cases.iter().filter_map(|c| c.expect.as_ref()).map(|e| e[at].clone()).collect::<BTreeSet<_>>();
    let missing = Situation::ALL.iter().map(|s| s.as_str()).filter(|s| !told(0).contains(*s)).collect::<Vec<_>>();
    assert!(missing.is_empty(), "{missing:?}");
    assert!(Severity::ALL.iter().all(|s| told(1).contains(s.as_str())));
    assert!(told(2).iter().all(|word| Action::parse(word).is_some()));
}

#[test]
fn the_table_in_words() {
    let rules = rules();
    let mut said = String::new();
    for case in cases() {
        let Some(advice) = case.advice(&rules) else { continue };
        writeln!(said, "{}", case.name).unwrap();
        for texts in [Language::En, Language::Ru].map(Texts::new) {
            let first = wording::advice::step(&texts, &advice.steps[0], |d| d.format("%d.%m").to_string());
            writeln!(said, "  {}\n    -> {first}", wording::advice::headline(&texts, &advice)).unwrap();
        }
    }
    insta::assert_snapshot!("advice", said);
}

#[test]
fn the_document_lists_the_words_of_the_program() {
    const BEGIN: &str = "<!-- words: generated -->\n";
    const END: &str = "<!-- end of words -->";
    let text = std::fs::read_to_string(path("docs/advice.md")).unwrap();
    let (before, rest) = text.split_once(BEGIN).unwrap();
    let (written, after) = rest.split_once(END).unwrap();
    let tables = wording::advice_document(&Texts::new(Language::En), &Texts::new(Language::Ru));
    if std::env::var_os("POSYLKA_WRITE_DOCS").is_some() {
        std::fs::write(path("docs/advice.md"), format!("{before}{BEGIN}{tables}{END}{after}")).unwrap();
        return;
    }
    assert_eq!(written, tables, "run: POSYLKA_WRITE_DOCS=1 cargo test --test advice");
}
