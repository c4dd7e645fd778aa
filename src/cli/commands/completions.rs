//! `posylka completions`, for packagers: no configuration is read for it.

use std::io;

use clap::Args;
use clap_complete::Shell;

use crate::cli::text_output::stdout_abilities::Output;

/// Print a completion script
#[derive(Args, Debug)]
pub struct CompletionsArgs {
    /// For which shell
    pub shell: Shell,
}

/// Prints the completion script of `program`, the whole command line.
///
/// # Errors
/// The output is closed or full.
pub fn run(args: &CompletionsArgs, mut program: clap::Command, out: &mut Output) -> io::Result<()> {
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut program, "posylka", &mut script);
    out.bytes(&script)
}
