//! Adding, editing, removing.

use chrono::TimeDelta;
use posylka::app::edit_form::EditField;
use posylka::app::{Code, Effect, Input, Key, Mode, Task, TerminalRequest};
use posylka::domain::advice::{LearnedSilence, SilenceCount, Stage};
use posylka::domain::{Afterwards, Change, CleanText, Deadline, NewParcel, Order, ParcelId, Snooze, Storage, Summary};
use posylka::texts::Language;

use super::world::{Screen, now, number, settings};

fn new(text: &str, title: Option<&str>) -> NewParcel {
    NewParcel { numbers: vec![number(text)], title: title.and_then(CleanText::some_line), ..NewParcel::default() }
}

#[test]
fn a_number_with_a_title_is_added() {
    let mut screen = Screen::new();
    screen.press("aLP00000000000099");
    assert!(screen.shows("LP00000000000099"), "{}", screen.text());
    screen.code(Code::Tab);
    screen.press("q lamp");
    let effects = screen.code(Code::Enter);
    assert_eq!(effects, [Effect::Task(Task::Add(vec![new("LP00000000000099", Some("q lamp"))]))]);
    assert!(matches!(screen.app.mode, Mode::Browse));
}

#[test]
fn a_known_number_leads_to_its_parcel() {
    let mut screen = Screen::new();
    screen.press("arb 0000-0001 4cn");
    assert!(screen.shows("RB000000014CN is there already: Phone case"), "{}", screen.text());
    assert!(screen.shows("Enter: go to it"), "{}", screen.text());
    assert!(screen.code(Code::Enter).is_empty());
    assert_eq!(screen.selected(), "Phone case");
    assert!(screen.shows("Already there: Phone case"));
}

#[test]
fn what_is_wrong_is_said_and_nothing_is_added() {
    let mut screen = Screen::new();
    screen.press("a12");
    assert!(screen.shows("12: too short"), "{}", screen.text());
    assert!(screen.code(Code::Enter).is_empty());
    assert!(matches!(screen.app.mode, Mode::Add(_)), "the dialog stays open");
    screen.code(Code::Esc);
    assert!(matches!(screen.app.mode, Mode::Browse));
}

#[test]
fn the_certain_correction_is_taken_and_the_others_are_a_key_away() {
    let mut screen = Screen::new();
    // No post has the letters UK; that of the United Kingdom has GB.
    screen.press("aRB000000014UK");
    assert!(screen.shows("▌ RB000000014GB  another country at the end"), "{}", screen.text());
    assert_eq!(screen.code(Code::Enter), [Effect::Task(Task::Add(vec![new("RB000000014GB", None)]))]);
}

#[test]
fn the_number_that_the_check_digit_wants_can_be_chosen_with_the_arrows() {
    let mut screen = Screen::new();
    screen.press("aRA123456789RU");
    assert!(screen.shows("the check digit does not fit"), "{}", screen.text());
    assert!(screen.shows("▌ RA123456789RU  as typed"), "{}", screen.text());
    screen.code(Code::Down);
    assert!(screen.shows("▌ RA123456785RU  one character is another"), "{}", screen.text());
    screen.code(Code::Up);
    assert!(screen.shows("▌ RA123456789RU"), "{}", screen.text());
    screen.code(Code::Down);
    assert_eq!(screen.code(Code::Enter), [], "it is there: the handover number of the hub");
    assert_eq!(screen.selected(), "USB hub");
}

#[test]
fn pasting_into_the_panes_opens_the_dialog() {
    let mut screen = Screen::new();
    screen.send(Input::Paste("LP00000000000099\n".to_owned()));
    assert!(matches!(screen.app.mode, Mode::Add(_)));
    assert_eq!(screen.code(Code::Enter), [Effect::Task(Task::Add(vec![new("LP00000000000099", None)]))]);
}

