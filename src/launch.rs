//! Starting the screen: on the reader's database, or on the demonstration's.

use std::env;
use std::sync::Arc;

use chrono::{DateTime, FixedOffset, Local, Offset, Utc};
use color_eyre::eyre;
use posylka::app::{self, SourceLabel};
use posylka::cli::commands::list::ListArgs;
use posylka::cli::write_evidence;
use posylka::cli::write_evidence::Folders;
use posylka::cli::{self, CommandContext, ConfiguredCommand, Exit};
use posylka::demo;
use posylka::domain::advice::AdviceSettings;
use posylka::sources::{Http, Sources, profiles_of};
use posylka::store::Store;
use posylka::sync;
use posylka::t;
use posylka::terminal::{self, ScreenContext, WriteEvidence};
use posylka::texts::Texts;

/// `posylka` alone: the screen, or the list where there is no terminal to show it on.
pub fn screen(context: &CommandContext) -> Exit {
    if !terminal::is_usable() {
        return cli::dispatch::run(&ConfiguredCommand::List(ListArgs::default()), context);
    }
    match context.open() {
        Ok(database) => show(ScreenContext {
            store: Store::start(database),
            database: Some(context.config.database()),
            sources: Arc::new(Sources::new(&context.config.sources)),
            http: if context.config.offline { Http::offline() } else { Http::live(context.config.http.clone()) },
            clock: context.clock(),
            texts: Texts::new(context.config.language),
            evidence: evidence(context),
            settings: settings(context, false),
            sync: context.sync(),
        }),
        Err(error) => {
            error.tell(&context.texts);
            error.exit()
        }
    }
}

/// `posylka demo`.
pub fn demo(context: &CommandContext) -> Exit {
    if !terminal::is_usable() {
        return cli::dispatch::without_screen(context);
    }
    match prepare() {
        Ok(demo) => show(ScreenContext {
            store: demo.store,
            database: None,
            sources: demo.sources,
            http: demo.http,
            clock: demo.clock,
            texts: Texts::new(context.config.language),
            evidence: evidence(context),
            settings: settings(context, true),
            sync: sync::Settings::default(),
        }),
        Err(report) => failed(&report),
    }
}

fn prepare() -> eyre::Result<demo::Demo> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    Ok(runtime.block_on(demo::prepare())?)
}

fn show(session: ScreenContext) -> Exit {
    match terminal::run(session) {
        Ok(()) => Exit::Done,
        Err(report) => failed(&report),
    }
}

#[expect(clippy::print_stderr, reason = "the screen is closed, and this is what ended it")]
fn failed(report: &eyre::Report) -> Exit {
    eprintln!("{report:?}");
    Exit::Failed
}

fn settings(context: &CommandContext, demo: bool) -> app::Settings {
    let fixed = demo || context.config.now.is_some();
    app::Settings {
        rules: rules(context, demo),
        language: context.config.language,
        ascii: context.config.ascii || context.env.is_utf8() != Some(true),
        colour: context.env.get("NO_COLOR").is_none(),
        demo,
        home: context.config.home_country,
        offline: context.config.offline && !demo,
        utc_offset: if fixed { Utc.fix() } else { here(Utc::now()) },
        sources: labels(context),
    }
}

/// Packs go where the program was started, else beside the database.
fn evidence(context: &CommandContext) -> WriteEvidence {
    let texts = Texts::new(context.config.language);
    let folders = Folders { here: env::current_dir().ok(), data: context.config.data_dir.clone() };
    Arc::new(move |history, chain, now| write_evidence::write(history, chain, &folders, (&texts, now)))
}

/// Every source, and the user among them.
fn labels(context: &CommandContext) -> Vec<SourceLabel> {
    let you = label("user", &t!(context.texts, "source-user"), "");
    profiles_of(&context.config.sources).iter().map(|p| label(p.id, p.name, p.page)).chain([you]).collect()
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
