//! A source of the user's own, from the configuration to the timeline.

use std::os::unix::fs::PermissionsExt;
use std::path::Path;

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
    let synced = home.output_of(&mut home.command(&["sync"]));
    assert_eq!(synced.status, 0, "{synced:?}");
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
    let kept = home.stdout(&["sources", "--last-answer", "local-courier"]);
    assert!(kept.contains("Handed to the addressee"), "{kept}");
    assert!(home.stdout(&["sources"]).contains("Local Courier"));
}

#[test]
fn doctor_says_when_the_program_is_not_there() {
    let home = home_with_courier("");
    assert!(home.stdout(&["doctor"]).contains("local-courier: on"));
    let program = home.path().join("courier.sh");
    std::fs::set_permissions(&program, std::fs::Permissions::from_mode(0o644)).unwrap();
    let said = home.stdout(&["doctor"]);
    assert!(said.contains("may not be run") && said.contains("chmod +x"), "{said}");
    home.prepare(&["add", NUMBER, "--source", "local-courier"]);
    let synced = home.run(&["sync"]);
    assert_eq!(synced.status, 3, "{synced:?}");
    assert!(synced.stderr.contains("local-courier"), "{synced:?}");
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
    for (text, says) in [
        ("[sources.mine]\ncommand = \"x --y\"".to_owned(), ["line 2", "sources.mine.command", "list"]),
        ("[sources.mine]\ncommand = []".to_owned(), ["line 2", "sources.mine.command", "list"]),
        ("[sources.mine]\ncommand = [\"x\", 5]".to_owned(), ["line 2", "sources.mine.command", "list"]),
        ("[sources.mine]\nname = \"Mine\"".to_owned(), ["line 1", "sources.mine", "no `command`"]),
        ("[sources.Mine]\ncommand = [\"x\"]".to_owned(), ["line 1", "\"Mine\"", "lower-case"]),
        ("[sources.cainiao]\ncommand = [\"x\"]".to_owned(), ["line 2", "sources.cainiao.command", "no key"]),
        (mine("formats = [\"cdek/cdek11\"]"), ["line 3", "\"cdek/cdek11\"", "Did you mean cdek/cdek10?"]),
        (mine("formats = \"cdek/cdek10\""), ["line 3", "sources.mine.formats", "list of formats"]),
        (mine("page = \"https://example.org/\""), ["line 3", "sources.mine.page", "{number}"]),
        (mine("batch = 0"), ["line 3", "sources.mine.batch", "1 to 1000"]),
        (mine("min_interval_minute = 5"), ["line 3", "no key", "sources.mine.min_interval_minutes"]),
        (mine("key = \"k\""), ["line 3", "no key", "sources.mine.key"]),
    ] {
        let home = TestHome::new();
        home.configure(&text);
        let output = home.run(&["list"]);
        assert_eq!(output.status, 2, "{text}: {output:?}");
        for word in says {
            assert!(output.stderr.contains(word), "{text}: {word:?} is not in {output:?}");
        }
    }
}
