//! The terminal's answers about its colours, picked out of what comes from the keyboard.
//!
//! An answer is `ESC ] 11;rgb:0000/2b2b/3636` and BEL or `ESC \\`. crossterm knows none of it and reads Alt+`]`, then a key
//! for each letter, and the first of them may be a step's number: so what an answer is made of never passes for keys. It may
//! come late, in pieces, or not at all.

use std::time::{Duration, Instant};

use crossterm::event::{Event, KeyCode, KeyEvent, KeyEventKind, KeyModifiers};

use crate::themes::{Ask, TerminalColours, Told};

/// So long a lone Esc is held while answers are due: an answer may have been parted right behind its first byte.
const ESC: Duration = Duration::from_millis(50);
/// So long after the question a lone Esc may be the beginning of an answer.
const DUE: Duration = Duration::from_secs(10);
/// After so long without its rest, an answer that was begun is given up.
const REST: Duration = Duration::from_secs(3);
/// No answer is longer.
const LONGEST: usize = 48;

/// What an event turned out to be.
#[derive(PartialEq, Debug)]
pub(super) enum Heard {
    /// Nothing yet, or a part of an answer.
    Nothing,
    /// What a person did; an Esc that was held comes before it.
    Events(Option<Event>, Event),
    /// The last answer is here.
    Colours(TerminalColours),
}

/// Where in an answer we are.
#[derive(PartialEq, Debug, Default)]
enum Place {
    #[default]
    Outside,
    /// Behind an Esc that may be the first byte of an answer. Whether it is still held back.
    Escape { held: bool },
    /// Inside: what has come so far.
    Inside(String),
    /// Behind an Esc inside, which may be the first byte of its end.
    Ending(String),
}

/// Picks answers out of the events.
#[derive(Default)]
pub(super) struct ColourAnswers {
    asked: Option<Instant>,
    place: Place,
    last: Option<Instant>,
    told: TerminalColours,
}

/// Everything that the terminal is asked, in one piece.
pub(super) fn question() -> String {
    Ask::ALL.map(Ask::question).concat()
}

impl ColourAnswers {
    /// From now on answers may come.
    pub fn asked(&mut self, now: Instant) {
        self.asked = Some(now);
    }

    /// When an Esc that is held is to be let go.
    pub fn release_at(&self) -> Option<Instant> {
        self.last.filter(|_| self.place == Place::Escape { held: true }).map(|at| at + ESC)
    }

    /// Lets a held Esc go: it was a key. What stands behind it may still prove it wrong.
    pub fn release(&mut self) -> Option<Event> {
        let held = self.place == Place::Escape { held: true };
        held.then(|| {
            self.place = Place::Escape { held: false };
            Event::Key(KeyEvent::new(KeyCode::Esc, KeyModifiers::NONE))
        })
    }

    /// Takes an event in.
    pub fn hear(&mut self, event: Event, now: Instant) -> Heard {
        let begun = self.last.replace(now);
        let Some((asked, key)) = self.asked.zip(key(&event)) else {
            return Heard::Events(self.release(), event);
        };
        if begun.is_some_and(|at| now - at > REST) {
            self.place = Place::Outside;
        }
        match (std::mem::take(&mut self.place), key) {
            (Place::Outside | Place::Escape { .. }, Piece::Begin) | (Place::Escape { .. }, Piece::Char(']')) => {
                self.place = Place::Inside(String::new());
                Heard::Nothing
            }
            (Place::Outside, Piece::Escape) if now - asked < DUE => {
                self.place = Place::Escape { held: true };
                Heard::Nothing
            }
            (Place::Escape { held: true }, _) => {
                let escape = Event::Key(KeyEvent::new(KeyCode::Esc, KeyModifiers::NONE));
                Heard::Events(Some(escape), event)
            }
            (Place::Inside(text), Piece::Escape) => {
                self.place = Place::Ending(text);
                Heard::Nothing
            }
            (Place::Inside(text), Piece::End) | (Place::Ending(text), Piece::Char('\\')) => self.whole(&text),
            (Place::Inside(text), Piece::Char(c)) => self.more(text, c, event),
            // Keys between two parts of an answer are a person's.
            (Place::Inside(text), Piece::Other) => {
                self.place = Place::Inside(text);
                Heard::Events(None, event)
            }
            _ => Heard::Events(None, event),
        }
    }

    /// One more letter inside; what cannot be of an answer is a person's, and ends one that had not really begun.
    fn more(&mut self, mut text: String, c: char, event: Event) -> Heard {
        let fits = if text.is_empty() { matches!(c, '1' | '4') } else { is_of_an_answer(c) };
        if !fits || text.len() >= LONGEST {
            if text.len() > 1 && text.len() < LONGEST {
                self.place = Place::Inside(text);
            }
            return Heard::Events(None, event);
        }
        text.push(c);
        self.place = Place::Inside(text);
        Heard::Nothing
    }

    fn whole(&mut self, text: &str) -> Heard {
        let last = Told::parse(text).is_some_and(|told| self.told.take(told));
        if last { Heard::Colours(self.told) } else { Heard::Nothing }
    }
}

