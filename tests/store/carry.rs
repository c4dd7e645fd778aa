//! Everything out of one database and into another: nothing is lost, nothing comes twice.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use posylka::domain::message::{Addressee, How, Language, MessageChoice, SentMessage, Situation};
use posylka::domain::{
    Change, CleanText, Deadline, Entry, Event, NewParcel, Order, ParcelEdit, ParcelId, ReportedFacts, State, Status,
    Trouble,
};
use posylka::export::json::{self, Unread};
use posylka::store::{ArchiveFilter, ChainCheck, Database, ImportReport, InvalidItem, ParcelDetails};
use proptest::prelude::*;

use crate::support::*;

fn out(db: &Database, with_answers: bool) -> String {
    let mut bytes = Vec::new();
    json::write(db, with_answers, &mut bytes).unwrap();
    String::from_utf8(bytes).unwrap()
}

fn take(db: &mut Database, text: &str, now: DateTime<Utc>) -> Result<ImportReport, Unread> {
    let mut uptake = db.take_in(now).unwrap();
    json::read(text.as_bytes(), &mut uptake)?;
    Ok(uptake.finish().unwrap())
}

fn everything(db: &Database) -> Vec<ParcelDetails> {
    let parcels = db.parcels(ArchiveFilter::All).unwrap();
    parcels.iter().map(|p| db.dossier(p.id).unwrap().unwrap()).collect()
}

fn bodies(db: &Database) -> Vec<(Vec<u8>, DateTime<Utc>, u16)> {
    let parcels = db.parcels(ArchiveFilter::All).unwrap();
    let all = parcels.iter().flat_map(|p| db.answers(p.id).unwrap());
    let mut all: Vec<_> = all.map(|a| (a.body, a.asked_at, a.http_status)).collect();
    all.sort();
    all.dedup();
    all
}

fn whole(db: &Database) {
    assert!(matches!(db.verify_chain().unwrap(), ChainCheck::Whole(_)), "{:?}", db.verify_chain());
    assert_eq!(db.integrity().unwrap(), "ok");
}

/// A parcel of everything: orders, tags, pins, a handover, an own event, answers, old and withdrawn events.
fn rich() -> Database {
    let mut db = db();
    let shared = Order { title: Some(line("USB hub")), ordered_on: Some(day(1)), ..line("815").into() };
    let first = NewParcel {
        title: Some(line("Хаб")),
        note: Some(CleanText::note("one\ntwo")),
        orders: vec![shared.clone(), Order { title: Some(line("a gift")), ..Order::default() }],
        shop: Some(line("AliExpress")),
        tags: vec![line("gift"), line("дом")],
        protection: Some(Deadline::told(day(24))),
        pinned: vec![source("cainiao")],
        ..draft(LP)
    };
    let id = db.add(&first, now()).unwrap().id();
    let excluded = Some(vec![source("upu")]);
    db.edit(id, &ParcelEdit { excluded, stale_after_days: Change::Set(20), ..ParcelEdit::default() }, at(1)).unwrap();
    let handover = ReportedFacts { handovers: vec![number(RA)], eta: Some(eta(3, 9)), ..facts(State::UNDERWAY) };
    record(
        &mut db,
        "cainiao",
        LP,
        2,
        known(handover.clone(), vec![event(LP, 9, "old", None), event(LP, 8, "older", None)]),
    );
    record(
        &mut db,
        "cainiao",
        LP,
        3,
        known(handover, vec![event(LP, 10, "new", Some(State::UNDERWAY)), event(LP, 8, "older", None)]),
    );
    record(&mut db, "post", RA, 4, unknown());
    record(&mut db, "post", RA, 5, Err(Trouble::Temporary { what: line("no connection") }));
    db.tell(id, &event(LP, 11, "seen by me", Some(State::only(Status::AvailableForPickup))), at(6)).unwrap();
    let choice = MessageChoice { situation: Situation::Stuck, to: Addressee::Seller, language: Language::Chinese };
    let text = CleanText::note("你好，\n…");
    db.keep_message(id, &SentMessage { at: at(6), choice, how: How::Copied, text: text.clone() }).unwrap();
    db.save_unsent(id, MessageChoice { language: Language::Russian, ..choice }, Some(&text), at(7)).unwrap();
    let other = NewParcel { orders: vec![shared], ..draft(RB) };
    let other = db.add(&NewParcel { shop: Some(line("AliExpress")), ..other }, at(7)).unwrap().id();
    db.archive(other, at(8)).unwrap();
    let waiting = db.add(
        &NewParcel { title: Some(line("no number yet")), orders: vec![line("816").into()], ..NewParcel::default() },
        at(9),
    );
    db.edit(waiting.unwrap().id(), &ParcelEdit { closed: Some(true), ..ParcelEdit::default() }, at(10)).unwrap();
    let gone = add(&mut db, "LP00000000000011");
    db.remove(gone, at(11)).unwrap();
    db
}

