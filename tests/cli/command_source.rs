//! A source of the user's own, from the configuration to the timeline.

use std::os::unix::fs::PermissionsExt;
use std::path::Path;

use insta::assert_snapshot;

use crate::test_home::TestHome;

const NUMBER: &str = "LC10000002";

/// A home with the example as a source.
fn home_with_courier(more: &str) -> TestHome {
    let home = TestHome::new();
    let example = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/examples/local-courier.sh");
    std::fs::copy(example, home.path().join("courier.sh")).unwrap();
    let program = home.path().join("courier.sh");
    home.configure(&format!(
        "[sources.cainiao]\nenabled = false\n\n[sources.local-courier]\ncommand = [\"{}\"]\n{more}",
        program.display()
    ));
    home
}

#[test]
fn a_parcel_is_pinned_to_it_and_followed() {
    let home = home_with_courier("name = \"Local Courier\"\ndaily_budget = 5\n");
    home.prepare(&["add", NUMBER, "--title", "Lamp", "--source", "local-courier"]);
    assert_snapshot!(home.run(&["sync"]), @"
    stdout:
    Lamp  delivered: 2026-11-19 12:10 Handed to the addressee
    stderr:
    1/1 local-courier LC10000002: answered
    1 check, 1 parcel changed, 0 failed.
    status: 0
    ");
    let parcel = home.json(&["show", NUMBER, "--json"]);
    assert_eq!(parcel["status"], "delivered");
    assert_eq!(parcel["status_source"], "local-courier");
    assert_eq!(parcel["carrier"], "Local Courier");
    assert_eq!(parcel["events"].as_array().unwrap().len(), 3);
    assert_eq!(parcel["events"][0]["sources"][0], "local-courier");
    let sources = home.json(&["sources", "--json"]);
    let own = sources.as_array().unwrap().last().unwrap();
    assert_eq!((own["id"].as_str(), own["name"].as_str()), (Some("local-courier"), Some("Local Courier")));
    assert_eq!((own["state"].as_str(), own["budget_left"].as_u64()), (Some("on"), Some(4)));
    assert!(own["base_url"].as_str().unwrap().ends_with("/courier.sh"), "{own}");
    assert_snapshot!(home.run(&["sources", "--last-answer", "local-courier"]), @r#"
    stdout:
    {"version":1,"reports":[{"number":"LC10000002","known":true,"status":"delivered","carrier":"Local Courier","events":[{"time":{"local":"2026-11-19T12:10:00","offset":"+03:00"},"place":"Example City","text":"Handed to the addressee","text_lang":"en","status":"delivered","sub_status":"other"},{"time":{"local":"2026-11-18T09:30:00","offset":"+03:00"},"place":"Example City","text":"Sorted","text_lang":"en","status":"in_transit","sub_status":"arrival"},{"time":{"local":"2026-11-17T18:05:00","offset":"+03:00"},"place":"Sampleton","text":"Taken from the sender","text_lang":"en","status":"in_transit","sub_status":"picked_up"}]}]}
    status: 0
    "#);
    let sources = home.stdout(&["sources"]);
    let row = sources.lines().last().unwrap().split("  ").map(str::trim).filter(|cell| !cell.is_empty());
    assert_eq!(row.collect::<Vec<_>>(), ["local-courier", "Local Courier", "on", "4/5", "2026-11-20 12:00"]);
}

#[test]
fn doctor_says_if_the_program_is_not_there() {
    let home = home_with_courier("");
    let about = || {
        let said = home.stdout(&["doctor"]);
        let lines: Vec<&str> = said.lines().skip_while(|line| !line.contains("local-courier")).collect();
        lines.join("\n")
    };
    assert_snapshot!(about(), @"
      ok local-courier: on
    Watching
      ok Nobody has looked yet: the screen, `posylka watch` and `posylka sync` do.
      ok terminal: nothing waits.

    Everything is in order.
    ");
    let program = home.path().join("courier.sh");
    std::fs::set_permissions(&program, std::fs::Permissions::from_mode(0o644)).unwrap();
    assert_snapshot!(about(), @r"
      !! local-courier: [home]/courier.sh is not there, or may not be run
          Correct `command` in [sources.local-courier], or run: chmod +x [home]/courier.sh
    Watching
      ok Nobody has looked yet: the screen, `posylka watch` and `posylka sync` do.
      ok terminal: nothing waits.

    It works, but see the lines marked with !!.
    ");
    home.prepare(&["add", NUMBER, "--source", "local-courier"]);
    assert_snapshot!(home.run(&["sync"]), @"
    stderr:
    1/1 local-courier LC10000002: no answer for now (the program cannot be started: Permission denied (os error 13))
    1 check, 0 parcels changed, 1 failed.
      local-courier LC10000002: no answer for now (the program cannot be started: Permission denied (os error 13))
    status: 3
    ");
}

#[test]
fn other_sources_keys_do_not_reach_it_and_its_complaints_reach_the_log() {
    let home = TestHome::new();
    let line = "env > seen; echo 'the depot is closed' >&2; exit 1";
    home.configure(&format!("[sources.mine]\ncommand = [\"sh\", \"-c\", \"{line}\"]\n"));
    home.prepare(&["add", NUMBER, "--source", "mine"]);
    let synced =
        home.output_of(home.command(&["sync"]).env("POSYLKA_17TRACK_KEY", "hunter2").env("PATH", "/usr/bin:/bin"));
    assert_eq!(synced.status, 3, "{synced:?}");
    let seen = std::fs::read_to_string(home.path().join("seen")).unwrap();
    assert!(seen.contains("HOME=") && !seen.contains("hunter2") && !seen.contains("POSYLKA_"), "{seen}");
    let log = std::fs::read_to_string(home.data_dir().join("posylka.log")).unwrap();
    assert!(log.contains("mine says: the depot is closed"), "{log}");
}

#[test]
fn a_relative_program_starts_at_the_configuration_and_the_language_is_told() {
    let home = TestHome::new();
    home.configure("[sources.mine]\ncommand = [\"./mine.sh\"]\n");
    let script = home.config_file().with_file_name("mine.sh");
    std::fs::write(&script, "#!/bin/sh\ncat > seen\necho '{\"version\":1,\"reports\":[]}'\n").unwrap();
    std::fs::set_permissions(&script, std::fs::Permissions::from_mode(0o755)).unwrap();
    home.prepare(&["add", NUMBER, "--source", "mine"]);
    assert_eq!(home.run(&["sync", "--lang", "ru"]).status, 3, "it knows nothing of the number");
    let seen = std::fs::read_to_string(home.path().join("seen")).unwrap();
    assert_eq!(seen, format!(r#"{{"version":1,"numbers":["{NUMBER}"],"language":"ru"}}"#));
}

#[test]
fn every_mistake_has_its_line_and_what_to_do() {
    let mine = |text: &str| format!("[sources.mine]\ncommand = [\"x\"]\n{text}");
    let said = |text: &String| {
        let home = TestHome::new();
        home.configure(text);
        format!("{text}\n{}\n", home.run(&["list"]))
    };
    let configurations = [
        "[sources.mine]\ncommand = \"x --y\"".to_owned(),
        "[sources.mine]\ncommand = []".to_owned(),
        "[sources.mine]\ncommand = [\"x\", 5]".to_owned(),
        "[sources.mine]\nname = \"Mine\"".to_owned(),
        "[sources.Mine]\ncommand = [\"x\"]".to_owned(),
        "[sources.cainiao]\ncommand = [\"x\"]".to_owned(),
        mine("formats = [\"cdek/cdek1\"]"),
        mine("formats = \"cdek/cdek10\""),
        mine("page = \"https://example.org/\""),
        mine("batch = 0"),
        mine("min_interval_minute = 5"),
        mine("key = \"k\""),
    ];
    assert_snapshot!(configurations.iter().map(said).collect::<Vec<_>>().join("\n"), @r#"
    [sources.mine]
    command = "x --y"
    stderr:
    posylka: [home]/config/posylka/config.toml, line 2: "sources.mine.command" has a wrong value.
    hint: `command` has to be a list: the program and its arguments, such as ["/usr/local/bin/my-courier", "--json"].
    status: 2

    [sources.mine]
    command = []
    stderr:
    posylka: [home]/config/posylka/config.toml, line 2: "sources.mine.command" has a wrong value.
    hint: `command` has to be a list: the program and its arguments, such as ["/usr/local/bin/my-courier", "--json"].
    status: 2

    [sources.mine]
    command = ["x", 5]
    stderr:
    posylka: [home]/config/posylka/config.toml, line 2: "sources.mine.command" has a wrong value.
    hint: `command` has to be a list: the program and its arguments, such as ["/usr/local/bin/my-courier", "--json"].
    status: 2

    [sources.mine]
    name = "Mine"
    stderr:
    posylka: [home]/config/posylka/config.toml, line 1: "sources.mine" is no source that is built in, and has no `command`.
    hint: `command` has to be a list: the program and its arguments, such as ["/usr/local/bin/my-courier", "--json"].
    status: 2

    [sources.Mine]
    command = ["x"]
    stderr:
    posylka: [home]/config/posylka/config.toml, line 1: "Mine" cannot be the name of a source of your own.
    hint: A name is made of lower-case letters, digits and dashes, such as "my-courier".
    status: 2

    [sources.cainiao]
    command = ["x"]
    stderr:
    posylka: [home]/config/posylka/config.toml, line 2: there is no key "sources.cainiao.command".
    hint: Did you mean sources.NAME.command?
    status: 2

    [sources.mine]
    command = ["x"]
    formats = ["cdek/cdek1"]
    stderr:
    posylka: [home]/config/posylka/config.toml, line 3: "sources.mine.formats" cannot be "cdek/cdek1".
    hint: Did you mean cdek/cdek10?
    status: 2

    [sources.mine]
    command = ["x"]
    formats = "cdek/cdek10"
    stderr:
    posylka: [home]/config/posylka/config.toml, line 3: "sources.mine.formats" cannot be "cdek/cdek10".
    hint: It has to be a list of formats, such as ["cdek/cdek10"]; `posylka identify --json` tells a number's.
    status: 2

    [sources.mine]
    command = ["x"]
    page = "https://example.org/"
    stderr:
    posylka: [home]/config/posylka/config.toml, line 3: "sources.mine.page" cannot be "https://example.org/".
    hint: It has to be an address with the number's place in it, such as "https://example.org/{number}".
    status: 2

    [sources.mine]
    command = ["x"]
    batch = 0
    stderr:
    posylka: [home]/config/posylka/config.toml, line 3: "sources.mine.batch" cannot be 0.
    hint: It has to be a whole number from 1 to 1000.
    status: 2

    [sources.mine]
    command = ["x"]
    min_interval_minute = 5
    stderr:
    posylka: [home]/config/posylka/config.toml, line 3: there is no key "sources.mine.min_interval_minute".
    hint: Did you mean sources.mine.min_interval_minutes?
    status: 2

    [sources.mine]
    command = ["x"]
    key = "k"
    stderr:
    posylka: [home]/config/posylka/config.toml, line 3: there is no key "sources.mine.key".
    hint: Did you mean sources.ID.key?
    status: 2
    "#);
}
