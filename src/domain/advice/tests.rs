//! Every rule by itself, and what holds for all of them.

use proptest::prelude::*;

use super::test_parcels::{context, day, event, now, parcel, standing, today};
use super::*;
use crate::domain::{
    Country, Deadline, Eta, Outcome, Parcel, ParcelNumber, ReportedFacts, State, Status, SubStatus, TrackingNumber,
};

fn switch(id: &str, name: &str, on: bool, reach: SourceReach) -> SourceSwitch {
    SourceSwitch {
        id: id.into(),
        name: name.to_owned(),
        on,
        last_resort: false,
        page: String::new(),
        reach,
        fits: OwnershipTest::any(),
        owns: OwnershipTest::none(),
    }
}

fn rules() -> AdviceSettings {
    let sources = vec![
        switch("cainiao", "Cainiao", true, SourceReach::Anywhere),
        switch("17track", "17TRACK", false, SourceReach::Anywhere),
        switch("russian-post", "Почта России", false, SourceReach::Countries(&["RU"])),
    ];
    AdviceSettings { sources, ..AdviceSettings::around(7) }
}

fn asked(outcome: Outcome) -> Vec<Standing> {
    vec![standing("cainiao", outcome, Some(ReportedFacts::default()))]
}

fn advise(parcel: &Parcel, standings: &[Standing]) -> Option<Advice> {
    advice(parcel, standings, &context(&rules()))
}

fn transit(sub: SubStatus) -> State {
    State::new(Status::InTransit, sub)
}

fn actions(advice: &Advice) -> Vec<Action> {
    advice.steps.iter().map(|s| s.action).collect()
}

#[test]
fn what_moves_or_is_over_or_was_put_away_needs_no_advice() {
    assert_eq!(advise(&parcel("RB123456785CN", Some(State::UNDERWAY), 2), &asked(Outcome::Answered)), None);
    let delivered = Some(State::only(Status::Delivered));
    assert_eq!(advise(&parcel("RB123456785CN", delivered, 90), &asked(Outcome::Answered)), None);
    let mut put_away = parcel("RB123456785CN", Some(State::UNDERWAY), 90);
    put_away.archived_at = Some(now());
    assert_eq!(advise(&put_away, &[]), None);
    put_away.archived_at = None;
    put_away.closed_at = Some(now());
    assert_eq!(advise(&put_away, &[]), None);
}

#[test]
fn silence_that_is_normal_is_waited_for_until_its_day() {
    let line_haul = parcel("RB123456785CN", Some(transit(SubStatus::Departure)), 9);
    let advice = advise(&line_haul, &asked(Outcome::Answered)).unwrap();
    assert_eq!((advice.situation, advice.severity), (Situation::StuckOnLineHaul, Severity::Info));
    assert_eq!((advice.days, advice.normal.days), (9, 14));
    let wait = &advice.steps[0];
    assert_eq!((wait.action, wait.reason, wait.until), (Action::Wait, Reason::StillNormal, Some(day(5))));
}

#[test]
fn each_stage_has_its_own_patience() {
    let mut short = rules();
    short.thresholds = short.thresholds.with(Stage::LineHaul, 8);
    let line_haul = parcel("RB123456785CN", Some(transit(SubStatus::Departure)), 9);
    let advice = advice(&line_haul, &asked(Outcome::Answered), &context(&short)).unwrap();
    assert_eq!((advice.severity, advice.steps[0].action), (Severity::Act, Action::AskSeller));
}

#[test]
fn a_new_number_shows_late_and_an_old_one_is_to_be_compared() {
    let unknown = Some(State::only(Status::NotFound));
    let early = advise(&parcel("RB123456785CN", unknown, 3), &asked(Outcome::UnknownNumber)).unwrap();
    assert_eq!((early.severity, early.steps[0].reason), (Severity::Info, Reason::ShowsLate));
    assert_eq!(early.steps[0].until, Some(day(7)));
    let late = advise(&parcel("RB123456785CN", unknown, 11), &asked(Outcome::UnknownNumber)).unwrap();
    assert_eq!(late.severity, Severity::Act);
    assert_eq!(actions(&late), [Action::CheckNumber, Action::AskSeller, Action::AskSources, Action::OpenPages]);
    assert_eq!(late.steps[0].reason, Reason::CheckFits);
}

