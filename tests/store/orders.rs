//! Orders: in several parcels, of several in one, without a number, and taken back.

use posylka::domain::{Change, Deadline, NewParcel, Order, OrderEdit, Parcel, ParcelEdit, ParcelId, ReportedFacts};
use posylka::store::{Added, ArchiveFilter, Database, Imported};

use crate::support::*;

fn order(code: &str) -> Order {
    line(code).into()
}

fn ordered(code: &str) -> NewParcel {
    NewParcel { title: Some(line("USB hub")), orders: vec![order(code)], ..NewParcel::default() }
}

fn get(db: &Database, id: ParcelId) -> Parcel {
    db.parcel(id).unwrap().unwrap()
}

fn all(db: &Database) -> Vec<Parcel> {
    db.parcels(ArchiveFilter::All).unwrap()
}

#[test]
fn an_order_without_a_number_waits_and_goes_on_when_the_number_comes() {
    let mut db = db();
    let waiting = NewParcel { note: Some(line("blue")), ..ordered("815") };
    let Added::New(id) = db.add(&waiting, now()).unwrap() else { panic!("it is new") };
    assert_eq!((get(&db, id).number(), get(&db, id).name()), (None, "USB hub"));
    assert!(db.watched().unwrap().is_empty(), "nobody is asked about it");
    assert_eq!(db.add(&ordered("815"), at(1)).unwrap(), Added::Already(id), "the same order again");

    let numbered = NewParcel { orders: vec![order("815")], ..draft(LP) };
    assert_eq!(db.add(&numbered, at(2)).unwrap(), Added::Already(id));
    let parcel = get(&db, id);
    assert_eq!((parcel.number().map(ToString::to_string).as_deref(), parcel.note.as_deref()), (Some(LP), Some("blue")));
    assert_eq!(db.watched().unwrap().len(), 1);

    let second = NewParcel { orders: vec![order("815")], ..draft(RA) };
    let Added::New(other) = db.add(&second, at(3)).unwrap() else { panic!("the order comes in two parcels") };
    assert_eq!(get(&db, other).orders[0].id, parcel.orders[0].id);
    for _ in 0..2 {
        db.undo(at(4)).unwrap();
    }
    assert_eq!(get(&db, id).number(), None);
}

#[test]
fn parcels_are_read_again_with_those_that_share_their_orders() {
    let mut db = db();
    let one = db.add(&NewParcel { orders: vec![order("815")], ..draft(LP) }, now()).unwrap().id();
    let two = db.add(&NewParcel { orders: vec![order("815")], ..draft(RA) }, now()).unwrap().id();
    let three = db.add(&NewParcel { orders: vec![order("816")], ..draft("RB123456785CN") }, now()).unwrap().id();
    db.remove(three, at(1)).unwrap();
    let around = db.parcels_around(&[one, three]).unwrap();
    assert_eq!(around.keys().copied().collect::<Vec<_>>(), [one, two, three]);
    assert_eq!((around[&two].as_ref(), &around[&three]), (Some(&get(&db, two)), &None));
}

#[test]
fn a_number_that_is_there_already_takes_over_what_was_said_of_its_order() {
    let mut db = db();
    let numbered = add(&mut db, LP);
    let waiting = NewParcel { note: Some(line("blue")), tags: vec![line("gift")], ..ordered("815") };
    let waiting = db.add(&waiting, at(1)).unwrap().id();
    let before = all(&db);
    db.add(&NewParcel { orders: vec![order("815")], ..draft(LP) }, at(2)).unwrap();
    let parcel = get(&db, numbered);
    assert_eq!((parcel.title.as_deref(), parcel.note.as_deref()), (Some("USB hub"), Some("blue")));
    assert_eq!((parcel.tags.as_slice(), db.parcel(waiting).unwrap()), ([line("gift")].as_slice(), None));
    assert_eq!(all(&db).len(), 1);
    assert_eq!(db.undo(at(3)).unwrap().unwrap().parcel, numbered);
    assert_eq!(all(&db), before, "one step");
}

