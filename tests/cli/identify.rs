//! What a number is, as arguments and as a stream.

use std::io::{BufRead, BufReader, Write};
use std::process::Stdio;

use insta::assert_snapshot;

use crate::test_home::TestHome;

#[test]
fn a_number_is_named_with_its_check() {
    let home = TestHome::new();
    assert_snapshot!(home.run(&["identify", "ra123456785ru", "RA123456784RU"]), @"
    stdout:
    RA123456785RU  s10/s10 (Russian Post)  check digit right
    RA123456784RU  as UPU S10 its check digit has to be 5  Perhaps RA123456785RU?  Perhaps RA143456784RU?  Perhaps RA126456784RU?
    status: 0
    ");
    let json = home.json(&["identify", "RA123456785RU", "--json"]);
    assert_eq!(json["normalized"], "RA123456785RU");
    assert_eq!(json["candidates"][0]["format"], "s10/s10");
    assert_eq!(json["candidates"][0]["check"], "passed");
    assert_eq!(json["candidates"][0]["tracked"], "to_door");
}

#[test]
fn an_order_of_a_shop_is_called_one_and_an_unknown_number_is_not_accused() {
    let home = TestHome::new();
    assert_snapshot!(home.run(&["identify", "8190001234567890", "302-1234567-7654321", "801184004560123456"]), @"
    stdout:
    8190001234567890  an order of AliExpress, not a tracking number
    30212345677654321  an order of Amazon, not a tracking number
    801184004560123456  unknown format
    status: 0
    ");
    assert_eq!(home.json(&["identify", "8190001234567890", "--json"])["order_shop"], "AliExpress");
    assert!(home.json(&["identify", "RA123456785RU", "--json"])["order_shop"].is_null());
}

#[test]
fn a_stream_gets_one_line_a_line() {
    let home = TestHome::new();
    let text = "RA123456785RU\n\nhello\r\n4PX3063559155581CN";
    let said = home.output_of(home.command(&["identify", "-", "--format-only"]).write_stdin(text));
    assert_eq!(said.stdout, "s10/s10\n\n\n4px/4px\n");
    let json = home.output_of(home.command(&["identify", "-", "--json"]).write_stdin(text));
    let inputs: Vec<serde_json::Value> = json
        .stdout
        .lines()
        .map(|line| serde_json::from_str::<serde_json::Value>(line).unwrap()["input"].clone())
        .collect();
    assert_eq!(inputs, ["RA123456785RU", "", "hello", "4PX3063559155581CN"]);
    let long = home.output_of(
        home.command(&["identify", "-", "--format-only"]).write_stdin("1".repeat(100_000) + "\nRA123456785RU\n"),
    );
    assert_eq!(long.stdout, "\ns10/s10\n");
}

#[test]
fn a_stream_is_a_conversation() {
    let home = TestHome::new();
    let mut command = home.process(&["identify", "-", "--format-only"]);
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    let mut input = child.stdin.take().unwrap();
    let mut output = BufReader::new(child.stdout.take().unwrap());
    for _ in 0..3 {
        writeln!(input, "RA123456785RU").unwrap();
        let mut line = String::new();
        output.read_line(&mut line).unwrap();
        assert_eq!(line, "s10/s10\n");
    }
    drop(input);
    assert!(child.wait().unwrap().success());
}

#[test]
fn a_reader_that_goes_away_is_no_failure() {
    let home = TestHome::new();
    let mut command = home.process(&["identify", "-"]);
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    drop(child.stdout.take());
    // The program may be gone before all is written.
    let _ = child.stdin.take().unwrap().write_all("RA123456785RU\n".repeat(10_000).as_bytes());
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(0));
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
}
