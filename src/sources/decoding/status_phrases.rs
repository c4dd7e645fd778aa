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
    text.split_whitespace().collect::<Vec<_>>().join(" ")
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
    }
}