#[test]
fn editing_changes_only_what_was_changed() {
    let mut screen = Screen::new();
    screen.press("e");
    screen.press(" 2");
    for _ in 0..EditField::Protection as usize {
        screen.code(Code::Tab);
    }
    screen.key(Key::ctrl('u'));
    screen.press("soon");
    assert!(screen.code(Code::Enter).is_empty());
    assert!(screen.shows("Not a date."), "{}", screen.text());
    screen.key(Key::ctrl('u'));
    screen.press("10d");
    let effects = screen.code(Code::Enter);
    let [Effect::Task(Task::Edit(ParcelId(1), edit))] = &effects[..] else { panic!("{effects:?}") };
    assert_eq!(edit.title, Change::Set(CleanText::line("USB hub 2")));
    let end = Deadline::told("2026-12-03".parse().unwrap());
    assert_eq!(edit.protection, Change::Set(end));
    assert_eq!((&edit.shop, &edit.note), (&Change::Keep, &Change::Keep));
    assert!(edit.add_orders.is_empty() && edit.remove_orders.is_empty());
}

/// Goes to a field of the form and makes that its text.
fn fill(screen: &mut Screen, part: EditField, text: &str) {
    let Mode::Edit(form) = &screen.app.mode else { panic!("no form") };
    let from = form.at;
    for _ in 0..(part as usize + EditField::ALL.len() - from) % EditField::ALL.len() {
        screen.code(Code::Tab);
    }
    screen.key(Key::ctrl('u'));
    screen.press(text);
}

#[test]
fn days_of_the_order_count_the_protection_and_a_preset_is_named_as_one() {
    let mut screen = Screen::new();
    screen.press("e");
    fill(&mut screen, EditField::Protection, "aliexpress");
    assert!(screen.code(Code::Enter).is_empty());
    assert!(screen.shows("counts from the shipping"), "{}", screen.text());
    fill(&mut screen, EditField::Shipped, "05.11");
    fill(&mut screen, EditField::Protection, "aliexpress");
    assert!(screen.shows("= 19 Jan 2027, by the preset aliexpress, not told by the shop."), "{}", screen.text());
    fill(&mut screen, EditField::Number, "RB123456785CN");
    let effects = screen.code(Code::Enter);
    let [Effect::Task(Task::Edit(_, edit))] = &effects[..] else { panic!("{effects:?}") };
    let end = edit.protection.value().unwrap();
    assert_eq!((end.until.to_string().as_str(), end.preset.as_deref()), ("2027-01-19", Some("aliexpress")));
    assert_eq!(edit.order.shipped_on, Change::Set("2026-11-05".parse().unwrap()));
    assert_eq!(edit.add_numbers[0].as_str(), "RB123456785CN");
    assert_eq!((edit.order.ordered_on, edit.missing), (Change::Keep, None));
}

#[test]
fn what_never_came_is_said_in_the_form_and_nonsense_is_pointed_at() {
    let mut screen = Screen::new();
    screen.press("e");
    for (typed, said) in [
        ("in 3 days", "That day is still to come."),
        ("31.02", "There is no such date."),
        ("soon", "Not a date."),
        ("03/04/2026", "Day or month first?"),
    ] {
        fill(&mut screen, EditField::Ordered, typed);
        assert!(screen.code(Code::Enter).is_empty());
        assert!(screen.shows(said), "{}", screen.text());
    }
    fill(&mut screen, EditField::Ordered, "");
    fill(&mut screen, EditField::Number, "?");
    assert!(screen.code(Code::Enter).is_empty());
    assert!(screen.shows("cannot be a tracking number"), "{}", screen.text());
    fill(&mut screen, EditField::Number, "");
    fill(&mut screen, EditField::Received, "-");
    let effects = screen.code(Code::Enter);
    let [Effect::Task(Task::Edit(_, edit))] = &effects[..] else { panic!("{effects:?}") };
    assert_eq!((edit.missing, edit.order.received_on), (Some(true), Change::Keep));
}

