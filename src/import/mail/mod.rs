//! Order mails: taken apart, read by the step that they tell of, and kept as records.

mod charset;
mod dates;
mod envelope;
mod forwarded;
mod forwarded_headers;
mod goods;
mod html_entities;
mod html_lines;
mod html_pieces;
mod is_reply_or_forward;
mod labelled_dates;
mod languages;
mod line;
mod looks_like_mail;
mod microdata;
mod mime;
mod mood;
mod order_links;
mod order_number_spellings;
mod order_step;
mod phrases;
mod plain_lines;
mod read_mail_text;
mod records;
mod schema_org;
mod section;
mod sender_kind;
mod sentences;
mod step;

use chrono::NaiveDate;
use serde_json::Value;

use self::envelope::Envelope;
use self::forwarded::Inline;
use super::parsed_file::{ImportLocation, ImportSettings, LONGEST_MAIL, ParsedFile, SkipReason};
use super::shown_text::shown;
use crate::domain::CleanText;
use is_reply_or_forward::Prefix;
pub(super) use looks_like_mail::is_mail;
use read_mail_text::MailText;
pub(super) use section::{read as read_section, tells_of_a_step};

/// Mails within mails are read so deep.
const DEEPEST: usize = 4;

/// Reads a mail, and the mails that it hands on.
pub(super) fn read(bytes: &[u8], settings: &ImportSettings, file: &mut ParsedFile) {
    read_at(bytes, 0, settings, file);
}

fn read_at(bytes: &[u8], depth: usize, settings: &ImportSettings, file: &mut ParsedFile) {
    let bytes = &bytes[..bytes.len().min(LONGEST_MAIL)];
    let Some(mail) = mime::open(bytes) else {
        return file.pass(&ImportLocation::Mail(CleanText::default()), SkipReason::NoOrder);
    };
    let place = ImportLocation::Mail(shown(&mail.envelope.subject));
    if let Some(day) = mail.envelope.day.filter(|day| is_old(*day, settings)) {
        return file.pass(&place, SkipReason::Old(day));
    }
    let before = (file.records.len(), file.passed.len());
    for inner in mail.attached.iter().filter(|_| depth < DEEPEST) {
        read_at(inner, depth + 1, settings, file);
    }
    let (prefix, subject) = is_reply_or_forward::prefix(&mail.envelope.subject);
    let parts = forwarded::parts(mail.lines, prefix);
    let hands_on = !mail.attached.is_empty() || !parts.forwarded.is_empty();
    // What a mail tells machines is about the only one that it hands on, or else about itself.
    let (own_data, inner_data) =
        if parts.forwarded.len() == 1 { (Vec::new(), mail.data) } else { (mail.data, Vec::new()) };
    for inner in parts.forwarded {
        read_inline(inner, subject, &inner_data, settings, file);
    }
    // The day of a mail that answers or hands on is that of nothing else.
    let is_own = prefix == Prefix::None && !hands_on;
    let day = mail.envelope.day.filter(|day| is_own && settings.has_come(*day));
    let envelope = Envelope { subject: subject.to_owned(), day, from: mail.envelope.from };
    let names_sender = prefix == Prefix::Forward && !hands_on;
    MailText { place: place.clone(), envelope, lines: &parts.own, data: &own_data, says_steps: is_own, names_sender }
        .read(settings, file);
    if before == (file.records.len(), file.passed.len()) {
        file.pass(&place, mail.sealed.map_or(SkipReason::NoOrder, SkipReason::Sealed));
    }
}

/// Reads a mail that stands in the text of another one. `subject`: of the outer mail, where the inner one has none.
fn read_inline(inner: Inline, subject: &str, data: &[Value], settings: &ImportSettings, file: &mut ParsedFile) {
    let mut envelope = inner.envelope;
    if envelope.subject.is_empty() {
        subject.clone_into(&mut envelope.subject);
    }
    let place = ImportLocation::Mail(shown(&envelope.subject));
    match envelope.day.filter(|day| is_old(*day, settings)) {
        Some(day) => file.pass(&place, SkipReason::Old(day)),
        None => MailText { place, envelope, lines: &inner.lines, data, says_steps: true, names_sender: false }
            .read(settings, file),
    }
}

fn is_old(day: NaiveDate, settings: &ImportSettings) -> bool {
    day < settings.since.unwrap_or(settings.mails_since)
}
