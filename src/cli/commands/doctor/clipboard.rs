//! The way to the reader's clipboard, and what to set where.

use std::process::Command;

use super::finding::DoctorFinding;
use crate::cli::context::CommandContext;
use crate::t;
use crate::use_cases::clipboard::{ClipboardWay, ancestors, ancestors_of};

/// For tmux.conf: OSC 52 with its letter, which tmux leaves out as shipped; mosh takes no other, xterm fills the wrong selection.
const LETTER: &str = r"set -as terminal-overrides ',*:Ms=\E]52;c;%p2%s\007'";
const EXTERNAL: &str = "set -s set-clipboard external";
const XTERM: &str = "XTerm*disallowedWindowOps: 20,21,SetXprop";

/// Which way a copied text goes from here.
pub(super) fn findings(context: &CommandContext) -> Vec<DoctorFinding> {
    let texts = &context.texts;
    match ClipboardWay::of(|name| context.env.get(name), &ancestors()) {
        ClipboardWay::Terminal => {
            let what = t!(texts, "doctor-clipboard-terminal");
            vec![DoctorFinding { advice: Some(terminal_advice(context)), ..DoctorFinding::well(what) }]
        }
        ClipboardWay::Screen => vec![DoctorFinding::well(t!(texts, "doctor-clipboard-screen"))],
        ClipboardWay::Mosh => vec![DoctorFinding::well(t!(texts, "doctor-clipboard-mosh"))],
        ClipboardWay::Nowhere => {
            vec![DoctorFinding::doubtful(t!(texts, "doctor-clipboard-nowhere"), t!(texts, "doctor-clipboard-mark"))]
        }
        ClipboardWay::Tmux => vec![tmux(context)],
    }
}

/// What some terminals want to be told; the name over SSH is all that is known of them.
fn terminal_advice(context: &CommandContext) -> String {
    let line = match context.env.get("TERM").unwrap_or_default() {
        term if term.starts_with("xterm-kitty") || term.starts_with("foot") || term.starts_with("alacritty") => None,
        term if term.starts_with("xterm") => Some(XTERM),
        _ => None,
    };
    line.map_or_else(
        || t!(context.texts, "doctor-clipboard-mark"),
        |line| t!(context.texts, "doctor-clipboard-xterm", line = line),
    )
}

/// What tmux says of its setting, and what it runs in.
fn tmux(context: &CommandContext) -> DoctorFinding {
    let texts = &context.texts;
    let Some(setting) = ask(&["show-options", "-sv", "set-clipboard"]) else {
        return DoctorFinding::doubtful(t!(texts, "doctor-clipboard-tmux-silent"), t!(texts, "doctor-clipboard-mark"));
    };
    let what = t!(texts, "doctor-clipboard-tmux", setting = setting.as_str());
    if setting == "off" {
        return DoctorFinding::doubtful(what, t!(texts, "doctor-clipboard-tmux-line", line = EXTERNAL));
    }
    let client = ask(&["display-message", "-p", "#{client_pid}"]).unwrap_or_default();
    let in_mosh = ancestors_of(&client).iter().any(|name| name.starts_with("mosh-server"));
    let keeps_letter = ask(&["show-options", "-sv", "terminal-overrides"]).is_some_and(|set| set.contains("]52;c;"));
    match (in_mosh, keeps_letter) {
        (_, true) => DoctorFinding::well(what),
        (true, false) => DoctorFinding::doubtful(
            t!(texts, "doctor-clipboard-tmux-mosh", setting = setting.as_str()),
            t!(texts, "doctor-clipboard-tmux-line", line = LETTER),
        ),
        (false, false) => DoctorFinding {
            advice: Some(t!(texts, "doctor-clipboard-tmux-primary", line = LETTER)),
            ..DoctorFinding::well(what)
        },
    }
}

/// The first line that tmux answers; `None` where it does not.
fn ask(arguments: &[&str]) -> Option<String> {
    let output = Command::new("tmux").args(arguments).output().ok()?;
    let said = String::from_utf8_lossy(&output.stdout);
    let said: String = said.trim().chars().filter(|c| !c.is_control() || *c == '\n').take(4_000).collect();
    (output.status.success() && !said.is_empty()).then_some(said)
}