#[test]
fn the_field_that_has_the_keyboard_is_in_view_on_a_small_screen() {
    let mut screen = Screen::new();
    screen.send(Input::Resize(40, 10));
    screen.press("e");
    fill(&mut screen, EditField::Note, "in the cellar");
    assert!(screen.shows("in the cellar"), "{}", screen.text());
}

#[test]
fn an_unchanged_form_changes_nothing() {
    let mut screen = Screen::new();
    screen.press("e");
    assert!(screen.code(Code::Enter).is_empty());
    assert!(matches!(screen.app.mode, Mode::Browse));
}

#[test]
fn removing_asks_and_names_the_parcel() {
    let mut screen = Screen::new();
    assert!(screen.press("jd").is_empty());
    assert!(screen.shows("Remove “Phone case”?") || screen.shows("Remove \"Phone case\"?"), "{}", screen.text());
    assert!(screen.press("n").is_empty());
    let remove = Effect::Task(Task::Remove { id: ParcelId(2), name: CleanText::line("Phone case") });
    assert_eq!(screen.press("dy"), std::slice::from_ref(&remove));
    screen.press("в");
    assert!(screen.press("н").is_empty(), "«н» is never yes");
    screen.press("в");
    assert_eq!(screen.press("д"), std::slice::from_ref(&remove));
    screen.press("d");
    assert_eq!(screen.code(Code::Enter), [remove]);
}

#[test]
fn a_resize_keeps_what_was_typed() {
    let mut screen = Screen::new();
    screen.press("aLP0000000000");
    screen.send(Input::Resize(29, 7));
    screen.send(Input::Resize(40, 12));
    screen.press("0099");
    assert!(screen.shows("LP00000000000099"), "{}", screen.text());
    assert_eq!(screen.code(Code::Enter), [Effect::Task(Task::Add(vec![new("LP00000000000099", None)]))]);
}

#[test]
fn only_ctrl_c_quits_from_a_dialog() {
    let mut screen = Screen::new();
    screen.press("a");
    assert!(screen.press("qй").is_empty());
    assert_eq!(screen.key(Key::ctrl('c')), [Effect::Terminal(TerminalRequest::Quit)]);
    screen.code(Code::Esc);
    assert_eq!(screen.key(Key::ctrl('z')), [Effect::Terminal(TerminalRequest::Suspend)]);
    assert_eq!(screen.press("q"), [Effect::Terminal(TerminalRequest::Quit)]);
}

#[test]
fn a_parcel_is_snoozed_for_a_week_or_until_a_day_and_woken_by_the_same_key() {
    let mut screen = Screen::new();
    assert!(screen.press("z").is_empty());
    assert!(screen.shows("Snooze: USB hub") && screen.shows("2026-11-30"), "{}", screen.text());
    let until = |effects: Vec<Effect>| match effects.as_slice() {
        [Effect::Task(Task::Edit(ParcelId(1), edit))] => edit.snooze,
        other => panic!("{other:?}"),
    };
    assert_eq!(until(screen.code(Code::Enter)), Change::Set("2026-11-30".parse().unwrap()));
    screen.press("я");
    screen.key(Key::ctrl('u'));
    screen.press("22.11.2026");
    assert!(screen.code(Code::Enter).is_empty());
    assert!(screen.shows("That day is over"), "{}", screen.text());
    screen.key(Key::ctrl('u'));
    assert_eq!(until(screen.code(Code::Enter)), Change::Clear, "an empty day is no snooze");
}

#[test]
fn what_a_snooze_will_do_is_said_before_it_is_saved() {
    let mut screen = Screen::new();
    screen.press("z");
    assert!(screen.shows("It would be shown before 30 Nov all the same"), "{}", screen.text());
    screen.code(Code::Esc);
    screen.press("jz");
    assert!(screen.shows("Left alone until 30 Nov."), "{}", screen.text());
    let mut russian = Screen::full((80, 24), Language::Ru, settings());
    russian.press("jz");
    assert!(russian.shows("30.11.2026"), "days stand as the reader writes them: {}", russian.text());
}

