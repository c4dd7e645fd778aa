//! What is asked for in a wrong way, and in which language the answer is.

use insta::assert_snapshot;

use crate::test_home::TestHome;

#[test]
fn a_parcel_that_is_not_there_is_named_by_every_command() {
    assert_snapshot!(TestHome::new().transcript(&[
        &["show", "404"],
        &["edit", "404", "--title", "T"],
        &["archive", "404"],
        &["sync", "404"],
    ]), @r#"
    $ posylka show 404
    stderr:
    posylka: there is no parcel "404".
    hint: `posylka list` shows the parcels, `posylka list --archived` those put away.
    status: 1

    $ posylka edit 404 --title T
    stderr:
    posylka: there is no parcel "404".
    hint: `posylka list` shows the parcels, `posylka list --archived` those put away.
    status: 1

    $ posylka archive 404
    stderr:
    posylka: there is no parcel "404".
    hint: `posylka list` shows the parcels, `posylka list --archived` those put away.
    status: 1

    $ posylka sync 404
    stderr:
    posylka: there is no parcel "404".
    hint: `posylka list` shows the parcels, `posylka list --archived` those put away.
    status: 1
    "#);
}

#[test]
fn what_nothing_can_be_done_with_is_refused() {
    assert_snapshot!(TestHome::new().transcript(&[&["edit", "404"], &["undo"]]), @"
    $ posylka edit 404
    stderr:
    posylka: nothing is to be changed.
    hint: Say what: --title, --shop, --order, --protected-until, --stale-after, --snooze, --source, --close or --reopen.
    status: 2

    $ posylka undo
    stderr:
    posylka: there is nothing to take back.
    hint: Adding, editing, archiving, restoring and removing can be taken back for 7 days.
    status: 1
    ");
}

#[test]
fn an_unknown_command_or_value_is_wrong_usage() {
    assert_snapshot!(TestHome::new().transcript(&[&["fly"], &["list", "--sort", "weight"]]), @"
    $ posylka fly
    stderr:
    error: unrecognized subcommand 'fly'

    Usage: posylka [OPTIONS] [COMMAND]

    For more information, try '--help'.
    status: 2

    $ posylka list --sort weight
    stderr:
    error: invalid value 'weight' for '--sort <KEY>'
      [possible values: urgency, title, number, status, silent, eta, protection, changed, added]

    For more information, try '--help'.
    status: 2
    ");
}

#[test]
fn russian_is_spoken_if_the_flag_the_variable_the_locale_or_the_file_says_so() {
    let home = TestHome::new();
    assert_snapshot!(home.run(&["show", "5", "--lang", "ru"]), @r#"
    stderr:
    posylka: посылки "5" нет.
    подсказка: `posylka list` покажет посылки, `posylka list --archived` — убранные в архив.
    status: 1
    "#);
    let empty =
        "stderr:\nПосылок пока нет. Добавьте первую: `posylka add НОМЕР`, или осмотритесь в `posylka demo`.\nstatus: 0";
    assert_eq!(home.output_of(home.command(&["list"]).env("LANG", "ru_RU.UTF-8")).to_string(), empty);
    let mut command = home.command(&["list"]);
    assert_eq!(home.output_of(command.env("LC_ALL", "C").env("POSYLKA_LANG", "ru")).to_string(), empty);
    home.configure("language = \"ru\"\n");
    assert_snapshot!(home.transcript(&[&["add", "RA123456785RU"], &["list"]]), @"
    $ posylka add RA123456785RU
    stdout:
    1\tRA123456785RU\ts10/s10
    status: 0

    $ posylka list
    stdout:
    1  RA123456785RU  ещё не проверялась  0 дн.
    status: 0
    ");
}
