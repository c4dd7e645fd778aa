//! A frame as an SVG picture: one run of text for each style, each at its own place, so that boxes stay boxes
//! whatever font the viewer has.

use std::fmt::Write as _;

use ratatui::buffer::Buffer;
use ratatui::layout::Position;
use ratatui::style::{Color, Modifier, Style};
use unicode_width::UnicodeWidthStr;

use crate::themes::{Colour, Rgb};

/// The size of a cell and of the letters in it, in pixels.
const CELL: (f64, f64) = (8.4, 18.0);
const LETTER: f64 = 14.0;
const MARGIN: f64 = 12.0;
const BACKGROUND: &str = "#16181d";
const FOREGROUND: &str = "#d6d9df";

/// Draws a buffer on a dark background.
#[must_use]
pub fn svg(buffer: &Buffer) -> String {
    let area = buffer.area;
    let width = f64::from(area.width) * CELL.0 + 2.0 * MARGIN;
    let height = f64::from(area.height) * CELL.1 + 2.0 * MARGIN;
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width:.0}\" height=\"{height:.0}\" \
         viewBox=\"0 0 {width:.0} {height:.0}\" font-family=\"'DejaVu Sans Mono','Cascadia Mono',Menlo,Consolas,monospace\" \
         font-size=\"{LETTER}\">\n<rect width=\"100%\" height=\"100%\" rx=\"8\" fill=\"{BACKGROUND}\"/>\n"
    );
    for y in area.top()..area.bottom() {
        for run in runs(buffer, y) {
            draw_run(&mut out, &run, y - area.top());
        }
    }
    out.push_str("</svg>\n");
    out
}

/// Neighbouring cells in one style.
struct Run {
    x: u16,
    cells: u16,
    text: String,
    style: Style,
}

fn runs(buffer: &Buffer, y: u16) -> Vec<Run> {
    let area = buffer.area;
    let mut runs: Vec<Run> = Vec::new();
    let mut x = area.left();
    while x < area.right() {
        let Some(cell) = buffer.cell(Position { x, y }) else { break };
        let symbol = cell.symbol();
        let wide = u16::try_from(symbol.width().max(1)).unwrap_or(1);
        // A wide letter stands alone: what follows starts at its own place again. The cell behind it is skipped.
        match runs.last_mut() {
            Some(run)
                if run.style == cell.style() && wide == 1 && run.x + run.cells == x - area.left() && !run.is_wide() =>
            {
                run.text.push_str(symbol);
                run.cells += 1;
            }
            _ => runs.push(Run { x: x - area.left(), cells: wide, text: symbol.to_owned(), style: cell.style() }),
        }
        x += wide;
    }
    runs
}

impl Run {
    fn is_wide(&self) -> bool {
        self.text.width() > self.text.chars().count()
    }
}

fn draw_run(out: &mut String, run: &Run, row: u16) {
    let (fill, back) = colours(run.style);
    let x = MARGIN + f64::from(run.x) * CELL.0;
    let top = MARGIN + f64::from(row) * CELL.1;
    let length = f64::from(run.cells) * CELL.0;
    if let Some(back) = back {
        let _ = writeln!(
            out,
            "<rect x=\"{x:.1}\" y=\"{top:.1}\" width=\"{length:.1}\" height=\"{:.1}\" fill=\"{back}\"/>",
            CELL.1
        );
    }
    if run.text.trim().is_empty() {
        return;
    }
    let mut more = String::new();
    if run.style.add_modifier.contains(Modifier::BOLD) {
        more.push_str(" font-weight=\"bold\"");
    }
    if run.style.add_modifier.contains(Modifier::CROSSED_OUT) {
        more.push_str(" text-decoration=\"line-through\"");
    }
    let _ = writeln!(
        out,
        "<text x=\"{x:.1}\" y=\"{:.1}\" fill=\"{fill}\" textLength=\"{length:.1}\" lengthAdjust=\"spacingAndGlyphs\" \
         xml:space=\"preserve\"{more}>{}</text>",
        top + CELL.1 * 0.75,
        escape(&run.text)
    );
}

/// The colour of the letters, and that of the background where it is not the picture's.
fn colours(style: Style) -> (String, Option<String>) {
    let fg = colour(style.fg.unwrap_or(Color::Reset), FOREGROUND);
    let bg = style.bg.filter(|c| *c != Color::Reset).map(|c| colour(c, BACKGROUND));
    if style.add_modifier.contains(Modifier::REVERSED) {
        return (bg.unwrap_or_else(|| BACKGROUND.to_owned()), Some(fg));
    }
    (fg, bg)
}

fn colour(colour: Color, default: &'static str) -> String {
    let rgb = match colour {
        Color::Black => Some(Rgb(0x16, 0x18, 0x1d)),
        Color::White => Some(Rgb(255, 255, 255)),
        Color::Indexed(index) => Colour::Indexed(index).rgb(),
        Color::Rgb(r, g, b) => Some(Rgb(r, g, b)),
        _ => None,
    };
    rgb.map_or_else(|| default.to_owned(), |Rgb(r, g, b)| format!("#{r:02x}{g:02x}{b:02x}"))
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

#[cfg(test)]
mod tests {
    use super::*;
    use ratatui::layout::Rect;

    #[test]
    fn wide_letters_keep_their_place_and_text_is_escaped() {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 10, 1));
        buffer.set_string(0, 0, "到<b>", Style::new());
        buffer.set_string(6, 0, "x", Style::new().add_modifier(Modifier::REVERSED));
        let svg = svg(&buffer);
        assert!(svg.contains(">到</text>"), "{svg}");
        assert!(svg.contains(&format!("x=\"{:.1}\"", MARGIN + 2.0 * CELL.0)), "{svg}");
        assert!(svg.contains(">&lt;b&gt;"), "{svg}");
        assert_eq!(svg.matches("<rect").count(), 2);
    }
}