#[test]
fn archiving_what_is_still_protected_asks_and_names_the_day() {
    let mut screen = Screen::new();
    assert!(screen.press("x").is_empty());
    assert!(screen.shows("Its protection lasts until 26 Nov, 3 more days."), "{}", screen.text());
    assert!(screen.press("n").is_empty());
    screen.press("x");
    assert_eq!(screen.press("y"), [Effect::Task(Task::Archive(ParcelId(1)))]);
}

#[test]
fn tags_are_changed_in_the_form() {
    let mut screen = Screen::new();
    screen.press("e");
    fill(&mut screen, EditField::Tags, "gift, home");
    let effects = screen.code(Code::Enter);
    let [Effect::Task(Task::Edit(_, edit))] = &effects[..] else { panic!("{effects:?}") };
    assert_eq!(edit.add_tags, ["gift", "home"].map(CleanText::line));
}

#[test]
fn a_form_that_does_not_fit_says_so_and_keeps_its_way_out() {
    let mut screen = Screen::full((40, 12), Language::Ru, settings());
    screen.press("у");
    assert!(screen.shows("1/11 Изменить"), "{}", screen.text());
    assert!(screen.shows("Esc закрыть"), "{}", screen.text());
}

/// The first parcel, without protection and snoozed so many days ahead.
fn with_snoozed(days: i64) -> Screen {
    let mut all = super::world::parcels();
    all[0].0.own_protection = None;
    all[0].0.snooze = Some(Snooze { until: now().date_naive() + TimeDelta::days(days), since: now() });
    let mut screen = Screen::full((100, 30), Language::En, settings());
    screen.fill(all);
    screen
}

#[test]
fn a_snoozed_parcel_sinks_says_so_and_wakes_by_itself() {
    let mut screen = with_snoozed(2);
    assert_eq!(screen.names().iter().position(|n| n == "USB hub"), Some(7), "{:?}", screen.names());
    assert!(screen.row("z USB hub").contains("until 25 Nov"), "{}", screen.text());
    while screen.selected() != "USB hub" {
        screen.press("j");
    }
    screen.wait(1000);
    assert!(screen.shows("Wait until 25 Nov (snooze)"), "{}", screen.text());
    let hours = 60 * 60 * 1000;
    screen.wait(32 * hours);
    assert_eq!(screen.names().iter().position(|n| n == "USB hub"), Some(7));
    screen.wait(hours + 1000);
    assert_eq!(screen.names()[1], "USB hub", "midnight in the reader's zone, three hours ahead of UTC");
    assert!(screen.row("▲ USB hub").contains("at customs"), "{}", screen.text());
}

#[test]
fn a_snooze_brings_nothing_on_its_way() {
    let mut all = super::world::parcels();
    all.truncate(1);
    all[0].0.summary = Summary::default();
    all[0].0.own_protection = None;
    all[0].0.snooze = Some(Snooze { until: now().date_naive() + TimeDelta::days(9), since: now() });
    let mut screen = Screen::full((100, 30), Language::En, settings());
    screen.fill(all);
    assert!(screen.row(" posylka ").starts_with(" posylka  ○ 1 waiting "), "{}", screen.text());
}

#[test]
fn what_is_usual_is_said_with_how_many_tell_so() {
    let customs =
        |days, parcels| SilenceCount { stage: Stage::Customs, origin: None, destination: None, days, parcels };
    let mut screen = Screen::full((120, 40), Language::En, settings());
    screen.send(Input::LearnedSilence(LearnedSilence::of([customs(2, 3), customs(5, 20)])));
    assert!(screen.reads("(normal: up to 5 days; usually 2-5 days, 23 delivered parcels)"), "{}", screen.text());
    let transit = |parcels| SilenceCount { stage: Stage::InTransit, ..customs(4, parcels) };
    while screen.selected() != "手机壳和LED灯带超长标题测试商品" {
        screen.press("j");
    }
    let wished = screen.wait(1000);
    screen.load(&wished);
    for (parcels, is_said) in [(9, true), (1, false)] {
        screen.send(Input::LearnedSilence(LearnedSilence::of([transit(parcels)])));
        let says = "Time without news here: usually 4 days, 9 delivered parcels.";
        assert_eq!(screen.reads(says), is_said, "too few tell nothing\n{}", screen.text());
        assert!(!screen.shows("only 1 delivered parcel"), "{}", screen.text());
    }
}

