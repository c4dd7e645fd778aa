//! Every theme on eight palettes that people have: whatever is drawn can be read, and says the same words.

use std::collections::BTreeSet;

use posylka::app::{Code, Input, Settings};
use posylka::domain::CleanText;
use posylka::texts::Language;
use posylka::themes::{BuiltIn, Colour, Depth, Ground, Look, Looks, Rgb, Role, TerminalColours, Theme};
use ratatui::buffer::{Buffer, Cell};
use ratatui::style::Color;

use super::world::{Screen, settings};

/// What people's terminals have: background, text, and red, green, yellow, magenta and cyan of the sixteen.
struct Palette {
    name: &'static str,
    background: u32,
    text: u32,
    hues: [u32; 5],
}

const fn palette(name: &'static str, background: u32, text: u32, hues: [u32; 5]) -> Palette {
    Palette { name, background, text, hues }
}

const XTERM: [u32; 5] = [0xcd_0000, 0x00_cd00, 0xcd_cd00, 0xcd_00cd, 0x00_cdcd];
const TANGO: [u32; 5] = [0xcc_0000, 0x4e_9a06, 0xc4_a000, 0x75_507b, 0x06_989a];
const SOLARIZED: [u32; 5] = [0xdc_322f, 0x85_9900, 0xb5_8900, 0xd3_3682, 0x2a_a198];

const PALETTES: [Palette; 8] = [
    palette("xterm, black", 0x00_0000, 0xe5_e5e5, XTERM),
    palette("xterm, white", 0xff_ffff, 0x00_0000, XTERM),
    palette("Tango, dark", 0x2e_3436, 0xd3_d7cf, TANGO),
    palette("Tango, white", 0xff_ffff, 0x00_0000, TANGO),
    palette("Solarized Dark", 0x00_2b36, 0x83_9496, SOLARIZED),
    palette("Solarized Light", 0xfd_f6e3, 0x65_7b83, SOLARIZED),
    palette("Gruvbox dark", 0x28_2828, 0xeb_dbb2, [0xcc_241d, 0x98_971a, 0xd7_9921, 0xb1_6286, 0x68_9d6a]),
    palette("Campbell", 0x0c_0c0c, 0xcc_cccc, [0xc5_0f1f, 0x13_a10e, 0xc1_9c00, 0x88_1798, 0x3a_96dd]),
];

fn rgb(hex: u32) -> Rgb {
    let [_, r, g, b] = hex.to_be_bytes();
    Rgb(r, g, b)
}

impl Palette {
    fn is_light(&self) -> bool {
        rgb(self.background).luminance() > 0.5
    }

    fn told(&self) -> TerminalColours {
        let mut told = TerminalColours {
            background: Some(rgb(self.background)),
            text: Some(rgb(self.text)),
            ..Default::default()
        };
        for (index, hue) in [1, 2, 3, 5, 6].into_iter().zip(self.hues) {
            told.palette[index] = Some(rgb(hue));
        }
        told
    }
}

/// The screens on which every role is drawn: list, detail, notices, dialogs, mistakes.
fn visit(settings: &Settings, told: Option<TerminalColours>, mut see: impl FnMut(&Buffer)) {
    for size in [(80, 24), (120, 40)] {
        let mut screen = Screen::full(size, Language::En, settings.clone());
        if let Some(told) = told {
            screen.send(Input::TerminalColours(told));
        }
        see(&screen.fresh_frame());
        screen.send(Input::Copied(CleanText::line("LP00620966542870")));
        see(&screen.fresh_frame());
        for row in 0..screen.names().len() {
            screen.press(if row == 0 { "g" } else { "j" });
            screen.wait(200);
            see(&screen.fresh_frame());
        }
        for keys in
            ["a", "LP00620966542870 RA123456789RU", "\u{1b}", "e", "\t\tx", "\u{1b}", "?", "\u{1b}", "m", "\u{1b}", "d"]
        {
            for key in keys.chars() {
                match key {
                    '\u{1b}' => screen.code(Code::Esc),
                    '\t' => screen.code(Code::Tab),
                    letter => screen.press(&letter.to_string()),
                };
            }
            see(&screen.fresh_frame());
        }
    }
}

fn themed(base: BuiltIn, depth: Depth) -> Settings {
    Settings { theme: Theme::of(base), depth, ..settings() }
}

/// A theme in which every role has colours that no other has, and the role that has it.
fn markers() -> (Settings, impl Fn(Color) -> Option<(Role, bool)>) {
    let number = |at: usize| u8::try_from(100 + 2 * at).unwrap();
    let look = |at| {
        let (text, mark) = (Colour::Indexed(number(at)), Some(Colour::Indexed(number(at) + 1)));
        Look { text, mark, ..Look::default() }
    };
    let own = Role::ALL.into_iter().enumerate().map(|(at, role)| (role, look(at))).collect();
    let of = move |colour| {
        let Color::Indexed(index) = colour else { return None };
        let at = usize::from(index.checked_sub(100)?);
        Some((*Role::ALL.get(at / 2)?, at % 2 == 1))
    };
    (Settings { theme: Theme { base: BuiltIn::Mono, own }, ..settings() }, of)
}

