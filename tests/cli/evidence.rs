//! `posylka evidence`: what is in the pack for a dispute.

use insta::assert_snapshot;

use crate::evidence_bench::{NUMBER, digits, files, in_order, json, packed, parcel_at_customs};
use crate::evidence_verify::forged;
use crate::test_home::TestHome;

#[test]
fn a_pack_holds_all_that_is_known() {
    let (home, _carrier) = parcel_at_customs();
    let (_, bytes) = packed(&home, &[]);
    let files = files(&bytes);
    let names: Vec<&str> = files.keys().map(String::as_str).collect();
    let wanted = ["answers/0001-cainiao.body", "answers/index.json", "events.csv", "events.json", "index.html"];
    assert_eq!(names, [&wanted[..], &["manifest.json"]].concat());

    let page = String::from_utf8(files["index.html"].clone()).unwrap();
    for said in ["Lamp &lt;b&gt;", NUMBER, "8190", "2026-11-30", "Arrived at customs", "Cainiao", "First seen"] {
        assert!(page.contains(said), "{said} is not in {page}");
    }
    assert!(page.contains("it lasts"), "two weeks without news are shown");
    assert_eq!(json(&files["events.json"]), home.json(&["show", NUMBER, "--json"])["events"]);
    let csv = String::from_utf8(files["events.csv"].clone()).unwrap();
    assert_eq!(csv.lines().count(), 3, "{csv}");
    assert!(csv.contains("2026-11-06T10:31:00,+03:00,2026-11-06T07:31:00.000Z,second"), "{csv}");

    let body = &files["answers/0001-cainiao.body"];
    assert_eq!(String::from_utf8_lossy(body), home.stdout(&["sources", "--last-answer", "cainiao"]));
    let answer = &json(&files["answers/index.json"])[0];
    assert_eq!(answer["body_sha256"], digits(body));
    assert_eq!((&answer["http_status"], &answer["masked"]), (&200.into(), &false.into()));
    assert_eq!(answer["previous_chain"], "0".repeat(64));

    let manifest = json(&files["manifest.json"]);
    for file in manifest["files"].as_array().unwrap() {
        assert_eq!(file["sha256"], digits(&files[file["path"].as_str().unwrap()]), "{file}");
    }
    assert_eq!(manifest["files"].as_array().unwrap().len(), files.len() - 1);
    assert_eq!(manifest["chain"]["last"], answer["chain"]);
}

#[test]
fn what_was_written_is_in_the_pack_and_under_its_seal() {
    let (home, _carrier) = parcel_at_customs();
    let ask = ["message", NUMBER, "--to", "seller", "--about", "stuck"];
    let letter = home.stdout(&[&ask[..], &["--lang", "zh", "--log"]].concat());
    let sent = "Order 8190, parcel LP00620966542870 <b>, call me: +7 916 123-45-67 or me@example.org";
    assert_eq!(home.run_with_input(&[&ask[..], &["--sent"]].concat(), sent).status, 0);
    let (_, bytes) = packed(&home, &[]);
    let found = files(&bytes);
    let messages = json(&found["messages.json"]);
    let (first, second) = (&messages[1], &messages[0]);
    assert_eq!((&first["text"], &first["lang"]), (&letter.trim_end().into(), &"zh".into()));
    assert_eq!(second["text"], "Order 8190, parcel LP00620966542870 <b>, call me: *** or ***");
    assert!(second["at"] == "2026-11-20T12:00:00Z" && second["how"] == "noted", "{second}");
    let page = String::from_utf8(found["index.html"].clone()).unwrap();
    for said in
        ["Messages sent", "2026-11-20 12:00, to the seller, in Chinese: no news for long", "您好！", "&lt;b&gt;"]
    {
        assert!(page.contains(said), "{said} is not in {page}");
    }
    assert!(page.find("您好").unwrap() < page.find("call me").unwrap(), "in the order in which they were written");
    assert!(!page.contains("me@example.org"));
    let listed = &json(&found["manifest.json"])["files"];
    assert!(listed.as_array().unwrap().iter().any(|file| file["path"] == "messages.json"), "{listed}");
    let (_, full) = packed(&home, &["--full"]);
    assert_eq!(json(&files(&full)["messages.json"])[0]["text"], sent);
    let verified = posylka::evidence::verify(&bytes).unwrap();
    assert_eq!(verified.files, 7);
    let mut changed = in_order(&bytes);
    changed.iter_mut().filter(|(name, _)| name == "messages.json").for_each(|(_, body)| body.make_ascii_lowercase());
    let flaw = posylka::evidence::verify(&forged(&changed)).unwrap_err();
    assert_eq!(flaw, posylka::evidence::PackDefect::File("messages.json".to_owned()));
}