#[test]
fn a_ready_parcel_counts_down_to_the_end_of_its_storage() {
    let mut all = super::world::parcels();
    let kept =
        |days: i64, then| Some((Storage { until: now().date_naive() + TimeDelta::days(days), then }, "x".into()));
    for (days, then, says) in [
        (9, Afterwards::SentBack, "ready, until 2 Dec"),
        (5, Afterwards::SentBack, "ready, until Sat"),
        (1, Afterwards::SentBack, "ready, until tomorrow"),
        (0, Afterwards::Costs, "ready, free until today"),
        (-2, Afterwards::SentBack, "was kept until 21 Nov"),
    ] {
        all[2].0.summary.storage = kept(days, then);
        let mut screen = Screen::full((100, 30), Language::En, settings());
        screen.fill(all.clone());
        let place = screen.names().iter().position(|name| name.starts_with("Лампа"));
        assert_eq!(place, Some(if (0..=1).contains(&days) { 0 } else { 2 }), "{days}");
        screen.press("g");
        (0..place.unwrap()).for_each(|_| drop(screen.press("j")));
        let wished = screen.wait(1000);
        screen.load(&wished);
        assert!(screen.row("⌂ Лампа").contains(says), "{}", screen.text());
    }
}

#[test]
fn where_there_is_little_room_the_day_until_which_it_is_kept_for_nothing_stays() {
    let mut all = super::world::parcels();
    let until = now().date_naive() + TimeDelta::days(4);
    all[2].0.summary.storage = Some((Storage { until, then: Afterwards::Costs }, "x".into()));
    for (columns, language, says) in [
        (80, Language::En, "ready, free until Fri"),
        (60, Language::En, " free until Fri"),
        (80, Language::Ru, "ждёт вас, бесплатно до пт"),
        (60, Language::Ru, " бесплатно до пт"),
    ] {
        let mut screen = Screen::full((columns, 24), language, settings());
        screen.fill(all.clone());
        let text = screen.text();
        let row = text.lines().find(|line| line.contains("⌂ ") && line.contains("Лампа")).unwrap();
        assert!(
            row.contains(says)
                && (columns == 80 || language == Language::En || !row.contains("ready,") && !row.contains("вас")),
            "{row}"
        );
    }
}

#[test]
fn the_pages_are_listed_with_their_addresses_and_one_is_copied() {
    let mut screen = Screen::new();
    assert!(screen.press("щ").is_empty());
    assert!(screen.shows("Look it up: USB hub"), "{}", screen.text());
    for address in ["https://russian-post.example/RA123456785RU", "https://cainiao.example/RA123456785RU"] {
        assert!(screen.shows(address), "{}", screen.text());
    }
    screen.press("j");
    let address = CleanText::line("https://cainiao.example/RA123456785RU");
    let copied = screen.code(Code::Enter);
    assert_eq!(copied, [Effect::Terminal(TerminalRequest::Copy(address.clone()))]);
    screen.send(Input::Copied(address));
    assert!(screen.shows("Sent to the terminal's clipboard: https://cainiao"), "{}", screen.text());
    screen.press("o");
    assert!(screen.code(Code::Esc).is_empty());
    assert!(matches!(screen.app.mode, Mode::Browse));
}

