//! `posylka man`, for packagers: no configuration is read for it.

use std::fs;
use std::path::{Path, PathBuf};

use clap::{Args, Command, ValueHint};

use crate::cli::error::CliError;
use crate::cli::help::manual::{self, KeyRow};
use crate::cli::help::translate::translate;
use crate::cli::text_output::stdout_abilities::Output;
use crate::config::nearest_word::nearest;
use crate::error_messages::FileError;
use crate::t;
use crate::texts::{HelpTexts, Language, Texts};

/// Print a manual page, or write all of them
#[derive(Args, Debug)]
pub struct ManArgs {
    /// The command that the page is about (`add`, `evidence-verify` …); without it, the program
    #[arg(value_name = "COMMAND")]
    pub page: Option<String>,
    /// Write every page, in English and in Russian, below this directory: man1/… and ru/man1/…
    #[arg(long, value_name = "DIR", value_hint = ValueHint::DirPath, conflicts_with = "page")]
    pub all: Option<PathBuf>,
}

/// Prints the page of `program` or of a command, or writes all pages.
///
/// # Errors
/// There is no such command; a file cannot be written; the output is closed or full.
pub fn run(
    args: &ManArgs,
    program: &Command,
    texts: &Texts,
    keys: impl Fn(Language) -> Vec<KeyRow>,
    out: &mut Output,
) -> Result<(), CliError> {
    let pages =
        |language| manual::pages(&spoken(program.clone(), language), &HelpTexts::new(language), &keys(language));
    if let Some(dir) = &args.all {
        for (language, place) in [(Language::En, "man1"), (Language::Ru, "ru/man1")] {
            write(&dir.join(place), &pages(language))?;
        }
        return Ok(());
    }
    let wanted = args.page.as_ref().map_or_else(|| "posylka".to_owned(), |page| format!("posylka-{page}"));
    let pages = pages(texts.language());
    let Some((_, page)) = pages.iter().find(|(name, _)| *name == wanted) else {
        let names = pages.iter().filter_map(|(name, _)| name.strip_prefix("posylka-"));
        let hint = match nearest(args.page.as_deref().unwrap_or_default(), names) {
            Some(right) => t!(texts, "config-did-you-mean", right = right),
            None => t!(texts, "error-no-page-hint"),
        };
        return Err(CliError::usage(t!(texts, "error-no-page", page = args.page.clone().unwrap_or_default()), hint));
    };
    Ok(out.bytes(page.as_bytes())?)
}

fn spoken(mut program: Command, language: Language) -> Command {
    match language {
        Language::En => {
            program.build();
            program
        }
        Language::Ru => translate(program, &HelpTexts::new(language)),
    }
}

fn write(dir: &Path, pages: &[(String, String)]) -> Result<(), CliError> {
    let failed = |path: &Path| {
        let path = path.to_owned();
        move |error: std::io::Error| CliError::from(FileError::write(&path, &error))
    };
    fs::create_dir_all(dir).map_err(failed(dir))?;
    for (name, page) in pages {
        let path = dir.join(format!("{name}.1"));
        fs::write(&path, page).map_err(failed(&path))?;
    }
    Ok(())
}
