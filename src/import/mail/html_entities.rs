//! Entities of HTML as characters.

use std::borrow::Cow;

/// The names that mails use.
const NAMES: &str = "nbsp \u{a0} ensp \u{a0} emsp \u{a0} thinsp \u{a0} amp & lt < gt > quot \" apos ' shy \u{ad} zwnj \u{200c} \
    zwj \u{200d} ZeroWidthSpace \u{200b} ndash – mdash — hellip … middot · bull • laquo « raquo » ldquo “ rdquo ” bdquo „ \
    lsquo ‘ rsquo ’ copy © reg ® trade ™ euro € pound £ deg ° times × ordm º ordf ª sect § \
    auml ä ouml ö uuml ü Auml Ä Ouml Ö Uuml Ü szlig ß eacute é Eacute É egrave è Egrave È ecirc ê euml ë agrave à Agrave À \
    acirc â aacute á Aacute Á atilde ã aring å iacute í igrave ì icirc î iuml ï oacute ó Oacute Ó ograve ò ocirc ô otilde õ \
    uacute ú Uacute Ú ugrave ù ucirc û ccedil ç Ccedil Ç ntilde ñ Ntilde Ñ yacute ý scaron š Scaron Š";
/// A longer name is none.
const LONGEST: usize = 16;

/// A text with its entities as characters; unknown ones stay.
pub(super) fn decoded(text: &str) -> Cow<'_, str> {
    if !text.contains('&') {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        let end = rest.bytes().take(LONGEST).position(|byte| byte == b';');
        let Some((c, end)) = end.and_then(|end| Some((entity(&rest[1..end])?, end))) else {
            out.push('&');
            rest = &rest[1..];
            continue;
        };
        out.push(c);
        rest = &rest[end + 1..];
    }
    out.push_str(rest);
    Cow::Owned(out)
}

fn entity(name: &str) -> Option<char> {
    let Some(number) = name.strip_prefix('#') else {
        let mut known = NAMES.split(' ');
        while let (Some(known), Some(c)) = (known.next(), known.next()) {
            if known == name {
                return c.chars().next();
            }
        }
        return None;
    };
    let hex = number.strip_prefix(['x', 'X']);
    let code = hex.map_or_else(|| number.parse().ok(), |hex| u32::from_str_radix(hex, 16).ok())?;
    char::from_u32(code)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_and_numbers_are_characters() {
        assert_eq!(
            decoded("exp&eacute;di&#233;e &amp; &unknown; &#x2013; a & b&nbsp;"),
            "expédiée & &unknown; – a & b\u{a0}"
        );
        assert_eq!(decoded("LP00&ZeroWidthSpace;62"), "LP00\u{200b}62");
    }
}
