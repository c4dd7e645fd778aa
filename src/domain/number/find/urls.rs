//! Links: which of their parts are track numbers, which is the order, and that nothing else in them is either.

use std::ops::Range;

/// Links within links are read so deep.
const DEEPEST: usize = 3;
/// Parts of one link are read up to so many.
const MOST_PARTS: usize = 200;
/// A longer link is cut.
const LONGEST: usize = 8_000;

/// What a part of a link is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Part {
    /// The value of a parameter whose name speaks of tracking.
    Track,
    /// A value that may be a number if it looks like one beyond doubt.
    Maybe,
    /// The value of a parameter whose name speaks of an order.
    Order,
}

/// Every link in a text, by bytes. In linear time: each chunk between white space is looked at once.
pub(super) fn links(text: &str) -> Vec<Range<usize>> {
    let mut all = Vec::new();
    let ends = |c: char| {
        c.is_whitespace() || matches!(c, '<' | '>' | '"' | '\'' | '`' | '«' | '»' | '，' | '。' | '）' | '；')
    };
    for chunk in text.split(ends) {
        let start = chunk.as_ptr() as usize - text.as_ptr() as usize;
        if let Some(at) = link_start(chunk) {
            let link = chunk[at..].trim_end_matches(['.', ',', ';', ')', ']', '!', ':']);
            all.push(start + at..start + at + link.len());
        }
    }
    all
}

/// Where in a chunk a link starts: at its scheme, or at a name with a dot before a slash.
fn link_start(chunk: &str) -> Option<usize> {
    let Some(slash) = chunk.find('/') else { return chunk.find("www.") };
    if chunk[slash..].starts_with("//") && chunk[..slash].ends_with(':') {
        let scheme = chunk[..slash - 1].bytes().rev().take_while(u8::is_ascii_alphabetic).count();
        return (scheme > 0).then_some(slash - 1 - scheme);
    }
    let host =
        chunk[..slash].bytes().rev().take_while(|b| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'-')).count();
    let host = &chunk[slash - host..slash];
    let top = host.rsplit('.').next().unwrap_or("");
    let named = host.contains('.') && top.len() >= 2 && top.bytes().all(|b| b.is_ascii_alphabetic());
    named.then_some(slash - host.len())
}

/// The parts of a link that say something.
pub(super) fn parts(link: &str) -> Vec<(String, Part)> {
    let mut all = Vec::new();
    let link = &link[..link.floor_char_boundary(LONGEST)];
    read(link, 0, &mut all);
    all
}

fn read(link: &str, depth: usize, all: &mut Vec<(String, Part)>) {
    let (path, query) = match link.find(['?', '#', '&']) {
        Some(at) => (&link[..at], &link[at + 1..]),
        None => (link, ""),
    };
    let after_host = path.split_once("://").map_or(path, |(_, rest)| rest);
    let tracking = speaks_of_tracking(&path.to_ascii_lowercase());
    for segment in after_host.split('/').skip(1).filter(|s| !s.is_empty()) {
        let kind = if tracking { Part::Track } else { Part::Maybe };
        push(decode(segment), kind, depth, all);
    }
    for pair in query.split(['&', '#', '?', ';']).filter(|p| !p.is_empty()) {
        let Some((key, value)) = pair.split_once('=') else {
            // "#/track/RB…" and "#RB…"
            let kind =
                if tracking || speaks_of_tracking(&pair.to_ascii_lowercase()) { Part::Track } else { Part::Maybe };
            decode(pair).split('/').for_each(|p| push(p.to_owned(), kind, depth, all));
            continue;
        };
        let value = decode(value);
        match kind_of(key) {
            // the page is about tracking, so what it is asked for is a track number
            Some(Part::Maybe) if tracking => push(value, Part::Track, depth, all),
            Some(kind) => push(value, kind, depth, all),
            None if value.contains("://") || value.contains('=') => push(value, Part::Maybe, depth, all),
            None if tracking && !is_aside(key) => push(value, Part::Maybe, depth, all),
            None => {}
        }
    }
}

