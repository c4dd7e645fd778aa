//! Who wrote a mail: a shop, a person, or anybody.

use crate::domain::CleanText;
use crate::domain::number::{self, Findings, IdentifyContext};
use crate::import::words::folded;

/// Providers whose addresses people have.
const PROVIDERS: &str = "gmail.com|googlemail.com|outlook.com|hotmail.com|live.com|msn.com|yahoo.com|icloud.com|me.com|mac.com|aol.com|proton.me|protonmail.com|\
    mail.ru|bk.ru|inbox.ru|list.ru|yandex.ru|ya.ru|yandex.com|rambler.ru|ukr.net|i.ua|meta.ua|gmx.de|gmx.net|gmx.at|web.de|t-online.de|freenet.de|orange.fr|free.fr|\
    laposte.net|wanadoo.fr|sfr.fr|libero.it|virgilio.it|alice.it|tiscali.it|wp.pl|o2.pl|onet.pl|interia.pl|gazeta.pl|uol.com.br|bol.com.br|terra.com.br|sapo.pt|\
    ziggo.nl|kpnmail.nl|qq.com|163.com|126.com|sina.com|foxmail.com|seznam.cz|tut.by|hotmail.fr|hotmail.it|hotmail.es|hotmail.de|yahoo.fr|yahoo.it|yahoo.es|yahoo.de|\
    yahoo.co.uk|outlook.fr|outlook.es|outlook.it|outlook.de|fastmail.com|zoho.com";
/// Shops that wait for the buyer's word that all has come.
const ESCROW: [&str; 6] = ["AliExpress", "Taobao", "Alibaba", "DHgate", "Joom", "淘宝"];
/// Names of shops that are words of a language too: in a text they name nobody.
const COMMON_WORDS: [&str; 3] = ["Wish", "Allegro", "Ozon"];

/// Whether people write from that address. What a person says of an order is no news of the shop's.
pub(super) fn is_person(from: &str) -> bool {
    let folded = folded(from);
    let host = folded.rsplit_once('@').map_or("", |(_, host)| host);
    let host = host.trim_matches(|c: char| !c.is_alphanumeric());
    PROVIDERS.split('|').any(|provider| provider == host)
}

/// Whether a shop waits for the buyer's word that all has come.
pub(super) fn is_escrow(shop: Option<&CleanText>) -> bool {
    shop.is_some_and(|shop| ESCROW.iter().any(|name| shop.eq_ignore_ascii_case(name)))
}

/// The shop that writes: named by the address or the name of the sender, or by the subject.
pub(super) fn selling(from: &str, subject: &str) -> Option<CleanText> {
    let shops = |text: &str| number::look(text, &IdentifyContext::default()).shops;
    let in_subject = || shops(subject).into_iter().find(|shop| !is_common(shop));
    shops(from).into_iter().next().or_else(in_subject)
}

/// The only shop that a text names.
pub(super) fn named(findings: &Findings) -> Option<CleanText> {
    let mut named = findings.shops.iter().filter(|shop| !is_common(shop));
    let first = named.next()?;
    named.next().is_none().then(|| first.clone())
}

fn is_common(shop: &CleanText) -> bool {
    COMMON_WORDS.contains(&shop.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn people_and_shops_are_told_by_their_addresses() {
        assert!(is_person("Ann <ann@gmail.com>") && is_person("ann ann@mail.ru"));
        assert!(!is_person("AliExpress transaction@notice.aliexpress.com") && !is_person("shop"));
        let sells = |from: &str, subject: &str| selling(from, subject).map(|shop| shop.to_string());
        assert_eq!(sells("Wish orders@wish.example", "").as_deref(), Some("Wish"));
        assert_eq!(sells("Post info@post.example", "We wish you a good day"), None);
        assert_eq!(sells("Post info@post.example", "Your eBay order").as_deref(), Some("eBay"));
    }
}
