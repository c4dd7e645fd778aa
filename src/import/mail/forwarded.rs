//! Mails that were forwarded inside the text of another one, and what is only quoted.

use super::envelope::Envelope;
use super::forwarded_headers::{Block, header_block, sender_line};
use super::is_reply_or_forward::Prefix;
use super::line::Line;
use super::plain_lines::unquoted;
use crate::import::words::folded;

/// What stands over a mail that was forwarded in a text.
const MARKERS: &str = "forwarded message|forwarded ---|forwarded mail|weitergeleitete nachricht|weitergeleiteten nachricht|message transfere|message transmis|\
    message reexpedie|mensaje reenviado|messaggio inoltrato|przekazana wiadomosc|wiadomosc przekazana|przekazanej wiadomosci|пересылаемое сообщение|\
    пересылаемое письмо|пересылаемого сообщения|переадресованное сообщение|переадресованного сообщения|пересланное сообщение|пересланное письмо|переслане повідомлення|\
    пересланого повідомлення|переслане пересилається|mensagem encaminhada|mensagem reencaminhada|doorgestuurd bericht|iletilen mesaj|iletilen ileti|iletilmis|\
    转发的邮件|转发邮件|轉寄郵件|已转发|轉寄的郵件|原始邮件|original message|ursprungliche nachricht|message d'origine|message original|mensaje original|mensagem original|\
    messaggio originale|wiadomosc oryginalna|oryginalna wiadomosc|исходное сообщение|оригинальное сообщение|oorspronkelijk bericht|orijinal mesaj|orijinal ileti|forwarded conversation";
/// What ends the line before a quotation.
const WROTE: &str = "wrote|schrieb|a ecrit|escribio|ha scritto|napisal|napisala|napisal(a)|pisze|написал|написала|написал(а)|пишет|пише|написав|\
    escreveu|schreef|yazdi|sunu yazdi|写道|寫道|写到";
/// A mail inside the text of another one.
pub(super) struct Inline {
    pub envelope: Envelope,
    pub lines: Vec<Line>,
}

/// What a text holds.
pub(super) struct Parts {
    /// What its sender wrote.
    pub own: Vec<Line>,
    /// The mails that it hands on.
    pub forwarded: Vec<Inline>,
}

/// Takes a text apart. What is only quoted stays, marked as quoted.
pub(super) fn parts(mut lines: Vec<Line>, prefix: Prefix) -> Parts {
    let marked = lines.iter().position(is_marker);
    let forwards = match prefix {
        Prefix::Reply => false,
        Prefix::Forward => true,
        Prefix::None => marked.is_some_and(|at| !is_original(&lines[at])),
    };
    if !forwards {
        let first = lines.iter().position(is_attribution);
        let headers = (0..lines.len()).find(|at| header_block(&lines, *at, 3).is_some());
        let quoted = [first.map(|at| at + 1), headers, marked].into_iter().flatten().min();
        for line in lines.iter_mut().skip(quoted.unwrap_or(usize::MAX)) {
            line.quotes = line.quotes.saturating_add(1);
        }
        return Parts { own: lines, forwarded: Vec::new() };
    }
    let blocks = blocks(&lines);
    let first = blocks.first().map_or(lines.len(), |block| block.start);
    let ends = blocks.iter().skip(1).map(|block| block.start).chain([lines.len()]).collect::<Vec<_>>();
    let inner = blocks.into_iter().zip(ends).map(|(block, end)| {
        let mut lines = lines[block.end..end].to_vec();
        let depth = lines.iter().filter(|line| !line.is_blank()).map(|line| line.quotes).min().unwrap_or(0);
        for line in &mut lines {
            line.quotes = line.quotes.saturating_sub(depth);
        }
        Inline { envelope: block.envelope, lines }
    });
    let forwarded = inner.collect();
    lines.truncate(first);
    Parts { own: lines, forwarded }
}

fn blocks(lines: &[Line]) -> Vec<Block> {
    let markers: Vec<usize> = (0..lines.len()).filter(|at| is_marker(&lines[*at])).collect();
    let mut all = Vec::new();
    let mut at = 0;
    while at < lines.len() {
        let after_marker = markers
            .iter()
            .rfind(|marker| **marker < at)
            .is_some_and(|marker| lines[*marker..at].iter().filter(|line| !line.is_blank()).count() <= 2);
        let named = || after_marker.then(|| sender_line(lines, at)).flatten();
        let block = header_block(lines, at, if after_marker { 1 } else { 3 });
        if let Some(block) = block.or_else(named) {
            at = block.end;
            all.push(block);
        } else {
            at += 1;
        }
    }
    all
}