#[test]
fn what_goes_out_comes_in_as_it_was() {
    let here = rich();
    let mut there = db();
    let report = take(&mut there, &out(&here, true), at(100)).unwrap();
    assert_eq!((report.added, report.completed, report.unchanged), (3, 0, 0));
    assert_eq!(everything(&there), everything(&here));
    assert_eq!(bodies(&there), bodies(&here));
    assert_eq!(out(&there, false), out(&here, false));
    assert_eq!(out(&here, true), out(&here, true), "the same bytes every time");
    whole(&there);
    assert!(!out(&here, false).contains("GET /"), "without answers there are none");
    assert!(!out(&here, true).contains("LP00000000000011"), "what was removed stays");
}

#[test]
fn the_same_file_again_changes_nothing_and_a_step_back_takes_it_all_back() {
    let file = out(&rich(), true);
    let mut there = db();
    take(&mut there, &file, at(100)).unwrap();
    let once = out(&there, true);
    let again = take(&mut there, &file, at(200)).unwrap();
    assert_eq!(again, ImportReport { unchanged: 3, ..ImportReport::default() });
    assert_eq!(out(&there, true), once);
    assert_eq!(there.undo(at(201)).unwrap().unwrap().parcels, 3);
    assert!(there.parcels(ArchiveFilter::All).unwrap().is_empty());
    take(&mut there, &file, at(202)).unwrap();
    assert_eq!(there.parcels(ArchiveFilter::All).unwrap().len(), 3);
}

#[test]
fn what_is_here_stays_and_takes_in_what_it_does_not_know() {
    let mut there = db();
    let draft = NewParcel { title: Some(line("Mine")), tags: vec![line("mine")], ..draft(LP) };
    let id = there.add(&draft, at(-50)).unwrap().id();
    let mine = known(facts(State::UNDERWAY), vec![event(LP, 12, "newest", None), event(LP, 10, "new", None)]);
    record(&mut there, "cainiao", LP, 50, mine);
    record(
        &mut there,
        "other",
        LP,
        51,
        known(facts(State::only(Status::Delivered)), vec![event(LP, 13, "there", None)]),
    );
    let report = take(&mut there, &out(&rich(), true), at(100)).unwrap();
    assert_eq!((report.added, report.completed), (2, 1));
    assert_eq!(report.differing, [(id, "title")]);
    let ParcelDetails { parcel, timeline, standings, messages, .. } = there.dossier(id).unwrap().unwrap();
    assert_eq!((parcel.title.as_deref(), parcel.shop.as_deref()), (Some("Mine"), Some("AliExpress")));
    assert_eq!(parcel.tags, [line("mine"), line("gift"), line("дом")]);
    assert_eq!(parcel.numbers.iter().map(|n| n.number.as_str()).collect::<Vec<_>>(), [LP, RA]);
    let told: BTreeSet<&str> = timeline.entries.iter().map(|e| e.event().text.as_str()).collect();
    assert_eq!(told, ["newest", "new", "old", "older", "there", "seen by me"].into());
    assert_eq!(messages.len(), 1);
    let cainiao = standings.iter().find(|s| s.source.as_str() == "cainiao").unwrap();
    assert_eq!(cainiao.checked_at, Some(at(50)), "the later check counts");
    whole(&there);
    let again = out(&there, true);
    assert_eq!(take(&mut there, &out(&rich(), true), at(300)).unwrap().unchanged, 3);
    assert_eq!(out(&there, true), again);
}

#[test]
fn imported_answers_stand_at_the_end_of_the_chain_with_their_own_dates() {
    let mut there = db();
    add(&mut there, RB);
    record(&mut there, "own", RB, 70, unknown());
    take(&mut there, &out(&rich(), true), at(100)).unwrap();
    let id = there.find(LP).unwrap().unwrap().id;
    let asked: Vec<_> = there.answers(id).unwrap().iter().map(|a| (a.id, a.asked_at)).collect();
    assert_eq!(asked, [(2, at(2)), (3, at(3)), (4, at(4)), (5, at(5))]);
    assert_eq!(there.verify_chain().unwrap(), ChainCheck::Whole(5));
}

