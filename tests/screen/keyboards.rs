//! Keyboards: what the hints name, and what Cyrillic letters do.

use posylka::app::{Code, Key, Mode};
use posylka::texts::Language;

use super::world::{Screen, settings};

fn last_line(screen: &Screen) -> String {
    screen.text().lines().last().unwrap().trim().to_owned()
}

fn russian() -> Screen {
    Screen::full((80, 24), Language::Ru, settings())
}

#[test]
fn hints_name_the_key_that_is_pressed() {
    let mut screen = russian();
    assert!(last_line(&screen).starts_with("ф/a добавить"), "{}", screen.text());
    screen.press("о");
    assert!(last_line(&screen).starts_with("ф добавить"), "{}", screen.text());
    screen.press("j");
    assert!(last_line(&screen).starts_with("a добавить"), "{}", screen.text());
    let mut english = Screen::new();
    assert!(last_line(&english).starts_with("a add"), "{}", english.text());
    english.press("о");
    assert!(last_line(&english).starts_with("ф add"), "{}", english.text());
}

#[test]
fn an_empty_list_names_the_key_of_either_layout() {
    let mut screen = Screen::empty((80, 24), Language::Ru, settings());
    screen.fill(Vec::new());
    assert!(screen.shows("Нажмите ф/a и"), "{}", screen.text());
}

#[test]
fn the_full_stop_filters_and_the_comma_helps() {
    let mut screen = russian();
    screen.press(".");
    assert!(matches!(screen.app.mode, Mode::Filter(_)));
    screen.press("чех.");
    assert_eq!(screen.app.list.filter.text(), "чех.");
    screen.code(Code::Esc);
    screen.press(",");
    assert!(matches!(screen.app.mode, Mode::Help(_)));
}

#[test]
fn an_unknown_key_answers_in_one_line() {
    let mut screen = russian();
    screen.press("а");
    assert!(screen.shows("«а» здесь ничего не делает; добавить: ф"), "{}", screen.text());
    screen.press("е");
    assert!(screen.shows("«е» здесь ничего не делает; изменить: у"), "{}", screen.text());
    screen.press("ж");
    assert!(screen.shows("«ж» здесь ничего не делает; все клавиши: , ?"), "{}", screen.text());
    let mut english = Screen::new();
    english.press("w");
    assert!(english.shows("\"w\" does nothing here; ? shows all keys"), "{}", english.text());
}

#[test]
fn an_answer_means_what_its_letter_says() {
    let mut screen = russian();
    screen.press("в");
    assert!(matches!(screen.app.mode, Mode::Confirm(_)));
    assert!(screen.press("y").is_empty());
    assert!(matches!(screen.app.mode, Mode::Confirm(_)), "a Latin y is no answer in Russian: it is the key of «н»");
    assert!(screen.shows("«y» не ответ: д/Enter да, н/Esc нет"), "{}", screen.text());
    assert!(screen.press("н").is_empty());
    assert!(matches!(screen.app.mode, Mode::Browse));
    screen.press("в");
    assert_eq!(screen.press("Д").len(), 1);
    screen.press("в");
    assert!(screen.key(Key::plain(Code::Esc)).is_empty());
}