#[test]
fn the_same_code_in_another_shop_is_another_order() {
    let mut db = db();
    let of =
        |shop: &str, number: &str| NewParcel { shop: Some(line(shop)), orders: vec![order("77")], ..draft(number) };
    let one = db.add(&of("AliExpress", LP), now()).unwrap().id();
    let two = db.add(&of("Temu", RA), now()).unwrap().id();
    assert_ne!(get(&db, one).orders[0].id, get(&db, two).orders[0].id);
    db.edit(one, &ParcelEdit { shop: Change::Set(line("Joom")), ..ParcelEdit::default() }, at(1)).unwrap();
    assert_eq!(get(&db, one).orders[0].shop.as_deref(), Some("Joom"), "the order is of the parcel's shop");
}

#[test]
fn what_is_said_of_an_order_is_seen_in_all_its_parcels_and_can_be_undone() {
    let mut db = db();
    let first = db.add(&NewParcel { orders: vec![order("815")], ..draft(LP) }, now()).unwrap().id();
    let second = db.add(&NewParcel { orders: vec![order("815")], ..draft(RA) }, now()).unwrap().id();
    let before = all(&db);
    let facts = OrderEdit {
        ordered_on: Change::Set(day(3)),
        shipped_on: Change::Set(day(5)),
        title: Change::Set(line("hub")),
        ..OrderEdit::default()
    };
    assert!(db.edit(first, &ParcelEdit { order: facts.clone(), ..ParcelEdit::default() }, at(1)).unwrap());
    assert!(!db.edit(first, &ParcelEdit { order: facts, ..ParcelEdit::default() }, at(2)).unwrap(), "nothing new");
    assert_eq!((get(&db, second).ordered_on(), get(&db, second).shipped_on()), (Some(day(3)), Some(day(5))));
    db.undo(at(3)).unwrap();
    assert_eq!(all(&db), before);

    let filled =
        NewParcel { orders: vec![Order { ordered_on: Some(day(2)), ..order("815") }], ..draft("LP00620966542871") };
    db.add(&filled, at(4)).unwrap();
    assert_eq!(get(&db, second).ordered_on(), Some(day(2)));
    db.undo(at(5)).unwrap();
    assert_eq!(all(&db), before, "also what a new parcel had brought");
}

#[test]
fn a_date_without_an_order_makes_one() {
    let mut db = db();
    let id = add(&mut db, LP);
    let nothing =
        ParcelEdit { order: OrderEdit { ordered_on: Change::Clear, ..OrderEdit::default() }, ..ParcelEdit::default() };
    assert!(!db.edit(id, &nothing, at(1)).unwrap());
    let paid = OrderEdit { ordered_on: Change::Set(day(3)), ..OrderEdit::default() };
    db.edit(id, &ParcelEdit { order: paid, ..ParcelEdit::default() }, at(2)).unwrap();
    assert_eq!((get(&db, id).orders.len(), get(&db, id).ordered_on()), (1, Some(day(3))));
    // Its number comes later, and is the number of this one.
    db.edit(id, &ParcelEdit { add_orders: vec![order("815")], ..ParcelEdit::default() }, at(3)).unwrap();
    let parcel = get(&db, id);
    assert_eq!((parcel.orders.len(), parcel.orders[0].code.as_deref()), (1, Some("815")));
    db.undo(at(4)).unwrap();
    db.undo(at(5)).unwrap();
    assert!(get(&db, id).orders.is_empty());
}

#[test]
fn the_protection_changes_where_it_is_said() {
    let mut db = db();
    let guarded = |code: &str, until| Order { protection: Some(Deadline::told(day(until))), ..order(code) };
    let two = NewParcel { orders: vec![guarded("1", 10), guarded("2", 20)], ..draft(LP) };
    let id = db.add(&two, now()).unwrap().id();
    let set = |db: &mut Database, until| {
        let protection = Deadline::from_parts(until, Some(line("75"))).into();
        let edit = ParcelEdit { protection, ..ParcelEdit::default() };
        db.edit(id, &edit, at(1)).unwrap()
    };
    assert_eq!(get(&db, id).protection().map(|end| end.deadline.until), Some(day(10)));
    assert!(set(&mut db, Some(day(15))));
    let parcel = get(&db, id);
    let ends: Vec<_> = parcel.orders.iter().map(|o| o.protection.as_ref().map(|end| end.until)).collect();
    assert_eq!((ends, &parcel.own_protection), (vec![Some(day(15)), Some(day(20))], &None));
    assert_eq!(parcel.protection().unwrap().deadline.preset.as_deref(), Some("75"));
    set(&mut db, None);
    assert_eq!(get(&db, id).protection(), None);
    set(&mut db, Some(day(9)));
    assert_eq!(get(&db, id).own_protection.map(|end| end.until), Some(day(9)), "nobody says more: the parcel itself");
    for _ in 0..3 {
        db.undo(at(2)).unwrap();
    }
    assert_eq!(get(&db, id).protection().map(|end| end.deadline.until), Some(day(10)));
}

