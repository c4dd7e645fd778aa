//! `posylka doctor`

use std::os::unix::fs::PermissionsExt;

use insta::assert_snapshot;

use crate::test_home::{NOW, TestHome};

#[test]
fn a_fresh_home_is_in_order_and_nothing_is_made() {
    let home = TestHome::new();
    assert_snapshot!(home.run(&["doctor"]), @r#"
    stdout:
    Terminal
      ok not on a terminal here; the commands work, the screen needs one
    Locale
      ok UTF-8, speaking "en"
    Clock
      ok fixed at 2026-11-20 12:00
    Configuration
      ok no file at [home]/config/posylka/config.toml; the defaults hold
    Database
      ok none yet; [home]/data/posylka/posylka.db is made with the first parcel
    Sources
      ok Cainiao: on
      ok 17TRACK: off until [sources.17track] has key
      ok Belpochta: on
      ok Kazpost: on
      ok Track24: off until [sources.track24] has key
      ok Почта России: off until [sources.russian-post] has login
      ok UPU: on
      ok Nova Poshta: on
      ok DHL: off until [sources.dhl] has key
      ok Ship24: off until [sources.ship24] has key
      ok La Poste: off until [sources.la-poste] has key
      ok InPost: on
      ok 4PX: on
      ok Correos: on
      ok Poste Italiane: on
    Watching
      ok Nobody has looked yet: the screen, `posylka watch` and `posylka sync` do.
      ok terminal: nothing waits.

    Everything is in order.
    status: 0
    "#);
    assert!(!home.database().exists());
}

#[test]
fn files_that_others_can_read_a_locale_and_unknown_variables_are_named_and_no_secret_is() {
    let home = TestHome::new();
    home.configure("[sources.17track]\nkey = \"k-1\"\n");
    std::fs::set_permissions(home.config_file(), std::fs::Permissions::from_mode(0o644)).unwrap();
    home.prepare(&["add", "RA123456785RU"]);
    std::fs::set_permissions(home.data_dir(), std::fs::Permissions::from_mode(0o755)).unwrap();
    let output = home.output_of(home.command(&["doctor"]).env("LANG", "C").env("POSYLKA_17TRAK_KEY", "k-2"));
    assert_snapshot!(output, @"
    stdout:
    Terminal
      ok not on a terminal here; the commands work, the screen needs one
    Locale
      !! the locale is not UTF-8: Cyrillic and Chinese letters will not be shown
          Set LANG, for example LANG=C.UTF-8.
    Clock
      ok fixed at 2026-11-20 12:00
    Configuration
      ok [home]/config/posylka/config.toml
      !! others can read [home]/config/posylka/config.toml, and it holds a secret
          Run: chmod 600 [home]/config/posylka/config.toml
      !! POSYLKA_17TRAK_KEY is set in the environment, but means nothing here
          Did you mean POSYLKA_17TRACK_KEY?
    Database
      !! others can read [home]/data/posylka
          Run: chmod 700 [home]/data/posylka
      ok [home]/data/posylka/posylka.db: 1 active, 0 archived
      ok several programs can use it at once (write-ahead log)
      ok integrity check passed
      ok 0 kept answers, their hashes are right
    Sources
      ok Cainiao: on
      ok 17TRACK: on
      ok Belpochta: on
      ok Kazpost: on
      ok Track24: off until [sources.track24] has key
      ok Почта России: off until [sources.russian-post] has login
      ok UPU: on
      ok Nova Poshta: on
      ok DHL: off until [sources.dhl] has key
      ok Ship24: off until [sources.ship24] has key
      ok La Poste: off until [sources.la-poste] has key
      ok InPost: on
      ok 4PX: on
      ok Correos: on
      ok Poste Italiane: on
    Watching
      ok Nobody has looked yet: the screen, `posylka watch` and `posylka sync` do.
      ok terminal: nothing waits.

    It works, but see the lines marked with !!.
    status: 0
    ");
}

#[test]
fn a_broken_configuration_is_named_and_the_rest_is_looked_at() {
    let home = TestHome::new();
    home.configure("nonsense = 1");
    assert_snapshot!(home.run(&["doctor", "--now", NOW]), @r#"
    stdout:
    Terminal
      ok not on a terminal here; the commands work, the screen needs one
    Locale
      ok UTF-8, speaking "en"
    Clock
      ok fixed at 2026-11-20 12:00
    Configuration
      BROKEN [home]/config/posylka/config.toml, line 1: there is no key "nonsense".
          docs/configuration.md lists the keys.
    Database
      ok none yet; [home]/data/posylka/posylka.db is made with the first parcel
    Sources
      ok Cainiao: on
      ok 17TRACK: off until [sources.17track] has key
      ok Belpochta: on
      ok Kazpost: on
      ok Track24: off until [sources.track24] has key
      ok Почта России: off until [sources.russian-post] has login
      ok UPU: on
      ok Nova Poshta: on
      ok DHL: off until [sources.dhl] has key
      ok Ship24: off until [sources.ship24] has key
      ok La Poste: off until [sources.la-poste] has key
      ok InPost: on
      ok 4PX: on
      ok Correos: on
      ok Poste Italiane: on
    Watching
      ok Nobody has looked yet: the screen, `posylka watch` and `posylka sync` do.
      ok terminal: nothing waits.

    Something is broken: see the lines marked BROKEN.
    status: 1
    "#);
}
