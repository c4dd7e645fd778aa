//! The texts are complete, and the document of the keys is the table.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use posylka::app::keymap::TABLE;
use posylka::domain::{Outcome, Status, SubStatus};
use posylka::texts::{Language, Texts};

/// ISO 3166-1 alpha-2 as of 2026.
const COUNTRIES: &str = "ad ae af ag ai al am ao aq ar as at au aw ax az ba bb bd be bf bg bh bi bj bl bm bn bo bq br bs bt bv bw by bz \
    ca cc cd cf cg ch ci ck cl cm cn co cr cu cv cw cx cy cz de dj dk dm do dz ec ee eg eh er es et fi fj fk fm fo fr \
    ga gb gd ge gf gg gh gi gl gm gn gp gq gr gs gt gu gw gy hk hm hn hr ht hu id ie il im in io iq ir is it je jm jo \
    jp ke kg kh ki km kn kp kr kw ky kz la lb lc li lk lr ls lt lu lv ly ma mc md me mf mg mh mk ml mm mn mo mp mq mr \
    ms mt mu mv mw mx my mz na nc ne nf ng ni nl no np nr nu nz om pa pe pf pg ph pk pl pm pn pr ps pt pw py qa re ro \
    rs ru rw sa sb sc sd se sg sh si sj sk sl sm sn so sr ss st sv sx sy sz tc td tf tg th tj tk tl tm tn to tr tt tv \
    tw tz ua ug um us uy uz va vc ve vg vi vn vu wf ws ye yt za zm zw";

fn has(texts: &Texts, id: &str) -> bool {
    texts.loader().has(id)
}

#[test]
fn every_text_that_is_looked_up_by_name_is_there() {
    assert_eq!(COUNTRIES.split_whitespace().count(), 249);
    let dashed = |kind: &str, word: &str| format!("{kind}-{}", word.replace('_', "-"));
    let mut ids: Vec<String> = COUNTRIES.split_whitespace().map(|c| format!("country-{c}")).collect();
    ids.extend((1..=12).map(|m| format!("month-{m}")));
    ids.extend(Status::ALL.iter().map(|s| dashed("status", s.as_str())));
    ids.extend(SubStatus::ALL.iter().filter(|s| **s != SubStatus::Other).map(|s| dashed("sub-status", s.as_str())));
    ids.extend(Outcome::ALL.iter().map(|o| dashed("outcome", o.as_str())));
    ids.extend(TABLE.iter().flat_map(|b| b.hint.into_iter().chain([b.text])).map(str::to_owned));
    for language in [Language::En, Language::Ru] {
        let texts = Texts::new(language);
        let missing: Vec<&String> = ids.iter().filter(|id| !has(&texts, id)).collect();
        assert!(missing.is_empty(), "{language:?}: {missing:?}");
    }
}

fn file(language: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("i18n/{language}/posylka.ftl"));
    std::fs::read_to_string(path).unwrap()
}

/// Message ids and the variables they take.
fn messages(text: &str) -> BTreeMap<String, BTreeSet<String>> {
    let mut all: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let mut id = String::new();
    for line in text.lines().filter(|l| !l.starts_with('#')) {
        if let Some((name, _)) = line.split_once(" =").filter(|(name, _)| !name.starts_with([' ', '-'])) {
            id = name.to_owned();
            assert!(all.insert(id.clone(), BTreeSet::new()).is_none(), "{id} is there twice");
        }
        for piece in line.split('$').skip(1) {
            let name: String = piece.chars().take_while(|c| c.is_alphanumeric() || *c == '-').collect();
            all.entry(id.clone()).or_default().insert(name);
        }
    }
    all
}

#[test]
fn both_languages_say_the_same_things_about_the_same_values() {
    let (en, ru) = (messages(&file("en")), messages(&file("ru")));
    let ids = |m: &BTreeMap<String, BTreeSet<String>>| m.keys().cloned().collect::<BTreeSet<_>>();
    assert_eq!(ids(&en).symmetric_difference(&ids(&ru)).collect::<Vec<_>>(), Vec::<&String>::new());
    for (id, variables) in &en {
        assert_eq!(variables, &ru[id], "{id}");
    }
}

#[test]
fn english_is_ascii_for_terminals_that_know_nothing_else() {
    for line in file("en").lines().take_while(|l| !l.starts_with("## Commands")) {
        assert!(line.is_ascii(), "{line}");
    }
}

#[test]
fn the_document_of_the_keys_is_the_table() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/keys.md");
    let made = posylka::ui::keys_document(&Texts::new(Language::En));
    if std::env::var_os("POSYLKA_UPDATE").is_some() {
        std::fs::write(&path, &made).unwrap();
    }
    let written = std::fs::read_to_string(&path).unwrap_or_default();
    assert_eq!(written, made, "run this test with POSYLKA_UPDATE=1 and look at the difference");
}

#[test]
fn both_languages_count_right() {
    let (en, ru) = (Texts::new(Language::En), Texts::new(Language::Ru));
    let said = |texts: &Texts, n: u32| posylka::t!(texts, "detail-gap", n = n);
    assert_eq!([1, 2].map(|n| said(&en, n)), ["1 day without news", "2 days without news"]);
    let russian = ["1 день без новостей", "3 дня без новостей", "11 дней без новостей", "21 день без новостей"];
    assert_eq!([1, 3, 11, 21].map(|n| said(&ru, n)), russian);
    let added = |n: u32| posylka::t!(ru, "notice-added", n = n, name = "Лампа");
    assert_eq!(
        [1, 2, 5, 21].map(added),
        ["Добавлено: Лампа", "Добавлены 2 посылки", "Добавлено 5 посылок", "Добавлена 21 посылка"]
    );
    let stuck = |n: u32| posylka::t!(ru, "header-stuck", n = n);
    assert_eq!([1, 4, 12].map(stuck), ["1 застряла", "4 застряли", "12 застряли"]);
}

#[test]
fn a_frame_becomes_a_picture() {
    let screen = super::world::Screen::full((120, 40), Language::Ru, super::world::settings());
    let svg = posylka::ui::svg_picture::svg(screen.buffer());
    assert!(svg.starts_with("<svg ") && svg.ends_with("</svg>\n"));
    assert!(svg.contains(">Чёрный чехол") && svg.contains(">手</text>"), "{svg}");
    assert_eq!(svg.matches("<text ").count(), svg.matches("</text>").count());
}
