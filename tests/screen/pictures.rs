//! What the screen looks like, in cells and in styles.

use posylka::app::{Code, Input, Settings};
use posylka::domain::{EventTime, Outcome, ReportedFacts, State, Status, SubStatus};
use posylka::texts::Language;
use posylka::themes::{BuiltIn, Theme};

use super::world::{Making, Screen, settings};

const SIZES: [(u16, u16); 6] = [(80, 24), (120, 40), (100, 30), (60, 15), (40, 12), (29, 7)];

#[test]
fn every_size_in_both_languages() {
    for language in [Language::En, Language::Ru] {
        for size in SIZES {
            let screen = Screen::full(size, language, settings());
            let name = format!("list_{}x{}_{}", size.0, size.1, language.code());
            insta::assert_snapshot!(name.clone(), screen.text());
            if size.0 >= 60 {
                insta::assert_snapshot!(format!("{name}_styles"), screen.styles());
            }
        }
    }
}

#[test]
fn one_pane_shows_the_parcel_after_enter() {
    for (size, language) in [((60, 15), Language::En), ((40, 12), Language::Ru)] {
        let mut screen = Screen::full(size, language, settings());
        screen.code(Code::Enter);
        insta::assert_snapshot!(format!("detail_{}x{}_{}", size.0, size.1, language.code()), screen.text());
    }
}

#[test]
fn ascii_marks_and_frames() {
    let settings = Settings { ascii: true, ..settings() };
    let mut screen = Screen::full((120, 40), Language::En, settings.clone());
    insta::assert_snapshot!("ascii_120x40", screen.text());
    // Only what came from outside is not ASCII: with plain data, nothing is.
    let data = super::world::parcels().into_iter().filter(|(p, _)| p.name().is_ascii());
    let plain: Vec<_> = data
        .filter(|(_, d)| d.timeline.entries.iter().all(|e| e.event().place.as_deref().is_none_or(str::is_ascii)))
        .collect();
    assert!(plain.len() >= 4);
    screen = Screen::empty((80, 24), Language::En, settings);
    screen.fill(plain);
    for keys in ["", "?", "q", "a", "LP00", "\u{1b}", "/", "zzz", "\u{1b}", "d", "n", "e"] {
        if keys == "\u{1b}" {
            screen.code(Code::Esc);
        } else {
            screen.press(keys);
        }
        assert!(screen.text().is_ascii(), "{}", screen.text());
    }
}

#[test]
fn without_colours_marks_words_and_weight_remain() {
    let mut screen = Screen::full((80, 24), Language::En, Settings { theme: Theme::of(BuiltIn::Mono), ..settings() });
    let coloured = screen.buffer().content.iter().any(|c| c.fg != ratatui::style::Color::Reset);
    assert!(!coloured);
    let row = screen.row("USB hub   ");
    assert!(row.contains('▲') && row.contains("at customs"), "{row}");
    assert!(screen.styles().contains("####### "), "{}", screen.styles());
    screen.press("j");
    insta::assert_snapshot!("no_colour_80x24_styles", screen.styles());
}

#[test]
fn a_stale_row_says_so_by_mark_word_and_colour() {
    let screen = Screen::new();
    let text = screen.text();
    let (y, row) = text.lines().enumerate().find(|(_, line)| line.contains("Phone case")).unwrap();
    assert!(row.contains("▲") && row.contains("not found anywhere yet") && row.contains("11 d"), "{row}");
    let styles = screen.styles();
    assert!(styles.lines().nth(y).unwrap().contains("RRRRR"), "{styles}");
}

#[test]
fn the_chosen_row_is_inverted_and_marked() {
    let mut screen = Screen::new();
    screen.press("j");
    let (text, styles) = (screen.text(), screen.styles());
    let (y, row) = text.lines().enumerate().find(|(_, line)| line.contains('▌')).unwrap();
    assert!(row.contains("Phone case"), "{row}");
    let inverted: Vec<usize> = styles.lines().enumerate().filter(|(_, l)| l.contains('#')).map(|(y, _)| y).collect();
    assert_eq!(inverted, [y]);
}