#[test]
fn sources_that_are_off_are_named_only_where_they_may_know_it() {
    let mut lost = parcel("RB123456785CN", Some(State::UNDERWAY), 12);
    let about = |parcel: &Parcel| advise(parcel, &asked(Outcome::Answered)).unwrap().steps[0].about.clone().unwrap();
    assert_eq!(&*about(&lost), "17TRACK");
    lost.summary.destination = Country::parse("RU");
    assert_eq!(&*about(&lost), "17TRACK, Почта России");
}

#[test]
fn a_source_that_cannot_know_the_number_is_not_named() {
    let mut rules = rules();
    rules.sources[1].fits = OwnershipTest::by(|number| number.as_str().starts_with("LP"));
    let lost = parcel("RB123456785CN", Some(State::UNDERWAY), 12);
    let advice = advice(&lost, &asked(Outcome::Answered), &context(&rules)).unwrap();
    assert_eq!(advice.steps[0].action, Action::OpenPages);
}

#[test]
fn where_every_source_is_on_pages_remain_but_not_those_that_were_asked() {
    let mut rules = rules();
    rules.sources.iter_mut().for_each(|s| s.on = true);
    let mut lost = parcel("RB123456785CN", Some(State::UNDERWAY), 12);
    lost.summary.destination = Country::parse("DE");
    let standings = [asked(Outcome::Answered), vec![standing("17track", Outcome::NoNews, None)]].concat();
    let advice = advice(&lost, &standings, &context(&rules)).unwrap();
    assert_eq!(advice.steps[0].action, Action::OpenPages);
    assert_eq!(advice.steps[0].about.as_deref(), Some("Track24, Deutsche Post"));
}

#[test]
fn a_pinned_parcel_could_be_asked_about_elsewhere() {
    let mut rules = rules();
    rules.sources[1].on = true;
    let mut lost = parcel("RB123456785CN", Some(State::UNDERWAY), 12);
    lost.pinned = vec!["cainiao".into()];
    let advice = advice(&lost, &asked(Outcome::Answered), &context(&rules)).unwrap();
    let step = &advice.steps[0];
    assert_eq!(
        (step.action, step.reason, step.about.as_deref()),
        (Action::AskSources, Reason::Pinned, Some("17TRACK"))
    );
}

#[test]
fn the_courier_is_named_as_the_source_describes_it_else_the_post() {
    let mut stuck = parcel("RB123456785CN", Some(transit(SubStatus::CustomsProcessing)), 14);
    stuck.summary.destination = Country::parse("PL");
    let about = |standings: &[Standing]| advise(&stuck, standings).unwrap().steps[0].about.clone();
    assert_eq!(about(&asked(Outcome::Answered)).as_deref(), Some("Poczta Polska"));
    let facts =
        ReportedFacts { last_mile: CleanText::some_line("InPost, +48 722 444 000"), ..ReportedFacts::default() };
    let told = standing("cainiao", Outcome::Answered, Some(facts));
    assert_eq!(about(&[told]).as_deref(), Some("InPost, +48 722 444 000"));
}

#[test]
fn the_readers_country_stands_in_where_nobody_says_where_it_goes() {
    let stuck = parcel("RB123456785CN", Some(transit(SubStatus::CustomsProcessing)), 14);
    let rules = AdviceSettings { home: Country::parse("KZ"), ..rules() };
    let advice = advice(&stuck, &asked(Outcome::Answered), &context(&rules)).unwrap();
    assert_eq!(advice.steps[0].about.as_deref(), Some("Kazpost"));
}