/// What a key can be in an answer.
enum Piece {
    /// `ESC ]`.
    Begin,
    /// ESC alone.
    Escape,
    /// BEL, or `ESC \\`.
    End,
    Char(char),
    /// None of an answer's.
    Other,
}

fn key(event: &Event) -> Option<Piece> {
    let Event::Key(KeyEvent { code, modifiers, kind: KeyEventKind::Press, .. }) = event else { return None };
    let modifiers = *modifiers - KeyModifiers::SHIFT;
    Some(match (code, modifiers) {
        (KeyCode::Char(']'), KeyModifiers::ALT) => Piece::Begin,
        (KeyCode::Char('\\'), KeyModifiers::ALT) | (KeyCode::Char('g'), KeyModifiers::CONTROL) => Piece::End,
        (KeyCode::Esc, KeyModifiers::NONE) => Piece::Escape,
        (KeyCode::Char(c), KeyModifiers::NONE) => Piece::Char(*c),
        _ => Piece::Other,
    })
}

fn is_of_an_answer(c: char) -> bool {
    c.is_ascii_hexdigit() || matches!(c, ';' | ':' | '/' | 'r' | 'g' | 'b' | 'a' | '#')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::themes::Rgb;

    /// As crossterm reads bytes that arrive together.
    fn events(bytes: &str) -> Vec<Event> {
        let mut events = Vec::new();
        let mut chars = bytes.chars().peekable();
        while let Some(c) = chars.next() {
            let (code, modifiers) = match (c, chars.peek()) {
                ('\u{1b}', Some(']' | '\\')) => (KeyCode::Char(chars.next().unwrap()), KeyModifiers::ALT),
                ('\u{1b}', _) => (KeyCode::Esc, KeyModifiers::NONE),
                ('\u{7}', _) => (KeyCode::Char('g'), KeyModifiers::CONTROL),
                (c, _) => (KeyCode::Char(c), KeyModifiers::NONE),
            };
            events.push(Event::Key(KeyEvent::new(code, modifiers)));
        }
        events
    }

    /// What a person is taken to have typed, and the colours told, when these pieces arrive with such pauses between them.
    fn heard(pieces: &[&str], pause: Duration) -> (Vec<Event>, Option<TerminalColours>) {
        let mut answers = ColourAnswers::default();
        let mut now = Instant::now();
        answers.asked(now);
        let (mut typed, mut colours) = (Vec::new(), None);
        for piece in pieces {
            now += pause;
            if answers.release_at().is_some_and(|at| at <= now) {
                typed.extend(answers.release());
            }
            for event in events(piece) {
                match answers.hear(event, now) {
                    Heard::Nothing => {}
                    Heard::Events(before, event) => typed.extend(before.into_iter().chain([event])),
                    Heard::Colours(told) => colours = Some(told),
                }
            }
        }
        (typed, colours)
    }

    const DARK: &str =
        "\u{1b}]4;1;rgb:dcdc/3232/2f2f\u{7}\u{1b}]10;rgb:8383/9494/9696\u{1b}\\\u{1b}]11;rgb:0000/2b2b/3636\u{7}";

    #[test]
    fn an_answer_parted_anywhere_is_no_key() {
        let whole = heard(&[DARK], Duration::ZERO);
        let told = whole.1.unwrap();
        assert_eq!((told.background, told.palette[1]), (Some(Rgb(0, 0x2b, 0x36)), Some(Rgb(0xdc, 0x32, 0x2f))));
        for at in 1..DARK.len() {
            let (one, two) = DARK.split_at(at);
            for pause in [0, 20, 1_500].map(Duration::from_millis) {
                let (typed, colours) = heard(&[one, two], pause);
                // Only an Esc that stands alone for longer than it can be held is one.
                let lone = pause > ESC
                    && one.ends_with('\u{1b}')
                    && (one.len() == 1 || DARK[..at - 1].ends_with(['\u{7}', '\\']));
                assert!(typed == if lone { events("\u{1b}") } else { Vec::new() }, "{at}: {typed:?}");
                assert_eq!(colours, Some(told), "{at}");
            }
        }
    }

    #[test]
    fn keys_before_between_and_behind_answers_are_keys() {
        let (typed, colours) = heard(&["jk", DARK, "\u{1b}", "q1/?"], Duration::from_millis(60));
        assert_eq!(typed, events("jk\u{1b}q1/?"));
        assert!(colours.is_some());
        assert_eq!(heard(&["\u{1b}j"], Duration::ZERO).0, events("\u{1b}j"));
        // An answer that never ends keeps nothing for long.
        let (typed, _) = heard(&["\u{1b}]11;rgb:00", "acdef/"], Duration::from_secs(4));
        assert_eq!(typed, events("acdef/"));
    }

    #[test]
    fn a_terminal_that_was_not_asked_is_not_listened_to() {
        let mut answers = ColourAnswers::default();
        for event in events("\u{1b}j") {
            assert_eq!(answers.hear(event.clone(), Instant::now()), Heard::Events(None, event));
        }
        assert_eq!(answers.release_at(), None);
    }
}
