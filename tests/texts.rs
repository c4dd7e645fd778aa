//! Both languages say everything, with the same arguments.

#![cfg(test)]

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use posylka::texts::{Language, Texts};

type Messages = BTreeMap<String, BTreeSet<String>>;

/// Every message of a file with the names of its arguments; a message that is there twice fails.
fn messages(language: Language) -> Messages {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("i18n").join(language.code()).join("posylka.ftl");
    let mut messages = Messages::new();
    let mut current = None;
    for line in std::fs::read_to_string(path).unwrap().lines() {
        let id = line.split_once(" =").map(|(id, _)| id).filter(|id| is_id(id));
        if let Some(id) = id {
            assert!(messages.insert(id.to_owned(), BTreeSet::new()).is_none(), "{id} is there twice");
            current = Some(id.to_owned());
        }
        if let Some(arguments) = current.as_ref().and_then(|id| messages.get_mut(id)) {
            arguments.extend(arguments_of(line));
        }
    }
    messages
}

fn is_id(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_lowercase())
        && text.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-')
}

fn arguments_of(line: &str) -> impl Iterator<Item = String> {
    line.split('$').skip(1).map(|rest| rest.chars().take_while(|c| c.is_ascii_lowercase() || *c == '_').collect())
}

#[test]
fn russian_says_what_english_says_with_the_same_arguments() {
    let (english, russian) = (messages(Language::En), messages(Language::Ru));
    assert!(english.len() > 200);
    assert_eq!(english, russian);
}

#[test]
fn every_message_is_understood_in_both_languages() {
    for language in [Language::En, Language::Ru] {
        let texts = Texts::new(language);
        let lost: Vec<String> = messages(language).into_keys().filter(|id| !texts.loader().has(id)).collect();
        assert!(lost.is_empty(), "{language:?} does not parse: {lost:?}");
    }
}

#[test]
fn the_language_that_is_loaded_is_the_one_that_was_asked_for() {
    assert_eq!(posylka::t!(Texts::new(Language::Ru), "status-delivered"), "доставлена");
    assert_eq!(posylka::t!(Texts::new(Language::En), "status-delivered"), "delivered");
}
