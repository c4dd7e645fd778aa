//! Mistakes in the configuration are named with file, line and key.

use std::os::unix::fs::PermissionsExt;

use crate::carrier::Carrier;
use crate::test_home::TestHome;

#[test]
fn every_mistake_has_its_line_and_the_nearest_right_one() {
    for (text, says) in [
        ("langauge = \"en\"", vec!["line 1", "\"langauge\"", "Did you mean language?"]),
        ("\n\nstale_after_days = 0", vec!["line 3", "stale_after_days", "cannot be 0", "1 to 365"]),
        ("language = \"rus\"", vec!["line 1", "\"rus\"", "Did you mean ru?"]),
        ("home_country = \"Russia\"", vec!["home_country", "two letters"]),
        ("[sources.cainaio]\nenabled = true", vec!["line 1", "cainaio", "Did you mean sources.cainiao?"]),
        ("[sources.cainiao]\nenabled = \"yes\"", vec!["line 2", "sources.cainiao.enabled", "true or false"]),
        ("[sources.dhl]\nbaseurl = \"x\"", vec!["line 2", "sources.dhl.baseurl", "Did you mean sources.dhl.base_url?"]),
        ("[sources.dhl]\nbase_url = \"ftp://x\"", vec!["line 2", "sources.dhl.base_url", "https://example.org"]),
        ("[network]\nproxy = \"127.0.0.1:1080\"", vec!["line 2", "network.proxy", "socks5h://"]),
        ("[network]\nlanguage = \"en\"", vec!["line 2", "network.language", "Did you mean language?"]),
        ("sources = 5", vec!["line 1", "section"]),
        ("[sources.17track]\nkey = \"a\"\nkey_file = \"b\"", vec!["line 3", "both set", "key_file"]),
        ("\"a\\u001b[31mb\" = 1", vec!["line 1", "\"a[31mb\""]),
        ("language = ", vec!["line 1", "TOML"]),
    ] {
        let home = TestHome::new();
        home.configure(text);
        let output = home.run(&["list"]);
        assert_eq!(output.status, 2, "{text}: {output:?}");
        for word in says {
            assert!(output.stderr.contains(word), "{text}: {word:?} is not in {output:?}");
        }
        assert!(output.stderr.contains("config.toml"), "{output:?}");
        assert!(!home.data_dir().exists(), "nothing is made where the configuration is wrong");
    }
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
fn a_named_file_has_to_be_there_and_flags_win() {
    let home = TestHome::new();
    let missing = home.run(&["list", "--config", "nowhere.toml"]);
    assert_eq!(missing.status, 2);
    assert!(missing.stderr.contains("nowhere.toml"), "{missing:?}");
    home.configure("language = \"ru\"\n");
    let english = home.run(&["list", "--lang", "en"]);
    assert!(english.stderr.contains("No parcels yet"), "{english:?}");
    let home = TestHome::new();
    let elsewhere = home.path().join("elsewhere");
    home.prepare(&["add", "RA123456785RU", "--data-dir", elsewhere.to_str().unwrap()]);
    assert!(elsewhere.join("posylka.db").exists() && !home.database().exists());
}

#[test]
fn variables_are_checked_too() {
    let home = TestHome::new();
    for (name, value) in [("POSYLKA_NOW", "noon"), ("POSYLKA_OFFLINE", "maybe"), ("POSYLKA_LANG", "klingon")] {
        let output = home.output_of(home.command(&["list"]).env(name, value));
        assert_eq!(output.status, 2, "{output:?}");
        assert!(output.stderr.contains(name) && output.stderr.contains(value), "{output:?}");
    }
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
        assert!(home.stdout(&["sources"]).contains("99/100, 499/500 this month"));
    }
}

#[test]
fn doctor_is_content_with_a_fresh_house_and_makes_nothing() {
    let home = TestHome::new();
    let said = home.stdout(&["doctor"]);
    assert!(said.contains("UTF-8") && said.contains("Everything is in order."), "{said}");
    assert!(!home.database().exists());
}

#[test]
fn doctor_says_what_is_wrong_and_what_to_do() {
    let home = TestHome::new();
    home.configure("[sources.17track]\nkey = \"k-1\"\n");
    std::fs::set_permissions(home.config_file(), std::fs::Permissions::from_mode(0o644)).unwrap();
    home.prepare(&["add", "RA123456785RU"]);
    std::fs::set_permissions(home.data_dir(), std::fs::Permissions::from_mode(0o755)).unwrap();
    let said = home.output_of(home.command(&["doctor"]).env("LANG", "C").env("POSYLKA_17TRAK_KEY", "k-2"));
    assert_eq!(said.status, 0, "{said:?}");
    for word in ["chmod 600", "not UTF-8", "POSYLKA_17TRACK_KEY", "see the lines marked"] {
        assert!(said.stdout.contains(word), "{word:?} is not in {said:?}");
    }
    assert!(!said.stdout.contains("k-1") && !said.stdout.contains("k-2"));
    home.configure("nonsense = 1");
    let broken = home.run(&["doctor"]);
    assert_eq!(broken.status, 1);
    assert!(broken.stdout.contains("BROKEN") && broken.stdout.contains("nonsense"), "{broken:?}");
}
