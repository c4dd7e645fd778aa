//! Letters: every situation, addressee and language, with all facts and with none; and `docs/messages.md`.

#![cfg(test)]

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::path::{Path, PathBuf};

use posylka::domain::message::{Language, MessageChoice, MessageFacts, Scan, Situation};
use posylka::domain::{CleanText, State, Status, SubStatus};
use posylka::texts::{self, Texts};
use posylka::wording;
use posylka::wording::message::letter;

const ORDER: &str = "8190000000000001";
const NUMBER: &str = "LP00620966542870";

fn path(file: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(file)
}

fn day(text: &str) -> Option<chrono::NaiveDate> {
    text.parse().ok()
}

/// Everything that can be known.
fn everything() -> MessageFacts {
    MessageFacts {
        numbers: vec![CleanText::line(NUMBER), CleanText::line("RA123456785RU")],
        orders: vec![CleanText::line(ORDER)],
        ordered_on: day("2026-10-25"),
        shipped_on: day("2026-10-27"),
        state: Some(State::new(Status::InTransit, SubStatus::CustomsProcessing)),
        silent_days: Some(14),
        last_scan: Some(Scan {
            on: day("2026-11-09"),
            place: CleanText::some_line("Внуково"),
            text: CleanText::line("Held by customs"),
        }),
        delivered_on: day("2026-11-10"),
        kept_until: day("2026-11-25"),
        protected_until: day("2026-11-26"),
        expected_late: day("2026-12-09"),
    }
}

fn choices() -> impl Iterator<Item = MessageChoice> {
    let to = |situation: Situation| situation.addressees().iter().map(move |to| (situation, *to));
    let every = Situation::ALL.into_iter().flat_map(to);
    every.flat_map(|(situation, to)| Language::ALL.map(|language| MessageChoice { situation, to, language }))
}

fn all_letters(facts: &MessageFacts) -> String {
    let mut said = String::new();
    for choice in choices() {
        let MessageChoice { situation, to, language } = choice;
        let title = format!("{} {} {}", situation.as_str(), to.as_str(), language.as_str());
        writeln!(said, "# {title}\n{}\n", letter(choice, facts)).unwrap();
    }
    said
}

#[test]
fn the_letters_with_all_facts() {
    insta::assert_snapshot!("letters", all_letters(&everything()));
}

#[test]
fn the_letters_with_nothing_known() {
    insta::assert_snapshot!("letters_bare", all_letters(&MessageFacts::default()));
}

/// Each fact taken away from the whole by itself, each left alone, all, and none.
fn partial() -> Vec<MessageFacts> {
    let all = everything();
    let none = MessageFacts::default();
    let takes: [fn(&mut MessageFacts, &MessageFacts); 11] = [
        |to, from| to.numbers = from.numbers.clone(),
        |to, from| to.orders = from.orders.clone(),
        |to, from| to.ordered_on = from.ordered_on,
        |to, from| to.shipped_on = from.shipped_on,
        |to, from| to.state = from.state,
        |to, from| to.silent_days = from.silent_days,
        |to, from| to.last_scan = from.last_scan.clone(),
        |to, from| to.delivered_on = from.delivered_on,
        |to, from| to.kept_until = from.kept_until,
        |to, from| to.protected_until = from.protected_until,
        |to, from| to.expected_late = from.expected_late,
    ];
    let mixed = |to: &MessageFacts, from: &MessageFacts, take: fn(&mut MessageFacts, &MessageFacts)| {
        let mut mixed = to.clone();
        take(&mut mixed, from);
        mixed
    };
    let alone = takes.iter().map(|take| mixed(&none, &all, *take));
    let without = takes.iter().map(|take| mixed(&all, &none, *take));
    alone.chain(without).chain([all.clone(), none.clone()]).collect()
}

#[test]
fn every_letter_is_whole_whatever_is_known() {
    for facts in partial() {
        for choice in choices() {
            let text = letter(choice, &facts);
            let broken = ["{", "}", "$", "none", "()", "（）", "  ", " .", "..", "，。", "No localization"];
            let found: Vec<_> = broken.iter().filter(|bad| text.contains(**bad)).collect();
            assert!(found.is_empty(), "{choice:?} {found:?}\n{text}");
            assert!(!text.chars().any(|c| c.is_control() && c != '\n'), "{choice:?}");
            let ends = ['.', '!', '?', ',', '。', '！', '？', ':'];
            let closing = ["Kind regards", "С уважением", "Dear Sir or Madam,"];
            let whole = |line: &str| line.is_empty() || line.ends_with(ends) || closing.contains(&line);
            assert!(text.lines().all(whole), "{choice:?}\n{text}");
            assert!(text.lines().count() >= 5, "{choice:?}\n{text}");
        }
    }
}

#[test]
fn what_is_known_is_named_and_what_is_not_is_not() {
    use posylka::domain::message::Addressee::{Carrier, Seller};
    for language in Language::ALL {
        let said =
            |situation, to, facts: &MessageFacts| letter(MessageChoice { situation, to, language }, facts).to_string();
        let stuck = said(Situation::Stuck, Seller, &everything());
        for fact in [NUMBER, "RA123456785RU", ORDER, "14", "Held by customs", "Внуково", "2026", "26"] {
            assert!(stuck.contains(fact), "{language:?} {fact}\n{stuck}");
        }
        let carrier = said(Situation::Stuck, Carrier, &everything());
        assert!(carrier.contains(NUMBER) && !carrier.contains(ORDER), "a carrier knows no orders\n{carrier}");
        let bare = said(Situation::Stuck, Seller, &MessageFacts::default());
        assert!(!bare.contains(|c: char| c.is_ascii_digit()), "{bare}");
    }
}

