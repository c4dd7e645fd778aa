//! A question before something that is large or takes something away.

use std::io::{BufRead, IsTerminal, stdin};

use crate::cli::text_output::stdout_abilities::talk;

/// Whether the user agrees. Without a terminal nobody can be asked: what the commands do can be taken back.
#[must_use]
pub fn unless_refused(question: &str) -> bool {
    confirmed(question).unwrap_or(true)
}

/// Whether the user agrees; `None`: there is no terminal to ask on.
#[must_use]
pub fn confirmed(question: &str) -> Option<bool> {
    if !stdin().is_terminal() {
        return None;
    }
    talk(question);
    let mut answer = String::new();
    let read = stdin().lock().read_line(&mut answer);
    Some(read.is_ok() && matches!(answer.trim().to_lowercase().as_str(), "y" | "yes" | "д" | "да"))
}
