//! Pasted texts as people have them: what is offered to be added, and what is named as not taken.
#![expect(clippy::unwrap_used, reason = "a test may fail where its own values are broken")]

use posylka::domain::NewParcel;
use posylka::use_cases::add::{AddContext, AddOffer, OfferKind, offers};

fn read(text: &str) -> Vec<AddOffer> {
    offers(text, AddContext { today: "2026-11-28".parse().unwrap(), home: None })
}

fn taken(all: &[AddOffer]) -> Vec<NewParcel> {
    let taken = all.iter().filter(|offer| offer.is_taken_at_first());
    taken.map(|offer| offer.chosen(offer.best_choice()).unwrap()).collect()
}

/// Number or order, title, shop, end of the protection, expected day.
fn rows(text: &str) -> Vec<String> {
    let row = |parcel: NewParcel| {
        let order = parcel.orders.first();
        let code = order.and_then(|order| order.code.as_deref());
        let number = parcel.numbers.first().map(ToString::to_string);
        let days = order.and_then(|order| order.protection.as_ref()).map(|end| end.until.to_string());
        let expected = order.and_then(|order| order.expected_on).map(|day| day.to_string());
        let parts = [number.as_deref(), code, parcel.title.as_deref(), parcel.shop.as_deref()];
        let parts = parts.map(|part| part.unwrap_or("-").to_owned());
        [parts.as_slice(), &[days.unwrap_or_else(|| "-".into()), expected.unwrap_or_else(|| "-".into())]]
            .concat()
            .join(" | ")
    };
    taken(&read(text)).into_iter().map(row).collect()
}

fn left(text: &str) -> Vec<String> {
    read(text).iter().filter(|offer| offer.kind == OfferKind::NotTaken).map(|offer| offer.piece.to_string()).collect()
}

#[test]
fn a_line_that_is_one_piece_of_a_numbers_shape_is_a_number() {
    let list = "LP00620966542870\nUZ0556733196Y\nUG703118246YP\nRB382204916CN\nAP00648812345671\n59000000000055\n\
        1Z999AA10123456784\nYT2612345678901234\nJD014600006281230704\nCNUSP00001234567\nAE123456789\nCNG00001234567890\n";
    assert_eq!(taken(&read(list)).len(), 12);
    assert_eq!(left(list), Vec::<String>::new());
    let numbered: Vec<String> = list.lines().enumerate().map(|(at, line)| format!("{}. {line}", at + 1)).collect();
    let numbered = numbered.join("\r\n");
    assert_eq!(taken(&read(&numbered)).len(), 12);
}

#[test]
fn what_only_looks_like_a_number_is_named() {
    let text = "Добрый день! Посылка LP00620966542870, счёт 40817810099910004312, внутренний код XK4471120093QQ.\n\
        Звоните: +79991234567, до 20.11.2026. https://a.example/t?id=99887766554433";
    assert_eq!(rows(text), ["LP00620966542870 | - | - | - | - | -"]);
    assert_eq!(left(text), ["40817810099910004312", "XK4471120093QQ"]);
}

#[test]
fn the_words_beside_a_number_become_its_title() {
    for (text, wanted) in [
        ("LP00620966542870 Чехол для телефона", "LP00620966542870 | - | Чехол для телефона | - | - | -"),
        ("Lamp: RB382204916CN", "RB382204916CN | - | Lamp | - | - | -"),
        ("1) RB382204916CN - кабель (2 шт)", "RB382204916CN | - | кабель (2 шт) | - | - | -"),
        ("Ваша посылка RB382204916CN отправлена", "RB382204916CN | - | - | - | - | -"),
    ] {
        assert_eq!(rows(text), [wanted], "{text}");
    }
    let pair = ["LP00620966542870 | - | Кабель | - | - | -", "RB382204916CN | - | Лампа | - | - | -"];
    for text in [
        "LP00620966542870 Кабель\nRB382204916CN Лампа",
        "LP00620966542870\tКабель\nRB382204916CN\tЛампа\n",
        "Кабель\nLP00620966542870\nЛампа\nRB382204916CN",
        "LP00620966542870\nКабель\n\nRB382204916CN\nЛампа",
        "- Кабель — LP00620966542870\n- Лампа — RB382204916CN",
    ] {
        assert_eq!(rows(text), pair, "{text}");
    }
}

