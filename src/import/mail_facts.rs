//! What an order mail is about, and the days and goods that its lines name.

use chrono::NaiveDate;

use super::parse_dates;
use super::parse_dates::Written;
use super::parsed_file::ImportSettings;
use crate::domain::CleanText;

/// What a mail says of an order.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum MailFact {
    /// It was placed or paid.
    Placed,
    /// It was sent off.
    Shipped,
    /// The buyer confirmed that it has come.
    Received,
    /// It was cancelled, or its money returned.
    Cancelled,
}

/// What says so, in lower case. The first that holds counts.
const WORDS: [(MailFact, &str); 4] = [
    (
        MailFact::Cancelled,
        "cancelled|canceled|cancellation|refund|отменен|отмена заказа|возврат средств|возврат денег|已取消|已关闭|退款",
    ),
    (
        MailFact::Received,
        "receipt confirmed|confirmed receipt|receipt of your order|order completed|order is complete|order complete|\
         получение подтвержд|подтвердили получение|заказ завершен|заказ выполнен|确认收货|交易成功|交易完成",
    ),
    (
        MailFact::Shipped,
        "shipped|dispatched|has been sent|on its way|on the way|отправлен|передан в доставку|передан курьеру|отгружен|\
         已发货|已寄出|发货通知",
    ),
    (
        MailFact::Placed,
        "order confirmation|order confirmed|order placed|order received|your order|thank you for your order|\
         payment received|payment successful|payment confirmed|order paid|заказ оформлен|заказ принят|заказ оплачен|\
         оплата получена|оплата прошла|спасибо за заказ|подтверждение заказа|ваш заказ|оплачен|\
         下单成功|付款成功|支付成功|订单已提交|已付款|订单确认|感谢您的订单",
    ),
];
/// So much of a mail tells what it is about, in bytes.
const HEAD: usize = 2_000;
/// A line is read so far, in bytes.
const LONGEST_LINE: usize = 500;
/// So many lines are looked at.
const MOST_LINES: usize = 5_000;

/// What a mail is about: its subject says it, or else its beginning. A refund is named in many a footer, so it counts
/// in the subject only.
pub(super) fn tiding(subject: &str, text: &str) -> Option<MailFact> {
    let head = &text[..text.floor_char_boundary(HEAD.min(text.len()))];
    told(subject).or_else(|| told(head).filter(|tiding| *tiding != MailFact::Cancelled))
}

fn told(text: &str) -> Option<MailFact> {
    let text = text.to_lowercase().replace('ё', "е");
    let says = |words: &str| words.split('|').any(|word| text.contains(word));
    WORDS.into_iter().find(|(_, words)| says(words)).map(|(tiding, _)| tiding)
}

/// What the lines of a mail name.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(super) struct Lines {
    pub ordered_on: Option<NaiveDate>,
    pub shipped_on: Option<NaiveDate>,
    pub protected_until: Option<NaiveDate>,
    pub title: Option<CleanText>,
    /// A day that can be read in two ways, which was left out.
    pub doubtful: Option<CleanText>,
}

const ORDERED: &str = "order date|order placed|ordered on|date of order|payment date|paid on|order time|дата заказа|\
    дата оплаты|заказ от|оформлен|下单时间|下单日期|付款时间|支付时间";
const SHIPPED: &str = "ship date|shipped on|shipping date|dispatch date|date shipped|дата отправки|发货时间|发货日期";
const PROTECTED: &str = "protection|protected until|open a dispute|защит|открыть спор|保护期|纠纷";
const UNTIL: &str = "until|till|ends|expires|by | до |истекает|截止|至";
const GOODS: &str = "item|item name|product|product name|goods|товар|наименование|название товара|商品|商品名称|宝贝";

/// Reads the lines of a mail, each in its own words.
pub(super) fn lines(text: &str, settings: &ImportSettings) -> Lines {
    let mut found = Lines::default();
    let all: Vec<&str> = text.lines().map(str::trim).filter(|line| !line.is_empty()).take(MOST_LINES).collect();
    for (at, line) in all.iter().enumerate() {
        let line = &line[..line.floor_char_boundary(LONGEST_LINE.min(line.len()))];
        let next = all.get(at + 1).copied().unwrap_or_default();
        found.read(line, &next[..next.floor_char_boundary(LONGEST_LINE.min(next.len()))], settings);
    }
    found
}

