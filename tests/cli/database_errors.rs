//! Errors of the database as the commands tell them.

use std::fmt::Write;
use std::fs;

use posylka::cli::CliError;
use posylka::texts::{Language, Texts};

use crate::store_errors::every_store_error;
use crate::test_home::TestHome;

#[test]
fn every_error_of_the_database_has_a_sentence_and_a_hint_in_both_languages() {
    let mut told = String::new();
    for language in [Language::En, Language::Ru] {
        let texts = Texts::new(language);
        for (name, error) in every_store_error() {
            let message = CliError::from(error).message(&texts);
            let hint = message.hint.unwrap_or_default();
            write!(told, "{} {name}, {:?}\n    {}\n    {hint}\n", language.code(), message.kind, message.what).unwrap();
        }
    }
    insta::assert_snapshot!(told);
}

/// What a command says when the database is as `spoil` has left it, in both languages.
fn told(spoil: impl Fn(&TestHome)) -> String {
    let mut told = String::new();
    for language in ["en", "ru"] {
        let home = TestHome::new();
        home.prepare(&["add", "RA123456785RU"]);
        spoil(&home);
        let output = home.output_of(home.command(&["list"]).env("POSYLKA_LANG", language));
        assert_eq!((output.status, output.stdout.as_str()), (1, ""), "{output}");
        told += &output.stderr;
    }
    told
}

fn execute(home: &TestHome, sql: &str) {
    rusqlite::Connection::open(home.database()).unwrap().execute_batch(sql).unwrap();
}

#[test]
fn a_newer_database() {
    let told = told(|home| execute(home, "PRAGMA user_version = 99"));
    let known = told.split("this one knows ").nth(1).and_then(|rest| rest.split(')').next()).unwrap().to_owned();
    assert!(known.parse::<u32>().is_ok(), "{told}");
    insta::assert_snapshot!(told.replace(&known, "KNOWN"), @r"
    posylka: the database was written by a newer posylka (version 99, this one knows KNOWN); it was left untouched.
    hint: Update posylka, or choose another directory with --data-dir.
    posylka: базу записала более новая posylka (версия 99, эта знает KNOWN); база не тронута.
    подсказка: Обновите posylka или выберите другой каталог через --data-dir.
    ");
}

#[test]
fn a_file_that_is_no_database() {
    insta::assert_snapshot!(told(|home| fs::write(home.database(), "a shopping list").unwrap()), @r"
    posylka: the database file is not a posylka database; it was left untouched.
    hint: Move the file away, or choose another directory with --data-dir.
    posylka: файл базы — не база posylka; он не тронут.
    подсказка: Уберите этот файл или выберите другой каталог через --data-dir.
    ");
}

#[test]
fn a_damaged_database() {
    let spoil = |home: &TestHome| {
        let mut bytes = fs::read(home.database()).unwrap();
        bytes[100..4096].fill(0xa5);
        fs::write(home.database(), &bytes).unwrap();
    };
    insta::assert_snapshot!(told(spoil), @r"
    posylka: the database file is damaged.
    hint: Save what is left: `posylka salvage`; or put back a copy: `posylka restore`.
    posylka: файл базы повреждён.
    подсказка: Спасите уцелевшее: `posylka salvage`; или верните копию: `posylka restore`.
    ");
}

#[test]
fn a_data_directory_that_is_a_file() {
    let spoil = |home: &TestHome| {
        fs::remove_dir_all(home.data_dir()).unwrap();
        fs::write(home.data_dir(), "").unwrap();
    };
    insta::assert_snapshot!(told(spoil), @r"
    posylka: the data directory cannot be used: [home]/data/posylka: File exists (os error 17)
    hint: Check the path, or choose another directory with --data-dir.
    posylka: каталог данных не годится: [home]/data/posylka: File exists (os error 17)
    подсказка: Проверьте путь или выберите другой каталог через --data-dir.
    ");
}

#[test]
fn a_table_that_is_gone() {
    insta::assert_snapshot!(told(|home| execute(home, "DROP TABLE tag")), @r"
    posylka: the database refused a request: no such table: tag
    hint: Please report this; `posylka doctor` looks at the database closely.
    posylka: база отвергла запрос: no such table: tag
    подсказка: Пожалуйста, сообщите об этом; `posylka doctor` подробно осмотрит базу.
    ");
}
