//! Any bytes at all: no panic, and time that grows with the length only.
#![expect(clippy::print_stdout, reason = "what was measured is for the reader of the test's output")]

use std::time::Instant;

use posylka::domain::number::{IdentifyContext, TrackingNumber, identify, look, numbers_in, recognise, rescue};
use proptest::prelude::*;

/// Pieces that the search gives a meaning to.
const PIECES: &[&str] = &[
    "RB123456785CN",
    "LP00",
    "123456789012",
    "4PX3001451182489CN",
    " ",
    " ",
    "-",
    "/",
    ";",
    "\n",
    "\t",
    ",",
    ". ",
    "=\n",
    "=3D",
    "=",
    "<b>",
    "</td>",
    "<a href='",
    "<",
    ">",
    "&nbsp;",
    "&#",
    "https://",
    "%2C",
    "?nums=",
    "&orderId=",
    "@",
    "a.b/",
    "Трек",
    "заказ",
    "Order",
    "tel",
    "СДЭК",
    "GLS",
    "运单",
    "订单",
    "8",
    "2025",
    "+7",
    "DE89",
    "\u{200b}",
    "\u{301}",
    "Ё",
    "ﬀ",
    "İ",
    "Content-Transfer-Encoding: base64\n\n",
    "Content-Type: text/html\n",
    "Subject: x\n",
    "--b\n",
    "р/с",
    "\u{202e}",
    "\u{feff}",
    "１２",
    "|",
    "#",
    "e\u{301}",
];

fn texts() -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(PIECES), 0..60).prop_map(|p| p.concat())
}

fn exercise(bytes: &[u8]) -> Result<(), TestCaseError> {
    let context = IdentifyContext::default();
    let findings = look(bytes, &context);
    for f in &findings.found {
        if let Some(span) = f.span.clone() {
            prop_assert!(bytes.get(span).is_some());
        }
        let again = TrackingNumber::parse(f.number.as_str()).ok();
        prop_assert_eq!(again.as_ref(), Some(&f.number));
    }
    let numbers: std::collections::HashSet<_> = findings.found.iter().map(|f| &f.number).collect();
    prop_assert_eq!(numbers.len(), findings.found.len());
    let text = String::from_utf8_lossy(bytes);
    let _ = (identify(&text, &context), rescue(&text, &context), recognise(&text, &context));
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn no_text_of_telling_pieces_panics(text in texts()) {
        exercise(text.as_bytes())?;
    }

    #[test]
    fn no_bytes_panic(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        exercise(&bytes)?;
    }

    #[test]
    fn no_text_panics(text in any::<String>()) {
        exercise(text.as_bytes())?;
    }

    #[test]
    fn spelling_does_not_change_what_a_number_is(number in "[A-Z]{2}[0-9]{9}[A-Z]{2}", at in 1_usize..12) {
        let spelled = format!("{} {}", &number[..at], number[at..].to_lowercase());
        prop_assert_eq!(identify(&number, &IdentifyContext::default()), identify(&spelled, &IdentifyContext::default()));
    }
}

/// Texts that invite to go back and forth, half a megabyte of each: a search that is not linear does not come to an
/// end here. The times are printed, not judged.
#[test]
fn long_texts_come_to_an_end() {
    for piece in [
        "a",
        "1",
        "1 ",
        "1-",
        "AB1",
        "<",
        "<a=\"",
        "<a='",
        "<b ",
        "&",
        "=",
        "=\n",
        "@",
        "a@",
        "1@",
        "//",
        "https://",
        "x.yz/",
        "?a=",
        "%25",
        "\n",
        "a,b\n",
        "DE89 ",
        "RB ",
        "order ",
        "Трек 1",
        "GLS ",
        "<!--",
        "<script>",
        "content-transfer-encoding: base64\n",
        "A1a",
        "А1",
        "运单",
        "\u{200b}",
        "RB123456785CN ",
        "LP00123456789012;",
        "Track;Order\n1;2\n",
    ] {
        let text = piece.repeat(500_000 / piece.len());
        let started = Instant::now();
        let found = numbers_in(&text, &IdentifyContext::default()).len();
        println!("{piece:?}: {found} in {:?}", started.elapsed());
        assert!(found <= 20_000);
    }
}

#[test]
fn many_different_numbers_are_all_found() {
    let lines: Vec<String> = (0..20_000).map(|i| format!("LP00{:012}", i * 37)).collect();
    let text = lines.join(
        "
",
    );
    assert_eq!(numbers_in(&text, &IdentifyContext::default()).len(), 20_000);
}
