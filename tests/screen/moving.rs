//! Moving about: cursor, panes, scrolling, sorting.

use chrono::TimeDelta;
use posylka::app::{Code, Effect, Focus, Input, Key, Task, TerminalRequest};
use posylka::domain::ParcelId;
use posylka::texts::Language;

use super::world::{Making, Screen, settings};

#[test]
fn what_needs_the_reader_comes_first() {
    let screen = Screen::new();
    let names = screen.names();
    assert_eq!(
        names,
        [
            "USB hub",
            "Phone case",
            "Лампа настольная, с очень длинным названием",
            "Kettle",
            "Чёрный чехол",
            "手机壳和LED灯带超长标题测试商品",
            "Наушники",
            "LP00000000000008",
            "Cable",
            "Wrong size shoes"
        ]
    );
    assert!(screen.shows("3 on the way") || screen.shows("on the way"), "{}", screen.text());
    assert!(screen.shows("2 stuck"));
}

#[test]
fn the_detail_follows_only_when_the_cursor_rests() {
    let mut screen = Screen::new();
    assert!(screen.press("jj").is_empty());
    assert!(screen.text().contains("── USB hub ─"), "the old detail stays and says whose it is");
    assert!(screen.wait(119).is_empty());
    assert_eq!(screen.wait(1), [Effect::Task(Task::LoadDetail(ParcelId(3)))]);
    assert!(screen.shows("── Лампа"), "{}", screen.text());
    assert!(screen.wait(500).is_empty());
}

#[test]
fn moving_changes_two_rows_and_nothing_else() {
    let mut screen = Screen::new();
    let before = screen.buffer().clone();
    screen.press("j");
    let changed: Vec<(u16, u16)> = before.diff(screen.buffer()).iter().map(|(x, y, _)| (*x, *y)).collect();
    let rows: std::collections::BTreeSet<u16> = changed.iter().map(|(_, y)| *y).collect();
    assert_eq!(rows.len(), 3, "two rows, and the place in the header: {changed:?}");
    assert!(changed.len() <= 3 + "USB hub".len() + "Phone case".len(), "{changed:?}");
}

#[test]
fn a_late_dossier_of_another_parcel_is_dropped() {
    let mut screen = Screen::new();
    screen.press("j");
    screen.wait(200);
    let late = super::world::parcels().remove(0).1;
    screen.send(Input::Detail(Box::new(late)));
    assert!(screen.shows("── Phone case"));
}

#[test]
fn keys_move_and_stop_at_the_ends() {
    let mut screen = Screen::new();
    screen.press("k");
    assert_eq!(screen.selected(), "USB hub");
    screen.press("G");
    assert_eq!(screen.selected(), "Wrong size shoes");
    screen.press("jjjjgj");
    assert_eq!(screen.selected(), "Phone case");
    screen.code(Code::End);
    screen.code(Code::Up);
    assert_eq!(screen.selected(), "Cable");
    screen.code(Code::Home);
    screen.code(Code::PageDown);
    assert_ne!(screen.selected(), "USB hub");
    screen.code(Code::PageUp);
    assert_eq!(screen.selected(), "USB hub");
    screen.key(Key::ctrl('d'));
    assert_ne!(screen.selected(), "USB hub");
    screen.key(Key::ctrl('u'));
    assert_eq!(screen.selected(), "USB hub");
}

#[test]
fn the_russian_layout_moves_too() {
    let mut screen = Screen::new();
    screen.press("оо");
    assert_eq!(screen.selected(), "Лампа настольная, с очень длинным названием");
    screen.press("л");
    assert_eq!(screen.selected(), "Phone case");
    assert_eq!(screen.press("й"), [Effect::Terminal(TerminalRequest::Quit)]);
}

#[test]
fn the_cursor_holds_on_to_its_parcel() {
    let mut screen = Screen::new();
    screen.press("jjj");
    assert_eq!(screen.selected(), "Kettle");
    let mut fewer = super::world::parcels();
    fewer.remove(0);
    screen.fill(fewer);
    assert_eq!(screen.selected(), "Kettle");
    screen.press("s");
    assert_eq!(screen.selected(), "Kettle");
    assert!(screen.shows("by title"));
    let gone: Vec<_> = super::world::parcels().into_iter().filter(|(p, _)| p.name() != "Kettle").collect();
    screen.fill(gone);
    assert_ne!(screen.selected(), "Kettle");
    assert_ne!(screen.selected(), "");
}

#[test]
fn sorting_goes_round() {
    let mut screen = Screen::new();
    let urgent = screen.names();
    for order in [
        "by title",
        "by status",
        "longest without news",
        "by expected day",
        "by protection",
        "newest news first",
        "newest first",
    ] {
        screen.press("s");
        assert!(screen.shows(order), "{order}");
    }
    screen.press("s");
    assert!(!screen.shows("newest first"), "the usual order needs no name");
    assert_eq!(screen.names(), urgent);
}

#[test]
fn the_detail_scrolls_and_stops_at_its_end() {
    let mut screen = Screen::new();
    screen.code(Code::Enter);
    assert_eq!(screen.app.focus, Focus::Detail);
    screen.press("G");
    let end = screen.text();
    assert!(end.contains("Order created"), "{end}");
    screen.press("jjjj");
    assert_eq!(screen.text(), end);
    screen.press("k");
    assert_ne!(screen.text(), end, "one step up is seen at once");
    screen.press("g");
    screen.code(Code::Tab);
    assert_eq!(screen.app.focus, Focus::List);
    screen.press("l");
    screen.code(Code::Esc);
    assert_eq!(screen.app.focus, Focus::List);
}

#[test]
fn opening_does_not_wait_for_the_cursor_to_rest() {
    let mut screen = Screen::new();
    screen.press("j");
    assert_eq!(screen.code(Code::Enter), [Effect::Task(Task::LoadDetail(ParcelId(2)))]);
}

#[test]
fn a_long_list_scrolls_by_half_its_height() {
    let mut screen = Screen::empty((80, 24), Language::En, settings());
    let parcels = (0..100).map(|i| Making::new(i, &format!("Parcel {i}"), &format!("LP{i:014}")).done());
    screen.fill(parcels.collect());
    let mut jumps = 0;
    for _ in 0..40 {
        let before = screen.app.list.window.top;
        screen.press("j");
        let window = screen.app.list.window;
        jumps += usize::from(window.top != before);
        let row = screen.app.list.position().unwrap();
        assert!((window.top..window.top + window.height).contains(&row));
    }
    assert!((5..=12).contains(&jumps), "{jumps}");
}

#[test]
fn nothing_wakes_an_idle_screen_before_something_visible_changes() {
    let mut screen = Screen::new();
    screen.wait(1000);
    let wake = screen.app.next_change(screen.now).unwrap();
    assert!(wake > screen.now + TimeDelta::seconds(30), "{wake}");
    let before = screen.text();
    screen.now = wake - TimeDelta::seconds(1);
    screen.draw();
    assert_eq!(screen.text(), before);
    let mut empty = Screen::empty((80, 24), Language::En, settings());
    empty.fill(Vec::new());
    assert_eq!(empty.app.next_change(empty.now), None);
}
