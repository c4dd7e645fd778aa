use chrono::{DateTime, FixedOffset, Offset, TimeDelta, Utc};

use super::*;
use crate::domain::advice::test_parcels::{day, now, parcel, today};
use crate::domain::advice::{Advice, Basis, NormalSilence, Severity, Situation};
use crate::domain::protection_left::protection;
use crate::domain::{
    Afterwards, CleanText, Deadline, Entry, Eta, Event, EventTime, Parcel, Sighting, State, Status, Storage, SubStatus,
    Timeline, TrackingNumber,
};

fn event(hours_ago: i64, text: &str) -> Event {
    let time = EventTime::at((now() - TimeDelta::hours(hours_ago)).naive_utc(), Some(Utc.fix()));
    let number = TrackingNumber::parse("RB123456785CN").unwrap();
    Event { time: Some(time), ..Event::new(number, CleanText::line(text)) }
}

fn timeline(events: &[Event]) -> Timeline {
    let entry = |event: &Event| {
        let (source, order) = ("cainiao".into(), event.time.unwrap().approximate());
        let lead = Sighting { source, event: event.clone(), rank: 0, first_seen: now(), withdrawn_at: None };
        Entry { order, lead, others: Vec::new() }
    };
    Timeline { entries: events.iter().map(entry).collect() }
}

fn with(state: State, events: &[Event]) -> (Parcel, Timeline) {
    let mut parcel = parcel("RB123456785CN", Some(state), 1);
    parcel.summary.last_event = events.first().cloned();
    (parcel, timeline(events))
}

fn told_of(state: State, events: &[Event]) -> Told {
    let (parcel, timeline) = with(state, events);
    after_change(&Told::default(), &parcel, &timeline, now()).1
}

fn news(told: &Told, state: State, events: &[Event]) -> Vec<(NoticeKind, NoticeFacts)> {
    let (parcel, timeline) = with(state, events);
    after_change(told, &parcel, &timeline, now()).0
}

const READY: State = State::new(Status::AvailableForPickup, SubStatus::Other);
const ARRIVED: State = State::new(Status::InTransit, SubStatus::Arrival);

#[test]
fn another_wording_order_or_zone_is_no_news() {
    let (old, new) = (event(9, "Accepted"), event(5, "Departed"));
    let told = told_of(State::UNDERWAY, &[new.clone(), old.clone()]);
    let reworded = Event { text: CleanText::line("Has left"), ..new.clone() };
    let local = new.time.unwrap().local();
    let zoned = Event { time: Some(EventTime::at(local, FixedOffset::west_opt(3600))), ..new.clone() };
    for events in
        [vec![new.clone(), old.clone()], vec![reworded, old.clone()], vec![old.clone(), new], vec![zoned, old]]
    {
        assert_eq!(news(&told, State::UNDERWAY, &events), [], "{events:?}");
        assert_eq!(news(&told, ARRIVED, &events), [], "an old event that is read anew");
    }
}

#[test]
fn all_that_happened_since_is_told_and_then_no_more() {
    let old = [event(90, "Accepted")];
    let told = told_of(State::UNDERWAY, &old);
    let many: Vec<Event> = (0..12).map(|n| event(n * 2, &format!("step {n}"))).chain(old).collect();
    let told_now = news(&told, State::UNDERWAY, &many);
    assert_eq!(told_now.len(), 1);
    let (kind, facts) = &told_now[0];
    assert_eq!((*kind, facts.events.len(), facts.more_events), (NoticeKind::Event, 12, 0));
    assert_eq!((&*facts.events[0].text, &*facts.events[11].text), ("step 0", "step 11"));
    assert_eq!(news(&told_of(State::UNDERWAY, &many), State::UNDERWAY, &many), []);
}

