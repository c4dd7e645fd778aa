//! A number as QR and as Code 128, for the scanner at a counter.

use ratatui::Frame;
use ratatui::layout::{Alignment, Rect};
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use ratatui::widgets::Paragraph;

use super::super::draw_context::DrawContext;
use super::{below, open};
use crate::app::barcode_dialog::BarcodeDialog;
use crate::barcode::{Barcode, ModuleStyle, QR_QUIET, QR_TIGHT, is_dark};
use crate::t;
use crate::ui::text_width::{width, wrap};
use crate::ui::theme::Theme;

/// How high the bars are, in rows: as high as there is room for.
const BAR_ROWS: (usize, usize) = (1, 5);
/// What the sentence takes that says why the bars are missing.
const NARROW_NOTE_ROWS: usize = 2;
/// The frame and its margins around what is inside.
const AROUND: (usize, usize) = (4, 2);
/// The narrowest box: the sentences need some room.
const NARROWEST: usize = 40;
/// The narrowest room beside a code that has the screen to itself.
const NARROWEST_SIDE: usize = 20;

pub(in crate::ui) fn draw(frame: &mut Frame, dialog: &BarcodeDialog, pen: DrawContext) {
    let Some(number) = dialog.number() else { return };
    let Some(barcode) = Barcode::of(number) else { return };
    let screen = frame.area();
    let most =
        (usize::from(screen.width).saturating_sub(AROUND.0), usize::from(screen.height).saturating_sub(AROUND.1 + 1));
    let inks = inks(&barcode, dialog.is_small(), most, pen);
    let sheet = Sheet::new(&barcode, number.as_str(), inks, most, pen);
    let ink = inks.qr;
    let (place, count) = dialog.place();
    let title = if count > 1 {
        t!(pen.texts, "barcode-title-of", place = place, count = count)
    } else {
        t!(pen.texts, "barcode-title")
    };
    if sheet.qr.is_empty() && draw_tight(frame, &barcode, &[title.clone(), number.to_string()], ink, pen) {
        return;
    }
    let (columns, rows) = (sheet.columns.max(NARROWEST) + AROUND.0, sheet.rows() + AROUND.1);
    let area = open(frame, &title, short(columns), short(rows), pen);
    sheet.draw(frame, area, pen);
}

/// With what the two codes are drawn.
#[derive(Clone, Copy)]
struct Inks {
    qr: ModuleStyle,
    bars: ModuleStyle,
}

/// The large ones, by ground alone, where both have room for them and nobody wants them small; where half blocks are not to
/// be had, always.
fn inks(barcode: &Barcode, small: bool, (columns, rows): (usize, usize), pen: DrawContext) -> Inks {
    let (large, small_ink) = (ModuleStyle::Ascii, ModuleStyle::Blocks);
    if pen.app.settings.ascii {
        return Inks { qr: large, bars: large };
    }
    let bars = if !small && barcode.bar_columns(large) <= columns { large } else { small_ink };
    let (qr_columns, qr_rows) = barcode.qr_size(large);
    let bars_below = if barcode.bar_columns(bars) <= columns { BAR_ROWS.0 } else { NARROW_NOTE_ROWS };
    let has_room = qr_columns <= columns && qr_rows + 1 + bars_below <= rows;
    Inks { qr: if has_room && !small { large } else { small_ink }, bars }
}

/// A line of a code, by the ground of its cells.
fn painted(line: &str, paper: Style) -> Line<'static> {
    let cells: Vec<char> = line.chars().collect();
    let runs = cells.chunk_by(|a, b| is_dark(*a) == is_dark(*b));
    let span = |run: &[char]| match run.first() {
        Some(first) if is_dark(*first) => Span::styled(" ".repeat(run.len()), Theme::ink()),
        _ => Span::styled(run.iter().collect::<String>(), paper),
    };
    Line::from(runs.map(span).collect::<Vec<_>>())
}

