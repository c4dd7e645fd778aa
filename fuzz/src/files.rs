//! What must hold of any file that is imported: mails, mailboxes, tables.

use posylka::domain::CleanText;
use posylka::import::{ImportSettings, Kind, MOST_RECORDS, Reading, merge, read};

/// A head in front makes a mail, or a table, of what the fuzzer has found so far.
const MAIL: &[u8] = b"From: AliExpress <transaction@notice.aliexpress.com>\nSubject: ";
const TABLES: [&str; 4] = [
    "Order ID,Order Date,Status,Tracking Number,Title,Price\n",
    "№ заказа;Дата;Статус;Трек;Товар;Продавец\n",
    "订单号\t下单时间\t订单状态\t运单号\t商品名称\n",
    "tracking|order|shipped|received|note\n",
];

/// Bytes as they are, and as the rest of a mail.
pub fn mails(bytes: &[u8]) {
    held(bytes);
    held(&[MAIL, bytes].concat());
}

/// Bytes as they are, and as the rows of tables.
pub fn tables(bytes: &[u8]) {
    held(bytes);
    for head in TABLES {
        held(&[head.as_bytes(), bytes].concat());
    }
}

/// Reading ends, keeps nothing that is a command for a terminal, and what it joins is joined; a mail's days are in order.
fn held(bytes: &[u8]) {
    let (Ok(today), Ok(mails_since)) = ("2026-11-23".parse(), "2026-05-01".parse()) else { return };
    for reading in [None, Some(Reading::DayFirst)] {
        let settings = ImportSettings { today, home: None, reading, encoding: None, since: None, mails_since };
        let Ok(file) = read(bytes, &settings) else { continue };
        assert!(file.records.len() <= MOST_RECORDS);
        let is_mail = matches!(file.kind, Kind::Mail | Kind::Mailbox);
        let records = merge(file.records);
        assert_eq!(merge(records.clone()), records, "joined once is joined");
        for record in records {
            let orders = || record.orders.iter().flat_map(|order| [&order.code, &order.shop, &order.title]).flatten();
            let texts = record.title.iter().chain(&record.shop).chain(&record.note).chain(&record.tags).chain(orders());
            let harmless = |text: &CleanText| !text.chars().any(|c| c.is_control() && c != '\n');
            assert!(texts.into_iter().all(harmless));
            for order in &record.orders {
                let later = order.shipped_on.or(order.received_on);
                assert!(order.ordered_on.zip(later).is_none_or(|(ordered, later)| ordered <= later) || !is_mail);
            }
        }
    }
}
