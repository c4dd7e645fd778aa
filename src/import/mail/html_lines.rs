//! HTML as lines: tags inside a line vanish, so that `<b>LP00</b>123` stays one number.

use serde_json::Value;

use super::html_entities::decoded;
use super::html_pieces::{Piece, Tag, pieces};
use super::line::Line;
use super::microdata::Microdata;

/// Data for machines are read up to so many bytes.
const LONGEST_JSON: usize = 256 << 10;

/// What a document shows, and what it tells machines.
#[derive(Default)]
pub(super) struct Document {
    pub lines: Vec<Line>,
    /// JSON-LD and microdata.
    pub data: Vec<Value>,
}

/// Reads a document.
pub(super) fn read(html: &str) -> Document {
    let mut reader = Reader::default();
    let mut microdata = Microdata::default();
    let has_items = html.contains("itemscope") || html.contains("ITEMSCOPE");
    for piece in pieces(html) {
        if has_items {
            microdata.take(&piece);
        }
        match piece {
            Piece::Text(text) => reader.text(text),
            Piece::Tag(tag) => reader.tag(&tag),
            Piece::Json(json) if json.len() <= LONGEST_JSON => {
                reader.data.extend(serde_json::from_str(json.trim()).ok());
            }
            Piece::Json(_) => {}
        }
    }
    reader.end_line();
    let mut data = reader.data;
    data.extend(microdata.items());
    Document { lines: reader.lines, data }
}

#[derive(Default)]
struct Reader {
    lines: Vec<Line>,
    line: Line,
    data: Vec<Value>,
    quotes: u8,
    headings: u8,
    links: u8,
    /// Whether the line has text that is no link.
    has_prose: bool,
}

impl Reader {
    fn text(&mut self, text: &str) {
        let text = decoded(text);
        let blank = text.trim().is_empty();
        if !blank {
            self.line.is_heading |= self.headings > 0;
            self.has_prose |= self.links == 0;
            self.line.quotes = self.quotes;
        }
        for c in text.chars() {
            // A line break is a space, and several spaces are one.
            if !matches!(c, ' ' | '\t' | '\n' | '\r') {
                self.line.text.push(c);
            } else if !self.line.text.ends_with([' ', '\t']) {
                self.line.text.push(' ');
            }
        }
    }

    fn tag(&mut self, tag: &Tag<'_>) {
        let step = |count: u8| if tag.closes { count.saturating_sub(1) } else { count.saturating_add(1) };
        match tag.name.as_str() {
            "td" | "th" if tag.closes => self.line.text.push('\t'),
            "img" => {
                if let Some(alt) = tag.attribute("alt").filter(|alt| !alt.trim().is_empty()) {
                    self.text(&format!(" {alt} "));
                } else {
                    self.text(" ");
                }
            }
            "a" | "button" => {
                self.links = step(self.links);
                if let Some(link) = tag.attribute("href").filter(|link| link.len() > 3) {
                    self.line.links.push(decoded(link).into_owned());
                }
            }
            "blockquote" => {
                self.end_line();
                self.quotes = step(self.quotes);
            }
            "h1" | "h2" | "h3" => {
                self.end_line();
                self.headings = step(self.headings);
            }
            name if is_block(name) => self.end_line(),
            _ => {}
        }
    }

    fn end_line(&mut self) {
        let mut line = std::mem::take(&mut self.line);
        line.text.truncate(line.text.trim_end().len());
        line.is_button = !line.links.is_empty() && !self.has_prose;
        self.has_prose = false;
        if !line.is_blank() || !line.links.is_empty() {
            let blank = line.text.len() - line.text.trim_start_matches([' ', '\n']).len();
            line.text.drain(..blank);
            self.lines.push(line);
        }
    }
}

/// Whether an element stands on lines of its own.
fn is_block(name: &str) -> bool {
    matches!(
        name,
        "address"
            | "article"
            | "body"
            | "br"
            | "center"
            | "dd"
            | "div"
            | "dl"
            | "dt"
            | "footer"
            | "form"
            | "h4"
            | "h5"
            | "h6"
            | "head"
            | "header"
            | "hr"
            | "html"
            | "li"
            | "main"
            | "ol"
            | "option"
            | "p"
            | "pre"
            | "section"
            | "select"
            | "table"
            | "tbody"
            | "tfoot"
            | "thead"
            | "title"
            | "tr"
            | "ul"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_headings_quotes_and_buttons_are_told_apart() {
        let html = "<h1>Order <b>sh</b>ipped</h1><table><tr><td>Tracking:</td><td><b>LP00</b>62</td></tr></table>\
            <a href='https://x.example/?a=1&amp;b=2'>Confirm receipt</a><blockquote>old <p>older</blockquote>end";
        let lines = read(html).lines;
        let texts: Vec<&str> = lines.iter().map(|line| line.text.as_str()).collect();
        assert_eq!(texts, ["Order shipped", "Tracking:\tLP0062", "Confirm receipt", "old", "older", "end"]);
        assert!(lines[0].is_heading && !lines[1].is_heading && lines[2].is_button && !lines[1].is_button);
        assert_eq!((lines[3].quotes, lines[4].quotes, lines[5].quotes), (1, 1, 0));
        assert_eq!(lines[2].links, ["https://x.example/?a=1&b=2"]);
    }

    #[test]
    fn json_for_machines_is_data_and_no_text() {
        let html = "<script type=\"application/ld+json\">{\"@type\":\"Order\"}</script>Good news!";
        let document = read(html);
        assert_eq!((document.lines.len(), document.data.len()), (1, 1));
    }
}
