//! The commands. Each is one file or folder: its arguments, whose doc comments are its `--help`, and `run`.
//!
//! What was typed reaches `run` as strings where a wrong value is explained in the reader's language, which is not known
//! yet when clap reads the command line; `run` first makes one checked value of them.

pub mod add;
pub mod archive;
pub mod backup;
pub mod barcode;
pub mod completions;
pub mod demo;
pub mod doctor;
pub mod edit;
pub mod event;
pub mod evidence;
pub mod export;
pub mod forecast;
pub mod identify;
pub mod import;
pub mod list;
pub mod man;
pub mod message;
pub mod note;
pub mod notify;
pub mod redo;
pub mod remove;
pub mod restore;
pub mod salvage;
pub mod service;
pub mod show;
pub mod sources;
pub mod status;
pub mod sync;
pub mod tag;
pub mod undo;
pub mod watch;

use clap::Subcommand;

use super::context::{CommandContext, CommandResult};
use super::error::CliError;
use super::help::manual::KeyRow;
use super::text_output::stdout_abilities::Output;
use crate::texts::{Language, Texts};

/// What to do.
#[derive(Subcommand, Debug)]
#[expect(clippy::large_enum_variant, reason = "there is one in a run")]
pub enum Command {
    #[expect(missing_docs, reason = "a command is explained at its arguments")]
    Demo(demo::DemoArgs),
    /// A command that needs the configuration.
    #[command(flatten)]
    Configured(ConfiguredCommand),
    /// A command for packagers, which needs none.
    #[command(flatten)]
    Packaging(PackagingCommand),
}

/// The commands that need the configuration; most of them work on the database.
#[derive(Subcommand, Debug)]
#[expect(missing_docs, reason = "a command is explained at its arguments")]
pub enum ConfiguredCommand {
    Add(add::AddArgs),
    List(list::ListArgs),
    Show(show::ShowArgs),
    Import(import::ImportArgs),
    Sync(sync::SyncArgs),
    Watch(watch::WatchArgs),
    Notify(notify::NotifyArgs),
    Service(service::ServiceArgs),
    Status(status::StatusArgs),
    Edit(edit::EditArgs),
    Archive(archive::ArchiveArgs),
    Restore(restore::RestoreArgs),
    Remove(remove::RemoveArgs),
    Undo(undo::UndoArgs),
    Redo(redo::RedoArgs),
    Tag(tag::TagArgs),
    Note(note::NoteArgs),
    Event(event::EventArgs),
    Identify(identify::IdentifyArgs),
    Sources(sources::SourcesArgs),
    Forecast(forecast::ForecastArgs),
    Export(export::ExportArgs),
    Message(message::MessageArgs),
    Evidence(evidence::EvidenceArgs),
    Barcode(barcode::BarcodeArgs),
    Backup(backup::BackupArgs),
    Salvage(salvage::SalvageArgs),
    Doctor(doctor::DoctorArgs),
}

/// The commands that work without any configuration.
#[derive(Subcommand, Debug)]
#[expect(missing_docs, reason = "a command is explained at its arguments")]
pub enum PackagingCommand {
    Completions(completions::CompletionsArgs),
    Man(man::ManArgs),
}

impl ConfiguredCommand {
    /// Runs the command; its data go to `out`.
    ///
    /// # Errors
    /// What the command's own `run` says.
    pub fn run(&self, context: &CommandContext, out: &mut Output) -> CommandResult {
        match self {
            Self::Add(args) => add::run(args, context, out),
            Self::List(args) => list::run(args, context, out),
            Self::Show(args) => show::run(args, context, out),
            Self::Import(args) => import::run(args, context, out),
            Self::Sync(args) => sync::run(args, context, out),
            Self::Watch(args) => watch::run(args, context),
            Self::Notify(args) => notify::run(args, context, out),
            Self::Service(args) => service::run(args, context, out),
            Self::Status(args) => status::run(args, context, out),
            Self::Edit(args) => edit::run(args, context),
            Self::Archive(args) => archive::run(args, context),
            Self::Restore(args) => restore::run(args, context),
            Self::Remove(args) => remove::run(args, context),
            Self::Undo(args) => undo::run(args, context),
            Self::Redo(args) => redo::run(args, context),
            Self::Tag(args) => tag::run(args, context, out),
            Self::Note(args) => note::run(args, context, out),
            Self::Event(args) => event::run(args, context),
            Self::Identify(args) => identify::run(args, context, out),
            Self::Sources(args) => sources::run(args, context, out),
            Self::Forecast(args) => forecast::run(args, context, out),
            Self::Export(args) => export::run(args, context, out),
            Self::Message(args) => message::run(args, context, out),
            Self::Evidence(args) => evidence::run(args, context, out),
            Self::Barcode(args) => barcode::run(args, context, out),
            Self::Backup(args) => backup::run(args, context),
            Self::Salvage(args) => salvage::run(args, context),
            Self::Doctor(args) => doctor::run(args, context, out),
        }
    }
}

impl PackagingCommand {
    /// Prints what packagers need of `program`, the whole command line; `keys` are those of the screen.
    ///
    /// # Errors
    /// What the command's own `run` says.
    pub fn run(
        &self,
        program: clap::Command,
        texts: &Texts,
        keys: impl Fn(Language) -> Vec<KeyRow>,
        out: &mut Output,
    ) -> Result<(), CliError> {
        match self {
            Self::Completions(args) => Ok(completions::run(args, program, out)?),
            Self::Man(args) => man::run(args, &program, texts, keys, out),
        }
    }
}
