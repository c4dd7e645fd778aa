//! The orders that the links of a shop's mail are about.

use super::line::Line;
use crate::domain::CleanText;

/// Parameters whose values are orders, as far as a shop's own pages write them.
const NAMES: [&str; 12] = [
    "tradeid",
    "o_ids",
    "oids",
    "orderid",
    "orderids",
    "order_id",
    "order_ids",
    "tradeorderid",
    "tradeorderids",
    "bizorderid",
    "biz_order_id",
    "orderno",
];
/// The shops whose links write these parameters.
const SHOPS: [&str; 8] = ["aliexpress", "alibaba", "taobao", "tmall", "1688.", "temu.", "shein.", "lazada"];
/// How many digits an order has.
const DIGITS: std::ops::RangeInclusive<usize> = 8..=24;
/// Links inside links are decoded so often.
const DEEPEST: usize = 3;

/// The orders in the links of these lines, each once.
pub(super) fn orders(lines: &[Line]) -> Vec<CleanText> {
    let mut all: Vec<CleanText> = Vec::new();
    let text = |one: &Line| one.text.contains("://").then(|| one.text.clone());
    let addresses = lines.iter().flat_map(|one| one.links.iter().cloned().chain(text(one)));
    for address in addresses.filter(|address| SHOPS.iter().any(|shop| address.contains(shop))) {
        for code in in_link(&address) {
            if !all.iter().any(|known| known.as_str() == code) {
                all.extend(CleanText::some_line(&code));
            }
        }
    }
    all
}

fn in_link(link: &str) -> Vec<String> {
    let mut link = link.to_owned();
    for _ in 0..DEEPEST {
        if !link.contains('%') {
            break;
        }
        link = percent_decoded(&link);
    }
    let mut found = Vec::new();
    for pair in link.split(|c: char| c.is_whitespace() || matches!(c, '?' | '&' | '#' | ';' | '"' | '\'')) {
        let Some((name, value)) = pair.split_once('=') else { continue };
        if NAMES.contains(&name.to_ascii_lowercase().as_str()) {
            let codes = value.split(|c: char| !c.is_ascii_alphanumeric() && c != '-');
            let is_code = |code: &&str| DIGITS.contains(&code.len()) && code.bytes().all(|byte| byte.is_ascii_digit());
            found.extend(codes.filter(is_code).map(str::to_owned));
        }
    }
    found
}

fn percent_decoded(text: &str) -> String {
    let bytes = text.as_bytes();
    let mut out = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while at < bytes.len() {
        let code = bytes.get(at + 1..at + 3).and_then(|hex| std::str::from_utf8(hex).ok());
        let byte = code.filter(|_| bytes[at] == b'%').and_then(|hex| u8::from_str_radix(hex, 16).ok());
        out.push(byte.unwrap_or(bytes[at]));
        at += if byte.is_some() { 3 } else { 1 };
    }
    String::from_utf8_lossy(&out).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_order_of_a_link_is_found_also_behind_a_redirect() {
        let line = |link: &str| Line { links: vec![link.to_owned()], ..Line::default() };
        let found = |link: &str| orders(&[line(link)]).into_iter().map(|code| code.to_string()).collect::<Vec<_>>();
        assert_eq!(
            found(
                "https://track.aliexpress.com/logisticsInfo.htm?tradeId=8150000000000001&o_ids=8150000000000002,8150000000000003"
            ),
            ["8150000000000001", "8150000000000002", "8150000000000003"]
        );
        let hidden = "https://click.example/?u=https%253A%252F%252Fwww.aliexpress.com%252Fp%253ForderId%253D8150000000000004%2526x%253D1";
        assert_eq!(found(hidden), ["8150000000000004"]);
        assert!(found("https://x.example/?orderId=8150000000000004").is_empty());
        assert!(found("https://www.aliexpress.com/item/1005001234567890.html?orderId=x").is_empty());
    }
}
