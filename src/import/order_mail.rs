//! One order mail: which orders, which track numbers, and what it says of them.

use chrono::NaiveDate;
use mail_parser::{Address, Message, MessageParser};

use super::mail_facts;
use super::mail_facts::{Lines, MailFact};
use super::number_cell;
use super::parsed_file::{ImportLocation, ImportSettings, LONGEST_MAIL, OrderRecord, ParsedFile, SkipReason};
use crate::domain::number::{self, Findings};
use crate::domain::{CleanText, Deadline, Order};

/// The headers are looked for in so many first bytes.
const HEAD: usize = 16 << 10;

/// Whether a file is a mail: it starts with headers, among them those that every mail has.
pub(super) fn is_mail(bytes: &[u8]) -> bool {
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(HEAD)]);
    let mut known = 0;
    for line in head.trim_start_matches('\u{feff}').lines().take_while(|line| !line.trim().is_empty()) {
        if line.starts_with([' ', '\t']) {
            continue;
        }
        let Some((name, _)) = line.split_once(':') else { return false };
        if name.is_empty() || !name.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-') {
            return false;
        }
        let name = name.to_ascii_lowercase();
        known += usize::from(matches!(
            name.as_str(),
            "from" | "to" | "subject" | "date" | "message-id" | "received" | "mime-version" | "content-type"
        ));
    }
    known >= 2
}

/// Reads a mail.
pub(super) fn read(bytes: &[u8], settings: &ImportSettings, intake: &mut ParsedFile) {
    let bytes = &bytes[..bytes.len().min(LONGEST_MAIL)];
    let parsed = MessageParser::default().parse(bytes);
    let Some(message) = parsed else {
        return intake.pass(&ImportLocation::Mail(CleanText::default()), SkipReason::NoOrder);
    };
    let subject = message.subject().unwrap_or_default();
    let place = ImportLocation::Mail(number_cell::shown(subject));
    let day = sent_on(&message).filter(|day| settings.has_come(*day));
    let since = settings.since.unwrap_or(settings.mails_since);
    if let Some(day) = day.filter(|day| *day < since) {
        return intake.pass(&place, SkipReason::Old(day));
    }
    let from = sender(&message);
    let text = format!("{from}\n{}", number::readable(bytes));
    let context = number::IdentifyContext { home: settings.home, ..number::IdentifyContext::default() };
    let findings = number::look(&text, &context);
    let tiding = mail_facts::tiding(subject, &text);
    if tiding == Some(MailFact::Cancelled) {
        return intake.pass(&place, SkipReason::Cancelled);
    }
    let mut lines = mail_facts::lines(&text, settings);
    for day in [&mut lines.ordered_on, &mut lines.shipped_on] {
        *day = day.filter(|day| settings.has_come(*day));
    }
    if let Some(doubtful) = &lines.doubtful {
        intake.leave_out(&place, SkipReason::TwoWays(number_cell::shown(doubtful)));
    }
    let sold_by = number::look(seller(&from, subject, &text), &context).shops.into_iter().next();
    let (is_shops, shop) = (sold_by.is_some(), sold_by.or_else(|| findings.shops.first().cloned()));
    let told = Told { place, day, tiding, lines, shop, is_shops };
    let before = intake.records.len();
    told.keep(&findings, intake);
    if intake.records.len() == before {
        intake.pass(&told.place, SkipReason::NoOrder);
    }
}

fn sender(message: &Message) -> String {
    let first = message.from().and_then(Address::first);
    let part = |part: Option<&str>| part.unwrap_or_default().to_owned();
    first.map(|from| format!("{} {}", part(from.name()), part(from.address()))).unwrap_or_default()
}

/// What tells who sells: the sender, the subject, and the addresses at the beginning, which a forwarded mail has there.
fn seller(from: &str, subject: &str, text: &str) -> String {
    let head = &text[..text.floor_char_boundary(HEAD.min(text.len()))];
    let addresses = head.split_whitespace().filter(|word| word.contains('@'));
    [from, subject].into_iter().chain(addresses).collect::<Vec<_>>().join("\n")
}

/// The day on which it was sent, by the sender's clock.
fn sent_on(message: &Message) -> Option<NaiveDate> {
    let sent = message.date()?;
    NaiveDate::from_ymd_opt(i32::from(sent.year), u32::from(sent.month), u32::from(sent.day))
}

