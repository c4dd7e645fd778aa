//! Mistakes in the configuration are named with file, line and key.

use insta::assert_snapshot;

use crate::carrier::Carrier;
use crate::test_home::TestHome;

/// What `list` says of each configuration, in a home of its own where nothing is made.
fn mistakes(configurations: &[&str]) -> String {
    let said = |text: &&str| {
        let home = TestHome::new();
        home.configure(text);
        let output = home.run(&["list"]);
        assert!(!home.data_dir().exists(), "nothing is made if the configuration is wrong");
        format!("config.toml:\n{text}\n{output}\n")
    };
    configurations.iter().map(said).collect::<Vec<_>>().join("\n")
}

#[test]
fn a_mistake_in_a_key_has_its_line_and_the_nearest_right_one() {
    assert_snapshot!(mistakes(&[
        "langauge = \"en\"",
        "[sources.cainaio]\nenabled = true",
        "[sources.dhl]\nbaseurl = \"x\"",
        "[network]\nlanguage = \"en\"",
        "sources = 5",
        "\"a\\u001b[31mb\" = 1",
        "language =",
    ]), @r#"
    config.toml:
    langauge = "en"
    stderr:
    posylka: [home]/config/posylka/config.toml, line 1: there is no key "langauge".
    hint: Did you mean language?
    status: 2

    config.toml:
    [sources.cainaio]
    enabled = true
    stderr:
    posylka: [home]/config/posylka/config.toml, line 1: there is no source "cainaio".
    hint: Did you mean sources.cainiao?
    status: 2

    config.toml:
    [sources.dhl]
    baseurl = "x"
    stderr:
    posylka: [home]/config/posylka/config.toml, line 2: there is no key "sources.dhl.baseurl".
    hint: Did you mean sources.dhl.base_url?
    status: 2

    config.toml:
    [network]
    language = "en"
    stderr:
    posylka: [home]/config/posylka/config.toml, line 2: there is no key "network.language".
    hint: Did you mean language?
    status: 2

    config.toml:
    sources = 5
    stderr:
    posylka: [home]/config/posylka/config.toml, line 1: "sources" has a wrong value.
    hint: It has to be a section with keys of its own.
    status: 2

    config.toml:
    "a\u001b[31mb" = 1
    stderr:
    posylka: [home]/config/posylka/config.toml, line 1: there is no key "a[31mb".
    hint: docs/configuration.md lists the keys.
    status: 2

    config.toml:
    language =
    stderr:
    posylka: [home]/config/posylka/config.toml, line 1: not valid TOML: string values must be quoted, expected literal string
    status: 2
    "#);
}

#[test]
fn a_mistake_in_a_value_has_its_line_and_what_may_stand_there() {
    assert_snapshot!(mistakes(&[
        "\n\nstale_after_days = 0",
        "language = \"rus\"",
        "home_country = \"Russia\"",
        "[sources.cainiao]\nenabled = \"yes\"",
        "[sources.dhl]\nbase_url = \"ftp://x\"",
        "[network]\nproxy = \"127.0.0.1:1080\"",
        "[sources.17track]\nkey = \"a\"\nkey_file = \"b\"",
    ]), @r#"
    config.toml:


    stale_after_days = 0
    stderr:
    posylka: [home]/config/posylka/config.toml, line 3: "stale_after_days" cannot be 0.
    hint: It has to be a whole number from 1 to 365.
    status: 2

    config.toml:
    language = "rus"
    stderr:
    posylka: [home]/config/posylka/config.toml, line 1: "language" cannot be "rus".
    hint: Did you mean ru?
    status: 2

    config.toml:
    home_country = "Russia"
    stderr:
    posylka: [home]/config/posylka/config.toml, line 1: "home_country" cannot be "Russia".
    hint: It has to be a country in two letters, such as "RU".
    status: 2

    config.toml:
    [sources.cainiao]
    enabled = "yes"
    stderr:
    posylka: [home]/config/posylka/config.toml, line 2: "sources.cainiao.enabled" cannot be "yes".
    hint: It has to be true or false, without quotes.
    status: 2

    config.toml:
    [sources.dhl]
    base_url = "ftp://x"
    stderr:
    posylka: [home]/config/posylka/config.toml, line 2: "sources.dhl.base_url" has a wrong value.
    hint: It has to be an address such as "https://example.org".
    status: 2

    config.toml:
    [network]
    proxy = "127.0.0.1:1080"
    stderr:
    posylka: [home]/config/posylka/config.toml, line 2: "network.proxy" has a wrong value.
    hint: It has to be an address such as "socks5h://127.0.0.1:1080" or "http://proxy:3128".
    status: 2

    config.toml:
    [sources.17track]
    key = "a"
    key_file = "b"
    stderr:
    posylka: [home]/config/posylka/config.toml, line 3: "sources.17track.key" and "sources.17track.key_file" are both set.
    hint: Keep one of the two.
    status: 2
    "#);
}

#[test]
fn every_known_source_may_have_a_section() {
    let home = TestHome::new();
    let section = |id| format!("[sources.{id}]\nenabled = false\nkey_command = \"true\"\n");
    let text = posylka::config::schema::source_ids().into_iter().map(section).collect::<String>();
    home.configure(&text);
    assert_eq!(home.run(&["list"]).status, 0);
}

#[test]
fn a_named_file_has_to_be_there() {
    assert_snapshot!(TestHome::new().run(&["list", "--config", "nowhere.toml"]), @"
    stderr:
    posylka: nowhere.toml: cannot be read: No such file or directory (os error 2)
    status: 2
    ");
}

#[test]
fn a_flag_wins_over_the_file() {
    let home = TestHome::new();
    home.configure("language = \"ru\"\n");
    assert_snapshot!(home.run(&["list", "--lang", "en"]), @"
    stderr:
    No parcels yet. Add one with `posylka add NUMBER`, or look around in `posylka demo`.
    status: 0
    ");
    let home = TestHome::new();
    let elsewhere = home.path().join("elsewhere");
    home.prepare(&["add", "RA123456785RU", "--data-dir", elsewhere.to_str().unwrap()]);
    assert!(elsewhere.join("posylka.db").exists() && !home.database().exists());
}

#[test]
fn variables_are_checked_too() {
    let home = TestHome::new();
    let said = |(name, value): &(&str, &str)| {
        let output = home.output_of(home.command(&["list"]).env(name, value));
        format!("{name}={value}\n{output}\n")
    };
    let variables = [("POSYLKA_NOW", "noon"), ("POSYLKA_OFFLINE", "maybe"), ("POSYLKA_LANG", "klingon")];
    assert_snapshot!(variables.iter().map(said).collect::<Vec<_>>().join("\n"), @r#"
    POSYLKA_NOW=noon
    stderr:
    posylka: POSYLKA_NOW: "POSYLKA_NOW" cannot be noon.
    hint: It has to be a time such as 2026-11-23T12:00:00Z.
    status: 2

    POSYLKA_OFFLINE=maybe
    stderr:
    posylka: POSYLKA_OFFLINE: "POSYLKA_OFFLINE" cannot be maybe.
    hint: It has to be 1 or 0.
    status: 2

    POSYLKA_LANG=klingon
    stderr:
    posylka: POSYLKA_LANG: "POSYLKA_LANG" cannot be klingon.
    hint: It has to be one of: auto, en, ru.
    status: 2
    "#);
}

#[test]
fn sources_are_asked_in_the_reader_s_language() {
    for (locale, flag, wanted) in
        [("ru_RU.UTF-8", "auto", "lng=ru"), ("C.UTF-8", "auto", "lng=en"), ("C", "ru", "lng=ru")]
    {
        let (home, carrier) = (TestHome::new(), Carrier::failing(500));
        home.configure(&format!("[sources.track24]\nbase_url = \"{}\"\n", carrier.uri()));
        home.prepare(&["add", "RB900000314SG", "--source", "track24"]);
        let mut command = home.command(&["--lang", flag, "sync"]);
        command.env("LANG", locale).env("POSYLKA_TRACK24_KEY", "k").env("POSYLKA_TRACK24_DOMAIN", "d.example");
        assert_eq!(home.output_of(&mut command).status, 3);
        assert!(carrier.heard(wanted), "{locale} {flag}");
        let sources = home.json(&["sources", "--json"]);
        let track24 = sources.as_array().unwrap().iter().find(|source| source["id"] == "track24").unwrap();
        let budgets = ["daily_budget", "budget_left", "monthly_budget", "monthly_budget_left"];
        assert_eq!(budgets.map(|field| track24[field].as_u64()), [100, 99, 500, 499].map(Some));
        let table = home.stdout(&["sources"]);
        let row = table.lines().find(|line| line.starts_with("track24")).unwrap();
        let cells: Vec<&str> = row.split("  ").map(str::trim).filter(|cell| !cell.is_empty()).collect();
        let off = "off: needs key. register a site at track24.ru (page \"API\"): it gives the key, and domain is the site it \
            was issued for";
        let failed = "2026-11-20 12:00 out of order (HTTP 500)";
        assert_eq!(cells, ["track24", "Track24", off, "99/100, 499/500 this month", failed]);
    }
}
