//! `docs/numbers.md` says what the table says. `POSYLKA_WRITE_DOCS=1 cargo test --test numbers_docs` writes it anew.

use std::fmt::Write;
use std::path::Path;

use posylka::domain::number::s10_issuers::ISSUERS;
use posylka::domain::number::{
    CheckDigitPolicy, CheckDigitRule, EvidenceGrade, Format, TextConfidence, TrackedTo, formats,
};

const HEAD: &str = "\
# Tracking numbers that posylka knows

Written from the table in `src/domain/number/format_table/`; a test keeps it true. Adding a format is one row there and its
numbers in the tests.

Shapes: `d` a digit, `l` a Latin letter, `x` either, upper-case letters and digits themselves, `[A-CX]` one of these,
`{n}` n times, `{n,m}` n to m times; round brackets hold what the check digit covers, the check digit last.

Check: a number that fails a specified check digit is not of that format; one that fails an *observed* one stays a
candidate and is called suspicious. Grade V: the rule was computed over published numbers and held. Grade S: the shape
was seen in public code or documentation, nothing more is claimed. In running text a number *alone* is believed by
itself, *beside* needs a word such as \"tracking number\" or the carrier's name near it, *named* needs the carrier's name.

| id | carrier | shapes | check digit | followed | in text | grade | from |
|---|---|---|---|---|---|---|---|
";

fn row(f: &Format) -> String {
    let shapes: Vec<String> = f.shapes.iter().map(|s| format!("`{s}`")).collect();
    let observed = if f.strictness == CheckDigitPolicy::Observed { ", observed" } else { "" };
    let check = if f.rule == CheckDigitRule::None { "none".to_owned() } else { f.rule.name() + observed };
    let tracked = match f.tracked {
        TrackedTo::ToDoor => "to the door",
        TrackedTo::ToBorder => "to the border",
        TrackedTo::Unknown if f.issuer => "by its first letters",
        TrackedTo::Unknown => "unknown",
    };
    let stands = match f.stands {
        TextConfidence::Alone => "alone",
        TextConfidence::Beside => "beside",
        TextConfidence::Named => "named",
    };
    let grade = if f.grade == EvidenceGrade::Verified { "V" } else { "S" };
    format!(
        "| `{}` | {} | {} | {check} | {tracked} | {stands} | {grade} | {} |",
        f.id,
        f.carrier,
        shapes.join(" "),
        f.origin
    )
}

fn document() -> String {
    let mut text = HEAD.to_owned();
    for f in formats() {
        let _ = writeln!(text, "{}", row(f));
    }
    text.push_str("\n## S10 issuers\n\nThe last two letters of an S10 number.\n\n");
    let issuers: Vec<String> = ISSUERS.iter().map(|(code, name)| format!("{code} {name}")).collect();
    text.push_str(&issuers.join(" · "));
    text.push('\n');
    text
}

#[test]
fn the_document_is_the_table() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/numbers.md");
    if std::env::var_os("POSYLKA_WRITE_DOCS").is_some() {
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(&path, document()).unwrap();
    }
    let written = std::fs::read_to_string(&path).unwrap_or_default().replace("\r\n", "\n");
    assert!(written == document(), "docs/numbers.md is not the table: run with POSYLKA_WRITE_DOCS=1");
}
