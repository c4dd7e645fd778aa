//! `posylka man`, for packagers: no configuration is read for it.

use std::io;

use clap::Args;

use crate::cli::text_output::stdout_abilities::Output;

/// Print the manual page
#[derive(Args, Debug)]
pub struct ManArgs {}

/// Prints the manual page of `program`, the whole command line, with every command in it.
///
/// # Errors
/// The output is closed or full.
pub fn run(_args: &ManArgs, mut program: clap::Command, out: &mut Output) -> io::Result<()> {
    program.build();
    let mut page = Vec::new();
    clap_mangen::Man::new(program.clone()).render(&mut page)?;
    for command in program.get_subcommands() {
        write_section(command, &mut page)?;
    }
    out.bytes(&page)
}

/// A command as a section of the one page, its own sections one step below.
fn write_section(command: &clap::Command, page: &mut Vec<u8>) -> io::Result<()> {
    let man = clap_mangen::Man::new(command.clone());
    let mut part = Vec::new();
    man.render_synopsis_section(&mut part)?;
    man.render_description_section(&mut part)?;
    man.render_options_section(&mut part)?;
    let part = String::from_utf8_lossy(&part).replace(".SH ", ".SS ");
    page.extend_from_slice(format!(".SH \"POSYLKA {}\"\n{part}", command.get_name().to_uppercase()).as_bytes());
    Ok(())
}