#[test]
fn a_new_status_is_told_with_its_event_once() {
    let (old, new) = (event(9, "Departed"), event(1, "At the counter"));
    let told = told_of(State::UNDERWAY, std::slice::from_ref(&old));
    let told_now = news(&told, READY, &[new, old.clone()]);
    let kinds: Vec<_> = told_now.iter().map(|(kind, facts)| (*kind, facts.events.len())).collect();
    assert_eq!(kinds, [(NoticeKind::Ready, 1)]);
    assert_eq!(told_now[0].1.state_before, Some(State::UNDERWAY));
    let unseen = news(&told, State::new(Status::Delivered, SubStatus::Other), &[old]);
    assert_eq!(unseen[0].0, NoticeKind::Delivered, "a status without an event is news as well");
}

#[test]
fn where_there_are_only_dates_a_further_line_on_the_same_day_is_news_and_another_wording_is_not() {
    let on = |text: &str| Event { time: Some(EventTime::day(today())), ..event(0, text) };
    let told = told_of(State::UNDERWAY, &[on("Accepted")]);
    assert_eq!(news(&told, State::UNDERWAY, &[on("Taken over")]), []);
    let more = news(&told, State::UNDERWAY, &[on("Departed"), on("Accepted")]);
    assert_eq!(more.iter().map(|(_, f)| f.events.len()).collect::<Vec<_>>(), [1]);
    assert_eq!(&*more[0].1.events[0].text, "Departed");
}

#[test]
fn what_is_announced_for_next_week_does_not_hide_what_happens_meanwhile() {
    let announced = event(-24 * 7, "Planned delivery");
    let told = told_of(State::UNDERWAY, &[announced.clone(), event(9, "Departed")]);
    let told_now = news(&told, State::UNDERWAY, &[announced, event(1, "Arrived"), event(9, "Departed")]);
    assert_eq!(told_now.iter().map(|(_, f)| f.events.len()).collect::<Vec<_>>(), [1]);
}

#[test]
fn the_day_of_arrival_is_told_with_the_old_one_and_its_return_is_no_news() {
    let eta = |n| Eta { from: day(n), to: day(n + 1) };
    let (mut parcel, timeline) = with(State::UNDERWAY, &[event(9, "Departed")]);
    parcel.summary.eta = Some((eta(3), "cainiao".into()));
    let told = after_change(&Told::default(), &parcel, &timeline, now()).1;
    parcel.summary.eta = None;
    let (none, gone) = after_change(&told, &parcel, &timeline, now());
    assert_eq!((none.len(), gone.eta), (0, Some(eta(3))));
    parcel.summary.eta = Some((eta(3), "cainiao".into()));
    assert_eq!(after_change(&gone, &parcel, &timeline, now()).0, []);
    parcel.summary.eta = Some((eta(5), "cainiao".into()));
    let moved = after_change(&gone, &parcel, &timeline, now()).0;
    assert_eq!((moved[0].0, moved[0].1.eta_before, moved[0].1.eta), (NoticeKind::Eta, Some(eta(3)), Some(eta(5))));
}

fn stuck(situation: Situation, severity: Severity) -> Advice {
    let normal = NormalSilence { days: 7, basis: Basis::Default, usual: None };
    Advice { situation, severity, days: 12, normal, about: None, steps: Vec::new() }
}

fn look(told: &Told, parcel: &Parcel, advice: Option<&Advice>) -> (Vec<NoticeKind>, Told) {
    let protection = protection(parcel, today(), 2);
    let input = DueInput { parcel, advice, protection, today: today(), now: now() };
    let (news, warned) = after_time(told, &input);
    (news.into_iter().map(|(kind, _)| kind).collect(), Told { warned: Some(warned), ..told.clone() })
}