#[test]
fn the_tracking_is_called_to_witness_only_where_it_says_so() {
    let says = |situation: Situation, state| {
        let facts = MessageFacts { state: Some(state), ..MessageFacts::default() };
        letter(MessageChoice { situation, to: situation.addressees()[0], language: Language::English }, &facts)
    };
    let customs = State::new(Status::InTransit, SubStatus::CustomsProcessing);
    let back = State::new(Status::Exception, SubStatus::Returning);
    assert!(says(Situation::AtCustoms, customs).contains("According to the tracking, the parcel is at customs."));
    assert!(says(Situation::AtCustoms, back).contains("The parcel is at customs."));
    assert!(says(Situation::GoingBack, back).contains("According to the tracking, the parcel is on its way back"));
    assert!(says(Situation::NotReceived, back).contains("is said to have been delivered"));
    let unasked = |situation: Situation| {
        letter(
            MessageChoice { situation, to: situation.addressees()[0], language: Language::English },
            &MessageFacts::default(),
        )
    };
    for situation in [Situation::NotShipped, Situation::Stuck, Situation::Extend] {
        assert!(!unasked(situation).contains("tracking"), "{}", unasked(situation));
    }
}

#[test]
fn days_are_counted_in_every_language_as_it_counts() {
    let said = |language, days| {
        let situation = Situation::Stuck;
        let seen = |state| MessageFacts { silent_days: Some(days), state, ..MessageFacts::default() };
        let letter =
            |facts| letter(MessageChoice { situation, to: situation.addressees()[0], language }, &facts).to_string();
        [letter(seen(Some(State::UNDERWAY))), letter(seen(None))]
    };
    for (days, russian) in
        [(2, "2 дня"), (5, "5 дней"), (11, "11 дней"), (21, "21 день"), (22, "22 дня"), (111, "111 дней")]
    {
        assert!(said(Language::Russian, days).iter().all(|text| text.contains(russian)), "{days}");
        assert!(said(Language::English, days).iter().all(|text| text.contains(&format!("{days} days"))), "{days}");
        assert!(said(Language::Chinese, days).iter().all(|text| text.contains(&format!("{days} 天"))), "{days}");
    }
}

/// Every message of a file with the names of its arguments.
fn messages(language: Language) -> BTreeMap<String, BTreeSet<String>> {
    let file = path("i18n").join(language.as_str()).join("message.ftl");
    let mut messages: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let mut current = String::new();
    for line in std::fs::read_to_string(file).unwrap().lines().filter(|line| !line.starts_with('#')) {
        if let Some((id, _)) = line.split_once(" =").filter(|(id, _)| !id.contains([' ', '[', '*', '{'])) {
            assert!(messages.insert(id.to_owned(), BTreeSet::new()).is_none(), "{id} is there twice");
            id.clone_into(&mut current);
        }
        let names = line.split('$').skip(1).map(|rest| rest.chars().take_while(char::is_ascii_lowercase).collect());
        messages.entry(current.clone()).or_default().extend(names);
    }
    messages.remove("");
    messages
}

#[test]
fn all_three_languages_say_the_same_with_the_same_facts() {
    let english = messages(Language::English);
    for language in Language::ALL {
        assert_eq!(messages(language), english, "{language:?}");
        let letters = texts::MessageTexts::new(language.as_str());
        let lost: Vec<&String> = english.keys().filter(|id| !letters.has(id)).collect();
        assert!(lost.is_empty(), "{language:?} does not parse: {lost:?}");
        for MessageChoice { situation, to, .. } in choices() {
            let word = situation.as_str().replace('_', "-");
            for id in [format!("{word}-says"), format!("{word}-{}", to.as_str())] {
                assert!(letters.has(&id), "{language:?} has no {id}");
            }
        }
    }
}

#[test]
fn every_situation_has_its_words_in_both_languages() {
    for texts in [texts::Language::En, texts::Language::Ru].map(Texts::new) {
        for situation in Situation::ALL {
            let said = wording::message::situation(&texts, situation);
            assert!(!said.is_empty() && !said.contains("No localization"), "{situation:?}: {said}");
        }
    }
}

#[test]
fn the_document_lists_the_situations_of_the_program() {
    const BEGIN: &str = "<!-- situations: generated -->\n";
    const END: &str = "<!-- end of situations -->";
    let text = std::fs::read_to_string(path("docs/messages.md")).unwrap();
    let (before, rest) = text.split_once(BEGIN).unwrap();
    let (written, after) = rest.split_once(END).unwrap();
    let table = wording::message_document(&Texts::new(texts::Language::En), &Texts::new(texts::Language::Ru));
    if std::env::var_os("POSYLKA_WRITE_DOCS").is_some() {
        std::fs::write(path("docs/messages.md"), format!("{before}{BEGIN}{table}{END}{after}")).unwrap();
        return;
    }
    assert_eq!(written, table, "run: POSYLKA_WRITE_DOCS=1 cargo test --test messages");
}