#[test]
fn a_pasted_mail_gives_titles_orders_protection_and_days_and_loses_no_order() {
    let mail = "Здравствуйте, Анна!\n\nЗаказ № 8190001234567890\nТовар: USB-хаб на 7 портов\n\
        Трек-номер: LP00620966542870\nЗащита покупателя действует до 15 января 2027 г.\n\
        Ожидаемая дата доставки: 9 декабря 2026 г.\n\nЗаказ № 8190001234567891\nТовар: Лампа настольная\n\
        Трек-номер: LP00633390772845\nЗащита покупателя действует до 20 января 2027 г.\n\n\
        Заказ № 8190001234567892 оплачен, ждёт отправки.\nТовар: Чехол\n\n\
        Вопросы? Звоните 8 800 555-35-35 или пишите в чат. С уважением, команда AliExpress";
    assert_eq!(
        rows(mail),
        [
            "LP00620966542870 | 8190001234567890 | USB-хаб на 7 портов | AliExpress | 2027-01-15 | 2026-12-09",
            "LP00633390772845 | 8190001234567891 | Лампа настольная | AliExpress | 2027-01-20 | -",
            "- | 8190001234567892 | Чехол | AliExpress | - | -",
        ]
    );
    assert_eq!(left(mail), Vec::<String>::new());
}

#[test]
fn an_order_that_is_only_paid_is_offered_and_one_that_is_over_is_not_taken() {
    assert_eq!(rows("Заказ 8190005554443332 оплачен"), ["- | 8190005554443332 | - | - | - | -"]);
    let over = read("Заказ № 8190001234567890 отменён.\nТовар: Лампа");
    assert_eq!((taken(&over).len(), over[0].kind), (0, OfferKind::Over));
}

#[test]
fn a_pasted_table_is_read_by_its_heads() {
    let table =
        "Order;Title;Tracking number;Protected until\n815;Lamp;LP00620966542870;2027-01-19\n816;Hub;;2027-01-20\n";
    assert_eq!(
        rows(table),
        ["LP00620966542870 | 815 | Lamp | - | 2027-01-19 | -", "- | 816 | Hub | - | 2027-01-20 | -"]
    );
}

#[test]
fn a_long_text_costs_in_proportion_to_its_length() {
    let line = |n: usize| format!("LP{:014} Lamp {n}\nOrder 81900{:011}\nXX{:010}QQ and\n", n + 100, n, n);
    let text = |lines: usize| (0..lines).map(line).collect::<String>();
    let cost = |text: &str| {
        let start = std::time::Instant::now();
        assert!(!read(text).is_empty());
        start.elapsed()
    };
    let (small, large) = (text(500), text(4_000));
    let ratio = (0..3).map(|_| cost(&large).as_secs_f64() / cost(&small).as_secs_f64()).fold(f64::MAX, f64::min);
    assert!(ratio < 24.0, "8 times the text costs {ratio:.1} times as much");
}

#[test]
fn an_order_above_several_numbers_is_that_of_all_and_one_below_them_is_another_parcel() {
    let both = "Заказ 8190005554443332\nLP00620966542870 Кабель\nRB382204916CN Лампа";
    assert!(rows(both).iter().all(|row| row.contains("8190005554443332")), "{:?}", rows(both));
    let apart = "LP00620966542870 Кабель\nRB382204916CN\nЗаказ 8190005554443332 оплачен";
    assert_eq!(
        rows(apart),
        [
            "LP00620966542870 | - | Кабель | - | - | -",
            "RB382204916CN | - | - | - | - | -",
            "- | 8190005554443332 | - | - | - | -"
        ]
    );
}
