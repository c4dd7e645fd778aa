//! The headers of a mail as programs write them into the text of another one.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::dates;
use super::envelope::Envelope;
use super::is_reply_or_forward::prefix;
use super::line::Line;
use super::plain_lines::unquoted;
use crate::import::words::folded;

const FROM: &str = "from|von|de|от|от кого|від|da|od|van|kimden|gonderen|发件人|寄件者|寄件人|發件人|отправитель|expediteur|mittente|nadawca|remitente|absender|remetente|afzender|відправник";
const DATE: &str = "date|sent|datum|gesendet|envoye|date d'envoi|дата|отправлено|надіслано|enviado|enviado el|enviada em|enviado em|enviada|fecha|data|inviato|\
    data invio|wyslano|verzonden|tarih|gonderildi|gonderme tarihi|gonderilme tarihi|发送时间|发送日期|日期|寄件日期|寄出日期|时间|發送時間|傳送時間|когда";
const SUBJECT: &str = "subject|betreff|objet|asunto|oggetto|temat|assunto|onderwerp|konu|тема|主题|主旨|標題|标题|主題";
const TO: &str = "to|an|a|para|кому|do|aan|voor|kime|alici|收件人|收件者|cc|kopie|копия|destinataire";
/// Every name of a header.
static HEADER_NAMES: LazyLock<HashMap<&str, Header>> = LazyLock::new(|| {
    let lists = [(TO, Header::To), (SUBJECT, Header::Subject), (DATE, Header::Date), (FROM, Header::From)];
    lists.into_iter().flat_map(|(names, header)| names.split('|').map(move |name| (name, header))).collect()
});

/// The headers of a forwarded mail stand in so many lines.
const HEADERS: usize = 12;

/// The headers of a forwarded mail.
pub(super) struct Block {
    /// The first of its lines.
    pub start: usize,
    /// The line behind them.
    pub end: usize,
    pub envelope: Envelope,
}

/// The headers that begin with a line: the sender with an address, and others, `least` in all.
pub(super) fn header_block(lines: &[Line], start: usize, least: usize) -> Option<Block> {
    let (first, _) = header(&lines[start].text)?;
    if !matches!(first, Header::From | Header::Date | Header::Subject) {
        return None;
    }
    let mut envelope = Envelope::default();
    let (mut seen, mut end, mut others) = (Vec::new(), start, 0);
    for (at, line) in lines.iter().enumerate().skip(start).take(HEADERS) {
        if line.is_blank() {
            if seen.len() >= least {
                break;
            }
            continue;
        }
        let Some((kind, value)) = header(&line.text) else {
            others += 1;
            let address = seen.last() == Some(&Header::From) && line.text.contains('@');
            if address {
                envelope.from.push_str(&line.text);
            } else if others > 1 || seen.len() >= 3 {
                break;
            }
            continue;
        };
        if seen.contains(&kind) && kind != Header::To {
            break;
        }
        seen.push(kind);
        end = at + 1;
        match kind {
            Header::From => value.clone_into(&mut envelope.from),
            Header::Subject => prefix(value).1.clone_into(&mut envelope.subject),
            Header::Date => envelope.day = dates::find(value).and_then(|(written, _)| written.day(None)),
            Header::To => {}
        }
    }
    (envelope.from.contains('@') && seen.len() >= least).then_some(Block { start, end, envelope })
}

/// A sender and a day in one line under a marker, `03.11.2026, 10:31, "Shop" <a@shop.example>:`.
pub(super) fn sender_line(lines: &[Line], at: usize) -> Option<Block> {
    let text = unquoted(&lines[at].text).1.trim();
    let (written, _) = dates::find(text).filter(|_| text.contains('@') && text.ends_with(':'))?;
    let from = text.rsplit_once(',').map_or(text, |(_, from)| from).trim_end_matches(':').trim();
    let envelope = Envelope { from: from.to_owned(), subject: String::new(), day: written.day(None) };
    Some(Block { start: at, end: at + 1, envelope })
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Header {
    From,
    Date,
    Subject,
    To,
}

/// A header and its value, as programs write them into a text.
fn header(line: &str) -> Option<(Header, &str)> {
    let line = unquoted(line).1.trim_start_matches(['*', ' ', '|', '\t', '_']);
    let (name, value) = line.split_once([':', '：'])?;
    if name.len() > 40 {
        return None;
    }
    let name = folded(name);
    let name = name.trim_matches(|c: char| c == '*' || c.is_whitespace()).replace('’', "'");
    let kind = *HEADER_NAMES.get(name.as_str())?;
    Some((kind, value.trim_matches(|c: char| c == '*' || c.is_whitespace())))
}
