//! Orders that have no number yet, and how long a parcel is protected.

use chrono::{DateTime, FixedOffset, TimeDelta, Utc};
use posylka::app::{Code, Effect, Input, Key, Task};
use posylka::domain::advice::Stage;
use posylka::domain::{CleanText, Deadline, Order, Parcel};
use posylka::texts::Language;

use super::world::{Making, Screen, now, settings};

fn order() -> Order {
    Order { ordered_on: "2026-11-09".parse().ok(), ..Order::from(CleanText::line("8150000000000002")) }
}

/// A screen with that one parcel.
fn screen(size: (u16, u16), language: Language, change: impl FnOnce(&mut Parcel)) -> Screen {
    let mut screen = Screen::empty(size, language, settings());
    screen.fill(vec![Making::new(1, "Teapot", "LP00620966542870").with(change).done()]);
    screen
}

fn unnumbered(parcel: &mut Parcel) {
    parcel.numbers.clear();
    parcel.orders = vec![order()];
}

#[test]
fn an_order_without_a_number_is_shown_as_what_it_is() {
    let english = screen((80, 24), Language::En, unnumbered);
    for says in
        ["shop sent no number", "14 d", "14 days without a tracking number", "Write to the seller", "ordered 9 Nov"]
    {
        assert!(english.shows(says), "{says}\n{}", english.text());
    }
    let russian = screen((80, 24), Language::Ru, unnumbered);
    for says in ["магазин не дал номер", "14 дней нет трек-номера от магазина", "заказано 9 ноя"]
    {
        assert!(russian.shows(says), "{says}\n{}", russian.text());
    }
    let narrow = screen((60, 15), Language::En, unnumbered);
    assert!(narrow.row("▲ Teapot").contains("14 d"), "where there is little room, too\n{}", narrow.text());
}

#[test]
fn an_order_without_a_number_turns_stale_by_days_of_its_own_before_the_readers_eyes() {
    let mut settings = settings();
    settings.rules.thresholds = settings.rules.thresholds.with(Stage::NoNumber, 14);
    settings.utc_offset = FixedOffset::east_opt(3 * 3600).unwrap();
    let mut screen = Screen::empty((80, 24), Language::En, settings);
    // So many others that it is out of view, and their ages change at other minutes.
    let added = now() - TimeDelta::minutes(30);
    let other = |i| Making::new(i, &format!("Lamp {i}"), &format!("LP{i:014}")).with(|p| p.added_at = added).done();
    let teapot = Making::new(1, "Teapot", "LP00620966542870").with(unnumbered).done();
    screen.fill((2..60).map(other).chain([teapot]).collect());
    let row = |screen: &Screen, title: &str| screen.app.list.rows().position(|p| p.name() == title).unwrap();
    assert_eq!(screen.app.list.counts().stuck, 0);
    let turns: DateTime<Utc> = "2026-11-24T00:00:00Z".parse().unwrap();
    screen.now = turns - TimeDelta::milliseconds(1);
    screen.send(Input::Tick);
    assert_eq!((screen.app.list.counts().stuck, screen.app.next_change(screen.now)), (0, Some(turns)));
    screen.wait(1);
    assert_eq!((screen.app.list.counts().stuck, row(&screen, "Teapot")), (1, 0), "{}", screen.text());
    screen.press("g");
    assert!(screen.row("▲ Teapot").contains("shop sent no number"), "{}", screen.text());
    screen.press("e");
    for _ in 0..8 {
        screen.code(Code::Tab);
    }
    assert!(screen.shows("empty: 14 by the"), "{}", screen.text());
}

#[test]
fn keys_that_need_a_number_say_that_there_is_none() {
    let mut screen = screen((80, 24), Language::En, unnumbered);
    for key in ["b", "r", "y"] {
        assert!(screen.press(key).is_empty(), "{key}");
        assert!(screen.shows("No tracking number yet: e enters it"), "{key}\n{}", screen.text());
    }
    screen.press("e");
    screen.key(Key::plain(Code::Tab));
    screen.press("LP00620966542870");
    let effects = screen.key(Key::plain(Code::Enter));
    let [Effect::Task(Task::Edit(_, edit))] = &effects[..] else { panic!("{effects:?}") };
    assert_eq!(edit.add_numbers[0].as_str(), "LP00620966542870");
}

#[test]
fn what_a_preset_has_counted_is_marked_in_the_list_and_in_words() {
    let guarded = |parcel: &mut Parcel| {
        let end = Deadline { until: "2027-01-19".parse().unwrap(), preset: Some(CleanText::line("temu")) };
        parcel.orders = vec![Order { protection: Some(end), ..order() }];
    };
    let screen = screen((80, 24), Language::En, guarded);
    assert!(screen.row("Teapot  ").contains("~17 Jan"), "{}", screen.text());
    assert!(screen.reads("Worked out from the preset temu; the shop has not said so."), "{}", screen.text());
}