#[test]
fn stuck_is_told_once_and_news_after_it_break_the_silence() {
    let (parcel, timeline) = with(State::UNDERWAY, &[event(24 * 12, "Departed")]);
    let told = look(&Told::default(), &parcel, None).1;
    let told = after_change(&told, &parcel, &timeline, now()).1;
    let silence = stuck(Situation::StuckInTransit, Severity::Act);
    let (kinds, told) = look(&told, &parcel, Some(&silence));
    assert_eq!(kinds, [NoticeKind::Stuck]);
    assert_eq!(look(&told, &parcel, Some(&silence)).0, []);
    let trouble = stuck(Situation::SourcesFailing, Severity::Act);
    let (kinds, told) = look(&told, &parcel, Some(&trouble));
    assert_eq!((kinds, look(&told, &parcel, Some(&silence)).0), (vec![], vec![]), "a source's trouble between them");
    let told_now = news(&told, ARRIVED, &[event(1, "Arrived"), event(24 * 12, "Departed")]);
    assert_eq!((told_now[0].0, told_now[0].1.silent_days), (NoticeKind::SilenceBroken, Some(11)));
}

#[test]
fn at_first_sight_nothing_is_told_but_what_ends_now() {
    let mut parcel = parcel("RB123456785CN", Some(READY), 1);
    let urgent = stuck(Situation::StuckInTransit, Severity::Urgent);
    assert_eq!(look(&Told::default(), &parcel, Some(&urgent)).0, []);
    parcel.summary.storage = Some((Storage { until: day(1), then: Afterwards::SentBack }, "inpost".into()));
    parcel.own_protection = Some(Deadline::told(day(3)));
    let (kinds, told) = look(&Told::default(), &parcel, None);
    assert_eq!(kinds, [NoticeKind::StorageEnding, NoticeKind::DisputeDay]);
    assert_eq!(look(&told, &parcel, None).0, []);
    parcel.summary.storage = Some((Storage { until: day(0), then: Afterwards::SentBack }, "inpost".into()));
    assert_eq!(look(&told, &parcel, None).0, [NoticeKind::StorageEnding], "another end is another warning");
}

#[test]
fn a_silence_that_was_there_when_it_was_first_heard_of_is_no_news() {
    let (parcel, timeline) = with(State::UNDERWAY, &[event(24 * 12, "Departed")]);
    let told = look(&Told::default(), &parcel, None).1;
    let heard = Told { first_notice: Some(1), ..after_change(&told, &parcel, &timeline, now()).1 };
    let silence = stuck(Situation::StuckInTransit, Severity::Act);
    assert_eq!(look(&heard, &parcel, Some(&silence)).0, []);
}

#[test]
fn the_end_of_a_protection_is_told_when_it_comes_near_and_again_on_the_dispute_day() {
    let mut parcel = parcel("RB123456785CN", Some(State::UNDERWAY), 1);
    let told = look(&Told::default(), &parcel, None).1;
    parcel.own_protection = Some(Deadline::told(day(5)));
    let (kinds, told) = look(&told, &parcel, None);
    assert_eq!(kinds, [NoticeKind::ProtectionEnding]);
    parcel.own_protection = Some(Deadline::told(day(5)));
    let nearer = protection(&parcel, day(2), 2);
    let input = DueInput { parcel: &parcel, advice: None, protection: nearer, today: day(2), now: now() };
    assert_eq!(after_time(&told, &input).0[0].0, NoticeKind::DisputeDay);
}

fn utc(_: DateTime<Utc>) -> FixedOffset {
    Utc.fix()
}

fn at(time: &str) -> DateTime<Utc> {
    format!("2026-11-28T{time}Z").parse().unwrap()
}

fn waiting(id: i64, time: &str, kind: NoticeKind, treatment: Treatment) -> Waiting {
    Waiting { id, at: at(time), kind, treatment }
}

#[test]
fn by_night_only_what_is_urgent_goes_out_and_the_rest_in_one_digest_in_the_morning() {
    let rules = NoticeRules::default();
    let queue = QueueState::default();
    let all = [
        waiting(1, "02:00:00", NoticeKind::Event, Treatment::Tell),
        waiting(2, "02:00:00", NoticeKind::DisputeDay, Treatment::Urgent),
        waiting(3, "02:00:00", NoticeKind::Status, Treatment::Mute),
        waiting(4, "02:00:00", NoticeKind::Ready, Treatment::Tell),
    ];
    let night = release(&all, queue, &rules, at("02:00:05"), utc);
    assert_eq!(night, Release { send: vec![2], mute: vec![3], wake_at: Some(at("08:00:00")) });
    let rest = [all[0], all[3]];
    assert_eq!(release(&rest, queue, &rules, at("08:00:00"), utc).send, [1, 4]);
    let refused = QueueState { not_before: Some(at("10:46:40")), ..queue };
    assert_eq!(release(&rest, refused, &rules, at("08:00:00"), utc).wake_at, refused.not_before);
}

