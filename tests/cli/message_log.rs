//! Messages that are kept in the parcel's log.

use insta::assert_snapshot;

use crate::message::{NUMBER, parcel_at_customs};
use crate::test_home::Output;

#[test]
fn a_kept_letter_is_in_show_and_in_json() {
    let (home, _carrier) = parcel_at_customs();
    let ask = ["message", NUMBER, "--to", "seller", "--about", "stuck", "--lang", "en", "--log"];
    let text = home.stdout(&ask);
    let again = home.run(&ask);
    assert_eq!((again.status, again.stdout.as_str()), (0, text.as_str()));
    assert_snapshot!(again.stderr, @"The same message is in the log already.");
    let kept = &home.json(&["show", NUMBER, "--json"])["messages"];
    assert_eq!(kept.as_array().unwrap().len(), 1);
    assert_eq!(kept[0]["text"], text.trim_end());
    let words = (&kept[0]["to"], &kept[0]["situation"], &kept[0]["lang"], &kept[0]["how"], &kept[0]["at"]);
    let at = "2026-11-20T12:00:00Z";
    assert_eq!(words, (&"seller".into(), &"stuck".into(), &"en".into(), &"printed".into(), &at.into()));
    assert_snapshot!(home.run(&["show", NUMBER]), @"
    stdout:
    LP00620966542870
    Id               1
    Numbers          LP00620966542870
    Status           at customs — Arrived at customs (cainiao)
    Route            CN → RU
    No news for      14 d, stuck
    Normal up to     10 days
    Protection ends  2026-12-30, a dispute by 2026-12-28
    Shop             AliExpress
    Orders           8190
    Checked          2026-11-20 12:00
    Next check       2026-11-20 21:15

    14 days without news at customs (normal: up to 10 days).
    → Write to Russian Post: no news for too long [posylka message LP00620966542870]
    → Write to the seller: no news for too long [posylka message LP00620966542870]
    → Open a dispute by 2026-12-28 (evidence): protection ends [posylka evidence LP00620966542870 -o FILE.zip]
    → Ask more sources (17TRACK, Track24, Ship24): off, or without a key [posylka sources]
    → Look it up on 17TRACK, Track24, Russian Post: others may know more
        17TRACK  https://t.17track.net/en#nums=LP00620966542870
        Track24  https://track24.ru/?code=LP00620966542870
        Russian Post  https://www.pochta.ru/tracking?barcode=LP00620966542870

    cainiao  LP00620966542870  2026-11-20 12:00  answered

    2026-11-06 10:31  Arrived at customs          Внуково  cainiao
    2026-11-04 13:23  Arrived at linehaul office  Внуково  cainiao

    2026-11-20 12:00, to the seller, in English: no news for long (printed)
      Hello,
      
      I am writing about my order 8190 (tracking number LP00620966542870). There has been no news in the tracking for 14 days. The latest tracking entry (6 November 2026, Внуково) reads: “Arrived at customs”.
      
      Could you please ask the carrier where the parcel is, and let me know what they say?
      
      The buyer protection ends on 30 December 2026. Please answer before then, so that I do not have to open a dispute.
      
      Thank you for your help!
    status: 0
    ");
}

#[test]
fn what_was_really_sent_is_kept_bounded_and_clean() {
    let (home, _carrier) = parcel_at_customs();
    let ask = ["message", NUMBER, "--about", "stuck", "--to", "seller", "--sent"];
    let done = home.run_with_input(&ask, "Where is it?\u{1b}]0;evil\u{7}\r\n\r\nBest\u{202e} wishes\n");
    assert_eq!(done, Output { status: 0, stdout: String::new(), stderr: String::new() });
    let kept = &home.json(&["show", NUMBER, "--json"])["messages"][0];
    assert_eq!((&kept["how"], &kept["text"]), (&"noted".into(), &"Where is it?]0;evil\n\nBest wishes".into()));
    assert_snapshot!(home.run_with_input(&ask, "word ".repeat(20_000)), @"
    stderr:
    posylka: the text on standard input is longer than 20000 characters; nothing was kept.
    hint: Keep it in parts.
    status: 1
    ");
    assert_eq!(home.run_with_input(&ask, "word ".repeat(4_000)).status, 0);
    let kept = home.json(&["show", NUMBER, "--json"])["messages"][0]["text"].to_string();
    assert!((19_000..21_000).contains(&kept.chars().count()), "a paragraph is as long as it is: {}", kept.len());
    assert_snapshot!(home.run_with_input(&ask, " \n"), @"
    stderr:
    posylka: there is no text on standard input.
    hint: For example: posylka message 1 --sent < letter.txt
    status: 2
    ");
    assert_eq!(home.json(&["show", NUMBER, "--json"])["messages"].as_array().unwrap().len(), 2);
}
