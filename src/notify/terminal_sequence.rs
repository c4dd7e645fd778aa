//! What makes a terminal tell: OSC 9, 777 or 99 where it is known to take one, else the bell; wrapped for tmux and screen.

use super::message::Message;

/// The longest piece that screen passes through unharmed, in bytes.
const SCREEN_PIECE: usize = 500;
/// The longest text that a terminal is given, in characters.
const MOST: usize = 240;

/// How a terminal is told.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum TerminalStyle {
    /// `OSC 9 ; text`.
    Osc9,
    /// `OSC 777 ; notify ; title ; text`.
    Osc777,
    /// `OSC 99`, with an identity: the same one is shown once.
    Osc99,
    /// The bell alone.
    Bell,
}

impl TerminalStyle {
    /// The one with that word of the configuration.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        match word {
            "osc9" => Some(Self::Osc9),
            "osc777" => Some(Self::Osc777),
            "osc99" => Some(Self::Osc99),
            "bell" => Some(Self::Bell),
            _ => None,
        }
    }
}

/// What stands between the program and the terminal.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Multiplexer {
    Tmux,
    Screen,
}

/// The terminal, as far as the environment tells.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct TerminalHost {
    style: TerminalStyle,
    between: Option<Multiplexer>,
}

impl TerminalHost {
    /// Reads the environment. Over SSH only `TERM` arrives, so that many a terminal is told by the bell.
    pub fn of(get: impl Fn(&str) -> Option<String>, style: Option<TerminalStyle>) -> Self {
        let has = |name: &str| get(name).is_some();
        let between = match () {
            () if has("TMUX") => Some(Multiplexer::Tmux),
            () if has("STY") => Some(Multiplexer::Screen),
            () => None,
        };
        Self { style: style.unwrap_or_else(|| found(&get)), between }
    }

    /// How it is told.
    #[must_use]
    pub fn style(self) -> TerminalStyle {
        self.style
    }
}

fn found(get: &impl Fn(&str) -> Option<String>) -> TerminalStyle {
    let has = |name: &str| get(name).is_some();
    let term = get("TERM").unwrap_or_default();
    let program = get("TERM_PROGRAM").unwrap_or_default();
    if term == "xterm-kitty" || has("KITTY_WINDOW_ID") {
        return TerminalStyle::Osc99;
    }
    if program == "iTerm.app" || get("LC_TERMINAL").is_some_and(|name| name == "iTerm2") {
        return TerminalStyle::Osc9;
    }
    let takes_777 = term == "xterm-ghostty" || term.starts_with("foot") || program == "ghostty";
    if takes_777 || program == "WezTerm" || has("KONSOLE_VERSION") {
        return TerminalStyle::Osc777;
    }
    TerminalStyle::Bell
}

/// The bytes that tell a message.
#[must_use]
pub fn sequence(host: TerminalHost, message: &Message) -> Vec<u8> {
    let title = harmless(&message.title);
    let text = harmless(&message.text);
    let both = if text.is_empty() { title.clone() } else { format!("{title} - {text}") };
    let id = message.id.chars().filter(char::is_ascii_alphanumeric).take(32).collect::<String>();
    let osc = match host.style {
        TerminalStyle::Bell => return vec![0x07],
        // A leading number would be read as a command of ConEmu's.
        TerminalStyle::Osc9 => format!("\x1b]9;{}\x1b\\", both.trim_start_matches(|c: char| c.is_ascii_digit())),
        TerminalStyle::Osc777 => format!("\x1b]777;notify;{title};{text}\x1b\\"),
        TerminalStyle::Osc99 => {
            format!("\x1b]99;i={id}:d=0;{title}\x1b\\\x1b]99;i={id}:d=1:p=body;{text}\x1b\\")
        }
    };
    match host.between {
        None => osc.into_bytes(),
        // Neither says whether it passes it on: the bell arrives in any case.
        Some(Multiplexer::Tmux) => format!("\x1bPtmux;{}\x1b\\\x07", osc.replace('\x1b', "\x1b\x1b")).into_bytes(),
        Some(Multiplexer::Screen) => [in_pieces(&osc), vec![0x07]].concat(),
    }
}

/// One line without control characters and without what ends a field.
fn harmless(text: &str) -> String {
    let line: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).take(MOST).collect();
    line.replace(';', ",").split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What screen passes through: pieces, none of which ends within an escape sequence's end.
fn in_pieces(osc: &str) -> Vec<u8> {
    let mut out = Vec::new();
    for one in osc.split_inclusive("\x1b\\") {
        let body = one.trim_end_matches("\x1b\\");
        let bytes = [body.as_bytes(), b"\x07"].concat();
        for piece in bytes.chunks(SCREEN_PIECE) {
            out.extend_from_slice(b"\x1bP");
            out.extend_from_slice(piece);
            out.extend_from_slice(b"\x1b\\");
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn host(vars: &[(&str, &str)]) -> TerminalHost {
        TerminalHost::of(|name| vars.iter().find(|(n, _)| *n == name).map(|(_, v)| (*v).to_owned()), None)
    }

    fn told(vars: &[(&str, &str)]) -> String {
        let message = Message {
            id: "ab12".to_owned(),
            repeat: false,
            urgent: false,
            language: "en",
            title: "Hub: ready; now\x1b]0;x\x07".to_owned(),
            text: "Collect it\nRB123456785CN".to_owned(),
            notices: Vec::new(),
        };
        String::from_utf8(sequence(host(vars), &message)).unwrap()
    }

    #[test]
    fn every_terminal_is_told_in_its_own_way_and_no_text_breaks_out() {
        assert_eq!(told(&[("TERM", "xterm-256color")]), "\x07");
        let kitty =
            "\x1b]99;i=ab12:d=0;Hub: ready, now ]0,x\x1b\\\x1b]99;i=ab12:d=1:p=body;Collect it RB123456785CN\x1b\\";
        assert_eq!(told(&[("TERM", "xterm-kitty")]), kitty);
        let foot = "\x1b]777;notify;Hub: ready, now ]0,x;Collect it RB123456785CN\x1b\\";
        assert_eq!(told(&[("TERM", "foot")]), foot);
        assert_eq!(host(&[("TERM_PROGRAM", "iTerm.app")]).style(), TerminalStyle::Osc9);
        assert_eq!(host(&[("KONSOLE_VERSION", "221203")]).style(), TerminalStyle::Osc777);
    }

    #[test]
    fn it_is_wrapped_for_tmux_and_screen_and_the_bell_comes_with_it() {
        let tmux = told(&[("TERM", "tmux-256color"), ("TMUX", "/tmp/x"), ("KONSOLE_VERSION", "1")]);
        assert!(
            tmux.starts_with("\x1bPtmux;\x1b\x1b]777;notify;") && tmux.ends_with("\x1b\x1b\\\x1b\\\x07"),
            "{tmux:?}"
        );
        let screen = told(&[("TERM", "screen"), ("STY", "1.a"), ("KITTY_WINDOW_ID", "1")]);
        assert!(screen.starts_with("\x1bP\x1b]99;i=ab12:d=0;Hub") && screen.ends_with("\x07\x1b\\\x07"), "{screen:?}");
        assert_eq!(told(&[("TMUX", "/tmp/x"), ("TERM", "tmux-256color")]), "\x07");
    }
}
