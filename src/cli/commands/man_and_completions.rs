//! `posylka completions` and `posylka man`: for packagers. No configuration is read for them.

use std::io;

use clap::CommandFactory;
use clap_complete::Shell;

use crate::cli::args::Cli;
use crate::cli::text_output::stdout::Output;

/// Prints a completion script.
///
/// # Errors
/// The output is closed or full.
pub fn completions(shell: Shell, out: &mut Output) -> io::Result<()> {
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut Cli::command(), "posylka", &mut script);
    out.bytes(&script)
}

/// Prints the manual page, with every command in it.
///
/// # Errors
/// The output is closed or full.
pub fn page(out: &mut Output) -> io::Result<()> {
    let mut cli = Cli::command();
    cli.build();
    let mut page = Vec::new();
    clap_mangen::Man::new(cli.clone()).render(&mut page)?;
    for command in cli.get_subcommands() {
        out_command(command, &mut page)?;
    }
    out.bytes(&page)
}

/// A command as a section of the one page, its own sections one step below.
fn out_command(command: &clap::Command, page: &mut Vec<u8>) -> io::Result<()> {
    let man = clap_mangen::Man::new(command.clone());
    let mut part = Vec::new();
    man.render_synopsis_section(&mut part)?;
    man.render_description_section(&mut part)?;
    man.render_options_section(&mut part)?;
    let part = String::from_utf8_lossy(&part).replace(".SH ", ".SS ");
    page.extend_from_slice(format!(".SH \"POSYLKA {}\"\n{part}", command.get_name().to_uppercase()).as_bytes());
    Ok(())
}
