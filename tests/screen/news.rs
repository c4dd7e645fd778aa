//! News: marked until it was looked at, gone to, and told as the result of a check.

use posylka::app::{Effect, Input, Progress, Task};
use posylka::domain::{Change, Outcome, Parcel, ParcelId, Seen, State, Status, SubStatus};
use posylka::texts::Language;

use super::world::{Screen, now, number, parcels, settings};

const LEFT: State = State::new(Status::InTransit, SubStatus::Departure);

/// Every parcel was seen as it is, but for two, which were seen when they had left their country.
fn with_news() -> Screen {
    let mut all = parcels();
    for (parcel, _) in &mut all {
        let state = parcel.summary.state;
        parcel.seen = parcel.summary.changed_at.map(|at| Seen { at, state });
        if [1, 5].contains(&parcel.id.0) {
            parcel.seen = parcel.seen.map(|seen| Seen { at: seen.at - chrono::TimeDelta::days(1), state: Some(LEFT) });
        }
    }
    let mut screen = Screen::full((80, 24), Language::En, settings());
    screen.fill(all);
    screen
}

#[test]
fn news_is_counted_marked_and_said_until_it_was_looked_at() {
    let mut screen = with_news();
    assert!(screen.shows("• 2 new  1/10"), "{}", screen.text());
    assert!(screen.row("USB hub   ").contains('•') && !screen.row("Kettle").contains('•'), "{}", screen.text());
    assert!(screen.reads("News: at customs; before: left origin."), "{}", screen.text());
    let left = screen.press("n");
    assert_eq!(screen.selected(), "Чёрный чехол");
    let changed = screen.app.list.get(ParcelId(1)).unwrap().summary.changed_at.unwrap();
    let customs = State::new(Status::InTransit, SubStatus::CustomsProcessing);
    let seen = Seen { at: changed, state: Some(customs) };
    assert_eq!(left, [Effect::Task(Task::MarkSeen(ParcelId(1), seen))]);
    let hub = Parcel { seen: Some(seen), ..screen.app.list.get(ParcelId(1)).unwrap().clone() };
    screen.send(Input::Updated(vec![(ParcelId(1), Some(hub))]));
    assert!(screen.shows("• 1 new"), "{}", screen.text());
    assert_eq!(screen.press("N"), [Effect::Task(Task::MarkAllSeen)]);
}

#[test]
fn where_there_is_no_news_the_keys_say_so() {
    let mut screen = with_news();
    let mut all = parcels();
    for (parcel, _) in &mut all {
        parcel.seen = parcel.summary.changed_at.map(|at| Seen { at, state: None });
    }
    screen.fill(all);
    for key in ["n", "N"] {
        assert!(screen.press(key).is_empty());
        assert!(screen.shows("No news since you last looked"), "{key}\n{}", screen.text());
    }
}

fn answered(outcome: Outcome) -> Input {
    let (source, number) = ("cainiao".into(), number("LP00620966542870"));
    Input::Progress(Progress::Answered { source, number, outcome, detail: None, done: 1, total: 1 })
}

/// Orders a check of the first parcel, lets it be answered so, and its news be read.
fn check(screen: &mut Screen, outcome: Outcome, has_news: bool) {
    assert!(matches!(&screen.press("r")[..], [Effect::Task(Task::Check(_))]));
    let numbers = vec![number("LP00620966542870")];
    screen.send(Input::Progress(Progress::Asking { source: "cainiao".into(), numbers }));
    assert!(screen.row("USB hub   ").contains(" asking "), "{}", screen.text());
    screen.send(answered(outcome));
    assert!(!screen.row("USB hub   ").contains(" asking "), "{}", screen.text());
    let ended = screen.send(Input::Progress(Progress::Idle { next_check_at: None }));
    assert_eq!(ended, [Effect::Task(Task::LoadParcels(Vec::new()))]);
    let mut hub = screen.app.list.get(ParcelId(1)).unwrap().clone();
    if has_news {
        hub.summary.changed_at = Some(now());
    }
    screen.send(Input::Updated(vec![(ParcelId(1), Some(hub))]));
    screen.send(Input::Updated(Vec::new()));
}

#[test]
fn a_check_that_was_ordered_ends_with_a_result() {
    for (outcome, has_news, says) in [
        (Outcome::Answered, false, "Checked: nothing new"),
        (Outcome::Answered, true, "Checked: 1 with news"),
        (Outcome::Blocked, false, "Could not check: Cainiao wants a captcha"),
    ] {
        let mut screen = with_news();
        check(&mut screen, outcome, has_news);
        assert!(screen.shows(says), "{says}\n{}", screen.text());
    }
    let mut screen = with_news();
    screen.send(answered(Outcome::Answered));
    screen.send(Input::Progress(Progress::Idle { next_check_at: None }));
    screen.send(Input::Updated(Vec::new()));
    assert!(!screen.shows("Checked:"), "nobody ordered it\n{}", screen.text());
}

#[test]
fn one_key_says_that_it_has_come_and_the_days_after_it_count() {
    let mut screen = with_news();
    let effects = screen.press("p");
    let [Effect::Task(Task::Edit(ParcelId(1), edit))] = &effects[..] else { panic!("{effects:?}") };
    assert_eq!(edit.order.received_on, Change::Set("2026-11-23".parse().unwrap()));
    assert_eq!(edit.order.code.as_deref(), Some("8190000000000001"));
    let mut hub = screen.app.list.get(ParcelId(1)).unwrap().clone();
    hub.orders[0].received_on = "2026-11-23".parse().ok();
    screen.send(Input::Updated(vec![(ParcelId(1), Some(hub))]));
    screen.send(Input::Done { id: ParcelId(1), action: posylka::app::UserAction::Edit });
    assert!(screen.shows("Received: USB hub; a dispute can be opened until 8 Dec"), "{}", screen.text());
    assert!(screen.row("USB hub   ").contains("~8 Dec"), "{}", screen.text());
    screen.press("gG");
    while screen.selected() != "USB hub" {
        screen.press("k");
    }
    assert!(screen.press("p").is_empty() && screen.shows("Already received or closed"), "{}", screen.text());
}
