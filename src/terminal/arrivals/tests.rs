//! The rule against a clock of its own.

use chrono::{DateTime, Utc};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

use super::*;
use crate::app::{App, Code, Effect, Input, Settings, Task, TerminalRequest, update};
use crate::domain::{CleanText, NumberRole, Parcel, ParcelId, ParcelNumber, TrackingNumber};

const PANES: KeyScope = KeyScope::Panes;
const FIELD: KeyScope = KeyScope::Add;

/// A key, and how many milliseconds after the one before it is read.
type Late = (u64, Key);

fn ms(n: u64) -> Duration {
    Duration::from_millis(n)
}

/// Reads keys as the loop does: it looks whenever something has come, and when what it holds is due.
fn read(keys: &[Late], mut place: impl FnMut(&[Arrival]) -> KeyScope) -> Vec<Arrival> {
    let (mut arrivals, mut out, mut now) = (Arrivals::default(), Vec::new(), Instant::now());
    for (gap, key) in keys {
        let next = now + ms(*gap);
        let scope = place(&out);
        if let Some(due) = arrivals.due(scope).filter(|due| *due < next) {
            out.extend(arrivals.take(due.max(now), scope));
        }
        let scope = place(&out);
        out.extend(arrivals.push(*key, next, scope));
        let scope = place(&out);
        out.extend(arrivals.take(next, scope));
        now = next;
    }
    let scope = place(&out);
    if let Some(due) = arrivals.due(scope) {
        out.extend(arrivals.take(due, scope));
    }
    place(&out);
    out
}

/// The text that came, whether as keys or in pieces; any other key shows as what it is.
fn all_text(arrived: &[Arrival]) -> String {
    let text = |arrival: &Arrival| match arrival {
        Arrival::Paste(text) => text.clone(),
        Arrival::Key(key) => match key.code {
            Code::Char(c) if !key.ctrl => c.to_string(),
            _ => format!("<{}>", key.label()),
        },
    };
    arrived.iter().map(text).collect()
}

fn at_once(text: &str, place: KeyScope) -> Vec<Arrival> {
    read(&keys(text).into_iter().map(|key| (0, key)).collect::<Vec<_>>(), |_| place)
}

/// What a terminal in raw mode makes of characters.
fn keys(text: &str) -> Vec<Key> {
    let key = |c| match c {
        '\r' => Key::plain(Code::Enter),
        '\n' => Key::ctrl('j'),
        '\t' => Key::plain(Code::Tab),
        '\u{7f}' => Key::plain(Code::Backspace),
        '\u{1b}' => Key::plain(Code::Esc),
        c if c.is_control() => Key::ctrl(char::from(c as u8 + 0x60)),
        c => Key::char(c),
    };
    text.chars().map(key).collect()
}

fn typed(text: &str) -> Vec<Arrival> {
    keys(text).into_iter().map(Arrival::Key).collect()
}

fn pasted(text: &str) -> Vec<Arrival> {
    vec![Arrival::Paste(text.to_owned())]
}

#[test]
fn commands_that_came_together_are_typed_as_long_as_they_are_few() {
    for few in ["j", "jjjj", "xxxxxx", "jjkGx", "uu", "dy", "xjxjxj", "r", "j\r", "\r", "ffff"] {
        assert_eq!(at_once(few, PANES), typed(few), "{few}");
    }
    for many in ["order", "RB123456785CN", "e\rx", "hello world", "Заказ 815"] {
        assert_eq!(at_once(many, PANES), pasted(&many.replace('\r', "\n")), "{many}");
    }
}

#[test]
fn what_opens_a_field_may_bring_the_fields_text_along() {
    let late = |key, text: &str| vec![Arrival::Key(Key::char(key)), Arrival::Paste(text.to_owned())];
    assert_eq!(at_once("aAE010698498", PANES), late('a', "AE010698498"));
    assert_eq!(at_once("фRB123456785CN", PANES), late('ф', "RB123456785CN"));
    assert_eq!(at_once("/lamp\r", PANES), late('/', "lamp\n"));
    // A number that begins with the letter, and more than a line, are no typing.
    assert_eq!(at_once("ab123456785ru", PANES), pasted("ab123456785ru"));
    assert_eq!(at_once("all\rthat\r", PANES), pasted("all\nthat\n"));
}

#[test]
fn a_line_break_of_any_kind_counts_once_and_never_submits() {
    let field = |text| all_text(&at_once(text, FIELD));
    assert_eq!(field("one\rtwo\nthree\r\nfour\r\r"), "one\ntwo\nthree\nfour\n\n");
    assert_eq!(field("RB123456785CN\r"), "RB123456785CN\n");
    assert_eq!(field("a\tb"), "a\tb");
    assert_eq!(field("\r"), "<Enter>");
    assert_eq!(field("\r\rab"), "\n\nab");
}

#[test]
fn the_last_letter_of_somebody_who_types_may_bring_its_enter_along() {
    let slow: Vec<Late> = keys("12").into_iter().map(|key| (120, key)).collect();
    let tail = [(90, Key::char('3')), (0, Key::plain(Code::Enter))];
    assert_eq!(read(&[&slow[..], &tail].concat(), |_| FIELD), typed("123\r"));
    assert_eq!(all_text(&read(&tail, |_| FIELD)), "3\n");
}

