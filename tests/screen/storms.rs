//! Any keys at any size: nothing panics, and the cursor stays in the list.

use posylka::app::{Code, Input, Key, Settings};
use posylka::texts::Language;
use proptest::prelude::*;

use super::world::{Screen, settings};

#[derive(Clone, Debug)]
pub enum Step {
    Key(Key),
    Paste(String),
    Resize(u16, u16),
    Wait(i64),
    Load,
}

pub fn step() -> impl Strategy<Value = Step> {
    let codes = prop::sample::select(vec![
        Code::Enter,
        Code::Esc,
        Code::Tab,
        Code::BackTab,
        Code::Backspace,
        Code::Delete,
        Code::Up,
        Code::Down,
        Code::Left,
        Code::Right,
        Code::Home,
        Code::End,
        Code::PageUp,
        Code::PageDown,
    ]);
    let letters = prop::sample::select("jkgGahlreRsxAdyuoq/?фйц1 0到и\u{306}".chars().collect::<Vec<_>>());
    let held = prop::sample::select("dufkwercz".chars().collect::<Vec<_>>());
    prop_oneof![
        3 => codes.prop_map(|c| Step::Key(Key::plain(c))),
        6 => letters.prop_map(|c| Step::Key(Key::char(c))),
        1 => held.prop_map(|c| Step::Key(Key::ctrl(c))),
        1 => ".{0,60}".prop_map(Step::Paste),
        2 => (0_u16..=200, 0_u16..=60).prop_map(|(w, h)| Step::Resize(w, h)),
        1 => (0_i64..100_000_000).prop_map(Step::Wait),
        1 => Just(Step::Load),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn nothing_panics(
        size in (0_u16..=200, 0_u16..=60),
        russian in any::<bool>(),
        ascii in any::<bool>(),
        steps in prop::collection::vec(step(), 0..40),
    ) {
        let language = if russian { Language::Ru } else { Language::En };
        let mut screen = Screen::full(size, language, Settings { ascii, ..settings() });
        for step in steps {
            match step {
                Step::Key(key) => {
                    let effects = screen.key(key);
                    screen.load(&effects);
                }
                Step::Paste(text) => drop(screen.send(Input::Paste(text))),
                Step::Resize(width, height) => drop(screen.send(Input::Resize(width, height))),
                Step::Wait(milliseconds) => {
                    screen.now += chrono::TimeDelta::milliseconds(milliseconds);
                    let effects = screen.send(Input::Tick);
                    screen.load(&effects);
                }
                Step::Load => screen.fill(super::world::parcels()),
            }
            prop_assert_eq!(screen.app.selected().is_some(), screen.app.list.rows().len() > 0);
            if let Some(at) = screen.app.next_change(screen.now) {
                prop_assert!(at >= screen.now);
            }
        }
    }
}

#[test]
fn every_size_draws() {
    let mut screen = Screen::new();
    for width in 0..=130 {
        for height in [0, 1, 2, 3, 7, 8, 9, 14, 15, 19, 20, 24, 40] {
            screen.send(Input::Resize(width, height));
        }
    }
    screen.press("a");
    for width in (0..=130).step_by(7) {
        for height in 0..20 {
            screen.send(Input::Resize(width, height));
        }
    }
}
