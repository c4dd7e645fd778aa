//! Errors as the screen shows them: the sentence and the hint, in the reader's language.

use posylka::app::{Input, Progress};
use posylka::error_messages::Failure;
use posylka::store::StoreError;
use posylka::texts::{Language, Texts};

use super::store_errors::every_store_error;
use super::world::{Screen, settings};

/// The last rows of the screen as one line.
fn bottom(screen: &Screen, rows: usize) -> String {
    let text = screen.text();
    let all: Vec<&str> = text.lines().map(str::trim).collect();
    all[all.len() - rows - 1..all.len() - 1].join(" ")
}

/// What a failure looks like in a window of 80 columns: the sentence, then the hint, and nothing beside them.
#[track_caller]
fn assert_told(screen: &Screen, failure: &Failure, language: Language) {
    let message = failure.message(&Texts::new(language));
    let told = format!("{} {}", message.what, message.hint.unwrap());
    let rows = (1..=5).find(|rows| bottom(screen, *rows) == told);
    assert!(rows.is_some_and(|rows| rows > 1), "{language:?}: {told}\n{}", screen.text());
}

#[test]
fn every_error_of_the_database_is_told_with_its_hint_in_both_languages() {
    for language in [Language::En, Language::Ru] {
        for (_, error) in every_store_error() {
            let failure = Failure::from(error.clone());
            let mut screen = Screen::full((80, 24), language, settings());
            screen.send(Input::Failed(failure.clone()));
            assert_told(&screen, &failure, language);
            let mut screen = Screen::full((80, 24), language, settings());
            screen.send(Input::Progress(Progress::Broken { error }));
            assert_told(&screen, &failure, language);
        }
    }
}

#[test]
fn the_dialog_that_wanted_it_tells_it() {
    for (language, what, hint) in [
        (
            Language::En,
            "the database file is damaged.",
            "Save what is left: `posylka salvage`; or put back a copy: `posylka restore`.",
        ),
        (
            Language::Ru,
            "файл базы повреждён.",
            "Спасите уцелевшее: `posylka salvage`; или верните копию: `posylka restore`.",
        ),
    ] {
        let mut screen = Screen::full((80, 24), language, settings());
        screen.press("m");
        screen.send(Input::Failed(StoreError::Corrupt.into()));
        let text = screen.text();
        let at = text.lines().position(|line| line.contains(what)).unwrap_or_else(|| panic!("{text}"));
        assert!(text.lines().nth(at + 1).unwrap().contains(hint), "{text}");
    }
}

#[test]
fn the_bottom_line_goes_on_telling_that_nothing_is_kept() {
    let mut screen = Screen::full((80, 24), Language::Ru, settings());
    let broken = || Input::Progress(Progress::Broken { error: StoreError::DiskFull });
    screen.send(broken());
    assert!(screen.shows("Освободите место и повторите."), "{}", screen.text());
    screen.wait(5_000);
    assert!(!screen.shows("Освободите место"), "{}", screen.text());
    assert!(screen.shows("не сохраняется: диск заполнен"), "{}", screen.text());
    screen.send(broken());
    assert!(!screen.shows("Освободите место"), "the same error again is no news:\n{}", screen.text());
}