#[test]
fn each_step_has_its_key_and_where_there_is_little_room_the_rest_is_one_key_away() {
    let mut screen = Screen::new();
    assert!(screen.shows("4 Look it up on") && !screen.shows("5 Ask"), "{}", screen.text());
    screen.code(Code::Enter);
    assert!(screen.shows("5 Ask for longer protection") && !screen.shows("more step"), "{}", screen.text());
    screen.code(Code::Esc);
    let mut screen = Screen::full((120, 40), Language::En, settings());
    screen.press("j");
    let wished = screen.wait(1000);
    screen.load(&wished);
    for step in ["1 Copy the number, compare with the order", "4 Look it up on"] {
        assert!(screen.reads(step), "{}", screen.text());
    }
}

#[test]
fn the_same_key_wakes_it() {
    let mut screen = with_snoozed(9);
    while screen.selected() != "USB hub" {
        screen.press("j");
    }
    let effects = screen.press("z");
    assert!(
        matches!(effects.as_slice(), [Effect::Task(Task::Edit(_, edit))] if edit.snooze == Change::Clear),
        "{effects:?}"
    );
    while screen.selected() != "Cable" {
        screen.press("j");
    }
    assert!(screen.press("z").is_empty());
    assert!(screen.shows("nothing to snooze"), "{}", screen.text());
}

#[test]
fn an_order_without_a_number_is_offered_as_waiting_for_it() {
    let offered = |language, text: &str| {
        let mut screen = Screen::full((80, 24), language, settings());
        screen.press("a");
        screen.send(Input::Paste(text.into()));
        screen
    };
    let wanted = |title: Option<&str>| {
        let (title, shop) = (title.and_then(CleanText::some_line), CleanText::some_line("AliExpress"));
        let orders = vec![Order { shop: shop.clone(), ..Order::from(CleanText::line("8190001234567899")) }];
        vec![Effect::Task(Task::Add(vec![NewParcel { title, orders, shop, ..NewParcel::default() }]))]
    };
    let mail = "AliExpress\nThank you! Your payment is confirmed.\nOrder number: 8190001234567899\nItems: 1";
    for text in ["AliExpress 8190001234567899", "8190001234567899 (алиэкспресс)", mail] {
        let mut screen = offered(Language::En, text);
        assert!(screen.shows("Order 8190001234567899, AliExpress: no tracking number here"), "{}", screen.text());
        assert!(screen.shows("waits for its number."), "{}", screen.text());
        assert_eq!(screen.code(Code::Enter), wanted(None), "{text}");
    }
    let mut russian = offered(Language::Ru, "AliExpress 8190001234567899");
    assert!(russian.shows("Заказ 8190001234567899, AliExpress: трек-номера здесь нет."), "{}", russian.text());
    russian.code(Code::Tab);
    russian.press("Чайник");
    assert_eq!(russian.code(Code::Enter), wanted(Some("Чайник")));
    let mut known = offered(Language::En, "AliExpress 8190000000000001");
    assert!(known.shows("8190000000000001 is there already: USB hub"), "{}", known.text());
    assert!(known.code(Code::Enter).is_empty() && known.selected() == "USB hub");
    let mut number = offered(Language::En, "AliExpress order 8190001234567899, RB123456785CN");
    let Effect::Task(Task::Add(added)) = &number.code(Code::Enter)[0] else { panic!("{}", number.text()) };
    assert_eq!((added.len(), added[0].numbers.len()), (1, 1), "a text with a number is about the number");
}

#[test]
fn the_form_takes_a_number_of_days() {
    let mut screen = Screen::new();
    screen.press("e");
    (0..EditField::StaleAfter as usize).for_each(|_| drop(screen.code(Code::Tab)));
    assert!(screen.shows("empty: 7 by the"), "{}", screen.text());
    screen.press("400");
    assert!(screen.code(Code::Enter).is_empty());
    assert!(screen.shows("Not a number of days"), "{}", screen.text());
    screen.code(Code::Backspace);
    let effects = screen.code(Code::Enter);
    assert!(
        matches!(effects.as_slice(), [Effect::Task(Task::Edit(_, c))] if c.stale_after_days == Change::Set(40)),
        "{effects:?}"
    );
}
