//! The words beside a number, as people write lists: "LP00123456789012 lamp".

use std::ops::Range;

use super::number_tokens::without_list_sign;
use crate::domain::CleanText;
use crate::domain::number::{self, IdentifyContext};
use crate::import::mail;

/// A title is no longer, in characters.
const LONGEST: usize = 80;

/// Words that say what the number is, and no title.
const LABELS: &str = "трек|треки|трекномер|номер|номера|отслеживания|отслеживание|код|посылка|посылки|посылку|отправление|\
    отправления|накладная|ттн|заказ|заказа|мой|моя|ваш|ваша|track|tracking|number|no|nr|num|parcel|package|shipment|order|my|is|\
    your|code|id|运单号|快递单号|单号|物流单号|订单号|订单|sendungsnummer|paketnummer|sendung|paket|suivi|numero|seguimiento|pedido|\
    przesylki|przesyłka|numer|посилка|посилки|spedizione|rastreio|kargo|takip|бандероль|letter";

/// What stands beside a number in its line and can be a title; `None`: nothing, or a sentence about its way. `shops`: their
/// names are no titles either.
pub(super) fn title(line: &str, number: Range<usize>, shops: &[CleanText]) -> Option<CleanText> {
    let (before, after) = (line.get(..number.start)?, line.get(number.end..)?);
    let before = stripped(without_list_sign(before), shops);
    let after = stripped(after, shops);
    let title = [before, after].into_iter().find(|part| part.chars().filter(|c| c.is_alphabetic()).count() > 1)?;
    // Shops are written in several ways.
    let is_shop = || !number::look(title, &IdentifyContext::default()).shops.is_empty();
    if !title.contains(char::is_whitespace) && is_shop() {
        return None;
    }
    let is_sentence = title.contains(['!', '?']) || title.contains(". ") || mail::tells_of_a_step(line);
    if title.chars().count() > LONGEST || is_sentence || title.contains("://") {
        return None;
    }
    CleanText::some_line(title)
}

/// A part of a line without signs and labels at its ends; of several cells the first that says something.
fn stripped<'a>(part: &'a str, shops: &[CleanText]) -> &'a str {
    let mut cells = part.split(['\t', '|', ';']).map(|cell| without_labels(cell, shops));
    cells.find(|cell| cell.chars().any(char::is_alphabetic)).unwrap_or_default()
}

fn without_labels<'a>(cell: &'a str, shops: &[CleanText]) -> &'a str {
    let mut rest = trimmed(cell);
    loop {
        let first = rest.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
        let last = rest.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
        let shorter = match rest {
            _ if !first.is_empty() && is_no_title(first, shops) => &rest[first.len()..],
            _ if !last.is_empty() && is_no_title(last, shops) => &rest[..rest.len() - last.len()],
            _ => return rest,
        };
        rest = trimmed(shorter);
    }
}

fn is_no_title(word: &str, shops: &[CleanText]) -> bool {
    let word = word.to_lowercase();
    LABELS.split('|').any(|label| label == word) || shops.iter().any(|shop| shop.to_lowercase() == word)
}

fn trimmed(part: &str) -> &str {
    let sign = |c: char| c.is_whitespace() || matches!(c, '"' | '\'' | '«' | '»' | '“' | '”' | '№') || c == '#';
    let joint = |c: char| {
        sign(c) || matches!(c, '-' | '–' | '—' | ':' | '：' | ',' | '.' | '=' | '>' | '<' | '→' | '*' | '•' | '/')
    };
    let part = part.trim_matches(joint);
    // A bracket that is open on one side only belongs to what was cut away.
    let part = if part.contains('(') == part.contains(')') { part } else { part.trim_matches(['(', ')']) };
    part.strip_prefix('(').and_then(|inner| inner.strip_suffix(')')).unwrap_or(part).trim_matches(joint)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn beside(line: &str) -> Option<String> {
        let number = "LP00620966542870";
        let at = line.find(number).unwrap();
        title(line, at..at + number.len(), &[CleanText::line("AliExpress")]).map(|title| title.to_string())
    }

    #[test]
    fn what_is_beside_a_number_names_the_parcel() {
        for (line, wanted) in [
            ("LP00620966542870 Чехол для телефона", Some("Чехол для телефона")),
            ("1. LP00620966542870 - Кабель (2 шт.)", Some("Кабель (2 шт.)")),
            ("Лампа: LP00620966542870", Some("Лампа")),
            ("Лампа (LP00620966542870)", Some("Лампа")),
            ("LP00620966542870; USB hub; 300 rub", Some("USB hub")),
            ("AliExpress LP00620966542870 | Lamp", Some("Lamp")),
            ("Трек-номер: LP00620966542870", None),
            ("Ваш заказ LP00620966542870 отправлен", None),
            ("Your tracking number is LP00620966542870", None),
            ("LP00620966542870", None),
            ("LP00620966542870 5", None),
        ] {
            assert_eq!(beside(line).as_deref(), wanted, "{line}");
        }
    }
}
