//! Names of fields that hold something about a person.

/// Beginnings of words that a field about a person has in its name.
const PERSONAL: [&str; 32] = [
    "recip",
    "receiver",
    "sender",
    "consign",
    "addressee",
    "address",
    "addr",
    "street",
    "phone",
    "telephone",
    "mobile",
    "email",
    "signature",
    "signat",
    "signer",
    "signee",
    "surname",
    "fio",
    "contact",
    "customer",
    "rcpn",
    "sndr",
    "zip",
    // The same in the languages that posts write their fields in; the last is Correos' longer text.
    "nombre",
    "client",
    "destinatar",
    "destinatair",
    "remitente",
    "mittente",
    "nominativo",
    "expedit",
    "ampliado",
];
/// Words that make the name of a person out of "name".
const OF_A_PERSON: [&str; 10] =
    ["first", "last", "full", "given", "family", "middle", "person", "user", "from", "destination"];

/// Whether a key or an element is named like something personal.
pub(super) fn is_personal(name: &str) -> bool {
    let words = words(name);
    let personal = |word: &String| PERSONAL.iter().any(|begin| word.starts_with(begin));
    let named = |word: &String| word == "name" && words.iter().any(|w| OF_A_PERSON.contains(&w.as_str()));
    let joined = words.concat();
    words.iter().any(|word| personal(word) || named(word))
        || joined == "signedby"
        || OF_A_PERSON.iter().any(|person| joined.strip_prefix(person) == Some("name"))
}

/// The words of `recipientFullName`, `RECIPIENT_FULL_NAME` or `recipient-full-name`, in lower case.
fn words(name: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    let mut lower = false;
    for c in name.chars() {
        if !c.is_alphanumeric() || (c.is_uppercase() && lower) {
            words.push(String::new());
        }
        lower = c.is_lowercase();
        if let Some(word) = words.last_mut().filter(|_| c.is_alphanumeric()) {
            word.extend(c.to_lowercase());
        }
    }
    words.retain(|word| !word.is_empty());
    words
}
