//! Keys and tags that are named like a person's data.

/// A word that begins or ends like one of these names it, in whatever spelling: `receiverName`, `recipient_phone`.
const STEMS: [&str; 24] = [
    "recipient",
    "receiver",
    "sender",
    "consignee",
    "consignor",
    "addressee",
    "signature",
    "signatory",
    "signedby",
    "signer",
    "phone",
    "email",
    "address",
    "surname",
    "firstname",
    "lastname",
    "middlename",
    "fullname",
    "patronymic",
    "username",
    "personname",
    "rcpn",
    "sndr",
    "contactname",
];
/// Words that name it only as a whole word.
const WORDS: [&str; 4] = ["tel", "mobile", "addr", "fio"];
/// Keys that name it where nothing else is in the key: `mail` is an address, `mailNo` is a parcel.
const ALONE: [&str; 4] = ["name", "mail", "email", "signedby"];
/// What makes the `name` in a longer key a person's.
const WHOSE: [&str; 11] =
    ["first", "last", "middle", "full", "user", "contact", "customer", "client", "person", "buyer", "signed"];

/// Whether the values under this key or tag are a person's.
pub(super) fn is_personal(key: &str) -> bool {
    let words = words(key);
    let whole = words.concat();
    let stem = |word: &String| STEMS.iter().any(|stem| word.starts_with(stem) || word.ends_with(stem));
    let plain = |word: &String| WORDS.contains(&word.as_str());
    let named = words.last().is_some_and(|last| last == "name");
    let someones = || words.iter().any(|word| WHOSE.contains(&word.as_str()));
    ALONE.contains(&whole.as_str()) || words.iter().any(|word| stem(word) || plain(word)) || (named && someones())
}

/// The words of a key, in lower case: parted by signs, and where small letters are followed by a capital.
fn words(key: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    let mut small = false;
    for c in key.chars() {
        if !c.is_alphanumeric() || (small && c.is_uppercase()) {
            words.push(String::new());
        }
        small = c.is_lowercase() || c.is_numeric();
        if c.is_alphanumeric()
            && let Some(word) = words.last_mut()
        {
            word.extend(c.to_lowercase());
        }
    }
    words.retain(|word| !word.is_empty());
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_persons_data_is_told_from_the_parcels() {
        for personal in [
            "name",
            "Name",
            "recipient",
            "recipientName",
            "receiver_phone",
            "RECEIVER",
            "senderAddress",
            "Sndr",
            "Rcpn",
            "email",
            "e-mail",
            "eMail",
            "phoneNumber",
            "telephone",
            "tel",
            "mobile",
            "signature",
            "signedBy",
            "SIGNED_BY",
            "firstName",
            "DestinationAddress",
            "address1",
            "contactPerson_name",
            "addresseeFullName",
        ] {
            assert!(is_personal(personal), "{personal}");
        }
        for plain in [
            "mailNo",
            "mailNoSource",
            "statusName",
            "cityName",
            "carrierName",
            "sendError",
            "desc",
            "time",
            "event",
            "filename",
            "hostname",
            "nameless",
            "",
            "status",
            "signed",
        ] {
            assert!(!is_personal(plain), "{plain}");
        }
    }
}
