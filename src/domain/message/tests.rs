use chrono::TimeDelta;
use proptest::prelude::*;

use super::*;
use crate::domain::advice::test_parcels;
use crate::domain::advice::test_parcels::{context, event, now};
use crate::domain::advice::{Advice, AdviceSettings, advice};
use crate::domain::{
    Country, Deadline, Eta, Event, Parcel, Sighting, SourceId, State, Status, SubStatus, Summary, Timeline,
};

fn said(days: u32, text: &str, state: Option<State>) -> Event {
    Event { place: CleanText::some_line("Внуково"), text: CleanText::line(text), state, ..event(days, None) }
}

fn sighting(source: &str, event: Event, withdrawn: bool) -> Sighting {
    let withdrawn_at = withdrawn.then(now);
    Sighting { source: SourceId::new(source), event, rank: 0, first_seen: now(), withdrawn_at }
}

fn parcel(state: Option<State>, days: u32) -> Parcel {
    let orders = vec![CleanText::line("8190").into()];
    Parcel { orders, ..test_parcels::parcel("RB123456785CN", state, days) }
}

fn advised(parcel: &Parcel) -> Option<Advice> {
    advice(parcel, &[], &context(&AdviceSettings::default()))
}

fn first(parcel: &Parcel) -> (Situation, Addressee) {
    let choice = suggest(parcel, advised(parcel).as_ref(), None);
    (choice.situation, choice.to)
}

fn facts(parcel: &Parcel, sightings: Vec<Sighting>) -> MessageFacts {
    MessageFacts::of(parcel, &Timeline::merge(sightings), &context(&AdviceSettings::default()))
}

#[test]
fn what_is_advised_is_what_is_written_about() {
    use Addressee::{Carrier, Seller};
    let transit = |sub| State::new(Status::InTransit, sub);
    let exception = |sub| State::new(Status::Exception, sub);
    for (state, days, wanted) in [
        (None, 1, (Situation::NotShipped, Seller)),
        (Some(State::only(Status::NotFound)), 30, (Situation::NotTracked, Seller)),
        (Some(State::only(Status::InfoReceived)), 30, (Situation::NotShipped, Seller)),
        (Some(State::UNDERWAY), 1, (Situation::Stuck, Seller)),
        (Some(State::UNDERWAY), 30, (Situation::Stuck, Seller)),
        (Some(transit(SubStatus::CustomsProcessing)), 30, (Situation::AtCustoms, Carrier)),
        (Some(transit(SubStatus::CustomsRequiringInformation)), 1, (Situation::CustomsPapers, Carrier)),
        (Some(exception(SubStatus::Security)), 1, (Situation::Held, Carrier)),
        (Some(State::only(Status::AvailableForPickup)), 9, (Situation::HoldLonger, Carrier)),
        (Some(State::only(Status::DeliveryFailure)), 1, (Situation::DeliveryFailed, Carrier)),
        (Some(exception(SubStatus::InvalidAddress)), 1, (Situation::WrongAddress, Carrier)),
        (Some(exception(SubStatus::Returning)), 1, (Situation::GoingBack, Seller)),
        (Some(exception(SubStatus::Damage)), 1, (Situation::Damaged, Seller)),
        (Some(exception(SubStatus::Other)), 1, (Situation::Problem, Carrier)),
        (Some(exception(SubStatus::Lost)), 1, (Situation::NotComing, Seller)),
        (Some(State::only(Status::Delivered)), 1, (Situation::NotReceived, Seller)),
    ] {
        assert_eq!(first(&parcel(state, days)), wanted, "{state:?} {days}");
    }
    let mut late = parcel(Some(State::UNDERWAY), 1);
    late.own_protection = Some(Deadline::told(now().date_naive() + TimeDelta::days(3)));
    assert_eq!(first(&late), (Situation::Extend, Seller));
    late.numbers.clear();
    late.own_protection = None;
    late.summary = Summary::default();
    assert_eq!(first(&late), (Situation::NoNumber, Seller));
}

#[test]
fn everybody_is_written_to_in_a_language_of_theirs() {
    let mut parcel = parcel(Some(State::UNDERWAY), 1);
    let language =
        |parcel: &Parcel, to| MessageChoice::about(Situation::Stuck, Some(to), parcel, Country::parse("KZ")).language;
    assert_eq!(language(&parcel, Addressee::Seller), Language::English);
    assert_eq!(language(&parcel, Addressee::Carrier), Language::Russian);
    parcel.shop = CleanText::some_line("AliExpress");
    assert_eq!(language(&parcel, Addressee::Seller), Language::Chinese);
    parcel.summary.origin = Country::parse("RU");
    parcel.summary.destination = Country::parse("DE");
    assert_eq!(language(&parcel, Addressee::Seller), Language::Russian);
    assert_eq!(language(&parcel, Addressee::Carrier), Language::English);
}

