//! Whether a subject says that its mail answers or hands on.

use crate::import::words::folded;

/// How a subject says that a mail is about another one.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Prefix {
    /// It is a mail of its own.
    None,
    /// It answers.
    Reply,
    /// It hands on.
    Forward,
}

const REPLIES: &str = "re|aw|antw|antwort|antwoord|sv|vs|odp|odpowiedz|ynt|yanit|yan|res|rif|r|ref|отв|ответ|ha|відп|відповідь|回复|回覆|答复|答覆|回|\
    automatic reply|autoreply|auto|out of office|automatische antwort|reponse automatique|respuesta automatica|автоответ|\
    undelivered mail returned to sender|delivery status notification";
const FORWARDS: &str = "fwd|fw|wg|tr|rv|i|inoltra|inoltro|pd|podaj|пер|пересл|переслать|переадр|fs|vb|vl|enc|doorst|doorgestuurd|ilt|转发|轉寄|轉發|转寄|\
    weitergeleitet|reenviado|transfere|пересылка|переслано|forward|forwarded";

/// Whether a list of words that are apart by `|` holds one.
fn is_one_of(list: &str, word: &str) -> bool {
    list.split('|').any(|one| one == word)
}

/// What a subject begins with, and the rest of it.
pub(super) fn prefix(subject: &str) -> (Prefix, &str) {
    let (mut found, mut rest) = (Prefix::None, subject.trim());
    while let Some((word, behind)) = rest.split_once([':', '：']) {
        let word = folded(word);
        let word =
            word.trim().trim_end_matches(|c: char| c.is_ascii_digit() || matches!(c, '[' | ']' | '(' | ')')).trim();
        let one = match () {
            () if is_one_of(REPLIES, word) => Prefix::Reply,
            () if is_one_of(FORWARDS, word) => Prefix::Forward,
            () => break,
        };
        found = if found == Prefix::None { one } else { found };
        rest = behind.trim_start();
    }
    (found, rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn subjects_say_that_they_answer_or_hand_on() {
        for (subject, wanted) in [
            ("Re: Order 815", (Prefix::Reply, "Order 815")),
            ("RE[2]: AW: Order 815", (Prefix::Reply, "Order 815")),
            ("Fwd: Order 815", (Prefix::Forward, "Order 815")),
            ("WG: Bestellung", (Prefix::Forward, "Bestellung")),
            ("Tr : Commande", (Prefix::Forward, "Commande")),
            ("转发：订单已发货", (Prefix::Forward, "订单已发货")),
            ("İLT: Sipariş", (Prefix::Forward, "Sipariş")),
            ("Order 815: order shipped", (Prefix::None, "Order 815: order shipped")),
        ] {
            assert_eq!(prefix(subject), wanted, "{subject}");
        }
    }
}