#[test]
fn what_belongs_together_is_gathered_and_a_cooldown_is_kept() {
    let rules = NoticeRules { cooldown: TimeDelta::minutes(30), ..NoticeRules::default() };
    let one = [waiting(1, "12:00:00", NoticeKind::Event, Treatment::Tell)];
    let queue = QueueState::default();
    assert_eq!(release(&one, queue, &rules, at("12:00:01"), utc).wake_at, Some(at("12:00:02")));
    assert_eq!(release(&one, queue, &rules, at("12:00:02"), utc).send, [1]);
    let sent = QueueState { last_sent_at: Some(at("11:45:00")), ..queue };
    assert_eq!(release(&one, sent, &rules, at("12:00:02"), utc).wake_at, Some(at("12:15:00")));
    let frozen = QueueState { is_frozen: true, ..queue };
    assert_eq!(release(&one, frozen, &rules, at("12:00:00"), utc).send, [1]);
}

#[test]
fn what_is_known_first_is_one_message_when_it_is_complete() {
    let all: Vec<Waiting> = (0..200)
        .map(|id| Waiting { at: at("12:00:00"), ..waiting(id, "12:00:00", NoticeKind::First, Treatment::Tell) })
        .collect();
    let rules = NoticeRules::default();
    let busy = QueueState { is_busy: true, ..QueueState::default() };
    assert_eq!(release(&all, busy, &rules, at("12:05:00"), utc), Release::default());
    assert_eq!(release(&all, QueueState::default(), &rules, at("12:00:03"), utc).wake_at, Some(at("12:00:05")));
    assert_eq!(release(&all, QueueState::default(), &rules, at("12:00:05"), utc).send.len(), 200);
}

#[test]
fn what_waits_for_the_summary_goes_out_at_its_hour() {
    let rules = NoticeRules { summary_at: chrono::NaiveTime::from_hms_opt(18, 30, 0), ..NoticeRules::default() };
    let one = [waiting(1, "12:00:00", NoticeKind::Event, Treatment::Summary)];
    let early = release(&one, QueueState::default(), &rules, at("12:10:00"), utc);
    assert_eq!((early.send.len(), early.wake_at), (0, Some(at("18:30:00"))));
    assert_eq!(release(&one, QueueState::default(), &rules, at("18:30:00"), utc).send, [1]);
}

#[test]
fn the_first_rule_that_fits_decides() {
    let mut parcel = parcel("RB123456785CN", None, 1);
    parcel.tags = vec![CleanText::line("gift")];
    let notice = |kind| Notice { id: 1, at: now(), kind, parcel: None, source: None, facts: NoticeFacts::default() };
    let any = NoticeRule { kinds: vec![], tags: vec![], parcels: vec![], channels: vec![], treatment: Treatment::Mute };
    let rules = NoticeRules {
        rules: vec![
            NoticeRule { tags: vec![CleanText::line("gift")], treatment: Treatment::Urgent, ..any.clone() },
            NoticeRule { kinds: vec![NoticeKind::Event], channels: vec!["phone".to_owned()], ..any },
        ],
        ..NoticeRules::default()
    };
    let of = |kind, parcel, channel| rules.treatment(&Subject { notice: &notice(kind), parcel, channel });
    assert_eq!(of(NoticeKind::Event, Some(&parcel), "phone"), Treatment::Urgent);
    assert_eq!(of(NoticeKind::Event, None, "phone"), Treatment::Mute);
    assert_eq!(of(NoticeKind::Event, None, "desk"), Treatment::Tell);
    assert_eq!(of(NoticeKind::StorageEnding, None, "phone"), Treatment::Urgent);
}
