//! Parcels and orders from tables.

use insta::assert_snapshot;
use serde_json::json;

use crate::import_bench::{by_order, import, import_data, list};
use crate::test_home::TestHome;

#[test]
fn a_table_of_a_shop_is_read_and_twice_changes_nothing() {
    let home = TestHome::new();
    assert_snapshot!(import_data(&home, "orders_en.csv", &["--dry-run"]), @"
    stdout:
    would-add\t\tLP00620966542870\t8150000000000001\tUSB hub, 4 ports + Cable
    would-add\t\t\t8150000000000002\tTeapot
    would-add\t\t9400111899561234567892\t112-0000001-0000001\tLamp
    would-add\t\tRB123456785CN\t\tCase
    would-add\t\t\t8150000000000003\tBook
    stderr:
    orders_en.csv: Order ID = order, Order Date = ordered on, Carrier Name & Tracking Number = tracking number, Title = title, Website = shop
    orders_en.csv: not used: Total Charged
    orders_en.csv, line 6: passed over, it has neither a tracking number nor an order.
    orders_en.csv, line 7: \"8.15E+15\" was shortened by a spreadsheet, its last digits are lost; the rest was read.
    orders_en.csv, line 8: \"RB12345?785CN\" is no tracking number (it holds something other than Latin letters and digits); the rest was read.
    orders_en.csv, line 8: \"soon\" is no day; the rest was read.
    Would add 5, would change 0; already known 0, passed over 1.
    Nothing was changed: this was a dry run.
    status: 3
    ");
    assert!(list(&home).is_empty());
    assert_snapshot!(import_data(&home, "orders_en.csv", &[]), @"
    stdout:
    added\t1\tLP00620966542870\t8150000000000001\tUSB hub, 4 ports + Cable
    added\t2\t\t8150000000000002\tTeapot
    added\t3\t9400111899561234567892\t112-0000001-0000001\tLamp
    added\t4\tRB123456785CN\t\tCase
    added\t5\t\t8150000000000003\tBook
    stderr:
    orders_en.csv: Order ID = order, Order Date = ordered on, Carrier Name & Tracking Number = tracking number, Title = title, Website = shop
    orders_en.csv: not used: Total Charged
    orders_en.csv, line 6: passed over, it has neither a tracking number nor an order.
    orders_en.csv, line 7: \"8.15E+15\" was shortened by a spreadsheet, its last digits are lost; the rest was read.
    orders_en.csv, line 8: \"RB12345?785CN\" is no tracking number (it holds something other than Latin letters and digits); the rest was read.
    orders_en.csv, line 8: \"soon\" is no day; the rest was read.
    Added 5, changed 0, already known 0, passed over 1.
    `posylka undo` takes all of it back.
    status: 3
    ");

    let hub = by_order(&home, "8150000000000001");
    assert_eq!((&hub["number"], &hub["title"]), (&json!("LP00620966542870"), &json!("USB hub, 4 ports + Cable")));
    assert_eq!((&hub["shop"], &hub["order_details"][0]["ordered_on"]), (&json!("AliExpress"), &json!("2026-11-03")));
    let teapot = by_order(&home, "8150000000000002");
    assert_eq!((&teapot["number"], &teapot["order_details"][0]["ordered_on"]), (&json!(null), &json!("2026-11-14")));
    assert_eq!(by_order(&home, "112-0000001-0000001")["number"], json!("9400111899561234567892"));

    let before = list(&home);
    assert_snapshot!(import_data(&home, "orders_en.csv", &[]), @"
    stdout:
    known\t1\tLP00620966542870\t8150000000000001\tUSB hub, 4 ports + Cable
    known\t2\t\t8150000000000002\tTeapot
    known\t3\t9400111899561234567892\t112-0000001-0000001\tLamp
    known\t4\tRB123456785CN\t\tCase
    known\t5\t\t8150000000000003\tBook
    stderr:
    orders_en.csv: Order ID = order, Order Date = ordered on, Carrier Name & Tracking Number = tracking number, Title = title, Website = shop
    orders_en.csv: not used: Total Charged
    orders_en.csv, line 6: passed over, it has neither a tracking number nor an order.
    orders_en.csv, line 7: \"8.15E+15\" was shortened by a spreadsheet, its last digits are lost; the rest was read.
    orders_en.csv, line 8: \"RB12345?785CN\" is no tracking number (it holds something other than Latin letters and digits); the rest was read.
    orders_en.csv, line 8: \"soon\" is no day; the rest was read.
    Added 0, changed 0, already known 5, passed over 1.
    status: 3
    ");
    assert_eq!(list(&home), before);
    home.prepare(&["undo"]);
    assert!(list(&home).is_empty(), "one step took all of it back");
}

#[test]
fn tables_from_russian_and_chinese_spreadsheets_are_read() {
    let home = TestHome::new();
    assert_snapshot!(import_data(&home, "orders_ru.csv", &[]), @"
    stdout:
    added\t1\tRB123456785CN\t8150000000000011\tЧехол «синий»
    added\t2\t\t8150000000000012\tЛампа
    stderr:
    orders_ru.csv: № заказа = order, Дата заказа = ordered on, Дата отправки = shipped on, Трек-номер = tracking number, Товар = title, Защита до = protected until, Примечание = note
    Added 2, changed 0, already known 0, passed over 0.
    `posylka undo` takes all of it back.
    status: 0
    ");
    assert_snapshot!(import_data(&home, "orders_zh.tsv", &[]), @"
    stdout:
    added\t3\tLP00620966542870\t8150000000000021\t蓝色茶壶
    added\t4\t\t8150000000000022\t手机壳
    stderr:
    orders_zh.tsv: 订单编号 = order, 下单时间 = ordered on, 发货时间 = shipped on, 运单号 = tracking number, 宝贝标题 = title, 平台 = shop
    Added 2, changed 0, already known 0, passed over 0.
    `posylka undo` takes all of it back.
    status: 0
    ");
    let case = by_order(&home, "8150000000000011");
    assert_eq!((&case["number"], &case["title"]), (&json!("RB123456785CN"), &json!("Чехол «синий»")));
    assert_eq!((&case["note"], &case["protected_until"]), (&json!("в подарок"), &json!("2027-01-19")));
    assert_eq!(case["order_details"][0]["shipped_on"], json!("2026-11-05"));
    assert_eq!(by_order(&home, "8150000000000012")["order_details"][0]["ordered_on"], json!("2026-11-14"));
    let teapot = by_order(&home, "8150000000000021");
    assert_eq!((&teapot["title"], &teapot["shop"]), (&json!("蓝色茶壶"), &json!("淘宝")));
    assert_eq!(teapot["order_details"][0]["ordered_on"], json!("2026-11-03"));
    assert_snapshot!(import_data(&home, "orders_ru.csv", &["--lang", "ru"]), @"
    stdout:
    known\t1\tRB123456785CN\t8150000000000011\tЧехол «синий»
    known\t2\t\t8150000000000012\tЛампа
    stderr:
    orders_ru.csv: № заказа = заказ, Дата заказа = заказано, Дата отправки = отправлено, Трек-номер = трек-номер, Товар = название, Защита до = защита до, Примечание = заметка
    Добавлено 0, изменено 0, уже известно 2, пропущено 0.
    status: 0
    ");
}

#[test]
fn a_day_that_can_be_read_in_two_ways_is_asked_for() {
    let home = TestHome::new();
    assert_snapshot!(import_data(&home, "ambiguous.csv", &[]), @r#"
    stderr:
    posylka: ambiguous.csv, line 2: "03/11/2026" can be read in two ways, and no other day tells which.
    hint: Say --dates dmy (day first) or --dates mdy (month first).
    status: 2
    "#);
    assert!(list(&home).is_empty());
    assert_eq!(import_data(&home, "ambiguous.csv", &["--dates", "dmy"]).status, 0);
    assert_eq!(by_order(&home, "815001")["order_details"][0]["ordered_on"], json!("2026-11-03"));
}

#[test]
fn a_stray_quote_swallows_no_rows_and_days_to_come_are_left_out() {
    let home = TestHome::new();
    let table = "Track,Order,Title,Order date\nRB123456785CN,81901,\"17 inch,\nLP00620966542870,81902,hub,2026-11-03\n\
        RA123456785RU,81903,\"lamp,\n,81904,cup,2099-01-01\n";
    std::fs::write(home.path().join("t.csv"), table).unwrap();
    assert_snapshot!(import(&home, &["t.csv"]), @"
    stdout:
    added\t1\tLP00620966542870\t81902\thub
    added\t2\t\t81904\tcup
    stderr:
    t.csv: Track = tracking number, Order = order, Title = title, Order date = ordered on
    t.csv, line 2: passed over, its quotes do not match.
    t.csv, line 4: passed over, its quotes do not match.
    t.csv, line 5: \"2099-01-01\" is still to come; the rest was read.
    Added 2, changed 0, already known 0, passed over 2.
    `posylka undo` takes all of it back.
    status: 3
    ");
    assert_eq!(by_order(&home, "81902")["number"], json!("LP00620966542870"));
    assert_eq!(by_order(&home, "81904")["order_details"][0]["ordered_on"], json!(null));
    assert_snapshot!(import(&home, &["t.csv", "--lang", "ru"]), @"
    stdout:
    known\t1\tLP00620966542870\t81902\thub
    known\t2\t\t81904\tcup
    stderr:
    t.csv: Track = трек-номер, Order = заказ, Title = название, Order date = заказано
    t.csv, строка 2: пропущено, кавычки не сходятся.
    t.csv, строка 4: пропущено, кавычки не сходятся.
    t.csv, строка 5: \"2099-01-01\" — день, который ещё не наступил; остальное прочитано.
    Добавлено 0, изменено 0, уже известно 2, пропущено 2.
    status: 3
    ");
}

#[test]
fn the_table_that_export_writes_keeps_numbers_orders_and_presets() {
    let home = TestHome::new();
    let words = ["--order", "81901", "--order", "81902", "--tag", "at home", "--tag", "b"];
    home.prepare(&[&["add", "RB123456785CN"], &words[..]].concat());
    home.prepare(&["edit", "1", "--number", "LP00620966542870"]);
    let preset = ["--order", "81903", "--shipped", "2026-11-03", "--protected-until", "aliexpress"];
    home.prepare(&[&["add", "RA123456785RU"], &preset[..]].concat());
    home.prepare(&["export", "--format", "csv", "-o", "out.csv"]);
    let other = TestHome::new();
    std::fs::copy(home.path().join("out.csv"), other.path().join("out.csv")).unwrap();
    assert_snapshot!(import(&other, &["out.csv"]), @"
    stdout:
    added\t1\tRB123456785CN\t81901
    added\t2\tRA123456785RU\t81903
    stderr:
    out.csv: title = title, numbers = tracking number, finished = status, protected_until = protected until, protection_preset = preset, shop = shop, orders = order, tags = tags, note = note
    out.csv: not used: id, number, status, sub_status, status_text, carrier, origin, destination, last_event_at, last_event, last_place, silent_days and 6 more
    Added 2, changed 0, already known 0, passed over 0.
    `posylka undo` takes all of it back.
    status: 0
    ");
    let (before, after) = (by_order(&home, "81902"), by_order(&other, "81902"));
    for field in ["numbers", "orders", "tags"] {
        assert_eq!(before[field], after[field], "{field}");
    }
    let (before, after) = (by_order(&home, "81903"), by_order(&other, "81903"));
    assert_eq!(before["protected_until"], after["protected_until"]);
    assert_eq!(after["protection"]["preset"], json!("aliexpress"), "a preset is no fact");
}

fn import_table(home: &TestHome, name: &str, args: &[&str]) -> crate::test_home::Output {
    let from = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/tables").join(name);
    std::fs::copy(from, home.path().join(name)).unwrap();
    import(home, &[&[name], args].concat())
}

#[test]
fn spreadsheets_are_imported_sheet_by_sheet_without_what_is_over() {
    let home = TestHome::new();
    assert_snapshot!(import_table(&home, "orders_zh.xlsx", &[]), @"
    stdout:
    added\t1\tLP00620966542870\t8150000000000011\t蓝色茶壶
    added\t2\t80760274582874\t8150000000000022\t手机壳
    added\t3\t\t8150000000000055\ta number of 22 digits
    added\t4\tRA123456785RU
    added\t5\tLX123456785NL\t\thub
    stderr:
    orders_zh.xlsx, sheet 订单: 订单编号 = order, 下单时间 = ordered on, 运单号 = tracking number, 商品标题 = title, 卖家昵称 = shop, 订单状态 = status, 备注 = note
    orders_zh.xlsx, sheet 订单: not used: 实付款
    orders_zh.xlsx, sheet 订单: taken as over: 交易关闭 1, 交易成功 1. Such orders are not added; what is in the list already is completed by them.
    orders_zh.xlsx, sheet Other shop: Tracking number = tracking number, Order date = ordered on, Title = title
    orders_zh.xlsx, sheet Other shop: not used: Error
    orders_zh.xlsx, sheet 订单, row 8: \"9.40011189956033E+21\" was shortened by a spreadsheet, its last digits are lost; the rest was read.
    orders_zh.xlsx, sheet Notes: passed over, no row of it names a column for tracking numbers or orders.
    2 rows were passed over: their orders are over.
    Added 5, changed 0, already known 0, passed over 3.
    `posylka undo` takes all of it back.
    status: 3
    ");
    assert_snapshot!(import_table(&home, "orders_ru.ods", &["--lang", "ru"]), @"
    stdout:
    added\t6\tRB123456785CN\t8150000000000061\tЧехол
    stderr:
    orders_ru.ods: Номер заказа = заказ, Дата заказа = заказано, Трек-номер = трек-номер, Товар = название, Продавец = магазин, Статус = состояние
    orders_ru.ods: не использовано: Сумма
    orders_ru.ods: считается законченным: Доставлен 1. Такие заказы не добавляются; тем, что уже в списке, они дополняют данные.
    Пропущена 1 строка: заказ закончен.
    Добавлено 1, изменено 0, уже известно 0, пропущено 1.
    `posylka undo` отменит всё сразу.
    status: 0
    ");
    let waiting = list(&home).into_iter().filter(|parcel| parcel["finished"] == json!(false)).count();
    assert_eq!(waiting, list(&home).len());
}

#[test]
fn damaged_numbers_and_unknown_statuses_are_told_in_both_languages() {
    let home = TestHome::new();
    let table = "Tracking number;Order;Title;Status\n80760274582874.0;81901;a;Quux\nRB123456786CN;81902;b;Shipped\n\
        9400111899560330000000;81903;c;\n;8160000000000010;d;\n;8170000000000020;#REF!;\n";
    std::fs::write(home.path().join("t.csv"), table).unwrap();
    assert_snapshot!(import(&home, &["t.csv", "--dry-run"]), @"
    stdout:
    would-add\t\t80760274582874\t81901\ta
    would-add\t\tRB123456786CN\t81902\tb
    would-add\t\t\t81903\tc
    stderr:
    t.csv: Tracking number = tracking number, Order = order, Title = title, Status = status
    t.csv: a status that is not known, taken as still to come: Quux 1.
    t.csv, line 2: \"80760274582874.0\" was changed by a spreadsheet; taken as 80760274582874.
    t.csv, line 3: RB123456786CN was taken, but looks mistyped; perhaps RB123546786CN, RB123456768CN, RB523456786CN.
    t.csv, line 4: \"9400111899560330000000\" has lost digits: a spreadsheet keeps fifteen, the others became zeros; the rest was read.
    t.csv, line 5: passed over, \"8160000000000010\" has lost digits: all numbers of this column end in zeros behind the fifteenth digit, which is what a spreadsheet makes of them (keep the column as text).
    t.csv, line 6: passed over, \"#REF!\" is a formula that failed.
    t.csv, line 6: passed over, \"8170000000000020\" has lost digits: all numbers of this column end in zeros behind the fifteenth digit, which is what a spreadsheet makes of them (keep the column as text).
    Would add 3, would change 0; already known 0, passed over 3.
    Nothing was changed: this was a dry run.
    status: 3
    ");
    assert_snapshot!(import(&home, &["t.csv", "--dry-run", "--lang", "ru"]), @"
    stdout:
    would-add\t\t80760274582874\t81901\ta
    would-add\t\tRB123456786CN\t81902\tb
    would-add\t\t\t81903\tc
    stderr:
    t.csv: Tracking number = трек-номер, Order = заказ, Title = название, Status = состояние
    t.csv: неизвестный статус, считается, что посылка ещё в пути: Quux 1.
    t.csv, строка 2: «80760274582874.0» изменено таблицей; взято 80760274582874.
    t.csv, строка 3: взято RB123456786CN, но похоже на опечатку; возможно, RB123546786CN, RB123456768CN, RB523456786CN.
    t.csv, строка 4: «9400111899560330000000»: цифры потеряны, таблица хранит пятнадцать, остальные стали нулями; остальное прочитано.
    t.csv, строка 5: пропущено, «8160000000000010»: цифры потеряны, в этом столбце после пятнадцатой цифры везде нули, а это делает таблица (храните столбец как текст).
    t.csv, строка 6: пропущено, «#REF!» — формула с ошибкой.
    t.csv, строка 6: пропущено, «8170000000000020»: цифры потеряны, в этом столбце после пятнадцатой цифры везде нули, а это делает таблица (храните столбец как текст).
    Будет добавлено 3, изменено 0; уже известно 0, пропущено 3.
    Ничего не изменено: это была проба.
    status: 3
    ");
}

#[test]
fn a_row_that_is_over_completes_what_is_in_the_list() {
    let home = TestHome::new();
    home.prepare(&["add", "RB123456785CN"]);
    let table = "Tracking number,Order ID,Title,Status,Order date\nRB123456785CN,81901,cup,Delivered,2026-11-03\n\
        LX123456785NL,81902,hub,Delivered,2026-11-03\n";
    std::fs::write(home.path().join("t.csv"), table).unwrap();
    assert_snapshot!(import(&home, &["t.csv"]), @"
    stdout:
    changed\t1\tRB123456785CN\t81901\tcup
    stderr:
    t.csv: Tracking number = tracking number, Order ID = order, Title = title, Status = status, Order date = ordered on
    t.csv: taken as over: Delivered 2. Such orders are not added; what is in the list already is completed by them.
    1 row was passed over: its order is over.
    Added 0, changed 1, already known 0, passed over 1.
    `posylka undo` takes all of it back.
    status: 0
    ");
    assert_eq!(list(&home).len(), 1);
    assert_eq!(by_order(&home, "81901")["title"], json!("cup"));
}