#[test]
fn a_dispute_is_opened_some_days_before_the_protection_ends_and_first_where_that_is_soon() {
    let mut stuck = parcel("RB123456785CN", Some(transit(SubStatus::CustomsProcessing)), 14);
    stuck.own_protection = Some(Deadline::told(day(20)));
    let far = advise(&stuck, &asked(Outcome::Answered)).unwrap();
    assert_eq!(far.steps[2].until, Some(day(18)));
    assert_eq!((far.severity, far.steps[2].action), (Severity::Act, Action::OpenDispute));
    stuck.own_protection = Some(Deadline::told(day(3)));
    let near = advise(&stuck, &asked(Outcome::Answered)).unwrap();
    assert_eq!(
        (near.severity, near.steps[0].action, near.steps[0].until),
        (Severity::Urgent, Action::OpenDispute, Some(day(1)))
    );
    stuck.own_protection = Some(Deadline::told(day(-1)));
    let over = advise(&stuck, &asked(Outcome::Answered)).unwrap();
    assert!(!actions(&over).contains(&Action::OpenDispute) && actions(&over).contains(&Action::AskSeller));
}

#[test]
fn nobody_is_told_to_wait_into_the_last_days() {
    let mut quiet = parcel("RB123456785CN", Some(transit(SubStatus::Departure)), 9);
    quiet.own_protection = Some(Deadline::told(day(4)));
    let advice = advise(&quiet, &asked(Outcome::Answered)).unwrap();
    assert_eq!((advice.severity, advice.steps[0].action), (Severity::Urgent, Action::OpenDispute));
    assert!(!actions(&advice).contains(&Action::Wait));
}

#[test]
fn a_parcel_that_moves_is_still_told_of_when_its_protection_ends_or_is_too_short() {
    let mut moving = parcel("RB123456785CN", Some(State::UNDERWAY), 1);
    moving.own_protection = Some(Deadline::told(day(5)));
    let ends = advise(&moving, &asked(Outcome::Answered)).unwrap();
    assert_eq!((ends.situation, ends.severity), (Situation::ProtectionEnding, Severity::Urgent));
    moving.own_protection = Some(Deadline::told(day(12)));
    moving.summary.eta = Some((Eta { from: day(10), to: day(14) }, "cainiao".into()));
    let late = advise(&moving, &asked(Outcome::Answered)).unwrap();
    assert_eq!((late.situation, late.severity), (Situation::ExpectedTooLate, Severity::Act));
    assert_eq!(late.steps[0].action, Action::AskExtension);
    assert_eq!((late.steps[1].reason, late.steps[1].until), (Reason::TooLate, Some(day(10))));
}

#[test]
fn what_can_still_be_had_comes_before_the_dispute() {
    for (state, first) in [
        (State::only(Status::AvailableForPickup), Action::Collect),
        (State::new(Status::InTransit, SubStatus::CustomsRequiringInformation), Action::AnswerCustoms),
        (State::new(Status::Exception, SubStatus::Security), Action::AnswerCustoms),
        (State::new(Status::DeliveryFailure, SubStatus::NoBody), Action::AskCarrier),
    ] {
        let mut parcel = parcel("RB123456785CN", Some(state), 1);
        parcel.own_protection = Some(Deadline::told(day(2)));
        let advice = advise(&parcel, &asked(Outcome::Answered)).unwrap();
        assert_eq!(actions(&advice)[..2], [first, Action::OpenDispute], "{state:?}");
        assert_eq!(advice.severity, Severity::Urgent);
    }
}

#[test]
fn a_pickup_that_waits_for_long_is_urgent_without_any_protection() {
    let ready = Some(State::only(Status::AvailableForPickup));
    let severity = |days| advise(&parcel("RB123456785CN", ready, days), &[]).unwrap().severity;
    assert_eq!((severity(5), severity(6)), (Severity::Act, Severity::Urgent));
}