#[test]
fn the_same_case_gives_the_same_bytes_and_another_language_another_page() {
    let (home, _carrier) = parcel_at_customs();
    let (_, first) = packed(&home, &[]);
    let (_, second) = packed(&home, &[]);
    assert_eq!(first, second);
    let (_, russian) = packed(&home, &["--lang", "ru"]);
    assert!(String::from_utf8_lossy(&files(&russian)["index.html"]).contains("Доказательства: Lamp"));
}

#[test]
fn an_existing_file_is_left_alone() {
    let (home, _carrier) = parcel_at_customs();
    let path = home.path().join("pack.zip");
    std::fs::write(&path, "a diary").unwrap();
    assert_snapshot!(home.run(&["evidence", NUMBER, "-o", "pack.zip"]), @"
    stderr:
    posylka: pack.zip is there already; it was left untouched.
    hint: Choose another name, or replace it with --force.
    status: 1
    ");
    assert_eq!(std::fs::read_to_string(&path).unwrap(), "a diary");
    home.prepare(&["evidence", "1", "-o", "pack.zip", "--force"]);
    assert!(std::fs::read(&path).unwrap().starts_with(b"PK"));
    assert_snapshot!(home.run(&["evidence", "1", "-o", "no/such/folder/pack.zip"]), @"
    stderr:
    posylka: no/such/folder/pack.zip could not be written: No such file or directory (os error 2)
    hint: Choose a folder that you may write to.
    status: 1
    ");
    let left: Vec<_> = std::fs::read_dir(home.path()).unwrap().map(|e| e.unwrap().file_name()).collect();
    assert!(left.iter().all(|name| !name.to_string_lossy().ends_with(".part")), "{left:?}");
    assert_snapshot!(home.transcript(&[
        &["evidence", "404", "-o", "x.zip"],
        &["evidence", "1"],
        &["evidence"],
        &["evidence", "verify"],
        &["evidence", "verify", "none.zip"],
    ]), @r#"
    $ posylka evidence 404 -o x.zip
    stderr:
    posylka: there is no parcel "404".
    hint: `posylka list` shows the parcels, `posylka list --archived` those put away.
    status: 1

    $ posylka evidence 1
    stderr:
    error: the following required arguments were not provided:
      --output <FILE.zip>

    Usage: posylka evidence --output <FILE.zip> <NUMBER|ID>

    For more information, try '--help'.
    status: 2

    $ posylka evidence
    stderr:
    error: the following required arguments were not provided:
      --output <FILE.zip>
      <NUMBER|ID>

    Usage: posylka evidence --output <FILE.zip> <NUMBER|ID>

    For more information, try '--help'.
    status: 2

    $ posylka evidence verify
    stderr:
    error: the following required arguments were not provided:
      <FILE.zip>

    Usage: posylka evidence verify <FILE.zip>

    For more information, try '--help'.
    status: 2

    $ posylka evidence verify none.zip
    stderr:
    posylka: none.zip could not be read: No such file or directory (os error 2)
    status: 1
    "#);
}

#[test]
fn people_are_left_out_unless_they_are_wanted() {
    let home = TestHome::new();
    home.prepare(&["add", NUMBER]);
    let secrets = ["Ivan Petrov", "+7 900 123-45-67", "ivan@example.org", "Lenina 1"];
    let body = format!(
        r#"{{"module":[],"receiver":{{"name":"{}","x":"{}"}},"note":"call {}, {}","mailNo":"{NUMBER}"}}"#,
        secrets[0], secrets[3], secrets[1], secrets[2]
    );
    keep(&home, body.as_bytes());
    let (path, bytes) = packed(&home, &[]);
    let masked = files(&bytes);
    for (name, content) in &masked {
        let text = String::from_utf8_lossy(content);
        assert!(secrets.iter().all(|secret| !text.contains(secret)), "{name}: {text}");
    }
    let answer = &json(&masked["answers/index.json"])[0];
    assert_eq!((&answer["masked"], &answer["body_sha256"]), (&true.into(), &digits(body.as_bytes()).into()));
    assert!(String::from_utf8_lossy(&masked["answers/0001-cainiao.body"]).contains(NUMBER));
    home.prepare(&["evidence", "verify", path.to_str().unwrap()]);

    let (_, bytes) = packed(&home, &["--full"]);
    let full = files(&bytes);
    assert_eq!(full["answers/0001-cainiao.body"], body.as_bytes());
    assert_eq!(json(&full["answers/index.json"])[0]["masked"], false);
    home.prepare(&["evidence", "verify", path.to_str().unwrap()]);
}

/// Puts an answer about the parcel into the database, by the store's own code.
fn keep(home: &TestHome, body: &[u8]) {
    use posylka::domain::{CleanText, Event, Finding, Report, ReportedFacts, SourceId, State, TrackingNumber};
    use posylka::store::{Database, KeptExchange, RecordedReply, Recording, SourceState};
    let now = crate::test_home::NOW.parse().unwrap();
    let number = TrackingNumber::parse(NUMBER).unwrap();
    let event = Event::new(number.clone(), CleanText::line("Courier +7 900 123-45-67 is on the way"));
    let facts = ReportedFacts { state: Some(State::UNDERWAY), ..ReportedFacts::default() };
    let report = Report { finding: Finding::Known(Box::new(facts)), events: vec![event] };
    let recording = Recording {
        source: SourceId::new("cainiao"),
        asked_at: now,
        answered_at: now,
        exchanges: vec![KeptExchange { question: "GET /x".to_owned(), http_status: 200, body: body.to_vec() }],
        replies: vec![RecordedReply { number, result: Ok(report), next_check_at: now }],
        state: SourceState::new(SourceId::new("cainiao")),
        partial_history: false,
    };
    Database::open(&home.database(), now).unwrap().record(&recording).unwrap();
}

#[test]
fn a_database_that_was_changed_is_named_in_the_pack() {
    let (home, _carrier) = parcel_at_customs();
    let db = rusqlite::Connection::open(home.database()).unwrap();
    db.execute_batch("DROP TRIGGER answer_is_never_changed; UPDATE answer SET question = 'other'").unwrap();
    drop(db);
    let made = home.run(&["evidence", NUMBER, "-o", "pack.zip"]);
    let hash = digits(&files(&std::fs::read(home.path().join("pack.zip")).unwrap())["manifest.json"]);
    assert_snapshot!(made.to_string().replace(&hash, "[hash]"), @"
    stdout:
    [hash]
    stderr:
    Written: pack.zip, 1 answer. Note the SHA-256 of its manifest somewhere else:
    The chain of answers is broken at answer 1: from there on they are not what they were when they came.
    status: 3
    ");
    assert_snapshot!(home.output_of(home.command(&["evidence", "verify", "pack.zip"]).env("POSYLKA_LANG", "ru")), @"
    stderr:
    posylka: pack.zip изменён: answers/0001-cainiao.body — не тот ответ, что в цепочке хешей.
    подсказка: Возьмите файл таким, каким он был записан; новый сделает `posylka evidence НОМЕР`.
    status: 1
    ");
}
