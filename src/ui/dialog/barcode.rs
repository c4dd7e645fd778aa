//! A number as QR and as Code 128, for the scanner at a counter.

use ratatui::Frame;
use ratatui::layout::{Alignment, Rect};
use ratatui::text::Line;
use ratatui::widgets::Paragraph;

use super::super::draw_context::DrawContext;
use super::{below, open};
use crate::app::barcode_dialog::BarcodeDialog;
use crate::barcode::{Barcode, ModuleStyle, QR_QUIET, QR_TIGHT};
use crate::t;
use crate::ui::text_width::{width, wrap};
use crate::ui::theme::Theme;

/// How high the bars are, in rows: as high as there is room for.
const BAR_ROWS: (usize, usize) = (1, 5);
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
    let ink = if pen.app.settings.ascii { ModuleStyle::Ascii } else { ModuleStyle::Blocks };
    let sheet = Sheet::new(&barcode, number.as_str(), ink, most, pen);
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
    let lines: Vec<Line> = lines.into_iter().map(Line::from).collect();
    frame.render_widget(Paragraph::new(lines).style(pen.theme.paper()), paper);
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
        ink: ModuleStyle,
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
        let bar_columns = barcode.bar_columns(ink);
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
            sheet.bars = barcode.bar_lines(ink, left.min(BAR_ROWS.1));
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
        let mut put = |frame: &mut Frame, lines: &[String], style| {
            let columns = short(lines.iter().map(|line| width(line)).max().unwrap_or_default()).min(area.width);
            let rest = below(area, short(down));
            let place = Rect {
                x: rest.x + (rest.width - columns) / 2,
                width: columns,
                height: short(lines.len()).min(rest.height),
                ..rest
            };
            let lines: Vec<Line> = lines.iter().map(|line| Line::styled(line.clone(), style)).collect();
            down += lines.len();
            frame.render_widget(Paragraph::new(lines).style(style).alignment(Alignment::Left), place);
        };
        put(frame, &self.qr, pen.theme.paper());
        put(frame, std::slice::from_ref(&self.number), Theme::strong());
        put(frame, &self.bars, pen.theme.paper());
        put(frame, &self.notes, pen.theme.trouble());
    }
}

fn short(n: usize) -> u16 {
    u16::try_from(n).unwrap_or(u16::MAX)
}