#[test]
fn what_the_user_misses_is_not_finished() {
    use posylka::domain::{State, Status};
    let mut db = db();
    let id = add(&mut db, LP);
    let state = State::only(Status::Delivered);
    record(&mut db, "cainiao", LP, 1, known(facts(state), vec![event(LP, 9, "Delivered", Some(state))]));
    assert!(get(&db, id).is_finished());
    db.edit(id, &ParcelEdit { missing: Some(true), ..ParcelEdit::default() }, at(2)).unwrap();
    assert!(!get(&db, id).is_finished());
    db.undo(at(3)).unwrap();
    assert!(get(&db, id).is_finished());
}

#[test]
fn a_confirmed_order_is_finished_and_asked_about_no_more() {
    let mut db = db();
    let id = db.add(&NewParcel { orders: vec![order("815")], ..draft(LP) }, now()).unwrap().id();
    assert!(!db.watched().unwrap()[0].finished);
    let received = OrderEdit { received_on: Change::Set(day(9)), ..OrderEdit::default() };
    db.edit(id, &ParcelEdit { order: received, ..ParcelEdit::default() }, at(1)).unwrap();
    assert!(get(&db, id).is_finished() && db.watched().unwrap()[0].finished);
}

#[test]
fn an_import_is_all_or_nothing_and_one_step_back() {
    let mut db = db();
    let old = add(&mut db, LP);
    let before = all(&db);
    let told = Order { ordered_on: Some(day(3)), ..order("815") };
    let drafts = [
        NewParcel { orders: vec![told.clone()], ..draft(LP) },
        NewParcel { orders: vec![told], ..draft(RA) },
        ordered("816"),
        draft(RA),
    ];
    let rehearsed = db.import(&drafts, true, at(1)).unwrap();
    assert_eq!(all(&db), before, "nothing is kept");
    let done = db.import(&drafts, false, at(1)).unwrap();
    assert!(matches!(done[..], [Imported::Filled(_), Imported::New(_), Imported::New(_), Imported::Known(_)]));
    assert_eq!(rehearsed.iter().map(|i| i.id()).collect::<Vec<_>>(), done.iter().map(|i| i.id()).collect::<Vec<_>>());
    assert_eq!(done[0].id(), old);
    let again = db.import(&drafts, false, at(2)).unwrap();
    assert!(again.iter().all(|i| matches!(i, Imported::Known(_))), "{again:?}");

    let after = all(&db);
    db.import(&[draft("LP00620966542871"), NewParcel::default()], false, at(3)).unwrap_err();
    assert_eq!(all(&db), after, "a draft that cannot be kept keeps all others out");

    let undone = db.undo(at(4)).unwrap().unwrap();
    assert_eq!((undone.action, undone.parcels), (posylka::store::JournalAction::Import, 3));
    assert_eq!(all(&db), before);
    assert_eq!(db.undo(at(5)).unwrap().unwrap().parcel, old, "the step before the import");
}

#[test]
fn the_day_that_the_shop_names_stands_in_until_a_source_names_one() {
    let mut db = db();
    let promised = Order { expected_on: Some(day(24)), ..order("815") };
    let new = NewParcel { orders: vec![promised], ..draft(LP) };
    let id = db.add(&new, now()).unwrap().id();
    let told = |db: &Database| db.parcel(id).unwrap().unwrap().summary.eta;
    let by_shop = Some((posylka::domain::Eta { from: day(24), to: day(24) }, source("user")));
    assert_eq!((told(&db), db.parcels(ArchiveFilter::All).unwrap()[0].summary.eta.clone()), (by_shop.clone(), by_shop));
    let facts = ReportedFacts { eta: Some(eta(3, 9)), ..ReportedFacts::default() };
    record(&mut db, "cainiao", LP, 2, known(facts, Vec::new()));
    assert_eq!(told(&db), Some((eta(3, 9), source("cainiao"))));
}
