//! The filter.

use posylka::app::{Code, Mode};

use super::world::Screen;

#[test]
fn the_list_follows_every_letter_and_esc_brings_everything_back() {
    let mut screen = Screen::new();
    screen.press("/lamp");
    assert!(screen.shows("Nothing matches \"lamp\"."), "{}", screen.text());
    assert!(screen.shows("Esc clears the filter."));
    screen.code(Code::Esc);
    assert_eq!(screen.names().len(), 10);
    screen.press("/cab");
    assert_eq!(screen.names(), ["Cable"]);
    screen.code(Code::Enter);
    assert!(matches!(screen.app.mode, Mode::Browse));
    assert!(screen.shows("filter: cab"));
    screen.code(Code::Esc);
    assert_eq!(screen.names().len(), 10);
}

#[test]
fn ё_and_е_case_and_layout_of_the_letters_do_not_matter() {
    for text in ["черный", "ЧЁРНЫЙ", "чёрный чех", "чехол черн"] {
        let mut screen = Screen::new();
        screen.press("/");
        screen.press(text);
        assert_eq!(screen.names(), ["Чёрный чехол"], "{text}");
    }
}

#[test]
fn numbers_shops_and_places_are_found() {
    for (text, name) in [
        ("620966542870", "USB hub"),
        ("aliexpr", "USB hub"),
        ("potsdam", "Kettle"),
        ("东莞", "手机壳和LED灯带超长标题测试商品"),
    ] {
        let mut screen = Screen::new();
        screen.press("/");
        screen.press(text);
        assert_eq!(screen.names(), [name], "{text}");
    }
}

#[test]
fn letters_that_are_commands_elsewhere_are_letters_here() {
    let mut screen = Screen::new();
    let effects = screen.press("/qdxф?");
    assert!(effects.is_empty());
    assert_eq!(screen.app.list.filter.text(), "qdxф?");
}

#[test]
fn the_archive_is_a_key_away() {
    let mut screen = Screen::new();
    screen.press("A");
    assert_eq!(screen.names(), ["Old socks"]);
    assert!(screen.shows("Archived"));
    screen.code(Code::Esc);
    assert_eq!(screen.names().len(), 10);
}