#[test]
fn a_contradicted_delivery_is_no_delivery() {
    let mut disputed = parcel("RB123456785CN", Some(State::only(Status::Delivered)), 2);
    disputed.summary.disagreement = true;
    let advice = advise(&disputed, &asked(Outcome::Answered)).unwrap();
    assert_eq!((advice.situation, advice.severity), (Situation::DeliveredDisputed, Severity::Act));
    disputed.summary.state = Some(State::UNDERWAY);
    let situation = advise(&disputed, &asked(Outcome::Answered)).unwrap().situation;
    assert_eq!(situation, Situation::SourcesDisagree);
}

#[test]
fn what_will_not_come_is_a_dispute_while_there_is_protection() {
    let mut lost = parcel("RB123456785CN", Some(State::new(Status::Exception, SubStatus::Lost)), 30);
    lost.own_protection = Some(Deadline::told(day(15)));
    let open = advise(&lost, &[]).unwrap();
    assert_eq!((open.severity, open.steps[0].action), (Severity::Act, Action::OpenDispute));
    lost.own_protection = Some(Deadline::told(day(-15)));
    let over = advise(&lost, &[]).unwrap();
    assert_eq!((over.severity, actions(&over)), (Severity::Info, vec![Action::AskSeller]));
}

#[test]
fn deaf_sources_are_told_before_silence_only_where_the_data_is_old() {
    let stuck = parcel("RB123456785CN", Some(State::UNDERWAY), 12);
    let mut blocked = standing("cainiao", Outcome::Blocked, Some(ReportedFacts::default()));
    let old = advise(&stuck, &[blocked.clone()]).unwrap();
    assert_eq!((old.situation, old.about.as_deref()), (Situation::SourcesBlocked, Some("Cainiao")));
    assert_eq!((old.steps[0].action, old.steps[0].until), (Action::WaitForSource, Some(day(2))));
    blocked.answered_at = Some(now());
    let fresh = advise(&stuck, &[blocked]).unwrap();
    assert_eq!(fresh.situation, Situation::StuckInTransit);
    assert!(actions(&fresh).contains(&Action::WaitForSource));
}

#[test]
fn a_refused_key_is_told_even_where_another_source_answers() {
    let moving = parcel("RB123456785CN", Some(State::UNDERWAY), 1);
    let standings = [asked(Outcome::Answered), vec![standing("17track", Outcome::BadKey, None)]].concat();
    let advice = advise(&moving, &standings).unwrap();
    assert_eq!((advice.situation, advice.severity), (Situation::KeyRefused, Severity::Act));
    assert_eq!(advice.steps[0].about.as_deref(), Some("17TRACK"));
    let other = [asked(Outcome::Answered), vec![standing("17track", Outcome::Temporary, None)]].concat();
    assert_eq!(advise(&moving, &other), None);
}

fn any_state() -> impl Strategy<Value = Option<State>> {
    let sub = prop::option::of(prop::sample::select(SubStatus::ALL.to_vec()));
    let state = (prop::sample::select(Status::ALL.to_vec()), sub).prop_map(|(status, sub)| State { status, sub });
    prop::option::of(state)
}

fn any_standing() -> impl Strategy<Value = Standing> {
    let source = prop::sample::select(vec!["cainiao", "17track", "russian-post", "x"]);
    let outcome = prop::option::of(prop::sample::select(Outcome::ALL.to_vec()));
    (source, outcome, any::<bool>(), -3..40_i64).prop_map(|(source, outcome, economy, days)| {
        let service = CleanText::some_line("Economy").filter(|_| economy);
        let facts = ReportedFacts { service, last_mile: CleanText::some_line("Post"), ..ReportedFacts::default() };
        let mut standing = standing(source, Outcome::Answered, Some(facts));
        standing.outcome = outcome;
        standing.answered_at = Some(now() - chrono::TimeDelta::days(days));
        standing.next_check_at = Some(now() - chrono::TimeDelta::days(days - 5));
        standing
    })
}

