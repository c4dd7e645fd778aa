//! Marks, frames and colours. Sixteen colours at most, or none: then weight and inversion carry what the marks and
//! words already say.

use ratatui::style::{Color, Modifier, Style};
use ratatui::symbols::border;

use crate::domain::Urgency;

/// How things look.
#[derive(Clone, Copy)]
pub(super) struct Theme {
    pub marks: &'static Marks,
    colour: bool,
}

/// The marks, each one column wide unless it says otherwise.
pub(super) struct Marks {
    pub cursor: &'static str,
    pub stale: &'static str,
    pub ready: &'static str,
    pub trouble: &'static str,
    pub out: &'static str,
    pub moving: &'static str,
    pub waiting: &'static str,
    pub snoozed: &'static str,
    pub unasked: &'static str,
    pub done: &'static str,
    pub ended: &'static str,
    pub disagree: &'static str,
    pub failing: &'static str,
    pub flag: &'static str,
    pub gap: &'static str,
    pub no_zone: &'static str,
    /// One to three columns.
    pub ellipsis: &'static str,
    /// One or two columns.
    pub arrow: &'static str,
    /// Between parts of a line, with its spaces.
    pub dot: &'static str,
    pub border: border::Set<'static>,
}

const UNICODE: Marks = Marks {
    cursor: "▌",
    stale: "▲",
    ready: "⌂",
    trouble: "✗",
    out: "▶",
    moving: "●",
    waiting: "○",
    snoozed: "z",
    unasked: "·",
    done: "✓",
    ended: "−",
    disagree: "≠",
    failing: "!",
    flag: "⚑",
    gap: "┆",
    no_zone: "~",
    ellipsis: "…",
    arrow: "→",
    dot: " · ",
    border: border::ROUNDED,
};

const ASCII: Marks = Marks {
    cursor: ">",
    stale: "^",
    ready: "@",
    trouble: "x",
    out: ">",
    moving: "*",
    waiting: "o",
    snoozed: "z",
    unasked: ".",
    done: "+",
    ended: "-",
    disagree: "#",
    failing: "!",
    flag: "P",
    gap: ":",
    no_zone: "~",
    ellipsis: "...",
    arrow: "->",
    dot: " - ",
    border: border::Set {
        top_left: "+",
        top_right: "+",
        bottom_left: "+",
        bottom_right: "+",
        vertical_left: "|",
        vertical_right: "|",
        horizontal_top: "-",
        horizontal_bottom: "-",
    },
};

impl Theme {
    pub fn new(ascii: bool, colour: bool) -> Self {
        Self { marks: if ascii { &ASCII } else { &UNICODE }, colour }
    }

    fn fg(self, colour: Color) -> Style {
        if self.colour { Style::new().fg(colour) } else { Style::new() }
    }

    /// What needs the reader less.
    pub fn dim(self) -> Style {
        if self.colour { Style::new().fg(Color::DarkGray) } else { Style::new() }
    }

    /// What stands out without meaning anything else.
    pub fn strong() -> Style {
        Style::new().add_modifier(Modifier::BOLD)
    }

    pub fn key(self) -> Style {
        self.fg(Color::Cyan).add_modifier(Modifier::BOLD)
    }

    pub fn trouble(self) -> Style {
        self.fg(Color::Yellow)
    }

    pub fn wrong(self) -> Style {
        self.fg(Color::Red).add_modifier(Modifier::BOLD)
    }

    pub fn good(self) -> Style {
        self.fg(Color::Green)
    }

    pub fn withdrawn(self) -> Style {
        self.dim().add_modifier(Modifier::CROSSED_OUT)
    }

    /// What the title under the cursor gets.
    pub const CHOSEN: Modifier = Modifier::REVERSED;

    /// What a scanner reads: black on white whatever the theme, or as near as a terminal without colours comes.
    pub fn paper(self) -> Style {
        if self.colour {
            Style::new().fg(Color::Black).bg(Color::White)
        } else {
            Style::new().add_modifier(Modifier::REVERSED)
        }
    }

    /// The frame of a pane, and of the one that has the keyboard.
    pub fn frame(self, focused: bool) -> Style {
        if focused { self.fg(Color::Cyan) } else { self.dim() }
    }

    pub fn urgency(self, urgency: Urgency) -> Style {
        match urgency {
            Urgency::Stale => self.wrong(),
            Urgency::Ready => self.fg(Color::Green).add_modifier(Modifier::BOLD),
            Urgency::Trouble => self.fg(Color::Magenta).add_modifier(Modifier::BOLD),
            Urgency::OutForDelivery => self.fg(Color::Cyan).add_modifier(Modifier::BOLD),
            Urgency::Moving => Style::new(),
            Urgency::Waiting | Urgency::Snoozed | Urgency::Finished => self.dim(),
        }
    }
}
