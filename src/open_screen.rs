//! Starting the screen: on the reader's database, or on the demonstration's.

use std::env;
use std::sync::Arc;

use chrono::{DateTime, FixedOffset, Local, Offset, Utc};
use posylka::app::keymap::{self, KeyScope};
use posylka::app::{self, SourceLabel};
use posylka::cli::commands::list::ListArgs;
use posylka::cli::help::manual::KeyRow;
use posylka::cli::{self, CliError, CommandContext, ConfiguredCommand, Exit};
use posylka::demo;
use posylka::domain::advice::AdviceSettings;
use posylka::error_messages::Failure;
use posylka::sources::{Http, Sources, profiles_of};
use posylka::store::{Database, Store, StoreError};
use posylka::sync;
use posylka::terminal::{self, ScreenContext, ScreenNotify};
use posylka::texts::{Language, Texts};
use posylka::themes::{BuiltIn, Depth, Ground, Theme};
use posylka::use_cases::EvidenceFolders;
use posylka::use_cases::clipboard::{ClipboardWay, ancestors};

/// `posylka` alone: the screen, or the list where there is no terminal to show it on.
pub fn screen(context: &CommandContext) -> Exit {
    if !terminal::is_usable() {
        return cli::dispatch::run(&ConfiguredCommand::List(ListArgs::default()), context);
    }
    ended(context.open_to_read().and_then(|database| show(on_database(context, database))), context)
}

/// `posylka demo`.
pub fn demo(context: &CommandContext) -> Exit {
    if !terminal::is_usable() {
        return cli::dispatch::without_screen(context);
    }
    ended(prepare().and_then(|demo| show(on_demo(context, demo))), context)
}

fn ended(done: Result<(), CliError>, context: &CommandContext) -> Exit {
    done.map_or_else(|error| error.tell(&context.texts), |()| Exit::Done)
}

fn show(session: ScreenContext) -> Result<(), CliError> {
    Ok(terminal::run(session)?)
}

fn prepare() -> Result<demo::Demo, CliError> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    let runtime = runtime.map_err(|error| Failure::Runtime(error.to_string()))?;
    Ok(runtime.block_on(demo::prepare())?)
}

fn on_database(context: &CommandContext, database: Database) -> ScreenContext {
    let is_read_only = database.is_read_only();
    let is_kept = !is_read_only && context.config.now.is_none() && context.config.keep_backups > 0;
    let file = context.config.database();
    ScreenContext {
        store: Store::start(database),
        backups: is_kept.then(|| (file.clone(), context.config.keep_backups)),
        unwritable: is_read_only.then(|| Database::why_unwritable(&file).unwrap_or(StoreError::ReadOnly)),
        database: Some(file).filter(|_| !is_read_only),
        sources: Arc::new(Sources::new(&context.config.sources)),
        http: if context.config.offline || is_read_only {
            Http::offline()
        } else {
            Http::live(context.config.http.clone())
        },
        clock: context.clock(),
        texts: context.texts.clone(),
        evidence: evidence(context),
        clipboard: clipboard(context),
        settings: settings(context, false),
        sync: context.sync(),
        notify: ScreenNotify { courier: context.courier(), terminal: context.terminal_host(), is_on: true },
    }
}

fn on_demo(context: &CommandContext, demo: demo::Demo) -> ScreenContext {
    ScreenContext {
        store: demo.store,
        database: None,
        backups: None,
        unwritable: None,
        sources: demo.sources,
        http: demo.http,
        clock: demo.clock,
        texts: context.texts.clone(),
        evidence: evidence(context),
        clipboard: clipboard(context),
        settings: settings(context, true),
        sync: sync::Settings::default(),
        notify: ScreenNotify::off(context.texts.clone()),
    }
}

fn settings(context: &CommandContext, demo: bool) -> app::Settings {
    let fixed = demo || context.config.now.is_some();
    app::Settings {
        rules: rules(context, demo),
        language: context.config.language,
        ascii: context.config.ascii || context.env.is_utf8() != Some(true),
        theme: theme(context),
        depth: Depth::of(context.env.get("TERM"), context.env.get("COLORTERM")),
        ground: if context.env.get("TERM") == Some("linux") { Ground::Dark } else { Ground::Unknown },
        clipboard_holds: clipboard(context).holds(),
        demo,
        home: context.config.home_country,
        offline: context.config.offline && !demo,
        utc_offset: if fixed { Utc.fix() } else { here(Utc::now()) },
        sources: labels(context),
    }
}

/// What lies between here and the reader's clipboard.
fn clipboard(context: &CommandContext) -> ClipboardWay {
    ClipboardWay::of(|name| context.env.get(name), &ancestors())
}

/// Whoever wants no colours gets none, whatever the configuration says.
fn theme(context: &CommandContext) -> Theme {
    if context.env.get("NO_COLOR").is_some() { Theme::of(BuiltIn::Mono) } else { context.config.theme.clone() }
}

/// Packs go where the program was started, else beside the database.
fn evidence(context: &CommandContext) -> EvidenceFolders {
    EvidenceFolders { here: env::current_dir().ok(), data: context.config.data_dir.clone() }
}

/// Every source; what the user tells has its name from the texts.
fn labels(context: &CommandContext) -> Vec<SourceLabel> {
    profiles_of(&context.config.sources).iter().map(|p| label(p.id, p.name, p.page)).collect()
}

/// The keys of the screen, for the manual page.
pub fn keys(language: Language) -> Vec<KeyRow> {
    let texts = Texts::new(language);
    let panes = keymap::TABLE.iter().filter(|binding| matches!(binding.place, KeyScope::Panes | KeyScope::Everywhere));
    let row = |binding: &keymap::Binding| {
        let keys = binding.keys.iter().map(|key| key.label()).collect::<Vec<_>>().join(" ");
        (keys, texts.loader().get(binding.text))
    };
    panes.map(row).collect()
}

/// In the demonstration every source answers.
fn rules(context: &CommandContext, demo: bool) -> AdviceSettings {
    let mut rules = context.rules.clone();
    rules.sources.iter_mut().for_each(|source| source.on |= demo);
    rules
}

/// The reader's offset from UTC now.
fn here(now: DateTime<Utc>) -> FixedOffset {
    now.with_timezone(&Local).offset().fix()
}

fn label(id: &str, name: &str, page: &str) -> SourceLabel {
    SourceLabel { id: id.into(), name: name.to_owned(), page: page.to_owned() }
}