/// What is drawn in which role: whether it is a mark's colour, and whether letters stand in it.
fn drawn() -> BTreeSet<(&'static str, bool, bool)> {
    let (settings, role) = markers();
    let mut drawn = BTreeSet::new();
    visit(&settings, None, |buffer| {
        for cell in buffer.content.iter().filter(|cell| cell.symbol().trim() != "") {
            let (role, mark) = role(cell.fg).unwrap_or_else(|| panic!("{cell:?} is in no role"));
            let letters = cell.symbol().chars().any(char::is_alphanumeric);
            drawn.insert((role.as_str(), mark, letters));
        }
    });
    drawn
}

/// A theme in the terminals it is for: untold and told, with 256 colours and with all.
fn looks(base: BuiltIn, palette: &Palette) -> Vec<Looks> {
    let is_for = match base {
        BuiltIn::Dark => !palette.is_light(),
        BuiltIn::Light => palette.is_light(),
        _ => true,
    };
    let grounds = [Ground::Unknown, Ground::Told(palette.told())];
    let all = grounds.into_iter().flat_map(|ground| [(ground, Depth::Indexed), (ground, Depth::Exact)]);
    all.filter(|_| is_for).map(|(ground, depth)| Theme::of(base).looks(ground, depth)).collect()
}

/// What a colour looks like; none of the sixteen is used, of which nobody knows.
fn shown(colour: Colour, own: u32) -> Rgb {
    assert!(!matches!(colour, Colour::Indexed(0..16)), "{colour:?} is the palette's to choose");
    colour.rgb().unwrap_or_else(|| rgb(own))
}

fn or(colour: Colour, otherwise: Colour) -> Colour {
    if colour == Colour::Own { otherwise } else { colour }
}

#[test]
fn everything_that_is_drawn_can_be_read_in_every_theme_on_eight_palettes() {
    let drawn = drawn();
    for role in Role::ALL {
        assert!(drawn.iter().any(|(known, ..)| *known == role.as_str()), "{role:?} is drawn nowhere: {drawn:?}");
    }
    let mut looked_at = 0;
    for (palette, base) in PALETTES.iter().flat_map(|palette| BuiltIn::ALL.map(|base| (palette, base))) {
        let text = rgb(palette.text).contrast(rgb(palette.background));
        for looks in looks(base, palette) {
            for (role, mark, letters) in &drawn {
                let (look, ground) = (looks.of(Role::parse(role).unwrap()), looks.of(Role::Text));
                let colour = if *mark { look.mark.unwrap_or(look.text) } else { look.text };
                let letter = shown(or(colour, ground.text), palette.text);
                let behind = shown(or(look.background, ground.background), palette.background);
                let least = if *letters && text >= 4.5 { 4.5 } else { 3.0 };
                let contrast = letter.contrast(behind);
                assert!(contrast >= least, "{}, {}, {role}: {contrast:.2}, {look:?}", palette.name, base.as_str());
                looked_at += 1;
            }
        }
    }
    assert!(looked_at > 2_000, "{looked_at}");
}

#[test]
fn no_theme_says_less_than_another() {
    let words = |settings: &Settings, told| {
        let mut words = Vec::new();
        visit(settings, told, |buffer| words.push(buffer.content.iter().map(Cell::symbol).collect::<String>()));
        words
    };
    let expected = words(&settings(), None);
    for base in BuiltIn::ALL {
        for (one, other) in words(&themed(base, Depth::Indexed), None).iter().zip(&expected) {
            assert_eq!(one, other, "{}", base.as_str());
        }
    }
    for base in [BuiltIn::Auto, BuiltIn::OkabeIto] {
        assert!(words(&themed(base, Depth::Exact), Some(PALETTES[4].told())) == expected, "{}", base.as_str());
    }
}

#[test]
fn once_told_the_terminal_s_colours_are_used_and_the_screen_is_drawn_anew_only_then() {
    let palette = &PALETTES[4];
    let mut screen = Screen::full((80, 24), Language::En, themed(BuiltIn::Auto, Depth::Exact));
    let coloured_words = |screen: &Screen| {
        let letters = |cell: &&Cell| cell.symbol().chars().any(char::is_alphabetic);
        screen.buffer().content.iter().filter(letters).filter(|cell| cell.fg != Color::Reset).count()
    };
    assert_eq!(coloured_words(&screen), 0, "an unknown background leaves words in the terminal's own colour");
    assert!(screen.update(Input::TerminalColours(palette.told())).redraw);
    screen.draw();
    assert!(coloured_words(&screen) > 20);
    // Solarized's own green is read on its own background, and stays.
    assert!(screen.buffer().content.iter().any(|cell| cell.fg == Color::Rgb(0x85, 0x99, 0x00)));
    assert!(!screen.update(Input::TerminalColours(palette.told())).redraw);
    let mut screen = Screen::full((80, 24), Language::En, themed(BuiltIn::Light, Depth::Exact));
    assert!(!screen.update(Input::TerminalColours(palette.told())).redraw);
}

#[test]
fn sixteen_colours_are_enough_and_blue_and_the_grey_that_vanishes_are_none_of_them() {
    for base in BuiltIn::ALL {
        visit(&themed(base, Depth::Sixteen), None, |buffer| {
            for cell in &buffer.content {
                let never = |colour: Color| matches!(colour, Color::Indexed(4 | 8 | 12 | 16..) | Color::Rgb(..));
                assert!(!never(cell.fg) && !never(cell.bg), "{}: {cell:?}", base.as_str());
            }
        });
    }
}
