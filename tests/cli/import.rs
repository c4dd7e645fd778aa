//! `posylka import`: what it reads from, and that it does all or nothing.

use std::process::Stdio;
use std::time::Duration;

use insta::assert_snapshot;

use crate::import_bench::{import, list};
use crate::test_home::TestHome;

#[test]
fn standard_input_text_and_what_cannot_be_read() {
    let home = TestHome::new();
    let text = "my parcels: RB123456785CN and LP00620966542870\n";
    assert_snapshot!(home.run_with_input(&["import", "-"], text), @"
    stdout:
    added\t1\tRB123456785CN
    added\t2\tLP00620966542870
    stderr:
    Added 2, changed 0, already known 0, passed over 0.
    `posylka undo` takes all of it back.
    status: 0
    ");
    assert_eq!(list(&home).len(), 2);
    std::fs::write(home.path().join("empty.csv"), "a,b\n1,2\n").unwrap();
    std::fs::write(home.path().join("picture.csv"), b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x01\0").unwrap();
    assert_snapshot!(home.transcript(&[&["import", "empty.csv"], &["import", "picture.csv"], &["import", "gone"]]), @"
    $ posylka import empty.csv
    stderr:
    posylka: nothing in it was recognised.
    hint: A table needs a head that names a tracking number or an order; a mail has to name an order or a number.
    status: 1

    $ posylka import picture.csv
    stderr:
    posylka: picture.csv is neither a table nor a mail.
    hint: Save it as CSV, XLSX or ODS; of mails, .eml and mbox files, maildirs and the folders of mail programs are read.
    status: 1

    $ posylka import gone
    stderr:
    posylka: gone cannot be read: No such file or directory (os error 2)
    hint: Name a file, a folder, or - for standard input.
    status: 1
    ");
    assert_eq!(list(&home).len(), 2);
}

#[test]
#[cfg(unix)]
fn a_pipe_that_is_named_like_a_file_is_read_from_its_beginning() {
    let home = TestHome::new();
    let rows = (0..2_000).map(|n| format!(",81500000{n:04}\n")).collect::<Vec<_>>().concat();
    let piped = home.command(&["import", "/dev/stdin"]).write_stdin(format!("Track,Order\n{rows}")).output();
    assert!(piped.unwrap().status.success());
    assert_eq!(list(&home).len(), 2_000);
}

#[test]
fn an_import_that_is_killed_leaves_all_or_nothing_and_the_next_one_finishes() {
    let home = TestHome::new();
    let row = |row: usize| format!("8150{row:09},2026-11-03,RX{row:09}CN\n");
    let rows: String = (0..2_000).map(row).collect();
    std::fs::write(home.path().join("big.csv"), format!("order,order date,tracking\n{rows}")).unwrap();
    for wait in [60, 250, 600] {
        let mut program =
            home.process(&["import", "big.csv"]).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
        std::thread::sleep(Duration::from_millis(wait));
        program.kill().unwrap();
        program.wait().unwrap();
        assert!(matches!(list(&home).len(), 0 | 2_000), "half of it after {wait} ms");
    }
    assert_eq!(import(&home, &["big.csv"]).status, 0);
    assert_eq!(list(&home).len(), 2_000);
}