#[test]
fn dialogs_and_help() {
    let mut screen = Screen::new();
    screen.press("?");
    insta::assert_snapshot!("help_80x24_en", screen.text());
    let mut screen = Screen::full((80, 24), Language::Ru, settings());
    screen.press("a");
    screen.send(Input::Paste("RA123456785RU\nLP00000000000099".to_owned()));
    insta::assert_snapshot!("add_80x24_ru", screen.text());
    screen.code(Code::Esc);
    screen.press("d");
    insta::assert_snapshot!("confirm_80x24_ru", screen.text());
    screen.press("n");
    screen.press("e");
    insta::assert_snapshot!("edit_80x24_ru", screen.text());
    let mut screen = Screen::full((40, 12), Language::En, settings());
    screen.press("a12");
    insta::assert_snapshot!("add_40x12_en", screen.text());
}

#[test]
fn an_empty_list_says_what_to_press() {
    for language in [Language::En, Language::Ru] {
        let mut screen = Screen::empty((80, 24), language, settings());
        screen.fill(Vec::new());
        insta::assert_snapshot!(format!("empty_80x24_{}", language.code()), screen.text());
        assert!(screen.shows("posylka demo"));
    }
}

#[test]
fn a_small_screen_shows_the_first_four_steps_and_a_tall_one_all() {
    let steps = |size| {
        let screen = Screen::full(size, Language::En, settings());
        let line = |step: &&str| screen.text().contains(&format!(" {step}"));
        ["1 Open", "2 Write", "3 Write", "4 Look", "5 Ask"].iter().filter(|step| line(step)).count()
    };
    assert_eq!((steps((80, 24)), steps((120, 40))), (4, 5));
}

#[test]
fn the_timeline_tells_silence_withdrawal_and_who_said_what() {
    let mut screen = Screen::full((120, 40), Language::En, settings());
    assert!(screen.shows("14 days without news"));
    assert!(screen.shows("9 days without news"));
    assert!(screen.shows("no longer listed since 22 Nov"));
    assert!(screen.shows("China → Russia"));
    assert!(screen.reads("expected 3–9 Dec"));
    assert!(screen.reads("Protection ends in 3 days, 26 Nov."));
    assert!(screen.styles().contains("xxxx"));
    let other = screen.names().iter().position(|n| n == "Наушники").unwrap();
    screen.press(&"j".repeat(other));
    screen.wait(200);
    insta::assert_snapshot!("disagreement_120x40_en", screen.text());
    assert!(screen.reads("17TRACK: wants a captcha"));
}

#[test]
fn a_translation_is_read_first_and_the_carrier_s_own_words_stand_beside_it() {
    let time = EventTime::at("2026-11-20T09:00:00".parse().unwrap(), None);
    let parcel = Making::new(1, "Чехол", "LB900000019CN")
        .says("17track", time, Some(State::UNDERWAY), "已到达分拣中心", "Guangzhou")
        .translated("Прибыло в сортировочный центр")
        .done();
    let mut screen = Screen::empty((120, 40), Language::Ru, settings());
    screen.fill(vec![parcel]);
    let row = screen.row("в пути · Guangzhou · Прибыло в сортировочный центр");
    assert!(!row.is_empty() && screen.text().replace(' ', "").contains("已到达分拣中心"), "{}", screen.text());
    screen.code(Code::Enter);
    let own = screen.row("Guangzhou");
    assert!(own.replace(' ', "").contains("已到达分拣中心·Guangzhou·17TRACK"), "{own}");
}

#[test]
fn the_alarm_is_for_what_is_to_be_acted_on_and_a_normal_silence_is_calm() {
    let quiet = |id, state| {
        let time = EventTime::at("2026-11-13T09:00:00".parse().unwrap(), None);
        let facts = ReportedFacts { state: Some(state), ..ReportedFacts::default() };
        Making::new(id, &format!("Lamp {id}"), "RB123456785CN")
            .says("cainiao", time, Some(state), "Left", "")
            .stands("cainiao", Outcome::Answered, facts)
            .done()
    };
    let left = quiet(1, State::new(Status::InTransit, SubStatus::Departure));
    let under_way = quiet(2, State::UNDERWAY);
    let mut screen = Screen::empty((80, 24), Language::En, settings());
    screen.fill(vec![left, under_way]);
    assert!(screen.shows("▲ 1 stuck · △ 1 quiet"), "{}", screen.text());
    assert_eq!(screen.names(), ["Lamp 2", "Lamp 1"], "what is to be acted on comes first");
    assert!(screen.row("▲ Lamp 2").contains("on the way too long"), "{}", screen.text());
    assert!(screen.row("△ Lamp 1").contains("left origin, quiet 10 d"), "{}", screen.text());
    screen.press("j");
    screen.wait(200);
    assert!(screen.reads("1 Wait until 27 Nov (snooze)"), "{}", screen.text());
}
