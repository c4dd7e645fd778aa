//! What is personal within texts, wherever they stand.

/// What stands in place of something personal.
pub(super) const MASK: &str = "***";

/// What stands before the name of the person who signed.
const SIGNED: [&str; 4] = ["signed for by", "signed by", "unterschrieben von", "empfangen von"];

/// Masks what follows "signed by" to the end of the text.
pub(super) fn signatures(text: &str) -> String {
    let lower = text.to_ascii_lowercase();
    let ends = |mark: &&str| lower.match_indices(*mark).map(|(at, mark)| at + mark.len()).collect::<Vec<_>>();
    let mut found: Vec<usize> = SIGNED.iter().flat_map(ends).collect();
    found.sort_unstable();
    let mut out = String::with_capacity(text.len());
    let mut kept = 0;
    for name in found {
        if name < kept {
            continue;
        }
        let end = text[name..].find(['"', '<', '\n', '\\']).map_or(text.len(), |end| name + end);
        out.push_str(&text[kept..name]);
        let nobody = text[name..end].trim_matches([' ', ':']).is_empty();
        out.push_str(if nobody { &text[name..end] } else { " ***" });
        kept = end;
    }
    out.push_str(&text[kept..]);
    out
}

/// Masks e-mail addresses and phone numbers anywhere.
pub(super) fn emails_and_phones(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(['@', '+']) {
        let (before, after) = (&rest[..at], &rest[at + 1..]);
        let mail = |c: char| c.is_alphanumeric() || ".-_%".contains(c);
        if rest[at..].starts_with('@') {
            let user = before.len() - before.trim_end_matches(mail).len();
            let host = after.find(|c| !mail(c)).unwrap_or(after.len());
            let is_mail = user > 0 && after[..host].trim_matches('.').contains('.');
            out.push_str(if is_mail { &before[..at - user] } else { &rest[..=at] });
            out.push_str(if is_mail { MASK } else { "" });
            rest = if is_mail { &after[host..] } else { after };
            continue;
        }
        let digits = after.find(|c: char| !c.is_ascii_digit() && !" -().".contains(c)).unwrap_or(after.len());
        let number = after[..digits].trim_end_matches(|c: char| !c.is_ascii_digit());
        // "GMT+8" and an offset after a time are no phone numbers.
        let glued = before.ends_with(|c: char| c.is_alphanumeric());
        let many = number.bytes().filter(u8::is_ascii_digit).count() >= 7;
        out.push_str(&rest[..=at]);
        let is_phone = many && !glued && !number.starts_with('0');
        out.push_str(if is_phone { MASK } else { "" });
        rest = if is_phone { &after[number.len()..] } else { after };
    }
    out.push_str(rest);
    out
}
