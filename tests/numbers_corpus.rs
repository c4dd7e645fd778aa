//! Measures identifying and rescuing over rows of `number, valid, format, origin, source, intended, also_valid_as`:
//! the project's own, and the larger published corpus where that folder is present.
#![expect(clippy::print_stdout, reason = "what was measured is for the reader of the test's output")]

use std::path::PathBuf;

use posylka::domain::number::{
    Candidate, Check, CheckDigitRule, IdentifyContext, TextConfidence, format, identify, rescue,
};

struct Row {
    number: String,
    valid: bool,
    format: String,
    origin: String,
    intended: String,
    also: Vec<String>,
}

fn rows(text: &str) -> Vec<Row> {
    let row = |line: &str| {
        let cells: Vec<&str> = line.split('\t').collect();
        let cell = |i: usize| cells.get(i).copied().unwrap_or_default().to_owned();
        Row {
            number: cell(0),
            valid: cell(1) == "1",
            format: cell(2),
            origin: cell(3),
            intended: cell(5),
            also: cell(6).split(';').filter(|s| !s.is_empty()).map(str::to_owned).collect(),
        }
    };
    text.lines().skip(1).map(row).collect()
}

fn own() -> Vec<Row> {
    rows(include_str!("data/numbers/corpus.tsv"))
}

fn published() -> Option<Vec<Row>> {
    let folder = std::env::var_os("POSYLKA_NUMBERS").map(PathBuf::from);
    let folder = folder.unwrap_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared/numbers"));
    Some(rows(&std::fs::read_to_string(folder.join("public.tsv")).ok()?))
}

/// How many of the rows hold, and those that do not.
#[expect(clippy::cast_precision_loss, reason = "a share of a few hundred rows")]
fn share<'a>(what: &str, rows: impl Iterator<Item = &'a Row>, holds: impl Fn(&Row) -> bool) -> f64 {
    let (good, bad): (Vec<&Row>, Vec<&Row>) = rows.partition(|r| holds(r));
    for r in &bad {
        let found = identify(&r.number, &IdentifyContext::default());
        let found: Vec<_> = found.iter().map(|c| (c.format.id, c.check, c.score)).collect();
        println!("    {} [{}] {} -> {} {found:?}", r.number, r.origin, r.format, r.intended);
    }
    let all = good.len() + bad.len();
    let share = if all == 0 { 1.0 } else { good.len() as f64 / all as f64 };
    println!("{what}: {} of {all} = {:.1} %", good.len(), share * 100.0);
    share
}

fn candidates(row: &Row) -> Vec<Candidate> {
    identify(&row.number, &IdentifyContext::default())
}

fn fits(row: &Row, candidate: &Candidate) -> bool {
    candidate.format.id == row.format || row.also.iter().any(|a| a == candidate.format.id)
}

/// Whether the row's format tells itself apart: by a check digit, or by its shape.
fn telling(row: &Row) -> bool {
    format(&row.format).is_some_and(|f| f.rule != CheckDigitRule::None || f.stands == TextConfidence::Alone)
}

fn checked(row: &Row) -> bool {
    format(&row.format).is_some_and(|f| f.rule != CheckDigitRule::None)
}

/// How many numbers with a check digit that passes are left when one of two equal neighbours goes.
fn ways_out(number: &str) -> usize {
    let chars: Vec<char> = number.chars().collect();
    let pairs = (1..chars.len()).filter(|&i| chars[i] == chars[i - 1]);
    let shorter = |i: usize| chars[..i].iter().chain(&chars[i + 1..]).collect::<String>();
    let right = |n: &String| identify(n, &IdentifyContext::default()).iter().any(|c| c.check == Check::Passed);
    pairs.map(shorter).filter(right).collect::<std::collections::HashSet<_>>().len()
}

fn measure(rows: &[Row]) {
    assert!(rows.len() > 500, "{} rows", rows.len());
    let valid = || rows.iter().filter(|r| r.valid);
    let first = share("best, in telling formats", valid().filter(|r| telling(r)), |r| {
        candidates(r).first().is_some_and(|c| fits(r, c))
    });
    let among = share("among the candidates", valid(), |r| {
        candidates(r).iter().any(|c| c.accepted() && c.format.id == r.format)
    });
    let accepted = share("refused where not valid", rows.iter().filter(|r| !r.valid), |r| {
        !candidates(r).iter().any(|c| c.accepted() && c.format.id == r.format)
    });
    assert!(first >= 0.97, "best {first}");
    assert!(among >= 0.99, "among {among}");
    assert!((accepted - 1.0).abs() < f64::EPSILON, "refused {accepted}");

    let of = |kind: &'static str| {
        rows.iter().filter(move |r| !r.valid && !r.intended.is_empty() && r.origin.ends_with(kind))
    };
    let firm = |r: &Row| {
        rescue(&r.number, &IdentifyContext::default()).iter().any(|c| c.firm && c.number.as_str() == r.intended)
    };
    let ranked =
        |r: &Row| rescue(&r.number, &IdentifyContext::default()).iter().any(|c| c.number.as_str() == r.intended);
    let mut evident = vec![];
    for kind in ["cyrillic-lookalike", "ru-keyboard-layout", "uk-for-gb"] {
        evident.push(share(kind, of(kind), firm));
    }
    // where taking one of another pair away leaves a number that is right as well, nothing is firm; nor where the
    // longer number is right as it was typed
    let is_right = |r: &Row| candidates(r).iter().any(|c| c.accepted() && !c.format.is_loose());
    let one = |r: &&Row| checked(r) && ways_out(&r.number) == 1 && !is_right(r);
    evident.push(share("doubled, firm with one way out", of("doubled-digit").filter(one), firm));
    let checked_rows = of("doubled-digit").filter(|r| checked(r));
    share("doubled, firm in checked formats", checked_rows, firm);
    share("doubled, firm in any format", of("doubled-digit"), firm);
    let doubled = share("doubled, ranked in any format", of("doubled-digit"), ranked);
    let wrong = of("digit-letter-confusion").filter(|r| !is_right(r));
    let confused = share("digit-letter-confusion, firm where wrong as typed", wrong, firm);
    let confused_ranked = share("digit-letter-confusion, ranked", of("digit-letter-confusion"), ranked);
    let slips = share("slips, ranked", of("substitution").chain(of("transposition")).filter(|r| checked(r)), ranked);
    share("missing, ranked", of("missing-digit").filter(|r| checked(r)), ranked);
    share("other country, ranked", of("unknown-country"), ranked);
    share("no country, ranked", of("missing-country"), ranked);
    assert!(evident.iter().all(|&e| e >= 0.95), "evident {evident:?}");
    assert!(doubled >= 0.95, "doubled {doubled}");
    assert!(confused >= 0.95, "confused {confused}");
    assert!(confused_ranked >= 0.95, "confused, ranked {confused_ranked}");
    assert!(slips >= 0.95, "slips {slips}");
    let right_and_firm = rows
        .iter()
        .filter(|r| is_right(r))
        .filter(|r| rescue(&r.number, &IdentifyContext::default()).iter().any(|correction| correction.firm));
    assert_eq!(right_and_firm.count(), 0, "numbers that are right as typed, with a firm correction");
}

#[test]
fn the_published_corpus_is_identified_and_rescued() {
    if let Some(rows) = published() {
        measure(&rows);
    }
}

#[test]
fn our_own_corpus_is_identified_and_rescued() {
    measure(&own());
}
