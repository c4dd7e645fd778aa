//! A mail taken apart: its envelope, its lines, its data for machines, the mails inside it, and what stayed sealed.

use std::borrow::Cow;

use chrono::NaiveDate;
use mail_parser::decoders::base64::base64_decode;
use mail_parser::decoders::quoted_printable::quoted_printable_decode;
use mail_parser::{Address, Encoding, HeaderName, Message, MessagePart, MimeHeaders, PartType};
use serde_json::Value;

use super::charset;
use super::envelope::Envelope;
use super::html_lines;
use super::line::Line;
use super::looks_like_mail::is_mail;
use super::plain_lines::{self, Flow};
use crate::domain::number::find::parse_mail;
use crate::import::parsed_file::SealedBy;

/// A mail.
#[derive(Default)]
pub(super) struct Mail<'a> {
    pub envelope: Envelope,
    pub lines: Vec<Line>,
    pub data: Vec<Value>,
    /// The mails that are attached to it.
    pub attached: Vec<Cow<'a, [u8]>>,
    /// A part that cannot be looked into.
    pub sealed: Option<SealedBy>,
}

/// Takes a mail apart; `None`: it is none.
pub(super) fn open(bytes: &[u8]) -> Option<Mail<'_>> {
    let message = parse_mail(bytes)?;
    let mut mail = Mail { envelope: envelope(&message), ..Mail::default() };
    for part in &message.parts {
        mail.take(bytes, part);
    }
    Some(mail)
}

fn envelope(message: &Message<'_>) -> Envelope {
    let first = message.from().and_then(Address::first);
    let part = |part: Option<&str>| part.unwrap_or_default().to_owned();
    Envelope {
        from: first.map(|from| format!("{} {}", part(from.name()), part(from.address()))).unwrap_or_default(),
        subject: subject(message),
        day: message
            .date()
            .and_then(|sent| NaiveDate::from_ymd_opt(i32::from(sent.year), u32::from(sent.month), u32::from(sent.day))),
    }
}

fn subject(message: &Message<'_>) -> String {
    let read = message.subject().unwrap_or_default();
    let header = message.headers().iter().rev().find(|header| header.name == HeaderName::Subject);
    let raw = header.and_then(|header| {
        message.raw_message().get(usize::try_from(header.offset_start).ok()?..usize::try_from(header.offset_end).ok()?)
    });
    let doubtful = charset::is_doubtful(read, None);
    raw.filter(|_| doubtful).map_or_else(|| read.to_owned(), charset::header)
}

impl<'a> Mail<'a> {
    fn take(&mut self, bytes: &'a [u8], part: &MessagePart<'_>) {
        let kind = part.content_type().map_or_else(String::new, |kind| {
            format!("{}/{}", kind.ctype(), kind.subtype().unwrap_or_default()).to_ascii_lowercase()
        });
        self.sealed = self.sealed.or(sealed(&kind, part));
        match &part.body {
            PartType::Html(text) => {
                let document = html_lines::read(&text_of(bytes, part, text));
                self.lines.extend(document.lines);
                self.data.extend(document.data);
            }
            PartType::Text(text) if matches!(kind.as_str(), "" | "/" | "text/" | "text/plain") => {
                let text = text_of(bytes, part, text);
                if text.trim_start().starts_with("-----BEGIN PGP MESSAGE-----") {
                    self.sealed = Some(SealedBy::Encryption);
                }
                self.lines.extend(plain_lines::lines(&text, flow(part)));
            }
            PartType::Text(text) if kind == "text/html" => {
                self.lines.extend(html_lines::read(&text_of(bytes, part, text)).lines);
            }
            PartType::Message(_) if part.encoding == Encoding::None => {
                self.attached.extend(raw(bytes, part).map(Cow::Borrowed));
            }
            PartType::Message(inner) => self.attached.push(Cow::Owned(inner.raw_message().to_vec())),
            PartType::Binary(content) | PartType::InlineBinary(content) if is_mail(content) => {
                self.attached.push(Cow::Owned(content.to_vec()));
            }
            _ => return,
        }
        self.lines.push(Line::default());
    }
}

fn sealed(kind: &str, part: &MessagePart<'_>) -> Option<SealedBy> {
    let name = part.attachment_name().unwrap_or_default().to_ascii_lowercase();
    match kind {
        "application/ms-tnef" | "application/vnd.ms-tnef" => Some(SealedBy::Tnef),
        "application/pkcs7-mime" | "application/x-pkcs7-mime" | "multipart/encrypted" | "application/pgp-encrypted" => {
            Some(SealedBy::Encryption)
        }
        _ => match name.as_str() {
            "smime.p7m" => Some(SealedBy::Encryption),
            "winmail.dat" => Some(SealedBy::Tnef),
            _ => None,
        },
    }
}

fn flow(part: &MessagePart<'_>) -> Flow {
    let says = |name: &str, value: &str| {
        let attribute = part.content_type().and_then(|kind| kind.attribute(name));
        attribute.is_some_and(|found| found.eq_ignore_ascii_case(value))
    };
    match (says("format", "flowed"), says("delsp", "yes")) {
        (false, _) => Flow::Fixed,
        (true, false) => Flow::Flowed,
        (true, true) => Flow::DeletesSpace,
    }
}

/// The text of a part, read again from its bytes where the label cannot be trusted.
fn text_of<'b>(bytes: &[u8], part: &MessagePart<'_>, text: &'b str) -> Cow<'b, str> {
    let label = part.content_type().and_then(|kind| kind.attribute("charset"));
    if !charset::is_doubtful(text, label) {
        return Cow::Borrowed(text);
    }
    let content = raw(bytes, part).and_then(|raw| match part.encoding {
        Encoding::None => Some(raw.to_vec()),
        Encoding::QuotedPrintable => quoted_printable_decode(raw),
        Encoding::Base64 => base64_decode(raw),
    });
    content.map_or(Cow::Borrowed(text), |content| Cow::Owned(charset::decoded(&content, label).into_owned()))
}

fn raw<'a>(bytes: &'a [u8], part: &MessagePart<'_>) -> Option<&'a [u8]> {
    bytes.get(usize::try_from(part.offset_body).ok()?..usize::try_from(part.offset_end).ok()?)
}
