//! An answer as it may be shown to others: what is personal in it is masked, its form stays.
//!
//! Masked are e-mail addresses, phone numbers that begin with `+`, and what stands under JSON keys and in XML
//! elements that are named after a person: recipient, sender, phone, address, signature … Too much is masked rather
//! than too little. The answer that is kept is never changed.

mod json_fields;
mod personal_names;
mod personal_patterns;
mod xml_elements;

use json_fields::json_fields;
use personal_patterns::{emails_and_phones, signatures};
use xml_elements::xml_elements;

/// The body with everything personal masked. Invalid UTF-8 is replaced.
#[must_use]
pub fn masked(body: &[u8]) -> String {
    let text = String::from_utf8_lossy(body);
    signatures(&emails_and_phones(&xml_elements(&json_fields(&text))))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn what_is_personal_is_masked_and_nothing_else() {
        for (body, shown) in [
            (r#"{"a":1,"recipientName": "Ivan","b":[2]}"#, r#"{"a":1,"recipientName": "***","b":[2]}"#),
            (r#"{"name":"Ivan","cityName":"Minsk"}"#, r#"{"name":"***","cityName":"Minsk"}"#),
            (
                r#"{"receiver":{"x":"Ivan","n":[12,null,""]},"y":3}"#,
                r#"{"receiver":{"x":"***","n":["***",null,""]},"y":3}"#,
            ),
            (r#"{"phone":375291234567}"#, r#"{"phone":"***"}"#),
            (r#"{"address":null,"x":"y"}"#, r#"{"address":null,"x":"y"}"#),
            (r#"{"first_name":"I\"v","mailNo":"LP1"}"#, r#"{"first_name":"***","mailNo":"LP1"}"#),
            (r#"{"signedBy":"Ivan","signedTime":"2026"}"#, r#"{"signedBy":"***","signedTime":"2026"}"#),
            (
                "<a><ns:Rcpn>Ivan</ns:Rcpn><Name>Accepted</Name></a>",
                "<a><ns:Rcpn>***</ns:Rcpn><Name>Accepted</Name></a>",
            ),
            (
                "<DestinationAddress><Index>1</Index> </DestinationAddress>",
                "<DestinationAddress><Index>***</Index> </DestinationAddress>",
            ),
            ("write to ivan.i@mail.example, or +7 (900) 123-45-67.", "write to ***, or +***."),
            (
                r#"{"nombre_cliente": "NADIE","destinationName":"Ivan"}"#,
                r#"{"nombre_cliente": "***","destinationName":"***"}"#,
            ),
            (
                r#"{"status": "DELIVERED", "description": "JESSICA"},{"status":"transit","description":"Sorted"}"#,
                r#"{"status": "DELIVERED", "description": "***"},{"status":"transit","description":"Sorted"}"#,
            ),
            (r#"{"t":"Delivered. Signed by: I. PETROV"}"#, r#"{"t":"Delivered. Signed by ***"}"#),
            ("10:31+03:00, GMT+8 2026-11-20, @home, a@b", "10:31+03:00, GMT+8 2026-11-20, @home, a@b"),
        ] {
            assert_eq!(masked(body.as_bytes()), shown);
        }
    }

    #[test]
    fn a_document_without_anything_personal_stays_as_it_is() {
        let body = r#"{"module":[{"mailNo":"LP00620966542870","detailList":[{"timeStr":"2026-11-06 10:31:00","timeZone":"GMT+3","desc":"Arrived"}]}],"success":true}"#;
        assert_eq!(masked(body.as_bytes()), body);
    }

    proptest! {
        #[test]
        fn any_bytes_are_survived(bytes in prop::collection::vec(any::<u8>(), 0..80)) {
            let _ = masked(&bytes);
        }

        #[test]
        fn anything_that_looks_like_a_document_is_survived(
            text in r#"[a-e"{}\[\],:<>/@+.0-9 \\é]{0,60}"#,
            name in prop::sample::select(vec!["phone", "name", "recipient", "x"]),
        ) {
            let shown = masked(format!("{{\"{name}\":{text}}}<{name}>{text}</{name}>").as_bytes());
            prop_assert!(shown.len() <= 2 * (2 * text.len() + 40));
        }

        #[test]
        fn a_secret_under_a_personal_key_never_shows(secret in "[a-zA-Z]{12,20}", deep in 0..4_usize) {
            let value = format!("{}\"{secret}\"{}", "[".repeat(deep), "]".repeat(deep));
            let json = format!("{{\"id\":1,\"senderPhone\":{value},\"z\":2}}");
            prop_assert!(!masked(json.as_bytes()).contains(&secret));
            let xml = format!("<r><ns1:Sender><a b=\"c\">{secret}</a></ns1:Sender></r>");
            prop_assert!(!masked(xml.as_bytes()).contains(&secret));
        }
    }
}
