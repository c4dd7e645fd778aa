//! Letters without a screen.

use crate::carrier::Carrier;
use crate::house::{House, ended};

const NUMBER: &str = "LP00620966542870";

/// A house with a parcel at customs for two weeks.
fn home() -> (House, Carrier) {
    let (house, carrier) = (House::new(), Carrier::at_customs());
    carrier.serve(&house);
    house.out(&["add", NUMBER, "--order", "8190", "--shop", "AliExpress", "--protected-until", "2026-12-30"]);
    house.out(&["sync"]);
    (house, carrier)
}

#[test]
fn what_is_called_for_is_drafted_with_what_is_known() {
    let (house, _carrier) = home();
    let letter = house.json(&["message", NUMBER, "--json"]);
    assert_eq!((&letter["to"], &letter["situation"]), (&"carrier".into(), &"at_customs".into()));
    let text = house.out(&["message", NUMBER, "--to", "seller", "--about", "stuck", "--lang", "en"]);
    for fact in [NUMBER, "order 8190", "for 14 days", "6 November 2026", "Arrived at customs", "30 December 2026"] {
        assert!(text.contains(fact), "{fact}\n{text}");
    }
    assert!(text.starts_with("Hello,\n\n") && text.ends_with("!\n"), "{text:?}");
    let text = house.out(&["message", NUMBER, "--to", "seller"]);
    assert!(text.starts_with("您好！"), "a seller on AliExpress reads Chinese\n{text}");
    assert_eq!(house.json(&["show", NUMBER, "--json"])["messages"].as_array().unwrap().len(), 0, "nothing was kept");
}

#[test]
fn the_readers_language_stands_below_it_where_that_is_wanted() {
    let (house, _carrier) = home();
    let ask = ["message", NUMBER, "--to", "seller", "--about", "extend", "--lang", "zh", "--beside"];
    let both = house.out(&ask);
    let (letter, beside) = both.split_once("\n---\n\n").unwrap();
    assert!(letter.contains("买家保护期") && beside.contains("extend the buyer protection"), "{both}");
    let mut command = house.command(&ask);
    let russian = ended(command.env("POSYLKA_LANG", "ru")).out;
    assert!(russian.contains("Продлите, пожалуйста, защиту"), "{russian}");
    let same = house.out(&["message", NUMBER, "--to", "seller", "--lang", "en", "--beside"]);
    assert!(!same.contains("---"), "it is in the reader's language already\n{same}");
    let json = house.json(&["--lang", "ru", "message", NUMBER, "--json"]);
    assert_eq!((&json["lang"], &json["beside"]["lang"]), (&"ru".into(), &"en".into()), "wherever the flag stands");
}

#[test]
fn a_kept_letter_is_in_show_and_in_json() {
    let (house, _carrier) = home();
    let ask = ["message", NUMBER, "--to", "seller", "--about", "stuck", "--lang", "en", "--log"];
    let text = house.out(&ask);
    let again = house.run(&ask);
    assert!(again.code == 0 && again.talk.contains("in the log already"), "{again:?}");
    let kept = &house.json(&["show", NUMBER, "--json"])["messages"];
    assert_eq!(kept.as_array().unwrap().len(), 1);
    assert_eq!(kept[0]["text"], text.trim_end());
    let words = (&kept[0]["to"], &kept[0]["situation"], &kept[0]["lang"], &kept[0]["how"], &kept[0]["at"]);
    let at = "2026-11-20T12:00:00Z";
    assert_eq!(words, (&"seller".into(), &"stuck".into(), &"en".into(), &"printed".into(), &at.into()));
    let shown = house.out(&["show", NUMBER]);
    assert!(shown.contains("to the seller, in English: no news for long (printed)"), "{shown}");
    assert!(shown.contains("\n  Hello,\n"), "{shown}");
}

#[test]
fn what_was_really_sent_is_kept_bounded_and_clean() {
    let (house, _carrier) = home();
    let ask = ["message", NUMBER, "--about", "stuck", "--to", "seller", "--sent"];
    let mut command = house.command(&ask);
    let done = ended(command.write_stdin("Where is it?\u{1b}]0;evil\u{7}\r\n\r\nBest\u{202e} wishes\n"));
    assert!(done.code == 0 && done.out.is_empty(), "{done:?}");
    let kept = &house.json(&["show", NUMBER, "--json"])["messages"][0];
    assert_eq!((&kept["how"], &kept["text"]), (&"noted".into(), &"Where is it?]0;evil\n\nBest wishes".into()));
    let mut command = house.command(&ask);
    let endless = ended(command.write_stdin("word ".repeat(20_000)));
    assert!(
        endless.code == 1 && endless.talk.contains("longer than 20000 characters"),
        "half is no evidence: {endless:?}"
    );
    let long = ended(house.command(&ask).write_stdin("word ".repeat(4_000)));
    assert_eq!(long.code, 0, "{long:?}");
    let kept = house.json(&["show", NUMBER, "--json"])["messages"][0]["text"].to_string();
    assert!((19_000..21_000).contains(&kept.chars().count()), "a paragraph is as long as it is: {}", kept.len());
    let empty = ended(house.command(&ask).write_stdin(" \n"));
    assert!(empty.code == 2 && empty.talk.contains("no text"), "{empty:?}");
    assert_eq!(house.json(&["show", NUMBER, "--json"])["messages"].as_array().unwrap().len(), 2);
}

#[test]
fn wrong_usage_lists_the_situations_and_changes_nothing() {
    let (house, _carrier) = home();
    let about = house.run(&["message", NUMBER, "--about", "lost", "--log"]);
    assert!(about.code == 2 && about.out.is_empty(), "{about:?}");
    for word in posylka::domain::message::Situation::ALL.map(posylka::domain::message::Situation::as_str) {
        assert!(about.talk.contains(word), "{word}: {}", about.talk);
    }
    let near = house.run(&["message", NUMBER, "--about", "not-recieved"]);
    assert!(near.code == 2 && near.talk.contains("not_received"), "{near:?}");
    let to = house.run(&["message", NUMBER, "--to", "customs"]);
    assert!(to.code == 2 && to.talk.contains("seller, carrier"), "{to:?}");
    let numbered = house.run(&["message", NUMBER, "--about", "no_number", "--log"]);
    assert!(numbered.code == 2 && numbered.out.is_empty() && numbered.talk.contains("wrong_number"), "{numbered:?}");
    let nobody = house.run(&["message", NUMBER, "--to", "carrier", "--about", "extend"]);
    assert!(nobody.code == 2 && nobody.talk.contains("stuck") && !nobody.talk.contains("no_number"), "{nobody:?}");
    assert_eq!(house.run(&["message", "RB123456785CN"]).code, 1);
    assert_eq!(house.run(&["message", NUMBER, "--lang", "de"]).code, 2);
    assert_eq!(house.run(&["list", "--lang", "zh"]).code, 2, "the program itself speaks no Chinese");
    assert!(house.json(&["show", NUMBER, "--json"])["messages"].as_array().unwrap().is_empty());
}

#[test]
fn a_spelling_of_ones_own_is_understood() {
    let (house, _carrier) = home();
    let letter = house.json(&["message", "1", "--about", "Not-Received", "--to", " Seller ", "--json"]);
    assert_eq!((&letter["situation"], &letter["to"]), (&"not_received".into(), &"seller".into()));
}