fn push(value: String, kind: Part, depth: usize, all: &mut Vec<(String, Part)>) {
    if value.contains("://")
        || (value.contains('?') && value.contains('='))
        || (value.contains('=') && value.contains('&'))
    {
        if depth < DEEPEST {
            read(&value, depth + 1, all);
        }
        return;
    }
    // a value that was encoded twice
    let value = if value.contains('%') && depth < DEEPEST { decode(&value) } else { value };
    if value.contains("://") {
        return push(value, kind, depth + 1, all);
    }
    let pieces = value.split([',', ';', '|', ' ', '\n', '+', '/']).map(str::trim).filter(|p| !p.is_empty());
    for piece in pieces {
        if all.len() < MOST_PARTS {
            all.push((piece.to_owned(), kind));
        }
    }
}

/// Names of parameters that may hold anything, a track number or another link too.
const MAYBE: &str = "\
    id ids no n q query search s text match value p key url u to target redirect link dest goto next \
    href";

/// What the name of a parameter says of its value; `None`: nothing to look for.
fn kind_of(key: &str) -> Option<Part> {
    let key: String = key.chars().filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_lowercase()).collect();
    if key.contains("order") || matches!(key.as_str(), "oid" | "bestellung" | "pedido" | "commande") {
        return Some(Part::Order);
    }
    if is_aside(&key) {
        return None;
    }
    if speaks_of_tracking(&key)
        || matches!(key.as_str(), "nums" | "numbers" | "idc" | "numero" | "number" | "num" | "code" | "codes" | "nr")
    {
        return Some(Part::Track);
    }
    MAYBE.split(' ').any(|name| name == key).then_some(Part::Maybe)
}

/// Parameters that follow the reader, not the parcel.
fn is_aside(key: &str) -> bool {
    key.starts_with("utm")
        || ["source", "session", "click", "token", "spm", "sign", "campaign"].iter().any(|s| key.contains(s))
}

fn speaks_of_tracking(name: &str) -> bool {
    const SIGNS: &[&str] = &[
        "track",
        "mailno",
        "waybill",
        "awb",
        "barcode",
        "parcel",
        "shipment",
        "consign",
        "sendung",
        "colis",
        "suivi",
        "seguim",
        "rastre",
        "piece",
        "paket",
        "envio",
        "zasilk",
        "przesyl",
        "sledz",
        "ttn",
        "cargo",
        "postid",
        "mailitem",
        "localizador",
        "verfolg",
        "otsleg",
        "monitor",
        "followup",
        "tracing",
        "trace",
    ];
    SIGNS.iter().any(|s| name.contains(s))
}

/// Percent-decoding; what is not valid stays.
fn decode(text: &str) -> String {
    if !text.contains('%') {
        return text.to_owned();
    }
    let bytes = text.as_bytes();
    let hex = |at: usize| bytes.get(at).and_then(|&b| char::from(b).to_digit(16)).and_then(|d| u8::try_from(d).ok());
    let mut out = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while at < bytes.len() {
        if bytes[at] == b'%'
            && let (Some(a), Some(b)) = (hex(at + 1), hex(at + 2))
        {
            out.push(a << 4 | b);
            at += 3;
        } else {
            out.push(bytes[at]);
            at += 1;
        }
    }
    String::from_utf8_lossy(&out).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(link: &str, kind: Part) -> Vec<String> {
        parts(link).into_iter().filter(|(_, k)| *k == kind).map(|(v, _)| v).collect()
    }

    #[test]
    fn links_are_found_with_and_without_a_scheme() {
        let text = "see (https://a.example/x?y=1). or t.17track.net/en#nums=2, not a/b nor 12.11.2025/RB1";
        let all: Vec<_> = links(text).into_iter().map(|r| &text[r]).collect();
        assert_eq!(all, ["https://a.example/x?y=1", "t.17track.net/en#nums=2"]);
    }

    #[test]
    fn parameters_tell_tracks_orders_and_the_rest_apart() {
        let link = "https://x.example/d.htm?mailNoList=A1%2CB2&tradeOrderId=819&spm=a2g0o.RB123456785CN&utm_id=7";
        assert_eq!(found(link, Part::Track), ["A1", "B2"]);
        assert_eq!(found(link, Part::Order), ["819"]);
        assert!(!parts(link).iter().any(|(v, _)| v.contains("RB1")));
    }

    #[test]
    fn a_redirector_is_looked_through() {
        let link = "https://r.example/go?url=https%3A%2F%2Ft.example%2Fen%23nums%3DLP1%252CLP2";
        assert_eq!(found(link, Part::Track), ["LP1", "LP2"]);
    }
}
