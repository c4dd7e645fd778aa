//! Marks, frames, and what the roles of the theme look like in cells. Colour is never the only signal: marks, words and
//! weight say the same.

use ratatui::buffer::Buffer;
use ratatui::style::{Color, Modifier, Style};
use ratatui::symbols::border;

use crate::domain::Urgency;
use crate::themes::{Colour, Look, Looks, Rgb, Role};

/// How things look.
#[derive(Clone, Copy)]
pub(super) struct Theme {
    pub marks: &'static Marks,
    looks: Looks,
    /// Nothing is to have a colour.
    mono: bool,
}

/// The marks, each one column wide unless it says otherwise.
pub(super) struct Marks {
    pub cursor: &'static str,
    pub stale: &'static str,
    pub quiet: &'static str,
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
    /// Changed since the reader looked.
    pub news: &'static str,
    /// Where nothing is known in a column.
    pub nothing: &'static str,
    /// Before a day that is assumed.
    pub assumed: &'static str,
    /// Where a rule meets the divider of two panes below it.
    pub branch: &'static str,
    /// Between two days.
    pub range: &'static str,
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
    quiet: "△",
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
    news: "•",
    nothing: "–",
    assumed: "~",
    branch: "┬",
    range: "–",
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
    quiet: "~",
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
    news: "=",
    nothing: "-",
    assumed: "~",
    branch: "+",
    range: "-",
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
    pub fn new(ascii: bool, looks: Looks, mono: bool) -> Self {
        Self { marks: if ascii { &ASCII } else { &UNICODE }, looks, mono }
    }

    fn role(self, role: Role) -> Style {
        style(self.looks.of(role))
    }

    /// What needs the reader less.
    pub fn dim(self) -> Style {
        self.role(Role::Quiet)
    }

    /// What stands out without meaning anything else.
    pub fn strong() -> Style {
        Style::new().add_modifier(Modifier::BOLD)
    }

    pub fn key(self) -> Style {
        self.role(Role::Key)
    }

    pub fn trouble(self) -> Style {
        self.role(Role::Warning)
    }

    /// A mark of trouble.
    pub fn trouble_mark(self) -> Style {
        mark(self.looks.of(Role::Warning))
    }

    pub fn wrong(self) -> Style {
        self.role(Role::Alarm)
    }

    pub fn good(self) -> Style {
        self.role(Role::Good)
    }

    pub fn withdrawn(self) -> Style {
        self.dim().add_modifier(Modifier::CROSSED_OUT)
    }

    /// What the title under the cursor gets.
    pub const CHOSEN: Modifier = Modifier::REVERSED;

    /// What a scanner reads: black on white whatever the theme. It is spelt out also where no colours are wanted, because
    /// what a terminal reverses may be either; reversed, it is light on a terminal that has no colours at all.
    pub fn paper(self) -> Style {
        if self.mono {
            Style::new().fg(Color::White).bg(Color::Black).add_modifier(Modifier::REVERSED)
        } else {
            Style::new().fg(Color::Black).bg(Color::White)
        }
    }

    /// The ground of a dark part of it: no letter fills its cell in every font, the ground does.
    pub fn ink() -> Style {
        Style::new().fg(Color::White).bg(Color::Black)
    }

    /// The frame of a pane, and of the one that has the keyboard.
    pub fn frame(self, focused: bool) -> Style {
        self.role(if focused { Role::Focus } else { Role::Frame })
    }

    /// The words of a parcel.
    pub fn urgency(self, urgency: Urgency) -> Style {
        style(self.look_of(urgency))
    }

    /// The mark of a parcel.
    pub fn urgency_mark(self, urgency: Urgency) -> Style {
        mark(self.look_of(urgency))
    }

    fn look_of(self, urgency: Urgency) -> Look {
        self.looks.of(match urgency {
            Urgency::Stale => Role::Alarm,
            Urgency::Quiet => Role::Warning,
            Urgency::Ready => Role::Ready,
            Urgency::Trouble => Role::Failed,
            Urgency::OutForDelivery => Role::Courier,
            Urgency::Moving => Role::Text,
            Urgency::Waiting | Urgency::Snoozed | Urgency::Finished => Role::Quiet,
        })
    }

    /// Gives every cell that has no colour of its own the theme's, where it has one.
    pub fn ground(self, buffer: &mut Buffer) {
        let Style { fg, bg, .. } = self.role(Role::Text);
        if (fg, bg) == (None, None) {
            return;
        }
        for cell in &mut buffer.content {
            cell.fg = if cell.fg == Color::Reset { fg.unwrap_or_default() } else { cell.fg };
            cell.bg = if cell.bg == Color::Reset { bg.unwrap_or_default() } else { cell.bg };
        }
    }
}

fn style(look: Look) -> Style {
    let mut style = Style { fg: colour(look.text), bg: colour(look.background), ..Style::new() };
    for (on, modifier) in
        [(look.bold, Modifier::BOLD), (look.underline, Modifier::UNDERLINED), (look.reverse, Modifier::REVERSED)]
    {
        style = if on { style.add_modifier(modifier) } else { style };
    }
    style
}

fn mark(look: Look) -> Style {
    style(Look { text: look.mark.unwrap_or(look.text), ..look })
}

fn colour(colour: Colour) -> Option<Color> {
    match colour {
        Colour::Own => None,
        Colour::Indexed(index) => Some(Color::Indexed(index)),
        Colour::Exact(Rgb(r, g, b)) => Some(Color::Rgb(r, g, b)),
    }
}