#[test]
fn in_a_paste_no_key_acts_but_a_correction_in_a_field_keeps_its_place() {
    assert_eq!(at_once("hello\u{3}\u{1b} there", PANES), pasted("hello there"));
    assert_eq!(all_text(&at_once("hello\u{3}\u{1b} there", FIELD)), "hello there");
    assert_eq!(all_text(&at_once("RB1224\u{7f}\u{7f}34", FIELD)), "RB1224<Backspace><Backspace>34");
    assert_eq!(at_once("ny", KeyScope::Confirm), pasted("ny"));
    assert_eq!(at_once("y", KeyScope::Confirm), typed("y"));
}

#[test]
fn what_follows_a_paste_once_it_is_shown_is_typed_again() {
    let mut late: Vec<Late> = keys("one two three").into_iter().map(|key| (0, key)).collect();
    late.push((51, Key::plain(Code::Enter)));
    for place in [PANES, FIELD] {
        assert_eq!(all_text(&read(&late, |_| place)), "one two three<Enter>");
    }
}

/// Text as people paste it: at least three different characters that are no moves.
fn pasted_text() -> impl Strategy<Value = String> {
    let line = "[A-Za-z0-9а-яё .,:/-]{0,60}";
    (vec(line, 0..30), "[qxdeyu]{2}", select(vec!["\r", "\n", "\r\n"]))
        .prop_map(|(lines, end, eol)| format!("{}{eol}zx{end}1{eol}.", lines.join(eol)))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1000))]

    /// Typing by hand is never taken for a paste, wherever it happens.
    #[test]
    fn typing_stays_typing(text in "[ -~а-я\r\t\u{7f}\u{1b}]{0,40}", gaps in vec(10_u64..400, 40)) {
        let late: Vec<Late> = gaps.into_iter().zip(keys(&text)).collect();
        prop_assert_eq!(read(&late, |_| PANES), typed(&text));
        prop_assert_eq!(read(&late, |_| FIELD), typed(&text));
    }

    /// A key that is held down repeats, also where a slow line delivers many of them at once.
    #[test]
    fn a_held_key_repeats(key in "[a-zа-я/?]", gaps in vec(select(vec![0_u64, 1, 9, 33, 400]), 1..60)) {
        let key = keys(&key)[0];
        let late: Vec<Late> = gaps.iter().map(|gap| (*gap, key)).collect();
        prop_assert_eq!(read(&late, |_| PANES), vec![Arrival::Key(key); gaps.len()]);
    }

    /// A slow line may deliver what was typed into a field in any pieces: nothing is lost and the order stays.
    #[test]
    fn late_text_is_all_there(text in "[ -~а-я]{0,60}", gaps in vec(select(vec![0_u64, 0, 0, 5, 30, 200]), 60)) {
        let late: Vec<Late> = gaps.into_iter().zip(keys(&text)).collect();
        prop_assert_eq!(all_text(&read(&late, |_| FIELD)), text);
    }

    /// A paste is one text however it is cut, as long as its pieces follow each other at once.
    #[test]
    fn a_paste_is_one_text(text in pasted_text(), gaps in vec(select(vec![0_u64, 0, 0, 0, 3, 9]), 2000)) {
        let meant = text.replace("\r\n", "\n").replace('\r', "\n");
        let late: Vec<Late> = gaps.into_iter().cycle().zip(keys(&text)).collect();
        prop_assert_eq!(read(&late, |_| PANES), pasted(&meant));
        prop_assert_eq!(all_text(&read(&late, |_| FIELD)), meant);
    }
}

fn now() -> DateTime<Utc> {
    "2026-11-28T12:00:00Z".parse().unwrap()
}

fn app() -> App {
    let mut app = App::new(Settings::default(), (80, 24), now());
    let parcels = (1..6).map(|id| Parcel {
        title: CleanText::some_line("Lamp"),
        numbers: vec![ParcelNumber {
            number: TrackingNumber::parse(&format!("LP0062096654287{id}")).unwrap(),
            role: NumberRole::First,
        }],
        ..Parcel::new(ParcelId(id), now())
    });
    let _ = update(&mut app, Input::Parcels(parcels.collect()), now());
    app
}

/// Whether an effect changes, copies or asks anything.
fn does_something(effect: &Effect) -> bool {
    !matches!(
        effect,
        Effect::Task(Task::LoadDetail(_) | Task::LoadParcels(_)) | Effect::Terminal(TerminalRequest::Copy(_))
    )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(250))]

    /// Whatever is pasted into the screen without brackets, nothing happens but that the dialog that adds shows it.
    #[test]
    fn nothing_that_is_pasted_is_a_command(
        text in pasted_text(), times in 1_usize..40, gaps in vec(select(vec![0_u64, 0, 0, 0, 0, 4, 9]), 500),
    ) {
        let text = text.repeat(times);
        let late: Vec<Late> = gaps.into_iter().cycle().zip(keys(&text)).collect();
        let (mut app, mut seen, mut effects) = (app(), 0, Vec::new());
        let all = read(&late, |out| {
            for arrival in &out[seen..] {
                let input = match arrival {
                    Arrival::Key(key) => Input::Key(*key),
                    Arrival::Paste(text) => Input::Paste(text.clone()),
                };
                effects.extend(update(&mut app, input, now()).effects);
            }
            seen = out.len();
            app.place()
        });
        prop_assert_eq!(all.len(), 1);
        prop_assert!(!effects.iter().any(does_something), "{effects:?}");
    }
}