#[test]
fn what_was_changed_or_is_something_else_is_refused_and_nothing_is_taken() {
    let file = out(&rich(), true);
    let refused = |text: &str| {
        let mut there = db();
        let error = take(&mut there, text, at(100)).unwrap_err();
        assert!(there.parcels(ArchiveFilter::All).unwrap().is_empty());
        assert_eq!(there.verify_chain().unwrap(), ChainCheck::Whole(0));
        error
    };
    let altered = refused(&file.replace("cainiao LP00620966542870 2", "cainiao LP00620966542870 9"));
    assert!(matches!(altered, Unread::Item(InvalidItem::Altered(1))), "{altered}");
    assert!(matches!(refused(&file.replace("\"format\":1", "\"format\":2")), Unread::Newer { found: 2 }));
    for other in ["", "[]", "{}", "nonsense", "{\"about\":{\"program\":\"other\",\"format\":1}}", "\u{0}\u{1}"] {
        assert!(matches!(refused(other), Unread::Stranger), "{other}");
    }
    for (from, to) in [
        ("\"title\":\"Хаб\"", "\"colour\":\"red\""),
        ("\"number\":\"RA123456785RU\"", "\"number\":\"!\""),
        ("\"role\":\"first\"", "\"role\":\"last\""),
        ("\"outcome\":\"answered\"", "\"outcome\":\"teleported\""),
        ("\"how\":\"copied\"", "\"how\":\"sung\""),
        ("2026-12-24", "12026-12-24"),
        ("2026-12-24", "+12026-12-24"),
        ("\"stale_after_days\":20", "\"stale_after_days\":0"),
        ("\"answers\":[1]", "\"answers\":[99]"),
    ] {
        assert!(file.contains(from), "{from}");
        let error = refused(&file.replacen(from, to, 1));
        assert!(matches!(error, Unread::Damaged { .. } | Unread::Item(InvalidItem::Value { .. })), "{to}: {error}");
    }
    for end in [10, 300, 2000, file.len() - 3] {
        let error = refused(&file[..file.floor_char_boundary(end)]);
        assert!(matches!(error, Unread::Damaged { .. } | Unread::Stranger), "{end}: {error}");
    }
}

#[test]
fn what_a_file_says_is_cleaned_and_its_identities_are_not_trusted() {
    let mut there = db();
    let file = r#"{"about":{"program":"posylka","format":1},"parcels":[
        {"id":9223372036854775807,"title":"a\u001b]0;x\u0007b","numbers":[{"number":"rb 382204916 cn"}],"orders":[{"id":-3,"code":" 7 "}]},
        {"id":5,"numbers":[{"number":"LP00620966542870"}]}]}"#;
    assert_eq!(take(&mut there, file, at(1)).unwrap().added, 2);
    let parcels = there.parcels(ArchiveFilter::All).unwrap();
    assert_eq!(parcels.iter().map(|p| p.id.0).collect::<Vec<_>>(), [1, 5]);
    assert_eq!((parcels[0].name(), parcels[0].number().unwrap().as_str()), ("a]0;xb", RB));
    assert_eq!(parcels[0].order_codes().map(CleanText::as_str).collect::<Vec<_>>(), ["7"]);
    assert_eq!(add(&mut there, RA), ParcelId(6));
}

/// Something that happens to a database.
#[derive(Clone, Debug)]
enum Step {
    Add(u8, Option<u8>),
    Name(u8, String),
    Order(u8, u8),
    Say(u8, u8, BTreeSet<u8>),
    Fail(u8, u8),
    Tell(u8, u8),
    Away(u8),
    Close(u8),
    Remove(u8),
    Undo,
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let parcel = || 0..5_u8;
    let step = prop_oneof![
        (parcel(), prop::option::of(0..3_u8)).prop_map(|(n, o)| Step::Add(n, o)),
        (parcel(), "[ -~а-я\n]{0,12}").prop_map(|(n, t)| Step::Name(n, t)),
        (parcel(), 0..3_u8).prop_map(|(n, o)| Step::Order(n, o)),
        (parcel(), 0..2_u8, prop::collection::btree_set(0..6_u8, 0..4)).prop_map(|(n, s, e)| Step::Say(n, s, e)),
        (parcel(), 0..2_u8).prop_map(|(n, s)| Step::Fail(n, s)),
        (parcel(), 0..6_u8).prop_map(|(n, e)| Step::Tell(n, e)),
        parcel().prop_map(Step::Away),
        parcel().prop_map(Step::Close),
        parcel().prop_map(Step::Remove),
        Just(Step::Undo),
    ];
    prop::collection::vec(step, 1..20)
}