/// The QR code on the whole screen, without a frame and with a narrow margin, and beside it what it is and that its
/// margin is narrow. `false` where that does not fit either.
fn draw_tight(frame: &mut Frame, barcode: &Barcode, said: &[String; 2], ink: ModuleStyle, pen: DrawContext) -> bool {
    let mut screen = frame.area();
    screen.height = screen.height.saturating_sub(1);
    let lines = barcode.tight_qr_lines(ink);
    let columns = lines.first().map_or(0, |line| width(line));
    let side = usize::from(screen.width).saturating_sub(columns + 1);
    if lines.len() > usize::from(screen.height) || side < NARROWEST_SIDE {
        return false;
    }
    let (_, rows) = barcode.qr_size(ink);
    let rows = rows + 1 + AROUND.1 + 1;
    let note = t!(pen.texts, "barcode-tight", tight = QR_TIGHT, quiet = QR_QUIET, rows = rows);
    let mut beside: Vec<Line> =
        said.iter().flat_map(|text| wrap(text, side)).map(|line| Line::styled(line, Theme::strong())).collect();
    beside.push(Line::default());
    beside.extend(wrap(&note, side).into_iter().map(|line| Line::styled(line, pen.theme.trouble())));
    super::clear(frame, screen);
    let paper = Rect { width: short(columns), height: short(lines.len()), ..screen };
    let lines: Vec<Line> = lines.iter().map(|line| painted(line, pen.theme.paper())).collect();
    frame.render_widget(Paragraph::new(lines), paper);
    let x = paper.right() + 1;
    frame.render_widget(Paragraph::new(beside), Rect { x, width: short(side), ..screen });
    true
}

/// What there is room for.
struct Sheet {
    qr: Vec<String>,
    number: String,
    bars: Vec<String>,
    /// What is missing and why.
    notes: Vec<String>,
    columns: usize,
}

impl Sheet {
    fn new(
        barcode: &Barcode,
        number: &str,
        Inks { qr: ink, bars: bar_ink }: Inks,
        (columns, rows): (usize, usize),
        pen: DrawContext,
    ) -> Self {
        let mut sheet = Self {
            qr: Vec::new(),
            number: number.to_owned(),
            bars: Vec::new(),
            notes: Vec::new(),
            columns: width(number),
        };
        let (qr_columns, qr_rows) = barcode.qr_size(ink);
        let bar_columns = barcode.bar_columns(bar_ink);
        let bars_fit = bar_columns <= columns;
        if qr_columns <= columns && qr_rows < rows {
            sheet.qr = barcode.qr_lines(ink);
            sheet.columns = sheet.columns.max(qr_columns);
        } else {
            let (columns, rows) = (qr_columns + AROUND.0, qr_rows + 1 + AROUND.1 + 1);
            sheet.note(&t!(pen.texts, "barcode-low", columns = columns, rows = rows), pen);
        }
        let left = rows.saturating_sub(sheet.rows());
        if bars_fit && left >= BAR_ROWS.0 {
            sheet.bars = barcode.bar_lines(bar_ink, left.min(BAR_ROWS.1));
            sheet.columns = sheet.columns.max(bar_columns);
        } else if !bars_fit {
            let (needs, room) = (bar_columns + AROUND.0, columns + AROUND.0);
            sheet.note(&t!(pen.texts, "barcode-narrow", columns = needs, room = room), pen);
        }
        sheet
    }

    fn note(&mut self, text: &str, pen: DrawContext) {
        let columns = usize::from(pen.app.size.0).saturating_sub(AROUND.0).min(NARROWEST.max(self.columns));
        self.notes.extend(wrap(text, columns));
    }

    fn rows(&self) -> usize {
        self.qr.len() + 1 + self.bars.len() + self.notes.len()
    }

    fn draw(&self, frame: &mut Frame, area: Rect, pen: DrawContext) {
        let mut down = 0;
        let paper = pen.theme.paper();
        let mut put = |frame: &mut Frame, lines: &[String], style: Style| {
            let columns = short(lines.iter().map(|line| width(line)).max().unwrap_or_default()).min(area.width);
            let rest = below(area, short(down));
            let place = Rect {
                x: rest.x + (rest.width - columns) / 2,
                width: columns,
                height: short(lines.len()).min(rest.height),
                ..rest
            };
            let line = |line: &String| {
                if style == paper { painted(line, style) } else { Line::styled(line.clone(), style) }
            };
            let lines: Vec<Line> = lines.iter().map(line).collect();
            down += lines.len();
            frame.render_widget(Paragraph::new(lines).alignment(Alignment::Left), place);
        };
        put(frame, &self.qr, paper);
        put(frame, std::slice::from_ref(&self.number), Theme::strong());
        put(frame, &self.bars, paper);
        put(frame, &self.notes, pen.theme.trouble());
    }
}

fn short(n: usize) -> u16 {
    u16::try_from(n).unwrap_or(u16::MAX)
}
