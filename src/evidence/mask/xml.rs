//! XML and HTML: the text inside a person's tags, and contacts everywhere else. Lenient: any text gets through.

use super::replacement::MASK;
use super::{contacts, mixed_text, personal_keys};

/// How far up a closing tag looks for its opening one: a mistaken or mischievous document opens them by the million.
const DEPTH: usize = 256;

/// The text masked.
pub(super) fn mask(text: &str, own: &[&str]) -> String {
    let head = text.get(..1024.min(text.len())).unwrap_or(text).to_ascii_lowercase();
    let html = head.contains("<html") || head.contains("<!doctype html");
    let mut scan = Scan { out: String::with_capacity(text.len()), open: Vec::new(), own, html };
    let mut rest = text;
    while !rest.is_empty() {
        rest = scan.step(rest);
    }
    scan.out
}

struct Scan<'a> {
    out: String,
    /// The open tags, and whether each is a person's or inside one.
    open: Vec<(String, bool)>,
    own: &'a [&'a str],
    /// In HTML `name` is an attribute of everything.
    html: bool,
}

impl Scan<'_> {
    /// Takes a piece of text or a tag off; gives the rest.
    fn step<'t>(&mut self, rest: &'t str) -> &'t str {
        if let Some(data) = rest.strip_prefix("<![CDATA[") {
            let (inside, after) = data.split_once("]]>").unwrap_or((data, ""));
            let close = if inside.len() < data.len() { "]]>" } else { "" };
            self.out.push_str("<![CDATA[");
            self.text(inside);
            self.out.push_str(close);
            return after;
        }
        let tag = rest.starts_with('<') && rest[1..].starts_with(|c: char| c.is_alphabetic() || "/!?_".contains(c));
        if !tag {
            let end = rest.char_indices().skip(1).find(|(_, c)| *c == '<').map_or(rest.len(), |(at, _)| at);
            self.text(&rest[..end]);
            return &rest[end..];
        }
        let end = tag_end(rest);
        self.tag(&rest[..end]);
        &rest[end..]
    }

    fn text(&mut self, text: &str) {
        if self.is_secret() && !text.trim().is_empty() {
            self.out.push_str(MASK);
        } else {
            self.out.push_str(&contacts::mask(&mixed_text::mask(text), self.own));
        }
    }

    fn is_secret(&self) -> bool {
        self.open.last().is_some_and(|(_, secret)| *secret)
    }

    fn tag(&mut self, tag: &str) {
        let name: String = tag[1..].trim_start_matches('/').chars().take_while(|c| is_name(*c)).collect();
        let local = name.rsplit(':').next().unwrap_or_default();
        if tag.starts_with("</") {
            if let Some(up) = self.open.iter().rev().take(DEPTH).position(|(open, _)| *open == name) {
                self.open.truncate(self.open.len() - up - 1);
            }
        } else if !tag.ends_with("/>") && !tag.starts_with("<!") && !tag.starts_with("<?") {
            let secret = self.is_secret() || personal_keys::is_personal(local);
            self.open.push((name.clone(), secret));
        }
        self.attributes(tag);
    }

    /// Copies a tag, without the values of a person's attributes.
    fn attributes(&mut self, tag: &str) {
        let mut rest = tag;
        while let Some(equals) = rest.find('=') {
            let name = rest[..equals].trim_end().rsplit(|c: char| !is_name(c)).next().unwrap_or_default();
            let local = name.rsplit(':').next().unwrap_or_default();
            let personal = personal_keys::is_personal(local) && !(self.html && local.eq_ignore_ascii_case("name"));
            let value = rest[equals + 1..].trim_start();
            let start = rest.len() - value.len();
            let Some(quote) = value.chars().next().filter(|c| matches!(c, '"' | '\'')) else {
                self.out.push_str(&contacts::mask(&rest[..=equals], self.own));
                rest = &rest[equals + 1..];
                continue;
            };
            let length = value[1..].find(quote).unwrap_or(value.len() - 1);
            let inside = &value[1..=length];
            self.out.push_str(&contacts::mask(&rest[..start], self.own));
            self.out.push(quote);
            let masked = personal && !inside.trim().is_empty();
            self.out.push_str(&if masked { MASK.to_owned() } else { contacts::mask(inside, self.own) });
            rest = &rest[start + 1 + length..];
            if let Some(after) = rest.strip_prefix(quote) {
                self.out.push(quote);
                rest = after;
            }
        }
        self.out.push_str(&contacts::mask(rest, self.own));
    }
}

fn is_name(c: char) -> bool {
    c.is_alphanumeric() || "_:.-".contains(c)
}

/// Where a tag ends; a `>` between quotes does not end it.
fn tag_end(text: &str) -> usize {
    if text.starts_with("<!--") {
        return text.find("-->").map_or(text.len(), |at| at + 3);
    }
    let mut quote = None;
    for (at, c) in text.char_indices() {
        match (quote, c) {
            (None, '"' | '\'') => quote = Some(c),
            (None, '>') => return at + 1,
            (Some(open), c) if open == c => quote = None,
            _ => {}
        }
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_in_a_persons_tag_goes_and_the_tags_stay() {
        let body = "<?xml version=\"1.0\"?><r xmlns:n=\"u\"><n:Rcpn>Иванов <b>И.</b></n:Rcpn><x>Arrived</x>\
                    <phone/><y phone='1' code=\"7\">call +79001234567</y><n:Sndr><![CDATA[<Zhang>]]></n:Sndr></r>";
        let wanted = "<?xml version=\"1.0\"?><r xmlns:n=\"u\"><n:Rcpn>***<b>***</b></n:Rcpn><x>Arrived</x>\
                      <phone/><y phone='***' code=\"7\">call ***</y><n:Sndr><![CDATA[***]]></n:Sndr></r>";
        assert_eq!(mask(body, &[]), wanted);
        assert_eq!(mask(wanted, &[]), wanted);
    }

    #[test]
    fn html_keeps_its_markup() {
        let page = "<!DOCTYPE html><html><meta name=\"robots\"><br><p>1 < 2 & a</p><address>Lenina 1</address></html>";
        assert_eq!(mask(page, &[]), page.replace("Lenina 1", "***"));
    }
}