prop_compose! {
    fn any_parcel()(
        state in any_state(),
        days in 0..400_u32,
        number in "(RB123456785CN|UA123456785CN|RB123456786CN|LP00620966542870|[A-Z0-9]{5,20}1)",
        disagreement in any::<bool>(),
        has_event in any::<bool>(),
        countries in prop::sample::select(vec![("CN", "RU"), ("CN", "CN"), ("RU", "CN"), ("", "")]),
        eta in prop::option::of(-20..40_i64),
        pinned in any::<bool>(),
    ) -> Parcel {
        let mut parcel = parcel("RB123456785CN", state, days);
        parcel.numbers = vec![ParcelNumber {
            number: TrackingNumber::parse(&number).unwrap(),
            role: crate::domain::NumberRole::First,
        }];
        parcel.summary.disagreement = disagreement;
        parcel.summary.last_event = has_event.then(|| event(days, Country::parse(countries.1)));
        (parcel.summary.origin, parcel.summary.destination) = (Country::parse(countries.0), Country::parse("RU"));
        parcel.summary.eta = eta.map(|to| (Eta { from: day(to - 1), to: day(to) }, "cainiao".into()));
        parcel.pinned = if pinned { vec!["cainiao".into()] } else { Vec::new() };
        parcel
    }
}

proptest! {
    #[test]
    fn advice_is_the_same_twice_and_never_empty(
        mut parcel in any_parcel(),
        standings in prop::collection::vec(any_standing(), 0..4),
        protection in prop::option::of(-40..90_i64),
    ) {
        parcel.own_protection = protection.map(day).map(Deadline::told);
        let once = advise(&parcel, &standings);
        prop_assert_eq!(&once, &advise(&parcel, &standings));
        let Some(advice) = once else { return Ok(()) };
        prop_assert!(!advice.steps.is_empty());
        let mut actions = actions(&advice);
        actions.sort();
        actions.dedup();
        prop_assert_eq!(actions.len(), advice.steps.len(), "an action twice: {:?}", advice);
        for step in &advice.steps {
            prop_assert!(step.until.is_none_or(|until| until >= today()), "{:?}", step);
            if step.action == Action::OpenDispute {
                prop_assert!(step.until <= protection.map(day) && step.until.is_some());
            }
        }
    }

    #[test]
    fn what_is_stale_unknown_or_disputed_is_never_without_advice(
        parcel in any_parcel(),
        standings in prop::collection::vec(any_standing(), 0..4),
    ) {
        let unknown = parcel.summary.state == Some(State::only(Status::NotFound));
        let disputed = parcel.summary.disagreement && !parcel.is_finished();
        let stale = crate::domain::current_silence::is_stale(&parcel, rules().limits(), now());
        let advice = advise(&parcel, &standings);
        prop_assert!(advice.is_some() || !(stale || unknown || disputed), "{:?}", parcel);
    }

    #[test]
    fn severity_never_falls_while_the_protection_shrinks(
        mut parcel in any_parcel(),
        standings in prop::collection::vec(any_standing(), 0..4),
        margin in 0..9_u32,
    ) {
        let rules = AdviceSettings { dispute_margin_days: margin, ..rules() };
        let mut severity = |left: Option<i64>| {
            parcel.own_protection = left.map(day).map(Deadline::told);
            advice(&parcel, &standings, &context(&rules)).map(|a| a.severity)
        };
        let mut before = severity(None);
        for left in (0..60).rev() {
            let after = severity(Some(left));
            prop_assert!(before <= after, "{left} days left: {before:?}, then {after:?}");
            before = after;
        }
    }

    #[test]
    fn any_setting_of_days_is_survived(stale in any::<u32>(), days in any::<u32>(), margin in any::<u32>(), parcel in any_parcel()) {
        let thresholds = Stage::with_days().fold(Thresholds::around(stale), |t, stage| t.with(stage, days));
        let rules = AdviceSettings { thresholds, dispute_margin_days: margin, ..AdviceSettings::around(stale) };
        let _ = advice(&parcel, &[], &context(&rules));
    }
}