/// What a mail tells.
struct Told {
    place: ImportLocation,
    day: Option<NaiveDate>,
    tiding: Option<MailFact>,
    lines: Lines,
    shop: Option<CleanText>,
    /// Whether the shop itself wrote it; else its name is only a word in it.
    is_shops: bool,
}

impl Told {
    fn keep(&self, findings: &Findings, intake: &mut ParsedFile) {
        // A number in a mail that is about no order and from no shop may be anything.
        if self.tiding.is_none() && self.shop.is_none() && findings.orders.is_empty() {
            return;
        }
        let mut named: Vec<&CleanText> = Vec::new();
        for found in &findings.found {
            let code =
                found.order.as_ref().or(findings.orders.first()).filter(|code| code.as_str() != found.number.as_str());
            named.extend(code);
            let order = self.order(code.cloned());
            let orders = (order != Order { shop: self.shop.clone(), ..Order::default() }).then_some(order);
            intake
                .keep(OrderRecord { numbers: vec![found.number.clone()], ..self.record(orders.into_iter().collect()) });
        }
        // An order without a number: only where a known shop writes, lest every bill becomes a parcel.
        let rest = findings.orders.iter().filter(|code| !named.contains(code) && self.is_shops);
        let rest = rest.filter(|code| findings.found.iter().all(|found| found.number.as_str() != code.as_str()));
        for code in rest {
            let only_if_known = !matches!(self.tiding, Some(MailFact::Placed | MailFact::Shipped));
            intake.keep(OrderRecord { only_if_known, ..self.record(vec![self.order(Some(code.clone()))]) });
        }
    }

    fn record(&self, orders: Vec<Order>) -> OrderRecord {
        OrderRecord {
            orders,
            title: self.lines.title.clone(),
            shop: self.shop.clone(),
            ..OrderRecord::at(self.place.clone())
        }
    }

    /// The order with its days: as a line names them, or else the day of the mail that tells of it.
    fn order(&self, code: Option<CleanText>) -> Order {
        let on = |tiding: MailFact| self.day.filter(|_| self.tiding == Some(tiding));
        Order {
            code,
            shop: self.shop.clone(),
            title: self.lines.title.clone(),
            ordered_on: self.lines.ordered_on.or_else(|| on(MailFact::Placed)),
            shipped_on: self.lines.shipped_on.or_else(|| on(MailFact::Shipped)),
            protection: self.lines.protected_until.map(Deadline::told),
            received_on: on(MailFact::Received),
            ..Order::default()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::parsed_file::Kind;
    use super::*;

    fn records(from: &str, subject: &str, body: &str) -> Vec<OrderRecord> {
        let settings = ImportSettings {
            today: "2026-11-23".parse().unwrap(),
            home: None,
            reading: None,
            encoding: None,
            since: None,
            mails_since: "2026-05-01".parse().unwrap(),
        };
        let date = "Tue, 03 Nov 2026 10:31:00 +0000";
        let mail = format!("From: {from}\nTo: b@example.org\nSubject: {subject}\nDate: {date}\n\n{body}\n");
        let mut intake = ParsedFile::new(Kind::Mail);
        read(mail.as_bytes(), &settings, &mut intake);
        intake.records
    }

    #[test]
    fn a_bill_of_somebody_else_becomes_no_parcel() {
        let bill = "Thank you for your order 123456789. We wish you a good day.";
        assert!(records("Water works <bills@water.example>", "Order confirmation", bill).is_empty());
        let shop = records("Temu <orders@temu.example>", "Order confirmation", bill);
        assert_eq!(shop[0].orders[0].code.as_deref(), Some("123456789"));
        let forwarded = format!("---- Forwarded ----\nFrom: Temu <orders@temu.example>\n\n{bill}");
        assert_eq!(records("Me <me@example.org>", "Fwd: Order confirmation", &forwarded).len(), 1);
    }

    #[test]
    fn a_courier_s_number_is_kept_whoever_writes() {
        let found = records("Post <info@post.example>", "Your parcel is on its way", "Tracking number: RB123456785CN");
        assert_eq!(found[0].numbers[0].as_str(), "RB123456785CN");
    }
}
