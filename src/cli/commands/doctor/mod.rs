//! `posylka doctor`: looks at everything the program stands on, and says what to do.

mod clipboard;
mod database;
mod finding;
mod repair;
mod settings;
mod sources;
mod terminal_locale_clock;
mod watching;

use clap::Args;

use crate::cli::context::{CommandContext, CommandResult};
use crate::cli::exit_code::Exit;
use crate::cli::text_output::stdout_abilities::Output;
use crate::config::ConfigError;
use crate::t;
use finding::{DoctorFinding, Level};

/// Check terminal, locale, database, configuration and sources, and say what to do
#[derive(Args, Debug)]
pub struct DoctorArgs {
    /// Put a damaged database in order: what can be read takes its place, and it is kept beside it
    #[arg(long)]
    pub repair: bool,
}

/// Looks at everything.
///
/// # Errors
/// As [`check`]; or a database that is to be put in order cannot be.
pub fn run(args: &DoctorArgs, context: &CommandContext, out: &mut Output) -> CommandResult {
    if args.repair {
        return repair::repair(context);
    }
    check(context, None, out)
}

/// Looks at everything. `mistake` is what is wrong with the configuration, if anything is: `context` then has the
/// defaults.
///
/// # Errors
/// Standard output is closed or full; what is broken is no error but [`Exit::Failed`].
pub fn check(context: &CommandContext, mistake: Option<&ConfigError>, out: &mut Output) -> CommandResult {
    let texts = &context.texts;
    let parts = [
        (t!(texts, "doctor-terminal"), terminal_locale_clock::terminal(context)),
        (t!(texts, "doctor-locale"), terminal_locale_clock::locale(context)),
        (t!(texts, "doctor-clock"), terminal_locale_clock::clock(context)),
        (t!(texts, "doctor-configuration"), settings::findings(context, mistake)),
        (t!(texts, "doctor-database"), database::findings(context)),
        (t!(texts, "doctor-sources"), sources::findings(context)),
        (t!(texts, "doctor-watching"), watching::findings(context)),
    ];
    let worst = parts.iter().flat_map(|(_, findings)| findings).map(|f| f.level).max();
    for (title, findings) in &parts {
        out.bold(title)?;
        findings.iter().try_for_each(|finding| print(finding, context, out))?;
    }
    out.line("")?;
    out.bold(&match worst {
        None | Some(Level::Well) => t!(texts, "doctor-all-well"),
        Some(Level::Doubtful) => t!(texts, "doctor-works"),
        Some(Level::Broken) => t!(texts, "doctor-broken"),
    })?;
    Ok(if worst == Some(Level::Broken) { Exit::Failed } else { Exit::Done })
}

fn print(finding: &DoctorFinding, context: &CommandContext, out: &mut Output) -> std::io::Result<()> {
    let mark = match finding.level {
        Level::Well => t!(context.texts, "doctor-mark-well"),
        Level::Doubtful => t!(context.texts, "doctor-mark-doubtful"),
        Level::Broken => t!(context.texts, "doctor-mark-broken"),
    };
    out.line(&format!("  {mark} {}", finding.what))?;
    finding.advice.as_ref().map_or(Ok(()), |advice| out.line(&format!("      {advice}")))
}