fn numbered(n: u8) -> String {
    format!("LP0062096654287{n}")
}

fn lived(start: i64, steps: &[Step]) -> Database {
    let mut db = db();
    for (minute, step) in (start..).zip(steps) {
        step.happen(&mut db, minute);
    }
    db
}

impl Step {
    fn happen(&self, db: &mut Database, minute: i64) {
        let found = |db: &Database, n: u8| db.find(&numbered(n)).unwrap().map(|p| p.id);
        let edit = |db: &mut Database, n: u8, edit: ParcelEdit| {
            if let Some(id) = found(db, n) {
                db.edit(id, &edit, at(minute)).unwrap();
            }
        };
        match self {
            Self::Add(n, order) => {
                let orders = order.iter().map(|o| line(&o.to_string()).into()).collect();
                db.add(&NewParcel { orders, ..draft(&numbered(*n)) }, at(minute)).unwrap();
            }
            Self::Name(n, text) => {
                edit(db, *n, ParcelEdit { title: CleanText::some_line(text).into(), ..ParcelEdit::default() });
            }
            Self::Order(n, order) => {
                edit(db, *n, ParcelEdit { add_orders: vec![line(&order.to_string()).into()], ..ParcelEdit::default() });
            }
            Self::Say(n, who, events) => {
                let events: Vec<Event> = events.iter().map(|e| said(*n, *e)).collect();
                let facts =
                    if events.len() > 2 { facts(State::only(Status::Delivered)) } else { facts(State::UNDERWAY) };
                record(db, &format!("source-{who}"), &numbered(*n), minute, known(facts, events));
            }
            Self::Fail(n, who) => {
                let trouble = Err(Trouble::Blocked);
                record(db, &format!("source-{who}"), &numbered(*n), minute, trouble);
            }
            Self::Tell(n, e) => {
                if let Some(id) = found(db, *n) {
                    db.tell(id, &said(*n, *e), at(minute)).unwrap();
                }
            }
            Self::Away(n) => drop(found(db, *n).map(|id| db.archive(id, at(minute)).unwrap())),
            Self::Close(n) => edit(db, *n, ParcelEdit { closed: Some(true), ..ParcelEdit::default() }),
            Self::Remove(n) => drop(found(db, *n).map(|id| db.remove(id, at(minute)).unwrap())),
            Self::Undo => drop(db.undo(at(minute)).unwrap()),
        }
    }
}

fn said(n: u8, e: u8) -> Event {
    let state = e.is_multiple_of(2).then_some(State::UNDERWAY);
    event(&numbered(n), u32::from(e), &format!("event {e}"), state)
}

/// Everything that is told of a parcel's numbers, by whom, and when it was first seen.
fn told(db: &Database) -> BTreeSet<(String, String, String)> {
    let all = everything(db);
    let entries = all.iter().flat_map(|d| &d.timeline.entries);
    let sightings = entries.flat_map(Entry::sightings);
    sightings.map(|s| (s.event.number.to_string(), s.source.to_string(), s.event.text.to_string())).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_database_goes_out_and_comes_in_as_it_was(steps in steps()) {
        let here = lived(0, &steps);
        let mut there = db();
        take(&mut there, &out(&here, true), at(1000)).unwrap();
        prop_assert_eq!(everything(&there), everything(&here));
        prop_assert_eq!(bodies(&there), bodies(&here));
        let once = out(&there, true);
        take(&mut there, &out(&here, true), at(2000)).unwrap();
        prop_assert_eq!(out(&there, true), once);
        whole(&there);
    }

    #[test]
    fn two_databases_become_one_that_knows_what_both_knew(one in steps(), other in steps()) {
        let here = lived(0, &one);
        let mut there = lived(500, &other);
        let before = told(&there);
        take(&mut there, &out(&here, true), at(1000)).unwrap();
        let expected: BTreeSet<_> = before.union(&told(&here)).cloned().collect();
        prop_assert!(expected.is_subset(&told(&there)));
        let once = out(&there, true);
        take(&mut there, &out(&here, true), at(2000)).unwrap();
        prop_assert_eq!(out(&there, true), once);
        whole(&there);
    }
}
