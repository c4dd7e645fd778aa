//! Mistakes in the configuration are named with file, line and key.

use std::os::unix::fs::PermissionsExt;

use crate::carrier::Carrier;
use crate::house::{House, ended};

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
        let house = House::new();
        house.configure(text);
        let ended = house.run(&["list"]);
        assert_eq!(ended.code, 2, "{text}: {ended:?}");
        for word in says {
            assert!(ended.talk.contains(word), "{text}: {word:?} is not in {ended:?}");
        }
        assert!(ended.talk.contains("config.toml"), "{ended:?}");
        assert!(!house.data_dir().exists(), "nothing is made where the configuration is wrong");
    }
}

#[test]
fn every_known_source_may_have_a_section() {
    let house = House::new();
    let section = |id| format!("[sources.{id}]\nenabled = false\nkey_command = \"true\"\n");
    let text = posylka::config::schema::source_ids().into_iter().map(section).collect::<String>();
    house.configure(&text);
    assert_eq!(house.run(&["list"]).code, 0);
}

#[test]
fn a_named_file_has_to_be_there_and_flags_win() {
    let house = House::new();
    let missing = house.run(&["list", "--config", "nowhere.toml"]);
    assert_eq!(missing.code, 2);
    assert!(missing.talk.contains("nowhere.toml"), "{missing:?}");
    house.configure("language = \"ru\"\n");
    let english = house.run(&["list", "--lang", "en"]);
    assert!(english.talk.contains("No parcels yet"), "{english:?}");
    let house = House::new();
    let elsewhere = house.home().join("elsewhere");
    house.out(&["add", "RA123456785RU", "--data-dir", elsewhere.to_str().unwrap()]);
    assert!(elsewhere.join("posylka.db").exists() && !house.database().exists());
}

#[test]
fn variables_are_checked_too() {
    let house = House::new();
    for (name, value) in [("POSYLKA_NOW", "noon"), ("POSYLKA_OFFLINE", "maybe"), ("POSYLKA_LANG", "klingon")] {
        let ended = ended(house.command(&["list"]).env(name, value));
        assert_eq!(ended.code, 2, "{ended:?}");
        assert!(ended.talk.contains(name) && ended.talk.contains(value), "{ended:?}");
    }
}

#[test]
fn sources_are_asked_in_the_reader_s_language() {
    for (locale, flag, wanted) in
        [("ru_RU.UTF-8", "auto", "lng=ru"), ("C.UTF-8", "auto", "lng=en"), ("C", "ru", "lng=ru")]
    {
        let (house, carrier) = (House::new(), Carrier::failing(500));
        house.configure(&format!("[sources.track24]\nbase_url = \"{}\"\n", carrier.uri()));
        house.out(&["add", "RB900000314SG", "--source", "track24"]);
        let mut command = house.command(&["--lang", flag, "sync"]);
        command.env("LANG", locale).env("POSYLKA_TRACK24_KEY", "k").env("POSYLKA_TRACK24_DOMAIN", "d.example");
        assert_eq!(ended(&mut command).code, 3);
        assert!(carrier.heard(wanted), "{locale} {flag}");
        let sources = house.json(&["sources", "--json"]);
        let track24 = sources.as_array().unwrap().iter().find(|source| source["id"] == "track24").unwrap();
        let budgets = ["daily_budget", "budget_left", "monthly_budget", "monthly_budget_left"];
        assert_eq!(budgets.map(|field| track24[field].as_u64()), [100, 99, 500, 499].map(Some));
        assert!(house.out(&["sources"]).contains("99/100, 499/500 this month"));
    }
}

#[test]
fn packagers_need_no_configuration() {
    let house = House::new();
    house.configure("nonsense = 1");
    assert!(house.out(&["completions", "bash"]).contains("posylka"));
    let page = house.out(&["man"]);
    assert!(page.starts_with(".ie") && page.contains("POSYLKA SYNC"), "{page}");
}

#[test]
fn doctor_is_content_with_a_fresh_house_and_makes_nothing() {
    let house = House::new();
    let said = house.out(&["doctor"]);
    assert!(said.contains("UTF-8") && said.contains("Everything is in order."), "{said}");
    assert!(!house.database().exists());
}

#[test]
fn doctor_says_what_is_wrong_and_what_to_do() {
    let house = House::new();
    house.configure("[sources.17track]\nkey = \"k-1\"\n");
    std::fs::set_permissions(house.config_file(), std::fs::Permissions::from_mode(0o644)).unwrap();
    house.out(&["add", "RA123456785RU"]);
    std::fs::set_permissions(house.data_dir(), std::fs::Permissions::from_mode(0o755)).unwrap();
    let said = ended(house.command(&["doctor"]).env("LANG", "C").env("POSYLKA_17TRAK_KEY", "k-2"));
    assert_eq!(said.code, 0, "{said:?}");
    for word in ["chmod 600", "not UTF-8", "POSYLKA_17TRACK_KEY", "see the lines marked"] {
        assert!(said.out.contains(word), "{word:?} is not in {said:?}");
    }
    assert!(!said.out.contains("k-1") && !said.out.contains("k-2"));
    house.configure("nonsense = 1");
    let broken = house.run(&["doctor"]);
    assert_eq!(broken.code, 1);
    assert!(broken.out.contains("BROKEN") && broken.out.contains("nonsense"), "{broken:?}");
}
