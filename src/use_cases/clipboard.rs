//! The way from here to the reader's clipboard: what lies between this program and the terminal decides what arrives.
//!
//! `docs/ssh.md` has the table that this follows; `tools/terminals/` measures it again.

use std::fs;

/// How a text goes to the clipboard.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum ClipboardWay {
    /// OSC 52, straight to the terminal. Nobody tells whether it takes it.
    Terminal,
    /// OSC 52, and `tmux load-buffer -w -`, which reaches the terminal also where tmux ignores OSC 52 (as shipped).
    Tmux,
    /// OSC 52 in pieces that GNU screen passes on unread: by itself it swallows it, and prints a long one.
    Screen,
    /// OSC 52 as mosh knows it: only `c`, at most 16 KiB, and not the same text twice.
    Mosh,
    /// There is none: the Linux console.
    Nowhere,
}

impl ClipboardWay {
    /// The way from here. `variable` looks a variable of the environment up; `ancestors` are the programs that this one
    /// runs under, the nearest first.
    #[must_use]
    pub fn of<'a>(variable: impl Fn(&str) -> Option<&'a str>, ancestors: &[String]) -> Self {
        let is_set = |name| variable(name).is_some_and(|value| !value.is_empty());
        let above = |names: &[&str]| ancestors.iter().position(|name| names.iter().any(|n| name.starts_with(n)));
        let (tmux, screen) = (above(&["tmux"]), above(&["screen", "SCREEN"]));
        // One in the other: the nearer one gets what is sent.
        let in_screen = is_set("STY") && (!is_set("TMUX") || matches!((tmux, screen), (Some(t), Some(s)) if s < t));
        if in_screen {
            Self::Screen
        } else if is_set("TMUX") {
            Self::Tmux
        } else if variable("TERM") == Some("linux") {
            Self::Nowhere
        } else if above(&["mosh-server"]).is_some() {
            Self::Mosh
        } else {
            Self::Terminal
        }
    }

    /// The longest text that arrives whole, in bytes. tmux takes more, but the terminal that it runs in may be mosh.
    #[must_use]
    pub fn holds(self) -> usize {
        match self {
            Self::Terminal | Self::Screen => 74_000,
            Self::Tmux | Self::Mosh => 12_000,
            Self::Nowhere => 0,
        }
    }
}

/// The programs that this one runs under, the nearest first; empty where the system does not tell (it has no `/proc`).
#[must_use]
pub fn ancestors() -> Vec<String> {
    ancestors_of("self")
}

/// The same of another process, itself included.
#[must_use]
pub fn ancestors_of(process: &str) -> Vec<String> {
    const MOST: usize = 64;
    let mut process = process.to_owned();
    let mut names = Vec::new();
    while names.len() < MOST {
        let Ok(stat) = fs::read_to_string(format!("/proc/{process}/stat")) else { break };
        // `PID (NAME) STATE PARENT …`; the name may hold anything.
        let (Some(begin), Some(end)) = (stat.find('('), stat.rfind(')')) else { break };
        names.push(stat[begin + 1..end].to_owned());
        match stat[end + 1..].split_whitespace().nth(1) {
            Some(parent) if parent != "0" => parent.clone_into(&mut process),
            _ => break,
        }
    }
    names
}

#[cfg(test)]
mod tests {
    use super::*;

    fn way(variables: &[(&str, &'static str)], ancestors: &[&str]) -> ClipboardWay {
        let ancestors: Vec<String> = ancestors.iter().map(ToString::to_string).collect();
        ClipboardWay::of(|name| variables.iter().find(|(n, _)| *n == name).map(|(_, value)| *value), &ancestors)
    }

    #[test]
    fn the_nearest_program_in_between_decides() {
        let (tmux, screen) = (("TMUX", "/tmp/tmux-0/default,1,0"), ("STY", "12.pts-0.host"));
        assert_eq!(way(&[("TERM", "xterm-256color")], &["bash", "sshd"]), ClipboardWay::Terminal);
        assert_eq!(way(&[("TERM", "linux")], &["bash", "login"]), ClipboardWay::Nowhere);
        assert_eq!(way(&[], &["bash", "mosh-server", "init"]), ClipboardWay::Mosh);
        assert_eq!(way(&[tmux], &["bash", "tmux: server"]), ClipboardWay::Tmux);
        assert_eq!(way(&[screen], &["bash", "screen"]), ClipboardWay::Screen);
        assert_eq!(way(&[tmux, screen], &["bash", "screen", "bash", "tmux: server"]), ClipboardWay::Screen);
        assert_eq!(way(&[tmux, screen], &["bash", "tmux: server", "bash", "screen"]), ClipboardWay::Tmux);
        assert_eq!(way(&[tmux, screen], &[]), ClipboardWay::Tmux);
        assert_eq!(way(&[("TMUX", ""), ("TERM", "linux")], &["bash", "tmux"]), ClipboardWay::Nowhere);
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn this_program_runs_under_something() {
        assert!(ancestors().len() > 1, "{:?}", ancestors());
        assert!(ancestors_of("no such process").is_empty());
    }
}