#[test]
fn an_addressee_who_cannot_help_is_not_written_to() {
    let parcel = parcel(None, 1);
    let to = |situation, to| MessageChoice::about(situation, Some(to), &parcel, None).to;
    assert_eq!(to(Situation::Extend, Addressee::Carrier), Addressee::Seller);
    assert_eq!(to(Situation::HoldLonger, Addressee::Seller), Addressee::Carrier);
    assert_eq!(to(Situation::Stuck, Addressee::Carrier), Addressee::Carrier);
    assert!(Situation::ALL.iter().all(|s| !s.addressees().is_empty()));
}

#[test]
fn for_each_addressee_there_is_something_to_write() {
    let mut ending = parcel(Some(State::UNDERWAY), 1);
    ending.own_protection = Some(Deadline::told(now().date_naive()));
    let advice = advised(&ending);
    let about = |to| suggest_to(to, &ending, advice.as_ref(), None).situation;
    assert_eq!((about(Addressee::Seller), about(Addressee::Carrier)), (Situation::Extend, Situation::Stuck));
    let ready = parcel(Some(State::only(Status::AvailableForPickup)), 1);
    let about = |to| suggest_to(to, &ready, None, None).situation;
    assert_eq!((about(Addressee::Seller), about(Addressee::Carrier)), (Situation::Stuck, Situation::HoldLonger));
}

#[test]
fn only_what_a_carrier_wrote_and_still_lists_is_quoted() {
    let parcel = parcel(Some(State::UNDERWAY), 5);
    let told = |source: &str, days, text: &str, withdrawn| sighting(source, said(days, text, None), withdrawn);
    let seen = facts(
        &parcel,
        vec![
            told("user", 1, "I rang them up", false),
            told("cainiao", 2, "Withdrawn", true),
            told("cainiao", 3, "Held by customs", false),
        ],
    );
    let scan = seen.last_scan.unwrap();
    assert_eq!((&*scan.text, scan.on), ("Held by customs", "2026-11-20".parse().ok()));
    assert_eq!(facts(&parcel, vec![told("user", 1, "I rang them up", false)]).last_scan, None);
    let long = facts(&parcel, vec![told("cainiao", 1, &"清关 ".repeat(400), false)]).last_scan.unwrap().text;
    assert!(long.chars().count() <= 201 && long.ends_with('…'), "{long}");
}

#[test]
fn days_and_dates_are_named_where_they_mean_something() {
    let mut parcel = parcel(Some(State::UNDERWAY), 1);
    assert_eq!(facts(&parcel, Vec::new()).silent_days, None);
    parcel.own_protection = Some(Deadline::told("2026-11-22".parse().unwrap()));
    assert_eq!(facts(&parcel, Vec::new()).protected_until, None, "it is over");
    let last_day = "2026-11-23".parse().unwrap();
    parcel.own_protection = Some(Deadline::told(last_day));
    let eta = Eta { from: "2026-11-20".parse().unwrap(), to: "2026-11-24".parse().unwrap() };
    parcel.summary.eta = Some((eta, "cainiao".into()));
    let seen = facts(&parcel, Vec::new());
    assert_eq!((seen.protected_until, seen.expected_late), (Some(last_day), Some(eta.to)));
    parcel.own_protection = Deadline::from_parts(Some(last_day), CleanText::some_line("75 days"));
    assert_eq!(facts(&parcel, Vec::new()).protected_until, None, "a preset is no fact");
    parcel.orders[0].ordered_on = "2026-10-25".parse().ok();
    parcel.orders[0].shipped_on = "2026-10-27".parse().ok();
    let seen = facts(&parcel, Vec::new());
    assert_eq!((seen.ordered_on, seen.shipped_on), ("2026-10-25".parse().ok(), "2026-10-27".parse().ok()));
    let delivered = State::only(Status::Delivered);
    let seen = facts(&parcel, vec![sighting("cainiao", said(4, "Delivered", Some(delivered)), false)]);
    assert_eq!(seen.delivered_on, "2026-11-19".parse().ok());
    parcel.summary.state = Some(delivered);
    parcel.added_at = now() - TimeDelta::days(90);
    assert_eq!(facts(&parcel, Vec::new()).silent_days, None, "nothing more is to come");
}

fn any_state() -> impl Strategy<Value = Option<State>> {
    let sub = proptest::option::of(proptest::sample::select(SubStatus::ALL.to_vec()));
    let state = (proptest::sample::select(Status::ALL.to_vec()), sub).prop_map(|(status, sub)| State { status, sub });
    proptest::option::of(state)
}

proptest! {
    #[test]
    fn any_parcel_gives_a_letter_to_somebody_who_can_help(
        state in any_state(), days in 0_u32..200, numbered in any::<bool>(), disputed in any::<bool>(),
        protected in proptest::option::of(-5_i64..60), shop in proptest::option::of(".*"),
    ) {
        let mut parcel = parcel(state, days);
        parcel.summary.disagreement = disputed;
        parcel.own_protection = protected.map(|d| now().date_naive() + TimeDelta::days(d)).map(Deadline::told);
        parcel.shop = shop.and_then(|s| CleanText::some_line(&s));
        if !numbered {
            parcel.numbers.clear();
        }
        let choice = suggest(&parcel, advised(&parcel).as_ref(), None);
        prop_assert!(choice.situation.addressees().contains(&choice.to));
    }
}
