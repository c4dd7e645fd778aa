//! Reading what sources say in words, where they have no code that is known.

/// Lower case, without the accents of the Romance languages, single spaces.
pub(in crate::sources) fn plain(text: &str) -> String {
    let bare = |c: char| match c {
        'à' | 'á' | 'â' | 'ã' | 'ä' => 'a',
        'è' | 'é' | 'ê' | 'ë' => 'e',
        'ì' | 'í' | 'î' | 'ï' => 'i',
        'ò' | 'ó' | 'ô' | 'õ' | 'ö' => 'o',
        'ù' | 'ú' | 'û' | 'ü' => 'u',
        'ñ' => 'n',
        'ç' => 'c',
        other => other,
    };
    let text: String = text.to_lowercase().chars().map(bare).collect();
    let text = without_typed_accents(&text);
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The text without the apostrophes that stand for an accent: behind a vowel that ends a word ("e' stata").
fn without_typed_accents(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        let ends_a_word = chars.peek().is_none_or(|next| !next.is_alphanumeric());
        if !(matches!(c, '\'' | '’') && ends_a_word && plain.ends_with(['a', 'e', 'i', 'o', 'u'])) {
            plain.push(c);
        }
    }
    plain
}

/// Whether one of the parts occurs.
pub(in crate::sources) fn holds(text: &str, parts: &[&str]) -> bool {
    parts.iter().any(|part| text.contains(part))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn accents_case_and_spaces_make_no_difference() {
        assert_eq!(plain("  La spedizione È\u{a0}stata\tconsegnata "), "la spedizione e stata consegnata");
        assert_eq!(plain("DEVOLUCIÓN a España"), "devolucion a espana");
        assert_eq!(
            plain("La spedizione e' stata consegnata all’indirizzo"),
            "la spedizione e stata consegnata all’indirizzo"
        );
    }
}
