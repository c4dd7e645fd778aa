//! A scanner that is not ours reads what is printed and what is drawn.

#![cfg(test)]

use posylka::app::{App, Code, Input, Key, Settings, update};
use posylka::barcode::{Barcode, ModuleStyle};
use posylka::domain::{CleanText, NumberRole, Parcel, ParcelId, ParcelNumber, TrackingNumber};
use posylka::texts::{Language, Texts};
use posylka::themes::{BuiltIn, Theme};
use proptest::prelude::*;
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::buffer::{Buffer, Cell};
use ratatui::style::{Color, Modifier};
use rxing::BarcodeFormat;

/// A picture: rows of dark (`true`) and light dots.
type Dots = Vec<Vec<bool>>;

/// Four quarters a cell: upper left, upper right, lower left, lower right.
fn quarters(c: char) -> [bool; 4] {
    match c {
        ' ' => [false; 4],
        '█' | '#' => [true; 4],
        '▀' => [true, true, false, false],
        '▄' => [false, false, true, true],
        '▌' => [true, false, true, false],
        '▐' => [false, true, false, true],
        other => panic!("{other} is no part of a barcode"),
    }
}

fn dots(lines: &[String]) -> Dots {
    let mut dots = Vec::new();
    for line in lines {
        let cells: Vec<[bool; 4]> = line.chars().map(quarters).collect();
        for half in [0, 2] {
            dots.push(cells.iter().flat_map(|cell| [cell[half], cell[half + 1]]).collect());
        }
    }
    dots
}

/// Reads a picture whose dots are so many pixels wide and high.
fn scan(dots: &Dots, (wide, high): (usize, usize), format: BarcodeFormat) -> Option<String> {
    let luma: Vec<u8> = dots
        .iter()
        .flat_map(|row| std::iter::repeat_n(row, high))
        .flat_map(|row| row.iter().flat_map(|dark| std::iter::repeat_n(if *dark { 0 } else { 255 }, wide)))
        .collect();
    let width = u32::try_from(dots[0].len() * wide).unwrap();
    let height = u32::try_from(dots.len() * high).unwrap();
    let found = rxing::helpers::detect_in_luma(luma, width, height, Some(format)).ok()?;
    Some(found.getText().to_owned())
}

/// Bars may have any height.
fn read_bars(lines: &[String]) -> Option<String> {
    scan(&dots(lines), (4, 8), BarcodeFormat::CODE_128)
}

/// A cell is twice as high as wide, so a quarter of one is too: a module of QR comes out square.
fn read_qr(lines: &[String]) -> Option<String> {
    scan(&dots(lines), (2, 4), BarcodeFormat::QR_CODE)
}

fn number(text: &str) -> TrackingNumber {
    TrackingNumber::parse(text).unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn a_scanner_reads_any_number(text in "[A-Z]{0,4}[0-9]{1,12}[A-Z0-9]{4,34}") {
        let barcode = Barcode::of(&number(&text)).unwrap();
        for ink in [ModuleStyle::Blocks, ModuleStyle::Ascii] {
            prop_assert_eq!(read_bars(&barcode.bar_lines(ink, 4)), Some(text.clone()));
            prop_assert_eq!(read_qr(&barcode.qr_lines(ink)), Some(text.clone()));
            prop_assert_eq!(read_qr(&barcode.tight_qr_lines(ink)), Some(text.clone()));
        }
    }
}

fn printed(args: &[&str]) -> Vec<String> {
    let home = tempfile::tempdir().unwrap();
    let mut command = assert_cmd::Command::new(env!("CARGO_BIN_EXE_posylka"));
    command.env_clear().env("HOME", home.path()).env("LANG", "C.UTF-8").args(args);
    let output = command.output().unwrap();
    assert!(output.status.success(), "{output:?}");
    String::from_utf8(output.stdout).unwrap().lines().map(str::to_owned).collect()
}

#[test]
fn what_the_command_prints_is_read() {
    for args in [vec!["barcode", "ra 123456785 ru"], vec!["barcode", "RA123456785RU", "--ascii"]] {
        let lines = printed(&args);
        let middle = lines.iter().position(|line| line == "RA123456785RU").unwrap();
        assert_eq!(read_qr(&lines[..middle]).as_deref(), Some("RA123456785RU"));
        assert_eq!(read_bars(&lines[middle + 1..]).as_deref(), Some("RA123456785RU"));
    }
}

fn parcel() -> Parcel {
    let held = |text, role| ParcelNumber { number: number(text), role };
    Parcel {
        title: CleanText::some_line("Lamp"),
        numbers: vec![held("LP00620966542870", NumberRole::First), held("RA123456785RU", NumberRole::Handover)],
        ..Parcel::new(ParcelId(1), "2026-11-20T12:00:00Z".parse().unwrap())
    }
}

/// The screen after some keys.
struct Screen {
    app: App,
    terminal: Terminal<TestBackend>,
}

impl Screen {
    fn new(size: (u16, u16), settings: Settings) -> Self {
        let now = parcel().added_at;
        let mut app = App::new(settings, size, now);
        let _ = update(&mut app, Input::Parcels(vec![parcel()]), now);
        Self { app, terminal: Terminal::new(TestBackend::new(size.0, size.1)).unwrap() }
    }

    fn press(&mut self, key: Key) -> &Buffer {
        let now = parcel().added_at;
        let _ = update(&mut self.app, Input::Key(key), now);
        let texts = Texts::new(Language::En);
        let app = &self.app;
        self.terminal.draw(|frame| _ = posylka::ui::draw(frame, app, &texts, now)).unwrap();
        self.terminal.backend().buffer()
    }
}

