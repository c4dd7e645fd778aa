//! Masking what stands in personal elements of XML.

use super::personal_names::is_personal;
use super::personal_patterns::MASK;

/// Masks the texts within XML elements.
pub(super) fn xml_elements(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('<') {
        let Some(end) = rest[at..].find('>').map(|end| at + end + 1) else { break };
        out.push_str(&rest[..end]);
        let tag = &rest[at..end];
        rest = &rest[end..];
        let name = tag[1..].split([' ', '\t', '\r', '\n', '>', '/']).next().unwrap_or_default();
        let local = name.rsplit(':').next().unwrap_or_default();
        let close = format!("</{name}");
        if !local.is_empty() && !tag.ends_with("/>") && is_personal(local) {
            let inside = rest.find(&close).unwrap_or(rest.len());
            mask_texts(&rest[..inside], &mut out);
            rest = &rest[inside..];
        }
    }
    out.push_str(rest);
    out
}

fn mask_texts(text: &str, out: &mut String) {
    for (n, piece) in text.split('<').enumerate() {
        let (tag, words) = if n == 0 { ("", piece) } else { piece.split_at(piece.find('>').map_or(0, |at| at + 1)) };
        if n > 0 {
            out.push('<');
        }
        out.push_str(tag);
        out.push_str(if words.trim().is_empty() { words } else { MASK });
    }
}