fn is_marker(line: &Line) -> bool {
    if line.text.len() > 160 || !may_be_marker(&line.text) {
        return false;
    }
    let text = folded(unquoted(&line.text).1).replace('’', "'");
    let signed = text.contains(['-', '—', '–', '_', '=', ':', '：']) || text.ends_with("wiadomosc");
    signed && MARKERS.split('|').any(|marker| text.contains(marker))
}

/// Markers begin with a rule, or end with a colon or a rule: told before the words are looked at.
fn may_be_marker(text: &str) -> bool {
    let text = unquoted(text).1.trim();
    text.starts_with(['-', '—', '–', '_', '=', '*']) || text.ends_with([':', '：', '-', '—', '_', '='])
}

/// Whether a marker also stands over quotations.
fn is_original(line: &Line) -> bool {
    let text = folded(&line.text);
    ["origin", "ursprung", "oorspronk", "oryginal", "orijinal", "исходн", "原始"].iter().any(|sign| text.contains(sign))
}

/// Whether a line says who wrote what is quoted behind it: "On … wrote:".
fn is_attribution(line: &Line) -> bool {
    let text = line.text.trim_end();
    if line.quotes > 0 || text.len() > 300 || !text.ends_with([':', '：']) {
        return false;
    }
    let text = folded(text.trim_end_matches([':', '：']));
    let dated = text.contains('@') || text.bytes().filter(u8::is_ascii_digit).count() >= 3;
    let words =
        |sign: &str| text.ends_with(sign) || text.contains(&format!(" {sign} ")) || text.contains(&format!("{sign}<"));
    dated && WROTE.split('|').any(words)
}

#[cfg(test)]
mod tests {
    use super::super::plain_lines::{Flow, lines};
    use super::*;
    use crate::import::mail::is_reply_or_forward::prefix;

    fn taken_apart(text: &str, subject: &str) -> Parts {
        parts(lines(text, Flow::Fixed), prefix(subject).0)
    }

    #[test]
    fn the_mail_inside_has_its_own_sender_and_day() {
        for text in [
            "look\n\n---------- Forwarded message ---------\nFrom: Shop <a@shop.example>\nDate: Tue, Nov 3, 2026 at 10:31 AM\nSubject: Order 815: shipped\nTo: <me@x.example>\n\nbody",
            "-----Ursprüngliche Nachricht-----\nVon: Shop <a@shop.example>\nGesendet: Dienstag, 3. November 2026 10:31\nAn: me@x.example\nBetreff: Order 815: shipped\n\nbody",
            "-------- Пересылаемое сообщение --------\n03.11.2026, 10:31, \"Shop\":\n\nОт: Shop <a@shop.example>\nКому: me@x.example\nТема: Order 815: shipped\nДата: 3 ноября 2026 г.\n\nbody",
            "Début du message transféré :\n\n> De: Shop <a@shop.example>\n> Objet: Order 815: shipped\n> Date: 3 novembre 2026 à 10:31:00\n> À: me@x.example\n> \n> body",
            "发件人：Shop <a@shop.example>\n发送时间：2026年11月3日 10:31\n收件人：me\n主题：Order 815: shipped\n\nbody",
        ] {
            let parts = taken_apart(text, "Fwd: Order");
            let [inner] = &parts.forwarded[..] else { panic!("{text}") };
            assert_eq!(
                (inner.envelope.subject.as_str(), inner.envelope.day),
                ("Order 815: shipped", "2026-11-03".parse().ok()),
                "{text}"
            );
            assert!(inner.envelope.from.contains("a@shop.example"), "{text}");
            let body: Vec<_> = inner.lines.iter().filter(|line| !line.is_blank()).collect();
            assert!(body.len() == 1 && body[0].text == "body" && body[0].quotes == 0, "{text}: {body:?}");
        }
    }

    #[test]
    fn an_answer_only_quotes() {
        let text = "thanks\n\nOn Tue, Nov 3, 2026 Shop <a@shop.example> wrote:\nYour order has been shipped.";
        let parts = taken_apart(text, "Re: Order");
        assert!(parts.forwarded.is_empty() && parts.own.last().is_some_and(|line| line.quotes > 0));
    }
}
