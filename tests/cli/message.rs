//! `posylka message`: drafts.

use insta::assert_snapshot;

use crate::carrier::Carrier;
use crate::test_home::TestHome;

pub const NUMBER: &str = "LP00620966542870";

/// A home with a parcel at customs for two weeks.
pub fn parcel_at_customs() -> (TestHome, Carrier) {
    let (home, carrier) = (TestHome::new(), Carrier::at_customs());
    carrier.serve(&home);
    home.prepare(&["add", NUMBER, "--order", "8190", "--shop", "AliExpress", "--protected-until", "2026-12-30"]);
    home.prepare(&["sync"]);
    (home, carrier)
}

#[test]
fn what_is_called_for_is_drafted_with_what_is_known() {
    let (home, _carrier) = parcel_at_customs();
    let letter = home.json(&["message", NUMBER, "--json"]);
    assert_eq!((&letter["to"], &letter["situation"]), (&"carrier".into(), &"at_customs".into()));
    assert_snapshot!(home.transcript(&[
        &["message", NUMBER, "--to", "seller", "--about", "stuck", "--lang", "en"],
        &["message", NUMBER, "--to", "seller"],
    ]), @"
    $ posylka message LP00620966542870 --to seller --about stuck --lang en
    stdout:
    Hello,

    I am writing about my order 8190 (tracking number LP00620966542870). There has been no news in the tracking for 14 days. The latest tracking entry (6 November 2026, Внуково) reads: “Arrived at customs”.

    Could you please ask the carrier where the parcel is, and let me know what they say?

    The buyer protection ends on 30 December 2026. Please answer before then, so that I do not have to open a dispute.

    Thank you for your help!
    status: 0

    $ posylka message LP00620966542870 --to seller
    stdout:
    您好！

    我想咨询订单 8190（运单号 LP00620966542870）。物流信息显示包裹在海关，已经 14 天没有更新了。最新的物流信息（2026年11月6日，Внуково）是：“Arrived at customs”。

    麻烦您问一下物流公司，海关是否需要您或我提供什么资料。

    买家保护期到2026年12月30日为止，请在此之前回复我，以免我不得不提起纠纷。

    谢谢！
    status: 0
    ");
    assert_eq!(home.json(&["show", NUMBER, "--json"])["messages"].as_array().unwrap().len(), 0, "nothing was kept");
}

#[test]
fn the_readers_language_stands_below_it_where_that_is_wanted() {
    let (home, _carrier) = parcel_at_customs();
    let ask = ["message", NUMBER, "--to", "seller", "--about", "extend", "--lang", "zh", "--beside"];
    assert_snapshot!(home.run(&ask), @"
    stdout:
    您好！

    我想咨询订单 8190（运单号 LP00620966542870）。包裹还没有到，而买家保护期到2026年12月30日就结束了。物流信息已经 14 天没有更新了。最新的物流信息（2026年11月6日，Внуково）是：“Arrived at customs”。

    麻烦您延长买家保护期，让包裹有时间送到，这样我就不用提起纠纷了。

    谢谢！

    ---

    Hello,

    I am writing about my order 8190 (tracking number LP00620966542870). The parcel has not arrived yet, and the buyer protection ends on 30 December 2026. There has been no news in the tracking for 14 days. The latest tracking entry (6 November 2026, Внуково) reads: “Arrived at customs”.

    Could you please extend the buyer protection, so that the parcel has time to arrive? Then I do not have to open a dispute.

    Thank you for your help!
    status: 0
    ");
    assert_snapshot!(home.output_of(home.command(&ask).env("POSYLKA_LANG", "ru")), @"
    stdout:
    您好！

    我想咨询订单 8190（运单号 LP00620966542870）。包裹还没有到，而买家保护期到2026年12月30日就结束了。物流信息已经 14 天没有更新了。最新的物流信息（2026年11月6日，Внуково）是：“Arrived at customs”。

    麻烦您延长买家保护期，让包裹有时间送到，这样我就不用提起纠纷了。

    谢谢！

    ---

    Здравствуйте!

    Пишу по поводу заказа 8190 (трек-номер LP00620966542870). Посылка ещё не пришла, а защита покупателя действует только до 30 декабря 2026 г. По отслеживанию новостей нет уже 14 дней. Последняя запись в отслеживании (6 ноября 2026 г., Внуково): «Arrived at customs».

    Продлите, пожалуйста, защиту, чтобы посылка успела прийти: тогда не придётся открывать спор.

    Заранее спасибо!
    status: 0
    ");
    let (in_english, beside) = (["message", NUMBER, "--to", "seller", "--lang", "en"], ["--beside"]);
    let alone = home.run(&in_english);
    assert_eq!(alone.status, 0);
    assert_eq!(home.run(&[&in_english[..], &beside].concat()), alone, "it is in the reader's language already");
    let json = home.json(&["--lang", "ru", "message", NUMBER, "--json"]);
    assert_eq!((&json["lang"], &json["beside"]["lang"]), (&"ru".into(), &"en".into()), "wherever the flag stands");
}

#[test]
fn wrong_usage_lists_the_situations_and_changes_nothing() {
    let (home, _carrier) = parcel_at_customs();
    let about = home.run(&["message", NUMBER, "--about", "lost", "--log"]);
    for word in posylka::domain::message::Situation::ALL.map(posylka::domain::message::Situation::as_str) {
        assert!(about.stderr.contains(word), "{word}: {about}");
    }
    assert_snapshot!(about, @r#"
    stderr:
    posylka: there is no situation "lost".
    hint: no_number, not_shipped, not_tracked, wrong_number, stuck, at_customs, customs_papers, held, hold_longer, delivery_failed, wrong_address, going_back, damaged, problem, not_coming, not_received, contradiction, extend
    status: 2
    "#);
    assert_snapshot!(home.transcript(&[
        &["message", NUMBER, "--about", "not-recieved"],
        &["message", NUMBER, "--to", "customs"],
        &["message", NUMBER, "--about", "no_number", "--log"],
        &["message", NUMBER, "--to", "carrier", "--about", "extend"],
        &["message", "RB123456785CN"],
        &["message", NUMBER, "--lang", "de"],
        &["list", "--lang", "zh"],
    ]), @r#"
    $ posylka message LP00620966542870 --about not-recieved
    stderr:
    posylka: there is no situation "not-recieved".
    hint: Did you mean not_received? no_number, not_shipped, not_tracked, wrong_number, stuck, at_customs, customs_papers, held, hold_longer, delivery_failed, wrong_address, going_back, damaged, problem, not_coming, not_received, contradiction, extend
    status: 2

    $ posylka message LP00620966542870 --to customs
    stderr:
    posylka: nobody is called "customs" here.
    hint: seller, carrier
    status: 2

    $ posylka message LP00620966542870 --about no_number --log
    stderr:
    posylka: no_number is about an order without a tracking number, and this parcel has one.
    hint: Is it wrong? Then --about wrong_number.
    status: 2

    $ posylka message LP00620966542870 --to carrier --about extend
    stderr:
    posylka: a message about extend does not go to a carrier.
    hint: To a carrier one writes about: not_tracked, stuck, at_customs, customs_papers, held, hold_longer, delivery_failed, wrong_address, going_back, damaged, problem, not_coming, not_received, contradiction
    status: 2

    $ posylka message RB123456785CN
    stderr:
    posylka: there is no parcel "RB123456785CN".
    hint: `posylka list` shows the parcels, `posylka list --archived` those put away.
    status: 1

    $ posylka message LP00620966542870 --lang de
    stderr:
    error: invalid value 'de' for '--lang <LANG>'
      [possible values: en, zh, ru]

    For more information, try '--help'.
    status: 2

    $ posylka list --lang zh
    stderr:
    error: invalid value 'zh' for '--lang <LANG>'
      [possible values: auto, en, ru]

    For more information, try '--help'.
    status: 2
    "#);
    assert!(home.json(&["show", NUMBER, "--json"])["messages"].as_array().unwrap().is_empty());
}

#[test]
fn a_spelling_of_ones_own_is_understood() {
    let (home, _carrier) = parcel_at_customs();
    let letter = home.json(&["message", "1", "--about", "Not-Received", "--to", " Seller ", "--json"]);
    assert_eq!((&letter["situation"], &letter["to"]), (&"not_received".into(), &"seller".into()));
}