impl Lines {
    fn read(&mut self, line: &str, next: &str, settings: &ImportSettings) {
        let lower = line.to_lowercase().replace('ё', "е");
        let says = |words: &str| words.split('|').any(|word| lower.contains(word));
        if self.protected_until.is_none() && says(PROTECTED) && says(UNTIL) {
            self.protected_until = self.day(line, settings);
        } else if self.ordered_on.is_none() && says(ORDERED) {
            self.ordered_on = self.day(line, settings).or_else(|| self.day_below(line, next, settings));
        } else if self.shipped_on.is_none() && says(SHIPPED) {
            self.shipped_on = self.day(line, settings).or_else(|| self.day_below(line, next, settings));
        }
        if self.title.is_none() {
            self.title = goods(line);
        }
    }

    fn day(&mut self, line: &str, settings: &ImportSettings) -> Option<NaiveDate> {
        let written = parse_dates::find(line)?;
        if matches!(written, Written::Either(..)) && settings.reading.is_none() {
            self.doubtful = self.doubtful.take().or_else(|| CleanText::some_line(line));
        }
        written.day(settings.reading)
    }

    /// In a table the day stands in the cell below its label.
    fn day_below(&mut self, line: &str, next: &str, settings: &ImportSettings) -> Option<NaiveDate> {
        let is_label = line.chars().count() < 40 && !line.chars().any(|c| c.is_ascii_digit());
        if is_label { self.day(next, settings) } else { None }
    }
}

/// What was bought: behind a label, or behind a number of pieces, `1 x USB hub`.
fn goods(line: &str) -> Option<CleanText> {
    let behind_label = line.split_once([':', '：', '\t']).and_then(|(label, goods)| {
        let label = label.trim().to_lowercase();
        GOODS.split('|').any(|word| word == label).then_some(goods)
    });
    let pieces = || {
        let (count, goods) = line.split_once([' ', '\u{a0}'])?;
        let (sign, goods) = goods.trim_start().split_once([' ', '\u{a0}'])?;
        let counted =
            count.parse::<u16>().is_ok_and(|n| (1..1000).contains(&n)) && matches!(sign, "x" | "×" | "х" | "X");
        counted.then_some(goods)
    };
    let goods = behind_label.or_else(pieces)?.trim();
    let telling = goods.chars().filter(|c| c.is_alphabetic()).count() >= 2;
    CleanText::some_line(goods).filter(|_| telling)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn settings() -> ImportSettings {
        ImportSettings {
            today: "2026-11-23".parse().unwrap(),
            home: None,
            reading: None,
            encoding: None,
            since: None,
            mails_since: "2026-05-01".parse().unwrap(),
        }
    }

    #[test]
    fn the_subject_says_what_a_mail_is_about() {
        for (subject, wanted) in [
            ("Order 8150000000000001: your order has been shipped", MailFact::Shipped),
            ("Your payment was successful: order paid", MailFact::Placed),
            ("Заказ 8150000000000001 отправлен", MailFact::Shipped),
            ("Вы подтвердили получение заказа", MailFact::Received),
            ("Ваш заказ отменён", MailFact::Cancelled),
            ("您的订单已发货", MailFact::Shipped),
            ("订单付款成功通知", MailFact::Placed),
        ] {
            assert_eq!(tiding(subject, ""), Some(wanted), "{subject}");
        }
        assert_eq!(tiding("News", "Read our refund policy"), None);
        assert_eq!(tiding("News", "Your parcel is on its way"), Some(MailFact::Shipped));
    }

    #[test]
    fn lines_name_days_and_goods() {
        let text = "Order date: Nov 3, 2026\nItem: USB hub, 4 ports\nBuyer protection ends on 19 Jan 2027\nDate shipped\n5 Nov 2026";
        let found = lines(text, &settings());
        let day = |text: &str| text.parse().ok();
        assert_eq!((found.ordered_on, found.shipped_on), (day("2026-11-03"), day("2026-11-05")));
        assert_eq!((found.protected_until, found.title.as_deref()), (day("2027-01-19"), Some("USB hub, 4 ports")));
        let text = "Дата заказа: 3 ноября 2026 г.\n1 x Чехол для телефона\nЗащита покупателя до 19.01.2027";
        let found = lines(text, &settings());
        assert_eq!((found.ordered_on, found.protected_until), (day("2026-11-03"), day("2027-01-19")));
        assert_eq!(found.title.as_deref(), Some("Чехол для телефона"));
    }

    #[test]
    fn a_day_that_can_be_read_in_two_ways_is_left_out_and_told() {
        let text = "Order date: 03/11/2026";
        let found = lines(text, &settings());
        assert_eq!((found.ordered_on, found.doubtful.as_deref()), (None, Some(text)));
        let told = ImportSettings { reading: Some(super::super::Reading::DayFirst), ..settings() };
        assert_eq!(lines(text, &told).ordered_on, "2026-11-03".parse().ok());
    }
}