fn text(buffer: &Buffer) -> String {
    let rows = buffer.content.chunks(usize::from(buffer.area.width));
    rows.map(|row| row.iter().map(Cell::symbol).collect::<String>() + "\n").collect()
}

/// The rows of the box that are on paper: runs of cells in the paper's style.
fn paper(buffer: &Buffer, is_paper: impl Fn(&Cell) -> bool) -> Vec<Vec<String>> {
    let mut blocks: Vec<Vec<String>> = Vec::new();
    let mut within = false;
    for row in buffer.content.chunks(usize::from(buffer.area.width)) {
        let ink = |cell: &Cell| cell.symbol() == " " && (cell.fg, cell.bg) == (Color::White, Color::Black);
        let line: String = row
            .iter()
            .filter_map(|cell| match cell {
                cell if is_paper(cell) => Some(cell.symbol()),
                cell if ink(cell) => Some("█"),
                _ => None,
            })
            .collect();
        if line.is_empty() {
            within = false;
            continue;
        }
        if !within {
            blocks.push(Vec::new());
        }
        within = true;
        blocks.last_mut().unwrap().push(line);
    }
    blocks
}

fn black_on_white(cell: &Cell) -> bool {
    (cell.fg, cell.bg) == (Color::Black, Color::White)
}

#[test]
fn the_dialog_shows_the_number_at_the_destination_and_tab_the_others() {
    let mut screen = Screen::new((120, 30), Settings::default());
    let buffer = screen.press(Key::char('b'));
    let blocks = paper(buffer, black_on_white);
    assert_eq!(blocks.len(), 2, "{}", text(buffer));
    assert_eq!(read_qr(&blocks[0]).as_deref(), Some("RA123456785RU"));
    assert_eq!(read_bars(&blocks[1]).as_deref(), Some("RA123456785RU"));
    assert!(text(buffer).contains("number 2 of 2"));
    let blocks = paper(screen.press(Key::plain(Code::Tab)), black_on_white);
    assert_eq!(read_bars(&blocks[1]).as_deref(), Some("LP00620966542870"));
    let buffer = screen.press(Key::plain(Code::Esc));
    assert!(paper(buffer, black_on_white).is_empty());
    let russian = screen.press(Key::char('и'));
    assert_eq!(paper(russian, black_on_white).len(), 2);
}

#[test]
fn a_usual_terminal_shows_the_qr_code_and_says_what_the_bars_need() {
    for colour in [true, false] {
        let theme = Theme::of(if colour { BuiltIn::Dark } else { BuiltIn::Mono });
        let mut screen = Screen::new((80, 24), Settings { theme, ..Settings::default() });
        let buffer = screen.press(Key::char('b'));
        let reversed = |cell: &Cell| cell.modifier.contains(Modifier::REVERSED) && cell.bg == Color::Black;
        let is_paper = |cell: &Cell| if colour { black_on_white(cell) } else { reversed(cell) };
        // Without colours the cursor of the list is reversed too: the box covers it.
        let blocks = paper(buffer, is_paper);
        let qr = blocks.iter().max_by_key(|block| block.len()).unwrap();
        let lines: Vec<String> = qr.iter().filter(|line| line.chars().count() == 29).cloned().collect();
        assert_eq!(read_qr(&lines).as_deref(), Some("RA123456785RU"), "{}", text(buffer));
        assert!(text(buffer).contains("Code 128 needs 92 columns, here are 80."), "{}", text(buffer));
    }
}

#[test]
fn without_half_blocks_the_qr_code_fits_a_usual_terminal_with_a_narrow_margin_and_says_so() {
    for held in 0..2 {
        let mut screen = Screen::new((80, 24), Settings { ascii: true, ..Settings::default() });
        screen.press(Key::char('b'));
        (0..held).for_each(|_| drop(screen.press(Key::plain(Code::Tab)).clone()));
        let buffer = screen.press(Key::plain(Code::PageUp)).clone();
        let blocks = paper(&buffer, black_on_white);
        let wanted = ["RA123456785RU", "LP00620966542870"][held];
        assert_eq!(blocks.len(), 1, "{}", text(&buffer));
        assert_eq!(blocks[0].len(), 23);
        assert_eq!(read_qr(&blocks[0]).as_deref(), Some(wanted), "{}", text(&buffer));
        assert!(text(&buffer).contains(wanted) && text(&buffer).contains("standard asks for 4"), "{}", text(&buffer));
    }
}

#[test]
fn no_size_is_too_small_to_say_so() {
    for ascii in [false, true] {
        for size in [(30, 8), (31, 9), (40, 12), (79, 23), (80, 24), (300, 90), (20, 5)] {
            let mut screen = Screen::new(size, Settings { ascii, ..Settings::default() });
            let shown = text(screen.press(Key::char('b')));
            if size.0 >= 80 {
                assert!(shown.contains("RA123456785RU"), "{shown}");
            }
        }
    }
    let mut screen = Screen::new((300, 90), Settings { ascii: true, ..Settings::default() });
    let blocks = paper(screen.press(Key::char('b')), black_on_white);
    assert_eq!(read_qr(&blocks[0]).as_deref(), Some("RA123456785RU"));
    assert_eq!(read_bars(&blocks[1]).as_deref(), Some("RA123456785RU"));
}
