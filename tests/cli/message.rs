//! Letters without a screen.

use crate::carrier::Carrier;
use crate::test_home::TestHome;

const NUMBER: &str = "LP00620966542870";

/// A home with a parcel at customs for two weeks.
fn parcel_at_customs() -> (TestHome, Carrier) {
    let (home, carrier) = (TestHome::new(), Carrier::at_customs());
    carrier.serve(&home);
    home.prepare(&["add", NUMBER, "--order", "8190", "--shop", "AliExpress", "--protected-until", "2026-12-30"]);
    home.prepare(&["sync"]);
    (home, carrier)
}

#[test]
fn what_is_called_for_is_drafted_with_what_is_known() {
    let (home, _carrier) = parcel_at_customs();
    let letter = home.json(&["message", NUMBER, "--json"]);
    assert_eq!((&letter["to"], &letter["situation"]), (&"carrier".into(), &"at_customs".into()));
    let text = home.stdout(&["message", NUMBER, "--to", "seller", "--about", "stuck", "--lang", "en"]);
    for fact in [NUMBER, "order 8190", "for 14 days", "6 November 2026", "Arrived at customs", "30 December 2026"] {
        assert!(text.contains(fact), "{fact}\n{text}");
    }
    assert!(text.starts_with("Hello,\n\n") && text.ends_with("!\n"), "{text:?}");
    let text = home.stdout(&["message", NUMBER, "--to", "seller"]);
    assert!(text.starts_with("您好！"), "a seller on AliExpress reads Chinese\n{text}");
    assert_eq!(home.json(&["show", NUMBER, "--json"])["messages"].as_array().unwrap().len(), 0, "nothing was kept");
}

#[test]
fn the_readers_language_stands_below_it_where_that_is_wanted() {
    let (home, _carrier) = parcel_at_customs();
    let ask = ["message", NUMBER, "--to", "seller", "--about", "extend", "--lang", "zh", "--beside"];
    let both = home.stdout(&ask);
    let (letter, beside) = both.split_once("\n---\n\n").unwrap();
    assert!(letter.contains("买家保护期") && beside.contains("extend the buyer protection"), "{both}");
    let mut command = home.command(&ask);
    let russian = home.output_of(command.env("POSYLKA_LANG", "ru")).stdout;
    assert!(russian.contains("Продлите, пожалуйста, защиту"), "{russian}");
    let same = home.stdout(&["message", NUMBER, "--to", "seller", "--lang", "en", "--beside"]);
    assert!(!same.contains("---"), "it is in the reader's language already\n{same}");
    let json = home.json(&["--lang", "ru", "message", NUMBER, "--json"]);
    assert_eq!((&json["lang"], &json["beside"]["lang"]), (&"ru".into(), &"en".into()), "wherever the flag stands");
}

#[test]
fn a_kept_letter_is_in_show_and_in_json() {
    let (home, _carrier) = parcel_at_customs();
    let ask = ["message", NUMBER, "--to", "seller", "--about", "stuck", "--lang", "en", "--log"];
    let text = home.stdout(&ask);
    let again = home.run(&ask);
    assert!(again.status == 0 && again.stderr.contains("in the log already"), "{again:?}");
    let kept = &home.json(&["show", NUMBER, "--json"])["messages"];
    assert_eq!(kept.as_array().unwrap().len(), 1);
    assert_eq!(kept[0]["text"], text.trim_end());
    let words = (&kept[0]["to"], &kept[0]["situation"], &kept[0]["lang"], &kept[0]["how"], &kept[0]["at"]);
    let at = "2026-11-20T12:00:00Z";
    assert_eq!(words, (&"seller".into(), &"stuck".into(), &"en".into(), &"printed".into(), &at.into()));
    let shown = home.stdout(&["show", NUMBER]);
    assert!(shown.contains("to the seller, in English: no news for long (printed)"), "{shown}");
    assert!(shown.contains("\n  Hello,\n"), "{shown}");
}

#[test]
fn what_was_really_sent_is_kept_bounded_and_clean() {
    let (home, _carrier) = parcel_at_customs();
    let ask = ["message", NUMBER, "--about", "stuck", "--to", "seller", "--sent"];
    let mut command = home.command(&ask);
    let done = home.output_of(command.write_stdin("Where is it?\u{1b}]0;evil\u{7}\r\n\r\nBest\u{202e} wishes\n"));
    assert!(done.status == 0 && done.stdout.is_empty(), "{done:?}");
    let kept = &home.json(&["show", NUMBER, "--json"])["messages"][0];
    assert_eq!((&kept["how"], &kept["text"]), (&"noted".into(), &"Where is it?]0;evil\n\nBest wishes".into()));
    let mut command = home.command(&ask);
    let endless = home.output_of(command.write_stdin("word ".repeat(20_000)));
    assert!(
        endless.status == 1 && endless.stderr.contains("longer than 20000 characters"),
        "half is no evidence: {endless:?}"
    );
    let long = home.output_of(home.command(&ask).write_stdin("word ".repeat(4_000)));
    assert_eq!(long.status, 0, "{long:?}");
    let kept = home.json(&["show", NUMBER, "--json"])["messages"][0]["text"].to_string();
    assert!((19_000..21_000).contains(&kept.chars().count()), "a paragraph is as long as it is: {}", kept.len());
    let empty = home.output_of(home.command(&ask).write_stdin(" \n"));
    assert!(empty.status == 2 && empty.stderr.contains("no text"), "{empty:?}");
    assert_eq!(home.json(&["show", NUMBER, "--json"])["messages"].as_array().unwrap().len(), 2);
}

#[test]
fn wrong_usage_lists_the_situations_and_changes_nothing() {
    let (home, _carrier) = parcel_at_customs();
    let about = home.run(&["message", NUMBER, "--about", "lost", "--log"]);
    assert!(about.status == 2 && about.stdout.is_empty(), "{about:?}");
    for word in posylka::domain::message::Situation::ALL.map(posylka::domain::message::Situation::as_str) {
        assert!(about.stderr.contains(word), "{word}: {}", about.stderr);
    }
    let near = home.run(&["message", NUMBER, "--about", "not-recieved"]);
    assert!(near.status == 2 && near.stderr.contains("not_received"), "{near:?}");
    let to = home.run(&["message", NUMBER, "--to", "customs"]);
    assert!(to.status == 2 && to.stderr.contains("seller, carrier"), "{to:?}");
    let numbered = home.run(&["message", NUMBER, "--about", "no_number", "--log"]);
    assert!(
        numbered.status == 2 && numbered.stdout.is_empty() && numbered.stderr.contains("wrong_number"),
        "{numbered:?}"
    );
    let nobody = home.run(&["message", NUMBER, "--to", "carrier", "--about", "extend"]);
    assert!(
        nobody.status == 2 && nobody.stderr.contains("stuck") && !nobody.stderr.contains("no_number"),
        "{nobody:?}"
    );
    assert_eq!(home.run(&["message", "RB123456785CN"]).status, 1);
    assert_eq!(home.run(&["message", NUMBER, "--lang", "de"]).status, 2);
    assert_eq!(home.run(&["list", "--lang", "zh"]).status, 2, "the program itself speaks no Chinese");
    assert!(home.json(&["show", NUMBER, "--json"])["messages"].as_array().unwrap().is_empty());
}

#[test]
fn a_spelling_of_ones_own_is_understood() {
    let (home, _carrier) = parcel_at_customs();
    let letter = home.json(&["message", "1", "--about", "Not-Received", "--to", " Seller ", "--json"]);
    assert_eq!((&letter["situation"], &letter["to"]), (&"not_received".into(), &"seller".into()));
}
