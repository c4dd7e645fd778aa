//! `posylka evidence`

use std::path::{Path, PathBuf};

use clap::{Args, Subcommand, ValueHint};

use crate::cli::context::{CommandContext, CommandResult, shown};
use crate::cli::error::CliError;
use crate::cli::exit_code::Exit;
use crate::cli::text_output::stdout_abilities::{Output, talk};
use crate::error_messages::{FileError, shown_path};
use crate::evidence::{self, Pack, PackDefect, Verified};
use crate::store::Database;
use crate::t;
use crate::use_cases::{KeptEvidence, atomic_write};

/// Write everything known of a parcel into one file for a dispute, or check such a file
#[derive(Args, Debug)]
#[command(args_conflicts_with_subcommands = true, subcommand_negates_reqs = true)]
pub struct EvidenceArgs {
    /// A track number or a parcel's id
    #[arg(value_name = "NUMBER|ID", required = true)]
    pub key: Option<String>,
    /// The zip file to write
    #[arg(short, long, value_name = "FILE.zip", required = true, value_hint = ValueHint::FilePath)]
    pub output: Option<PathBuf>,
    /// Replace the file where it is there already
    #[arg(long)]
    pub force: bool,
    /// Keep names, phone numbers, mail and other addresses in the answers
    #[arg(long)]
    pub full: bool,
    /// What else can be done.
    #[command(subcommand)]
    pub verify: Option<EvidenceCommand>,
}

/// What can be done with a pack.
#[derive(Subcommand, Debug)]
pub enum EvidenceCommand {
    /// Tell whether anything in a pack was changed; needs no database
    Verify {
        /// The zip file
        #[arg(value_name = "FILE.zip", value_hint = ValueHint::FilePath)]
        file: PathBuf,
        /// The SHA-256 of the manifest as it was noted when the pack was made
        #[arg(long, value_name = "SHA256")]
        manifest: Option<String>,
    },
}

/// Writes a pack, or checks one.
///
/// # Errors
/// There is no such parcel, the file cannot be written or read, or the pack was changed.
pub fn run(args: &EvidenceArgs, context: &CommandContext, out: &mut Output) -> CommandResult {
    if let Some(EvidenceCommand::Verify { file, manifest }) = &args.verify {
        return verify(file, manifest.as_deref(), context, out);
    }
    let (Some(key), Some(path)) = (&args.key, &args.output) else { return Ok(Exit::Usage) }; // clap sees to it
    if !args.force && path.symlink_metadata().is_ok() {
        return Err(FileError::exists(path).into());
    }
    let db = context.open_to_read()?;
    let found = context.find(&db, key)?;
    let Some(kept) = KeptEvidence::read(&db, found.id)? else { return Err(context.unknown(key)) };
    drop::<Database>(db);
    let pack = kept.pack(&context.texts, context.now(), args.full)?;
    atomic_write::write(path, &pack.bytes, args.force).map_err(|error| FileError::write(path, &error))?;
    tell(path, &pack, context);
    out.line(&pack.manifest_sha256)?;
    let Some(id) = kept.broken_at() else { return Ok(Exit::Done) };
    talk(&t!(context.texts, "evidence-chain-broken", id = id.to_string()));
    Ok(Exit::Partly)
}

fn tell(path: &Path, pack: &Pack, context: &CommandContext) {
    talk(&t!(context.texts, "evidence-written", file = shown_path(path), answers = pack.answers));
    if pack.masked > 0 {
        talk(&t!(context.texts, "evidence-written-masked", count = pack.masked));
    }
}

fn verify(path: &Path, noted: Option<&str>, context: &CommandContext, out: &mut Output) -> CommandResult {
    let texts = &context.texts;
    let bytes = atomic_write::read(path).map_err(|error| FileError::read(path, &error))?;
    let verified = evidence::verify(&bytes).map_err(|flaw| flawed(path, flaw, context))?;
    let hash = verified.manifest_sha256.clone();
    if noted.is_some_and(|noted| !noted.trim().eq_ignore_ascii_case(&hash)) {
        let what = t!(texts, "error-evidence-noted", file = shown_path(path), hash = hash);
        return Err(CliError::failed(what, t!(texts, "error-evidence-changed-hint")));
    }
    out.line(&whole(path, &verified, context))?;
    if let Some(id) = verified.broken_at {
        talk(&t!(texts, "evidence-whole-broken", id = id.to_string()));
    }
    Ok(Exit::Done)
}

fn whole(path: &Path, verified: &Verified, context: &CommandContext) -> String {
    t!(
        context.texts,
        "evidence-whole",
        file = shown_path(path),
        files = verified.files,
        answers = verified.answers,
        time = shown(&verified.created_at),
        version = shown(&verified.program),
        hash = verified.manifest_sha256.as_str()
    )
}

fn flawed(path: &Path, flaw: PackDefect, context: &CommandContext) -> CliError {
    let (texts, file) = (&context.texts, shown_path(path));
    let what = match flaw {
        PackDefect::NotAPack => t!(texts, "error-evidence-not", file = file),
        PackDefect::Newer => {
            let what = t!(texts, "error-evidence-newer", file = file);
            return CliError::failed(what, t!(texts, "error-evidence-newer-hint"));
        }
        PackDefect::Seal => t!(texts, "error-evidence-seal", file = file),
        PackDefect::Manifest => t!(texts, "error-evidence-manifest", file = file),
        PackDefect::File(path) => t!(texts, "error-evidence-file", file = file, path = shown(&path)),
        PackDefect::Missing(path) => t!(texts, "error-evidence-missing", file = file, path = shown(&path)),
        PackDefect::Stranger => t!(texts, "error-evidence-stranger", file = file),
        PackDefect::Answer(path) => t!(texts, "error-evidence-answer", file = file, path = shown(&path)),
    };
    CliError::failed(what, t!(texts, "error-evidence-changed-hint"))
}
